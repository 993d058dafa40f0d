"""`manage.py extract`: one line a document, no database, plain errors."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

TEXT = "Editor Ana Belo was arrested on 3 May 2023. She remains in prison."


def run(*args: str) -> str:
    out = StringIO()
    call_command("extract", *args, stdout=out)
    return out.getvalue()


def test_one_json_object_a_document_and_no_database(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    rows = [json.loads(line) for line in run(str(tmp_path), "--json").splitlines()]
    assert [Path(row["path"]).name for row in rows] == ["a.txt", "b.txt"]
    (found,) = rows[0]["people"]
    assert (found["name"], found["status"]) == ("Ana Belo", "detained")
    fact = found["facts"][0]
    assert {"kind", "date", "modality", "quote", "start", "end", "rule"} <= fact.keys()
    assert rows[0]["text_length"] == len(TEXT)


def test_without_json_a_table_for_people(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert "Ana Belo · detained" in run(str(tmp_path / "a.txt"))


@pytest.mark.parametrize(
    ("name", "data", "words"), [("empty.txt", b"", "empty"), ("x.txt", b"\x00\x01" * 90, "not a text file")]
)
def test_a_bad_file_is_a_plain_error_with_code_two(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(CommandError, match=words) as error:
        run(str(tmp_path / name))
    assert error.value.returncode == 2
