"""Rows of lists as the pages show them."""

from typing import Any

from cases.public import words
from cases.publication.models import PublicPerson


def person_row(person: PublicPerson) -> dict[str, Any]:
    """A person in a list: status in words, and when it was last confirmed."""
    status = {
        "code": person.status,
        "since": person.status_since,
        "reported_only": person.reported_only,
    }
    when = words.status_when(status)
    return {
        "person": person,
        "address": person.path,
        "status": f"{words.status_line(status)} {when}".rstrip(),
        "confirmed": words.on(person.last_confirmed_on) if person.status == "detained" else "",
    }


def event_as_document(event: Any) -> dict[str, Any]:
    """A flat event in the shape that a person's document has it, as far as its words need."""
    return {
        "kind": event.kind,
        "manner": event.manner,
        "date": event.date,
        "date_basis": event.date_basis,
        "modality": event.modality,
        "sentence": {
            name: getattr(event, name)
            for name in (
                "years",
                "months",
                "days",
                "life",
                "death_penalty",
                "suspended",
                "in_absentia",
                "regime",
            )
        },
        "release": {
            "manner": event.release_manner,
            "conditions": [code for code in event.release_conditions.split("; ") if code],
        },
    }
