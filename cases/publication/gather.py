"""From the database to the plain rows that `project.py` takes: a fixed number of queries for a batch.

Rows that are not public are left in the database already here; the projection checks again.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models
from django.db.models import QuerySet

from cases.models import (
    Affiliation,
    Charge,
    Citation,
    Document,
    Event,
    Figure,
    Incident,
    Organisation,
    Person,
    PersonName,
    Recognition,
    Release,
    Sentence,
    Source,
)
from cases.publication.registry import LINKS, PUBLIC, Row

Values = dict[str, Any]
Grouped = dict[int, list[Values]]
Rows = dict[int, Row]

OF_PERSON: dict[str, type[models.Model]] = {
    "name": PersonName,
    "event": Event,
    "charge": Charge,
    "affiliation": Affiliation,
    "recognition": Recognition,
}


def gather_persons(keys: Sequence[int]) -> list[Row]:
    """The rows of these people (primary keys), in the order of their keys."""
    facts = {name: _public(model, person__in=keys) for name, model in OF_PERSON.items()}
    citations = [c for name in OF_PERSON for c in _public(Citation, **{f"{name}__person__in": keys})]
    citations += _public(Citation, person__in=keys)
    details = {
        "sentence": _by(_public(Sentence, event__person__in=keys), "event_id"),
        "release": _by(_public(Release, event__person__in=keys), "event_id"),
    }
    incidents = _gather_alone(Incident, {row["incident_id"] for row in facts["event"]} - {None})
    evidence = _Evidence(citations)
    organisations = _organisations(facts, details["sentence"])
    charges = _charges(facts["charge"], evidence)
    linked = {"organisation": organisations, "incident": incidents}
    events = _events(facts["event"], details, linked, charges, evidence)
    found = {
        "names": _owned(facts["name"], "name", {}, evidence),
        "affiliations": _owned(facts["affiliation"], "affiliation", organisations, evidence),
        "recognitions": _owned(facts["recognition"], "recognition", organisations, evidence),
        "events": events,
        "charges": _owned_by_person(facts["charge"], charges),
    }
    persons = _values(Person, "merged_into_id").filter(pk__in=keys).order_by("pk")
    return [
        Row(
            person,
            many={name: rows.get(person["id"], []) for name, rows in found.items()}
            | {"citations": evidence.of("person", person["id"])},
        )
        for person in persons
    ]


def gather_incidents(keys: Sequence[int]) -> list[Row]:
    """The rows of these incidents, in the order of their keys."""
    return [row for _, row in sorted(_gather_alone(Incident, keys, only_public=False).items())]


def gather_figures(keys: Sequence[int]) -> list[Row]:
    """The rows of these figures, in the order of their keys."""
    return [row for _, row in sorted(_gather_alone(Figure, keys, only_public=False).items())]


GATHER = {"person": gather_persons, "incident": gather_incidents, "figure": gather_figures}


class _Evidence:
    """Citations of a batch by the fact that they are evidence for, with their sources and texts."""

    def __init__(self, citations: Sequence[Values]) -> None:
        sources = _in_keys(Source, {row["source_id"] for row in citations})
        texts = Document.objects.filter(pk__in={row["document_id"] for row in sources})
        documents = {row["id"]: Row(row) for row in texts.values("id", "text")}
        self._sources = {
            row["id"]: Row(row, one={"document": documents[row["document_id"]]}) for row in sources
        }
        self._of: dict[tuple[str, int], list[Row]] = defaultdict(list)
        for row in citations:
            target = next(name for name in LINKS["citation"] if name != "source" and row[f"{name}_id"])
            source = self._sources.get(row["source_id"])
            if source is not None:
                self._of[target, row[f"{target}_id"]].append(Row(row, one={"source": source}))

    def of(self, target: str, key: int) -> list[Row]:
        """The passages for one fact."""
        return self._of.get((target, key), [])


def _gather_alone(model: type[models.Model], keys: Iterable[int], only_public: bool = True) -> Rows:
    """Incidents or figures by key, with their citations and who stated them."""
    name = str(model._meta.model_name)
    found = _in_keys(model, keys) if only_public else list(_values(model).filter(pk__in=list(keys)))
    evidence = _Evidence(_public(Citation, **{f"{name}__in": [row["id"] for row in found]}))
    stated_by = {row["id"]: Row(row) for row in _in_keys(Organisation, _keys(found, "stated_by_id"))}
    return {
        row["id"]: Row(
            row,
            one={"stated_by": stated_by.get(row.get("stated_by_id") or 0)},
            many={"citations": evidence.of(name, row["id"])},
        )
        for row in found
    }


def _organisations(facts: dict[str, list[Values]], sentences: dict[int, Values]) -> Rows:
    wanted = set().union(
        *(_keys(facts[name], "organisation_id") for name in ("event", "affiliation", "recognition"))
    )
    return {
        row["id"]: Row(row) for row in _in_keys(Organisation, wanted | _keys(sentences.values(), "court_id"))
    }


def _charges(values: Sequence[Values], evidence: _Evidence) -> Rows:
    return {row["id"]: Row(row, many={"citations": evidence.of("charge", row["id"])}) for row in values}


def _events(
    values: Sequence[Values],
    details: dict[str, dict[int, Values]],
    linked: dict[str, Rows],
    charges: Rows,
    evidence: _Evidence,
) -> dict[int, list[Row]]:
    """Events by person, with all that they carry."""
    charged: dict[int, list[Row]] = defaultdict(list)
    for charge in charges.values():
        if charge.values["event_id"] is not None:
            charged[charge.values["event_id"]].append(charge)
    found: dict[int, list[Row]] = defaultdict(list)
    for row in values:
        sentence, release = details["sentence"].get(row["id"]), details["release"].get(row["id"])
        one = {name: rows.get(row[f"{name}_id"]) for name, rows in linked.items()}
        if sentence:
            one["sentence"] = Row(sentence, one={"court": linked["organisation"].get(sentence["court_id"])})
        if release:
            one["release"] = Row(release)
        many = {"charges": charged.get(row["id"], []), "citations": evidence.of("event", row["id"])}
        found[row["person_id"]].append(Row(row, one=one, many=many))
    return found


def _owned(
    values: Sequence[Values], target: str, organisations: Rows, evidence: _Evidence
) -> dict[int, list[Row]]:
    """Facts by person, with their citations and organisation."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in values:
        one = {"organisation": organisations.get(row.get("organisation_id") or 0)}
        many = {"citations": evidence.of(target, row["id"])}
        found[row["person_id"]].append(Row(row, one=one, many=many))
    return found


def _owned_by_person(values: Sequence[Values], rows: Rows) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in values:
        found[row["person_id"]].append(rows[row["id"]])
    return found


def _values(model: type[models.Model], *more: str) -> QuerySet[Any, Values]:
    """The registered fields of a model, its key, its visibility and its links. Sources keep their span."""
    name = str(model._meta.model_name)
    span = ("start", "end") if model is Source else ()
    links = [f"{link}_id" for link in LINKS.get(name, ())]
    return model._default_manager.values("id", "visibility", *PUBLIC[name], *links, *span, *more)


def _public(model: type[models.Model], **where: Any) -> list[Values]:
    return list(_values(model).filter(visibility="public", **where).order_by("pk"))


def _in_keys(model: type[models.Model], keys: Iterable[int]) -> list[Values]:
    return _public(model, pk__in=list(keys))


def _keys(rows: Iterable[Values], name: str) -> set[int]:
    return {row[name] for row in rows if row.get(name) is not None}


def _by(rows: Iterable[Values], name: str) -> dict[int, Values]:
    return {row[name]: row for row in rows}
