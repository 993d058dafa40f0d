"""Columns that PostgreSQL sorts by their bytes, as SQLite does, whatever the language of the database."""

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import RunPython


def sorted_by_bytes(table: str, column: str, length: int) -> RunPython:
    """An operation for migrations; a migration that alters the column later calls it again."""

    def run(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 - Django's own
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(
                f'ALTER TABLE {table} ALTER COLUMN {column} TYPE varchar({length}) COLLATE "C"'
            )

    return RunPython(run, RunPython.noop)
