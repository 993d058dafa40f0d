"""Organisations, courts, prisons and agencies, with the people whom the record links with each."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from cases.public.answers import listed, moved, public
from cases.public.filters import OrganisationFilter
from cases.public.paging import page_of
from cases.public.rows import person_row
from cases.publication.models import PublicOrganisation, PublicPerson, PublicTag

# What links people with an organisation: the kind of tag, which is also the filter of the people's list.
LINKS = {
    "organisation": "People who belong or belonged to it",
    "recognised_by": "People whom it recognises",
    "court": "People whom it sentenced",
    "place": "People whose case took them there",
}
SHOWN = 50


@public
def organisations(request: HttpRequest) -> HttpResponseBase:
    """The list with its filters."""
    listing = OrganisationFilter(request.GET, queryset=PublicOrganisation.objects.all())
    page = page_of(listing)
    return listed(request, "organisations.html", listing, {"page": page, "rows": page.rows})


@public
def organisation(request: HttpRequest, key: str) -> HttpResponseBase:
    """One organisation with its people."""
    found = get_object_or_404(PublicOrganisation, pk=key)
    if redirect := moved(request, found.path):
        return redirect
    return render(request, "organisation.html", {"organisation": found, "groups": _groups(key)})


def _groups(key: str) -> list[dict[str, Any]]:
    tags = PublicTag.objects.filter(kind__in=LINKS, value=key)
    counts = dict(tags.order_by().values_list("kind").annotate(n=Count("person_id", distinct=True)))
    return [
        {
            "title": title,
            "count": counts[kind],
            "rows": [person_row(one) for one in _people(kind, key)],
            "address": f"{reverse('public:people')}?{kind}={key}",
        }
        for kind, title in LINKS.items()
        if kind in counts
    ]


def _people(kind: str, key: str) -> list[PublicPerson]:
    found = PublicPerson.objects.filter(tags__kind=kind, tags__value=key)
    return list(found.order_by("sort_name", "id")[:SHOWN])
