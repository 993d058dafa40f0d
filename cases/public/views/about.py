"""How the record is made, and the data dictionary, both drawn from the registries."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from cases import names, vocab
from cases.public.answers import public
from cases.publication.columns import KINDS, Column, exported
from cases.publication.columns_events import EVENTS
from cases.publication.columns_people import PEOPLE
from cases.publication.columns_sources import SOURCES

FILES: list[tuple[str, list[Column[Any]], str, str]] = [
    ("people", PEOPLE, "One row for each person.", "public:people_json"),
    ("events", EVENTS, "One row for each thing that happened to one person.", ""),
    ("sources", SOURCES, "One row for each source that a published fact rests on.", ""),
]
# Words of the research desk, which stand in no published file.
DESK = ("PROPOSAL_SUBJECTS", "PROPOSAL_STATES", "MATCHES", "VISIBILITIES")


@public
def about(request: HttpRequest) -> HttpResponseBase:
    """The method."""
    values = {
        "statuses": vocab.STATUSES,
        "modalities": vocab.MODALITIES,
        "recognitions": vocab.RECOGNITION_STATUSES,
    }
    return render(request, "about.html", values)


@public
def data(request: HttpRequest) -> HttpResponseBase:
    """Every file, column and term with its meaning."""
    return render(request, "data.html", {"files": _files(), "vocabularies": _vocabularies()})


def _files() -> list[dict[str, Any]]:
    return [
        {
            "key": key,
            "meaning": meaning,
            "csv": reverse(f"public:{key}_csv"),
            "json": reverse(json) if json else "",
            "columns": [_column(column) for column in exported(columns)],
        }
        for key, columns, meaning, json in FILES
    ]


def _column(column: Column[Any]) -> dict[str, Any]:
    vocabulary = column.vocabulary
    return {
        "header": column.header,
        "kind": KINDS[column.kind],
        "meaning": column.meaning,
        "sample": column.sample,
        "terms": f"terms-{names.slug(vocabulary.name)}" if vocabulary else "",
    }


def _vocabularies() -> list[dict[str, Any]]:
    found = [
        one for name, one in vars(vocab).items() if isinstance(one, vocab.Vocabulary) and name not in DESK
    ]
    return [
        {"name": one.name, "anchor": f"terms-{names.slug(one.name)}", "terms": list(one)} for one in found
    ]
