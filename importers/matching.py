"""Whom of the record a mention is: the database's part of resolution.

Candidates come from the keys of names; the decision is made by `importers.resolve`, which knows
nothing of the database.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db.models import Prefetch

from cases.models import Event, NameToken, Person, PersonName
from importers.models import Mention
from importers.resolve import Decision, Known, decide
from importers.resolve import Mention as Named
from importers.resolve.block import block_tokens


def resolve(mention: Mention) -> Decision:
    """Link, new, or a question for a person, with scores and reasons.

    A lone surname or given name that fits nobody known is a question too: it is not enough to make a
    person of.
    """
    named = Named(
        names=tuple(full_names(mention)), gender=mention.gender, country=mention.country, birth_year=None
    )
    decision = decide(named, [_known(person) for person in candidates(block_tokens(named))])
    lone = all(len(name.split()) == 1 for name in named.names)
    return replace(decision, action="ask") if decision.action == "new" and lone else decision


def full_names(mention: Mention) -> list[str]:
    """The forms of a mention that have more than one part; the whole name where there is no such form."""
    forms = [form for form in [mention.name, *mention.also] if len(form.split()) > 1]
    return forms or [mention.name]


def candidates(tokens: Sequence[str] | set[str]) -> list[Person]:
    """People of whom a name shares a key with these tokens, with their names."""
    ids = NameToken.objects.filter(token__in=list(tokens)).values("name__person")
    names = Prefetch("names", PersonName.objects.order_by("-is_primary", "text"))
    people = Person.objects.filter(pk__in=ids, merged_into__isnull=True)
    return list(people.prefetch_related(names).order_by("pk"))


def _known(person: Person) -> Known:
    return Known(
        id=person.public_id,
        names=tuple(name.text for name in person.names.all()),
        gender=person.gender,
        country=person.country,
        birth_year=person.birth_date_earliest.year if person.birth_date_earliest else None,
    )


def as_rows(decision: Decision) -> list[dict[str, Any]]:
    """The candidates of a decision as they are kept with the mention."""
    return [
        {"id": one.id, "name": one.name, "score": round(one.score, 3), "reasons": list(one.reasons)}
        for one in decision.candidates
    ]


def events_of(person: Person) -> list[Event]:
    """A person's events with what hangs on them, in a fixed number of queries."""
    related = person.events.select_related("sentence", "release", "organisation", "incident")
    return list(related.prefetch_related("citations", "charges", "proposals"))
