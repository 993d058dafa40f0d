"""Custody on a day, its bounds and its reasons, and what holds for any facts in any order."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.custody import CustodyFact, custody, reasons
from cases.custody.order import USUAL_ORDER
from cases.custody.story import TELLERS
from cases.vocab import EVENT_KINDS, LEGAL_STAGES, STATUSES, Effect
from tests.cases.custody_notation import fact, facts

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
