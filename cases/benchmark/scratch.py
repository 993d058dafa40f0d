"""A database of its own for a measurement, of the kind that is configured: never that of the record."""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


@contextmanager
def scratch_database(keep: str = "") -> Iterator[None]:
    """An empty database with all tables, under Django's default connection; gone afterwards.

    With `keep`, a name (of a file, on SQLite), it stays, and is found again under that name.
    """
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        settings, creation = connection.settings_dict, connection.creation
        real = settings["NAME"]
        name = keep or f"benchmark_{secrets.token_hex(4)}"
        if connection.vendor == "sqlite":
            name = str(Path(keep).resolve() if keep else Path(folder) / name)
        if name in {str(real), str(Path(str(real)).resolve())}:
            raise ValueError("This is the database of the record.")
        settings["TEST"]["NAME"] = name
        settings["TEST"]["MIGRATE"] = True
        creation.create_test_db(verbosity=0, autoclobber=not keep, serialize=False, keepdb=bool(keep))
        try:
            yield
        finally:
            creation.destroy_test_db(real, verbosity=0, keepdb=bool(keep))
