"""A small published world for tests of the pages, and how to ask for one."""

from collections.abc import Iterable
from typing import Any

from django.test import Client

from cases.models import Figure, Incident, Person, Source
from cases.publication.publish import publish
from tests.cases import builders

RELEASED = (
    "Minsk, 13 December: Maryia Kalesnikava was released & taken abroad. "
    "Uladzimir Labkovich was reportedly released."
)
LEFT_OUT = "Uladzimir Labkovich was left out and remains in prison. Maryia Kalesnikava is free."


def published(*persons: Person, incidents: Iterable[Incident] = (), figures: Iterable[Figure] = ()) -> None:
    """Publishes these, and fails if one is refused."""
    report = publish(persons=persons, incidents=incidents, figures=figures, by="tests", why="for a test")
    assert not report.refused, report.refused


def person(name: str = "Maryia Kalesnikava", *, source: Source | None = None, **values: Any) -> Person:
    """A public person with one cited arrest in September 2020; not yet published."""
    made = builders.make_person(name, **{"country": "BY", "gender": "female", **values})
    builders.make_event(made, "arrest", "2020-09", source=source or builders.make_source())
    return made


def world() -> dict[str, Any]:
    """Two people, on one of whom the sources differ, an incident, a figure and what they name; published."""
    early = builders.make_source(
        RELEASED, title="Release of 123", published="2025-12-13", published_basis="inferred"
    )
    late = builders.make_source(
        LEFT_OUT,
        title="Those left out",
        published="2025-12-19",
        url="https://example.org/left-out",
        publisher="Platform",
    )
    incident = builders.make_incident()
    builders.make_citation(early, incident, "13 December")
    viasna = builders.make_organisation("Viasna", kind="ngo", country="BY")
    amnesty = builders.make_organisation("Amnesty International", kind="ngo")
    court = builders.make_organisation("Minsk Regional Court", kind="court")
    maryia = _maryia(early, late, incident, court)
    builders.make_citation(
        early, builders.make_affiliation(maryia, viasna, role="member"), "Maryia Kalesnikava"
    )
    recognition = builders.make_recognition(maryia, amnesty, recognised_as="prisoner_of_conscience")
    builders.make_citation(early, recognition, "Maryia Kalesnikava")
    uladzimir = builders.make_person("Uladzimir Labkovich", country="BY", gender="male", occupation="lawyer")
    builders.make_event(uladzimir, "arrest", "2021-07-14", source=late, quote="remains in prison")
    builders.make_event(
        uladzimir,
        "release",
        "2025-12-13",
        modality="reported",
        incident=incident,
        source=early,
        quote="Uladzimir Labkovich was reportedly released",
        release={"manner": "unclear"},
    )
    builders.make_event(uladzimir, "still_held", "2025-12-19", source=late, quote="remains in prison")
    figure = builders.make_figure(stated_by=amnesty)
    builders.make_citation(late, figure, "left out")
    published(maryia, uladzimir, incidents=[incident], figures=[figure])
    return {
        "maryia": maryia,
        "uladzimir": uladzimir,
        "incident": incident,
        "figure": figure,
        "viasna": viasna,
        "amnesty": amnesty,
        "court": court,
        "early": early,
        "late": late,
    }


def _maryia(early: Source, late: Source, incident: Any, court: Any) -> Person:
    maryia = builders.make_person("Maryia Kalesnikava", country="BY", gender="female", occupation="musician")
    builders.make_name(maryia, "Марыя Калеснікава", language="be")
    builders.make_name(maryia, "Maria Kolesnikova", kind="variant")
    builders.make_event(
        maryia,
        "arrest",
        "2020-09-07",
        manner="abducted",
        place="Minsk",
        source=early,
        quote="Maryia Kalesnikava",
    )
    sentence = builders.make_event(
        maryia,
        "sentence",
        "2021-09-06",
        source=early,
        quote="Maryia Kalesnikava",
        sentence={"years": 11, "court": court},
    )
    charge = builders.make_charge(maryia, "extremism", event=sentence, law="BY-CC", article="361-1")
    builders.make_citation(early, charge, "Maryia Kalesnikava")
    release = builders.make_event(
        maryia,
        "release",
        "2025-12-13",
        incident=incident,
        source=early,
        quote="Maryia Kalesnikava was released & taken abroad",
        release={"manner": "pardon", "conditions": "forced_exile"},
    )
    builders.make_citation(late, release, "Maryia Kalesnikava is free")
    return maryia


def text(address: str, status: int = 200) -> str:
    """The page at an address; fails on another status."""
    response = Client().get(address)
    assert response.status_code == status, (address, response.status_code)
    return body(response)


def body(response: Any) -> str:
    """What was answered, streamed or not."""
    return b"".join(response.streaming_content).decode() if response.streaming else response.content.decode()


def names_in(page: str, candidates: Iterable[str]) -> list[str]:
    """Which names a page shows, in the order of the page."""
    return sorted((name for name in candidates if name in page), key=page.index)
