"""The public search: people by any spelling; organisations, places and incidents by their titles.

Reads what was published and nothing else. How it finds is in `cases.finding`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import StrIndex

from cases import names
from cases.finding import Found, find
from cases.finding.candidates import spans_of
from cases.finding.index import Span
from cases.names.lookup import LAST
from cases.publication.models import PublicName
from cases.publication.models_search import PublicKey, PublicTitle
from cases.publication.search_rows import PEOPLE, TITLES, telling

MOST_TITLES = 5


def people(query: str, among: QuerySet[Any] | None = None) -> Found:
    """The ids of the people whom a query could mean, the best match first; at most a thousand."""
    owners = None if among is None or not among.query.where else among.order_by().values("pk")
    return find(replace(PEOPLE, owners=owners), query, _spellings)


def matching(among: QuerySet[Any], query: str) -> QuerySet[Any]:
    """Those of some people whom a query could mean, the best match first; at most a thousand."""
    return in_order(among, people(query, among))


def in_order(among: QuerySet[Any], found: Found) -> QuerySet[Any]:
    """Those who were found, in the order in which they were."""
    if not found.owners:
        return among.none()
    ranked: QuerySet[Any] = among.filter(pk__in=found.owners)
    # All ids are of one length, so the place of an id in the text is its place in the order.
    return ranked.order_by(StrIndex(Value(" ".join(found.owners)), F("pk")), *among.query.order_by)


def everybody(among: QuerySet[Any], query: str) -> QuerySet[Any]:
    """All who have every word of a query, whole or begun, in the order that they had: for very many."""
    for group in spans_of(PEOPLE, query):
        keys = reduce(or_, (_within(span) for span in group))
        among = among.filter(pk__in=PublicKey.objects.filter(keys).values("person_id"))
    return among


def _within(span: Span) -> Q:
    if span.keys:
        return Q(key__in=span.keys)
    return Q(key__gte=span.begin, key__lt=span.begin + LAST)


@dataclass(frozen=True, slots=True)
class Title:
    """Something that was found besides people."""

    kind: str
    text: str
    path: str


def titles(query: str) -> list[Title]:
    """Organisations, places and incidents that a query could mean, the best match first; a few."""
    keys = find(TITLES, telling(query), _titles).owners[:MOST_TITLES]
    rows = PublicTitle.objects.in_bulk(keys)
    return [Title(rows[key].kind, rows[key].text, rows[key].path) for key in keys if key in rows]


def spellings_found(people: Iterable[str], query: str) -> dict[str, str]:
    """Of each person, the spelling that fits a query best."""
    best: dict[str, tuple[float, str]] = {}
    for person, text in _spellings(list(people)):
        fit = names.search_rank(query, text)
        if person not in best or fit > best[person][0]:
            best[person] = (fit, text)
    return {person: text for person, (_, text) in best.items()}


def _spellings(people: list[str]) -> Iterable[tuple[str, str]]:
    """Spellings in a fixed order: the primary one first, so that it wins where two fit alike."""
    found = PublicName.objects.filter(person__in=people).order_by("-is_primary", "key")
    return found.values_list("person_id", "text")


def _titles(keys: list[str]) -> Iterable[tuple[str, str]]:
    return PublicTitle.objects.filter(pk__in=keys).order_by("pk").values_list("pk", "searched")
