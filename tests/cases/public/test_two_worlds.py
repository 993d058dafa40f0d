"""What is not published does not show: two worlds, with and without it, answer byte for byte the same."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern

from cases.models import Incident, Organisation, Person, Source
from cases.public.urls import urlpatterns
from tests.cases import builders
from tests.cases.public.site import body, world

pytestmark = pytest.mark.django_db

QUERIES = [
    "",
    "?q=kalesnikava",
    "?q=Zugzwang",
    "?country=BY",
    "?organisation=Zugzwang",
    "?held_on=2021",
    "?status=x",
]
HIDDEN = ("internal", "partners", "sealed")


def hide(made: dict[str, Any]) -> None:
    """Adds to the record what must not show: what is not public, and what is public and not published."""
    source = builders.make_source(
        "Zugzwang was seen. So was Maryia.", title="Zugzwang report", visibility="internal"
    )
    for visibility in (*HIDDEN, "public"):
        one = builders.make_person(f"Zugzwang {visibility}", country="ZW", visibility=visibility)
        builders.make_event(one, "arrest", "2026-01-01", source=source, place="Zugzwang")
    for visibility in HIDDEN:
        builders.make_name(made["maryia"], f"Zugzwang Kalesnikava {visibility}", visibility=visibility)
        builders.make_event(
            made["maryia"], "arrest", "2026-01-01", visibility=visibility, source=made["early"]
        )
        club = builders.make_organisation(f"Zugzwang club {visibility}", visibility=visibility)
        builders.make_affiliation(made["maryia"], club, visibility=visibility)
        secret = builders.make_incident("Zugzwang", visibility=visibility)
        builders.make_citation(made["early"], secret, "13 December")
        builders.make_figure(999, visibility=visibility)
    Person.objects.filter(pk=made["maryia"].pk).update(notes="Zugzwang", summary="Zugzwang")


def ids() -> list[str]:
    """The public ids of the whole record, so that what is hidden is asked for too."""
    kept: list[Any] = [Person, Source, Organisation, Incident]
    return [one.public_id for model in kept for one in model.objects.all()]


def addresses(keys: list[str]) -> list[str]:
    """Every URL pattern of the site: with each of these ids, or with each of the queries."""
    found = []
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        route = str(pattern.pattern)
        ends = keys if "<" in route else [""]
        plain = [f"/{re.sub('<.*>', key, route)}" for key in ends]
        found += plain if "<" in route else [f"{plain[0]}{query}" for query in QUERIES]
    return found


def answers(asked: list[str]) -> dict[str, tuple[int, str, dict[str, str]]]:
    client = Client()
    found = {}
    for address in asked:
        response = client.get(address, follow=True)
        found[address] = (response.status_code, body(response), dict(response.headers))
    return found


def test_every_public_address_answers_the_same_with_and_without_what_is_not_published() -> None:
    made = world()
    known = addresses(ids())
    without = answers(known)
    hide(made)
    assert answers(known) == without
    assert sum(status == 200 for status, _, _ in without.values()) > 40


def test_what_is_not_published_is_answered_like_what_never_was() -> None:
    made = world()
    before = set(ids())
    hide(made)
    hidden = sorted(set(ids()) - before)
    never = answers(addresses(["abcdefghjk"]))
    for address, (status, text, headers) in answers(addresses(hidden)).items():
        assert "Zugzwang" not in text.replace("?q=Zugzwang", "") or "Zugzwang" in address
        if any(key in address for key in hidden):
            wanted = never[re.sub("[2-9a-hj-km-np-z]{10}", "abcdefghjk", address)]
            assert (status, text, headers) == wanted
            assert status == 404


def test_publishing_again_after_hiding_changes_nothing() -> None:
    from cases.publication.publish import publish

    made = world()
    known = addresses(ids())
    without = answers(known)
    hide(made)
    Person.objects.filter(pk=made["maryia"].pk).update(summary="")
    report = publish(persons=[made["maryia"], made["uladzimir"]], by="tests", why="again")
    assert report.published == []
    assert answers(known) == without
