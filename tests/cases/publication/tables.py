"""The public tables as plain values, to compare them."""

import json
from typing import Any

from cases.publication.public_rows import ALL

# Numbers that come from the log and not from the documents.
OF_THE_LOG = ("number", "version", "updated_at")


def public_tables(without: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """Every public table in a fixed order, without counters and, if named, without other columns."""
    found = {}
    for model in ALL:
        counter = model._meta.auto_field
        left_out = {*without, *([counter.attname] if counter else [])}
        found[model.__name__] = sorted(_plain(row, left_out) for row in model._default_manager.values())
    return found


def _plain(row: dict[str, Any], left_out: set[str]) -> str:
    kept = {key: value for key, value in row.items() if key not in left_out}
    return json.dumps(kept, sort_keys=True, default=str)
