"""Rows of a text and what is found in it as "quote = EDTF", with "!" for a date that lies ahead.

The document is of Saturday 13 December 2025 unless a row says otherwise.
"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.dates import PartialDate, parse
from importers.prose.dates import DateFound, ago, find_dates

ANCHOR = parse("2025-12-13")

STATED = [
    ("published 2025-12-19", ["2025-12-19 = 2025-12-19!"]),
    ("on 2011/08/18 in Minsk", ["2011/08/18 = 2011-08-18"]),
    ("born 13.12.1985.", ["13.12.1985 = 1985-12-13"]),
    ("born 5.3.1985.", ["5.3.1985 = 1985-03-05"]),
    ("on 13/12/2024 the", ["13/12/2024 = 2024-12-13"]),
    ("on 12/13/2024 the", ["12/13/2024 = 2024-12-13"]),
    ("on 05/05/2024 the", ["05/05/2024 = 2024-05-05"]),
    ("on 3/4/2024 the", ["3/4/2024 = 2024?"]),  # April or March: only the year is sure
    ("On 13 December 2025 he", ["13 December 2025 = 2025-12-13"]),
    ("the 13th of December, 2025,", ["13th of December, 2025 = 2025-12-13"]),
    ("On December 13, 2025, he", ["December 13, 2025 = 2025-12-13"]),
    ("On Mar 5 2024 he", ["Mar 5 2024 = 2024-03-05"]),
    ("on 5 may 2024 he", ["5 may 2024 = 2024-05-05"]),
    ("in december 2023 he", ["december 2023 = 2023-12"]),
    ("he may 2024 times", []),
    ("On Mar. 5, 2024 he", ["Mar. 5, 2024 = 2024-03-05"]),
    ("MARCH 29, 2011", ["MARCH 29, 2011 = 2011-03-29"]),
    ("For Immediate ReleaseTuesday, March 29, 2011Amnesty", ["March 29, 2011 = 2011-03-29"]),
    ("Tuesday, March 29, 2011", ["Tuesday, March 29, 2011 = 2011-03-29"]),
    ("on Wednesday 10 July 2024.", ["Wednesday 10 July 2024 = 2024-07-10"]),
    ("on 10 July 2024 (Wednesday)", ["10 July 2024 (Wednesday) = 2024-07-10"]),
    ("**19 December 2025** —The", ["19 December 2025 = 2025-12-19!"]),
    ("on 31 November 2023", ["31 November 2023 = 2023-11?"]),
    ("in September 2020 he", ["September 2020 = 2020-09"]),
    ("in Sept. 2020 he", ["Sept. 2020 = 2020-09"]),
    ("in mid-September 2020", ["mid-September 2020 = 2020-09"]),
    ("in May of 2021", ["May of 2021 = 2021-05"]),
    ("convicted in 2023 on charges", ["2023 = 2023"]),
    ("in power since 2001.", ["2001 = 2001"]),
    ("in 2009, 2012 and 2014.", ["2009 = 2009", "2012 = 2012", "2014 = 2014"]),
    ("his 2019 conviction", ["2019 = 2019"]),
    ("in early 2021 and", ["early 2021 = 2021~"]),
    ("in late 2021", ["late 2021 = 2021~"]),
    ("in mid-2021", ["mid-2021 = 2021~"]),
    ("around 2015, he", ["around 2015 = 2015~"]),
    ("about September 2020", ["about September 2020 = 2020-09~"]),
    ("between 9 and 12 August 2020", ["9 and 12 August 2020 = 2020-08-09/2020-08-12"]),
    ("from 1 to 11 December 2025,", ["1 to 11 December 2025 = 2025-12-01/2025-12-11"]),
    ("on 9-12 August 2020", ["9-12 August 2020 = 2020-08-09/2020-08-12"]),
    ("on 9 or 12 August 2020", ["9 or 12 August 2020 = 2020-08-09/2020-08-12"]),
    ("August 9–12, 2020", ["August 9–12, 2020 = 2020-08-09/2020-08-12"]),
    ("on 9 and 12 August 2020", ["9 = 2020-08-09", "12 August 2020 = 2020-08-12"]),
    ("on 5, 9 and 12 August 2020", ["5 = 2020-08-05", "9 = 2020-08-09", "12 August 2020 = 2020-08-12"]),
    ("August 9 and 12, 2020", ["August 9 = 2020-08-09", "12 = 2020-08-12"]),
    ("between 9 August and 12 September 2020", ["9 August and 12 September 2020 = 2020-08-09/2020-09-12"]),
    (
        "between February 24, 2022 and December 17, 2023",
        ["February 24, 2022 and December 17, 2023 = 2022-02-24/2023-12-17"],
    ),
    ("from December to March 2021", ["December to March 2021 = 2020-12/2021-03"]),
    ("from April to September 2025,", ["April to September 2025 = 2025-04/2025-09"]),
    ("in April or May 2024", ["April or May 2024 = 2024-04/2024-05"]),
    ("in April and May 2024", ["April = 2024-04", "May 2024 = 2024-05"]),
    ("from 2010 to 2015", ["2010 to 2015 = 2010/2015"]),
    ("the period 2021-2030", []),
    ("in 2021-2022", ["2021-2022 = 2021/2022"]),
    ("in 2021/22", ["2021/22 = 2021/2022"]),
    ("in the summer of 2020", ["summer of 2020 = 2020-22"]),
    ("in winter 2020-2021", ["winter 2020-2021 = 2020-24"]),
    ("since the 1990s", ["the 1990s = 199X"]),
    ("since the early 2000s", ["the early 2000s = 200X~"]),
    ("scheduled for January 26, 2026.", ["January 26, 2026 = 2026-01-26!"]),
    ("on 7 September\n2020 he", ["7 September\n2020 = 2020-09-07"]),
]

INFERRED = [
    ("Today (13 December) the", ["Today (13 December) = 2025-12-13"]),
    ("Today the", ["Today = 2025-12-13"]),
    ("was freed yesterday evening", ["yesterday evening = 2025-12-12"]),
    ("early this morning", ["this morning = 2025-12-13"]),
    ("He will be tried tomorrow.", ["tomorrow = 2025-12-14!"]),
    ("arrested on 13 December", ["13 December = 2025-12-13"]),
    ("arrested on 6 December", ["6 December = 2025-12-06"]),
    ("arrested on December 20", ["December 20 = 2024-12-20"]),
    ("ahead of the opening of their trial on 15 December.", ["15 December = 2025-12-15!"]),
    ("The hearing is scheduled to open in Minsk on 15 January", ["15 January = 2026-01-15!"]),
    ("have until January 6 to gather", ["January 6 = 2026-01-06!"]),
    ("On 15 January, the court will hear", ["15 January = 2026-01-15!"]),
    ("He faces trial. He was arrested on 20 December.", ["20 December = 2024-12-20"]),
    ("He was held until 20 March.", ["20 March = 2025-03-20"]),
    ("On 20 March he was freed and will leave.", ["20 March = 2025-03-20"]),
    ("It will remember those who were arrested on 20 March.", ["20 March = 2025-03-20"]),
    ("On 12.05.23 he", ["12.05.23 = 2023-05-12"]),
    ("demonstration in December, and", ["December = 2025-12"]),
    ("in June, the Assembly", ["June = 2025-06"]),
    ("In May Lukashenka said", ["May = 2025-05"]),
    ("since last May", ["May = 2025-05"]),
    ("between 9 and 12 August", ["9 and 12 August = 2025-08-09/2025-08-12"]),
    ("from May to June", ["May to June = 2025-05/2025-06"]),
    ("from December to January", ["December to January = 2024-12/2025-01"]),
    ("on Wednesday the court", ["Wednesday = 2025-12-10"]),
    ("Wednesday’s verdict", ["Wednesday = 2025-12-10"]),
    ("on Saturday night", ["Saturday night = 2025-12-13"]),
    ("last Saturday", ["last Saturday = 2025-12-06"]),
    ("next Monday", ["next Monday = 2025-12-15!"]),
    ("She will appear in court on Monday", ["Monday = 2025-12-15!"]),
    ("this Thursday", ["this Thursday = 2025-12-11"]),
    ("in the last month of", ["last month = 2025-11"]),
    ("in May last year", ["May last year = 2024-05"]),
    ("in March of this year", ["March of this year = 2025-03"]),
    ("on Thursday last week", ["Thursday last week = 2025-12-04"]),
    ("last week Monday", ["last week Monday = 2025-12-01"]),
    ("over the weekend", ["over the weekend = 2025-12-13/2025-12-14"]),
    ("since the start of the year", ["the start of the year = 2025"]),
    ("two months back", ["two months back = 2025-10~"]),
    ("exactly one year ago", ["exactly one year ago = 2024-12-13"]),
    ("two years ago today", ["two years ago today = 2023-12-13"]),
    ("last summer", ["last summer = 2025-22"]),
    ("last fall", ["last fall = 2025-23"]),
    ("this past October", ["October = 2025-10"]),
    ("arrested last month", ["last month = 2025-11"]),
    ("earlier this month", ["earlier this month = 2025-12"]),
    ("earlier this year", ["earlier this year = 2025"]),
    ("arrested last year", ["last year = 2024"]),
    ("arrested this week", ["this week = 2025-12-08/2025-12-14"]),
    ("arrested last week", ["last week = 2025-12-01/2025-12-07"]),
    ("two days ago", ["two days ago = 2025-12-11"]),
    ("two weeks ago", ["two weeks ago = 2025-11-24~/2025-11-30~"]),
    ("two months ago", ["two months ago = 2025-10~"]),
    ("a year ago", ["a year ago = 2024~"]),
    ("four years ago", ["four years ago = 2021~"]),
    ("a couple of months ago", ["a couple of months ago = 2025-10~"]),
]

STORIES = [
    (
        "Arrested on 5 May 2021, freed three days later.",
        ["5 May 2021 = 2021-05-05", "three days later = 2021-05-08"],
    ),
    ("On 5 May 2021 … the following day", ["5 May 2021 = 2021-05-05", "the following day = 2021-05-06"]),
    ("On 5 May 2021 … the same day", ["5 May 2021 = 2021-05-05", "the same day = 2021-05-05"]),
    ("On 5 May 2021 … later that month", ["5 May 2021 = 2021-05-05", "that month = 2021-05"]),
    ("On 5 May 2021 … two months later", ["5 May 2021 = 2021-05-05", "two months later = 2021-07~"]),
    ("In May 2021 … three days later", ["May 2021 = 2021-05", "three days later = 2021-05~/2021-06~"]),
    ("In May 2021 … the following year", ["May 2021 = 2021-05", "the following year = 2022"]),
    ("On 5 May 2021 … a week later", ["5 May 2021 = 2021-05-05", "a week later = 2021-05-10~/2021-05-16~"]),
    ("On 5 May 2021 … in June that year", ["5 May 2021 = 2021-05-05", "June that year = 2021-06"]),
    ("Held on 5 May 2021. On 10 May she", ["5 May 2021 = 2021-05-05", "10 May = 2021-05-10"]),
    ("Held on 5 May 2021.\n\nOn 10 May she", ["5 May 2021 = 2021-05-05", "10 May = 2025-05-10"]),
    ("Held since May 2021. On 10 May she", ["May 2021 = 2021-05", "10 May = 2025-05-10"]),
    ("Held on 5 May 2021. On 10 August she", ["5 May 2021 = 2021-05-05", "10 August = 2025-08-10"]),
    ("Held on 29 December 2021. On 2 January", ["29 December 2021 = 2021-12-29", "2 January = 2022-01-02"]),
    ("three days later nothing", []),
]

NO_DATES = [
    "We may march on.",
    "They march in Minsk; it may rain.",
    "Andrei May and Marche said",
    "said Andrei May Lukashenka",
    "together with April Jones",
    "a letter by May Thurner",
    "Write for Rights 2024",
    "the 2024 and 2020 presidential elections",
    "since 2020 elections",
    "a fine of 2000 rubles",
    "a crowd of 2020 people",
    "an 11-year sentence",
    "four years in prison",
    "more than 600 days of detention",
    "a capacity of 4,000–6,400 MW",
    "at 3:21am",
    "version 12.05.23.4",
    "phone 2020-12-1234",
    "The Sunday Times and Black Friday",
    "held on Sundays",
    "article 342.1 of 5",
    "We met her friends on Monument Street",
    "the Arab Spring 2011",
    "at 5 May Street",
    "on 15/35/2024",
    "nominated by Sun Microsystems",
]


def quotes(text: str, anchor: PartialDate | None = ANCHOR) -> list[str]:
    found = find_dates(text, 0, len(text), anchor)
    return [f"{text[one.start : one.end]} = {one.edtf}{'!' if one.future else ''}" for one in found]


@pytest.mark.parametrize(("text", "expected"), [*STATED, *INFERRED, *STORIES])
def test_dates_are_found_with_their_words(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_what_looks_like_a_date_and_is_none_is_left_alone(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_date_that_the_words_give_whole_is_stated(text: str, expected: list[str]) -> None:
    assert {one.basis for one in find_dates(text, 0, len(text), ANCHOR)} <= {"stated"}
    without = find_dates(text, 0, len(text), None)
    assert [one.edtf for one in without] == [row.rpartition(" = ")[2].rstrip("!") for row in expected]


@pytest.mark.parametrize(("text", "expected"), INFERRED)
def test_a_date_that_needs_the_documents_date_is_inferred_and_nothing_without_it(
    text: str, expected: list[str]
) -> None:
    assert {one.basis for one in find_dates(text, 0, len(text), ANCHOR)} == {"inferred"}
    if text != "On 12.05.23 he":
        assert quotes(text, None) == []


@pytest.mark.parametrize(
    ("anchor", "text", "expected"),
    [
        ("2025-12", "Today (13 December)", ["Today (13 December) = 2025-12-13"]),
        ("2025-12", "today", ["today = 2025-12"]),
        ("2025-12", "yesterday", ["yesterday = 2025-12~"]),
        ("2025-12", "on Wednesday", ["Wednesday = 2025-12~"]),
        ("2025-12", "last month", ["last month = 2025-11"]),
        ("2025-12", "this week", []),
        ("2025-12", "on 20 December", ["20 December = 2025-12-20"]),
        ("2025-12", "on 20 November", ["20 November = 2025-11-20"]),
        ("2025-12", "two months ago", ["two months ago = 2025-10~"]),
        ("2025", "on 20 November", ["20 November = 2025-11-20?"]),  # 2024 if the document is of spring
        ("2025", "on Wednesday", []),
        ("2025", "last month", []),
        ("2025", "last year", ["last year = 2024"]),
        ("2024-05-24", "September 21 Interpol warrant", ["September 21 = 2023-09-21"]),
        ("2024-05-24", "is scheduled by the regional court on June 4", ["June 4 = 2024-06-04!"]),
        ("2024-11-14", "announced on November 12 that", ["November 12 = 2024-11-12"]),
        ("2023-02-01", "on 29 February", ["29 February = 2020-02-29"]),
    ],
)
def test_a_coarse_document_date_gives_coarse_dates(anchor: str, text: str, expected: list[str]) -> None:
    assert quotes(text, parse(anchor)) == expected


@pytest.mark.parametrize(
    ("anchor", "lasted", "expected"),
    [
        ("2025-12", {"months": 19}, "2024-05~"),
        ("2025-12-13", {"months": 19}, "2024-05~"),
        ("2025-12-19", {"years": 4}, "2021~"),
        ("2025-12-19", {"years": 4, "months": 6}, "2021-06~"),
        ("2024-11-14", {"days": 600}, "2023-03~"),
        ("2025", {"years": 1}, "2024~"),
        ("2025", {"months": 6}, "2024-07~/2025-06~"),
    ],
)
def test_what_has_lasted_so_long_began_about_then(anchor: str, lasted: dict[str, int], expected: str) -> None:
    assert ago(parse(anchor), **lasted).edtf == expected


def test_offsets_are_into_the_whole_text_and_words_outside_are_not_read() -> None:
    text = "On 5 May 2021. On 6 June 2022. On 7 July 2023."
    found = find_dates(text, 15, 30, ANCHOR)
    assert found == [DateFound(18, 29, "2022-06-06", "stated", future=False)]


WORDS = st.sampled_from(
    [
        *(
            "13",
            "31",
            "5",
            "2020",
            "2023",
            "12.05.2023",
            "3/4/2024",
            "May",
            "March",
            "Sept.",
            "December",
            "spring",
        ),
        *(
            "of",
            "in",
            "on",
            "between",
            "and",
            "from",
            "to",
            "–",
            "-",
            "today",
            "Wednesday",
            "last",
            "next",
            "month",
        ),
        *(
            "year",
            "two",
            "days",
            "later",
            "ago",
            ",",
            "(",
            ")",
            "will",
            "until",
            "early",
            "1990s",
            "\n",
            "the",
        ),
    ]
)
ANCHORS = [None, "2025-12-13", "2025-12", "2025", "../2025", "0001-01-01"]


@settings(max_examples=200)
@given(
    st.lists(WORDS, max_size=20),
    st.sampled_from([None, "2025-12-13", "2025-12", "2025", "../2025", "0001-01-01"]),
)
def test_whatever_is_written_dates_are_valid_ordered_and_inside(words: list[str], anchor: str | None) -> None:
    text = " ".join(words)
    end = 0
    for one in find_dates(text, 0, len(text), parse(anchor) if anchor else None):
        assert end <= one.start < one.end <= len(text)
        assert parse(one.edtf).edtf == one.edtf
        end = one.end


@settings(max_examples=50)
@given(st.dates(min_value=date(1901, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_in_the_usual_forms(day: date) -> None:
    for text in (day.isoformat(), f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"):
        assert [one.edtf for one in find_dates(text, 0, len(text), None)] == [day.isoformat()]
