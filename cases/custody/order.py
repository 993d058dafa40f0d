"""The order of facts: by date, and where dates overlap by the order in which such things happen."""

from collections.abc import Iterable
from datetime import date, timedelta

from cases.custody.values import Placed
from cases.dates import PartialDate, compatible

# Of two facts of one day, or of which one has only a year, the earlier of this list came first.
USUAL_ORDER = [
    "search", "summons", "wanted", "disappearance", "arrest", "house_arrest", "charge", "pretrial_detention",
    "trial", "sentence", "appeal", "transfer", "hospitalisation", "visit", "incommunicado", "still_held",
    "pardon", "release", "exile", "death",
]  # fmt: skip
TAKEN = ("arrest", "house_arrest", "disappearance")
# Dates of one arrest or release further apart than this are two of them, and no conflict of sources.
SAME_EVENT_DAYS = 31


def in_order(facts: Iterable[Placed]) -> list[Placed]:
    """Facts in time; the same for any order of the facts given."""
    waiting = sorted(facts, key=_usual)
    ordered: list[Placed] = []
    while waiting:
        limit = min(one.last for one in waiting)
        ready = [one for one in waiting if one.first <= limit]
        chosen = ready[0]
        if chosen.kind == "arrest" and _still_in(ordered, chosen):
            # Freed and taken again on one day: the release ends the custody that was before.
            chosen = next((one for one in ready if one.kind == "release"), chosen)
        ordered.append(chosen)
        waiting.remove(chosen)
    return ordered


def same_event(a: Placed, b: Placed) -> bool:
    """Could two arrests, or two releases, with nothing between them be one that sources date differently?"""
    if a.when is None or b.when is None or loosely_compatible(a.when, b.when):
        return True
    apart = max(a.first, b.first) - min(a.last, b.last)
    if apart <= timedelta(days=SAME_EVENT_DAYS):
        return True
    days = a.when.precision == b.when.precision == "day"
    return days and a.when.edtf[4:10] == b.when.edtf[4:10]  # a slip of the year


def loosely_compatible(a: PartialDate, b: PartialDate) -> bool:
    """Could both be one date, an approximate one being off by one of its own units?"""
    return compatible(a, b) or _reaches(a, b) or _reaches(b, a)


def _reaches(rough: PartialDate, other: PartialDate) -> bool:
    if not (rough.approximate and rough.earliest and rough.latest):
        return False
    slack = min(rough.latest - rough.earliest + timedelta(days=1), timedelta(days=366))
    first, last = other.earliest or date.min, other.latest or date.max
    if rough.earliest - date.min < slack or date.max - rough.latest < slack:
        return True
    return rough.earliest - slack <= last and first <= rough.latest + slack


def _usual(placed: Placed) -> tuple[int, date, date, str]:
    kind = placed.kind
    rank = USUAL_ORDER.index(kind) if kind in USUAL_ORDER else len(USUAL_ORDER)
    return (rank, placed.last, placed.first, placed.fact.id)


def _still_in(ordered: list[Placed], arrest: Placed) -> bool:
    """Was the person taken before, by another arrest, and not set free since?"""
    for one in reversed(ordered):
        if one.kind in ("release", "death"):
            return False
        if one.kind == "arrest":
            return not same_event(one, arrest)
    return False
