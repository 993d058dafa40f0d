"""score_names PAIRS.csv: how well names are told apart, on a table of labelled pairs."""

import csv
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cases.names.measure import Report, measure

_COLUMNS = ("a", "b", "same")
_TRUE, _FALSE = {"1", "true", "yes", "same"}, {"0", "false", "no", "different"}


class Command(BaseCommand):
    help = "Score pairs of names from a CSV with the columns a, b and same (1 or 0), and show the errors."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("pairs", type=Path, metavar="PAIRS.csv")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = measure(_pairs(options["pairs"]))
        except ValueError as error:
            raise CommandError(str(error), returncode=2) from error
        if options["json"]:
            self.stdout.write(json.dumps(asdict(report), ensure_ascii=False, indent=2))
        else:
            self._show(report)

    def _show(self, report: Report) -> None:
        self.stdout.write(f"pairs              {report.same} same, {report.different} different")
        self.stdout.write(f"recall_at_zero_fp  {report.recall_at_zero_fp:.4f}")
        self.stdout.write(f"auc                {report.auc:.4f}")
        self.stdout.write(f"threshold          {report.threshold:.4f}")
        self.stdout.write(
            f"linked             {report.linked:.4f} of the same, {report.wrongly_linked} wrongly"
        )
        for one in report.errors:
            kind = "missed" if one.same else "joined"
            self.stdout.write(f"{kind}  {one.score:.3f}  {one.a} | {one.b}  {' '.join(one.reasons)}")


def _pairs(path: Path) -> list[tuple[str, str, bool]]:
    """The pairs of a table; ValueError with a sentence for a file that is not one."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            missing = [column for column in _COLUMNS if column not in (rows.fieldnames or ())]
            if missing:
                raise ValueError(f"{path}: the column {missing[0]} is missing.")
            return [(row["a"], row["b"], _same(path, line, row["same"])) for line, row in enumerate(rows, 2)]
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not a text in UTF-8.") from error


def _same(path: Path, line: int, value: str | None) -> bool:
    said = (value or "").strip().lower()
    if said not in _TRUE | _FALSE:
        raise ValueError(f"{path}, line {line}: “{said}” in the column same is neither 1 nor 0.")
    return said in _TRUE
