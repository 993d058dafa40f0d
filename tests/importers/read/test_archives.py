"""Archives: every member a document, none of them dangerous."""

import io
import zipfile
from pathlib import Path

import pytest

from importers.read import Reading, Unread, read_each
from importers.read.archive import inner_name
from tests.importers.read.builders import archive, locked, pdf, word

TEXT = "The editor was released on Monday, and her lawyer said that she is well."


def members(data: bytes, folder: Path, name: str = "all.zip") -> dict[str, str]:
    """What an archive gives: by name, the text or the error of each document."""
    (folder / name).write_bytes(data)
    found = list(read_each(str(folder / name)))
    return {
        Path(one.path).relative_to(folder).as_posix(): one.text if isinstance(one, Reading) else one.error
        for one in found
    }


def test_every_member_is_a_document_called_by_archive_and_name(tmp_path: Path) -> None:
    data = archive(
        {"b/two.txt": TEXT, "a.pdf": pdf([TEXT]), "c.docx": word(TEXT), "photo.jpg": b"x", ".hidden": "x"}
    )
    assert members(data, tmp_path) == {
        "all.zip/a.pdf": TEXT,
        "all.zip/b/two.txt": TEXT,
        "all.zip/c.docx": TEXT,
    }


@pytest.mark.parametrize(
    ("name", "inner"),
    [
        ("../../etc/passwd.txt", "etc/passwd.txt"),
        ("/etc/passwd.txt", "etc/passwd.txt"),
        ("C:\\Windows\\a.txt", "Windows/a.txt"),
        ("a/./b//c.txt", "a/b/c.txt"),
    ],
)
def test_a_name_that_leads_out_is_only_a_name(tmp_path: Path, name: str, inner: str) -> None:
    assert inner_name(name) == inner
    (tmp_path / "inside").mkdir()
    before = sorted(tmp_path.rglob("*"))
    assert members(archive({name: TEXT}), tmp_path / "inside") == {f"all.zip/{inner}": TEXT}
    assert sorted(tmp_path.rglob("*")) == sorted([*before, tmp_path / "inside" / "all.zip"])


def bomb(size: int) -> bytes:
    return archive({"bomb.txt": b"0" * size})


def lying(size: int) -> bytes:
    """An archive whose member is larger than it declares."""
    data = bytearray(archive({"liar.txt": b"0" * size}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(mark) + offset
        data[at : at + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (archive({f"{number}.txt": "x" for number in range(5_001)}), "holds 5001 files"),
        (bomb(15_000_000), "more than 100 times its size"),
        (bomb(450_000_000), "unpacks to 429 MB"),
        (archive({"only.jpg": "x"}), "holds no document"),
        (archive({"a.txt": TEXT})[:-30], "damaged or cut off"),
        (b"PK\x03\x04" + b"\x00" * 200, "damaged or cut off"),
        (b"PK\x05\x06" + bytes(18), "holds no document"),
        (b"not a zip", "is not a ZIP archive"),
        (b"", "is empty"),
    ],
)
def test_an_archive_that_is_too_much_or_none_is_refused_as_a_whole(
    tmp_path: Path, data: bytes, words: str
) -> None:
    (error,) = members(data, tmp_path).values()
    assert error.startswith(("all.zip", str(tmp_path)))
    assert words in error


@pytest.mark.parametrize(
    ("member", "words"),
    [
        ({"inner.zip": archive({"a.txt": TEXT})}, "an archive within an archive"),
        ({"big.txt": bytes(range(32, 127)) * 230_000}, "the limit is 20 MB"),
        ({"fake.pdf": "no"}, "is not a PDF"),
        ({"letter.doc": "old"}, "save it as .docx"),
    ],
)
def test_a_member_that_cannot_be_read_is_named_and_the_others_are_read(
    tmp_path: Path, member: dict[str, bytes | str], words: str
) -> None:
    data = archive({**member, "good.txt": TEXT}, method=zipfile.ZIP_STORED)
    found = members(data, tmp_path)
    assert found.pop("all.zip/good.txt") == TEXT
    ((name, error),) = found.items()
    assert name in error
    assert words in error


def test_a_locked_member_says_so(tmp_path: Path) -> None:
    assert members(locked(archive({"a.txt": TEXT})), tmp_path) == {
        "all.zip/a.txt": "all.zip/a.txt is protected with a password."
    }


def test_a_member_that_declares_less_than_it_has_is_refused(tmp_path: Path) -> None:
    assert "damaged in its archive" in members(lying(500_000), tmp_path)["all.zip/liar.txt"]


def test_the_same_name_twice_is_two_documents(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made, pytest.warns(UserWarning, match="Duplicate"):
        made.writestr("a.txt", "One text of the two.")
        made.writestr("a.txt", "The other text of the two.")
    (tmp_path / "all.zip").write_bytes(out.getvalue())
    found = list(read_each(str(tmp_path / "all.zip")))
    assert not any(isinstance(one, Unread) for one in found)
    assert len({one.sha256 for one in found if isinstance(one, Reading)}) == 2
