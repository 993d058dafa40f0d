"""Which names of organisations are one, and which must stay apart."""

import pytest

from cases.organisation_names import best_spelling, organisation_key

SAME = [
    ("Viasna", "Human Rights Centre Viasna"),
    ("Viasna Human Rights Center", "the Human Rights Centre “Viasna”"),
    ("International Atomic Energy Agency (IAEA)", "International Atomic Energy Agency"),
    ("AMNESTY INTERNATIONAL", "Amnesty International"),
]
DIFFERENT = [
    ("Union of Journalists", "Association of Journalists"),
    ("Norwegian Helsinki Committee", "Belarusian Helsinki Committee"),
    ("Human Rights Watch", "Human Rights House"),
    ("Human Rights Centre", "Human Rights Group"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_organisation_share_a_key(one: str, other: str) -> None:
    assert organisation_key(one) == organisation_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_organisations_do_not(one: str, other: str) -> None:
    assert organisation_key(one) != organisation_key(other)


def test_the_fullest_spelling_is_shown() -> None:
    assert best_spelling({"Viasna", "Human Rights Centre Viasna"}) == "Human Rights Centre Viasna"
