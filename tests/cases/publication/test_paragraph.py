"""The rest of the paragraph around a quote."""

import pytest

from cases.publication.paragraph import LIMIT, surroundings


def around(text: str, quote: str, first: int = 0, last: int | None = None) -> tuple[str, str]:
    start = text.index(quote)
    return surroundings(text, start, start + len(quote), first, len(text) if last is None else last)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("One.\n\nBefore. Quote. After.\n\nLast.", "Quote.", ("Before. ", " After.")),
        ("One.\n \nQuote.\n\t\nLast.", "Quote.", ("", "")),
        ("A wrapped\nline. Quote. More\nof it.\n\nLast.", "Quote.", ("A wrapped\nline. ", " More\nof it.")),
        ("Title\nBefore. Quote. After.\nLast.", "Quote.", ("Before. ", " After.")),
        ("Quote.", "Quote.", ("", "")),
        ("One.\n\nFirst\n\nsecond", "First\n\nsecond", ("", "")),
    ],
)
def test_it_ends_where_the_paragraph_ends(text: str, quote: str, expected: tuple[str, str]) -> None:
    assert around(text, quote) == expected


def test_it_never_leaves_the_article() -> None:
    text = "End of another article. Quote. Start of the next."
    assert around(text, "Quote.", text.index("Quote"), text.index(" Start")) == ("", "")


def test_long_paragraphs_are_cut_between_sentences_and_say_so() -> None:
    sentence = "This is one sentence of many. "
    text = sentence * 100 + "Quote. " + sentence * 100
    before, after = around(text, "Quote. ")
    assert before.startswith("… This")
    assert after.endswith("many. …")
    assert len(before) <= LIMIT + 2
    assert len(after) <= LIMIT + 2


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "word " * 300 + "Quote" + " word" * 300
    before, after = around(text, "Quote")
    assert before.startswith("… word ")
    assert after.endswith(" word …")
