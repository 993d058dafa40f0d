"""One person with the usual history, as most tests of the publication need her."""

from dataclasses import dataclass

import pytest

from cases.models import Event, Incident, Organisation, Person, Source
from tests.cases import builders

ABDUCTED = "Maryia Kalesnikava was abducted by masked men in Minsk on 7 September 2020."
SENTENCED = "A year later a court sentenced her to 11 years in a penal colony."
RELEASED = "She was released on 13 December 2025 and taken abroad."


@dataclass
class Story:
    """The rows of the record that a test may want to change."""

    person: Person
    source: Source
    arrest: Event
    sentence: Event
    release: Event
    incident: Incident
    court: Organisation


@pytest.fixture
def story(db: None) -> Story:
    """Arrested, sentenced, released among many."""
    return make_story()


def make_story(name: str = "Maryia Kalesnikava") -> Story:
    """The same for another name."""
    person = builders.make_person(name, country="BY", gender="female")
    source = builders.make_source(f"{builders.TEXT}\n\nAbout {name}.")
    builders.make_name(person, "Марыя Калеснікава")
    court = builders.make_organisation(f"Court of {name}", kind="court")
    incident = builders.make_incident()
    builders.make_citation(source, incident, RELEASED)
    arrest = builders.make_event(person, source=source, quote=ABDUCTED, place="Minsk", manner="abducted")
    sentence = builders.make_event(
        person,
        "sentence",
        "2021-09-06",
        source=source,
        quote=SENTENCED,
        sentence={"years": 11, "court": court, "regime": "penal_colony"},
    )
    release = builders.make_event(
        person,
        "release",
        "2025-12-13",
        source=source,
        quote=RELEASED,
        incident=incident,
        release={"manner": "pardon", "conditions": "forced_exile"},
    )
    return Story(person, source, arrest, sentence, release, incident, court)
