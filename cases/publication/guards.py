"""Tables that the database itself keeps append-only, on SQLite and on PostgreSQL.

A migration calls `append_only(table)`. On SQLite Django remakes a table that it alters, and the
triggers are gone with the old one: the migration that alters such a table calls it again.
`verify_publications` and a test say so if one is missing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.apps.registry import Apps
from django.db import connection as default_connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import RunPython

# A version's document may go only after an entry of the log says that it was erased.
ERASED = (
    "EXISTS (SELECT 1 FROM publication_version v JOIN publication_version e"
    " ON e.subject_type = v.subject_type AND e.subject_id = v.subject_id"
    " AND e.action = 'erase' AND e.number > v.number WHERE v.number = OLD.version_id)"
)

# Table, its key, and the condition under which a row may be deleted all the same.
GUARDED = {
    "cases_change": ("id", ""),
    "cases_decision": ("id", ""),
    "cases_merge": ("id", ""),
    "publication_version": ("number", ""),
    "publication_versiondocument": ("version_id", ERASED),
}


def append_only(table: str) -> RunPython:
    """An operation for migrations: from here on the database refuses to change or delete rows of a table."""
    return RunPython(_each_of(table, raise_statements), _each_of(table, lower_statements), elidable=False)


def alterable(table: str) -> RunPython:
    """The contrary, before a migration alters a guarded table; `append_only` follows it."""
    return RunPython(_each_of(table, lower_statements), _each_of(table, raise_statements), elidable=False)


def _each_of(
    table: str, statements: Callable[[str, str], list[str]]
) -> Callable[[Apps, BaseDatabaseSchemaEditor], None]:
    def run(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 - Django's own
        for statement in statements(schema_editor.connection.vendor, table):
            schema_editor.execute(statement)

    return run


def raise_statements(vendor: str, table: str) -> list[str]:
    """SQL that puts the guard of a table up."""
    key, unless = GUARDED[table]
    return _postgresql(table, unless) if vendor == "postgresql" else _sqlite(table, key, unless)


def lower_statements(vendor: str, table: str) -> list[str]:
    """SQL that takes the guard of a table down, if it is there."""
    if vendor == "postgresql":
        return [f"DROP TRIGGER IF EXISTS {name} ON {table}" for name in _names(vendor, table)] + [
            f"DROP FUNCTION IF EXISTS {table}_refuse()"
        ]
    return [f"DROP TRIGGER IF EXISTS {name}" for name in _names(vendor, table)]


def missing(connection: BaseDatabaseWrapper = default_connection) -> list[str]:
    """Tables whose guard is not up."""
    query = {
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(query)
        there = {row[0] for row in cursor.fetchall()}
    return [table for table in GUARDED if not there.issuperset(_names(connection.vendor, table))]


@contextmanager
def lowered(connection: BaseDatabaseWrapper = default_connection) -> Iterator[None]:
    """Without the guards, as somebody who may alter the database could be. For tests and for `flush`."""
    _each(connection, lower_statements)
    try:
        yield
    finally:
        _each(connection, raise_statements)


def _each(connection: BaseDatabaseWrapper, statements: Callable[[str, str], list[str]]) -> None:
    with connection.cursor() as cursor:
        for table in GUARDED:
            for statement in statements(connection.vendor, table):
                cursor.execute(statement)


def _names(vendor: str, table: str) -> list[str]:
    events = ("change", "truncate") if vendor == "postgresql" else ("update", "delete", "replace")
    return [f"{table}_no_{event}" for event in events]


def _sqlite(table: str, key: str, unless: str) -> list[str]:
    """The third is for INSERT OR REPLACE, which deletes without a word to the trigger for deletes."""
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    update, delete, replace = _names("sqlite", table)
    when = f" WHEN NOT {unless}" if unless else ""
    taken = f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"  # noqa: S608 - names of GUARDED
    return [
        f"CREATE TRIGGER IF NOT EXISTS {update} BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER IF NOT EXISTS {delete} BEFORE DELETE ON {table}{when} {refuse}",
        f"CREATE TRIGGER IF NOT EXISTS {replace} BEFORE INSERT ON {table} WHEN {taken} {refuse}",
    ]


def _postgresql(table: str, unless: str) -> list[str]:
    change, truncate = _names("postgresql", table)
    allowed = f"IF TG_OP = 'DELETE' AND {unless} THEN RETURN OLD; END IF;" if unless else ""
    if allowed:  # OLD does not exist while a whole table is truncated
        allowed = f"IF TG_LEVEL = 'ROW' THEN {allowed} END IF;"
    return [
        f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {allowed} "
        f"RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"CREATE OR REPLACE TRIGGER {change} BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse()",
        f"CREATE OR REPLACE TRIGGER {truncate} BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()",
    ]
