"""Withdraw what was published, or erase it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cases.management.subjects import published
from cases.publication.publish import erase, withdraw_subjects


class Command(BaseCommand):
    help = (
        "Takes subjects from the public side at once: pages, lists, files. The log keeps that there was "
        "something, and its documents, unless --erase deletes them too; erasing cannot be undone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "subjects", nargs="+", metavar="PERSON", help="id of a person, incident or figure"
        )
        parser.add_argument("--reason", required=True, help="why, for the log")
        parser.add_argument("--by", default="command line", help="who, for the log")
        parser.add_argument("--erase", action="store_true", help="delete every version's document as well")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["reason"].strip():
            raise CommandError("--reason: say why.", returncode=2)
        subjects = published(options["subjects"])
        verb = erase if options["erase"] else withdraw_subjects
        versions = verb(subjects, by=options["by"], why=options["reason"])
        self.stdout.write(f"{len(versions)} {'erased' if options['erase'] else 'withdrawn'}.")
