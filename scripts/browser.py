"""Finding the browser that is installed, or installing Debian's. No browser is downloaded from elsewhere."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Without these the browser looks for its maker's servers at every start.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def find_browser() -> str:
    """The path of a Chromium. Where there is none, root on Debian installs one; others are told how."""
    for name in (os.environ.get("CHROMIUM", ""), *NAMES):
        if name and (path := shutil.which(name)):
            return path
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing chromium", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = [
            "apt-get",
            "install",
            "-y",
            "-qq",
            "--no-install-recommends",
            "chromium",
            "fonts-dejavu-core",
        ]
        for command in (["apt-get", "update", "-qq"], install):
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
        if path := shutil.which("chromium"):
            return path
    print("No Chromium found. Install it, or set CHROMIUM to its path.", file=sys.stderr)
    sys.exit(2)


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()  # its sandbox refuses root
    path = find_browser()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*QUIET, *sandbox])
        try:
            yield started
        finally:
            started.close()
