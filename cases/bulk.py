"""Many rows of one model written at once: what `bulk_create` and `bulk_update` do, in a third of their time.

Django builds an expression for every value of every row; an import writes hundreds of rows a document, and
spent most of its time on that. Here the columns are looked at once a statement. Neither knows more than it
needs: values are written as they are, so who calls has checked them (`cases/record.py`).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper

PARAMETERS = 10_000  # of a statement; SQLite takes 32,766, PostgreSQL 65,535
PLAIN = (str, int, float, bool, bytes, type(None))  # what every driver takes as it is
_M = TypeVar("_M", bound=models.Model)
_Value = Callable[[models.Model], Any]


def insert(rows: Sequence[_M]) -> None:
    """Insert new rows of one model; each gets its key. A relation to a row saved meanwhile is filled in."""
    if not rows:
        return
    fill_relations(rows)
    model = type(rows[0])
    connection = _connection(model)
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    values = [_value_of(field, connection, adding=True) for field in fields]
    for part in _parts(rows, len(fields)):
        sql = _insert_sql(model, fields, connection, len(part))
        with connection.cursor() as cursor:
            cursor.execute(sql, [value(row) for row in part for value in values])
            keys = cursor.fetchall()
        for row, (key,) in zip(part, keys, strict=True):
            row.pk = key
            row._state.adding, row._state.db = False, connection.alias


def update(rows: Sequence[_M], names: Sequence[str]) -> None:
    """Write these fields of rows of one model that have been saved before."""
    if not rows:
        return
    fill_relations(rows)
    model = type(rows[0])
    connection = _connection(model)
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    values = [_value_of(field, connection, adding=False) for field in fields]
    quote = connection.ops.quote_name
    columns = ", ".join(f"{quote(field.column)} = %s" for field in fields)
    key = quote(str(model._meta.pk.column))
    sql = f"UPDATE {quote(model._meta.db_table)} SET {columns} WHERE {key} = %s"  # noqa: S608 - names, no values
    with connection.cursor() as cursor:
        cursor.executemany(sql, [[*(value(row) for value in values), row.pk] for row in rows])


def fill_relations(rows: Sequence[models.Model]) -> None:
    """Give rows of one model the keys of related rows that were saved after they were related."""
    relations = [field for field in rows[0]._meta.concrete_fields if field.is_relation] if rows else []
    for row in rows:
        values, cached = row.__dict__, row._state.fields_cache
        for field in relations:
            if values.get(field.attname) is None and (related := cached.get(field.name)) is not None:
                values[field.attname] = related.pk  # not setattr, which would forget the related row


def _connection(model: type[models.Model]) -> BaseDatabaseWrapper:
    return connections[router.db_for_write(model)]


def _insert_sql(
    model: type[models.Model], fields: Sequence[Any], connection: BaseDatabaseWrapper, number: int
) -> str:
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    row = f"({', '.join(['%s'] * len(fields))})"
    table, key = quote(model._meta.db_table), quote(str(model._meta.pk.column))
    rows = ", ".join([row] * number)
    return f"INSERT INTO {table} ({columns}) VALUES {rows} RETURNING {key}"  # noqa: S608 - names, no values


def _parts(rows: Sequence[_M], width: int) -> Iterator[Sequence[_M]]:
    size = max(1, PARAMETERS // width)
    for at in range(0, len(rows), size):
        yield rows[at : at + size]


def _value_of(field: Any, connection: BaseDatabaseWrapper, *, adding: bool) -> _Value:
    """How the value of a column is got from a row, as the driver takes it."""
    name = field.attname
    computed = type(field).pre_save is not models.Field.pre_save  # times, bounds of partial dates
    json = isinstance(field, models.JSONField)

    def value(row: models.Model) -> Any:
        found = field.pre_save(row, adding) if computed else getattr(row, name)
        if not json and type(found) in PLAIN:
            return found
        return field.get_db_prep_save(found, connection)

    return value
