"""The command `import_documents`: what it prints, and how it meets bad input."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from cases.models import Document, Person, Source
from cases.publication.models import Version
from importers.models import Reading
from tests.importers.texts import ARREST, RELEASE

RUSSIAN = (
    "Суд в Минске приговорил журналиста к четырём годам колонии.\n\n"
    "Об этом сообщили его коллеги, которые были на заседании.\n"
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    (tmp_path / "arrest.txt").write_text(ARREST, encoding="utf-8")
    (tmp_path / "release.txt").write_text(RELEASE, encoding="utf-8")
    return tmp_path


def run(*arguments: Any) -> str:
    out = io.StringIO()
    call_command("import_documents", *map(str, arguments), stdout=out)
    return out.getvalue()


def refused(*arguments: Any) -> str:
    with pytest.raises(CommandError) as caught:
        run(*arguments)
    assert caught.value.returncode == 2
    return str(caught.value)


def test_it_imports_a_folder_and_proposes_without_accepting(documents: Path) -> None:
    assert "2 documents" in run(documents)
    assert Document.objects.count() == 2
    assert Person.objects.count() == 0


def test_it_accepts_when_asked_and_publishes_nothing(documents: Path) -> None:
    assert "1 people" in run(documents, "--accept")
    assert Person.objects.get().name == "Nino Varazashvili"
    assert Version.objects.count() == 0


def test_it_publishes_when_asked_and_a_second_time_adds_nothing(documents: Path) -> None:
    run(documents, "--publish")
    versions = Version.objects.count()
    assert versions >= 1
    assert "0 versions published" in run(documents, "--publish")
    assert Version.objects.count() == versions


def test_it_answers_machines_in_json(documents: Path) -> None:
    told = json.loads(run(documents, "--accept", "--json"))
    assert told["outcomes"] == {"inserted": 2}
    assert [person["status"] for person in told["people"]] == ["released"]


def test_the_operator_may_say_who_published_and_when(tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("Nino Varazashvili was arrested in Tbilisi last week.\n", encoding="utf-8")
    run(path, "--publisher", "Media Desk", "--published", "2024-03-04")
    source = Source.objects.get()
    assert (source.publisher, source.published, source.published_basis) == (
        "Media Desk",
        "2024-03-04",
        "operator",
    )


BAD_FILES = {
    "empty": (b"", "empty"),
    "blank": (b" \n\n ", "empty"),
    "binary": (bytes(range(256)) * 40, "not a text"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(500), "not a text"),
    "undecodable": (b"\x81\x8d\x8f\x90\x9d\xff\xfe\xfd" * 200, ""),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_is_no_text_is_named_and_the_rest_go_on(documents: Path, name: str) -> None:
    content, words = BAD_FILES[name]
    (documents / f"{name}.txt").write_bytes(content)
    message = refused(documents)
    assert f"{name}.txt" in message
    assert words in message
    assert Document.objects.count() == 2


def test_a_file_of_50_megabytes_is_refused_by_its_size(documents: Path) -> None:
    (documents / "large.txt").write_bytes(b"word " * 10 * 1024 * 1024)
    message = refused(documents)
    assert "large.txt" in message
    assert "50 MB" in message


def test_a_missing_file_is_named_and_nothing_is_imported(documents: Path) -> None:
    assert "nowhere.txt does not exist" in refused(documents, documents / "nowhere.txt")
    assert Document.objects.count() == 0


def test_a_folder_without_documents_is_named(tmp_path: Path) -> None:
    assert str(tmp_path) in refused(tmp_path)


def test_a_wrong_date_names_the_option(documents: Path) -> None:
    assert "--published" in refused(documents, "--published", "yesterday")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://127.0.0.1/", "not on the public internet"),
        ("ftp://example.org/a", "only addresses with http"),
        ("http://example.org:8080/a", "port 8080"),
    ],
)
def test_an_address_that_may_not_be_asked_is_named(address: str, words: str) -> None:
    message = refused(address)
    assert address.rstrip("/") in message
    assert words in message


def test_each_document_of_an_archive_is_imported_and_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("arrest.txt", ARREST)
        archive.writestr("../release.txt", RELEASE)
        archive.writestr("broken.docx", b"no document")
    assert "all.zip/broken.docx is not a Word document" in refused(tmp_path / "all.zip", "--accept")
    assert sorted(Document.objects.values_list("filename", flat=True)) == [
        "all.zip/arrest.txt",
        "all.zip/release.txt",
    ]
    assert Person.objects.get().name == "Nino Varazashvili"


def test_a_document_comes_through_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARREST.encode())))
    assert "1 documents" in run("-")
    assert Document.objects.get().filename == "standard input"


def test_a_text_in_russian_is_stored_and_named_and_nothing_is_proposed(tmp_path: Path) -> None:
    path = tmp_path / "ru.txt"
    path.write_text(RUSSIAN, encoding="cp1251")
    assert "The rules do not read Russian yet." in run(path)
    document = Document.objects.get()
    assert (document.language, document.encoding, document.text) == ("ru", "cp1251", RUSSIAN)
    assert document.proposals.count() == 0


def test_rules_that_change_read_the_text_as_it_was_stored(tmp_path: Path) -> None:
    path = tmp_path / "arrest.txt"
    path.write_text(ARREST, encoding="utf-8")
    run(path)
    Document.objects.update(text="\n\n" + ARREST)  # as a reader of another version would have frozen it
    Reading.objects.update(rules_version="older")
    run(path)
    for proposal in Document.objects.get().proposals.exclude(state="superseded"):
        assert ("\n\n" + ARREST)[proposal.start : proposal.end] == proposal.quote
