"""`export people|events|sources --format csv|json --output FILE`: the published lists as files."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import QueryDict

from cases.public.exports import Table
from cases.public.views.events import events_filter, events_table
from cases.public.views.people import people_filter, people_table
from cases.public.views.sources import sources_filter, sources_table

# The lists without a filter, exactly as `/people.csv` and its like stream them.
TABLES: dict[str, Callable[[], Table]] = {
    "people": lambda: people_table(people_filter(QueryDict())),
    "events": lambda: events_table(events_filter(QueryDict())),
    "sources": lambda: sources_table(sources_filter(QueryDict())),
}
FORMATS: dict[str, Callable[[Table, str], Iterator[str]]] = {
    "csv": lambda table, _: table.csv(),
    "json": lambda table, key: table.json(key),
}
PLANNED = ("all", "xlsx", "zip")


class Command(BaseCommand):
    """Writes what is published, and nothing else, into one file."""

    help = "Write a published list as a file: what /people.csv, /events.csv and /sources.csv stream."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("list", choices=[*TABLES, "all"])
        parser.add_argument("--format", choices=[*FORMATS, "xlsx", "zip"], default="csv")
        parser.add_argument("--output", required=True, type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        key, form, path = options["list"], options["format"], options["output"]
        missing = [word for word in (key, form) if word in PLANNED]
        if missing:
            raise CommandError(
                f"“{' '.join(missing)}” is not available yet; lists can be written as csv or json.",
                returncode=2,
            )
        chunks = FORMATS[form](TABLES[key](), key)
        try:
            with path.open("w", encoding="utf-8", newline="") as file:
                for chunk in chunks:
                    file.write(chunk)
        except OSError as error:
            raise CommandError(f"{path}: cannot be written ({error.strerror}).", returncode=2) from error
        if options["verbosity"]:
            self.stdout.write(f"{path} written.")
