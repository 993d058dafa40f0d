"""Cited passages in their paragraphs."""

from cases.public.paragraphs import Paragraph, paragraphs
from cases.publication.models import PublicDocument, PublicPassage

TEXT = "Ana was arrested. She was sentenced to two years. She is free."
PAGE = PublicDocument(title="Ana Petrova")


def passage(quote: str, text: str = TEXT, offset: int = 100, **values: object) -> PublicPassage:
    at = text.index(quote)
    given = {"fact": "event", "kind": "arrest", "stance": "supports", "address": "/people/a/#e-1", **values}
    return PublicPassage(
        page=PAGE,
        start=offset + at,
        end=offset + at + len(quote),
        quote=quote,
        before=text[:at],
        after=text[at + len(quote) :],
        **given,
    )


def marked(paragraph: Paragraph) -> str:
    return "".join(f"[{piece.text}]" if piece.anchor else piece.text for piece in paragraph.pieces)


def test_a_passage_is_marked_in_its_paragraph_with_its_anchor() -> None:
    (paragraph,) = paragraphs([passage("She was sentenced to two years.")])
    assert marked(paragraph) == "Ana was arrested. [She was sentenced to two years.] She is free."
    assert [piece.anchor for piece in paragraph.pieces if piece.anchor] == ["p-118-149"]


def test_passages_of_one_paragraph_are_marked_together() -> None:
    (paragraph,) = paragraphs([passage("She is free."), passage("Ana was arrested.")])
    assert marked(paragraph) == "[Ana was arrested.] She was sentenced to two years. [She is free.]"


def test_a_passage_for_two_facts_stands_once_with_both() -> None:
    two = [
        passage("Ana was arrested."),
        passage("Ana was arrested.", kind="charge", address="/people/a/#e-2"),
    ]
    (paragraph,) = paragraphs(two)
    assert len(paragraph.marks) == 1
    assert [one.what for one in paragraph.evidence] == ["Arrest", "Charge"]


def test_passages_that_overlap_each_have_a_paragraph() -> None:
    found = paragraphs([passage("Ana was arrested. She"), passage("She was sentenced")])
    assert [marked(one) for one in found] == [
        "[Ana was arrested. She] was sentenced to two years. She is free.",
        "Ana was arrested. [She was sentenced] to two years. She is free.",
    ]


def test_the_text_of_a_paragraph_is_never_changed() -> None:
    found = paragraphs([passage("Ana"), passage("arrested. She was"), passage("free.")])
    assert ["".join(piece.text for piece in one.pieces) for one in found] == [TEXT]


def test_a_passage_that_says_otherwise_is_marked_as_such() -> None:
    (paragraph,) = paragraphs([passage("She is free.", stance="contradicts", date="2025-12")])
    assert paragraph.evidence[0].subjects[0].contradicts
    assert paragraph.evidence[0].what == "Arrest in December 2025"


def test_a_figure_has_no_page_to_link_to() -> None:
    (paragraph,) = paragraphs([passage("two years", fact="figure", kind="")])
    assert paragraph.evidence[0].subjects[0].address == ""


def test_people_of_one_fact_stand_in_one_line() -> None:
    first, other = (passage("Ana was arrested.", address=f"/people/{name}/#e-1") for name in "ab")
    (paragraph,) = paragraphs([first, other])
    assert [one.address for one in paragraph.evidence[0].subjects] == ["/people/a/#e-1", "/people/b/#e-1"]
    assert len(paragraph.evidence) == 1
