#!/usr/bin/env python3
"""Pictures of the main pages with the seed documents, for README.md and for whoever changes the design.

python -m scripts.screenshots [FOLDER]
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from scripts.browser import browser
from scripts.running import running_site

FOLDER = Path("docs/screenshots")
SIZES = ((390, 1100), (1280, 960))  # a telephone and a desk, in pixels
LOGIN = "screenshots"
WITH_CONFLICT = "Stefanovich"  # the person of the seeds on whom two sources differ
OTHER_SPELLING = "Калесникова"  # of somebody whom the seeds write in Latin letters only
PERSON = re.compile(r"/people/[^/?#]+/$")
SOURCE = re.compile(r"/sources/[^/?#]+/(#.*)?$")


def main(arguments: list[str]) -> int:
    """Take all pictures; the exit code is 0."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="tracker-screenshots-") as data, running_site(Path(data)) as site:
        password = make_login(data)
        with browser() as chromium:
            for width, height in SIZES:
                take_all(chromium, site, password, folder, (width, height))
    return 0


def make_login(data: str) -> str:
    """The password of a login in the database of `data`."""
    made = subprocess.run(
        [sys.executable, "manage.py", "create_researcher", LOGIN],
        env={**os.environ, "TRACKER_DATA": data},
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout.split("password “")[1].split("”")[0]


def take_all(chromium: Browser, site: str, password: str, folder: Path, size: tuple[int, int]) -> None:
    """Every page at one size."""
    width, height = size
    page = chromium.new_context(viewport={"width": width, "height": height}).new_page()

    def take(name: str) -> None:
        path = folder / f"{name}-{width}.png"
        page.screenshot(path=path)
        print(path, flush=True)

    page.goto(f"{site}/")
    take("home")
    page.goto(f"{site}/people/")
    take("people")
    page.goto(f"{site}/people/?q={OTHER_SPELLING}")
    take("search")
    page.goto(f"{site}/people/?q={WITH_CONFLICT}")
    page.goto(site + first_link(page, PERSON))
    take("person")
    page.goto(site + first_link(page, SOURCE))
    take("source")
    log_in(page, site, password)
    take("desk")
    page.goto(f"{site}/admin/importers/proposal/?state=all")
    take("review")


def first_link(page: Page, pattern: re.Pattern[str]) -> str:
    """The first link of the page's main part whose address fits."""
    links = page.locator("main a").evaluate_all("found => found.map(a => a.getAttribute('href'))")
    return next(str(link) for link in links if pattern.search(link or ""))


def log_in(page: Page, site: str, password: str) -> None:
    """Go to the research desk."""
    page.goto(f"{site}/admin/")
    page.fill("#id_username", LOGIN)
    page.fill("#id_password", password)
    page.click("input[type=submit]")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
