"""`/organisations/` and one organisation."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.cases import builders
from tests.cases.public.site import person, published, text, world

pytestmark = pytest.mark.django_db


def test_an_empty_record_says_so() -> None:
    assert "No published organisation fits." in text("/organisations/")


def test_organisations_are_listed_with_their_kind() -> None:
    world()
    page = text("/organisations/")
    assert "3 organisations" in page
    assert page.index("Amnesty International") < page.index("Minsk Regional Court") < page.index("Viasna")


@pytest.mark.parametrize(
    ("query", "count"), [("kind=court", 1), ("kind=party", 0), ("q=amnesty", 1), ("q=%25", 0)]
)
def test_a_filter_finds_what_fits(query: str, count: int) -> None:
    world()
    assert f"<strong>{count} " in text(f"/organisations/?{query}")


@pytest.mark.parametrize("query", ["kind=x", "colour=red", "page=x"])
def test_what_is_not_understood_finds_nothing(query: str) -> None:
    world()
    assert "Viasna" not in text(f"/organisations/?{query}", status=400)


@pytest.mark.parametrize(
    ("key", "slug", "title"),
    [
        ("viasna", "viasna", "People who belong or belonged to it"),
        ("amnesty", "amnesty-international", "People whom it recognises"),
        ("court", "minsk-regional-court", "People whom it sentenced"),
    ],
)
def test_its_people_stand_on_its_page_and_in_the_list_that_it_links_to(
    key: str, slug: str, title: str
) -> None:
    made = world()
    page = text(f"/organisations/{slug}-{made[key].public_id}/")
    assert title in page
    assert "Maryia Kalesnikava" in page
    (link,) = re.findall(r'href="(/people/\?[^"]+)">1 person in the list', page)
    assert "<strong>1 person</strong>" in text(link)


def test_an_unknown_one_is_not_found_and_a_wrong_name_leads_to_the_right_one() -> None:
    made = world()
    text("/organisations/x-abcdefghjk/", status=404)
    response = Client().get(f"/organisations/wrong-{made['viasna'].public_id}/")
    assert (response.status_code, response["Location"]) == (
        301,
        f"/organisations/viasna-{made['viasna'].public_id}/",
    )


def test_the_queries_do_not_grow_with_the_people(django_assert_num_queries: Any) -> None:
    source, viasna = builders.make_source(), builders.make_organisation()
    for size in (2, 20):
        people = [person(f"Ana Petrova {size} {n}", source=source) for n in range(size)]
        for one in people:
            builders.make_citation(source, builders.make_affiliation(one, viasna))
        published(*people)
        with django_assert_num_queries(3):
            text(f"/organisations/viasna-{viasna.public_id}/")
        with django_assert_num_queries(2):
            text("/organisations/")
