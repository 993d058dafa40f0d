"""What facts tell of somebody, in the plain form in which a document and the record are compared. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

FULL_DATE = len("2020-09-07")
# What happens to the living only; trials, reports and awards may come later.
OF_THE_LIVING = frozenset(
    (
        "arrest",
        "house_arrest",
        "pretrial_detention",
        "still_held",
        "transfer",
        "hunger_strike",
        "visit",
        "release",
    )
)


@dataclass(frozen=True, slots=True)
class Told:
    """One thing told of somebody: a kind with its date and values, in a source published on a date (EDTF)."""

    kind: str
    date: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    published: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was told, as resolution compares it."""

    shared: Mapping[str, frozenset[str]] = field(default_factory=dict)  # see `score.SUPPORTING`
    birth_year: int | None = None
    last_alive: str = ""  # the last full date of an event of the living
    died: str = ""  # the full date of a death


def facts_of(told: Iterable[Told]) -> Facts:
    """The facts of one person in comparable form; what is not told exactly is left out."""
    found: dict[str, set[str]] = {}
    born: set[int] = set()
    alive, died = "", ""
    for one in told:
        if one.kind == "age":
            born |= _born(one)
            continue
        if len(one.date) == FULL_DATE:
            found.setdefault("date", set()).add(f"{one.kind.replace('_', ' ')} on {one.date}")
            if one.kind in OF_THE_LIVING:
                alive = max(alive, one.date)
            if one.kind == "death":
                died = one.date
        for name, value in _values(one.values):
            found.setdefault(name, set()).add(value)
    shared = {name: frozenset(values) for name, values in found.items()}
    return Facts(shared, born.pop() if len(born) == 1 else None, alive, died)


def _born(one: Told) -> set[int]:
    """The year that an age gives, to within one."""
    age, year = one.values.get("age"), one.published[:4]
    return {int(year) - int(age)} if age and year.isdecimal() else set()


def _values(values: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for name in ("court", "organisation", "place"):
        if values.get(name):
            yield name, str(values[name])
    for article in values.get("articles", ()):
        yield "charge", f"Article {article}"
    for charge in values.get("charges", ()):
        yield "charge", str(charge)
