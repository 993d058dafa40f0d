"""Quotes as a reader sees them: whole, without remnants of markup, and between one pair of marks."""

import pytest

from cases.public.passages import Quotes, readable

SOURCE = {"id": "s1", "title": "A statement", "published": "2025-12-19"}


def shown(quote: str, before: str = "", after: str = "") -> tuple[str, str, str, bool]:
    citation = {"source": "s1", "start": 5, "end": 9, "quote": quote, "before": before, "after": after}
    (found,) = Quotes({"sources": [SOURCE]}).of({"citations": [citation]})
    return found.before, found.text, found.after, found.framed


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("as noted by <u>UN experts</u>, those released", "as noted by UN experts, those released"),
        ('write to <a href="mailto:a@example.org">us</a>', "write to us"),
        ("**19 December 2025** — the platform", "19 December 2025 — the platform"),
        ("## PRISONERS FREED", "PRISONERS FREED"),
        ("fewer than 5 < 6 people", "fewer than 5 < 6 people"),
        ("article #1 holds", "article #1 holds"),
    ],
)
def test_remnants_of_markup_are_not_shown(stored: str, read: str) -> None:
    assert readable(stored) == read


def test_a_part_of_a_sentence_stands_in_its_sentence() -> None:
    assert shown("was freed", "Before. Ana ", " on Monday. After.") == (
        "Ana ",
        "was freed",
        " on Monday.",
        True,
    )


def test_a_whole_sentence_stands_alone() -> None:
    assert shown("Ana was freed.", "Before. ", " After.") == ("", "Ana was freed.", "", True)


@pytest.mark.parametrize("quote", ["“We welcome it,” she said.", '"We welcome it," she said.'])
def test_a_quote_that_opens_with_marks_gets_no_second_pair(quote: str) -> None:
    assert shown(quote)[3] is False
