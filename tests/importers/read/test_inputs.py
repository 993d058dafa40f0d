"""What an operator may name: files, folders, standard input."""

import io
import os
from pathlib import Path

import pytest

from importers.read import ReadError, Unread, find_documents, read_each


def only(place: str) -> str:
    """The error of the one thing that could not be read."""
    (found,) = read_each(place)
    assert isinstance(found, Unread)
    return found.error


def test_a_folder_gives_its_documents_in_order_and_those_that_must_be_refused(tmp_path: Path) -> None:
    for name in ("b.txt", "a.pdf", "sub/c.EML", "old.doc", "photo.jpg", ".hidden.txt", "~$b.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [Path(one).relative_to(tmp_path).as_posix() for one in find_documents([str(tmp_path)])]
    assert found == ["a.pdf", "b.txt", "old.doc", "sub/c.EML"]


def test_what_is_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    path = str(tmp_path / "a.txt")
    assert find_documents([path, str(tmp_path), path, "-", "-"]) == [path, "-"]


def test_standard_input_is_read_by_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Поэт на свободе, и он здоров.".encode())))
    (found,) = read_each("-")
    assert not isinstance(found, Unread)
    assert (found.name, found.text, found.url) == ("standard input", "Поэт на свободе, и он здоров.", "")


def test_no_standard_input_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert only("-") == "There is no standard input to read."


def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert "has 100 MB; the limit is 20 MB" in only(str(path))


def test_a_pipe_is_no_document(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is no ordinary file" in only(str(tmp_path / "pipe.txt"))


def test_a_name_that_is_no_unicode_can_be_printed(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(str(tmp_path)) + b"/caf\xe9.txt")
    Path(path).write_text("The editor was released.")
    (found,) = read_each(path)
    assert not isinstance(found, Unread)
    assert found.name == "caf\ufffd.txt"
    found.path.encode()


def test_what_does_not_exist_stops_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"gone\.txt does not exist"):
        find_documents([str(tmp_path / "gone.txt")])
    assert "does not exist" in only(str(tmp_path / "gone.txt"))
