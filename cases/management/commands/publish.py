"""Publish people, incidents and figures."""

from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cases.management.subjects import records_of
from cases.publication.publish import Report, publish, publish_ready

SHOWN = 20  # refusals that are written out one by one


class Command(BaseCommand):
    help = (
        "Publishes what the record says of the given subjects, or of all that are marked public and have a "
        "quote. A subject is an id, or the last part of its page's address. What is unchanged is not "
        "published again. Exits with 1 if anything was refused."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "subjects", nargs="*", metavar="PERSON", help="id of a person, incident or figure"
        )
        parser.add_argument(
            "--all-ready", action="store_true", help="everything that is marked public and has a quote"
        )
        parser.add_argument("--reason", required=True, help="why, for the log")
        parser.add_argument("--by", default="command line", help="who, for the log")

    def handle(self, *args: Any, **options: Any) -> None:
        given: list[str] = options["subjects"]
        if bool(given) == options["all_ready"]:
            raise CommandError("Name people to publish, or give --all-ready.", returncode=2)
        if not options["reason"].strip():
            raise CommandError("--reason: say why.", returncode=2)
        report = self._publish(given, by=options["by"], why=options["reason"])
        self._tell(report)
        if report.refused:
            raise CommandError("Not everything was published.")

    def _publish(self, given: list[str], *, by: str, why: str) -> Report:
        if not given:
            return publish_ready(by=by, why=why)
        subjects: dict[str, Any] = records_of(given)
        return publish(**subjects, by=by, why=why)

    def _tell(self, report: Report) -> None:
        lines = [
            f"{len(report.published)} published, {len(report.unchanged)} unchanged, "
            f"{len(report.refused)} refused."
        ]
        lines += [f"{kind} {key}: {reason}" for kind, key, reason in _refusals(report)]
        if len(report.refused) > SHOWN:
            lines.append(f"… and {len(report.refused) - SHOWN} more.")
        self.stdout.write("\n".join(lines))


def _refusals(report: Report) -> Iterable[tuple[str, str, str]]:
    return [(*refusal.subject, refusal.reason) for refusal in report.refused[:SHOWN]]
