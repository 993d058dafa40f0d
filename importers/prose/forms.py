"""The pieces that the forms of dates are put together from, and how a day without a year gets one.

Months and weekdays count only where they are capitalised: "may" and "march" are verbs. Patterns are verbose;
`regex` lets one group stand in several alternatives, of which the matched one counts.
"""

from collections.abc import Callable
from dataclasses import dataclass

import regex

from cases.dates import MONTHS, DateError, PartialDate, interval, parse
from importers.prose.numbers import BLANK
from importers.prose.scene import DateFound, Scene

Match = regex.Match[str]
Reader = Callable[[Match, Scene], list[DateFound]]


@dataclass(frozen=True)
class Form:
    """A way to write a date: the group `x`, or else the whole match, is what is quoted."""

    name: str
    pattern: regex.Pattern[str]
    read: Reader


NO_LETTER = r"(?<![\p{L}\p{N}])"
MONTH = (
    "(?:"
    + "|".join(f"{name}|{name.upper()}" for name in MONTHS[1:])
    + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?!\p{L})))"
)
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
SHORT_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:\.|(?=,)))"
PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
DAY = r"(?<![0-9])(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
TH = r"(?:st|nd|rd|th)?(?!\p{L})"
OF = rf"{BLANK}(?:of{BLANK})?"
COMMA = rf"(?:,{BLANK}?|{BLANK})"
# "May 5", but neither "March 5:30" nor "December 13,000 people" nor "in December 13 people".
COUNTED = (
    r"people|persons?|individuals|prisoners|others|men|women|activists|protesters|demonstrators|detainees|citizens"
    r"|journalists|cases|children|students|members|years|months|days|hours|percent|rubles|roubles|dollars|euros?"
)
NO_COUNT = rf"(?![:.,][0-9]|[%°]|{BLANK}(?:{COUNTED})\b)"
NO_PLACE = rf"(?!{BLANK}(?:Street|Square|Avenue|Road|Boulevard|Prospekt|Metro|station)\b)"
_A_WEEKDAY = rf"(?:{WEEKDAY}(?:{BLANK}{PART_OF_DAY})?|{SHORT_WEEKDAY})"
WEEKDAY_BEFORE = rf"(?:{NO_LETTER}{_A_WEEKDAY},?(?:{BLANK}(?:on|the))?{BLANK}?)?"
WEEKDAY_AFTER = rf"(?:{BLANK}?\({WEEKDAY}\)|,{BLANK}{WEEKDAY}(?!\p{{L}}))?"


def point(n: str) -> str:
    """A day, month or year with what is given of it, in the groups d, m and y followed by `n`."""
    day, month, year = rf"(?P<d{n}>{DAY}){TH}", rf"(?P<m{n}>{MONTH})", rf"(?P<y{n}>{YEAR})"
    return (
        rf"(?:{day}{OF}{month}(?:{COMMA}{year})?"
        rf"|{NO_LETTER}{month}{BLANK}?{day}(?:{COMMA}{year})?"
        rf"|{NO_LETTER}{month}(?:{COMMA}(?:of{BLANK})?{year})?"
        rf"|{NO_LETTER}{year})"
    )


def compiled(pattern: str) -> regex.Pattern[str]:
    """A verbose pattern; the pieces are case-sensitive, so that a month is told from a verb."""
    return regex.compile(pattern, regex.VERBOSE)


def month_number(word: str) -> int:
    """1 to 12 for a month's name, full or short."""
    return next(
        number for number, name in enumerate(MONTHS) if name and name.lower().startswith(word[:3].lower())
    )


def written(year: int, month: int | None = None, day: int | None = None) -> str:
    """EDTF text of numbers."""
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def resolve(day: str | None, month: str | None, year: str | None, match: Match, scene: Scene) -> str | None:
    """EDTF of a date as worded; the year by rule where it is not given, with ``?`` where that is not sure."""
    number, number_of_day = month_number(month) if month else None, int(day) if day else None
    if year:
        return written(int(year), number, number_of_day)
    if number is None:
        return None
    found = scene.year(number, number_of_day, *match.span())
    if found is None:
        return None
    return written(found[0], number, number_of_day) + ("" if found[1] else "?")


def group(match: Match, name: str) -> str | None:
    """What a group matched; None where it did not, or where the form has no such group."""
    return match[name] if name in match.re.groupindex else None


def quoted(match: Match) -> tuple[int, int]:
    """Where the words of the date stand: the group `x` if the form has one."""
    named: tuple[int, int] = match.span("x") if "x" in match.re.groupindex else match.span()
    return named


def between(first: str | None, last: str | None) -> PartialDate | None:
    """Some time between two dates; None if either is missing or they are in the wrong order."""
    if first is None or last is None:
        return None
    try:
        return interval(parse(first), parse(last))
    except DateError:
        return None
