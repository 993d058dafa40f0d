"""`/`: the first page."""

import re
from typing import Any

import pytest

from tests.cases import builders
from tests.cases.public.site import person, published, text, world

pytestmark = pytest.mark.django_db


def test_an_empty_record_says_so() -> None:
    page = text("/")
    assert "Nothing has been published yet." in page
    assert 'name="q"' in page


def test_it_shows_counts_figures_of_others_incidents_and_latest_changes() -> None:
    world()
    page = text("/")
    for wanted in (
        "in custody, on the latest evidence",
        "More than",
        "1,100",
        "political prisoners held, Belarus",
        "Amnesty International",
        "Release of 123 people",
        "Maryia Kalesnikava",
        "The newest source was published on 19 December 2025",
    ):
        assert wanted in page, wanted


def test_every_number_of_the_record_equals_the_rows_of_the_list_that_it_links_to() -> None:
    world()
    source = builders.make_source()
    published(*(person(f"Ana Petrova {n}", source=source) for n in range(7)))
    links = re.findall(r'href="(/people/\?status=\w+)">\s*<span class="big">([\d,]+)</span>', text("/"))
    assert len(links) == 2
    for address, number in links:
        assert f"<strong>{number} " in text(address)
        assert text(address.replace("/?", ".csv?")).count("\r\n") - 1 == int(number)


def test_a_figure_leads_to_its_sentence() -> None:
    world()
    (link,) = re.findall(r'href="(/sources/[^"]+)">the sentence in its source', text("/"))
    address, _, anchor = link.partition("#")
    assert f'id="{anchor}"' in text(address)


def test_the_queries_do_not_grow_with_the_rows(django_assert_num_queries: Any) -> None:
    source = builders.make_source()
    for size in (2, 20):
        published(*(person(f"Ana Petrova {size} {n}", source=source) for n in range(size)))
        with django_assert_num_queries(5):
            text("/")
