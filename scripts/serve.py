#!/usr/bin/env python3
"""From nothing to a running site: database, seed documents, a researcher's login, static files, server.

    python -m scripts.serve [PORT]

What is already done is not done again. Serves this machine only (127.0.0.1).
"""

import hashlib
import os
import socket
import sys
from io import StringIO
from pathlib import Path
from typing import NoReturn

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from tracker.env import SettingError

WORKERS, THREADS = 2, 4
UNUSABLE = 2  # exit code for an input that cannot be used


def main(arguments: list[str]) -> None:
    """Prepare what is missing, then become the server."""
    port = port_of(arguments)
    prepare()
    print(f"Serving http://127.0.0.1:{port}/ (stop with Ctrl-C)", flush=True)
    serve(port)


def port_of(arguments: list[str]) -> int:
    """The port of the arguments, once it is known to be free."""
    given = arguments[0] if arguments else "8000"
    if not given.isdecimal() or not 1 <= int(given) <= 65535:
        refuse(f"PORT: “{given}” is not a whole number from 1 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(given)))
        except OSError as problem:
            refuse(f"PORT: {given} cannot be used ({problem.strerror}). Another one: make run PORT=8001")
    return int(given)


def prepare() -> None:
    """Bring the database and the static files up to this code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    try:
        django.setup()
    except SettingError as wrong:
        refuse(str(wrong))
    try:
        migrate()
        call_command("load_seeds")
        call_command("create_researcher")
        collect_static()
    except OperationalError as problem:
        refuse(f"Database: {str(problem).strip()}")
    except CommandError as problem:
        refuse(str(problem))


def migrate() -> None:
    """Apply the migrations that are missing, and say so only when there are any."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        print(f"Preparing the database: {len(plan)} migrations", flush=True)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("rebuild_public", stdout=StringIO())  # tables that are new are filled


def collect_static() -> None:
    """Gather the static files under names with their hash, where one of them changed since the last time."""
    if settings.DEBUG:
        return  # the server then reads them where they are
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    now = fingerprint()
    if not stamp.exists() or stamp.read_text() != now:
        print("Gathering the static files", flush=True)
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(now)


def fingerprint() -> str:
    """A hash over name, size and time of every static file."""
    lines = []
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            lines.append(f"{name} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def serve(port: int) -> None:
    """Become gunicorn; where it cannot run (Windows), Django's own server."""
    address = f"127.0.0.1:{port}"
    if hasattr(os, "fork"):
        command = [sys.executable, "-m", "gunicorn", "tracker.wsgi", "--bind", address]
        command += ["--workers", str(WORKERS), "--threads", str(THREADS), "--log-level", "warning"]
    else:
        command = [sys.executable, "manage.py", "runserver", "--noreload", address]
    sys.stdout.flush()
    os.execv(sys.executable, command)


def refuse(message: str) -> NoReturn:
    """Say what is wrong in one sentence and stop."""
    print(message, file=sys.stderr)
    sys.exit(UNUSABLE)


if __name__ == "__main__":
    main(sys.argv[1:])
