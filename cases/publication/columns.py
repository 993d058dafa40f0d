"""Every column of the published tables: its header, where its value comes from, what it means.

The fields of the models, the values of their rows, the headers of the exports and the data
dictionary are all made from the lists at the end of `columns_people.py`, `columns_events.py` and
`columns_sources.py`. A new column is one entry there and the migration that
`makemigrations` writes.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Generic, TypeVar

from django.db import models

from cases.publication.facts import partial
from cases.vocab import Vocabulary

Value = str | int | bool | date | datetime | None
Row = Mapping[str, Any]
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Context:
    """What a value may depend on besides its row."""

    today: date
    base: str = ""  # the address of the site without a slash at its end: https://record.example.org


@dataclass(frozen=True)
class Column(Generic[F]):
    """One column. It is stored (`read`, and `field` where the model does not declare it), or computed.

    `compute` gets the stored values that `needs` names.
    """

    header: str
    kind: str  # for the data dictionary: a key of KINDS
    meaning: str
    sample: str = ""
    read: Callable[[F], Value] | None = None
    field: Callable[[], "models.Field[Any, Any]"] | None = None
    compute: Callable[[Row, Context], Value] | None = None
    needs: tuple[str, ...] = ()
    vocabulary: Vocabulary[Any] | None = None
    export: bool = True  # False: for filters and orders, not in the files


KINDS = {
    "text": "Text",
    "list": "Several values joined with “; ”",
    "code": "One of the listed codes",
    "codes": "Codes joined with “; ”",
    "edtf": "Date as far as known (EDTF)",
    "day": "Calendar day (ISO 8601)",
    "moment": "Date and time in UTC (ISO 8601)",
    "number": "Whole number",
    "flag": "yes, no, or empty where the question does not arise",
    "address": "Web address",
}

M = TypeVar("M", bound=models.Model)


def with_columns(columns: Sequence[Column[Any]]) -> Callable[[type[M]], type[M]]:
    """A class decorator that gives a model one field for each stored column."""

    def decorate(model: type[M]) -> type[M]:
        for column in columns:
            if column.field is not None:
                model.add_to_class(column.header, column.field())
        return model

    return decorate


def values(columns: Sequence[Column[F]], facts: F) -> dict[str, Value]:
    """The stored values of one row."""
    return {column.header: column.read(facts) for column in columns if column.read is not None}


def exported(columns: Sequence[Column[F]]) -> list[Column[F]]:
    """The columns of the files, in order."""
    return [column for column in columns if column.export]


def headers(columns: Sequence[Column[Any]]) -> list[str]:
    """The header row of the files."""
    return [column.header for column in exported(columns)]


class Exporter(Generic[F]):
    """Rows of a file from tuples of the database, for `queryset.values_list(*exporter.fields)`."""

    def __init__(self, columns: Sequence[Column[F]], context: Context) -> None:
        self.columns, self.context = exported(columns), context
        needed = [name for column in self.columns for name in (column.needs or (column.header,))]
        self.fields = list(dict.fromkeys(needed))
        self._places = {name: place for place, name in enumerate(self.fields)}
        self._steps = [(column.compute, self._places.get(column.header, 0)) for column in self.columns]

    def values(self, stored: Sequence[Any]) -> list[Value]:
        """The values of one row, in the order of the headers."""
        named: Row | None = None
        found: list[Value] = []
        for compute, place in self._steps:
            if compute is None:
                found.append(stored[place])
            else:
                named = named or dict(zip(self.fields, stored, strict=True))
                found.append(compute(named, self.context))
        return found

    def cells(self, stored: Sequence[Any]) -> list[str]:
        """The cells of one row of a spreadsheet's text file: text, and no cell a formula."""
        return [cell(value) for value in self.values(stored)]


def text(value: Value) -> str:
    """A value as the files write it: empty for nothing, yes and no, ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


# What a spreadsheet runs, also after apostrophes, blanks and characters that are not seen, and in the
# wide forms that Japanese input gives (OWASP, “CSV Injection”).
FORMULA = re.compile(
    r"['\s\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]*[=+\-@＝＋－＠]|'*[\t\r\n\x00]"
)


def cell(value: Value) -> str:
    """A value as a cell that no spreadsheet runs as a formula.

    A text that one would run gets an apostrophe in front, and so does one that already has such
    an apostrophe; `uncell` takes it off again, so that no character is lost.
    """
    written = text(value)
    return f"'{written}" if isinstance(value, str) and FORMULA.match(written) else written


def uncell(written: str) -> str:
    """The text that a cell was made from."""
    return written[1:] if written.startswith("'") and FORMULA.match(written[1:]) else written


def char(length: int = 200, index: bool = False) -> Callable[[], "models.Field[Any, Any]"]:
    """A text field, never null; indexed where lists filter or sort by it."""
    return lambda: models.CharField(max_length=length, blank=True, default="", db_index=index)


def long_text() -> "models.Field[Any, Any]":
    """Text of any length."""
    return models.TextField(blank=True, default="")


def a_day(index: bool = False) -> Callable[[], "models.Field[Any, Any]"]:
    """A calendar day, null where there is none."""
    return lambda: models.DateField(null=True, db_index=index)


def number() -> "models.Field[Any, Any]":
    """A whole number, null where there is none."""
    return models.IntegerField(null=True)


def flag() -> "models.Field[Any, Any]":
    """Yes, no, or null where the question does not arise."""
    return models.BooleanField(null=True)


def edtf(
    header: str, meaning: str, sample: str, read: Callable[[F], str | None], *, export: bool = True
) -> list[Column[F]]:
    """The column of a partial date and its two bounds, which filters need and files have if `export`."""

    def bound(side: str) -> Callable[[F], Value]:
        def of(facts: F) -> Value:
            known = partial(read(facts))
            day: date | None = getattr(known, side) if known else None
            return day

        return of

    found: list[Column[F]] = [
        Column(header, "edtf", meaning, sample, read=lambda facts: read(facts) or "", field=char(40))
    ]
    for side in ("earliest", "latest"):
        words = f"The {side} day that `{header}` allows; empty where nothing limits it."
        found.append(
            Column(f"{header}_{side}", "day", words, read=bound(side), field=a_day(index=True), export=export)
        )
    return found


def moment() -> "models.Field[Any, Any]":
    """A date and time."""
    return models.DateTimeField(db_index=True)


def site_address(row: Row, context: Context) -> Value:
    """The full address of a row's page."""
    return f"{context.base}{row['path']}"
