#!/usr/bin/env python3
"""Start the site twice as a newcomer does, and look at a few pages.

python -m scripts.smoke
"""

import hashlib
import sys
import tempfile
import time
from pathlib import Path

from scripts.running import answer, running_site

SECOND_START_LIMIT = 15  # seconds
# address -> status, and something that the answer must hold
PAGES = {
    "/": (200, b"<main"),
    "/people/": (200, b"Kalesnikava"),
    "/people/?q=Kolesnikova": (200, b"Kalesnikava"),
    "/people/?status=nonsense": (400, b"nonsense"),
    "/people.csv": (200, b"id,url,name,"),
    "/people.csv?status=nonsense": (400, b"status"),
    "/events/": (200, b"<main"),
    "/about/": (200, b"<main"),
    "/about/data/": (200, b"<main"),
    "/people/nobody-2222222222/": (404, b""),
    "/admin/login/": (200, b"password"),
}


def main() -> int:
    """0 where both starts and all pages are as they should be."""
    with tempfile.TemporaryDirectory(prefix="tracker-smoke-") as folder:
        data = Path(folder)
        with running_site(data) as address:
            wrong = look(address)
            first = digest(address)
        began = time.monotonic()
        with running_site(data) as address:
            seconds = time.monotonic() - began
            if digest(address) != first:
                wrong.append("/people.csv differs after the second start")
        if seconds > SECOND_START_LIMIT:
            wrong.append(f"the second start took {seconds:.0f} s")
    for line in wrong:
        print(f"smoke: {line}", file=sys.stderr)
    print(f"smoke: {len(PAGES)} pages, second start in {seconds:.1f} s, {len(wrong)} problems")
    return 1 if wrong else 0


def look(address: str) -> list[str]:
    """What is wrong with the pages, a line each."""
    wrong = []
    for path, (status, holds) in PAGES.items():
        seen, body = answer(address + path)
        if seen != status:
            wrong.append(f"{path} answered {seen}, not {status}")
        elif holds not in body:
            wrong.append(f"{path} does not hold {holds.decode()}")
    return wrong


def digest(address: str) -> str:
    """A hash of the exported list, without its addresses, which name the port."""
    return hashlib.sha256(answer(f"{address}/people.csv")[1].replace(address.encode(), b"")).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
