"""The rows of one document in the public tables, as plain values by table."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Model

from cases import names, vocab
from cases.names.lookup import index_keys
from cases.publication.columns import values
from cases.publication.columns_events import EVENTS, EventFacts
from cases.publication.columns_people import PEOPLE
from cases.publication.columns_sources import SOURCES
from cases.publication.facts import Json, PersonFacts, article, day, path
from cases.publication.models import (
    ID_LENGTH,
    PublicDocument,
    PublicEvent,
    PublicFigure,
    PublicIncident,
    PublicLink,
    PublicName,
    PublicOrganisation,
    PublicPassage,
    PublicPeriod,
    PublicPerson,
    PublicPlace,
    PublicSource,
    PublicTag,
)
from cases.publication.models_search import PublicKey

Values = dict[str, Any]
Rows = dict[type[Model], list[Values]]
TAG_LENGTH = 200


@dataclass(frozen=True)
class Entry:
    """A current document with its entry in the log."""

    document: Json
    number: int
    version: int
    at: datetime
    etag: str

    @property
    def type(self) -> str:
        return str(self.document["type"])

    @property
    def id(self) -> str:
        return str(self.document["id"])

    @property
    def key(self) -> str:
        return page_key(self.type, self.id)

    @property
    def title(self) -> str:
        """What the page is called."""
        if self.type == "figure":
            return figure_title(self.document)
        return str(self.document["name" if self.type == "person" else "title"])

    @cached_property
    def path(self) -> str:
        """The address of the page; of a figure, which has none, its passage on the page of the source."""
        if self.type == "figure":
            return _passage_path(self.document)
        return path({"person": "people", "incident": "incidents"}[self.type], self.title, self.id)


def page_key(kind: str, public_id: str) -> str:
    """The key of a subject's document."""
    return f"{kind}:{public_id}"


def rows(entry: Entry) -> Rows:
    """The rows that are a subject's own, parents before children."""
    own: Rows = {PublicDocument: [_document(entry)]}
    own |= {"person": _person, "incident": _incident, "figure": _figure}[entry.type](entry)
    own[PublicPassage] = list(_passages(entry))
    own[PublicLink] = [
        {"page_id": entry.key, "kind": kind, "target_id": key} for kind, key in sorted(named(entry.document))
    ]
    return own


def shared(document: Json) -> Rows:
    """The rows that subjects share: the sources and organisations that a document names."""
    return {
        PublicSource: [values(SOURCES, source) for source in document["sources"]],
        PublicOrganisation: [
            {
                "id": one["id"],
                "name": one["name"],
                "kind": one["kind"],
                "path": path("organisations", one["name"], one["id"]),
            }
            for one in _organisations(document)
        ],
        PublicPlace: [
            {"id": place_id(place), "name": place, "path": f"/people/?{urlencode({'place': place})}"}
            for place in _places(document)
        ],
    }


SHARED = {"source": PublicSource, "organisation": PublicOrganisation, "place": PublicPlace}


def named(document: Json) -> set[tuple[str, str]]:
    """What a document names that others may name too: kind and id."""
    found = {("source", source["id"]) for source in document["sources"]}
    found |= {("organisation", one["id"]) for one in _organisations(document)}
    return found | {("place", place_id(place)) for place in _places(document)}


def figure_title(document: Json) -> str:
    """A number in words: “more than 1,100: Political prisoners held”."""
    number = f"{vocab.QUALIFIERS.label(document['qualifier'])} {document['count']:,}"
    return f"{number}: {vocab.FIGURE_SUBJECTS.label(document['subject'])}"


def _document(entry: Entry) -> Values:
    return {
        "key": entry.key,
        "subject_type": entry.type,
        "subject_id": entry.id,
        "number": entry.number,
        "version": entry.version,
        "updated_at": entry.at,
        "title": entry.title,
        "path": entry.path,
        "etag": entry.etag,
        "body": entry.document,
    }


def _person(entry: Entry) -> Rows:
    facts = PersonFacts(entry.document, entry.version, entry.at)
    spellings = list(_names(facts))
    return {
        PublicPerson: [{**values(PEOPLE, facts), "page_id": entry.key}],
        PublicName: spellings,
        PublicKey: list(_keys(facts.id, spellings)),
        PublicTag: list(_tags(facts)),
        PublicPeriod: [_period(facts.id, period) for period in facts.document["periods"]],
        PublicEvent: [values(EVENTS, EventFacts(facts, event)) for event in facts.document["events"]],
    }


def _names(facts: PersonFacts) -> Iterator[Values]:
    for place, name in enumerate(facts.document["names"]):
        kept = {key: name[key] for key in ("text", "kind", "script", "language")}
        yield {
            "key": f"{facts.id}-{place}",
            "person_id": facts.id,
            **kept,
            "is_primary": place == 0,
            "key_version": names.KEY_VERSION,
        }


def _keys(person: str, spellings: Iterable[Values]) -> Iterator[Values]:
    """Each key once, however many spellings have it."""
    found = {key for name in spellings for key in index_keys(name["text"])}
    return ({"person_id": person, "key": key} for key in sorted(found))


def _tags(facts: PersonFacts) -> Iterator[Values]:
    """Each tag once; what names an organisation has its id as value."""
    events = facts.document["events"]
    organisations = {
        "organisation": facts.document["organisations"],
        "recognised_by": facts.recognised_by,
        "court": [(event["sentence"] or {}).get("court") for event in events],
        "place": [event["organisation"] for event in events],
    }
    found = {
        (kind, one["id"]): one["name"]
        for kind, named_ones in organisations.items()
        for one in named_ones
        if one
    }
    for charge in facts.charges:
        for kind, text in (("article", article(charge)), ("charge", charge["as_worded"])):
            if text:
                found[kind, text[:TAG_LENGTH]] = text[:TAG_LENGTH]
    found |= {("place", place): place for place in _places(facts.document)}
    for (kind, value), label in found.items():
        yield {"person_id": facts.id, "kind": kind, "value": value, "label": label}


def _period(person: str, period: Json) -> Values:
    bounds = ("start_earliest", "start_latest", "end_earliest", "end_latest")
    return {
        "person_id": person,
        **{key: period[key] for key in ("start", "end", "open")},
        **{bound: day(period[bound]) for bound in bounds},
    }


def _incident(entry: Entry) -> Rows:
    kept = ("kind", "title", "date", "date_basis", "place", "country", "announced_count", "qualifier")
    return {PublicIncident: [_alone(entry, kept)]}


def _figure(entry: Entry) -> Rows:
    citation = _best(entry.document)
    source = next(one for one in entry.document["sources"] if one["id"] == citation["source"])
    stated_by = entry.document["stated_by"] or {"id": "", "name": ""}
    kept = ("subject", "count", "qualifier", "date", "date_basis", "country")
    row = {
        "stated_by_id": stated_by["id"],
        "stated_by": stated_by["name"],
        "quote": citation["quote"],
        "source_id": source["id"],
        "source_title": source["title"],
    }
    return {PublicFigure: [{**_alone(entry, kept), **row}]}


def _alone(entry: Entry, kept: Iterable[str]) -> Values:
    return {
        "id": entry.id,
        "page_id": entry.key,
        **{key: entry.document[key] for key in kept},
        "date_earliest": day(entry.document["date_earliest"]),
        "date_latest": day(entry.document["date_latest"]),
        "path": entry.path,
        "version": entry.version,
        "updated_at": entry.at,
    }


def _passages(entry: Entry) -> Iterator[Values]:
    """Every passage of the document with the fact that it is evidence for."""
    document = entry.document
    if entry.type != "person":
        fact = {
            "fact": entry.type,
            "fact_id": entry.id,
            "kind": document.get("kind", ""),
            "date": document["date"],
        }
        yield from _passages_of(entry, document, fact, entry.path)
        return
    about = {"fact": "person", "fact_id": "", "kind": "", "date": ""}
    yield from _passages_of(entry, document, about, entry.path)
    for part, fact_name in PARTS.items():
        for one in document[part]:
            fact = {"fact": fact_name, "fact_id": "", "kind": "", "date": one.get("date", "")}
            yield from _passages_of(entry, one, fact, entry.path)
    for event in document["events"]:
        fact = {"fact": "event", "fact_id": event["id"], "kind": event["kind"], "date": event["date"]}
        address = f"{entry.path}#e-{event['id']}"
        yield from _passages_of(entry, event, fact, address)
        for charge in event["charges"]:
            yield from _passages_of(entry, charge, {**fact, "fact": "charge"}, address)


# The facts of a person that have no address of their own.
PARTS = {"names": "name", "organisations": "affiliation", "charges": "charge", "recognitions": "recognition"}


def _passages_of(entry: Entry, holder: Json, fact: Mapping[str, str], address: str) -> Iterator[Values]:
    for citation in holder["citations"]:
        kept = {
            key: citation[key] for key in ("start", "end", "quote", "before", "after", "stance", "hedged")
        }
        yield {"page_id": entry.key, "source_id": citation["source"], **kept, **fact, "address": address}


def _organisations(document: Json) -> list[Json]:
    """Every organisation that a document names, each once."""
    found = [*document.get("organisations", ()), document.get("stated_by")]
    found += [one["organisation"] for one in document.get("recognitions", ())]
    for event in document.get("events", ()):
        found += [event["organisation"], (event["sentence"] or {}).get("court")]
    return list({one["id"]: one for one in found if one}.values())


def _places(document: Json) -> list[str]:
    """Every place that an event of a person names, as written, each once."""
    found = [event["place"].strip()[:TAG_LENGTH] for event in document.get("events", ())]
    return list(dict.fromkeys(place for place in found if place))


def place_id(name: str) -> str:
    """The id of a place, which has none of its own: the same for the same name."""
    return hashlib.sha256(name.encode()).hexdigest()[:ID_LENGTH]


def _best(document: Json) -> Json:
    """The first passage that supports a fact of its own."""
    best: Json = next(one for one in document["citations"] if one["stance"] == "supports")
    return best


def _passage_path(document: Json) -> str:
    citation = _best(document)
    source = next(one for one in document["sources"] if one["id"] == citation["source"])
    return f"{path('sources', source['title'], source['id'])}#p-{citation['start']}-{citation['end']}"
