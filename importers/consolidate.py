"""From all accepted claims about one person to the events they speak of. Pure.

The record of a person is a function of the set of accepted claims: they are sorted before they are
joined, so that the order in which documents arrive cannot matter, and importing one again changes
nothing. Why it is recomputed and not patched: `docs/decisions/0006-record-from-claims.md`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from cases.dates import PartialDate, compatible, parse

PRECISIONS = ("day", "interval", "month", "season", "year", "decade", "")

# Things that happen once or again, and say the same when two sources date them alike.
TERM_KEYS = ("years", "months", "days", "life", "death_penalty")

# Kinds of claim that describe the person; they become rows of their own and not events.
DESCRIPTIVE = ("affiliation", "occupation", "age", "recognition")


@dataclass(frozen=True, slots=True)
class Accepted:
    """One accepted claim. `order` sorts claims that say the same: source date, hash, offset."""

    id: int
    kind: str
    date: str
    date_basis: str
    modality: str
    values: Mapping[str, Any]
    document: int
    order: tuple[str, str, int]

    @property
    def when(self) -> PartialDate | None:
        return parse(self.date) if self.date else None


@dataclass(slots=True)
class Draft:
    """An event as the claims together describe it."""

    kind: str
    date: str
    date_basis: str
    modality: str
    values: dict[str, Any]
    claims: list[Accepted] = field(default_factory=list)
    event: int | None = None  # the row that a person edited by hand; its own values stand

    @property
    def when(self) -> PartialDate | None:
        return parse(self.date) if self.date else None


def consolidate(claims: Iterable[Accepted], fixed: Sequence[Draft] = ()) -> list[Draft]:
    """The events that these claims speak of, each with the claims that support it.

    `fixed` are events that a researcher edited: claims join them, and never change them. A claim joins
    an event when exactly one fits; where two fit, it stands for itself and a person may decide.
    """
    drafts = list(fixed)
    for claim in sorted(claims, key=_precise_first):
        fitting = [draft for draft in drafts if _fits(draft, claim)]
        nearest = _closest(fitting, claim)
        if nearest is None:
            drafts.append(_draft(claim))
        else:
            _join(nearest, claim)
    return drafts


def _precise_first(claim: Accepted) -> tuple[Any, ...]:
    when = claim.when
    precision = PRECISIONS.index(when.precision if when else "")
    has_term = not any(claim.values.get(key) for key in TERM_KEYS)
    inferred = claim.date_basis == "inferred" and bool(when and when.approximate)
    return (inferred, precision, claim.date, claim.modality != "stated", has_term, claim.order, claim.id)


def _fits(draft: Draft, claim: Accepted) -> bool:
    if draft.kind != claim.kind or _happened(draft.modality) != _happened(claim.modality):
        return False
    if claim.kind == "sentence" and not _same_term(draft.values, claim.values):
        return False
    if not (draft.when and claim.when):
        return True
    if claim.kind == "still_held":
        return draft.date == claim.date
    return loosely_compatible(draft.when, claim.when)


def _happened(modality: str) -> str:
    return "happened" if modality in ("stated", "reported") else modality


def _same_term(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    a = {key: mine[key] for key in TERM_KEYS if mine.get(key)}
    b = {key: theirs[key] for key in TERM_KEYS if theirs.get(key)}
    return not a or not b or a == b


def loosely_compatible(a: PartialDate, b: PartialDate) -> bool:
    """Whether two dates can be one; an approximate date may be off by one of its own units.

    “Over 19 months” before a Saturday in December is about May, and an arrest on 30 April fits it.
    """
    return compatible(a, b) or _near(a, b) or _near(b, a)


def _near(rough: PartialDate, other: PartialDate) -> bool:
    if not rough.approximate or None in (rough.earliest, rough.latest, other.earliest, other.latest):
        return False
    assert rough.earliest and rough.latest and other.earliest and other.latest
    slack = min(rough.latest - rough.earliest + timedelta(days=1), timedelta(days=366))
    return rough.earliest - slack <= other.latest and other.earliest <= rough.latest + slack


def _closest(fitting: list[Draft], claim: Accepted) -> Draft | None:
    """The one event that a claim belongs to, or None where there is none or more than one."""
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    for narrower in (
        [draft for draft in fitting if draft.date == claim.date and claim.date],
        [draft for draft in fitting if any(mine.document == claim.document for mine in draft.claims)],
        [draft for draft in fitting if draft.when and claim.when and compatible(draft.when, claim.when)],
    ):
        if len(narrower) == 1:
            return narrower[0]
    return None


def _draft(claim: Accepted) -> Draft:
    return Draft(
        kind=claim.kind,
        date=claim.date,
        date_basis=claim.date_basis or "stated",
        modality=claim.modality,
        values={key: value for key, value in claim.values.items() if value not in (None, "", [], False)},
        claims=[claim],
    )


def _join(draft: Draft, claim: Accepted) -> None:
    draft.claims.append(claim)
    if draft.event is not None:
        return
    if claim.modality == "stated":
        draft.modality = "stated"
    if claim.date == draft.date and claim.date_basis == "stated":
        draft.date_basis = "stated"
    for key, value in claim.values.items():
        if value in (None, "", [], False):
            continue
        if isinstance(value, list):
            draft.values[key] = sorted({*draft.values.get(key, []), *value})
        else:
            draft.values.setdefault(key, value)


def best_text(values: Iterable[str]) -> str:
    """The text that most sources give; the longest, then the first of the alphabet, among equals."""
    counts: dict[str, int] = {}
    for value in values:
        if value:
            counts[value] = counts.get(value, 0) + 1
    return min(counts, key=lambda text: (-counts[text], -len(text), text), default="")
