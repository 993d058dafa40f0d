"""The language of a text, or nothing where too little says."""

from pathlib import Path

import pytest

from importers.read import read
from importers.read.language import code_of, language_of

SENTENCES = dict(
    line.split("\t", 1)
    for line in (Path(__file__).parent / "languages.tsv").read_text(encoding="utf-8").splitlines()
)


@pytest.mark.parametrize("code", SENTENCES)
def test_one_sentence_is_enough(code: str) -> None:
    assert language_of(SENTENCES[code]) == code


@pytest.mark.parametrize(
    "text", ["", "1234 5678", "Ilqar Məmmədov, Əli Kərimli, Rəsul Cəfərov", "Nino Varazashvili"]
)
def test_names_and_numbers_are_in_no_language(text: str) -> None:
    assert language_of(text) == ""


def test_an_english_text_full_of_names_of_another_language_is_english() -> None:
    names = ", ".join(["Əli Kərimli", "Rəsul Cəfərov", "Lech Wałęsa", "Günther Weiß"] * 20)
    assert (
        language_of(f"The court released all of them in the morning, and the list is this: {names}.") == "en"
    )


def test_the_text_outweighs_what_a_page_states() -> None:
    page = f'<html lang="en"><body><article><p>{SENTENCES["ru"] * 5}</p></article></body></html>'
    assert read(page.encode(), "a.html").language == "ru"


def test_what_the_page_states_counts_where_the_text_says_nothing() -> None:
    assert read(b"---\nlang: pl-PL\n---\nLech Kowalski", "a.md").language == "pl"


@pytest.mark.parametrize(
    ("stated", "code"),
    [("en-GB", "en"), ("ru_RU", "ru"), ("", ""), ("und", ""), ("English", ""), ("x" * 99, "")],
)
def test_a_stated_language_becomes_a_code(stated: str, code: str) -> None:
    assert code_of(stated) == code
