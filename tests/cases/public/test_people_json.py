"""`/people.json`: the same list as JSON."""

import json
from typing import Any

import pytest
from django.test import Client

from tests.cases.public.site import body, world

pytestmark = pytest.mark.django_db


def fetched(query: str = "") -> Any:
    response = Client().get(f"/people.json{query}")
    assert response["Content-Type"] == "application/json"
    return response.status_code, json.loads(body(response))


def test_an_empty_record_is_an_empty_list() -> None:
    assert fetched() == (200, {"people": []})


def test_several_values_are_a_list_and_numbers_are_numbers() -> None:
    world()
    status, answer = fetched("?status=released")
    (row,) = answer["people"]
    assert status == 200
    assert row["years"] == 11
    assert row["has_conflict"] is False
    assert row["organisations"] == ["Viasna"]
    assert sorted(row["other_names"]) == ["Maria Kolesnikova", "Марыя Калеснікава"]
    assert row["arrest_date_earliest"] == "2020-09-07"


@pytest.mark.parametrize("query", ["?status=free", "?colour=red", "?country=ZZ"])
def test_what_is_not_understood_is_answered_with_400_and_the_reason(query: str) -> None:
    world()
    status, answer = fetched(query)
    assert status == 400
    assert [set(one) for one in answer["errors"]] == [{"filter", "problem"}]
