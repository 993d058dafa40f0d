"""The list of people, and the same list as CSV and JSON."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

from cases import names
from cases.public import search, words
from cases.public.answers import context, csv_file, file, listed, public
from cases.public.exports import Table
from cases.public.filters import PeopleFilter
from cases.public.paging import Page, page_of
from cases.public.rows import person_row
from cases.publication.columns_people import PEOPLE
from cases.publication.models import PublicPerson


def people_filter(parameters: Any, *, whole: bool = False) -> PeopleFilter:
    """The one FilterSet of people, over everybody who is published; `whole`: a search leaves nobody out."""
    listing = PeopleFilter(parameters, queryset=PublicPerson.objects.all())
    listing.whole = whole
    return listing


@public
def people(request: HttpRequest) -> HttpResponseBase:
    """The list with its filters."""
    listing = people_filter(request.GET)
    page = page_of(listing)
    query = "" if listing.problems else listing.given.get("q", "")
    values = {
        "page": page,
        "rows": _rows(listing, page),
        "held": _held(listing, page),
        "titles": search.titles(query) if query else [],
        "more": listing.filters["q"].more,
        "name_alone": f"?{urlencode({'q': query})}" if len(listing.given) > 1 and query else "",
    }
    return listed(request, "people.html", listing, values)


@public
def people_csv(request: HttpRequest) -> HttpResponseBase:
    """Everybody who fits the filters, one row each."""
    listing = people_filter(request.GET, whole=True)
    return csv_file("people", listing, people_table(listing))


@public
def people_json(request: HttpRequest) -> HttpResponseBase:
    """The same rows as JSON."""
    listing = people_filter(request.GET, whole=True)
    if listing.problems:
        errors = [{"filter": one.name, "problem": one.message} for one in listing.problems]
        return JsonResponse({"errors": errors}, status=400)
    table = people_table(listing)
    name = f"people-{table.context.today:%Y-%m-%d}.json"
    return file(name, "application/json", table.json("people"), download=False)


def people_table(listing: PeopleFilter) -> Table:
    """A list of people as a file."""
    return Table(PEOPLE, listing.qs, context())


def _rows(listing: PeopleFilter, page: Page) -> list[dict[str, Any]]:
    query = listing.given.get("q", "")
    found = search.spellings_found([person.pk for person in page.rows], query) if query else {}
    when = listing.form.cleaned_data.get("held_on")
    rows = []
    for person in page.rows:
        spelling = found.get(person.pk, "")
        uncertain = when is not None and not person.held_certainly
        rows.append(
            {
                **person_row(person),
                "also": spelling if spelling != person.name else "",
                "asked": query if spelling == person.name and _is_spelt_otherwise(query, spelling) else "",
                "possibly": f"possibly in custody {words.on(when.edtf)}" if uncertain else "",
            }
        )
    return rows


def _is_spelt_otherwise(query: str, name: str) -> bool:
    """Whether a name shows nothing of what was asked for: no word of it begins as a word of the query."""
    parts = names.fold(name).split()
    return not any(part.startswith(word) for word in names.fold(query).split() for part in parts)


def _held(listing: PeopleFilter, page: Page) -> str:
    """How many are certainly held on the date asked for, and how many possibly."""
    when = listing.form.cleaned_data.get("held_on")
    if when is None or listing.problems:
        return ""
    certain = listing.qs.filter(held_certainly=True).count()
    return f"{certain:,} certainly in custody {words.on(when.edtf)}, {page.count - certain:,} possibly"
