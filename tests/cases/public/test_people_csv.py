"""`/people.csv`: the contract of its columns, and what it never does."""

import csv
import io
from typing import Any

import pytest
from django.test import Client

from cases.publication.columns import uncell
from tests.cases import builders
from tests.cases.public.site import body, person, published, world

pytestmark = pytest.mark.django_db

CONTRACT = (
    "id,url,name,other_names,gender,birth_date,country,occupation,organisations,status,status_since,"
    "last_confirmed_on,arrest_date,arrest_date_earliest,arrest_date_latest,charges,articles,court,"
    "sentence_date,sentence_text,years,months,days,life,death_penalty,in_absentia,regime,"
    "expected_release_earliest,expected_release_latest,release_date,release_manner,"
    "release_conditions,days_detained_min,days_detained_max,recognised_by,has_conflict,source_count,"
    "source_urls,version,updated_at"
)


def fetched(query: str = "") -> str:
    response = Client().get(f"/people.csv{query}")
    assert response.status_code == 200
    return body(response)


def rows(query: str = "") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(fetched(query), newline="")))


def test_the_columns_are_those_of_the_contract_in_its_order() -> None:
    assert f"{fetched()},".replace("\r\n", ",").startswith(f"{CONTRACT},")


def test_an_empty_list_is_a_header() -> None:
    assert fetched().count("\r\n") == 1
    world()
    assert fetched("?status=deceased").count("\r\n") == 1


def test_a_person_is_a_row() -> None:
    made = world()
    (row,) = rows("?status=released")
    wanted = {
        "id": made["maryia"].public_id,
        "name": "Maryia Kalesnikava",
        "gender": "female",
        "country": "BY",
        "status": "released",
        "arrest_date": "2020-09-07",
        "sentence_date": "2021-09-06",
        "sentence_text": "11 years",
        "years": "11",
        "court": "Minsk Regional Court",
        "charges": "extremism",
        "articles": "BY-CC 361-1",
        "release_date": "2025-12-13",
        "release_manner": "pardon",
        "release_conditions": "forced_exile",
        "organisations": "Viasna",
        "recognised_by": "Amnesty International",
        "has_conflict": "no",
        "source_count": "2",
        "source_urls": "https://example.org/left-out",
    }
    assert {key: row[key] for key in wanted} == wanted
    assert row["url"].endswith(f"/people/maryia-kalesnikava-{made['maryia'].public_id}/")
    assert set(row["other_names"].split("; ")) == {"Марыя Калеснікава", "Maria Kolesnikova"}


def test_a_partial_date_stays_partial_and_has_bounds() -> None:
    published(person())
    (row,) = rows()
    dates = [row[f"arrest_date{end}"] for end in ("", "_earliest", "_latest")]
    assert dates == ["2020-09", "2020-09-01", "2020-09-30"]


def test_lines_end_in_crlf_and_the_text_is_utf_8() -> None:
    published(person("Марыя Калеснікава"))
    text = fetched()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert "Марыя Калеснікава" in text


@pytest.mark.parametrize(
    "written",
    [
        "=cmd()",
        "+375 29 000",
        "-5",
        "@sum",
        " =1",
        "'=x",
        "\u200b=1",
        "＝1",
        "O'Neill",
        "a; =b",
        'say "x", y',
    ],
)
def test_no_cell_is_a_formula_and_no_character_is_lost(written: str) -> None:
    published(person(occupation=written))
    (row,) = rows()
    assert row["occupation"].lstrip(" \u200b\ufeff'\"")[:1] not in "=+-@＝" or row["occupation"].startswith(
        "'"
    )
    assert uncell(row["occupation"]) == written


def test_the_filters_are_those_of_the_page() -> None:
    world()
    assert [row["name"] for row in rows("?arrested_from=2021&sort=name")] == ["Uladzimir Labkovich"]
    assert [row["name"] for row in rows("?q=Калесникова")] == ["Maryia Kalesnikava"]
    assert len(rows("?page=1")) == 2  # a file has no pages


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("?status=free", "status: “free” is not a value of this filter."),
        ("?colour=red", "“colour” is not a filter of this list."),
        ("?held_on=soon", "held_on: “soon” is not a date. Write 2020, 2020-09 or 2020-09-07."),
        ("?organisation=Nobody", "organisation: Nobody in the record is linked with “Nobody”."),
    ],
)
def test_what_is_not_understood_is_answered_with_400_and_the_reason(query: str, reason: str) -> None:
    world()
    response = Client().get(f"/people.csv{query}")
    assert response.status_code == 400
    assert body(response) == f"{reason}\n"


def test_it_is_streamed_as_a_file_with_the_date_in_its_name(settings: Any) -> None:
    response = Client().get("/people.csv")
    assert response.streaming
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="people-20')


def test_the_queries_do_not_grow_with_the_rows(django_assert_num_queries: Any) -> None:
    source = builders.make_source()
    for size in (3, 30):
        published(*(person(f"Ana Petrova {size} {n}", source=source) for n in range(size)))
        with django_assert_num_queries(1):
            assert len(rows()) >= size
