"""Rows of a text and the lengths in it: "6y 6m", "15d", "life", "death", with the role if it is not exact."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.prose.durations import DurationFound, find_durations

FOUND = [
    ("she received an 11-year prison sentence", ["11-year = 11y"]),
    ("a 10-year sentence in a penal colony", ["10-year = 10y"]),
    ("to six and a half years in prison", ["six and a half years = 6y 6m"]),
    ("6.5 years in a penal colony", ["6.5 years = 6y 6m"]),
    ("6,5 years in a penal colony", ["6,5 years = 6y 6m"]),
    ("7½ years", ["7½ years = 7y 6m"]),
    ("2 ½ years", ["2 ½ years = 2y 6m"]),
    ("a two-and-a-half-year term", ["two-and-a-half-year = 2y 6m"]),
    ("two and half years in jail", ["two and half years = 2y 6m"]),
    ("two years and a half in jail", ["two years and a half = 2y 6m"]),
    ("a year and a half of house arrest", ["a year and a half = 1y 6m"]),
    ("half a year in prison", ["half a year = 6m"]),
    ("one and a half months", ["one and a half months = 1m 15d"]),
    ("14 years and nine months in prison", ["14 years and nine months = 14y 9m"]),
    ("five (5) years and six (6) months", ["five (5) years and six (6) months = 5y 6m"]),
    ("5 years, 6 months, and 3 days", ["5 years, 6 months, and 3 days = 5y 6m 3d"]),
    ("two years three months in prison", ["two years three months = 2y 3m"]),
    ("a year and two months of imprisonment", ["a year and two months = 1y 2m"]),
    ("sentenced to a year in prison", ["a year = 1y"]),
    ("18 months’ imprisonment", ["18 months = 18m"]),
    ("15 days of administrative arrest", ["15 days = 15d"]),
    ("a 15-day arrest", ["15-day = 15d"]),
    ("two weeks in custody", ["two weeks = 14d"]),
    ("twenty-five years in prison", ["twenty-five years = 25y"]),
    ("a hundred and fifty days in solitary confinement", ["a hundred and fifty days = 150d"]),
    ("two decades in prison", ["two decades = 20y"]),
    ("a 3 year sentence", ["3 year = 3y"]),
    ("five\nyears in prison", ["five\nyears = 5y"]),
    ("to 10, 9 and 7 years respectively", ["10 = 10y", "9 = 9y", "7 years = 7y"]),
    ("to 11 and 10 years in prison", ["11 = 11y", "10 years = 10y"]),
    ("four, five and six and a half years", ["four = 4y", "five = 5y", "six and a half years = 6y 6m"]),
    ("eight and nine years and six months", ["eight = 8y", "nine years and six months = 9y 6m"]),
    (
        "10 years, 9 years and 6 months, and 7 years",
        ["10 years = 10y", "9 years and 6 months = 9y 6m", "7 years = 7y"],
    ),
    ("under article 342, 10 years in prison", ["10 years = 10y"]),
    ("in 2020, 10 years in prison", ["10 years = 10y"]),
    ("up to three years in prison", ["three years = 3y up_to"]),
    ("punishable by a maximum of 12 years", ["12 years = 12y up_to"]),
    ("up to a five-year term", ["five-year = 5y up_to"]),
    ("from 3 to 15 years", ["3 = 3y range", "15 years = 15y range"]),
    ("three to five years", ["three = 3y range", "five years = 5y range"]),
    ("3–5 years", ["3 = 3y range", "5 years = 5y range"]),
    ("between three and five years", ["three = 3y range", "five years = 5y range"]),
    ("two or three years", ["two = 2y range", "three years = 3y range"]),
    ("the court increased the term from 5 to 7 years", ["5 = 5y", "7 years = 7y"]),
    ("more than four years in prison", ["four years = 4y over"]),
    ("for over 19 months", ["19 months = 19m over"]),
    ("more than 600 days of incommunicado detention", ["600 days = 600d over"]),
    ("nearly three years behind bars", ["three years = 3y about"]),
    ("sentenced to life imprisonment", ["life imprisonment = life"]),
    ("a life sentence", ["life sentence = life"]),
    ("was sentenced to life.", ["life = life"]),
    ("was jailed for life", ["for life = life"]),
    ("sentenced to death in Belarus", ["to death = death"]),
    ("sentenced him and others to death", ["to death = death"]),
    ("the death penalty", ["death penalty = death"]),
    ("commuted from 20 years to life", ["20 years = 20y"]),
    ("10 years in prison and a fine; then 3 years on top", ["10 years = 10y", "3 years = 3y"]),
]

NOT_FOUND = [
    "a 20-year-old student",
    "a 20 year old student",
    "he is 20 years old",
    "at 20 years of age",
    "Life expectancy: 69.6 years",
    "they live for 69.6 years",
    "Life expectancy 69 years Under-5 mortality",
    "the ten-year anniversary",
    "the anniversary of 10 years",
    "three years ago",
    "three days later",
    "two months after the vote",
    "two years before",
    "a year earlier",
    "over the past five years",
    "for the last two years",
    "the next three years",
    "25 years of their work",
    "after more than four years of a brutal crackdown",
    "30 years of his rule",
    "an 11-day mission",
    "a two-day visit",
    "a 60-day hunger strike",
    "within 10 days",
    "in 15 days",
    "in two years’ time",
    "every two years",
    "twice a year",
    "once a month",
    "should not have spent a day in prison",
    "for days",
    "24 hours",
    "half an hour",
    "a 2,000 years old city",
    "200 years in prison",
    "beaten to death",
    "starved himself to death",
    "brought to life",
    "fears for life",
    "the love of my life",
    "the 5th year",
    "may years pass",
    "€10 years",
]


def shown(text: str, one: DurationFound) -> str:
    if one.life or one.death_penalty:
        return f"{text[one.start : one.end]} = {'life' if one.life else 'death'}"
    sizes = [(one.years, "y"), (one.months, "m"), (one.days, "d")]
    words = [f"{number}{unit}" for number, unit in sizes if number]
    words += [one.range_role] if one.range_role != "exact" else []
    return f"{text[one.start : one.end]} = {' '.join(words)}"


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_lengths_of_time_are_found_with_their_words(text: str, expected: list[str]) -> None:
    assert [shown(text, one) for one in find_durations(text, 0, len(text))] == expected


@pytest.mark.parametrize("text", NOT_FOUND)
def test_ages_and_times_that_are_no_term_are_left_alone(text: str) -> None:
    assert [shown(text, one) for one in find_durations(text, 0, len(text))] == []


def test_offsets_are_into_the_whole_text_and_words_outside_are_not_read() -> None:
    text = "5 years. 6 years. 7 years."
    assert find_durations(text, 9, 17) == [DurationFound(9, 16, years=6)]


WORDS = st.sampled_from(
    [
        *(
            "a",
            "an",
            "two",
            "half",
            "and",
            "or",
            "to",
            "from",
            "between",
            ",",
            "-",
            "–",
            "10",
            "6.5",
            "½",
            "7",
            "342",
        ),
        *(
            "years",
            "year",
            "months",
            "days",
            "(5)",
            "in",
            "prison",
            "of",
            "up",
            "life",
            "death",
            "sentenced",
            "hundred",
        ),
        *("twenty", "-year", "old", "ago", "decade", "weeks"),
    ]
)


@settings(max_examples=200)
@given(st.lists(WORDS, max_size=24))
def test_whatever_is_written_lengths_are_ordered_inside_and_possible(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for one in find_durations(text, 0, len(text)):
        assert end <= one.start < one.end <= len(text)
        assert one.life or one.death_penalty or one.years + one.months + one.days > 0
        end = one.end
