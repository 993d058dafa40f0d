"""Reckoning with partial dates: so long before, the week of, the next such weekday, the year of a day.

Nothing here makes a date more precise than what it was reckoned from.
"""

import calendar
from datetime import date, timedelta

from cases.dates import DateError, PartialDate, from_date, interval, parse

# A document dated to within so many days places "13 December" by itself.
NARROW_DAYS = 45
# A cue such as "will" is not believed where it would put the date further ahead than this.
FAR_DAYS = 270


def shift_months(day: date, months: int) -> date:
    """The same day some months on; the month's last day where it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def ago(anchor: PartialDate, *, years: int = 0, months: int = 0, days: int = 0) -> PartialDate:
    """When something began that at `anchor` had lasted so long: about a month, or a year for whole years.

    2025-12 less 19 months is ``2024-05~``; less four years, ``2021~``. Negative numbers reckon forwards.
    Raises `DateError` where the calendar ends.
    """
    unit = "year" if years and not (months or days) else "month"
    bounds = [bound for bound in (anchor.earliest, anchor.latest) if bound]
    try:
        moved = [shift_months(bound, -12 * years - months) - timedelta(days=days) for bound in bounds]
    except (OverflowError, ValueError) as error:
        raise DateError("The calendar does not go so far.") from error
    return _about(moved[0], moved[-1], unit)


def days_from(anchor: PartialDate, days: int) -> PartialDate:
    """So many days on from a day; about the month where the anchor is not a day."""
    if anchor.precision == "day" and anchor.earliest:
        moved = from_date(anchor.earliest + timedelta(days=days))
        return parse(f"{moved}~") if anchor.approximate else moved
    return ago(anchor, days=-days)


def week_of(anchor: PartialDate, weeks: int = 0) -> PartialDate | None:
    """Monday to Sunday of the anchor's week, or some weeks on; None where the anchor is not a day."""
    if anchor.precision != "day" or anchor.earliest is None:
        return None
    monday = anchor.earliest + timedelta(days=7 * weeks - anchor.earliest.weekday())
    return interval(from_date(monday), from_date(monday + timedelta(days=6)))


def month_of(anchor: PartialDate, months: int = 0) -> PartialDate | None:
    """The anchor's calendar month, or some months on; None where the anchor does not lie in one month."""
    first, last = anchor.earliest, anchor.latest
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return None
    return parse(f"{shift_months(first, months):%Y-%m}")


def year_of(anchor: PartialDate, years: int = 0) -> PartialDate | None:
    """The anchor's year, or some years on; None where the anchor does not lie in one year."""
    first, last = anchor.earliest, anchor.latest
    if first is None or last is None or first.year != last.year:
        return None
    return parse(f"{first.year + years:04d}")


def weekday_near(anchor: PartialDate, weekday: int, which: str) -> PartialDate | None:
    """A weekday (Monday is 0) seen from the anchor. `which`:

    "past" is the anchor itself or the last such day, "last" the last one before it, "future" the anchor or
    the next one, "next" the next one after it, "this" the one of its week.
    """
    if anchor.precision != "day" or anchor.earliest is None:
        return month_about(anchor)
    ahead = (weekday - anchor.earliest.weekday()) % 7
    behind = ahead - 7 if ahead else 0
    days = {
        "past": behind,
        "last": behind or -7,
        "future": ahead,
        "next": ahead or 7,
        "this": weekday - anchor.earliest.weekday(),
    }[which]
    return days_from(anchor, days)


def month_about(anchor: PartialDate) -> PartialDate | None:
    """About the anchor's month: a day close to a date that is known to the month. None if it is coarser."""
    month = month_of(anchor)
    return parse(f"{month}~") if month else None


def year_for(month: int, day: int | None, anchor: PartialDate, future: bool) -> tuple[int, bool] | None:
    """The year of a day or month that stands without one, and whether it is sure.

    The last such day not after the anchor; the next one after a cue of the future. A date inside a narrow
    anchor is taken as it is. Not sure where the anchor's bounds give different years.
    """
    first, last = anchor.earliest, anchor.latest
    if first is None or last is None:
        return None
    if (last - first).days <= NARROW_DAYS:
        for year in (first.year, last.year):
            if _inside(year, month, day, first, last):
                return year, True
    found = [_nearest(month, day, bound, future) for bound in (first, last)]
    if found[0] is None or found[1] is None:
        return None
    return (found[0] if future else found[1]), found[0] == found[1]


def _nearest(month: int, day: int | None, base: date, future: bool) -> int | None:
    years = [year for year in range(base.year - 4, base.year + 5) if _exists(year, month, day)]
    if future:
        ahead = [year for year in years if _last_day(year, month, day) >= base]
        if ahead and (_first_day(ahead[0], month, day) - base).days <= FAR_DAYS:
            return ahead[0]
    behind = [year for year in years if _first_day(year, month, day) <= base]
    return behind[-1] if behind else None


def _inside(year: int, month: int, day: int | None, first: date, last: date) -> bool:
    return (
        _exists(year, month, day)
        and _first_day(year, month, day) <= last
        and _last_day(year, month, day) >= first
    )


def _exists(year: int, month: int, day: int | None) -> bool:
    return date.min.year <= year <= date.max.year and (day or 1) <= calendar.monthrange(year, month)[1]


def _first_day(year: int, month: int, day: int | None) -> date:
    return date(year, month, day or 1)


def _last_day(year: int, month: int, day: int | None) -> date:
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _about(first: date, last: date, unit: str) -> PartialDate:
    length = 4 if unit == "year" else 7
    return interval(parse(f"{first.isoformat()[:length]}~"), parse(f"{last.isoformat()[:length]}~"))
