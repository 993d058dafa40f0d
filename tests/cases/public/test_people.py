"""`/people/`: the list of people with its filters."""

from typing import Any

import pytest
from django.test import Client

from tests.cases import builders
from tests.cases.public.site import names_in, person, published, text, world

pytestmark = pytest.mark.django_db

MARYIA, ULADZIMIR = "Maryia Kalesnikava", "Uladzimir Labkovich"
BOTH = [MARYIA, ULADZIMIR]


def found(query: str) -> list[str]:
    """Whom the list shows for a query."""
    return names_in(text(f"/people/?{query}"), BOTH)


def test_an_empty_record_says_so() -> None:
    page = text("/people/")
    assert "0 people" in page
    assert "Nobody in the record fits" in page


def test_everybody_published_is_listed_with_status_and_count() -> None:
    world()
    page = text("/people/")
    assert names_in(page, BOTH) == BOTH
    assert "2 people" in page
    assert "last confirmed on 19 December 2025" in page
    assert "sources differ" in page


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("status=detained", [ULADZIMIR]),
        ("status=released", [MARYIA]),
        ("status=deceased", []),
        ("country=BY", BOTH),
        ("country=TN", []),
        ("gender=female", [MARYIA]),
        ("organisation=Viasna", [MARYIA]),
        ("organisation=viasna", [MARYIA]),
        ("recognised_by=Amnesty International", [MARYIA]),
        ("court=Minsk Regional Court", [MARYIA]),
        ("article=BY-CC 361-1", [MARYIA]),
        ("article=361-1", [MARYIA]),
        ("arrested_from=2021", [ULADZIMIR]),
        ("arrested_to=2020", [MARYIA]),
        ("arrested_from=2020-09&arrested_to=2020-09", [MARYIA]),
        ("arrested_from=2020-09-08", [ULADZIMIR]),
        ("released_from=2025-12-13&released_to=2025-12-13", [MARYIA]),
        ("held_on=2020-10", [MARYIA]),
        ("held_on=2024", BOTH),
        ("held_on=2019", []),
        ("q=", BOTH),
        ("status=released&country=BY&gender=female&held_on=2022&q=kalesnikava", [MARYIA]),
    ],
)
def test_a_filter_finds_who_fits(query: str, names: list[str]) -> None:
    world()
    assert found(query) == names


@pytest.mark.parametrize(
    ("query", "field", "says"),
    [
        ("status=free", "status", "“free” is not a value of this filter."),
        ("country=ZZ", "country", "“ZZ” is not a value of this filter."),
        ("gender=x", "gender", "is not a value"),
        ("organisation=Nobody", "organisation", "Nobody in the record is linked with “Nobody”."),
        ("article=999", "article", "Nobody in the record is linked with"),
        ("recognised_by=Nobody", "recognised_by", "Nobody in the record is linked with"),
        ("arrested_from=yesterday", "arrested_from", "is not a date"),
        ("arrested_to=2020-13", "arrested_to", "is not a date"),
        ("released_from=2021-02-30", "released_from", "is not a date"),
        ("released_to=2020~", "released_to", "is not a date"),
        ("held_on=2999", "held_on", "has not come yet"),
        ("arrested_from=2021&arrested_to=2020", "arrested_to", "before the beginning"),
        ("sort=id", "sort", "is not a value"),
        ("status=detained&status=released", "status", "Given more than once."),
        ("q=%00", "q", "Null characters"),
    ],
)
def test_a_bad_value_is_an_error_at_its_field_and_finds_nobody(query: str, field: str, says: str) -> None:
    world()
    page = text(f"/people/?{query}", status=400)
    assert f'href="#id_{field}"' in page
    assert f'id="id_{field}_error"' in page or field == "q"
    assert says in page
    assert names_in(page, BOTH) == []


@pytest.mark.parametrize("query", ["colour=red", "name__startswith=M", "page=x", "page=0", "page=1&page=2"])
def test_what_is_no_filter_is_an_error_and_finds_nobody(query: str) -> None:
    world()
    assert names_in(text(f"/people/?{query}", status=400), BOTH) == []


def test_a_page_beyond_the_last_is_not_found() -> None:
    world()
    text("/people/?page=2", status=404)


def test_planned_denied_and_set_aside_events_are_not_found_by_their_dates() -> None:
    source = builders.make_source()
    ana = builders.make_person("Ana Petrova")
    builders.make_event(ana, "still_held", "2020", source=source)
    builders.make_event(ana, "release", "2021-05-05", modality="planned", source=source)
    published(ana)
    world()
    assert "Ana Petrova" not in text("/people/?released_from=2021-05&released_to=2021-05")
    assert ULADZIMIR not in text("/people/?released_from=2025")


def test_both_ends_of_a_range_are_asked_of_one_arrest() -> None:
    source = builders.make_source()
    ana = builders.make_person("Ana Petrova")
    for date in ("2010-01-01", "2021-01-01"):
        builders.make_event(ana, "arrest", date, source=source)
    published(ana)
    assert "Ana Petrova" not in text("/people/?arrested_from=2015&arrested_to=2016")
    assert text("/people/?arrested_from=2009&arrested_to=2022").count("Ana Petrova") == 1


def test_who_is_certainly_held_on_a_date_is_told_from_who_possibly_is() -> None:
    source = builders.make_source()
    for name, date in (("Ana Petrova", "2020-09-07"), ("Bela Sidarava", "2020")):
        one = builders.make_person(name)
        builders.make_event(one, "arrest", date, source=source)
        published(one)
    page = text("/people/?held_on=2020-10")
    assert "2 people" in page
    assert "1 certainly in custody in October 2020, 1 possibly" in page
    assert page.count("possibly in custody in October 2020") == 1


def test_active_filters_can_be_taken_away_one_by_one() -> None:
    world()
    page = text("/people/?status=detained&country=BY&page=1")
    assert 'href="/people/?country=BY"' in page
    assert 'href="/people/?status=detained"' in page
    assert "Belarus</strong>" in page


def test_the_files_beside_the_list_hold_the_same_list() -> None:
    world()
    page = text("/people/?status=detained&page=1")
    assert 'href="/people.csv?status=detained"' in page
    assert 'href="/people.json?status=detained"' in page


def test_pages_hold_everybody_once_in_a_stable_order() -> None:
    source = builders.make_source()
    people = [person(f"Ana Petrova {chr(65 + n % 26)}{n:03}", source=source) for n in range(120)]
    published(*people)
    shown: list[str] = []
    for number in (1, 2, 3):
        page = text(f"/people/?page={number}")
        shown += names_in(page, [one.name for one in people])
        assert f"Page {number} of 3" in page
    assert shown == sorted(one.name for one in people)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("name", [MARYIA, ULADZIMIR]),
        ("-name", [ULADZIMIR, MARYIA]),
        ("arrest_date", [MARYIA, ULADZIMIR]),
        ("-arrest_date", [ULADZIMIR, MARYIA]),
        ("-release_date", [MARYIA, ULADZIMIR]),
        ("-last_confirmed_on", [ULADZIMIR, MARYIA]),
    ],
)
def test_the_list_is_put_in_the_order_asked_for(sort: str, order: list[str]) -> None:
    world()
    assert found(f"sort={sort}") == order


def test_a_name_is_shown_as_text_whatever_is_in_it() -> None:
    published(person("<script>alert(1)</script> & Co"))
    assert "<script" not in text("/people/")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co" in text("/people/")


def test_only_reading_is_answered() -> None:
    assert Client().post("/people/").status_code == 405


@pytest.fixture(autouse=True)
def _quiet(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
