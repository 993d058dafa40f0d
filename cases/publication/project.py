"""From the record to a document: a pure function that takes only what is public, and only with a quote.

The document is plain JSON (schema 1) in a fixed order, so that the same record always gives the
same bytes.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from cases import dates, vocab
from cases.dates import PartialDate
from cases.publication.facts import partial
from cases.publication.paragraph import surroundings
from cases.publication.registry import Row, take
from cases.publication.standing import codes, iso, standing

SCHEMA = 1
Json = dict[str, Any]

_NAME_ORDER = {code: place for place, code in enumerate(vocab.NAME_KINDS.codes)}


class NotPublishableError(ValueError):
    """The record may not be published as it is; the message is a sentence that says why."""


def canonical(document: Json) -> bytes:
    """The bytes of a document: sorted keys, no spaces, UTF-8. Equal documents have equal bytes."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def project_person(person: Row) -> Json:
    """The document of a person; raises NotPublishableError."""
    names = _names(person)
    _check_person(person, names)
    sources = Sources()
    events = [row for row in person.publics("events") if supported(row)]
    loose = _loose_charges(person, events)
    shown = sorted((_event(row, sources) for row in events), key=_event_order)
    document: Json = {
        "schema": SCHEMA,
        "type": "person",
        **_renamed(take("person", person)),
        "name": names[0].values["text"],
        "citations": sources.citations(person),
        "names": [_name(row, sources) for row in names],
        "organisations": _sorted(
            _affiliation(row, organisation, sources)
            for row in person.publics("affiliations")
            if supported(row) and (organisation := row.public("organisation"))
        ),
        "events": shown,
        "charges": _sorted(_charge(row, sources) for row in loose),
        "recognitions": _sorted(
            _recognition(row, sources)
            for row in person.publics("recognitions")
            if supported(row) and row.public("organisation")
        ),
        **standing(events, [event["id"] for event in shown]),
    }
    if not any(document[part] for part in ("events", "charges", "recognitions", "organisations")):
        raise NotPublishableError("No event, charge, recognition or role has a quote from a public source.")
    return {**document, "sources": sources.listed()}


def project_incident(incident: Row) -> Json:
    """The document of an incident; raises NotPublishableError."""
    return _project_alone("incident", incident)


def project_figure(figure: Row) -> Json:
    """The document of a figure; raises NotPublishableError."""
    document = _project_alone("figure", figure)
    return {**document, "stated_by": _organisation(figure.public("stated_by"))}


PROJECTIONS: dict[str, Callable[[Row], Json]] = {
    "person": project_person,
    "incident": project_incident,
    "figure": project_figure,
}


class Sources:
    """The sources that a document cites, each once."""

    def __init__(self) -> None:
        self._rows: dict[str, Json] = {}

    def citations(self, row: Row) -> list[Json]:
        """The public passages of a fact, in the order of their sources' dates."""
        found = []
        for citation in row.publics("citations"):
            source = citation.public("source")
            if source is not None:
                found.append(self._citation(citation, source))
        return sorted(found, key=self._order)

    def listed(self) -> list[Json]:
        """The list of sources, the oldest first."""
        return sorted(self._rows.values(), key=_source_order)

    def _citation(self, citation: Row, source: Row) -> Json:
        described = _renamed(take("source", source))
        self._rows[described["id"]] = described
        values = take("citation", citation)
        before, after = _around(values, source)
        key = f"{described['id']}-{values['start']}-{values['end']}"
        return {**values, "id": key, "source": described["id"], "before": before, "after": after}

    def _order(self, citation: Json) -> tuple[Any, ...]:
        return (
            *_source_order(self._rows[citation["source"]]),
            citation["start"],
            citation["end"],
            citation["stance"],
        )


def supported(row: Row) -> bool:
    """Whether a public passage of a public source says so."""
    return any(
        citation.values["stance"] == "supports" and citation.public("source")
        for citation in row.publics("citations")
    )


def sentence_text(penalty: Json) -> str:
    """A penalty in words: “6 years 6 months”, “life imprisonment”, “2 years, suspended”; may be empty."""
    if penalty["death_penalty"]:
        length = "death penalty"
    elif penalty["life"]:
        length = "life imprisonment"
    else:
        units = ((penalty[unit], unit[:-1]) for unit in ("years", "months", "days"))
        length = " ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in units if number)
    fine = f"fine of {penalty['fine_amount']} {penalty['fine_currency']}" if penalty["fine_amount"] else ""
    parts = [" and ".join(part for part in (length, fine) if part)]
    parts += [
        word for key, word in (("suspended", "suspended"), ("in_absentia", "in absentia")) if penalty[key]
    ]
    return ", ".join(part for part in parts if part)


def _check_person(person: Row, names: Sequence[Row]) -> None:
    if not person.is_public:
        raise NotPublishableError("The person is not marked public.")
    if person.values.get("merged_into_id"):
        raise NotPublishableError("The person was merged into another.")
    if not names:
        raise NotPublishableError("No name of the person is public.")


def _names(person: Row) -> list[Row]:
    """Public names, the primary one first."""
    return sorted(person.publics("names"), key=lambda row: _name_order(row.values))


def _name_order(values: Any) -> tuple[Any, ...]:
    return (not values["is_primary"], _NAME_ORDER.get(values["kind"], len(_NAME_ORDER)), values["text"])


def _name(row: Row, sources: Sources) -> Json:
    values = take("personname", row)
    del values["is_primary"]  # the first one is
    return {**values, "citations": sources.citations(row)}


def _affiliation(row: Row, organisation: Row, sources: Sources) -> Json:
    values = _renamed(take("organisation", organisation))
    return {**values, **take("affiliation", row), "citations": sources.citations(row)}


def _recognition(row: Row, sources: Sources) -> Json:
    values = take("recognition", row)
    return {
        **values,
        "criteria": codes(values["criteria"]),
        "organisation": _organisation(row.public("organisation")),
        "citations": sources.citations(row),
    }


def _event(row: Row, sources: Sources) -> Json:
    values = _renamed(take("event", row))
    del values["chosen"]  # what it leads to stands under conflicts
    return {
        **values,
        **_bounds("date", partial(values["date"])),
        "organisation": _organisation(row.public("organisation")),
        "incident": _incident_of(row),
        "sentence": _sentence(row.public("sentence")),
        "release": _release(row.public("release")),
        "charges": _sorted(_charge(charge, sources) for charge in row.publics("charges")),
        "citations": sources.citations(row),
    }


def _incident_of(event: Row) -> Json | None:
    incident = event.public("incident")
    if incident is None or not supported(incident):
        return None
    values = _renamed(take("incident", incident))
    return {key: values[key] for key in ("id", "title", "announced_count", "qualifier")}


def _sentence(row: Row | None) -> Json | None:
    if row is None:
        return None
    values = take("sentence", row)
    amount = values["fine_amount"]
    values["fine_amount"] = f"{amount:f}".rstrip("0").rstrip(".") if amount is not None else ""
    return {**values, "court": _organisation(row.public("court")), "text": sentence_text(values)}


def _release(row: Row | None) -> Json | None:
    if row is None:
        return None
    values = take("release", row)
    return {**values, "conditions": codes(values["conditions"])}


def _charge(row: Row, sources: Sources) -> Json:
    return {**take("charge", row), "citations": sources.citations(row)}


def _loose_charges(person: Row, events: Sequence[Row]) -> list[Row]:
    """Charges that stand under no published event and have a quote of their own."""
    under = {id(charge) for event in events for charge in event.publics("charges")}
    return [row for row in person.publics("charges") if id(row) not in under and supported(row)]


def _project_alone(kind: str, row: Row) -> Json:
    if not row.is_public:
        raise NotPublishableError(f"The {kind} is not marked public.")
    if not supported(row):
        raise NotPublishableError(f"The {kind} has no quote from a public source.")
    sources = Sources()
    values = _renamed(take(kind, row))
    return {
        "schema": SCHEMA,
        "type": kind,
        **values,
        **_bounds("date", partial(values["date"])),
        "citations": sources.citations(row),
        "sources": sources.listed(),
    }


def _organisation(row: Row | None) -> Json | None:
    return _renamed(take("organisation", row)) if row else None


def _renamed(values: Json) -> Json:
    """The public id is the id: the record's own keys are counters and stay inside."""
    return {("id" if key == "public_id" else key): value for key, value in values.items()}


def _around(citation: Json, source: Row) -> tuple[str, str]:
    document = source.one.get("document")
    if document is None:
        return "", ""
    span = (citation["start"], citation["end"], source.values["start"], source.values["end"])
    return surroundings(document.values["text"], *span)


def _event_order(event: Json) -> tuple[Any, ...]:
    """By date, then by what happened; ids are random and decide only between events that are alike."""
    alike = canonical({key: value for key, value in event.items() if key not in ("id", "citations")})
    return (*dates.sort_key(partial(event["date"])), event["kind"], alike, event["id"])


def _source_order(source: Json) -> tuple[Any, ...]:
    published = dates.sort_key(partial(source["published"]))
    return (*published, source["publisher"], source["title"], source["id"])


def _sorted(facts: Iterable[Json]) -> list[Json]:
    """Facts without an order of their own, in the order of what they say."""
    return sorted(facts, key=lambda one: canonical({k: v for k, v in one.items() if k != "citations"}))


def _bounds(name: str, known: PartialDate | None) -> Json:
    return {
        f"{name}_earliest": iso(known.earliest if known else None),
        f"{name}_latest": iso(known.latest if known else None),
    }
