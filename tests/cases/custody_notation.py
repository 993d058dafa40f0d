"""Facts of custody in a short notation, for the tables of tests.

A fact is "id kind date" with marks behind: ``?`` reported, ``planned``, ``denied``, ``pub=DATE`` the newest
source, ``absent``, ``suspended``, ``fine``, ``15d`` the length, ``bail``, ``exiled``, and rulings.
"""

from cases.custody import Custody, CustodyFact, Period
from cases.dates import parse

KINDS = {
    "held": "still_held",
    "house": "house_arrest",
    "pretrial": "pretrial_detention",
    "hospital": "hospitalisation",
}


def fact(line: str) -> CustodyFact:
    """One fact of its short notation; a word that means nothing is refused."""
    name, kind, when, *marks = line.split()
    values: dict[str, object] = {"modality": "stated"}
    for mark in marks:
        values |= _mark(mark)
    values["date"] = None if when == "-" else parse(when)
    return CustodyFact(id=name, kind=KINDS.get(kind, kind), **values)  # type: ignore[arg-type]  # values by name


def _mark(mark: str) -> dict[str, object]:
    known: dict[str, dict[str, object]] = {
        "?": {"modality": "reported"},
        "planned": {"modality": "planned"},
        "denied": {"modality": "denied"},
        "absent": {"in_absentia": True},
        "suspended": {"suspended": True},
        "fine": {"non_custodial": True},
        "bail": {"manner": "bail"},
        "exiled": {"conditions": ("forced_exile",)},
        "yes": {"chosen": True, "ruling": "The family confirmed it."},
        "no": {"chosen": False, "ruling": "The family denied it."},
    }
    if mark.startswith("pub="):
        return {"published": parse(mark[4:])}
    if mark[:-1].isdigit():
        number = int(mark[:-1])
        return {"length": {"y": (number, 0, 0), "m": (0, number, 0), "d": (0, 0, number)}[mark[-1]]}
    return known[mark]


def facts(text: str) -> list[CustodyFact]:
    return [fact(line) for line in text.split(";")]


def shown(period: Period) -> str:
    return f"{period.start or ''} → {'' if period.open else period.end or '?'}"


def summary(found: Custody) -> tuple[str, str, str, str]:
    return (found.status, found.stage, str(found.since or ""), str(found.last_confirmed or ""))
