"""Incidents and figures from the accepted proposals, and the events that belong to an incident."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import F, QuerySet

from cases import dates, record, vocab
from cases.countries import country_name
from cases.models import Citation, Event, Figure, Incident
from importers.models import Proposal
from importers.recompute.claims import with_documents
from importers.recompute.work import UNSUPPORTED, Work

Key = tuple[Any, ...]


def recompute(documents: set[int], *, by: str, why: str) -> None:
    """Bring the incidents and figures that these documents speak of up to the accepted proposals."""
    if not documents:
        return
    concerned = Proposal.objects.filter(document__in=documents).exclude(subject="person")
    ordered = concerned.order_by("source__published", "pk")
    proposals = with_documents(ordered.select_related("incident", "figure"))
    work = Work(by=by, why=why)
    told = {p.source.publisher for p in proposals if p.subject == "figure" and p.source.publisher}
    work.name_organisations((publisher, "other") for publisher in sorted(told))
    for subject, read in (("incident", _incidents), ("figure", _figures)):
        mine = [p for p in proposals if p.subject == subject]
        groups = _grouped([p for p in mine if p.state == "accepted" and _happened(p)])
        rows = read(list(groups), work)
        work.read_citations([row for row in rows.values() if not row._state.adding])
        for key, group in groups.items():
            row = rows[key]
            if row._state.adding:
                row.visibility = openness(group)
                work.put(row)
            for p in group:
                work.cite(p, row)
                work.link(p, subject, row)
    work.write()
    _take_back([p for p in proposals if p.state == "rejected"], by=by)


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


def _incidents(keys: Sequence[Key], _work: Work) -> dict[Key, Incident | Figure]:
    """The incident of each key, new where there is none."""
    columns = ("kind", "announced_count", "qualifier", "date", "country")
    found: dict[Key, Incident | Figure] = {}
    if keys:
        rows = Incident.objects.filter(
            kind__in={key[0] for key in keys}, announced_count__in={key[1] for key in keys}
        )
        for row in rows.order_by("-date_earliest", "pk"):
            found.setdefault(tuple(getattr(row, name) for name in columns), row)
    for key in keys:
        if key not in found:
            row = found[key] = Incident(**dict(zip(columns, key, strict=True)))
            row.title = incident_title(*key)
    return found


def incident_title(kind: str, count: int, qualifier: str, date: str, country: str) -> str:
    """“Release of 123 people, 13 December 2025, Belarus”: what, how many, when and where, as known."""
    number = f"{count:,}" if qualifier == "exactly" else f"{vocab.QUALIFIERS.label(qualifier)} {count:,}"
    people = "person" if count == 1 else "people"
    parts = [f"{vocab.EVENT_KINDS.label(kind)} of {number} {people}"]
    parts += [dates.parse(date).show()] if date else []
    parts += [country_name(country)] if country else []
    return ", ".join(parts)


def _figures(keys: Sequence[Key], work: Work) -> dict[Key, Incident | Figure]:
    """The figure of each key, new where there is none."""
    columns = ("subject", "count", "qualifier", "date", "country")
    by_publisher = {key[-1]: work.organisation(key[-1], "other") for key in keys if key[-1]}
    held: dict[Key, Figure] = {}
    if keys:
        rows = Figure.objects.filter(subject__in={key[0] for key in keys}, count__in={key[1] for key in keys})
        for row in rows.order_by("-date_earliest", "pk"):
            held.setdefault((*(getattr(row, name) for name in columns), row.stated_by_id), row)
    found: dict[Key, Incident | Figure] = {}
    for key in keys:
        body = by_publisher.get(key[-1])
        mark = (*key[:-1], body.pk if body else None)
        if mark not in held:
            held[mark] = Figure(**dict(zip(columns, key[:-1], strict=True)), stated_by=body)
        found[key] = held[mark]
    return found


def _take_back(rejected: list[Proposal], *, by: str) -> None:
    for p in rejected:
        row: Incident | Figure | None = p.incident or p.figure
        if row is None:
            continue
        row.citations.filter(source=p.source_id, start=p.start, end=p.end).delete()
        if not row.citations.exists():
            record.delete(row, by=by, why=UNSUPPORTED)


def link_events(documents: set[int], *, by: str, why: str) -> None:
    """Tie events to the incident that their own source tells of: same kind, same day."""
    told = Citation.objects.filter(incident__in=_dated(documents)).select_related("incident")
    incidents: dict[tuple[str, str, int], Incident] = {}
    for citation in told.order_by("-incident__date_earliest", "incident_id", "pk"):
        incident = citation.incident
        assert incident is not None
        incidents.setdefault((incident.kind, incident.date, citation.source_id), incident)
    if not incidents:
        return
    kinds, days, sources = (set(part) for part in zip(*incidents, strict=True))
    cited = Citation.objects.filter(source__in=sources, event__kind__in=kinds, event__date__in=days)
    loose = cited.filter(event__incident__isnull=True).exclude(event__modality="denied")
    first = {incident.pk: place for place, incident in enumerate(incidents.values())}
    events: dict[int, Event] = {}
    for citation in loose.select_related("event__person").order_by("event_id", "pk"):
        assert citation.event is not None
        event = events.setdefault(citation.event.pk, citation.event)
        found = incidents.get((event.kind, event.date, citation.source_id))
        if found and (event.incident is None or first[found.pk] < first[event.incident.pk]):
            event.incident = found
    record.save_many([event for event in events.values() if event.incident], by=by, why=why)


def _dated(documents: set[int]) -> QuerySet[Incident]:
    """The incidents of one known day that these documents tell of."""
    told = Incident.objects.filter(citations__source__document__in=documents)
    return told.exclude(date="").filter(date_earliest=F("date_latest"))
