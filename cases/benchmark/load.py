"""Invented people into the public tables, in bulk: their rows, spellings, keys and the words of keys."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import CharField, DateField, Field, JSONField, Model, TextField

from cases.benchmark.people import Invented
from cases.names import KEY_VERSION, script_of, slug
from cases.names.lookup import index_keys, variants, words_of
from cases.publication.models import PublicDocument, PublicName, PublicPerson
from cases.publication.models_search import PublicKey, PublicWord

BATCH = 20_000
NOW = datetime(2026, 1, 1, tzinfo=UTC)
INDEXED: tuple[type[Model], ...] = (PublicKey, PublicPerson)
Row = tuple[Any, ...]


def load(people: Iterable[Invented], spellings: int = 3) -> int:
    """Enter people, each with so many of their spellings; how many keys they have."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:  # nothing here is worth a journal
            cursor.execute("PRAGMA journal_mode=OFF")
            cursor.execute("PRAGMA synchronous=OFF")
            cursor.execute("PRAGMA cache_size=-400000")
    _indexes(drop=True)
    count = enter(people, spellings)
    _indexes(drop=False)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return count


def enter(people: Iterable[Invented], spellings: int = 3) -> int:
    """The same, into tables as they are."""
    words: set[str] = set()
    count = 0
    waiting = iter(people)
    while batch := list(islice(waiting, BATCH)):
        keys = [(one.id, key) for one in batch for key in _keys(one, spellings)]
        words |= words_of(key for _, key in keys)
        count += len(keys)
        with transaction.atomic():
            _write(PublicDocument, map(_document, batch))
            _write(PublicPerson, map(_person, batch))
            _write(PublicName, (name for one in batch for name in _names(one, spellings)))
            _insert(PublicKey, ["person_id", "key"], keys)
    made = [(variant, word) for word in sorted(words) for variant in sorted(variants(word))]
    _insert(PublicWord, ["variant", "word"], made)
    return count


def _keys(one: Invented, spellings: int) -> list[str]:
    return sorted({key for text in one.spellings[:spellings] for key in index_keys(text)})


def _indexes(drop: bool) -> None:
    """The indexes are built once over all rows, which is faster than row by row."""
    with connection.schema_editor() as editor:
        for model in INDEXED:
            for index in model._meta.indexes:
                (editor.remove_index if drop else editor.add_index)(model, index)


def _document(one: Invented) -> dict[str, Any]:
    return {
        "key": f"person:{one.id}",
        "subject_type": "person",
        "subject_id": one.id,
        "title": one.spellings[0],
        "body": "{}",
    }


def _person(one: Invented) -> dict[str, Any]:
    name = one.spellings[0]
    path = f"/people/{slug(name)}-{one.id}/"
    own = {
        "id": one.id,
        "page_id": f"person:{one.id}",
        "name": name,
        "sort_name": one.families[0],
        "path": path,
    }
    return {**own, "status": "detained"}


def _names(one: Invented, spellings: int) -> Iterator[dict[str, Any]]:
    for place, text in enumerate(one.spellings[:spellings]):
        yield {
            "key": f"{one.id}-{place}",
            "person_id": one.id,
            "text": text,
            "kind": "common",
            "script": script_of(text),
            "is_primary": place == 0,
            "key_version": KEY_VERSION,
        }


def _write(model: type[Model], rows: Iterable[dict[str, Any]]) -> None:
    """Rows of which only some columns are given; the rest are empty."""
    fields = [field for field in model._meta.concrete_fields if field.attname != "id" or not _counts(field)]
    empty = {field.attname: _empty(field) for field in fields}
    columns = [field.attname for field in fields]
    _insert(model, columns, [tuple({**empty, **row}[name] for name in columns) for row in rows])


def _counts(field: "Field[Any, Any]") -> bool:
    return field is field.model._meta.auto_field


def _empty(field: "Field[Any, Any]") -> Any:
    if field.null:
        return None
    if isinstance(field, CharField | TextField | JSONField):
        return ""
    return NOW if isinstance(field, DateField) else 0


def _insert(model: type[Model], columns: Sequence[str], rows: Sequence[Row]) -> None:
    table = model._meta.db_table
    names = ", ".join(f'"{model._meta.get_field(one).column}"' for one in columns)  # type: ignore[union-attr]  # columns
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["?"] * len(columns))
            cursor.connection.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)  # noqa: S608 - names of a model
