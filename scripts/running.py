"""The site as a newcomer starts it, on a free port and in a data directory of its own."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

START_LIMIT = 600  # seconds a first start may take, the installation included
SETTINGS = ("TRACKER_", "DATABASE_URL", "TEST_DATABASE_URL", "DJANGO_")


@contextmanager
def running_site(data: Path) -> Iterator[str]:
    """The address of a site that `make run` serves from `data` while the block runs."""
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(SETTINGS)}
    environment["TRACKER_DATA"] = str(data)
    server = subprocess.Popen(
        ["make", "--no-print-directory", "run", f"PORT={port}"], env=environment, start_new_session=True
    )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_up(server, address)
        yield address
    finally:
        # The session we started, and nothing else.
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=30)


def wait_until_up(server: subprocess.Popen[bytes], address: str) -> None:
    """Return when the site answers; RuntimeError where it stops or takes too long."""
    end = time.monotonic() + START_LIMIT
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"make run ended with {server.returncode}")
        if answer(f"{address}/admin/login/")[0]:
            return
        time.sleep(0.2)
    raise RuntimeError(f"make run did not answer within {START_LIMIT} seconds")


def answer(address: str) -> tuple[int, bytes]:
    """Status and body of a page; status 0 where nothing answers."""
    try:
        with urlopen(address, timeout=30) as response:
            return response.status, response.read()
    except HTTPError as refused:
        return refused.code, refused.read()
    except (URLError, OSError):
        return 0, b""


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
