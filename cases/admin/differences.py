"""Audit rows as people read them: labels for columns and codes, names for keys."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models

from cases import history
from cases.models import Change

ACTIONS = {"add": "added", "change": "changed", "delete": "deleted"}
NOTHING = "–"
# Derived columns say nothing that their source does not.
DERIVED = ("key", "key_version")


@dataclass(frozen=True, slots=True)
class Line:
    """One column of a change."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One audit row, ready to show."""

    change: Change
    what: str
    action: str
    lines: list[Line]


def entries(changes: Iterable[Change]) -> list[Entry]:
    """Audit rows ready to show, in a number of queries that does not grow with them."""
    rows = list(changes)
    names = history.related_names(rows)
    return [_entry(row, names) for row in rows]


def _entry(change: Change, names: dict[tuple[str, str], str]) -> Entry:
    model = history.MODELS.get(change.model)
    before, after = change.before or {}, change.after or {}
    lines = []
    for column in dict.fromkeys([*before, *after]):
        was = _shown(model, column, before.get(column), names)
        now = _shown(model, column, after.get(column), names)
        if column not in DERIVED and not column.endswith(("_earliest", "_latest")) and was != now:
            lines.append(Line(_label(model, column), was, now))
    what = str(model._meta.verbose_name) if model else change.model
    return Entry(change, what, ACTIONS.get(change.action, change.action), lines)


def _label(model: type[models.Model] | None, column: str) -> str:
    field = _field(model, column)
    return str(field.verbose_name).capitalize() if field is not None else column


def _shown(
    model: type[models.Model] | None, column: str, value: Any, names: dict[tuple[str, str], str]
) -> str:
    if value is None or value in ("", []):
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    other = history.relation(model, column)
    if other is not None:
        return names.get((other._meta.model_name or "", str(value)), f"no longer there ({value})")
    field = _field(model, column)
    return str(dict(field.flatchoices).get(value, value)) if field is not None else str(value)


def _field(model: type[models.Model] | None, column: str) -> Any:
    if model is None:
        return None
    try:
        return model._meta.get_field(column)
    except FieldDoesNotExist:
        return None
