import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import dates
from cases.dates import DateError, PartialDate, compatible, days_between, from_date, interval, parse, refines

PARSED = [
    # text, canonical, earliest, latest, precision
    ("2023", "2023", "2023-01-01", "2023-12-31", "year"),
    (" 2023 ", "2023", "2023-01-01", "2023-12-31", "year"),
    ("2021-09", "2021-09", "2021-09-01", "2021-09-30", "month"),
    ("2024-02", "2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2021-09-06", "2021-09-06", "2021-09-06", "2021-09-06", "day"),
    ("2023-12-XX", "2023-12", "2023-12-01", "2023-12-31", "month"),
    ("2023-XX", "2023", "2023-01-01", "2023-12-31", "year"),
    ("2023-XX-XX", "2023", "2023-01-01", "2023-12-31", "year"),
    ("202X", "202X", "2020-01-01", "2029-12-31", "decade"),
    ("202x", "202X", "2020-01-01", "2029-12-31", "decade"),
    ("2021-21", "2021-21", "2021-03-01", "2021-05-31", "season"),
    ("2021-22", "2021-22", "2021-06-01", "2021-08-31", "season"),
    ("2021-23", "2021-23", "2021-09-01", "2021-11-30", "season"),
    ("2019-24", "2019-24", "2019-01-01", "2020-02-29", "season"),
    ("9999-24", "9999-24", "9999-01-01", "9999-12-31", "season"),
    ("2024-03/2024-05", "2024-03/2024-05", "2024-03-01", "2024-05-31", "interval"),
    ("2020-08-09/2020-08-12", "2020-08-09/2020-08-12", "2020-08-09", "2020-08-12", "interval"),
    ("2020/2020", "2020", "2020-01-01", "2020-12-31", "year"),
    ("../2024-05", "../2024-05", None, "2024-05-31", "interval"),
    ("/2024-05", "../2024-05", None, "2024-05-31", "interval"),
    ("1985-04/..", "1985-04/..", "1985-04-01", None, "interval"),
]

REFUSED = [
    "", "x", "2023-13", "2023-00", "2023-02-29", "2023-9", "12.05.2023", "0000", "000X", "20XX", "202X-03",
    "2023-XX-05", "2023-21-01", "../..", "/", "2021/2020", "2020/2021/2022", "~2023", "2023~?", "-2023",
    "２０２３",
]  # fmt: skip

SHOWN = [
    ("2020-09-07", "7 September 2020"),
    ("2020-09-17", "17 September 2020"),
    ("2020-09", "September 2020"),
    ("2020", "2020"),
    ("202X", "the 2020s"),
    ("2021-22", "summer 2021"),
    ("1979-08~", "about August 1979"),
    ("2021?", "2021, uncertain"),
    ("2021%", "about 2021, uncertain"),
    ("1985-05-04/..", "since 4 May 1985"),
    ("1985~/..", "since about 1985"),
    ("../2024-05", "until May 2024"),
    ("../2024?", "until 2024, uncertain"),
    ("2020-08-09/2020-08-12", "between 9 and 12 August 2020"),
    ("2020-08-09/2020-09-12", "between 9 August and 12 September 2020"),
    ("2020-08-09/2021-08-12", "between 9 August 2020 and 12 August 2021"),
    ("2024-04/2024-05", "between April and May 2024"),
    ("2020-22/2020-23", "between summer and autumn 2020"),
    ("2020/2021~", "between 2020 and about 2021"),
]

COMPATIBLE = [
    ("2020-09", "2020-09-07", True),
    ("2020", "2020-09-07", True),
    ("2020-09-07", "2020-09-07", True),
    ("2020-09-07", "2020-09-08", False),
    ("2020-09", "2020-10", False),
    ("2021~", "2022-01-01", False),  # strict bounds: "about" does not widen
    ("../2020", "2019-05", True),
    ("../2020", "2021", False),
    ("2020/..", "../2020-01-01", True),
    ("2019-24", "2020-01", True),
]

REFINED = [
    ("2020-09-07", "2020-09", True),
    ("2020-09", "2020", True),
    ("2020", "2020", False),
    ("2021", "2021~", False),
    ("2020", "2020-09", False),
    ("2021-01", "2020", False),
    ("2020", "../2021", True),
    ("../2020", "../2021", True),
    ("../2020", "2020", False),
    ("2020-09-07", "2020-09-01/2020-09-08", True),
]

APART = [
    ("2020-09-07", "2020-09-17", (10, 10)),
    ("2020-09", "2020-10-01", (1, 30)),
    ("2020-09", "2020-09-10", (0, 9)),
    ("2020-09-10", "2020-09", (0, 20)),
    ("2020-09", "2020-09", (0, 29)),
    ("2021", "2020", (-730, -1)),
    ("../2025-12-19", "2025-12-29", (10, None)),
    ("2020-01-01", "2020-01-11/..", (10, None)),
    ("2020/..", "2021-01-01", (None, 366)),
]


@pytest.mark.parametrize(("text", "edtf", "earliest", "latest", "precision"), PARSED)
def test_a_partial_date_has_canonical_text_and_strict_bounds(
    text: str, edtf: str, earliest: str | None, latest: str | None, precision: str
) -> None:
    partial = parse(text)
    assert partial.edtf == str(partial) == edtf
    assert partial.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert partial.latest == (date.fromisoformat(latest) if latest else None)
    assert partial.precision == precision


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_partial_date_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(DateError, match=r"\.$"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2021", False, False),
        ("2021~", True, False),
        ("2021?", False, True),
        ("2021%", True, True),
        ("2020~/2021?", True, True),
    ],
)
def test_marks_are_flags_and_leave_the_bounds_alone(text: str, approximate: bool, uncertain: bool) -> None:
    partial, plain = parse(text), parse(text.translate({ord(mark): None for mark in "~?%"}))
    assert (partial.approximate, partial.uncertain) == (approximate, uncertain)
    assert (partial.earliest, partial.latest) == (plain.earliest, plain.latest)


@pytest.mark.parametrize(("text", "words"), SHOWN)
def test_a_partial_date_is_shown_in_words(text: str, words: str) -> None:
    assert parse(text).show() == words


@pytest.mark.parametrize(("a", "b", "expected"), COMPATIBLE)
def test_two_dates_are_compatible_if_they_could_be_one(a: str, b: str, expected: bool) -> None:
    assert compatible(parse(a), parse(b)) is compatible(parse(b), parse(a)) is expected


@pytest.mark.parametrize(("a", "b", "expected"), REFINED)
def test_a_date_refines_another_if_it_lies_inside_and_says_more(a: str, b: str, expected: bool) -> None:
    assert refines(parse(a), parse(b)) is expected


@pytest.mark.parametrize(("a", "b", "expected"), APART)
def test_days_between_are_counted_as_a_range(a: str, b: str, expected: tuple[int | None, int | None]) -> None:
    assert days_between(parse(a), parse(b)) == expected


def test_dates_sort_by_earliest_day_and_unknown_comes_last() -> None:
    texts = ["2020", "2020-01-01", "2020-02", "2019-12-31", "../2019"]
    found = sorted([None, *(parse(text) for text in texts)], key=dates.sort_key)
    assert [str(one) for one in found] == ["../2019", "2019-12-31", "2020-01-01", "2020", "2020-02", "None"]


def test_an_interval_of_intervals_is_refused() -> None:
    with pytest.raises(DateError, match="cannot begin or end"):
        interval(parse("2020/2021"), parse("2022"))


MARKS = st.sampled_from(["", "~", "?", "%"])
SINGLES = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.dates().map(lambda day: day.isoformat()[:4]),
    st.tuples(st.integers(1, 9998), st.integers(21, 24)).map(lambda found: f"{found[0]:04d}-{found[1]}"),
    st.integers(1, 999).map(lambda decade: f"{decade:03d}X"),
)
PARTIALS = st.tuples(SINGLES, MARKS).map(lambda found: parse("".join(found)))


@st.composite
def intervals(draw: st.DrawFn) -> PartialDate:
    ends = sorted([draw(PARTIALS), draw(PARTIALS)], key=dates.sort_key)
    shape = draw(st.sampled_from(["both", "start", "end"]))
    return interval(None if shape == "end" else ends[0], None if shape == "start" else ends[1])


@given(PARTIALS | intervals())
def test_every_partial_date_survives_its_text(partial: PartialDate) -> None:
    assert parse(partial.edtf) == partial
    assert partial.earliest is None or partial.latest is None or partial.earliest <= partial.latest
    assert partial.show()


@given(st.dates())
def test_a_day_is_the_date_that_it_was(day: date) -> None:
    assert from_date(day) == parse(day.isoformat())
    assert from_date(day).earliest == from_date(day).latest == day


@given(PARTIALS | intervals(), PARTIALS | intervals())
def test_a_date_that_refines_another_is_compatible_with_it(a: PartialDate, b: PartialDate) -> None:
    assert compatible(a, b) or not refines(a, b)
    assert not (refines(a, b) and refines(b, a))


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    with contextlib.suppress(DateError):
        parse(text)
