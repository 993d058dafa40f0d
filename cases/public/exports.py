"""Lists as files: CSV and JSON, written row by row, the same from a page and from the command line.

The columns, their values and how a cell is written are the registry's (`cases.publication.columns`).
Rows come from the database a few hundred at a time and leave as they come, so that a file of any
length needs little memory.
"""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from cases.publication.columns import Column, Context, Exporter, headers, text

ROWS_A_CHUNK = 500


class _Lines:
    """Collects what the csv module writes, to be sent in chunks."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def write(self, part: str, /) -> None:
        self.parts.append(part)

    def take(self) -> str:
        chunk = "".join(self.parts)
        self.parts.clear()
        return chunk


@dataclass(frozen=True, slots=True)
class Table:
    """A list as a file: its columns, its rows, and what values may depend on besides."""

    columns: Sequence[Column[Any]]
    rows: QuerySet[Any]
    context: Context

    def csv(self) -> Iterator[str]:
        """CSV, some rows at a time; the header always, also over no rows."""
        exporter = Exporter(self.columns, self.context)
        lines = _Lines()
        writer = csv.writer(lines, lineterminator="\r\n")
        writer.writerow(headers(self.columns))
        for number, stored in enumerate(self._stored(exporter), start=1):
            writer.writerow(exporter.cells(stored))
            if number % ROWS_A_CHUNK == 0:
                yield lines.take()
        yield lines.take()

    def json(self, key: str) -> Iterator[str]:
        """A JSON object with the list under `key`; what CSV joins with “; ” is a list here."""
        exporter = Exporter(self.columns, self.context)
        names = headers(self.columns)
        is_list = [column.kind in ("list", "codes") for column in exporter.columns]
        parts = [f'{{"{key}": [']
        for number, stored in enumerate(self._stored(exporter)):
            values = map(_json_value, exporter.values(stored), is_list)
            row = json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False)
            parts.append(f"{',' if number else ''}\n{row}")
            if len(parts) == ROWS_A_CHUNK:
                yield "".join(parts)
                parts = []
        yield "".join([*parts, "\n]}\n"])

    def _stored(self, exporter: Exporter[Any]) -> Iterator[tuple[Any, ...]]:
        return self.rows.values_list(*exporter.fields).iterator(chunk_size=ROWS_A_CHUNK)


def _json_value(value: Any, is_list: bool) -> Any:
    if is_list:
        return str(value).split("; ") if value else []
    return text(value) if isinstance(value, date | datetime) else value
