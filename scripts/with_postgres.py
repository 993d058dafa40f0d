#!/usr/bin/env python3
"""Run a command with DATABASE_URL set to a PostgreSQL server: one that is reachable, or a temporary one.

    python -m scripts.with_postgres COMMAND...

In this order: TEST_DATABASE_URL where it is set; a server at 127.0.0.1:5432 that lets this user
make databases without a password; a server of its own, from installed binaries, in a temporary
directory, gone afterwards. Exits as the command does, and with 77 where there is no PostgreSQL.
"""

import getpass
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

NONE_FOUND = 77
OLDEST = 14  # the oldest server that the framework supports
MAY_CREATE = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
HOME_OF_BINARIES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")


def main(command: Sequence[str]) -> int:
    """Run the command; the exit code is its own, or NONE_FOUND."""
    if not command:
        print(__doc__)
        return 2
    url = os.environ.get("TEST_DATABASE_URL") or reachable()
    if url:
        return run(command, url)
    binaries = find_binaries()
    if binaries is None:
        print("PostgreSQL: no server at 127.0.0.1:5432 and no server binaries on this machine.")
        return NONE_FOUND
    with temporary_server(binaries) as own:
        return run(command, own)


def run(command: Sequence[str], url: str) -> int:
    """The exit code of the command, with the database's address in its environment."""
    print(f"PostgreSQL: {url.rpartition('/')[0].rpartition('@')[2]}", flush=True)
    return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode


def database_name() -> str:
    """A name of its own, so that two runs at once do not take each other's test database."""
    return f"tracker_{secrets.token_hex(4)}"


def reachable(port: int = 5432) -> str:
    """The address of a server on this machine that lets us make databases, or nothing."""
    for user in dict.fromkeys([os.environ.get("PGUSER", ""), "postgres", getpass.getuser()]):
        if not user:
            continue
        try:
            with psycopg.connect(
                host="127.0.0.1", port=port, user=user, dbname="postgres", connect_timeout=3
            ) as connection:
                row = connection.execute(MAY_CREATE).fetchone()
                if row and row[0] and connection.info.server_version >= OLDEST * 10000:
                    return f"postgres://{user}@127.0.0.1:{port}/{database_name()}"
        except psycopg.Error:
            continue
    return ""


def find_binaries() -> Path | None:
    """The directory of the newest server's programs."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    folders = [
        folder
        for pattern in HOME_OF_BINARIES
        for folder in Path("/").glob(pattern.lstrip("/"))
        if (folder / "initdb").exists() and version(folder) >= OLDEST
    ]
    return max(folders, key=version, default=None)


def version(folder: Path) -> int:
    """The major version of the server in a directory, 0 where its name does not tell."""
    digits = "".join(c if c.isdigit() else " " for c in str(folder.parent.name)).split()
    return int(digits[0]) if digits else 0


@contextmanager
def temporary_server(binaries: Path) -> Iterator[str]:
    """A server that listens on a free port while the block runs."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-pg-"))
    prefix = as_other_user(folder)
    data, port = f"{folder}/data", free_port()
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off"
    initdb = [f"{binaries}/initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"]
    control = [*prefix, f"{binaries}/pg_ctl", "-D", data]
    try:
        quietly([*prefix, *initdb, "--no-sync"])
        quietly([*control, "-w", "-l", f"{folder}/log", "-o", options, "start"])
        yield f"postgres://postgres@127.0.0.1:{port}/{database_name()}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], capture_output=True, check=False, cwd="/")
        shutil.rmtree(folder, ignore_errors=True)


def as_other_user(folder: Path) -> list[str]:
    """What runs a program as an ordinary user: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    names = {user.pw_name for user in pwd.getpwall()}
    name = "postgres" if "postgres" in names else "nobody"
    os.chown(folder, pwd.getpwnam(name).pw_uid, -1)
    if shutil.which("runuser"):
        return ["runuser", "-u", name, "--"]
    return ["su", name, "-s", "/bin/sh", "-c", 'exec "$0" "$@"', "--"]


def quietly(command: Sequence[str]) -> None:
    """Run a program; its output is shown only where it fails."""
    # pg_ctl leaves the server behind with its output open: a file does not wait for it, a pipe would.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(command, stdout=output, stderr=output, check=False, cwd="/")
        if done.returncode:
            output.seek(0)
            sys.exit(f"{command[-1]}: {output.read().decode(errors='replace')}")


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped
    sys.exit(main(sys.argv[1:]))
