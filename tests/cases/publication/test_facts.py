"""What the flat columns say of a document: the current arrest, sentence and release, terms and days."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from cases.publication.facts import PersonFacts, after, joined, path

AT = datetime(2026, 1, 5, tzinfo=UTC)
HELD = {"code": "detained", "last_confirmed_on": "2021-01-31"}


def event(
    kind: str, when: str = "", *, key: str = "", modality: str = "stated", **sentence: Any
) -> dict[str, Any]:
    penalty = dict.fromkeys(("years", "months", "days", "life", "death_penalty", "suspended"))
    return {
        "id": key or f"{kind}{when}",
        "kind": kind,
        "date": when,
        "modality": modality,
        "sentence": {**penalty, **sentence} if kind == "sentence" else None,
        "release": {"manner": "pardon", "conditions": []} if kind == "release" else None,
    }


def period(start: tuple[str, str], end: tuple[str, str] = ("", "")) -> dict[str, Any]:
    return {
        "start_earliest": start[0],
        "start_latest": start[1],
        "end_earliest": end[0],
        "end_latest": end[1],
        "open": end == ("", ""),
    }


def facts(*events: Any, periods: Any = (), conflicts: Any = (), status: Any = HELD) -> PersonFacts:
    document = {"events": events, "periods": list(periods), "conflicts": list(conflicts), "status": status}
    return PersonFacts(document, 1, AT)


@pytest.mark.parametrize(
    ("events", "when"),
    [
        ([], ""),
        ([event("trial", "2021")], ""),
        ([event("arrest", "2020-09-07"), event("arrest", "2022-01")], "2022-01"),
        ([event("house_arrest", "2022"), event("arrest", "2020")], "2022"),
        ([event("arrest", "2020"), event("arrest")], "2020"),
        ([event("arrest", "2020"), event("arrest", "2021", modality="planned")], "2020"),
        ([event("arrest", "2020"), event("arrest", "2021", modality="denied")], "2020"),
        ([event("arrest", "2020"), event("arrest", "../2019-05")], "2020"),
    ],
)
def test_the_arrest_is_the_latest_that_happened(events: Any, when: str) -> None:
    found = facts(*events)
    assert found.date_of(found.arrest) == when


def test_the_sentence_is_the_one_with_a_term_if_two_have_one_date() -> None:
    both = [event("sentence", "2021-09-06", key="a", years=11), event("sentence", "2021-09-06", key="b")]
    assert facts(*both).sentence["years"] == 11
    assert facts(*both[::-1]).sentence["years"] == 11


def test_a_reading_that_was_set_aside_is_no_current_fact() -> None:
    conflict = {"events": ["release2025", "still_held2026"], "current": "still_held2026"}
    status = {"code": "unknown", "last_confirmed_on": ""}
    found = facts(event("release", "2025"), event("still_held", "2026"), conflicts=[conflict], status=status)
    assert found.release_event is None
    assert found.set_aside == {"release2025"}


def test_who_is_held_has_no_release_whatever_came_before() -> None:
    assert (
        facts(event("arrest", "2020"), event("release", "2021"), event("arrest", "2022")).release_event
        is None
    )


YEAR = {"start": ("2020-01-01", "2020-01-01"), "end": ("2021-01-01", "2021-01-01")}
VAGUE = {"start": ("2020-01-01", "2020-01-31"), "end": ("2020-03-01", "2020-03-31")}


@pytest.mark.parametrize(
    ("periods", "fewest", "most"),
    [
        ([], None, None),
        ([period(**YEAR)], 366, 366),
        ([period(**VAGUE)], 30, 90),
        ([period(**YEAR), period(**VAGUE)], 396, 456),
        ([period(("", "2020-01-31"), ("2020-03-01", "2020-03-31"))], 30, None),
        (
            [period(("2021-01-01", "2021-01-01"))],
            30,
            0,
        ),  # the open one: to the last confirmation, and to today
        ([period(("2021-02-05", "2021-02-05"))], 0, 0),
        ([period(("", ""))], 0, 0),
    ],
)
def test_days_in_custody_are_bounds(periods: Any, fewest: int | None, most: int | None) -> None:
    found = facts(periods=periods)
    assert (found.days_detained_min, found.closed_days_max) == (fewest, most)


@pytest.mark.parametrize(
    ("events", "periods", "expected"),
    [
        (
            [event("sentence", "2021-09-06", years=11)],
            [period(("2020-09-07", "2020-09-07"))],
            (date(2031, 9, 7), date(2032, 9, 6)),
        ),
        ([event("sentence", "2021", months=18)], [period(("", "2020-02-29"))], (None, date(2023, 6, 30))),
        (
            [event("sentence", "2019", years=1)],
            [period(("2020-01-01", "2020-01-31"))],
            (date(2021, 1, 1), date(2021, 1, 31)),
        ),
        ([event("sentence", "2021", years=2, suspended=True)], [period(("2020", ""))], (None, None)),
        ([event("sentence", "2021", life=True)], [period(("2020-01-01", ""))], (None, None)),
        ([event("sentence", "2021")], [period(("2020-01-01", ""))], (None, None)),
        ([event("sentence", "2021", years=2)], [period(**YEAR)], (None, None)),
        ([], [period(("2020-01-01", ""))], (None, None)),
    ],
)
def test_the_end_of_a_term_is_arithmetic_between_two_beginnings(
    events: Any, periods: Any, expected: Any
) -> None:
    assert facts(*events, periods=periods).expected_release == expected


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        ("2020-01-31", {"months": 1}, "2020-02-29"),
        ("2020-02-29", {"years": 1}, "2021-02-28"),
        ("2020-11-15", {"years": 1, "months": 2, "days": 20}, "2022-02-04"),
        ("2020-01-01", {"years": 9000}, None),
        ("9999-12-31", {"days": 1}, None),
    ],
)
def test_a_term_after_a_day(start: str, term: dict[str, int], end: str | None) -> None:
    whole = {"years": None, "months": None, "days": None, **term}
    found = after(date.fromisoformat(start), whole)
    assert (found.isoformat() if found else None) == end


def test_values_of_one_cell_stand_once_in_their_order() -> None:
    assert joined(["b", "", "a", "b"]) == "b; a"


@pytest.mark.parametrize(
    ("title", "address"),
    [("Maryia Kalesnikava", "/people/maryia-kalesnikava-x1/"), ("", "/people/x1/"), ("…", "/people/x1/")],
)
def test_addresses_are_readable_and_end_with_the_id(title: str, address: str) -> None:
    assert path("people", title, "x1") == address
