"""Which fields of the record may be published, one by one. What is in none of the lists is internal.

A test fails for a field of a model that stands in no list, so that a new field is a decision.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# May stand in a published document.
PUBLIC: dict[str, tuple[str, ...]] = {
    "person": ("public_id", "gender", "birth_date", "country", "occupation", "summary", "unattended"),
    "personname": ("text", "kind", "script", "language", "is_primary"),
    "organisation": ("public_id", "name", "kind"),
    "affiliation": ("role", "title", "date"),
    "recognition": ("recognised_as", "decision", "date", "criteria", "statement_url"),
    "event": (
        "public_id", "kind", "manner", "date", "date_basis", "modality", "place", "note", "chosen", "ruling",
    ),
    "sentence": (
        "judge", "years", "months", "days", "life", "death_penalty", "suspended", "in_absentia", "regime",
        "fine_amount", "fine_currency", "finality",
    ),
    "release": ("manner", "conditions"),
    "charge": ("law", "article", "as_worded", "status", "status_date"),
    "incident": (
        "public_id", "kind", "title", "date", "date_basis", "place", "country",
        "announced_count", "qualifier",
    ),
    "figure": ("public_id", "subject", "count", "qualifier", "date", "date_basis", "country"),
    "source": ("public_id", "title", "publisher", "published", "published_basis", "language", "url"),
    "citation": ("start", "end", "quote", "stance", "hedged"),
    "document": (),
}  # fmt: skip

# Other rows, published by their own lists or not at all.
LINKS: dict[str, tuple[str, ...]] = {
    "personname": ("person",),
    "affiliation": ("person", "organisation"),
    "recognition": ("person", "organisation"),
    "event": ("person", "incident", "organisation"),
    "sentence": ("event", "court"),
    "release": ("event",),
    "charge": ("person", "event"),
    "figure": ("stated_by",),
    "source": ("document",),
    "citation": (
        "source", "person", "name", "affiliation", "event", "charge", "recognition", "incident", "figure",
    ),
}  # fmt: skip

# Never published. Bounds of dates follow from the dates and are worked out again from them.
_EVERY = ("id", "visibility", "created_at", "updated_at")
_BOUNDS = ("date_earliest", "date_latest")
INTERNAL: dict[str, tuple[str, ...]] = {
    "person": (*_EVERY, "birth_date_earliest", "birth_date_latest", "notes", "settled", "merged_into"),
    "personname": (*_EVERY, "key", "key_version"),
    "organisation": (*_EVERY, "other_names", "country", "key", "settled"),
    "affiliation": (*_EVERY, *_BOUNDS),
    "recognition": (*_EVERY, *_BOUNDS),
    "event": (*_EVERY, *_BOUNDS, "hand_edited"),
    "sentence": _EVERY,
    "release": _EVERY,
    "charge": (*_EVERY, "status_date_earliest", "status_date_latest"),
    "incident": (*_EVERY, *_BOUNDS),
    "figure": (*_EVERY, *_BOUNDS),
    "source": (
        *_EVERY, "published_earliest", "published_latest", "start", "end", "licence",
        "open_licence", "repeats",
    ),
    "citation": _EVERY,
    # Of the stored text only the paragraph around a public quote is shown (`paragraph.py`).
    "document": (
        "id", "sha256", "text_sha256", "filename", "media_type", "encoding", "language", "url",
        "retrieved_at", "headers", "notes", "original", "text",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the record as plain values, with the rows that belong to it."""

    values: Mapping[str, Any]
    one: Mapping[str, "Row | None"] = field(default_factory=dict)
    many: Mapping[str, Sequence["Row"]] = field(default_factory=dict)

    @property
    def is_public(self) -> bool:
        return self.values.get("visibility") == "public"

    def public(self, name: str) -> "Row | None":
        """The row that this one refers to, if that is public."""
        other = self.one.get(name)
        return other if other is not None and other.is_public else None

    def publics(self, name: str) -> list["Row"]:
        """The public ones of the rows that belong to this one."""
        return [other for other in self.many.get(name, ()) if other.is_public]


def take(model: str, row: Row) -> dict[str, Any]:
    """The public fields of a row, and no other."""
    return {name: row.values[name] for name in PUBLIC[model]}
