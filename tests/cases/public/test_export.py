"""`export`: the same files from the command line."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from tests.cases.public.site import body, world

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["people", "events", "sources"])
def test_it_writes_exactly_what_the_page_streams(name: str, tmp_path: Path) -> None:
    world()
    path = tmp_path / "file.csv"
    call_command("export", name, format="csv", output=path, verbosity=0)
    assert path.read_bytes() == body(Client().get(f"/{name}.csv")).encode()


def test_json_is_the_json_of_the_page(tmp_path: Path) -> None:
    world()
    path = tmp_path / "file.json"
    call_command("export", "people", format="json", output=path, verbosity=0)
    assert json.loads(path.read_text()) == json.loads(body(Client().get("/people.json")))


def test_an_empty_record_is_a_header(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    call_command("export", "people", output=path, verbosity=0)
    assert path.read_bytes().count(b"\r\n") == 1


@pytest.mark.parametrize(("name", "form"), [("all", "zip"), ("people", "xlsx"), ("all", "csv")])
def test_what_is_not_there_yet_is_said(name: str, form: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="not available yet") as raised:
        call_command("export", name, format=form, output=tmp_path / "file")
    assert raised.value.returncode == 2
    assert not (tmp_path / "file").exists()


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written") as raised:
        call_command("export", "people", output=tmp_path / "no" / "file.csv")
    assert raised.value.returncode == 2
