"""One statement that stands twice in a digest is one, and what differs in a word that counts is two."""

import pytest

from importers.segment import segment
from tests.importers.helpers import claims_of, found_in, make_reading

STATEMENT = "Today (13 May 2024) the editor Ana Belo was released from prison, where she spent two months."


def digest(first: str, second: str) -> str:
    return (
        f"Ruritania: editor freed\n\nSource: Press Watch –\n\n{first}\n\n"
        f"An editor walks free\n\nSource: Desk of Free Words –\n\n{second}\n"
    )


@pytest.mark.parametrize(
    "again",
    [
        STATEMENT,
        STATEMENT.replace("the editor", "editor"),
        STATEMENT.replace(", where", " – where").replace("(13", "( 13"),
        STATEMENT + "\n\n14 May 2024",
    ],
)
def test_a_statement_from_two_places_is_one_with_both_sources_kept(again: str) -> None:
    articles = segment(make_reading(digest(STATEMENT, again)))
    assert [one.publisher for one in articles] == ["Press Watch", "Desk of Free Words"]
    assert [one.repeats for one in articles] == [None, 0]


@pytest.mark.parametrize(
    "other",
    [
        STATEMENT.replace("Ana", "Eva"),
        STATEMENT.replace("two", "three"),
        STATEMENT.replace("was released", "was not released"),
        STATEMENT.replace("released from", "arrested and taken to"),
        STATEMENT + " Her trial goes on.",
    ],
)
def test_one_word_that_counts_makes_another_article(other: str) -> None:
    assert [one.repeats for one in segment(make_reading(digest(STATEMENT, other)))] == [None, None]


def test_items_that_are_hardly_more_than_a_title_are_told_apart_by_it() -> None:
    items = [("Poet arrested in the capital", "3 May 2024"), ("Singer freed in the capital", "4 May 2024")]
    listing = "\n\n".join(f"{title}\n\nRead more\n\n{day}" for title, day in items)
    assert [one.repeats for one in segment(make_reading(listing))] == [None, None]


def test_what_a_repeated_statement_says_is_proposed_once() -> None:
    assert len(claims_of(found_in(digest(STATEMENT, STATEMENT)), "Ana Belo", "release")) == 1
