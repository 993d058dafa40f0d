"""`manage.py extract FILE...`: what the importer finds in documents, without writing anything."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from importers.extract import extract
from importers.read import INPUTS, ReadError, Reading, Unread, find_documents, read_each
from importers.show import as_json, as_table


class Command(BaseCommand):
    help = "Print what is found in documents: people, facts with quotes, incidents, figures. Writes nothing."
    requires_system_checks: list[str] = []  # Django's own form; no database is needed

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="FILE", help=INPUTS)
        parser.add_argument(
            "--json", action="store_true", help="One JSON object a line, one line a document."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            places = find_documents(options["paths"])
        except ReadError as error:
            raise CommandError(str(error), returncode=2) from None
        errors = []
        for found in (one for place in places for one in read_each(place)):
            if isinstance(found, Unread):
                errors.append(found.error)
            else:
                self._show(found, machine=options["json"])
        if errors:
            raise CommandError("\n".join(errors), returncode=2)

    def _show(self, reading: Reading, *, machine: bool) -> None:
        found = extract(reading)
        if machine:
            self.stdout.write(json.dumps(as_json(reading, found), ensure_ascii=False))
        else:
            self.stdout.write(as_table(reading, found))
