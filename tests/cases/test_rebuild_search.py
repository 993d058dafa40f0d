"""The command that makes the search keys of all names anew."""

from io import StringIO

import pytest
from django.core.management import call_command

from cases.models import Change, NameToken, PersonName
from cases.publication.models import PublicName
from cases.publication.models_search import PublicKey
from cases.publication.publish import publish
from tests.cases import builders as b

pytestmark = pytest.mark.django_db
NONE = "In the record {0} names: the keys of 0 changed. On the public side {0} names: the keys of 0 changed."


def rebuild(*arguments: str) -> str:
    out = StringIO()
    call_command("rebuild_search", *arguments, stdout=out)
    return out.getvalue().strip()


@pytest.fixture
def people() -> None:
    source = b.make_source()
    persons = [b.make_person(name) for name in ("Maryia Kalesnikava", "Ales Bialiatski", "Maksim Znak")]
    for person in persons:
        b.make_event(person, source=source)
    publish(persons=persons, by="vera", why="ready")


def keys() -> list[set[tuple[str, str]]]:
    return [
        set(PersonName.objects.values_list("text", "key")),
        set(NameToken.objects.values_list("name__text", "token")),
        set(PublicKey.objects.values_list("person__name", "key")),
    ]


def test_keys_that_are_up_to_date_stay(people: None) -> None:
    before = keys()
    assert rebuild() == NONE.format(3)
    assert keys() == before


def test_keys_of_older_rules_are_made_anew_in_batches(people: None) -> None:
    before, changes = keys(), Change.objects.count()
    PersonName.objects.update(key="old", key_version=0)
    PublicName.objects.update(key_version=0)
    NameToken.objects.all().delete()
    first = PublicKey.objects.order_by("pk")[0]
    PublicKey.objects.filter(pk=first.pk).update(key="OLD")
    assert rebuild("--batch", "2") == NONE.format(3).replace("of 0", "of 3")
    assert keys() == before
    assert rebuild() == NONE.format(3)
    assert Change.objects.count() == changes


def test_nobody_in_the_record_is_no_error() -> None:
    assert rebuild() == NONE.format(0)
