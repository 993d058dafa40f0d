"""Bytes to text, and what is taken out of it once and for all."""

import pytest

from importers.read import ReadError, read
from importers.read.clean import freeze, shown

WORDS = "Поэт Алесь Каранюк, “Радыё” – ćwierć wieku; он был освобождён из колонии в мае. "


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r", "cp1250"],
)
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    words = {"cp1251": "Поэт был освобождён из колонии в мае этого года, сообщил его адвокат. "}
    words |= {
        "koi8-r": words["cp1251"],
        "cp1250": "Poeta został zwolniony z więzienia, ćwierć wieku później żyje. ",
    }
    text = (words.get(encoding) or WORDS) * 5
    assert read(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_text_cut_off_within_a_letter_is_read_up_to_there(cut: int) -> None:
    whole = ("Суд у Мінску. " * 3 + "€").encode()
    if cut < 3:
        reading = read(whole[:-cut], "a.txt")
        assert reading.text.startswith("Суд у Мінску. ")
        assert reading.encoding == "utf-8"
        assert reading.notes


def test_a_few_damaged_bytes_do_not_turn_the_whole_into_another_encoding() -> None:
    reading = read("Суд у Мінску пакараў паэта. ".encode() * 20 + b"\xff" + "Канец.".encode(), "a.txt")
    assert reading.text.endswith("\ufffdКанец.")
    assert reading.notes == ("Some bytes were damaged; they are shown as “\ufffd”.",)


@pytest.mark.parametrize(
    ("text", "frozen"),
    [
        ("a\r\nb\rc\x0bd\u2028e\x85f", "a\nb\nc\nd\ne\nf"),
        ("sen\u00adtenced", "sentenced"),
        ("free\u200bd \u2060on\ufeff bail", "freed on bail"),
        ("\u202eeviled\u202c alive", "eviled alive"),
        ("\u2066A\u2069\u200f\u200eB\u061c", "AB"),
        ("a\x00b\x07c\x1bd\x7f", "abcd"),
        ("x\ud800y", "x\ufffdy"),
        ("Jose\u0301 Nu\u0308n\u0303ez", "José Nüñez"),
        ("hidden\U000e0041\U000e0042 tag", "hidden tag"),
        ("nbsp\u00a0and\tdash – “stay” Ўў می\u200cخواهم", "nbsp\u00a0and\tdash – “stay” Ўў می\u200cخواهم"),
    ],
)
def test_what_cannot_be_seen_or_stored_is_taken_out(text: str, frozen: str) -> None:
    assert freeze(text)[0] == frozen
    assert freeze(frozen)[0] == frozen


def test_marks_of_direction_are_said_to_be_left_out() -> None:
    reading = read("The court \u202edeerf\u202c him.".encode(), "a.txt")
    assert reading.notes == ("2 marks that turned the direction of writing left out.",)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a\x00b\n.txt", "ab.txt"),
        ("report\u202etxt.exe", "reporttxt.exe"),
        ("\udce9t\udce9.txt", "\ufffdt\ufffd.txt"),
        ("x" * 400 + ".pdf", "x" * 154 + "…" + "x" * 96 + ".pdf"),
    ],
)
def test_a_name_can_be_printed_and_stored(name: str, safe: str) -> None:
    assert shown(name) == safe
    safe.encode()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"<html><body>404</body></html>", "is not a PDF"),
        ("a.txt", b"%PDF-1.7", "by its content it is a PDF"),
        ("a.docx", b"PK\x03\x04 nothing", "by its content it is a ZIP"),
        ("a.doc", b"\xd0\xcf\x11\xe0 old", "old Word file; save it as .docx"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.rtf", b"{\\rtf1 hello}", "Rich Text"),
        ("a.xlsx", b"PK\x03\x04 xl/workbook.xml", "a table"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "not a text file"),
        ("a.odt", b"hello", "OpenDocument"),
        ("a.zip", b"PK\x03\x04 cut off", "is an archive"),
    ],
)
def test_what_is_no_document_or_another_one_than_its_name_says_is_refused(
    name: str, data: bytes, words: str
) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        read(data, name)
    assert name in str(caught.value)
