"""A progress bar on a terminal, and silence elsewhere."""

import sys
from collections.abc import Iterator, Sequence
from typing import TextIO, TypeVar

T = TypeVar("T")
WIDTH = 30


def progress(items: Sequence[T], label: str, stream: TextIO | None = None) -> Iterator[T]:
    """The items one by one, with a bar on standard error while somebody looks at it."""
    stream = stream or sys.stderr
    shown = stream.isatty()
    for done, item in enumerate(items):
        if shown:
            _draw(stream, label, done, len(items), str(item))
        yield item
    if shown and items:
        _draw(stream, label, len(items), len(items), "")
        stream.write("\n")


def _draw(stream: TextIO, label: str, done: int, total: int, item: str) -> None:
    filled = WIDTH * done // total
    bar = "█" * filled + "·" * (WIDTH - filled)
    stream.write(f"\r{label} {bar} {done}/{total} {item[-40:]:<40}")
    stream.flush()
