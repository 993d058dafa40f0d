"""Bytes to a frozen text, or a plain sentence that names the file."""

from pathlib import Path

import pytest

from importers.read import MAX_BYTES, ReadError, find_documents, read

PAGE = """<!doctype html><html lang="en"><head><title>Editor freed</title>
<meta property="article:published_time" content="2024-05-06T10:00:00Z"></head>
<body><nav>Home | About</nav><article><h1>Editor freed</h1>
<p>The editor Teresa Almeida was released on Monday after two years in prison,
her lawyer said in a long statement.</p>
<p>She had been arrested in May 2022 and was sentenced to four years
for an article about the port of the capital.</p>
</article></body></html>"""


def test_text_is_kept_as_it_is_but_for_line_ends() -> None:
    reading = read("Ana\r\nwas — freed.".encode(), "a.txt")
    assert (reading.text, reading.encoding, reading.media_type) == (
        "Ana\nwas — freed.",
        "utf-8",
        "text/plain",
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_other_encodings_are_found(encoding: str) -> None:
    words = (
        "Активистка была задержана в Минске в сентябре и приговорена к пяти годам колонии общего режима. " * 4
    )
    assert read(words.encode(encoding), "a.txt").text.strip() == words.strip()


def test_a_page_gives_its_article_and_its_date() -> None:
    reading = read(PAGE.encode(), "page.html")
    assert "Teresa Almeida was released" in reading.text
    assert (reading.published, reading.published_basis) == ("2024-05-06", "metadata")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"%PDF-1.7 \x00\x01", "not a text file"),
        (b"abc\x00\x01\x02def\x00" * 50, "not a text file"),
        (b"x" * (MAX_BYTES + 1), "limit is 20 MB"),
    ],
)
def test_what_cannot_be_read_is_said_plainly(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as error:
        read(data, "strange.txt")
    assert "strange.txt" in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"gone\.txt does not exist"):
        read(tmp_path / "gone.txt")


def test_folders_are_expanded_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.jpg"):
        (tmp_path / name).write_text("x")
    assert [Path(one).name for one in find_documents([str(tmp_path)])] == ["a.html", "b.txt"]


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="holds no document"):
        find_documents([str(tmp_path)])
