"""Where sources differ on custody, and where they only seem to."""

import pytest

from cases.custody import Conflict, custody, reasons
from cases.dates import parse
from tests.cases.custody_notation import facts, summary

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
