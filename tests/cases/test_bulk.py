"""Many rows at once arrive as Django itself would have written them."""

from datetime import date
from typing import Any

import pytest
from django.db import models

from cases import bulk
from cases.models import Event, Person
from tests.cases.builders import make_person

pytestmark = pytest.mark.django_db


def columns(row: models.Model) -> dict[str, object]:
    fresh = type(row)._default_manager.get(pk=row.pk)
    return {field.attname: getattr(fresh, field.attname) for field in row._meta.concrete_fields}


def test_rows_get_their_keys_in_the_order_given() -> None:
    people = [Person(country=code) for code in ("BY", "GE", "AZ")]
    bulk.insert(people)
    assert [Person.objects.get(pk=person.pk).country for person in people] == ["BY", "GE", "AZ"]


def test_every_kind_of_column_is_written_as_django_writes_it() -> None:
    person = make_person()
    one, other = (Event(person=person, kind="arrest", date="2024-03", chosen=None) for _ in range(2))
    one.save()
    bulk.insert([other])
    told = columns(other)
    assert told["date_earliest"] == date(2024, 3, 1)
    unlike = {"id", "public_id", "created_at", "updated_at"}
    assert {k: v for k, v in told.items() if k not in unlike} == {
        k: v for k, v in columns(one).items() if k not in unlike
    }


def test_a_relation_to_a_row_that_was_saved_meanwhile_is_filled_in() -> None:
    person = Person()
    event = Event(person=person, kind="arrest")
    bulk.insert([person])
    bulk.insert([event])
    assert Event.objects.get(pk=event.pk).person_id == person.pk
    assert event.person is person


def test_more_rows_than_a_statement_takes_are_all_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "PARAMETERS", 40)
    bulk.insert([Person(occupation=str(n)) for n in range(25)])
    assert set(Person.objects.values_list("occupation", flat=True)) == {str(n) for n in range(25)}


def test_an_update_writes_the_named_columns_and_no_other() -> None:
    people = [make_person(), make_person()]
    for number, person in enumerate(people):
        person.birth_date, person.settled, person.occupation = f"198{number}", ["gender"], "not written"
    bulk.update(people, ["birth_date", "birth_date_latest", "settled"])
    for number, person in enumerate(people):
        told = columns(person)
        assert (told["birth_date"], told["birth_date_latest"]) == (
            f"198{number}",
            date(1980 + number, 12, 31),
        )
        assert (told["settled"], told["occupation"]) == (["gender"], "")


def test_nothing_to_write_asks_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        bulk.insert([])
        bulk.update([], ["occupation"])
