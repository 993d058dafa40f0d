"""The columns of the files: the contract, what a value is, and cells that no spreadsheet runs."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.publication.columns import KINDS, Column, Context, Exporter, cell, headers, text, uncell
from cases.publication.columns_events import EVENTS
from cases.publication.columns_people import PEOPLE
from cases.publication.columns_sources import SOURCES
from cases.publication.models import PublicEvent, PublicPerson, PublicSource

CONTRACT = """id, url, name, other_names, gender, birth_date, country, occupation, organisations, status,
status_since, last_confirmed_on, arrest_date, arrest_date_earliest, arrest_date_latest, charges, articles,
court, sentence_date, sentence_text, years, months, days, life, death_penalty, in_absentia, regime,
expected_release_earliest, expected_release_latest, release_date, release_manner, release_conditions,
days_detained_min, days_detained_max, recognised_by, has_conflict, source_count, source_urls, version,
updated_at"""

TABLES = [(PublicPerson, PEOPLE), (PublicEvent, EVENTS), (PublicSource, SOURCES)]


def test_the_columns_of_people_are_those_of_the_contract_in_its_order() -> None:
    contract = CONTRACT.replace("\n", " ").split(", ")
    assert headers(PEOPLE)[: len(contract)] == contract


@pytest.mark.parametrize(("model", "columns"), TABLES)
def test_each_stored_column_is_a_field_and_each_computed_one_needs_fields(
    model: type[Any], columns: list[Column[Any]]
) -> None:
    fields = {field.attname for field in model._meta.concrete_fields}
    for column in columns:
        if column.compute is None:
            assert column.read is not None, column.header
            assert column.header in fields
        else:
            assert set(column.needs) <= fields, column.header


@pytest.mark.parametrize(("model", "columns"), TABLES)
def test_each_column_has_a_meaning_for_the_data_dictionary(
    model: type[Any], columns: list[Column[Any]]
) -> None:
    for column in columns:
        assert column.kind in KINDS
        assert column.meaning.endswith("."), column.header
    assert len({column.header for column in columns}) == len(columns)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        ("", ""),
        (0, "0"),
        (True, "yes"),
        (False, "no"),
        (date(2020, 9, 7), "2020-09-07"),
        (datetime(2025, 12, 13, 9, 30, 1, 5, tzinfo=UTC), "2025-12-13T09:30:01Z"),
        ("../2022-07", "../2022-07"),
    ],
)
def test_values_are_written_in_one_way(value: Any, written: str) -> None:
    assert text(value) == cell(value) == written


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "+375 29 1234567",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\x00=1",
        "\ufeff=1",
        "\u200b=1",
        "\u00a0=1",
        "'=1",
        "''=1",
        "＝1+1",
        "\tplain",
        "-",
    ],
)
def test_no_cell_is_a_formula_and_nothing_is_lost(formula: str) -> None:
    assert cell(formula) == f"'{formula}"
    assert uncell(cell(formula)) == formula


@pytest.mark.parametrize("plain", ["Maryia", "'t Hooft", "''", "a=b", "О'Ніл", "“=”", "7 – 8", "2021-09"])
def test_other_texts_are_left_alone(plain: str) -> None:
    assert cell(plain) == plain
    assert uncell(plain) == plain


@given(st.text(alphabet="'=+-@ \t\n\x00\ufeff＝a", max_size=8) | st.text(max_size=20))
def test_any_text_comes_back(any_text: str) -> None:
    assert uncell(cell(any_text)) == any_text


def test_days_in_custody_at_most_count_to_today_while_somebody_is_held() -> None:
    exporter = Exporter(PEOPLE, Context(today=date(2021, 1, 11), base="https://record.example.org"))
    stored = dict.fromkeys(exporter.fields) | {"path": "/people/a-1/", "closed_days_max": 5}
    held = stored | {"held_now": True, "held_since_earliest": date(2021, 1, 1)}
    place = headers(PEOPLE).index("days_detained_max")
    assert exporter.values(list(stored.values()))[place] == 5
    assert exporter.values(list(held.values()))[place] == 15
    assert exporter.values(list((held | {"held_since_earliest": None}).values()))[place] is None
    assert exporter.cells(list(stored.values()))[1] == "https://record.example.org/people/a-1/"
