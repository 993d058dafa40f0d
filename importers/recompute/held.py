"""What the record holds of some people already, in a number of queries that does not depend on how much."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from cases.models import Affiliation, Charge, Event, Person, PersonName, Recognition
from cases.models.base import Record
from importers.recompute.work import Work


@dataclass(slots=True)
class Held:
    """The rows of one person."""

    names: list[PersonName] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    charges: list[Charge] = field(default_factory=list)
    affiliations: list[Affiliation] = field(default_factory=list)
    recognitions: list[Recognition] = field(default_factory=list)


def held_of(people: Sequence[Person], work: Work) -> dict[int, Held]:
    """The rows of these people by their key; `work` gets the citations."""
    held = {person.pk: Held() for person in people}
    if not people:
        return held
    by_key = {person.pk: person for person in people}
    read: dict[str, Iterable[Any]] = {
        "names": PersonName.objects.filter(person__in=by_key),
        "events": Event.objects.filter(person__in=by_key).select_related("sentence__court", "release"),
        "charges": Charge.objects.filter(person__in=by_key),
        "affiliations": Affiliation.objects.filter(person__in=by_key).select_related("organisation"),
        "recognitions": Recognition.objects.filter(person__in=by_key).select_related("organisation"),
    }
    work.read_citations(list(people))
    for name, found in read.items():
        rows: list[Record] = list(found)
        work.read_citations(rows)
        for row in rows:
            person = by_key[row.person_id]  # type: ignore[attr-defined]  # all five have one
            row.person = person  # type: ignore[attr-defined]  # the same object for all
            getattr(held[person.pk], name).append(row)
    return held
