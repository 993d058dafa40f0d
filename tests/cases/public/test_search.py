"""Search by name, in any script and spelling."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cases.finding import candidates, order
from cases.publication import public_rows
from cases.publication.models import PublicIncident, PublicPerson
from cases.publication.models_search import (
    PublicKey,
    PublicTitle,
    PublicTitleKey,
    PublicTitleWord,
    PublicWord,
)
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


def test_a_name_that_shows_nothing_of_the_query_is_said_to_be_a_spelling_of_it() -> None:
    assert "another spelling of “<bdi>Бяляцкий</bdi>”" in text("/people/?q=Бяляцкий")
    assert "another spelling" not in text("/people/?q=bialia")


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


def test_of_more_people_than_are_looked_at_the_page_says_so_and_a_file_has_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "Very many people fit" not in text("/people/?q=ales")
    monkeypatch.setattr(candidates, "ALONE", 2)
    assert "Very many people fit" in text("/people/?q=ales")
    assert len(names_in(text("/people.csv?q=ales"), PEOPLE)) == 3
    assert len(names_in(text("/people/?q=ales&sort=name"), PEOPLE)) == 3
    assert names_in(text("/people.csv?q=bialiatski+a"), PEOPLE) == ["Ales Bialiatski"]


def test_one_slip_is_forgiven_and_the_likeliest_comes_first() -> None:
    assert found("Bialatski")[:1] == ["Ales Bialiatski"]
    assert found("Maryia Kalesnkava")[:1] == ["Maryia Kalesnikava"]
    assert found("Mrayna Kavaliova")[:1] == ["Maryna Kavaliova"]


def test_a_search_among_filtered_people_looks_at_them_alone() -> None:
    assert found("ales&gender=male") == []
    assert "The same name without the other filters" in text("/people/?q=ales&gender=male")


@pytest.fixture
def court() -> None:
    one = person("Hanna Zarechnaya", source=builders.make_source("A third report."))
    body = builders.make_organisation("Zorka Letters to Prisoners", kind="ngo")
    source = builders.make_source("Zorka and Rechytsa.")
    builders.make_event(one, "transfer", "2021", source=source, place="Rechytsa", organisation=body)
    incident = builders.make_incident(title="Trial of the printers")
    builders.make_citation(source, incident)
    published(one, incidents=[incident])


@pytest.mark.parametrize(
    ("query", "kind", "title"),
    [
        ("Зорка", "organisation", "Zorka Letters to Prisoners"),
        ("Речица", "place", "Rechytsa"),
        ("printer", "incident", "Trial of the printers"),
    ],
)
def test_organisations_places_and_incidents_are_found_too(
    court: None, query: str, kind: str, title: str
) -> None:
    page = text(f"/people/?q={query}")
    assert f"<bdi>{title}</bdi>" in page
    assert f'<span class="also">{kind}</span>' in page


def test_a_place_leads_to_the_people_whose_case_names_it(court: None) -> None:
    assert "Hanna Zarechnaya" in text("/people/?place=Rechytsa")
    assert "Hanna Zarechnaya" in text("/people/?place=Zorka+Letters+to+Prisoners")
    assert "Ales Pushkin" not in text("/people/?place=Rechytsa")


def test_what_is_withdrawn_is_found_no_longer_and_leaves_no_word_behind(court: None) -> None:
    everybody = [("person", one) for one in PublicPerson.objects.values_list("pk", flat=True)]
    incidents = [("incident", one) for one in PublicIncident.objects.values_list("pk", flat=True)]
    assert PublicWord.objects.exists()
    assert PublicTitleWord.objects.exists()
    public_rows.remove([*everybody, *incidents])
    for model in (PublicKey, PublicWord, PublicTitle, PublicTitleKey, PublicTitleWord):
        assert not model._default_manager.exists(), model


def test_a_word_that_others_have_stays(court: None) -> None:
    one = person("Ihar Zarechny", source=builders.make_source("A fourth report."))
    published(one)
    gone = PublicPerson.objects.get(name="Hanna Zarechnaya").pk
    public_rows.remove([("person", gone)])
    assert not PublicWord.objects.filter(word="HANA").exists()
    assert names_in(text("/people/?q=Zarechni"), ["Hanna Zarechnaya", "Ihar Zarechny"]) == ["Ihar Zarechny"]


def test_rows_made_anew_answer_as_those_that_grew(court: None) -> None:
    def state() -> list[list[tuple[object, ...]]]:
        models = (PublicKey, PublicWord, PublicTitle, PublicTitleKey, PublicTitleWord)
        return [sorted(row[-2:] for row in model._default_manager.values_list()) for model in models]

    before = state()
    public_rows.rebuild_public()
    assert state() == before
    PublicWord.objects.all().delete()
    PublicTitle.objects.update(searched="")
    call_command("rebuild_search", stdout=StringIO())
    assert state() == before


def test_a_search_sets_no_cookie_and_reads_what_is_public_alone(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_max_num_queries(14) as asked:
        answer = Client().get("/people/?q=Kolesnikova")
    assert not answer.cookies
    statements = " ".join(query["sql"] for query in asked.captured_queries)
    tables = set(re.findall(r'FROM "?(publication_\w+|cases_\w+|importers_\w+)', statements))
    assert tables
    assert not {table for table in tables if not table.startswith("publication_public")}
