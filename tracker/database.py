"""DATABASE_URL as Django's settings of one database."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from tracker.env import SettingError

NAME = "DATABASE_URL"
POSTGRES_OPTIONS = ("sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "application_name")
POOL_SIZE = 10  # connections a process holds at most
LOCK_WAIT = 20  # seconds a writer waits for another

# WAL lets readers go on while one process writes. Deleted cells are overwritten, since what was
# erased must not be found in the file.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;"
    f"PRAGMA busy_timeout={LOCK_WAIT * 1000};PRAGMA secure_delete=ON"
)

Settings = dict[str, Any]


def database(url: str, data: Path, *, pooled: bool = False) -> Settings:
    """The settings for an address: PostgreSQL, or SQLite (in the data directory where it is blank).

    `pooled` is for a server of many requests: PostgreSQL connections are then kept and shared.
    Raises SettingError, without repeating the address, which may hold a password.
    """
    if not url:
        return sqlite(data / "tracker.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        path = unquote(parts.path)[1:]
        if parts.netloc or not path:
            raise SettingError(NAME, "for SQLite write sqlite:///file or sqlite:////absolute/file.")
        return sqlite(Path(path))
    if parts.scheme in ("postgres", "postgresql"):
        return postgres(url, pooled=pooled)
    raise SettingError(NAME, "must begin with postgres:// or sqlite:///.")


def sqlite(path: Path) -> Settings:
    """SQLite in one file. A transaction takes the write lock at its start, so none fails half way."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": LOCK_WAIT,
            "init_command": SQLITE_PRAGMAS,
        },
    }


def postgres(url: str, *, pooled: bool) -> Settings:
    """PostgreSQL through psycopg, and its pool where connections are shared."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        raise SettingError(NAME, "the port is not a number from 0 to 65535.") from None
    name = unquote(parts.path)[1:]
    if not name:
        raise SettingError(NAME, "names no database: postgres://user:password@host:port/database.")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", unquote(parts.hostname or ""))  # ?host=/run/postgresql is a socket
    unknown = sorted(set(options) - set(POSTGRES_OPTIONS))
    if unknown:
        raise SettingError(NAME, f"unknown option {', '.join(unknown)}.")
    pool: Settings = {"pool": {"min_size": 1, "max_size": POOL_SIZE, "timeout": LOCK_WAIT}} if pooled else {}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(port or ""),
        "OPTIONS": {**options, **pool},
    }
