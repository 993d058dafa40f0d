"""Finding people at the desk by any spelling."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cases import builders as b

LIST = reverse("admin:index") + "cases/person/"
CAST = {
    "Maryia Kalesnikava": ["Maria Kalesnikava"],
    "Ales Bialiatski": [],
    "Maria Ivanova": [],
    "Mikalai Statkevich": [],
    "Siarhei Tsikhanouskiy": [],
}


@pytest.fixture
def people(db: None) -> None:
    for name, others in CAST.items():
        person = b.make_person(name)
        for other in others:
            b.make_name(person, other)


def found(desk: Client, query: str, **more: str) -> list[str]:
    answer: Any = desk.get(LIST, {"q": query, **more})
    return [str(person) for person in answer.context["cl"].result_list]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Kolesnikova", "Maryia Kalesnikava"),
        ("Калесникова", "Maryia Kalesnikava"),
        ("Калеснікава", "Maryia Kalesnikava"),
        ("kalesnikava m", "Maryia Kalesnikava"),
        ("Bialiatski", "Ales Bialiatski"),
        ("Беляцкий", "Ales Bialiatski"),
        ("kalesn", "Maryia Kalesnikava"),
        ("Тихановский", "Siarhei Tsikhanouskiy"),
        ("Kalesnkava", "Maryia Kalesnikava"),
        ("Mariya Kalesnikawa", "Maryia Kalesnikava"),
        ("Mryaia Kalesnikava", "Maryia Kalesnikava"),
        ("M. Statkevich", "Mikalai Statkevich"),
        ("stat mik", "Mikalai Statkevich"),
        ("Statkevich Mikalai Viktaravich", "Mikalai Statkevich"),
    ],
)
def test_any_spelling_finds_the_person_first(desk: Client, people: None, query: str, first: str) -> None:
    assert found(desk, query)[:1] == [first]


def test_a_person_of_many_spellings_is_found_once(desk: Client, people: None) -> None:
    assert found(desk, "Kalesnikava") == ["Maryia Kalesnikava"]


def test_an_id_finds_its_person(desk: Client, people: None) -> None:
    person = b.make_person("Somebody Else")
    assert found(desk, person.public_id) == ["Somebody Else"]


@pytest.mark.parametrize("query", ["Qwxzv", "%", "'; --", "a" * 300])
def test_a_query_that_nobody_fits_finds_nobody(desk: Client, people: None, query: str) -> None:
    assert found(desk, query) == []


def test_the_search_of_relations_is_the_same(desk: Client, people: None) -> None:
    answer: Any = desk.get(
        reverse("admin:autocomplete"),
        {"term": "Калесникова", "app_label": "cases", "model_name": "event", "field_name": "person"},
    )
    assert [row["text"] for row in answer.json()["results"]] == ["Maryia Kalesnikava"]


def test_filters_and_search_go_together(desk: Client, people: None) -> None:
    assert found(desk, "Maria", custody="held") == []
    assert len(found(desk, "Maria", custody="none")) == 2


@pytest.mark.parametrize(
    ("custody", "published", "names"),
    [("held", "", ["Held"]), ("past", "", ["Freed"]), ("died", "", ["Dead"]), ("none", "", ["Nothing"])],
)
def test_the_list_is_filtered_by_custody(
    desk: Client, custody: str, published: str, names: list[str]
) -> None:
    from cases import record

    events = {"Held": ["arrest"], "Freed": ["arrest", "release"], "Dead": ["death"], "Nothing": ["search"]}
    for name, kinds in events.items():
        person = b.make_person(name)
        for day, kind in enumerate(kinds, start=1):
            b.make_event(person, kind, f"2024-01-0{day}")
        record.rebuild_custody([person])
    answer: Any = desk.get(LIST, {"custody": custody})
    shown = [str(person) for person in answer.context["cl"].result_list]
    assert set(names) <= set(shown)
    assert not {"Held", "Freed", "Nothing"} - set(names) & set(shown)


def test_people_without_a_source_can_be_listed(desk: Client) -> None:
    source = b.make_source()
    b.make_event(b.make_person("By Event"), source=source)
    b.make_citation(source, b.make_person("By Name").names.get())
    b.make_person("Without")
    shown = {answer: found(desk, "", sourced=answer) for answer in ("yes", "no")}
    assert (sorted(shown["yes"]), shown["no"]) == (["By Event", "By Name"], ["Without"])
