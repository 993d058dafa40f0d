"""Every page of the desk: it opens, to those who may, and takes no more queries for more rows."""

from collections.abc import Callable

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from cases import record
from cases.models import (
    Affiliation,
    Citation,
    Document,
    Event,
    Figure,
    Incident,
    Organisation,
    Person,
    Recognition,
    Source,
)
from tests.cases import builders as b
from tests.cases.admin.cast import full_person

LISTS = sorted(
    str(model._meta.model_name) for model in admin.site._registry if model._meta.app_label == "cases"
)
PAGES = {
    "person": Person,
    "event": Event,
    "organisation": Organisation,
    "incident": Incident,
    "figure": Figure,
    "source": Source,
    "document": Document,
}


def test_the_desk_has_a_page_for_each_of_these() -> None:
    assert set(LISTS) == {*PAGES, "change", "decision", "merge"}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.django_db
def test_strangers_are_sent_to_the_login(client: Client, name: str) -> None:
    address = reverse(f"admin:cases_{name}_changelist")
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"] == f"{reverse('admin:login')}?next={address}"


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.django_db
def test_a_login_that_is_not_of_the_staff_is_refused(client: Client, name: str) -> None:
    client.force_login(User.objects.create_user("reader"))
    assert client.get(reverse(f"admin:cases_{name}_changelist")).status_code == 302


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.django_db
def test_staff_without_permission_are_refused(client: Client, name: str) -> None:
    client.force_login(User.objects.create_user("clerk", is_staff=True))
    assert client.get(reverse(f"admin:cases_{name}_changelist")).status_code == 403


@pytest.mark.parametrize("name", LISTS)
def test_a_list_takes_no_more_queries_for_more_rows(queries_of: Callable[[str], int], name: str) -> None:
    address = reverse(f"admin:cases_{name}_changelist")
    full_person("Maryia Kalesnikava")
    few = queries_of(address)
    for n in range(4):
        full_person(f"Person Number{n}", times=3)
    assert queries_of(address) <= few


@pytest.mark.parametrize("name", LISTS)
def test_a_search_takes_no_more_queries_for_more_rows(queries_of: Callable[[str], int], name: str) -> None:
    address = reverse(f"admin:cases_{name}_changelist") + "?q=Maryia"
    full_person("Maryia Kalesnikava")
    few = queries_of(address)
    for n in range(4):
        full_person(f"Maryia Number{n}", times=2)
    assert queries_of(address) <= few


@pytest.mark.parametrize("name", PAGES)
def test_a_page_takes_no_more_queries_for_more_rows(queries_of: Callable[[str], int], name: str) -> None:
    small = full_person("Maryia Kalesnikava", times=1)
    few = queries_of(page_of(name, small))
    large = full_person("Ales Bialiatski", times=6)
    enlarge(large)
    assert queries_of(page_of(name, large)) <= few


def test_a_history_takes_no_more_queries_for_more_rows(queries_of: Callable[[str], int]) -> None:
    person, source = full_person(), b.make_source("One. Two. Three. Four. Five. Six.")
    address = reverse("admin:cases_person_history", args=[person.pk])
    tell_of(person, source, 1)
    few = queries_of(address)
    for n in range(2, 6):
        tell_of(person, source, n)
    assert queries_of(address) <= few


@pytest.mark.parametrize("name", [name for name in PAGES if name not in ("source", "document")])
def test_the_page_to_add_one_opens(desk: Client, name: str) -> None:
    assert desk.get(reverse(f"admin:cases_{name}_add")).status_code == 200


@pytest.mark.parametrize("name", ["source", "document", "change"])
def test_what_imports_and_acts_write_is_not_added_by_hand(desk: Client, name: str) -> None:
    assert desk.get(reverse(f"admin:cases_{name}_add")).status_code == 403


@pytest.mark.parametrize("name", ["document", "change"])
def test_what_is_only_appended_is_not_changed_or_deleted(desk: Client, name: str) -> None:
    record.save(full_person(), by="vera", why="a row to look at")
    record.organisation("Viasna", by="vera", why="a row to look at")
    found = next(one for one in admin.site._registry if one._meta.model_name == name)._default_manager.first()
    assert found is not None
    assert desk.post(reverse(f"admin:cases_{name}_change", args=[found.pk]), {}).status_code == 403
    assert desk.post(reverse(f"admin:cases_{name}_delete", args=[found.pk]), {}).status_code == 403


def page_of(name: str, person: Person) -> str:
    """The page of a row that belongs to a person."""
    event = person.events.get(kind="release", date="2025-12-13") if person.events.count() == 3 else None
    event = event or person.events.filter(kind="release").first()
    assert event is not None
    citation = event.citations.first()
    assert citation is not None
    affiliation = person.affiliations.first()
    assert affiliation is not None
    figure = Citation.objects.filter(source=citation.source, figure__isnull=False).get().figure
    assert figure is not None
    found = {
        "person": person,
        "event": event,
        "organisation": affiliation.organisation,
        "incident": event.incident,
        "figure": figure,
        "source": citation.source,
        "document": citation.source.document,
    }[name]
    assert found is not None
    return reverse(f"admin:cases_{name}_change", args=[found.pk])


def enlarge(person: Person) -> None:
    """More passages, charges and named people on the pages of one event, its source and its incident."""
    event = person.events.filter(kind="release").first()
    assert event is not None
    citation = event.citations.first()
    assert citation is not None
    for n in range(5):
        other = full_person(f"Other Person{n}")
        b.make_event(other, "release", incident=event.incident, source=citation.source)
        b.make_charge(person, f"more {n}", event=event)
        b.make_citation(citation.source, event, citation.source.document.text[n : n + 9])


def tell_of(person: Person, source: Source, n: int) -> None:
    """A role, a recognition, an event and a citation of each, by the verbs that leave audit rows."""
    said: dict[str, str] = {"by": "vera", "why": "New"}
    organisation = record.organisation(f"Body {n}", by="vera", why="New")
    affiliation = Affiliation(person=person, organisation=organisation)
    recognition = Recognition(person=person, organisation=organisation)
    event = Event(person=person, kind="trial", organisation=organisation)
    record.save_many([affiliation, recognition, event], **said)
    for target in (affiliation, recognition, event):
        record.cite(source, n, n + 3, target=target, by="vera", why="New")
