"""Search of the record: people by any spelling, script, part of a name or initial."""

from collections import defaultdict

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from cases import names
from cases.models import NameToken, Person, PersonName

# How many names are looked at closely, those with most parts in common first.
CANDIDATES = 1000
SHORTEST_PREFIX = 3


def people(query: str, among: QuerySet[Person] | None = None) -> QuerySet[Person]:
    """The people whom a query finds, the best fit first; nobody for a query that says nothing."""
    found = Person.objects.all() if among is None else among
    ranked = ranked_people(query)
    places = [When(pk=pk, then=Value(place)) for place, pk in enumerate(ranked)]
    if not places:
        return found.none()
    return found.filter(pk__in=ranked).order_by(Case(*places, output_field=IntegerField()), "pk")


def ranked_people(query: str) -> list[int]:
    """Keys of the people that fit a query, the best first; an id in full finds its person."""
    exact = list(Person.objects.filter(public_id=query.strip().lower()).values_list("pk", flat=True))
    if exact:
        return exact
    best: dict[int, float] = {}
    rows = PersonName.objects.filter(pk__in=_names_alike(query), person__merged_into__isnull=True)
    for person, text in rows.values_list("person", "text"):
        rank = names.search_rank(query, text)
        if rank > 0:
            best[person] = max(rank, best.get(person, 0.0))
    return sorted(best, key=lambda person: (-best[person], person))


def _names_alike(query: str) -> list[int]:
    """Keys of names that share a part with the query, those that share most first."""
    shared: dict[int, set[int]] = defaultdict(set)
    for place, part in enumerate(_parts(query)):
        fits = Q()
        for token in part:
            fits |= Q(token=token)
            if len(token) >= SHORTEST_PREFIX and token.isalpha():
                # A range, not LIKE: only so does SQLite use the index.
                fits |= Q(token__gte=token, token__lt=token[:-1] + chr(ord(token[-1]) + 1))
        for name in NameToken.objects.filter(fits).values_list("name", flat=True).distinct():
            shared[name].add(place)
    return sorted(shared, key=lambda name: (-len(shared[name]), name))[:CANDIDATES]


def _parts(query: str) -> list[tuple[str, ...]]:
    """The search tokens of each word of a query; an initial counts only where there is nothing else."""
    words = names.query_tokens(query)
    long = [word for word in words if any(len(token) > 1 for token in word)]
    return long or words
