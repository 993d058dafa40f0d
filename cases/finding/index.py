"""Where the keys of one kind of thing are kept, and how they are read: by key and by range, never all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Model, QuerySet

from cases.names.lookup import LAST

Rows = list[tuple[str, Any]]
"""Keys, each with the owner that has it, in the order of the index."""

SPAN = 1000
"""How many keys one look at the index reads at most. That there are more is told by `Found.more`."""


WORDS = 3000
"""How many words are compared with one that may be misspelt."""


class Span(NamedTuple):
    """Keys to be read: these, or where there are none, all that begin with a text; at most so many."""

    begin: str
    keys: tuple[str, ...] = ()
    most: int = SPAN


def begins(text: str, most: int = SPAN) -> Span:
    """All keys that begin with a text."""
    return Span(text, most=most)


def equals(keys: Iterable[str]) -> Span:
    """All keys that are one of these, of which there must be one."""
    return Span("", tuple(sorted(set(keys))))


@dataclass(frozen=True)
class Index:
    """A table of keys, by the SQL of its parts, and the table of its words (`variant`, `word`).

    `place` is the column that stands behind the key in the database's index; rows come in that order.
    `owners` narrows the owners down, as a queryset of them; nothing does where it is None.
    """

    keys: type[Model]
    words: type[Model]
    source: str
    column: str = "key"  # of the model
    key: str = "key"
    owner: str = "person_id"
    place: str = "person_id"
    owners: QuerySet[Any, Any] | None = None

    def read(self, spans: Sequence[Span]) -> list[Rows]:
        """The keys of each span with their owners, in one statement."""
        found: list[Rows] = [[] for _ in spans]
        if not spans:
            return found
        narrowed, values = self._narrowed()
        parts, parameters = [], []
        for number, span in enumerate(spans):
            where, own = _condition(self.key, span)
            parts.append(
                f"SELECT * FROM (SELECT {number} AS span, {self.key} AS found, {self.owner} AS owner"  # noqa: S608 - names of columns
                f" FROM {self.source} WHERE {where}{narrowed}"
                f" ORDER BY {self.key}, {self.place} LIMIT {span.most}) AS s{number}"
            )
            parameters += [*own, *values]
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), parameters)
            for number, key, owner in cursor.fetchall():
                found[number].append((key, owner))
        return found

    def near(self, variants: Sequence[Iterable[str]]) -> list[list[str]]:
        """For each set of variants the words that have one of them, in one statement."""
        found: list[dict[str, None]] = [{} for _ in variants]
        table, parts, parameters = self.words._meta.db_table, [], []
        for number, own in enumerate(map(sorted, variants)):
            if own:
                parts.append(
                    f"SELECT * FROM (SELECT {number} AS word_of, word FROM {table}"  # noqa: S608 - a name of a table
                    f" WHERE variant IN ({', '.join(['%s'] * len(own))})"
                    f" ORDER BY variant, word LIMIT {WORDS}) AS s{number}"
                )
                parameters += own
        if parts:
            with connection.cursor() as cursor:
                cursor.execute(" UNION ALL ".join(parts), parameters)
                for number, word in cursor.fetchall():
                    found[number][word] = None
        return [list(one) for one in found]

    def _narrowed(self) -> tuple[str, Sequence[Any]]:
        if self.owners is None:
            return "", ()
        sql, parameters = self.owners.query.sql_with_params()
        return f" AND {self.owner} IN ({sql})", parameters


def _condition(key: str, span: Span) -> tuple[str, list[str]]:
    if not span.keys:
        return f"{key} >= %s AND {key} < %s", [span.begin, span.begin + LAST]
    return f"{key} IN ({', '.join(['%s'] * len(span.keys))})", list(span.keys)
