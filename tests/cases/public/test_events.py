"""`/events/` and `/events.csv`."""

import csv
import io
from typing import Any

import pytest
from django.test import Client

from tests.cases import builders
from tests.cases.public.site import body, person, published, text, world

pytestmark = pytest.mark.django_db


def rows(query: str = "") -> list[dict[str, str]]:
    response = Client().get(f"/events.csv{query}")
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(body(response), newline="")))


def test_an_empty_record_says_so() -> None:
    assert "No published event fits." in text("/events/")
    assert rows() == []


def test_events_stand_latest_first_with_person_and_kind() -> None:
    world()
    page = text("/events/")
    assert "6 events" in page
    assert page.index("19 December 2025") < page.index("13 December 2025") < page.index("7 September 2020")
    assert "Sentenced to 11 years" in page
    assert "set aside, sources differ" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("kind=arrest", 2),
        ("kind=release&modality=reported", 1),
        ("date_from=2021-09&date_to=2021-09", 1),
        ("date_from=2025-12-14", 1),
        ("country=BY", 6),
        ("country=TN", 0),
        ("kind=death", 0),
        ("sort=date", 6),
    ],
)
def test_a_filter_finds_what_fits_on_the_page_and_in_the_file(query: str, count: int) -> None:
    world()
    assert f"<strong>{count} " in text(f"/events/?{query}")
    assert len(rows(f"?{query}")) == count


@pytest.mark.parametrize(
    "query", ["kind=x", "country=ZZ", "date_from=x", "modality=x", "colour=red", "sort=x"]
)
def test_what_is_not_understood_finds_nothing(query: str) -> None:
    world()
    assert "Kalesnikava" not in text(f"/events/?{query}", status=400)
    response = Client().get(f"/events.csv?{query}")
    assert response.status_code == 400
    assert query.partition("=")[0] in body(response)


def test_a_row_has_its_quote_and_its_source() -> None:
    world()
    (row,) = rows("?kind=sentence")
    assert row["name"] == "Maryia Kalesnikava"
    assert (row["date"], row["date_earliest"], row["years"]) == ("2021-09-06", "2021-09-06", "11")
    assert row["quote"] == "Maryia Kalesnikava"
    assert row["source_title"] == "Release of 123"
    assert f"#e-{row['id']}" in row["url"]


def test_an_event_leads_to_its_place_on_the_persons_page() -> None:
    world()
    for row in rows():
        address, _, anchor = row["url"].partition("#")
        assert f'id="{anchor}"' in text(address[address.index("/people/") :])


def test_the_queries_do_not_grow_with_the_rows(django_assert_num_queries: Any) -> None:
    source = builders.make_source()
    for size in (2, 20):
        published(*(person(f"Ana Petrova {size} {n}", source=source) for n in range(size)))
        with django_assert_num_queries(3):
            text("/events/")
        with django_assert_num_queries(1):
            rows()
