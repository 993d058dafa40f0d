"""`manage.py find_duplicates`: who may be in the record twice, or in a table and in the record already."""

import csv
import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from cases import dates, merging
from cases.names import ASK
from importers.duplicates import One, Pair, pairs, people_of_record

BY = "find_duplicates"
GENDERS = {"female": "female", "f": "female", "male": "male", "m": "male"}


class Command(BaseCommand):
    help = (
        "Print the pairs of people who may be one, with what speaks for and against it: in the record, or"
        " (with a table) between its rows, and of its rows with the record. Changes nothing without --ask."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "table",
            nargs="?",
            type=Path,
            help="CSV with a column name, and, where there are, other_names (divided by “;”), gender,"
            " country, birth_date.",
        )
        parser.add_argument("--least", type=float, default=ASK, help=f"Least agreement of the names ({ASK}).")
        parser.add_argument("--ask", action="store_true", help="Put the pairs before the researchers.")
        parser.add_argument("--json", action="store_true", help="Print one JSON array.")

    def handle(self, *args: Any, **options: Any) -> None:
        table: Path | None = options["table"]
        if table is not None and options["ask"]:
            raise CommandError("Rows of a table are not in the record yet: --ask goes without.", returncode=2)
        try:
            rows = list(_rows(table)) if table else []
        except (OSError, ValueError, csv.Error) as error:
            raise CommandError(f"{table}: {error}", returncode=2) from error
        least = options["least"]
        found = pairs(rows, people_of_record(), least) if table else pairs(people_of_record(), least=least)
        if options["json"]:
            self.stdout.write(json.dumps([as_json(pair) for pair in found], ensure_ascii=False, indent=2))
        else:
            self._show(found)
        if options["ask"]:
            asked = ask(found)
            self.stderr.write(f"{asked} new questions for the researchers.")

    def _show(self, found: list[Pair]) -> None:
        for pair in found:
            names = f"{pair.one.names[0]} ({pair.one.place}) | {pair.other.names[0]} ({pair.other.place})"
            self.stdout.write(f"{pair.score:.3f}  {names}  {' '.join(pair.reasons)}")
        self.stdout.write(f"{len(found)} pairs may be one person.")


def as_json(pair: Pair) -> dict[str, Any]:
    """A pair for machines."""
    sides = [{"place": one.place, "names": list(one.names)} for one in (pair.one, pair.other)]
    return {
        "one": sides[0],
        "other": sides[1],
        "score": round(pair.score, 3),
        "against": pair.against,
        "reasons": list(pair.reasons),
    }


@transaction.atomic
def ask(found: list[Pair]) -> int:
    """Write down as open questions the pairs of which nobody has asked or said anything; how many."""
    known = set(merging.standing().values_list("one", "other"))
    new = [pair for pair in found if tuple(sorted((pair.one.place, pair.other.place))) not in known]
    for pair in new:
        why = " ".join(pair.reasons) or "The names agree."
        merging.decide(pair.one.place, pair.other.place, "asked", by=BY, why=why, score=pair.score)
    return len(new)


def _rows(table: Path) -> Iterator[One]:
    """The people of a table. ValueError with a sentence where it has no names."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        head = file.read(4096)
        file.seek(0)
        delimiter = max(",;\t", key=head.partition("\n")[0].count)
        rows = csv.DictReader(file, delimiter=delimiter)
        if "name" not in (rows.fieldnames or ()):
            raise ValueError("the column name is missing.")
        for row in rows:
            texts = [row["name"] or "", *(row.get("other_names") or "").split(";")]
            if names := tuple(dict.fromkeys(text.strip() for text in texts if text.strip())):
                yield One(
                    f"line {rows.line_num}",
                    names,
                    GENDERS.get((row.get("gender") or "").strip().lower(), "unknown"),
                    (row.get("country") or "").strip().upper(),
                    _year(row.get("birth_date") or "", rows.line_num),
                )


def _year(text: str, line: int) -> int | None:
    if not text.strip():
        return None
    try:
        earliest = dates.parse(text.strip()).earliest
    except dates.DateError as error:
        raise ValueError(f"line {line}: {error}") from error
    return earliest.year if earliest else None
