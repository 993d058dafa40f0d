"""`/sources/`, `/sources.csv` and one source."""

import csv
import io
from typing import Any

import pytest
from django.test import Client

from tests.cases import builders
from tests.cases.public.site import body, person, published, text, world

pytestmark = pytest.mark.django_db


def address(source: Any, slug: str) -> str:
    return f"/sources/{slug}-{source.public_id}/"


def test_an_empty_record_says_so() -> None:
    assert "No published source fits." in text("/sources/")


def test_sources_are_listed_the_newest_first() -> None:
    world()
    page = text("/sources/")
    assert page.index("Those left out") < page.index("Release of 123")


@pytest.mark.parametrize(
    ("query", "count"),
    [("q=left", 1), ("publisher=platform", 1), ("published_from=2025-12-14", 1), ("published_to=2024", 0)],
)
def test_a_filter_finds_what_fits(query: str, count: int) -> None:
    world()
    assert f"<strong>{count} " in text(f"/sources/?{query}")


@pytest.mark.parametrize("query", ["published_from=x", "colour=red", "page=0"])
def test_what_is_not_understood_finds_nothing(query: str) -> None:
    world()
    assert "left out" not in text(f"/sources/?{query}", status=400)
    assert Client().get(f"/sources.csv?{query}").status_code == 400


def test_each_cited_passage_is_marked_in_its_paragraph_with_its_own_anchor() -> None:
    made = world()
    page = text(address(made["early"], "release-of-123"))
    start = made["early"].document.text.index("Uladzimir Labkovich was reportedly released")
    assert f'<mark id="p-{start}-{start + 43}">Uladzimir Labkovich was reportedly released</mark>.' in page
    assert "worked out from other dates in the document" in page
    assert f"/people/uladzimir-labkovich-{made['uladzimir'].public_id}/#e-" in page


def test_the_original_is_linked_only_if_it_is_on_the_web() -> None:
    made = world()
    assert 'href="https://example.org/left-out"' in text(address(made["late"], "those-left-out"))
    assert "No address is known." in text(address(made["early"], "release-of-123"))
    odd = builders.make_source("Odd.", title="Odd", url="javascript:alert(1)")
    published(person("Ana Petrova", source=odd))
    assert "javascript:" not in text(address(odd, "odd"))


def test_what_is_not_quoted_is_not_shown() -> None:
    source = builders.make_source("Ana was arrested.\n\nThe secret witness lives here.", title="Report")
    ana = builders.make_person("Ana Petrova")
    builders.make_event(ana, source=source, quote="Ana was arrested.")
    published(ana)
    page = text(address(source, "report"))
    assert "Ana was arrested." in page
    assert "witness" not in page


def test_an_unknown_one_is_not_found_and_a_wrong_name_leads_to_the_right_one() -> None:
    made = world()
    text("/sources/x-abcdefghjk/", status=404)
    response = Client().get(address(made["late"], "wrong"))
    assert (response.status_code, response["Location"]) == (301, address(made["late"], "those-left-out"))


def test_the_file_has_a_row_for_each_source() -> None:
    world()
    rows = list(csv.DictReader(io.StringIO(body(Client().get("/sources.csv")), newline="")))
    assert [row["title"] for row in rows] == ["Those left out", "Release of 123"]
    assert rows[0]["original_url"] == "https://example.org/left-out"


def test_the_queries_do_not_grow_with_the_passages(django_assert_num_queries: Any) -> None:
    source = builders.make_source(title="Report")
    for size in (2, 20):
        published(*(person(f"Ana Petrova {size} {n}", source=source) for n in range(size)))
        with django_assert_num_queries(2):
            text(address(source, "report"))
        with django_assert_num_queries(2):
            text("/sources/")
