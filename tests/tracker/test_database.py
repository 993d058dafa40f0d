"""DATABASE_URL."""

from pathlib import Path

import pytest
from django.db import connection

from tracker.database import POOL_SIZE, database
from tracker.env import SettingError

DATA = Path("/data")


def test_no_address_is_sqlite_in_the_data_directory() -> None:
    settings = database("", DATA)
    assert settings["ENGINE"] == "django.db.backends.sqlite3"
    assert settings["NAME"] == DATA / "tracker.sqlite3"
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize(
    ("url", "path"), [("sqlite:///a/b.db", "a/b.db"), ("sqlite:////a/b%20c.db", "/a/b c.db")]
)
def test_an_address_may_name_an_sqlite_file(url: str, path: str) -> None:
    assert database(url, DATA)["NAME"] == Path(path)


def test_every_part_of_a_postgresql_address_is_read() -> None:
    settings = database("postgres://me:p%40ss@db.example.org:5433/record?sslmode=verify-full", DATA)
    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert (settings["USER"], settings["PASSWORD"]) == ("me", "p@ss")
    assert (settings["HOST"], settings["PORT"], settings["NAME"]) == ("db.example.org", "5433", "record")
    assert settings["OPTIONS"] == {"sslmode": "verify-full"}


def test_a_socket_directory_can_be_the_host() -> None:
    assert database("postgresql:///record?host=/run/postgresql", DATA)["HOST"] == "/run/postgresql"


def test_a_server_shares_its_connections_and_a_command_does_not() -> None:
    assert "pool" not in database("postgres:///record", DATA)["OPTIONS"]
    assert database("postgres:///record", DATA, pooled=True)["OPTIONS"]["pool"]["max_size"] == POOL_SIZE


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("mysql://me:secret@host/x", "must begin with"),
        ("secret", "must begin with"),
        ("postgres://me:secret@host:port/x", "port"),
        ("postgres://me:secret@host", "names no database"),
        ("postgres://me:secret@host/x?colour=red", "unknown option colour"),
        ("sqlite://", "sqlite:///file"),
        ("sqlite://secret", "sqlite:///file"),
    ],
)
def test_a_bad_address_is_told_by_name_without_its_password(url: str, problem: str) -> None:
    with pytest.raises(SettingError, match=problem) as raised:
        database(url, DATA)
    assert str(raised.value).startswith("DATABASE_URL: ")
    assert "secret" not in str(raised.value)


@pytest.mark.django_db
def test_sqlite_keeps_its_promises() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the database is not SQLite")
    with connection.cursor() as cursor:
        found = {}
        for pragma in ("foreign_keys", "synchronous", "secure_delete", "busy_timeout"):
            cursor.execute(f"PRAGMA {pragma}")
            found[pragma] = cursor.fetchone()[0]
    assert found == {"foreign_keys": 1, "synchronous": 1, "secure_delete": 1, "busy_timeout": 20000}
