"""Pairs of names of many regions: relatives, namesakes and swapped names are never taken for one person.

The rules were written on the first half of the table and are measured on both. The names are invented.
"""

import csv
from pathlib import Path

import pytest

from cases.names import ASK, LINK, compare, given_names
from cases.names.measure import measure

PAIRS = Path(__file__).parent / "pairs"
Row = tuple[str, str, bool]


def rows(half: str) -> list[Row]:
    with (PAIRS / f"half_{half}.csv").open(encoding="utf-8") as file:
        return [(row["a"], row["b"], row["same"] == "1") for row in csv.DictReader(file)]


DIFFERENT = [(one, other) for half in "ab" for one, other, same in rows(half) if not same]


@pytest.mark.parametrize("half", ["a", "b"])
def test_most_spellings_of_one_name_are_found_before_any_other_name(half: str) -> None:
    report = measure(rows(half))
    assert report.recall_at_zero_fp >= 0.9
    assert report.linked >= 0.88
    assert report.wrongly_linked == 0


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_names_are_never_joined_and_say_why_not(one: str, other: str) -> None:
    match = compare(one, other)
    assert match.score < LINK
    assert match.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali Hassan", "Hassan Ali"),
        ("Ana María López", "María Ana López"),
        ("Juan Pérez Gómez", "Juan Gómez Pérez"),
        ("Nguyen Thi Thu", "Nguyen Thi Thuy"),
        ("Bui Thi Mai", "Bui Thi Mai Anh"),
        ("Andrei Kavalenka", "Andrei Kavalenkau"),
        ("Khaled Mansour", "Khaled Mansouri"),
        ("Tesfaye Bekele", "Bekele Tesfaye"),
    ],
)
def test_an_order_a_sound_or_an_ending_makes_another_name(one: str, other: str) -> None:
    assert compare(one, other).score < ASK + 0.01


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Min-soo", "Minsu Kim"),
        ("김민수", "Kim Minsu"),
        ("Lee Sang-ho", "Yi Sangho"),
        ("Daw Khin Myint", "Khin Myint"),
        ("Tofiq Yaqublu Rəşid oğlu", "Tofig Yagublu"),
        ("Hernández Pérez, José Luis", "José Luis Hernández Pérez"),
        ("Van Hai Nguyen", "Nguyễn Văn Hải"),
    ],
)
def test_another_order_or_romanisation_is_the_same_name(one: str, other: str) -> None:
    assert compare(one, other).score >= LINK


def test_the_table_of_given_names_is_wide_and_says_whose_each_is() -> None:
    table = given_names()
    assert len({name.id for name in table}) == len(table) >= 750
    assert {name.gender for name in table} == {"f", "m", "u"}
    assert all(name.forms for name in table)
