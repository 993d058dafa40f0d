"""Search by name, in any script and spelling."""

import pytest

from cases.finding import order
from tests.cases import builders
from tests.cases.public.site import names_in, person, published, text

pytestmark = pytest.mark.django_db

PEOPLE = [
    "Maryia Kalesnikava",
    "Ales Bialiatski",
    "Maryna Kavaliova",
    "Aliaksandr Kalesnik",
    "Marfa Rabkova",
    "Ales Pushkin",
    "Valiantsin Stefanovich",
]


@pytest.fixture(autouse=True)
def people() -> None:
    source = builders.make_source()
    made = [person(name, source=source) for name in PEOPLE]
    builders.make_name(made[0], "Марыя Калеснікава", language="be")
    published(*made)


def found(query: str) -> list[str]:
    return names_in(text(f"/people/?q={query}"), PEOPLE)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Kolesnikova", "Maryia Kalesnikava"),
        ("Калесникова", "Maryia Kalesnikava"),
        ("Калеснікава", "Maryia Kalesnikava"),
        ("kalesnikava m", "Maryia Kalesnikava"),
        ("Bialiatski", "Ales Bialiatski"),
        ("Беляцкий", "Ales Bialiatski"),
        ("maria kolesnikova", "Maryia Kalesnikava"),
        ("Марина Ковалёва", "Maryna Kavaliova"),
        ("stefanovic", "Valiantsin Stefanovich"),
        ("rabk", "Marfa Rabkova"),
        ("Marfa Alexandrovna Rabkova", "Marfa Rabkova"),
    ],
)
def test_the_right_person_comes_first(query: str, name: str) -> None:
    assert found(query)[:1] == [name]


def test_a_name_that_nobody_has_finds_nobody() -> None:
    assert found("Xylophone") == []
    assert "Nobody in the record fits" in text("/people/?q=Xylophone")


@pytest.mark.parametrize("query", ["%2C", "...", "%27%22%3B--", "%25", "_", "a" * 200, "1 2 3 4 5 6 7 8"])
def test_a_query_without_a_name_finds_nobody_and_breaks_nothing(query: str) -> None:
    assert "Kalesnikava" not in text(f"/people/?q={query}")


def test_a_query_that_is_too_long_is_an_error() -> None:
    text(f"/people/?q={'a' * 201}", status=400)


def test_a_spelling_that_is_not_the_heading_is_said() -> None:
    assert "also written <bdi>Марыя Калеснікава</bdi>" in text("/people/?q=Калеснікава")
    assert "also written" not in text("/people/?q=Kalesnikava")


def test_an_order_that_was_asked_for_is_kept() -> None:
    assert found("ales&sort=name")[:2] == ["Ales Bialiatski", "Ales Pushkin"]
    assert found("ales&sort=-name")[-2:] == ["Ales Pushkin", "Ales Bialiatski"]


def test_of_very_many_who_could_be_meant_the_one_who_has_the_name_whole_comes_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(order, "RANKED", 1)
    published(person("Aba Kalesnikavaite", source=builders.make_source("Another report.")))
    page = text("/people/?q=kalesnikava")
    assert names_in(page, ["Aba Kalesnikavaite", PEOPLE[0]]) == [PEOPLE[0], "Aba Kalesnikavaite"]
