"""The whole record as plain values, without ids and times: two imports that agree are equal."""

from typing import Any

from cases.models import CustodyPeriod, Event, Figure, Incident, Person


def snapshot() -> dict[str, Any]:
    """People with all that hangs on them, incidents and figures, in a fixed order."""
    return {
        "people": sorted((_person(person) for person in Person.objects.all()), key=repr),
        "incidents": sorted((_incident(one) for one in Incident.objects.all()), key=repr),
        "figures": sorted((_figure(one) for one in Figure.objects.all()), key=repr),
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "names": sorted((n.text, n.kind, n.is_primary, _quotes(n)) for n in person.names.all()),
        "traits": (person.gender, person.country, person.occupation, person.visibility),
        "affiliations": sorted(
            (a.organisation.name, a.role, a.title, _quotes(a)) for a in person.affiliations.all()
        ),
        "recognitions": sorted(
            (r.organisation.name, r.recognised_as, _quotes(r)) for r in person.recognitions.all()
        ),
        "charges": sorted((c.article, c.as_worded, c.status, _quotes(c)) for c in person.charges.all()),
        "events": sorted((_event(event) for event in person.events.all()), key=repr),
        "periods": [(p.start, p.end, p.open) for p in CustodyPeriod.objects.filter(person=person)],
    }


def _event(event: Event) -> dict[str, Any]:
    sentence, release = getattr(event, "sentence", None), getattr(event, "release", None)
    return {
        "what": (event.kind, event.manner, event.date, event.date_basis, event.modality, event.place),
        "sentence": sentence
        and (sentence.length, sentence.regime, sentence.in_absentia, str(sentence.court)),
        "release": release and (release.manner, release.conditions),
        "incident": event.incident and event.incident.title,
        "charges": sorted(str(charge) for charge in event.charges.all()),
        "quotes": _quotes(event),
    }


def _incident(incident: Incident) -> tuple[Any, ...]:
    return (incident.title, incident.announced_count, incident.qualifier, _quotes(incident))


def _figure(figure: Figure) -> tuple[Any, ...]:
    return (str(figure), figure.date, figure.country, str(figure.stated_by), _quotes(figure))


def _quotes(row: Any) -> list[tuple[str, int, str, bool]]:
    cited = row.citations.select_related("source__document")
    return sorted((c.source.document.sha256, c.start, c.quote, c.hedged) for c in cited)
