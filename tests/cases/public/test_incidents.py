"""`/incidents/`: announced, identified, and the rest."""

from typing import Any

import pytest
from django.test import Client

from tests.cases import builders
from tests.cases.public.site import person, published, text, world

pytestmark = pytest.mark.django_db


def address(incident: Any, slug: str = "release-of-123-people") -> str:
    return f"/incidents/{slug}-{incident.public_id}/"


def incident(**values: Any) -> Any:
    made = builders.make_incident(**values)
    builders.make_citation(builders.make_source(), made)
    published(incidents=[made])
    return made


def test_an_empty_record_says_so() -> None:
    assert "No published incident fits." in text("/incidents/")


def test_announced_and_named_stand_beside_each_other() -> None:
    made = world()
    listing = text("/incidents/")
    assert "Release of 123 people" in listing
    assert 'data-label="Announced">123<' in listing
    assert 'data-label="Named here">1<' in listing
    page = text(address(made["incident"]))
    assert "1 of them is named in this record." in page
    assert "122 other people are not named in our sources." in page
    assert "Maryia Kalesnikava" in page


def test_a_reading_that_was_set_aside_is_shown_and_not_counted() -> None:
    made = world()
    page = text(address(made["incident"]))
    assert "Uladzimir Labkovich" in page
    assert "sources differ; not the current reading" in page


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"announced_count": 300, "qualifier": "more_than"}, "More than 300 people, as the sources count."),
        ({"announced_count": None}, "The sources do not say how many people."),
        ({"announced_count": 31}, "31 people, as the sources count. None of them is named in our sources."),
    ],
)
def test_a_number_is_as_sure_as_its_source(values: dict[str, Any], says: str) -> None:
    made = incident(**values)
    page = text(address(made))
    assert says in page
    assert "Nobody is named in the sources of this record." in page


@pytest.mark.parametrize(
    "query", ["kind=x", "country=ZZ", "date_from=x", "colour=red", "date_from=2021&date_to=2020"]
)
def test_what_is_not_understood_finds_nothing(query: str) -> None:
    incident()
    assert "Release of 123" not in text(f"/incidents/?{query}", status=400)


@pytest.mark.parametrize(
    ("query", "count"), [("kind=release", 1), ("kind=pardon", 0), ("date_from=2025", 1), ("date_to=2024", 0)]
)
def test_a_filter_finds_what_fits(query: str, count: int) -> None:
    incident()
    assert f"<strong>{count} " in text(f"/incidents/?{query}")


def test_an_unknown_one_is_not_found_and_a_wrong_name_leads_to_the_right_one() -> None:
    made = incident()
    text("/incidents/x-abcdefghjk/", status=404)
    response = Client().get(address(made, "wrong"))
    assert (response.status_code, response["Location"]) == (301, address(made))


def test_the_queries_do_not_grow_with_the_people_named(django_assert_num_queries: Any) -> None:
    made, source = incident(), builders.make_source("Another report.")
    for size in (2, 20):
        people = [person(f"Ana Petrova {size} {n}", source=source) for n in range(size)]
        for one in people:
            builders.make_event(one, "release", "2025-12-13", incident=made, source=source)
        published(*people)
        with django_assert_num_queries(2):
            text(address(made))
        with django_assert_num_queries(3):
            text("/incidents/")
