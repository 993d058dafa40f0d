"""Rows of facts as one-line texts, and what follows from them.

A fact is "id kind date" with marks behind: ``?`` reported, ``planned``, ``denied``, ``pub=DATE`` the newest
source, ``absent``, ``suspended``, ``fine``, ``15d`` the length, ``bail``, ``exiled``, and rulings.
"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.custody import Conflict, Custody, CustodyFact, Period, custody, reasons
from cases.custody.order import USUAL_ORDER
from cases.custody.story import TELLERS
from cases.dates import parse
from cases.vocab import EVENT_KINDS, LEGAL_STAGES, STATUSES, Effect

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


ROWS = [
    # Held
    ("a arrest 2020-09-07", "detained investigation 2020-09-07 2020-09-07", ["2020-09-07 → "]),
    ("a arrest 2020-09", "detained investigation 2020-09 2020-09", ["2020-09 → "]),
    ("a arrest -", "detained investigation  ", [" → "]),
    ("a arrest - pub=2025-12-13", "detained investigation ../2025-12-13 ", ["../2025-12-13 → "]),
    ("a arrest 2025 pub=2025-05-03", "detained investigation 2025 2025", ["2025 → "]),
    ("h held 2025-12-19", "detained none ../2025-12-19 2025-12-19", ["../2025-12-19 → "]),
    ("h held - pub=2025-12-19", "detained none ../2025-12-19 2025-12-19", ["../2025-12-19 → "]),
    ("h held -", "detained none  ", [" → "]),
    ("a arrest 2020-09; h held 2025-12-19", "detained investigation 2020-09 2025-12-19", ["2020-09 → "]),
    (
        "a arrest 2020-09; h held 2025-12-19; g held 2025-12-13",
        "detained investigation 2020-09 2025-12-19",
        ["2020-09 → "],
    ),
    ("s sentence 2021-09-06", "detained convicted ../2021-09-06 2021-09-06", ["../2021-09-06 → "]),
    (
        "a arrest 2020-09-07; s sentence 2021-09-06",
        "detained convicted 2020-09-07 2021-09-06",
        ["2020-09-07 → "],
    ),
    ("a arrest 2020; s sentence 2020", "detained convicted 2020 2020", ["2020 → "]),
    ("h house 2021-03", "detained investigation 2021-03 2021-03", ["2021-03 → "]),
    ("a arrest 2021-01; h house 2021-03", "detained investigation 2021-01 2021-03", ["2021-01 → "]),
    ("h house 2021-01; a arrest 2021-03", "detained investigation 2021-01 2021-03", ["2021-01 → "]),
    ("p pretrial 2024-11", "detained investigation ../2024-11 2024-11", ["../2024-11 → "]),
    (
        "d disappearance 2020-09-07; a arrest 2020-09-09",
        "detained investigation 2020-09-07 2020-09-09",
        ["2020-09-07 → "],
    ),
    ("v visit 2024-11-12; i incommunicado 2023-02", "detained none ../2023-02 2024-11-12", ["../2023-02 → "]),
    ("h hospitalisation 2022-11", "detained none ../2022-11 2022-11", ["../2022-11 → "]),
    # Released
    ("r release 2025-12-13", "released closed 2025-12-13 2025-12-13", ["../2025-12-13 → 2025-12-13"]),
    ("r release -", "released closed  ", [" → ?"]),
    (
        "a arrest 2020-09-07; s sentence 2021-09-06; r release 2025-12-13",
        "released closed 2025-12-13 2025-12-13",
        ["2020-09-07 → 2025-12-13"],
    ),
    (
        "h held 2025-12-13; r release 2025-12-13",
        "released closed 2025-12-13 2025-12-13",
        ["../2025-12-13 → 2025-12-13"],
    ),
    (
        "s sentence - pub=2025-12-13; r release 2025-12-13",
        "released closed 2025-12-13 2025-12-13",
        ["../2025-12-13 → 2025-12-13"],
    ),
    (
        "a arrest 2021-05; r release 2021-06 bail",
        "released investigation 2021-06 2021-06",
        ["2021-05 → 2021-06"],
    ),
    (
        "a arrest 2021-05-05; r release 2021-05-05",
        "released closed 2021-05-05 2021-05-05",
        ["2021-05-05 → 2021-05-05"],
    ),
    ("a arrest 2021-05; x exile 2021-07", "released investigation 2021-07 2021-07", ["2021-05 → 2021-07"]),
    (
        "r release 2025-12-13; x exile 2025-12-13",
        "released closed 2025-12-13 2025-12-13",
        ["../2025-12-13 → 2025-12-13"],
    ),
    (
        "r release 2025-12-13; x exile 2025-12",
        "released closed 2025-12-13 2025-12-13",
        ["../2025-12-13 → 2025-12-13"],
    ),
    (
        "a arrest 2021-05; r release 2021-06-30; q release 2021-06",
        "released closed 2021-06-30 2021-06-30",
        ["2021-05 → 2021-06-30"],
    ),
    (
        "a arrest 2020; r release 2021 exiled; s sentence 2023",
        "released convicted 2021 2021",
        ["2020 → 2021"],
    ),
    # Taken again
    (
        "a arrest 2020-05; r release 2020-06; b arrest 2021-03",
        "detained investigation 2021-03 2021-03",
        ["2020-05 → 2020-06", "2021-03 → "],
    ),
    (
        "a arrest 2020-05; r release 2020-06 bail; s sentence 2021-03",
        "detained convicted 2021-03 2021-03",
        ["2020-05 → 2020-06", "2021-03 → "],
    ),
    (
        "a arrest 2020-05-01; r release 2021-06-02; b arrest 2021-06-02",
        "detained investigation 2021-06-02 2021-06-02",
        ["2020-05-01 → 2021-06-02", "2021-06-02 → "],
    ),
    (
        "a arrest 2020-05-01; b arrest 2021-03-02",
        "detained investigation 2021-03-02 2021-03-02",
        ["2020-05-01 → 2020-05-01/2021-03-02", "2021-03-02 → "],
    ),
    (
        "a arrest 2020-05; r release 2020-06; h held 2023-01-10",
        "detained closed 2020-06-01/2023-01-10 2023-01-10",
        ["2020-05 → 2020-06", "2020-06-01/2023-01-10 → "],
    ),
    (
        "a arrest 2020-05; r release 2020-06; p pretrial 2020-08",
        "detained investigation 2020-06-01/2020-08-31 2020-08",
        ["2020-05 → 2020-06", "2020-06-01/2020-08-31 → "],
    ),
    (
        "a arrest 2020-05-01; s sentence 2020-05-02 15d; b arrest 2020-05-20",
        "detained convicted 2020-05-20 2020-05-20",
        ["2020-05-01 → 2020-05-16/2020-05-17", "2020-05-20 → "],
    ),
    (
        "a arrest 2020-05; r release 2020-06; q release 2023-06",
        "released closed 2023-06 2023-06",
        ["2020-05 → 2020-06", "2020-06-01/2023-06-30 → 2023-06"],
    ),
    # At large
    ("w wanted 2021", "at_large none 2021 ", []),
    ("x exile 2021", "at_large none 2021 ", []),
    ("s sentence 2023-03 absent", "at_large convicted 2023-03 ", []),
    ("w wanted 2021; s sentence 2023-03 absent", "at_large convicted 2021 ", []),
    ("w wanted 2021; s sentence 2023-03", "at_large convicted 2021 2023-03", []),
    ("w wanted 2021; a arrest 2022-05", "detained investigation 2022-05 2022-05", ["2022-05 → "]),
    ("s sentence 2023-03 suspended", "at_large convicted 2023-03 ", []),
    ("s sentence 2023-03 fine", "at_large convicted 2023-03 ", []),
    (
        "s sentence 2023-03 suspended; b sentence 2024-03",
        "detained convicted 2024-03 2024-03",
        ["2024-03 → "],
    ),
    (
        "a arrest 2020-05; r release 2020-06; w wanted 2021",
        "at_large closed 2021 2020-06",
        ["2020-05 → 2020-06"],
    ),
    (
        "a arrest 2020-05; r release 2020-06; s sentence 2023-03 absent",
        "at_large convicted 2023-03 2020-06",
        ["2020-05 → 2020-06"],
    ),
    (
        "a arrest 2020-05; w wanted 2021",
        "at_large investigation 2021 2020-05",
        ["2020-05 → 2020-05-01/2021-12-31"],
    ),
    (
        "a arrest 2020-05; s sentence 2021-03 absent; h held 2021-04",
        "detained convicted 2020-05 2021-04",
        ["2020-05 → "],
    ),
    # Penalties that take no liberty
    (
        "a arrest 2020-05; s sentence 2021-03 suspended",
        "released convicted 2021-03 2021-03",
        ["2020-05 → 2021-03"],
    ),
    (
        "a arrest 2020-05; s sentence 2021-03 fine",
        "released convicted 2021-03 2021-03",
        ["2020-05 → 2021-03"],
    ),
    (
        "a arrest 2020-05; s sentence 2021-03 suspended; h held 2021-04",
        "detained convicted 2020-05 2021-04",
        ["2020-05 → "],
    ),
    # Days that are over
    (
        "a arrest 2020-05-01; s sentence 2020-05-02 15d",
        "unknown convicted  2020-05-02",
        ["2020-05-01 → 2020-05-16/2020-05-17"],
    ),
    ("s sentence 2020-05-02 15d", "unknown convicted  2020-05-02", ["../2020-05-02 → 2020-05-02/2020-05-17"]),
    (
        "s sentence 2020-05-02 15d; h held 2020-07-01",
        "detained convicted ../2020-05-02 2020-07-01",
        ["../2020-05-02 → "],
    ),
    (
        "s sentence 2020-05-02 15d; r release 2020-05-17",
        "released closed 2020-05-17 2020-05-17",
        ["../2020-05-02 → 2020-05-17"],
    ),
    ("s sentence 2020-05-02 5y", "detained convicted ../2020-05-02 2020-05-02", ["../2020-05-02 → "]),
    # Dead
    ("d death 2023-07-11", "deceased none 2023-07-11 ", []),
    (
        "a arrest 2020-05; d death 2023-07-11",
        "deceased investigation 2023-07-11 2023-07-11",
        ["2020-05 → 2023-07-11"],
    ),
    ("a arrest 2020; r release 2021; d death 2023", "deceased closed 2023 2023", ["2020 → 2021"]),
    # What never counts
    ("r release 2025-12-13 planned", "unknown none  ", []),
    (
        "a arrest 2020-05; r release 2025-12-13 planned",
        "detained investigation 2020-05 2020-05",
        ["2020-05 → "],
    ),
    (
        "a arrest 2020-05; r release 2025-12-13 denied",
        "detained investigation 2020-05 2020-05",
        ["2020-05 → "],
    ),
    (
        "a arrest 2024-05; t trial 2025-12-15 planned",
        "detained investigation 2024-05 2024-05",
        ["2024-05 → "],
    ),
    ("t trial 2025-12-15", "unknown trial  ", []),
    ("c charge 2020-10", "unknown investigation  ", []),
    ("a arrest 2020-09; c charge -; s sentence 2021", "detained convicted 2020-09 2021", ["2020-09 → "]),
    ("s sentence 2021; b appeal 2022", "detained appealed ../2021 2021", ["../2021 → "]),
    ("z search 2020-05-01", "unknown none  ", []),
    # Reported only counts where nothing says otherwise
    ("r release 2025-12-13 ?", "released closed 2025-12-13 2025-12-13", ["../2025-12-13 → 2025-12-13"]),
]


@pytest.mark.parametrize(("text", "expected", "periods"), ROWS)
def test_status_stage_since_and_periods_follow_from_the_facts(
    text: str, expected: str, periods: list[str]
) -> None:
    found = custody(facts(text))
    assert " ".join(summary(found)) == expected
    assert [shown(one) for one in found.periods] == periods
    assert found.conflicts == ()
    assert found.reason.endswith(".")


def test_somebody_without_facts_is_unknown_and_says_so() -> None:
    assert custody([]) == Custody("unknown", "none", None, None, False, (), (), reasons.NOTHING_KNOWN)


CONFLICTS = [
    # An earlier release with a hedge, and a later source without one
    (
        "a arrest 2021~; r release 2025-12-13 ? pub=2025-12-13; h held 2025-12-19 pub=2025-12-19",
        "detained investigation 2021~ 2025-12-19",
        [("custody", "h", "r", reasons.LATER_WITHOUT_HEDGE)],
    ),
    (
        "r release 2025-12-13 ? pub=2025-12-13; h held 2025-12-19 pub=2025-12-19",
        "detained none ../2025-12-19 2025-12-19",
        [("custody", "h", "r", reasons.LATER_WITHOUT_HEDGE)],
    ),
    (
        "r release 2025-12-13 pub=2025-12-13; h held 2025-12-19 ? pub=2025-12-19",
        "released closed 2025-12-13 2025-12-13",
        [("custody", "r", "h", reasons.WITHOUT_HEDGE)],
    ),
    (
        "r release 2025-12-13 pub=2025-12-13; h held 2025-12-19 pub=2025-12-19",
        "detained none ../2025-12-19 2025-12-19",
        [("custody", "h", "r", reasons.LATER_SOURCE)],
    ),
    (
        "r release 2025-12-13 pub=2026-02-01; h held 2025-12-19 pub=2025-12-19",
        "released closed 2025-12-13 2025-12-13",
        [("custody", "r", "h", reasons.LATER_SOURCE)],
    ),
    (
        "r release 2025-12-13; h held 2025-12-19",
        "detained none ../2025-12-19 2025-12-19",
        [("custody", "h", "r", reasons.LATER_FACT)],
    ),
    (
        "r release 2025-12-13 ?; q release 2025-12-13; h held 2025-12-19 ?",
        "released closed 2025-12-13 2025-12-13",
        [("custody", "q", "h", reasons.WITHOUT_HEDGE)],
    ),
    # Rulings
    (
        "r release 2025-12-13 ? yes pub=2025-12-13; h held 2025-12-19 pub=2025-12-19",
        "released closed 2025-12-13 2025-12-13",
        [("custody", "r", "h", "The family confirmed it.")],
    ),
    (
        "r release 2025-12-13 pub=2025-12-13; h held 2025-12-19 ? yes",
        "detained none ../2025-12-19 2025-12-19",
        [("custody", "h", "r", "The family confirmed it.")],
    ),
    (
        "a arrest 2020-09; r release 2025-12-13 no",
        "detained investigation 2020-09 2020-09",
        [("custody", "a", "r", "The family denied it.")],
    ),
    (
        "a arrest 2020-09-07 no; b arrest 2020-09-09",
        "detained investigation 2020-09-09 2020-09-09",
        [("date", "b", "a", "The family denied it.")],
    ),
    # Dates
    (
        "a arrest 2020-09-07 pub=2020-10; b arrest 2020-09-09 pub=2025-12",
        "detained investigation 2020-09-09 2020-09-09",
        [("date", "b", "a", reasons.LATER_SOURCE)],
    ),
    (
        "a arrest 2020-09-07; b arrest 2020-09-09",
        "detained investigation 2020-09-07 2020-09-07",
        [("date", "a", "b", reasons.EARLIER_DATE)],
    ),
    (
        "a arrest 2020-09-07; b arrest 2020-09-09 ? pub=2025",
        "detained investigation 2020-09-07 2020-09-07",
        [("date", "a", "b", reasons.WITHOUT_HEDGE)],
    ),
    (
        "a arrest 2020-09-07 pub=2025-01; b arrest 2021-09-07 pub=2025-06",
        "detained investigation 2021-09-07 2021-09-07",
        [("date", "b", "a", reasons.LATER_SOURCE)],
    ),
    (
        "a arrest 2020-09-07; b arrest 2020-09-09 yes",
        "detained investigation 2020-09-09 2020-09-09",
        [("date", "b", "a", "The family confirmed it.")],
    ),
    (
        "a arrest 2020-05; r release 2021-06-30 pub=2021-07; q release 2021-07-02 pub=2021-08",
        "released closed 2021-07-02 2021-07-02",
        [("date", "q", "r", reasons.LATER_SOURCE)],
    ),
    (
        "d death 2023-07-11 pub=2023-08; e death 2023-07-12 ?",
        "deceased none 2023-07-11 ",
        [("date", "d", "e", reasons.WITHOUT_HEDGE)],
    ),
    # Life
    (
        "a arrest 2020-05; d death 2023-07-11; h held 2023-12-01 pub=2023-12-01",
        "deceased investigation 2023-07-11 2023-07-11",
        [("custody", "d", "h", reasons.DEATH_STANDS)],
    ),
    (
        "a arrest 2020-05; d death 2023-07-11 ?; h held 2023-12-01",
        "detained investigation 2020-05 2023-12-01",
        [("custody", "h", "d", reasons.WITHOUT_HEDGE)],
    ),
    # Lengths, and what a source denies
    (
        "a arrest 2020; s sentence 2021-09-06 10y pub=2021; q sentence 2021-09-06 11y pub=2025",
        "detained convicted 2020 2021-09-06",
        [("length", "q", "s", reasons.LENGTHS)],
    ),
    (
        "r release 2025-12-13 ?; n release 2025-12-13 denied",
        "released closed 2025-12-13 2025-12-13",
        [("custody", "r", "n", reasons.DENIED)],
    ),
]


@pytest.mark.parametrize(("text", "expected", "conflicts"), CONFLICTS)
def test_where_sources_differ_one_reading_is_followed_and_the_reason_given(
    text: str, expected: str, conflicts: list[tuple[str, str, str, str]]
) -> None:
    found = custody(facts(text))
    assert " ".join(summary(found)) == expected
    assert found.conflicts == tuple(
        Conflict(what, (current, other), current, reason) for what, current, other, reason in conflicts
    )


@pytest.mark.parametrize(
    "text",
    [
        "a arrest 2020-09; b arrest 2020-09-07",
        "a arrest 2020; b arrest 2020-09-07",
        "a arrest 2021~; b arrest 2020-11-03",  # "more than four years" reaches a year further back
        "a arrest -; b arrest 2020-09-07",
        "r release 2025-12-13; q release 2025-12",
        "h held 2025-12-13; r release 2025-12-13",
        "h held 2025-12; r release 2025-12-13",
    ],
)
def test_dates_that_could_be_one_are_no_conflict(text: str) -> None:
    assert custody(facts(text)).conflicts == ()


def test_an_exact_date_of_one_source_refines_the_month_of_another() -> None:
    found = custody(facts("a arrest 2020-09 pub=2025-12-19; b arrest 2020-09-07 pub=2025-12-13"))
    assert (found.since, found.periods[0].start_fact) == (parse("2020-09-07"), "b")


def test_a_hedged_source_does_not_refine_the_date_of_one_without_a_hedge() -> None:
    assert custody(facts("a arrest 2020-09; b arrest 2020-09-07 ?")).since == parse("2020-09")


def test_an_approximate_beginning_gives_way_to_an_exact_one() -> None:
    assert custody(facts("a arrest 2021~ pub=2025-12-19; b arrest 2020-11-03")).since == parse("2020-11-03")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("r release 2025-12-13 ?", True),
        ("r release 2025-12-13 ?; q release 2025-12-13", False),
        ("a arrest 2020 ?", True),
        ("a arrest 2020 ?; h held 2021", False),
        ("a arrest 2020; r release 2025 ?", True),
        ("w wanted 2021 ?", True),
        ("w wanted 2021 ?; s sentence 2022 absent", False),
        ("d death 2021 ?", True),
        ("r release 2025-12-13 planned", False),
    ],
)
def test_a_status_is_marked_as_reported_where_no_source_states_it(text: str, expected: bool) -> None:
    found = custody(facts(text))
    assert found.reported_only is expected
    assert (reasons.HEDGED in found.reason) is expected


CASE = "a arrest 2020-09-07; s sentence 2021-09-06 11y; h held 2024-11-12; r release 2025-12-13"


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        (CASE, "2020-09-06", "unknown none"),
        (CASE, "2020-09-07", "detained investigation"),
        (CASE, "2021-09-06", "detained convicted"),
        (CASE, "2025-12-12", "detained convicted"),
        (CASE, "2025-12-13", "released closed"),
        (CASE, "2030-01-01", "released closed"),
        ("a arrest 2020-09", "2020-09-15", "unknown investigation"),
        ("a arrest 2020-09", "2020-09-30", "detained investigation"),
        ("a arrest 2020-09", "2020-08-31", "unknown none"),
        ("a arrest 2020; r release 2021-06", "2021-06-15", "unknown closed"),
        ("a arrest 2025 pub=2025-05-03", "2025-05-03", "detained investigation"),  # told by then
        ("h held 2025-12-19", "2024-01-01", "unknown none"),
        ("h held 2025-12-19", "2025-12-19", "detained none"),
        ("h held 2025-12-19", "2026-06-01", "detained none"),
        ("d death 2023-07-11; a arrest 2020-05", "2023-07-10", "detained investigation"),
        ("d death 2023-07-11; a arrest 2020-05", "2023-07-11", "deceased investigation"),
        ("w wanted 2021; a arrest 2022-05", "2022-03-01", "at_large none"),
        ("a arrest 2020-05-01; b arrest 2021-03-02", "2020-09-01", "unknown investigation"),
        ("a arrest 2020-05-01; b arrest 2021-03-02", "2021-03-02", "detained investigation"),
        ("a arrest 2020-05-01; s sentence 2020-05-02 15d", "2020-05-10", "detained convicted"),
        ("a arrest 2020-05-01; s sentence 2020-05-02 15d", "2020-05-16", "detained convicted"),
        ("a arrest 2020-05-01; s sentence 2020-05-02 15d", "2020-06-01", "unknown convicted"),
        (
            "r release 2025-12-13 ? pub=2025-12-13; a arrest 2021; h held 2025-12-19",
            "2025-12-15",
            "detained investigation",
        ),
    ],
)
def test_custody_on_a_day_is_certain_or_unknown(text: str, on: str, expected: str) -> None:
    found = custody(facts(text), date.fromisoformat(on))
    assert f"{found.status} {found.stage}" == expected
    assert (
        found.since is None or found.since.earliest is None or found.since.earliest <= date.fromisoformat(on)
    )


def test_a_day_within_the_bounds_says_that_sources_leave_it_open() -> None:
    assert custody(facts("a arrest 2020-09"), date(2020, 9, 15)).reason == reasons.BETWEEN


def test_the_period_of_custody_has_bounds() -> None:
    [period] = custody(facts("a arrest 2020-09; r release 2025-12-13")).periods
    assert (period.start_earliest, period.start_latest) == (date(2020, 9, 1), date(2020, 9, 30))
    assert (period.end_earliest, period.end_latest) == (date(2025, 12, 13), date(2025, 12, 13))
    assert (period.start_fact, period.end_fact, period.open) == ("a", "r", False)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a arrest 2020-09-07", reasons.ARRESTED.format(when="on 7 September 2020")),
        ("a arrest 2021~", reasons.ARRESTED.format(when="about 2021")),
        ("a arrest - pub=2025", reasons.ARRESTED.format(when="by 2025")),
        ("a arrest -", reasons.ARRESTED.format(when="on a day not known")),
        ("h held 2025-12-19", reasons.CONFIRMED.format(when="on 19 December 2025")),
        ("s sentence 2023", reasons.SENTENCED.format(when="in 2023")),
        (
            "r release 2025-12-13 ?",
            "A source says that the person was set free on 13 December 2025."
            " No source says it without a hedge.",
        ),
        ("s sentence 2020-05-02 15d", reasons.TERM_OVER),
        (
            "r release 2025-12-13 ? pub=2025-12-13; h held 2025-12-19 pub=2025-12-19",
            "A source says that the person was in custody on 19 December 2025, and none says that it ended."
            " The later source says it without a hedge.",
        ),
    ],
)
def test_the_reason_is_a_plain_sentence(text: str, reason: str) -> None:
    assert custody(facts(text)).reason == reason


WHEN = st.sampled_from(
    [
        "-",
        "2020",
        "2020-09",
        "2020-09-07",
        "2020-09-09",
        "2021~",
        "2021-09-06",
        "2023",
        "2025-12-13",
        "2025-12-19",
    ]
)
MARK = st.sampled_from(
    ["", "", "", "?", "planned", "denied", "yes", "no", "pub=2021", "pub=2025-12-19", "15d", "11y"]
)
MARKS = st.sampled_from(["", "absent", "suspended", "fine", "bail", "exiled"])


@st.composite
def cases(draw: st.DrawFn) -> list[CustodyFact]:
    kinds = draw(st.lists(st.sampled_from(EVENT_KINDS.codes), max_size=7))
    lines = [f"f{n} {kind} {draw(WHEN)} {draw(MARK)} {draw(MARKS)}" for n, kind in enumerate(kinds)]
    return [fact(line) for line in lines]


@settings(max_examples=300)
@given(cases(), st.randoms(), st.none() | st.dates(date(2019, 1, 1), date(2027, 1, 1)))
def test_the_order_of_the_facts_never_matters(
    found: list[CustodyFact], chance: object, on: date | None
) -> None:
    mixed = list(found)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    result = custody(found, on)
    assert custody(mixed, on) == result
    assert result.status in STATUSES
    assert result.stage in LEGAL_STAGES
    assert [one.open for one in result.periods].count(True) <= 1
    ids = {one.id for one in found}
    for conflict in result.conflicts:
        assert set(conflict.facts) <= ids
        assert conflict.current in ("", *conflict.facts)
    for period in result.periods:
        assert not (period.start_earliest and period.end_latest) or period.start_earliest <= period.end_latest


@given(cases())
def test_what_is_planned_changes_nothing(found: list[CustodyFact]) -> None:
    planned = [
        CustodyFact(id=f"p{n}", kind=kind, date=None, modality="planned")
        for n, kind in enumerate(EVENT_KINDS.codes)
    ]
    assert custody([*found, *planned]) == custody(found)


def test_every_kind_that_bears_on_custody_has_its_place_in_the_story() -> None:
    bearing = {kind.code for kind in EVENT_KINDS if kind.effect is not Effect.NOTHING}
    assert bearing == set(TELLERS)
    assert {kind.code for kind in EVENT_KINDS if kind.effect is not Effect.NOTHING or kind.stage} <= set(
        USUAL_ORDER
    )
