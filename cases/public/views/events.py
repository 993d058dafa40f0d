"""The list of events, and the same list as CSV."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from cases.public import words
from cases.public.answers import context, csv_file, listed, public
from cases.public.exports import Table
from cases.public.filters import EventFilter
from cases.public.paging import page_of
from cases.public.rows import event_as_document
from cases.publication.columns_events import EVENTS
from cases.publication.models import PublicEvent


def events_filter(parameters: Any) -> EventFilter:
    """The one FilterSet of events, over those of everybody who is published."""
    return EventFilter(parameters, queryset=PublicEvent.objects.all())


@public
def events(request: HttpRequest) -> HttpResponseBase:
    """The list with its filters."""
    listing = events_filter(request.GET)
    page = page_of(listing)
    return listed(request, "events.html", listing, {"page": page, "rows": [_row(one) for one in page.rows]})


@public
def events_csv(request: HttpRequest) -> HttpResponseBase:
    """Every event that fits the filters, one row each."""
    listing = events_filter(request.GET)
    return csv_file("events", listing, events_table(listing))


def events_table(listing: EventFilter) -> Table:
    """A list of events as a file."""
    return Table(EVENTS, listing.qs, context())


def _row(event: PublicEvent) -> dict[str, Any]:
    document = event_as_document(event)
    return {
        "event": event,
        "title": words.event_title(document),
        "badge": "set aside, sources differ" if event.set_aside else words.modality_words(document),
    }
