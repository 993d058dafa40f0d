"""Find the dates that a text gives, as partial dates with offsets.

No day, month or year is made up: a month stays a month, "12/05/2023" is a year, and a weekday in a document
without a date is nothing. A day without a year is the last such day not after the document's date, or the
next one where the words announce it; such a date says that it was inferred.
"""

from contextlib import suppress
from functools import lru_cache

from cases.dates import PartialDate
from importers.openers import Openers
from importers.prose.day_forms import DAY_FORMS
from importers.prose.forms import Form, Match
from importers.prose.reckoning import ago
from importers.prose.relative_forms import RELATIVE_FORMS
from importers.prose.scene import DateFound, Scene
from importers.prose.year_forms import YEAR_FORMS

__all__ = ["FORMS", "DateFound", "ago", "find_dates"]

FORMS: list[Form] = [*DAY_FORMS, *YEAR_FORMS, *RELATIVE_FORMS]


@lru_cache(maxsize=1)
def _openers() -> Openers:
    return Openers([form.pattern.pattern for form in FORMS], verbose=True, at_word=True)


def find_dates(text: str, start: int, end: int, anchor: PartialDate | None) -> list[DateFound]:
    """The dates of ``text[start:end]`` in order, as offsets into the whole text.

    `anchor` is the date of the document; without one, what is told from it ("today", "on Wednesday", "13
    December") is left out.
    """
    scene = Scene(text, anchor)
    for form, match in _settled(text, start, end):
        with suppress(ValueError, OverflowError):  # reckoned past the ends of the calendar
            scene.read += form.read(match, scene)
    return scene.read


def _settled(text: str, start: int, end: int) -> list[tuple[Form, Match]]:
    """Matches that do not overlap: the first, and of those that begin together the longest."""
    settled: list[tuple[Form, Match]] = []
    after = start
    for at, numbers in _openers().places(text, start, end):
        if at < after:
            continue
        found = [
            (form, match)
            for form in map(FORMS.__getitem__, numbers)
            if (match := form.pattern.match(text, at, end))
        ]
        if found:
            settled.append(max(found, key=lambda one: one[1].end()))
            after = settled[-1][1].end()
    return settled
