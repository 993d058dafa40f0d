"""Incidents and figures from the accepted proposals, and the events that belong to an incident."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import F

from cases import dates, record, vocab
from cases.countries import country_name
from cases.models import Event, Figure, Incident
from importers.models import Proposal

Key = tuple[Any, ...]


def recompute(documents: set[int], *, by: str, why: str) -> None:
    """Bring the incidents and figures that these documents speak of up to the accepted proposals."""
    concerned = Proposal.objects.filter(document__in=documents).exclude(subject="person")
    proposals = list(
        concerned.select_related("source", "incident", "figure").order_by("source__published", "pk")
    )
    for subject in ("incident", "figure"):
        mine = [p for p in proposals if p.subject == subject]
        for key, group in _grouped([p for p in mine if p.state == "accepted" and _happened(p)]).items():
            make = _incident if subject == "incident" else _figure
            row = make(key, openness(group), by=by, why=why)
            for p in group:
                record.cite(
                    p.source, p.start, p.end, target=row, visibility=p.source.visibility, by=by, why=why
                )
                setattr(p, subject, row)
                p.save(update_fields=[subject])
        _take_back([p for p in mine if p.state == "rejected"], subject, by=by)


def _happened(proposal: Proposal) -> bool:
    """What is planned or denied is no incident yet."""
    return proposal.answer.get("modality", "stated") in ("stated", "reported")


def openness(proposals: Iterable[Proposal]) -> str:
    """What a public source tells may be published; what only closed sources tell may not."""
    return "public" if any(p.source.visibility == "public" for p in proposals) else "internal"


def _grouped(proposals: Iterable[Proposal]) -> dict[Key, list[Proposal]]:
    groups: dict[Key, list[Proposal]] = defaultdict(list)
    for p in proposals:
        groups[_key(p)].append(p)
    return groups


def _key(p: Proposal) -> Key:
    """What two sources must agree on to speak of one incident, or of one figure."""
    a = p.answer
    shared = (
        a["kind"],
        a["count"],
        a.get("qualifier") or "exactly",
        a.get("date") or "",
        a.get("country") or "",
    )
    return shared if p.subject == "incident" else (*shared, p.source.publisher)


def _incident(key: Key, visibility: str, *, by: str, why: str) -> Incident:
    kind, count, qualifier, date, country = key
    found = Incident.objects.filter(
        kind=kind, announced_count=count, qualifier=qualifier, date=date, country=country
    ).first()
    if found is not None:
        return found
    row = Incident(kind=kind, announced_count=count, qualifier=qualifier, date=date, country=country)
    row.title, row.visibility = incident_title(kind, count, qualifier, date, country), visibility
    record.save(row, by=by, why=why)
    return row


def incident_title(kind: str, count: int, qualifier: str, date: str, country: str) -> str:
    """“Release of 123 people, 13 December 2025, Belarus”: what, how many, when and where, as known."""
    number = f"{count:,}" if qualifier == "exactly" else f"{vocab.QUALIFIERS.label(qualifier)} {count:,}"
    people = "person" if count == 1 else "people"
    parts = [f"{vocab.EVENT_KINDS.label(kind)} of {number} {people}"]
    parts += [dates.parse(date).show()] if date else []
    parts += [country_name(country)] if country else []
    return ", ".join(parts)


def _figure(key: Key, visibility: str, *, by: str, why: str) -> Figure:
    subject, count, qualifier, date, country, publisher = key
    stated_by = record.organisation(publisher, visibility="public", by=by, why=why) if publisher else None
    found = Figure.objects.filter(
        subject=subject, count=count, qualifier=qualifier, date=date, country=country, stated_by=stated_by
    ).first()
    if found is not None:
        return found
    row = Figure(subject=subject, count=count, qualifier=qualifier, date=date, country=country)
    row.stated_by, row.visibility = stated_by, visibility
    record.save(row, by=by, why=why)
    return row


def _take_back(rejected: list[Proposal], subject: str, *, by: str) -> None:
    for p in rejected:
        row: Incident | Figure | None = getattr(p, subject)
        if row is None:
            continue
        row.citations.filter(source=p.source_id, start=p.start, end=p.end).delete()
        if not row.citations.exists():
            record.delete(row, by=by, why="No accepted proposal supports it any longer.")


def link_events(documents: set[int], *, by: str, why: str) -> None:
    """Tie events to the incident that their own source tells of: same kind, same day."""
    incidents = Incident.objects.filter(citations__source__document__in=documents).exclude(date="").distinct()
    for incident in incidents.filter(date_earliest=F("date_latest")):
        sources = incident.citations.values("source")
        events = Event.objects.filter(
            kind=incident.kind, date=incident.date, citations__source__in=sources, incident__isnull=True
        )
        for event in events.exclude(modality="denied").distinct():
            event.incident = incident
            record.save(event, by=by, why=why)
