"""Search of the record: people by any spelling, script, part of a name, initial, or with a slip.

The engine is that of the public side (`cases.finding`). The record keeps no pairs of words; its tokens of one
word each are joined where the engine asks for a pair, so that names keep the keys that resolution needs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Case, IntegerField, QuerySet, Value, When

from cases.finding import Index, Rows, find
from cases.finding.index import WORDS, Span
from cases.models import NameToken, Person, PersonName
from cases.names.lookup import LAST, SEPARATOR

_ONE = (
    "cases_nametoken t JOIN cases_personname n ON n.id = t.name_id JOIN cases_person p ON p.id = n.person_id"
)
_TWO = f"{_ONE} JOIN cases_nametoken o ON o.name_id = t.name_id AND o.id <> t.id"
_ALONE = (
    "NOT EXISTS (SELECT 1 FROM cases_nametoken x WHERE x.name_id = t.name_id"
    " AND x.token <> t.token AND x.token NOT LIKE %s)"
)


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
    return exact or find(RECORD, query, _spellings).owners


def _spellings(persons: list[int]) -> Iterable[tuple[int, str]]:
    found = PersonName.objects.filter(person__in=persons).order_by("-is_primary", "pk")
    return found.values_list("person_id", "text")


@dataclass(frozen=True)
class _Record(Index):
    """Tokens of one word each, answered as if they were keys of two."""

    def read(self, spans: Sequence[Span]) -> list[Rows]:
        return [self._of(span) for span in spans]

    def near(self, variants: Sequence[Iterable[str]]) -> list[list[str]]:
        """Words that begin alike, or have the same consonants."""
        return [sorted({word for one in own for word in self._near(one)}) for own in variants]

    def _of(self, span: Span) -> Rows:
        if span.keys:
            return self._pairs(set(span.keys), span.most)
        head, separator, tail = span.begin.partition(SEPARATOR)
        if not separator:
            where, value = _begins("t.token", head)
            alone = _rows(f"t.token || '{SEPARATOR}'", _ONE, where, value, span.most)
            return alone + _rows(_PAIR, _TWO, where, value, span.most)
        if not tail:
            return _rows(f"t.token || '{SEPARATOR}'", _ONE, "t.token = %s", [head], span.most)
        where, value = _begins("o.token", tail)
        return _rows(_PAIR, _TWO, f"t.token = %s AND {where}", [head, *value], span.most)

    def _pairs(self, keys: set[str], most: int) -> Rows:
        pairs = [key.split(SEPARATOR, 1) for key in sorted(keys)]
        heads, tails = sorted({head for head, _ in pairs}), sorted({tail for _, tail in pairs if tail})
        if not tails:
            where, values = f"t.token IN ({_marks(heads)}) AND {_ALONE}", [*heads, "%:%"]
            return _rows(f"t.token || '{SEPARATOR}'", _ONE, where, values, most)
        where = f"t.token IN ({_marks(heads)}) AND o.token IN ({_marks(tails)})"
        rows = _rows(_PAIR, _TWO, where, [*heads, *tails], most)
        return [row for row in rows if row[0] in keys]

    def _near(self, variant: str) -> list[str]:
        kind, _, part = variant.rpartition(":")
        if kind == "b":
            where, value = _begins("t.token", part)
            rows = _rows("t.token", _ONE, where, value, WORDS)
        elif kind == "s":
            rows = _rows("o.token", _TWO, "t.token = %s", [variant], WORDS)
        else:
            return []
        return [word for word, _ in rows if ":" not in word]


_PAIR = f"t.token || '{SEPARATOR}' || o.token"
RECORD = _Record(NameToken, NameToken, "cases_nametoken", column="token")


def _rows(key: str, source: str, where: str, values: Sequence[str], most: int) -> Rows:
    sql = (
        f"SELECT {key}, n.person_id FROM {source} WHERE p.merged_into_id IS NULL AND {where}"  # noqa: S608 - of this module
        f" ORDER BY t.token, t.name_id LIMIT {most}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def _begins(column: str, text: str) -> tuple[str, list[str]]:
    """A range by which SQLite uses the index, and a pattern by which PostgreSQL does, in any language."""
    if connection.vendor == "postgresql":
        return f"{column} LIKE %s", [text.replace("\\", "").replace("%", "").replace("_", "") + "%"]
    return f"{column} >= %s AND {column} < %s", [text, text + LAST]


def _marks(values: Sequence[str]) -> str:
    return ", ".join(["%s"] * len(values))
