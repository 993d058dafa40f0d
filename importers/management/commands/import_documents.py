"""Import documents: read, propose, and (if asked) accept and publish."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cases.vocab import STATUSES, VISIBILITIES
from importers.batch import OptionError, Options, Summary, import_all
from importers.read import INPUTS, ReadError, find_documents

OPERATOR = "import_documents"


class Command(BaseCommand):
    help = "Read documents and propose the people and dated facts in them, each with its quote."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", help=INPUTS)
        parser.add_argument("--publisher", default="", help="Who published them, where they do not say.")
        parser.add_argument("--published", default="", help="When, as EDTF: 2025-12-19, 2025-12, 2025.")
        parser.add_argument(
            "--visibility",
            choices=VISIBILITIES.codes,
            default="public",
            help="Who may know of the documents; facts from a document that is not public are not published.",
        )
        parser.add_argument(
            "--accept", action="store_true", help="Accept every proposal that is no question."
        )
        parser.add_argument("--publish", action="store_true", help="Accept, and publish what was accepted.")
        parser.add_argument("--json", action="store_true", help="Print the summary for machines.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            paths = find_documents(options["paths"])
            chosen = Options(
                by=OPERATOR,
                publisher=options["publisher"],
                published=options["published"],
                visibility=options["visibility"],
                accept=options["accept"] or options["publish"],
                publish=options["publish"],
            )
        except (ReadError, OptionError) as error:
            raise CommandError(str(error), returncode=2) from error
        summary = import_all(paths, chosen)
        if options["json"]:
            self.stdout.write(json.dumps(summary.as_json(), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(as_text(summary))
        if summary.errors:
            raise CommandError("\n".join(summary.errors), returncode=2)


def as_text(summary: Summary) -> str:
    """The summary as a table, with what was left for review under it."""
    head = f"{'document':<44} {'outcome':<10} {'people':>6} {'facts':>6} {'incidents':>9} {'figures':>7}"
    rows = [head, "-" * len(head)]
    rows += [
        f"{one.path[-44:]:<44} {one.outcome:<10} {one.people:>6} {one.facts:>6}"
        f" {one.incidents:>9} {one.figures:>7}"
        for one in summary.documents
    ]
    totals = (
        f"{len(summary.documents)} documents, {len(summary.people)} people, {summary.conflicts} conflicts"
    )
    rows += ["", f"{totals}, {summary.published} versions published, {len(summary.left)} left for review."]
    if summary.people:
        width = max(len(name) for name, _ in summary.people.values())
        rows += [
            "",
            *(f"  {name:<{width}}  {STATUSES.label(code)}" for name, code in summary.people.values()),
        ]
    notes = [f"  {one.path}: {note}" for one in summary.documents for note in one.notes]
    if notes:
        rows += ["", "Notes on what was read:", *notes]
    if summary.left:
        rows += ["", "Left for review:", *(f"  {sentence}" for sentence in summary.left)]
    return "\n".join(rows)
