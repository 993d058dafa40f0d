"""People by name: which spellings a query could mean, and which of them it fits best.

The keys of names (`cases.names`) narrow the people down in the database, in any script and
romanisation; how well each fits is then decided on the spellings themselves.
"""

import re
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, FloatField, Q, QuerySet, Value, When

from cases import names
from cases.publication.models import PublicName, PublicToken

# Of more candidates than this, only those that have a word of the query whole are put in an order of fit.
MOST_RANKED = 400
PLAIN = re.compile(r"([a-z]:)?([A-Z0-9]*[A-Y0-8]|[a-z0-9]*[a-y0-8])")


def matching(people: QuerySet[Any], query: str) -> QuerySet[Any]:
    """The people whom a name, a part of one or initials could mean, the best match first.

    Every word must be found in a person's names. Where nobody has them all, the query may say more than the
    record does (a patronymic, a second surname): then those count whose whole name it contains.
    """
    groups = names.query_tokens(query)
    if not groups:
        return people.none()
    found = [Q(pk__in=_owners(map(_begins_with, alternatives))) for alternatives in groups]
    everyone = people.filter(*found)
    ranks = _ranks(everyone, query)
    if ranks is None:
        exact = [Q(pk__in=_owners(Q(token=token) for token in alternatives)) for alternatives in groups]
        return _in_order(everyone, _ranks(everyone.filter(*exact)[:MOST_RANKED], query) or {})
    if not ranks and len(groups) > 1:
        ranks = _ranks(people.filter(reduce(or_, found)), query) or {}
    ranks = {person: rank for person, rank in ranks.items() if rank > 0}
    return _in_order(people.filter(pk__in=list(ranks)), ranks)


def _in_order(people: QuerySet[Any], ranks: dict[str, float]) -> QuerySet[Any]:
    """People by how well they fit; those without a rank last, in the order that they had."""
    whens = [When(pk=person, then=Value(rank)) for person, rank in ranks.items()]
    fit = Case(*whens, default=Value(0.0), output_field=FloatField())
    ranked: QuerySet[Any] = people.annotate(fit=fit)
    return ranked.order_by("-fit", *people.query.order_by)


def spellings_found(people: Iterable[str], query: str) -> dict[str, str]:
    """Of each person, the spelling that fits a query best."""
    best: dict[str, tuple[float, str]] = {}
    for person, text in _spellings(list(people)):
        fit = names.search_rank(query, text)
        if person not in best or fit > best[person][0]:
            best[person] = (fit, text)
    return {person: text for person, (_, text) in best.items()}


def _owners(conditions: Iterable[Q]) -> QuerySet[Any, str]:
    """People with a key that fits one of these conditions."""
    tokens = PublicToken.objects.filter(reduce(or_, conditions, Q(pk__in=[])))
    return tokens.values_list("person_id", flat=True)


def _begins_with(token: str) -> Q:
    """Also as a range, because SQLite has no index for LIKE; in any collation the range holds the prefix."""
    prefix = Q(token__startswith=token)
    if PLAIN.fullmatch(token):
        prefix &= Q(token__gte=token, token__lt=token[:-1] + chr(ord(token[-1]) + 1))
    return prefix


def _ranks(people: QuerySet[Any], query: str) -> dict[str, float] | None:
    """How well each candidate's best spelling fits; None where there are too many to tell."""
    unordered = people if people.query.is_sliced else people.order_by()[: MOST_RANKED + 1]
    candidates = list(unordered.values_list("pk", flat=True))
    if len(candidates) > MOST_RANKED:
        return None
    ranks: dict[str, float] = {}
    for person, text in _spellings(candidates):
        ranks[person] = max(ranks.get(person, 0.0), names.search_rank(query, text))
    return ranks


def _spellings(people: list[str]) -> Iterable[tuple[str, str]]:
    """Spellings in a fixed order: the primary one first, so that it wins where two fit alike."""
    found = PublicName.objects.filter(person__in=people).order_by("-is_primary", "text")
    return found.values_list("person_id", "text")
