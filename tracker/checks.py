"""Checks of the deployment, by number: `manage.py check`, and at every start of the server."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error

SECRET_LENGTH = 40
LOCAL_DATABASE_HOSTS = frozenset({"", "localhost", "127.0.0.1", "::1"})


@checks.register(checks.Tags.security)
def deployment(**_: Any) -> list[CheckMessage]:
    """What is wrong with this installation, for one that readers elsewhere can reach."""
    return [*_hosts(), *_secret(), *_database(), *_files()]


def is_public() -> bool:
    """Whether the installation answers to a name beyond this machine."""
    return bool(set(settings.ALLOWED_HOSTS) - set(settings.LOCAL_HOSTS))


def _hosts() -> Iterator[CheckMessage]:
    if "*" in settings.ALLOWED_HOSTS:
        yield Error(
            "TRACKER_HOSTS is “*”: the site would answer to every name.",
            hint="List the names, separated by commas.",
            id="tracker.E001",
        )
    if settings.DEBUG and (settings.HTTPS or is_public()):
        yield Error(
            "TRACKER_DEBUG is on for a site that others can reach.",
            hint="Error pages would show the record. Unset TRACKER_DEBUG.",
            id="tracker.E002",
        )
    if is_public() and not settings.HTTPS:
        yield checks.Warning(
            "TRACKER_HOSTS names a public host, but TRACKER_HTTPS is off.",
            hint="Set TRACKER_HTTPS=1 behind a proxy that speaks HTTPS: secure cookies, HSTS, redirect.",
            id="tracker.W001",
        )


def _secret() -> Iterator[CheckMessage]:
    if settings.SECRET_KEY_IS_LOCAL and is_public():
        yield Error(
            "TRACKER_SECRET_KEY is not set for a site that others can reach.",
            hint="The key made in the data directory is for a local installation only.",
            id="tracker.E003",
        )
    if len(settings.SECRET_KEY) < SECRET_LENGTH or len(set(settings.SECRET_KEY)) < 8:
        yield Error(
            f"TRACKER_SECRET_KEY has fewer than {SECRET_LENGTH} characters, or too few different ones.",
            hint="python -c 'import secrets; print(secrets.token_urlsafe(64))' makes one.",
            id="tracker.E004",
        )


def _database() -> Iterator[CheckMessage]:
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("postgresql"):
        return
    host = str(database.get("HOST", ""))
    encrypted = database.get("OPTIONS", {}).get("sslmode") in ("require", "verify-ca", "verify-full")
    if host not in LOCAL_DATABASE_HOSTS and not host.startswith("/") and not encrypted:
        yield checks.Warning(
            "DATABASE_URL reaches another machine without encryption.",
            hint="Add ?sslmode=verify-full to it.",
            id="tracker.W002",
        )


def _files() -> Iterator[CheckMessage]:
    data = Path(settings.DATA_DIR)
    if settings.SECRET_KEY_IS_LOCAL and (data / "secret_key").stat().st_mode & 0o077:
        yield checks.Warning(
            f"Others on this machine can read “{data / 'secret_key'}”.",
            hint="chmod 600 it.",
            id="tracker.W003",
        )
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        return
    folder = Path(str(database["NAME"])).parent
    if folder.is_absolute() and not os.access(folder, os.W_OK):
        yield Error(
            f"The database's directory “{folder}” cannot be written to.",
            hint="Set TRACKER_DATA to a directory of the user that runs the site.",
            id="tracker.E005",
        )
