"""Many words in one group of a pattern: the same words are found as one by one, from either end."""

import pytest
import regex

from importers.alternatives import alternation

WORDS = ["act", "actor", "actress", "aid worker", "editor", "editor-in-chief", "film"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the actor acts", "actor"),
        ("an act of", "act"),
        ("an actress", "actress"),
        ("an aid \n worker", "aid \n worker"),
        ("the editor-in-chief", "editor-in-chief"),
        ("the editor in chief", "editor"),
        ("an aid", None),
        ("a factor", None),
    ],
)
def test_the_longest_that_fits_is_taken(text: str, expected: str | None) -> None:
    found = regex.search(rf"\b{alternation(WORDS)}\b", text)
    assert (found and found[0]) == expected


@pytest.mark.parametrize("word", WORDS)
def test_every_word_is_found_from_its_end_and_no_other(word: str) -> None:
    before = regex.compile(rf"(?r)\b{alternation(WORDS, backwards=True)}\s+$")
    assert before.search(f"the {word} ")
    assert not before.search(f"the x{word} ")
    assert not before.search(f"the {word}x ")


def test_beginnings_and_endings_are_written_once() -> None:
    assert alternation(["actor", "actress"]) == "(?:act(?:or|ress))"
    assert alternation(["worker", "maker"], backwards=True) == "(?:(?:ma|wor)ker)"
    assert alternation(["a.b"]) == r"(?:a\.b)"
