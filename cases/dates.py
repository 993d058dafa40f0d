"""Partial dates: as much of a date as a source gives, and never more.

The text form is EDTF (ISO 8601-2): ``2023``, ``2021-09``, ``2021-09-06``,
``1979-08~`` (approximate), ``2023?`` (uncertain), ``2023%`` (both), ``2021-22``
(summer; 21 spring to 24 winter), ``202X`` (a decade), ``2024-03/2024-05``
(some time between), ``../2024-05`` and ``1985-04/..`` (open at one end).

Bounds are strict: ``2021~`` has the bounds of ``2021``, and the flag says that
the source was not sure. Plain Python; nothing here knows of Django.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "season", "year", "decade", "interval"]

MONTHS = list(calendar.month_name)  # index 1 is January
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
OPEN = ".."

_SINGLE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[~?%]?)"
)


class DateError(ValueError):
    """The text is not a partial date; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known, made by `parse`, `from_date` or `interval`; equal where the text is."""

    edtf: str  # canonical
    earliest: date | None  # None: open
    latest: date | None
    approximate: bool
    uncertain: bool
    precision: Precision

    def __str__(self) -> str:
        return self.edtf

    def show(self) -> str:
        """The date in English words: "7 September 2020", "about August 1979", "since 4 May 1985"."""
        words = _interval_words(self) if self.precision == "interval" else _words(self)
        return f"{words}, uncertain" if self.uncertain else words


@lru_cache(maxsize=8192)
def parse(text: str) -> PartialDate:
    """The partial date that an EDTF text means; raises `DateError` with a sentence.

    ``2023-12-XX`` and ``2023-XX`` are read as ``2023-12`` and ``2023``, so that one date has one text.
    """
    cleaned = text.strip().upper()
    if "/" not in cleaned:
        return _single(cleaned, text)
    start, _, end = cleaned.partition("/")
    return interval(_end(start, text), _end(end, text))


def from_date(day: date) -> PartialDate:
    """A calendar day as a partial date."""
    return PartialDate(day.isoformat(), day, day, approximate=False, uncertain=False, precision="day")


def interval(start: PartialDate | None, end: PartialDate | None) -> PartialDate:
    """Some time between two dates, ``None`` being open; raises `DateError` if they are in the wrong order."""
    if start is None and end is None:
        raise DateError("An interval needs a date at one end at least.")
    if start == end and start is not None:
        return start
    earliest, latest = start.earliest if start else None, end.latest if end else None
    if earliest and latest and latest < earliest:
        raise DateError(f"“{start}/{end}” ends before it begins.")
    ends = [one for one in (start, end) if one]
    if any(one.precision == "interval" for one in ends):
        raise DateError("An interval cannot begin or end with an interval.")
    return PartialDate(
        edtf=f"{start or OPEN}/{end or OPEN}",
        earliest=earliest,
        latest=latest,
        approximate=any(one.approximate for one in ends),
        uncertain=any(one.uncertain for one in ends),
        precision="interval",
    )


def compatible(a: PartialDate, b: PartialDate) -> bool:
    """Could both be the same date? "September 2020" and 7 September 2020 could."""
    return not (is_before(a, b) or is_before(b, a))


def is_before(a: PartialDate, b: PartialDate) -> bool:
    """Is every day that `a` allows before every day that `b` allows?"""
    return a.latest is not None and b.earliest is not None and a.latest < b.earliest


def refines(a: PartialDate, b: PartialDate) -> bool:
    """Does `a` lie inside `b` and say more than it?"""
    (a_first, a_last), (b_first, b_last) = _closed(a), _closed(b)
    return b_first <= a_first and a_last <= b_last and (a_first, a_last) != (b_first, b_last)


def sort_key(partial: PartialDate | None) -> tuple[int, date, date, str]:
    """A total order by earliest day, then latest day; an unknown date comes last."""
    if partial is None:
        return (1, date.max, date.max, "")
    return (0, *_closed(partial), partial.edtf)


def days_between(a: PartialDate, b: PartialDate) -> tuple[int | None, int | None]:
    """The fewest and the most days from `a` to `b`; ``None`` where an open end sets no limit.

    Where both could be in order the fewest is 0, not negative; both are negative if `b` is before `a`.
    """
    most = (b.latest - a.earliest).days if b.latest and a.earliest else None
    fewest = (b.earliest - a.latest).days if b.earliest and a.latest else None
    if fewest is not None and (most is None or most >= 0):
        fewest = max(0, fewest)
    return fewest, most


def _closed(partial: PartialDate) -> tuple[date, date]:
    return partial.earliest or date.min, partial.latest or date.max


def _end(text: str, whole: str) -> PartialDate | None:
    # "/2024" (start unknown) and "../2024" (start open) say the same to us: no bound.
    return None if text in ("", OPEN) else _single(text, whole)


def _single(text: str, whole: str) -> PartialDate:
    match = _SINGLE.fullmatch(text)
    if not match:
        raise DateError(
            f"“{whole}” is not a date. Write 2023, 2021-09, 2021-09-06, 1979-08~ or 2024-03/2024-05."
        )
    year, month, day, mark = match["year"], match["month"], match["day"], match["mark"]
    if day == "XX":
        day = None
    if month == "XX" and day is None:
        month = None
    try:
        earliest, latest, precision = _bounds(year, month, day)
    except ValueError as error:
        raise DateError(f"“{whole}” is not a date: there is no such day, month or season.") from error
    edtf = "-".join(part for part in (year, month, day) if part) + mark
    return PartialDate(edtf, earliest, latest, mark in ("~", "%"), mark in ("?", "%"), precision)


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date, Precision]:
    """First and last day; ValueError where the calendar has none."""
    if year.endswith("X"):
        if month:
            raise ValueError("a decade has no months")
        return date(int(year[:3] + "0"), 1, 1), date(int(year[:3] + "9"), 12, 31), "decade"
    number = int(year)
    if month is None:
        return date(number, 1, 1), date(number, 12, 31), "year"
    if day is not None:
        exact = date(number, int(month), int(day))
        return exact, exact, "day"
    if int(month) in SEASONS:
        return *_season(number, int(month)), "season"
    return date(number, int(month), 1), _last_of_month(number, int(month)), "month"


def _season(year: int, season: int) -> tuple[date, date]:
    """Northern seasons. "Winter 2020" may mean its January or its December, so it holds both."""
    if season == 24:
        return date(year, 1, 1), _last_of_month(year + 1, 2) if year < date.max.year else date.max
    first = 3 * (season - 20)
    return date(year, first, 1), _last_of_month(year, first + 2)


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _words(partial: PartialDate) -> str:
    """A date that is no interval, in words."""
    year, month, day = (*partial.edtf.rstrip("~?%").split("-"), "", "")[:3]
    if partial.precision == "decade":
        words = f"the {year[:3]}0s"
    elif partial.precision == "season":
        words = f"{SEASONS[int(month)]} {year}"
    else:
        words = " ".join(
            part for part in (day.lstrip("0"), MONTHS[int(month)] if month else "", year) if part
        )
    return f"about {words}" if partial.approximate else words


def _interval_words(partial: PartialDate) -> str:
    start, end = partial.edtf.split("/")
    if end == OPEN:
        return f"since {_words(parse(start))}"
    if start == OPEN:
        return f"until {_words(parse(end))}"
    first, last = _words(parse(start)), _words(parse(end))
    return f"between {_without_shared_end(first, last)} and {last}"


def _without_shared_end(first: str, last: str) -> str:
    """ "9 August 2020" before "12 August 2020" becomes "9"; a year alone is never taken away."""
    words, others = first.split(), last.split()
    while len(words) > 1 and len(others) > 1 and words[-1] == others[-1]:
        words.pop()
        others.pop()
    return (
        " ".join(words)
        if words[-1].isdigit() or words[-1] in MONTHS or words[-1] in SEASONS.values()
        else first
    )
