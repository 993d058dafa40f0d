"""How much of everything one document may have or take. Sizes in bytes, times in seconds.

A report of a thousand pages stays below these; what lies above is an accident or an attack.
"""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024
MAX_BYTES = 20 * MEGABYTE  # of a document
MAX_CHARACTERS = 4_000_000  # of its text: about 1,300 pages
MAX_PAGES = 2_000  # of a PDF
MAX_ARCHIVE = 100 * MEGABYTE  # of a ZIP as it lies there
MAX_MEMBERS = 5_000
MAX_UNPACKED = 400 * MEGABYTE  # of all its members together
MAX_RATIO = 100  # unpacked to packed; text is seldom above 10
FREE_OF_RATIO = MEGABYTE  # a small member may be of one letter
MAX_NAME = 255  # characters, as the column that keeps it


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process that parses may take for one document, and how many documents it lives for."""

    cpu: float = 6
    wall: float = 8
    memory: int = 512 * MEGABYTE
    documents: int = 500


def megabytes(size: int) -> str:
    """A size as messages give it."""
    return f"{size / MEGABYTE:.0f} MB"
