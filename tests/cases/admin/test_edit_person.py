"""Correcting a person at the desk."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cases import searching
from cases.models import Change, Organisation, Person
from tests.cases import builders as b
from tests.cases.admin.cast import errors, full_person, submit

WHY = "Her sister wrote to us"


def page(person: Person) -> str:
    return reverse("admin:cases_person_change", args=[person.pk])


def test_a_correction_is_saved_with_who_and_why(desk: Client) -> None:
    person = full_person()
    answer = submit(desk, page(person), occupation="flautist", birth_date="1982-04", reason=WHY)
    assert answer.status_code == 302, errors(answer)
    person.refresh_from_db()
    assert (person.occupation, str(person.birth_date_latest)) == ("flautist", "1982-04-30")
    [change] = Change.objects.filter(model="person")
    assert (change.by, change.why, change.person) == ("vera", WHY, person.public_id)
    assert change.before is not None
    assert change.before["occupation"] == ""


def test_a_page_that_is_saved_unchanged_writes_nothing(desk: Client) -> None:
    person = full_person()
    assert submit(desk, page(person), reason=WHY).status_code == 302
    assert not Change.objects.exists()


def test_a_correction_without_a_reason_comes_back(desk: Client) -> None:
    person = full_person()
    answer = submit(desk, page(person), occupation="flautist")
    assert answer.status_code == 200
    assert "why you change this" in errors(answer)
    assert not Change.objects.exists()


@pytest.mark.parametrize("wrong", ["13 December", "2021-13", "2021-02-30", "2024/2020"])
def test_a_date_that_is_none_comes_back_with_the_reason(desk: Client, wrong: str) -> None:
    answer = submit(desk, page(full_person()), birth_date=wrong, reason=WHY)
    assert answer.status_code == 200
    assert errors(answer)


def test_what_a_researcher_set_is_kept_from_imports(desk: Client) -> None:
    person = full_person()
    submit(desk, page(person), occupation="flautist", gender="other", reason=WHY)
    person.refresh_from_db()
    assert person.settled == ["gender", "occupation"]


def test_a_new_person_is_found_by_the_name(desk: Client) -> None:
    answer = submit(
        desk,
        reverse("admin:cases_person_add"),
        country="BY",
        **{"names-0-text": "Maria  Kalesnikava", "names-0-is_primary": "on"},
    )
    assert answer.status_code == 302, errors(answer)
    person = Person.objects.get()
    assert person.name == "Maria Kalesnikava"
    assert list(searching.people("Калесникова")) == [person]
    assert set(Change.objects.values_list("model", "action", "why")) == {
        ("person", "add", "Added by hand"),
        ("personname", "add", "Added by hand"),
        ("person", "change", "Added by hand"),
    }


@pytest.mark.parametrize(
    ("names", "complaint"),
    [
        ({}, "needs a name"),
        ({"names-0-text": "Maria Kalesnikava"}, "exactly one name"),
    ],
)
def test_a_person_has_one_primary_name(desk: Client, names: dict[str, str], complaint: str) -> None:
    answer = submit(desk, reverse("admin:cases_person_add"), **names)
    assert answer.status_code == 200
    assert complaint in errors(answer)
    assert not Person.objects.exists()


def test_another_name_becomes_the_primary_one(desk: Client) -> None:
    person = b.make_person("Maria Kalesnikava")
    b.make_name(person, "Maryia Kalesnikava")
    form = {"names-1-is_primary": "on", "reason": WHY}
    answer = submit(desk, page(person), **{**form, "names-0-is_primary": []})
    assert answer.status_code == 302, errors(answer)
    person = Person.objects.get()
    assert person.name == "Maryia Kalesnikava"
    assert person.settled == ["primary_name"]


def test_the_same_name_twice_comes_back(desk: Client) -> None:
    person = b.make_person("Maria Kalesnikava")
    answer = submit(desk, page(person), **{"names-1-text": "Maria  Kalesnikava", "reason": WHY})
    assert answer.status_code == 200
    assert errors(answer)


def test_a_name_can_be_taken_away(desk: Client) -> None:
    person = b.make_person("Maria Kalesnikava")
    b.make_name(person, "Marija Kolesnikova")
    answer = submit(desk, page(person), **{"names-1-DELETE": "on", "reason": WHY})
    assert answer.status_code == 302, errors(answer)
    assert [name.text for name in person.names.all()] == ["Maria Kalesnikava"]
    [change] = Change.objects.filter(action="delete")
    assert change.before is not None
    assert change.before["text"] == "Marija Kolesnikova"


def test_an_organisation_is_found_by_typing_its_name(desk: Client) -> None:
    person = b.make_person()
    viasna = b.make_organisation("Viasna", key="viasna")
    typed = {"affiliations-0-organisation__typed": "viasna", "affiliations-0-role": "founder", "reason": WHY}
    answer = submit(desk, page(person), **typed)
    assert answer.status_code == 302, errors(answer)
    assert person.affiliations.get().organisation == viasna


def test_an_organisation_that_two_names_fit_is_asked_again(desk: Client) -> None:
    person = b.make_person()
    for name in ("Viasna Minsk", "Viasna Brest"):
        b.make_organisation(name, key=name.lower())
    typed = {"affiliations-0-organisation__typed": "viasna", "reason": WHY}
    answer = submit(desk, page(person), **typed)
    assert answer.status_code == 200
    assert errors(answer)
    assert Organisation.objects.count() == 2


def test_the_page_shows_each_fact_with_its_quote_in_its_paragraph(desk: Client) -> None:
    person = full_person()
    page_text = desk.get(page(person)).content.decode()
    assert "<mark>She was released on 13 December 2025 and taken abroad.</mark>" in page_text
    source = person.events.filter(kind="release").get().citations.get().source
    assert reverse("admin:cases_source_change", args=[source.pk]) in page_text
    for event in person.events.all():
        assert reverse("admin:cases_event_change", args=[event.pk]) in page_text


def test_what_a_source_says_is_shown_as_text(desk: Client) -> None:
    person = b.make_person()
    source = b.make_source("<script>alert(1)</script> Maryia was arrested <b>today</b>.")
    b.make_event(person, source=source, quote="arrested <b>today</b>")
    page_text = desk.get(page(person)).content.decode()
    assert "<mark>arrested &lt;b&gt;today&lt;/b&gt;</mark>" in page_text
    assert "<script>alert" not in page_text


def test_deleting_asks_for_a_reason_and_keeps_everything_in_the_history(desk: Client) -> None:
    person = b.make_person()
    b.make_event(person)
    address = reverse("admin:cases_person_delete", args=[person.pk])
    assert b"Reason" in desk.get(address).content
    assert desk.post(address, {"post": "yes", "reason": "Entered twice"}).status_code == 302
    assert not Person.objects.exists()
    kept = Change.objects.filter(action="delete", why="Entered twice", person=person.public_id)
    assert {change.model for change in kept} == {"person", "personname", "event"}


def test_somebody_who_is_public_is_withdrawn_before_they_are_deleted(desk: Client) -> None:
    from cases.publication.publish import publish

    person = full_person()
    publish(persons=[person], by="vera", why="ready")
    answer: Any = desk.post(
        reverse("admin:cases_person_delete", args=[person.pk]), {"post": "yes", "reason": "x"}, follow=True
    )
    assert "Withdraw" in answer.content.decode()
    assert Person.objects.exists()
