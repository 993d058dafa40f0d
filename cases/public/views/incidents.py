"""What happened to many at once: the number announced, and those whom sources name."""

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from cases import vocab
from cases.countries import country_name
from cases.public import words
from cases.public.answers import listed, moved, public
from cases.public.filters import HAPPENED, IncidentFilter
from cases.public.paging import page_of
from cases.public.passages import Quotes
from cases.public.rows import event_as_document
from cases.publication.models import PublicEvent, PublicIncident


@public
def incidents(request: HttpRequest) -> HttpResponseBase:
    """The list with its filters."""
    listing = IncidentFilter(request.GET, queryset=PublicIncident.objects.annotate(named=_named()))
    page = page_of(listing)
    return listed(
        request, "incidents.html", listing, {"page": page, "rows": [_row(one) for one in page.rows]}
    )


@public
def incident(request: HttpRequest, key: str) -> HttpResponseBase:
    """One incident: announced, identified, and the rest."""
    found = get_object_or_404(PublicIncident.objects.select_related("page"), pk=key)
    if redirect := moved(request, found.path):
        return redirect
    quotes = Quotes(found.page.body)
    people = _people(key)
    identified = sum(person["counts"] for person in people)
    values = {
        "incident": found,
        "place": _place(found),
        "date_note": words.BASIS_WORDS.get(found.date_basis, ""),
        "summary": summary(found, identified),
        "rest": rest(found, identified),
        "people": people,
        "quotes": quotes.of(found.page.body),
        "sources": quotes.listed(),
    }
    return render(request, "incident.html", values)


def announced(one: PublicIncident) -> str:
    """The number announced, as sure as the source is: “more than 300”."""
    if one.announced_count is None:
        return ""
    qualifier = "" if one.qualifier == "exactly" else f"{vocab.QUALIFIERS.label(one.qualifier)} "
    return f"{qualifier}{one.announced_count:,}"


def summary(one: PublicIncident, identified: int) -> str:
    """Announced against named, in two sentences."""
    named = f"{words.plural(identified, 'person is', 'people are')} named in this record."
    if one.announced_count is None:
        return f"The sources do not say how many people. {named}"
    number = announced(one)
    people = "person" if one.announced_count == 1 else "people"
    if not identified:
        named = "None of them is named in our sources."
    elif identified <= one.announced_count:
        named = f"{identified:,} of them {'is' if identified == 1 else 'are'} named in this record."
    return f"{number[:1].upper()}{number[1:]} {people}, as the sources count. {named}"


def rest(one: PublicIncident, identified: int) -> str:
    """Those whom nobody names: a number, never an entry."""
    unnamed = (one.announced_count or 0) - identified
    if unnamed <= 0:
        return ""
    hedge = "" if one.qualifier == "exactly" else f"{vocab.QUALIFIERS.label(one.qualifier).capitalize()} "
    return f"{hedge}{words.plural(unnamed, 'other person is', 'other people are')} not named in our sources."


def _people(key: str) -> list[dict[str, Any]]:
    """Everybody whose page ties an event to the incident, each once; a reading set aside is said to be."""
    events = PublicEvent.objects.filter(incident_id=key).order_by("name", "person_id", "set_aside", "id")
    found: dict[str, dict[str, Any]] = {}
    for event in events:
        document = event_as_document(event)
        counts = not event.set_aside and event.modality in HAPPENED
        badge = (
            "sources differ; not the current reading" if event.set_aside else words.modality_words(document)
        )
        row = {"name": event.name, "address": event.path, "what": words.event_title(document), "badge": badge}
        found.setdefault(event.person_id, {**row, "counts": counts})
    return list(found.values())


def _named() -> Coalesce:
    """How many people the events of an incident name."""
    events: QuerySet[Any] = PublicEvent.objects.filter(
        incident_id=OuterRef("pk"), set_aside=False, modality__in=HAPPENED
    )
    counted = (
        events.order_by().values("incident_id").annotate(n=Count("person_id", distinct=True)).values("n")
    )
    return Coalesce(Subquery(counted), 0)


def _place(one: PublicIncident) -> str:
    return ", ".join(part for part in (one.place, country_name(one.country)) if part)


def _row(one: Any) -> dict[str, Any]:
    return {"incident": one, "announced": announced(one), "named": one.named, "place": _place(one)}
