"""What an operator types, and what a wrong word answers."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from cases.models import NameToken
from cases.publication.models import PublicPerson, Version, VersionDocument
from cases.publication.models_search import PublicKey
from tests.cases import builders
from tests.cases.publication.conftest import Story


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_a_person_is_published_by_id_or_by_address(story: Story) -> None:
    assert run("publish", story.person.public_id, "--reason", "Ready").startswith("1 published, 0 unchanged")
    address = PublicPerson.objects.get().path
    assert run("publish", f"https://record.example.org{address}", "--reason", "x").startswith(
        "0 published, 1 un"
    )
    assert Version.objects.get().reason == "Ready"


def test_all_that_is_ready_is_published(story: Story) -> None:
    assert run("publish", "--all-ready", "--reason", "First").startswith("2 published")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["publish", "--reason", "x"], 2),
        (["publish", "zzzzzzzzzz", "--reason", "x"], 2),
        (["publish", "--all-ready", "--reason", " "], 2),
        (["publish", "zzzzzzzzzz", "--all-ready", "--reason", "x"], 2),
        (["withdraw", "zzzzzzzzzz", "--reason", "x"], 2),
    ],
)
def test_wrong_use_is_told_with_exit_code_2(arguments: list[str], code: int, db: None) -> None:
    with pytest.raises(CommandError) as error:
        run(*arguments)
    assert error.value.returncode == code


def test_a_refusal_is_told_with_exit_code_1(db: None, capsys: Any) -> None:
    hidden = builders.make_person(visibility="internal")
    with pytest.raises(CommandError) as error:
        call_command("publish", hidden.public_id, "--reason", "x")
    assert error.value.returncode == 1
    assert "not marked public" in capsys.readouterr().out


def test_withdrawing_takes_the_page_away_and_erasing_the_documents(story: Story) -> None:
    run("publish", story.person.public_id, "--reason", "Ready")
    assert run("withdraw", story.person.public_id, "--reason", "She asked") == "1 withdrawn.\n"
    assert not PublicPerson.objects.exists()
    assert VersionDocument.objects.exists()
    assert run("withdraw", story.person.public_id, "--reason", "She asked", "--erase") == "1 erased.\n"
    assert not VersionDocument.objects.exists()


def test_the_public_rows_can_be_made_anew(story: Story) -> None:
    run("publish", story.person.public_id, "--reason", "Ready")
    PublicPerson.objects.update(status="unknown")
    assert run("rebuild_public") == "The rows of 1 published documents were made anew.\n"
    assert PublicPerson.objects.get().status == "released"


def test_search_keys_can_be_made_anew_in_the_record_and_in_public(story: Story) -> None:
    run("publish", story.person.public_id, "--reason", "Ready")
    before = (NameToken.objects.count(), PublicKey.objects.count())
    NameToken.objects.all().delete()
    PublicKey.objects.all().delete()
    assert "2 names: the keys of 2 changed" in run("rebuild_search")
    assert (NameToken.objects.count(), PublicKey.objects.count()) == before
