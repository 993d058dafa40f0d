"""The history tab: who changed what, when, from what to what, and why."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from cases import record
from cases.models import Event, Person
from tests.cases import builders as b


def text_of(desk: Client, address: str) -> str:
    page = html.fromstring(desk.get(address).content.decode())
    return " ".join(page.get_element_by_id("content").text_content().split())


def test_a_change_is_shown_before_and_after_with_its_reason(desk: Client) -> None:
    person = b.make_person()
    person.gender = "female"
    record.save(person, by="vera", why="Her sister wrote")
    shown = text_of(desk, reverse("admin:cases_person_history", args=[person.pk]))
    assert "vera changed person" in shown
    assert "Her sister wrote" in shown
    assert "Gender Not known Woman" in shown


def test_the_history_of_a_person_holds_what_was_deleted(desk: Client) -> None:
    person = Person(country="BY")
    record.save(person, by="vera", why="new")
    event = Event(person=person, kind="arrest", date="2020-09-07")
    record.save(event, by="vera", why="new")
    record.delete(event, by="ales", why="Of somebody else")
    shown = text_of(desk, reverse("admin:cases_person_history", args=[person.pk]))
    assert "ales deleted event" in shown
    assert "Of somebody else" in shown


def test_relations_are_shown_by_name(desk: Client) -> None:
    person, court = b.make_person(), b.make_organisation("Minsk Regional Court")
    event = b.make_event(person, "trial")
    event.organisation = court
    record.save(event, by="vera", why="In the verdict")
    shown = text_of(desk, reverse("admin:cases_event_history", args=[event.pk]))
    assert "Organisation – Minsk Regional Court" in shown


def test_a_long_history_is_paged(desk: Client) -> None:
    person = b.make_person()
    for n in range(120):
        person.occupation = f"occupation {n}"
        record.save(person, by="vera", why="trying")
    address = reverse("admin:cases_person_history", args=[person.pk])
    assert "Page 1 of 2, 120 changes" in text_of(desk, address)
    assert "occupation 0" in text_of(desk, address + "?page=2")


def test_what_was_typed_is_shown_as_text(desk: Client) -> None:
    person = b.make_person()
    person.occupation = "<script>alert(1)</script>"
    record.save(person, by="vera", why="<b>why</b>")
    page = desk.get(reverse("admin:cases_person_history", args=[person.pk])).content.decode()
    assert "<script>alert" not in page
    assert "<b>why" not in page


@pytest.mark.django_db
def test_nobody_else_sees_it(client: Client) -> None:
    person = b.make_person()
    assert client.get(reverse("admin:cases_person_history", args=[person.pk])).status_code == 302
