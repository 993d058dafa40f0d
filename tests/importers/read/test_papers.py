"""PDF and Word documents."""

import pytest

from importers.read import ReadError, read
from importers.read.hyphens import joined
from tests.importers.read.builders import archive, pdf, word

STORY = [
    "A court in Tbilisi sentenced the editor to an 11-year prison term and",
    "a fine on Friday, after a trial that her lawyers called a farce. The",
    "judge read the verdict in ten minutes.",
    "",
    "She had been detained in March on her way home from the office, and",
    "has not seen her family since.",
]


def test_lines_of_a_paragraph_are_joined_and_a_gap_parts_paragraphs() -> None:
    assert read(pdf(STORY), "a.pdf").text == (
        "A court in Tbilisi sentenced the editor to an 11-year prison term and a fine on Friday, after a "
        "trial that her lawyers called a farce. The judge read the verdict in ten minutes.\n\n"
        "She had been detained in March on her way home from the office, and has not seen her family since."
    )


def test_a_gap_parts_paragraphs_also_below_a_full_line() -> None:
    wide = "The judge read the verdict to the accused in the great hall of the court"
    assert read(pdf([wide, wide, "", "and he went", wide]), "a.pdf").text.count("\n\n") == 1


def test_running_headers_and_page_numbers_are_left_out() -> None:
    pages = [["The Desk · Annual report", f"Case {word} is new.", f"Page {number} of 4"]
             for number, word in enumerate(("one", "two", "three", "four"), start=1)]  # fmt: skip
    text = read(pdf(*pages), "a.pdf").text
    assert "Annual report" not in text
    assert "Page" not in text
    assert text.split("\n\n") == [
        "Case one is new.",
        "Case two is new.",
        "Case three is new.",
        "Case four is new.",
    ]


def test_what_stands_on_two_pages_only_stays() -> None:
    assert read(pdf(["Statement", "One."], ["Statement", "Two."]), "a.pdf").text.count("Statement") == 2


def test_a_paragraph_goes_on_over_the_page() -> None:
    text = read(
        pdf(["She was arrested on 3 March and has been held in"], ["the capital since."]), "a.pdf"
    ).text
    assert text == "She was arrested on 3 March and has been held in the capital since."


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("sen-\ntence", "sentence"),
        ("sen\ufffetence", "sentence"),
        ("sen\u00ad\ntence", "sentence"),
        ("pre-\ntrial", "pre-trial"),
        ("11-\nyear", "11-year"),
        ("four-\nyear", "four-year"),
        ("Al-\nMasri", "Al-Masri"),
        ("Belarus-\nbased, a Belarus-based outlet", "Belarus-based, a Belarus-based outlet"),
        ("cooperate, co-\noperate", "cooperate, cooperate"),
        ("a dash -\nand more", "a dash - and more"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("one\n  \ntwo", "one\n  \ntwo"),
        ("one  \n  two", "one two"),
    ],
)
def test_words_broken_at_a_lines_end_are_whole_again(broken: str, whole: str) -> None:
    assert joined(broken) == whole


def test_a_title_that_is_a_file_name_is_no_title() -> None:
    assert read(pdf(STORY, title="Microsoft Word - final2.doc"), "a.pdf").title == ""
    assert read(pdf(STORY, title="Editor sentenced"), "a.pdf").title == "Editor sentenced"


def test_pages_without_text_are_counted() -> None:
    assert read(pdf(STORY, []), "a.pdf").notes == ("1 of 2 pages have no text that can be read: 2.",)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf(STORY, encrypted=True), "password"),
        (pdf([]), "its pages are pictures"),
        (pdf(STORY)[:200], "damaged or cut off"),
        (b"%PDF-1.7\n%%EOF", "damaged or cut off"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        read(data, "a.pdf")
    assert "a.pdf" in str(caught.value)


def test_a_word_document_keeps_headings_tables_and_order() -> None:
    data = word("Before.", heading="Verdicts", table=[["Name", "Term"], ["Ana", "4 years"]], after="After.")
    assert read(data, "a.docx").text == "## Verdicts\n\nBefore.\n\nName | Term\nAna | 4 years\n\nAfter."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (word("x")[:3000] + b"word/document", "damaged"),
        (archive({"word/document.xml": "<broken"}), "damaged, or is not a Word document"),
        (archive({"word/document.xml": b"\0" * 30_000_000}), "times its size"),
    ],
)
def test_a_word_document_that_cannot_be_read_says_why(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        read(data, "a.docx")
    assert "a.docx" in str(caught.value)
