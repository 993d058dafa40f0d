"""The first page: search, what the record counts, what others state, what changed last."""

from typing import Any

from django.db.models import Count, Max
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from cases import vocab
from cases.public.answers import public
from cases.public.rows import person_row
from cases.publication.models import PublicFigure, PublicIncident, PublicPerson, PublicSource

SHOWN = 6
STATUS_COUNTED = {
    "detained": "in custody, on the latest evidence",
    "released": "released",
    "at_large": "wanted, charged or sentenced, and not in custody",
    "deceased": "deceased",
    "unknown": "of whom no source says whether they are in custody",
}


@public
def home(request: HttpRequest) -> HttpResponseBase:
    """The first page."""
    newest = PublicSource.objects.aggregate(newest=Max("published_earliest"))["newest"]
    latest = PublicPerson.objects.order_by("-updated_at", "sort_name", "id")[:SHOWN]
    values = {
        "counts": _counts(),
        "as_of": newest.isoformat() if newest else "",
        "figures": [_figure(one) for one in PublicFigure.objects.order_by("-date_earliest", "id")[:SHOWN]],
        "latest": [person_row(one) for one in latest],
        "incidents": PublicIncident.objects.order_by("-date_earliest", "id")[:SHOWN],
    }
    return render(request, "home.html", values)


def _counts() -> list[dict[str, Any]]:
    """People by status, each number with the list that it counts."""
    statuses = PublicPerson.objects.order_by().values_list("status").annotate(n=Count("pk"))
    counts = dict(statuses)
    people = reverse("public:people")
    return [
        {"count": f"{counts[code]:,}", "words": STATUS_COUNTED[code], "address": f"{people}?status={code}"}
        for code in vocab.STATUSES.codes
        if code in counts
    ]


def _figure(one: PublicFigure) -> dict[str, Any]:
    """A number as its source states it."""
    qualifier = "" if one.qualifier == "exactly" else f"{vocab.QUALIFIERS.label(one.qualifier)} "
    return {
        "qualifier": qualifier.strip().capitalize(),
        "number": f"{one.count:,}",
        "words": vocab.FIGURE_SUBJECTS.label(one.subject).lower(),
        "country": one.country,
        "date": one.date,
        "stated_by": one.stated_by or one.source_title,
        "address": one.path,
    }
