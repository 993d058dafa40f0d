"""The sources of the record, and each with the passages that facts rest on."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from cases.public.answers import context, csv_file, listed, moved, public
from cases.public.exports import Table
from cases.public.filters import SourceFilter
from cases.public.paging import page_of
from cases.public.paragraphs import paragraphs
from cases.public.words import BASIS_WORDS
from cases.publication.columns_sources import SOURCES
from cases.publication.models import PublicPassage, PublicSource


def sources_filter(parameters: Any) -> SourceFilter:
    """The one FilterSet of sources, over those that a published fact rests on."""
    return SourceFilter(parameters, queryset=PublicSource.objects.all())


@public
def sources(request: HttpRequest) -> HttpResponseBase:
    """The list, the newest first."""
    listing = sources_filter(request.GET)
    page = page_of(listing)
    return listed(request, "sources.html", listing, {"page": page, "rows": page.rows})


@public
def sources_csv(request: HttpRequest) -> HttpResponseBase:
    """Every source that fits the filters, one row each."""
    listing = sources_filter(request.GET)
    return csv_file("sources", listing, sources_table(listing))


def sources_table(listing: SourceFilter) -> Table:
    """A list of sources as a file."""
    return Table(SOURCES, listing.qs, context())


@public
def source(request: HttpRequest, key: str) -> HttpResponseBase:
    """A source: each cited passage in its paragraph, marked, and what it is evidence for."""
    found = get_object_or_404(PublicSource, pk=key)
    if redirect := moved(request, found.path):
        return redirect
    passages = PublicPassage.objects.filter(source_id=key).select_related("page").defer("page__body")
    blocks = paragraphs(passages)
    values = {
        "source": found,
        "basis": BASIS_WORDS.get(found.published_basis, ""),
        "paragraphs": blocks,
        "count": sum(len(block.marks) for block in blocks),
    }
    return render(request, "source.html", values)
