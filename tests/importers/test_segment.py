"""Digests, listings, statements: where each item begins, and when it was published."""

from itertools import pairwise

from importers.mentions import Cast
from importers.persons import view_at
from importers.segment import language_of, segment
from importers.sentences import sentences
from importers.view import make_views
from tests.importers.helpers import make_reading

DIGEST = """Ruritania: editor freed

Source: Press Watch –

Today (13 May) the editor Ana Belo was released. She was jailed in March 2024.

Storm hits coast

Source: Weather Office –

Rain fell. The last storm was in April 2024.
"""

LISTING = """Newsroom

Press Release

Police arrest poet

A poet was arrested.

March 3, 2023

Photo by Jane Roe/AFP via Getty Images

Press Release

Court frees singer

A singer was freed.

July 6, 2022

Press Release

Court frees singer

A singer was freed.

July 6, 2022
"""

ABOVE = """3 March 2023
Police arrest poet
A poet was arrested and has not been seen since.
5 March 2023
Court frees singer
A singer was freed after a year.
She went home.
"""


def test_a_digest_is_cut_at_its_sources() -> None:
    first, second = segment(make_reading(DIGEST))
    assert (first.title, first.publisher) == ("Ruritania: editor freed", "Press Watch")
    assert (second.title, second.publisher) == ("Storm hits coast", "Weather Office")
    assert DIGEST[second.start :].startswith("Storm")


def test_a_year_that_nobody_states_comes_from_the_rest_and_is_marked() -> None:
    first, second = segment(make_reading(DIGEST))
    assert (first.published, first.published_basis) == ("2024-05-13", "inferred")
    assert second.published_basis == "inferred"


def test_dates_below_the_items_end_them() -> None:
    articles = segment(make_reading(LISTING))
    assert [(one.title, one.published) for one in articles] == [
        ("Police arrest poet", "2023-03-03"),
        ("Court frees singer", "2022-07-06"),
        ("Court frees singer", "2022-07-06"),
    ]


def test_an_item_that_stands_twice_points_to_the_first() -> None:
    assert [one.repeats for one in segment(make_reading(LISTING))] == [None, None, 1]


def test_dates_above_the_items_begin_them() -> None:
    articles = segment(make_reading(ABOVE))
    assert [(one.title, one.published) for one in articles] == [
        ("Police arrest poet", "2023-03-03"),
        ("Court frees singer", "2023-03-05"),
    ]


def test_a_statement_has_the_date_of_its_dateline() -> None:
    text = "## POET FREED AT LAST\n\n**19 December 2023** —The Platform welcomes the release."
    (article,) = segment(make_reading(text))
    assert (article.published, article.published_basis, article.title) == (
        "2023-12-19",
        "stated",
        "POET FREED AT LAST",
    )


def test_without_any_date_the_date_is_unknown() -> None:
    (article,) = segment(make_reading("A poet was freed.\n\nNobody said when."))
    assert (article.published, article.published_basis) == ("", "unknown")


def test_articles_never_overlap() -> None:
    for text in (DIGEST, LISTING, ABOVE):
        articles = segment(make_reading(text))
        assert all(a.end <= b.start for a, b in pairwise(articles))


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "He was charged under Art. 342 by Mr. K. Roe. She was not. “Free her!” he said."
    assert [text[one.start : one.end] for one in sentences(text)] == [
        "He was charged under Art. 342 by Mr. K. Roe.",
        "She was not.",
        "“Free her!” he said.",
    ]


def test_a_sentence_ends_where_the_next_begins_without_a_blank() -> None:
    text = "She left the court.Nobody came. “Free her.”“Let him go!” said two. He paid 3.50 …”x."
    assert [text[one.start : one.end] for one in sentences(text)] == [
        "She left the court.",
        "Nobody came.",
        "“Free her.”",
        "“Let him go!” said two.",
        "He paid 3.50 …”x.",
    ]


def test_a_sentence_and_an_article_are_found_by_any_offset_in_them() -> None:
    articles = segment(make_reading(DIGEST))
    views = make_views(DIGEST, articles, Cast([], {}))
    for offset in range(-1, len(DIGEST) + 1):
        here = [view for view in views if view.article.start <= offset < view.article.end]
        assert view_at(views, offset) is (here[0] if here else None)
        for view in views:
            told = [one for one in view.sentences if one.covers(offset)]
            assert view.sentence_at(offset) == (told[0] if told else None)


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    line = "The court in the capital sentenced the poet to five years in\nprison on charges that nobody\n"
    text = (line * 6).strip() + "."
    assert len(sentences(text)) == 1


def test_a_sentence_without_end_is_cut_so_that_reading_stays_quick() -> None:
    text = "police arrested the poet and the singer " * 500
    found = sentences(text)
    assert max(one.end - one.start for one in found) <= 2500
    assert sum(len(text[one.start : one.end].split()) for one in found) == len(text.split())


def test_the_script_tells_the_language() -> None:
    assert [language_of(one) for one in ("Poet freed", "Поэт освобождён", "Паэт на волі, ён ўдома")] == [
        "en",
        "ru",
        "be",
    ]
