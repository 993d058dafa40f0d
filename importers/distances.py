"""The date that a distance in time gives: "seven weeks after he was arrested", "a year after the coup".

Nothing here is made more precise than what it is reckoned from, and all of it is `inferred`.
"""

from typing import TYPE_CHECKING

import regex

from cases.dates import DateError, PartialDate, parse
from importers.clues import Clue
from importers.prose.dates import DateFound, ago
from importers.prose.numbers import WHOLE, value
from importers.prose.reckoning import days_from, shift_months, week_of

if TYPE_CHECKING:
    from importers.rules.base import Context

CUSTODY = 2  # the ranks of arrest and remand among the events of a case
LATE_DAY = 26  # of a month, after which the next days may be of another
_COUNT = rf"(?P<n>an?|{WHOLE}|a couple of)"
_LENGTH = (
    r"(?:(?P<loose>nearly|almost|about|around|more than|over|some)\s+)?\b"
    rf"{_COUNT}\s+(?P<u>day|week|month|year)s?"
)
_SINCE_EVENT = regex.compile(
    rf"{_LENGTH}\s+(?:after|since|following)\s+(?!which\b)[^,;.\ue010]{{0,100}}$", regex.I
)
# What neither is found without: cheaper to ask for than the forms that begin with a number.
_LATER = Clue(r"\b(?:day|week|month|year)s?\s+(?:after|since|following)\b")
_NTH_YEAR = Clue(r"\banniversary\s")
_FROM_DATE = regex.compile(
    rf"[^,;.\ue010]{{0,60}}?\b{_LENGTH}\s+(?:after|following)\s+[^,;.\ue010]{{0,60}}$", regex.I
)
_FROM_EVENT = regex.compile(
    rf"[^,;.\ue010]{{0,60}}?,?\s+{_LENGTH}\s+after\s+(?:his|her|their|being|he|she|they)\s+(?:was\s+|were\s+|first\s+)*"
    r"(?P<what>arrest|detention|detained|release|conviction|sentenc)",
    regex.I,
)
_LASTED = regex.compile(rf"\s+(?:\w+\s+){{0,2}}?after\s+{_LENGTH}(?!\s+(?:after|of\s+hunger))\b", regex.I)
_HOURS = regex.compile(
    r"\s+(?:\w+\s+){0,2}?(?:after\s+)?(?:an?|some|several|a few|a couple of|\w+)\s+hours?\b(?:\s+later)?"
    r"|\s+(?:\w+\s+){0,2}?hours later\b|\s+after\s+(?:being\s+)?(?:question|interrogat)\w+",
    regex.I,
)
_MARKS = regex.compile(r"\b(?:marks?|marked|today)\b", regex.I)
_UNTIL_NOW = regex.compile(r"\b(?:today|marks?|it has been|it is|it’s been|it's been|now)\b", regex.I)
_ANNIVERSARY = regex.compile(
    r"\b(?:(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"|(?P<n>one|two|three|four|five)[- ]year)"
    r"\s+anniversary\s+(?:of|since)\s+[^,;.]{0,60}$",
    regex.I,
)
_NTH = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_FRONTED = regex.compile(
    rf"\W*(?:(?:just|only|exactly|less than|shortly|soon|immediately)\s+)?(?:{_LENGTH}\s+)?"
    r"(?P<way>after|following|before)\s+"
    r"[^,;.\ue010]{0,80}",
    regex.I,
)
_AFTER_WHICH = regex.compile(r"\b(?:after which|whereupon|upon which)\b[^,;.]{0,40}$", regex.I)
_AFTER_OCCASION = regex.compile(
    r"[^,;.]{0,60}?\b(?:after|following|followed|in the wake of|in the aftermath of|since)\s+"
    r"(?:an?|the|his|her)\s+"
    r"(?:[\w’'-]+\s+){1,4}(?:of|on|in)\s+$"
    r"|[^,;.]{0,60}?\bafter\s+(?:he|she|they)\s+(?:had\s+)?(?:post|publish|wr[io]t|shar|critici[sz]|call|appear|speak|"
    r"spoke|ran|reveal|report|accus|film|record)\w*\b[^,;.]{0,60}\s(?:on|in)\s+$",
    regex.I,
)
_SINCE = regex.compile(r"[^,;.]{0,20}?\bsince\b", regex.I)
_BEGAN = regex.compile(
    r"[^;.]{0,30}?\b(?:during|in|amid)\b[^;.]{0,100}?\b(?:crackdown|campaign|wave|war|uprising|protests|persecution|"
    r"conflict)\b[^;.]{0,60}?\b(?:began|started|erupted|broke out)\s+(?:on|in)\s+",
    regex.I,
)
_KIND_OF = {"arr": "arrest", "det": "arrest", "rel": "release", "con": "sentence", "sen": "sentence"}


def reckoned(ctx: "Context", kind: str) -> str:
    """The date that the sentence gives by a distance: "seven weeks after he was arrested"; "" if none."""
    for way in (
        _fronted,
        _before_the_main,
        _after_a_day,
        _after_an_event,
        _anniversary,
        _after_which,
        _bounded,
    ):
        if found := way(ctx):
            return found
    return _once_over(ctx) if kind == "release" else ""


def _fronted(ctx: "Context") -> str:
    """ "Two days after the vote of 9 August 2020, P was arrested", "After his release in May, P was …"."""
    start = ctx.reader.sentence.start
    dates = ctx.view.dates_in(start, ctx.hit.pos)
    if not dates or ctx.masked[dates[0].end : dates[0].end + 1] != ",":
        return ""
    match = _FRONTED.fullmatch(ctx.masked, start, dates[0].start)
    if not match or dates[0].future:
        return ""
    after = match["way"].lower() != "before"
    if match["u"]:
        return _moved(parse(dates[0].edtf), match, 1 if after else -1)
    return _since(dates[0].edtf, ctx.view.article.published) if after and "/" not in dates[0].edtf else ""


def _before_the_main(ctx: "Context") -> str:
    """ "Freed on Tuesday, seven weeks after P was arrested": so long before the day of the main clause."""
    start = ctx.reader.sentence.start
    later = _LATER.search(ctx.reader.memory.clues, ctx.masked, start, ctx.hit.pos)
    match = _SINCE_EVENT.search(ctx.masked, start, ctx.hit.pos) if later else None
    if not match:
        return ""
    words = ctx.masked[start : match.start()]
    dates = [one for one in ctx.view.dates_in(start, match.start()) if not one.future]
    anchor = parse(dates[-1].edtf) if dates else ctx.view.anchor if _UNTIL_NOW.search(words) else None
    return _moved(anchor, match, -1, exact=bool(_MARKS.search(words)))


def _after_a_day(ctx: "Context") -> str:
    """ "Arrested two days after the coup of 1 February 2021"."""
    for date in _dates_after(ctx)[:1]:
        match = _FROM_DATE.fullmatch(ctx.masked, ctx.hit.end, date.start)
        return _moved(parse(date.edtf), match, 1) if match else ""
    return ""


def _after_an_event(ctx: "Context") -> str:
    """ "Sentenced a year after his arrest", where the day of the arrest was told."""
    match = _FROM_EVENT.match(ctx.masked, ctx.hit.end, ctx.reader.sentence.end)
    told = ctx.reader.memory.dates.get(_KIND_OF[match["what"][:3].lower()]) if match else None
    return _moved(parse(told[0]), match, 1) if match and told and "/" not in told[0] else ""


def _anniversary(ctx: "Context") -> str:
    start = ctx.reader.sentence.start
    of_year = _NTH_YEAR.search(ctx.reader.memory.clues, ctx.masked, start, ctx.hit.pos)
    match = _ANNIVERSARY.search(ctx.masked, start, ctx.hit.pos) if of_year else None
    if not match:
        return ""
    years = _NTH.index(match["nth"].lower()) + 1 if match["nth"] else int(value(match["n"]))
    dates = ctx.view.dates_in(start, match.start())
    anchor = parse(dates[-1].edtf) if dates else ctx.view.anchor
    if anchor is None:
        return ""
    if dates and anchor.precision == "day" and anchor.earliest:
        return shift_months(anchor.earliest, -12 * years).isoformat()
    return ago(anchor, years=years).edtf


def _after_which(ctx: "Context") -> str:
    """ "Came back in 2017, after which he was arrested": about then."""
    start = ctx.reader.sentence.start
    match = _AFTER_WHICH.search(ctx.masked, start, ctx.hit.pos)
    dates = ctx.view.dates_in(start, match.start()) if match else []
    return f"{dates[-1].edtf.rstrip('~')}~" if dates and "/" not in dates[-1].edtf else ""


def _bounded(ctx: "Context") -> str:
    """ "Arrested after the coup of 1 February 2021": then or later, and before it was written."""
    for date in _dates_after(ctx)[:1]:
        if _BEGAN.fullmatch(ctx.masked, ctx.hit.end, date.start):
            return _since(date.edtf, ctx.view.article.published)
        if not _AFTER_OCCASION.fullmatch(ctx.masked, ctx.hit.end, date.start) or "/" in date.edtf:
            return ""
        if _SINCE.match(ctx.masked, ctx.hit.end, date.start):
            return date.edtf
        return _since(date.edtf, ctx.view.article.published)
    return ""


def _since(edtf: str, published: str) -> str:
    """From a day on, as coarsely as it is sure."""
    first, last = edtf.rstrip("~?"), published
    for length in (7, 4):
        if len(first) >= length and first[:length] == last[:length]:
            return first[:length]
    return f"{first}/.."


def soon_after(ctx: "Context", kind: str, days_only: bool) -> str:
    """A charge told with the arrest is of its year; arrest for some days is imposed within days of it."""
    told, last = ctx.reader.told, ctx.reader.memory.dates.get("arrest")
    if kind == "charge" and told and told[0] <= CUSTODY and ctx.hit.voice == "chain":
        return told[1][:4] if len(told[1]) >= len("2020-05") and told[1][5:7] != "12" else ""
    if (
        kind != "sentence"
        or not days_only
        or not last
        or ctx.reader.memory.now - last[1] > 1
        or len(last[0]) != 10
    ):
        return ""
    return last[0][:7] if int(last[0][8:]) <= LATE_DAY else ""


def _once_over(ctx: "Context") -> str:
    """ "Released after three days", "hours later": so long after the arrest that the sentence told."""
    if not ctx.reader.told or ctx.reader.told[0] > CUSTODY or len(ctx.reader.told[1]) != 10:
        return ""
    told = parse(ctx.reader.told[1])
    if match := _LASTED.match(ctx.view.text, ctx.hit.end, ctx.reader.sentence.end):
        return _moved(told, match, 1)
    return told.edtf if _HOURS.match(ctx.masked, ctx.hit.end, ctx.reader.sentence.end) else ""


def _dates_after(ctx: "Context") -> list[DateFound]:
    return [one for one in ctx.view.dates_in(ctx.hit.end, ctx.territory.end) if not one.future]


def _moved(
    anchor: PartialDate | None, match: "regex.Match[str] | None", sign: int, *, exact: bool = False
) -> str:
    """So many units from a day, as coarse as the unit; to the day where it is an anniversary."""
    if anchor is None or match is None or anchor.earliest is None or anchor.latest is None:
        return ""
    count = 2 if "couple" in match["n"].lower() else int(value(match["n"]))
    unit, first = match["u"].lower(), anchor.earliest
    try:
        if exact and anchor.precision == "day" and unit in ("month", "year") and not match["loose"]:
            return shift_months(first, sign * count * (12 if unit == "year" else 1)).isoformat()
        if unit == "day":
            moved = days_from(anchor, sign * count)
            return f"{moved}~" if match["loose"] and not moved.approximate else moved.edtf
        if unit == "week":
            week = week_of(anchor, sign * count)
            return f"{week}".replace("/", "~/") + "~" if week else ago(anchor, days=-7 * sign * count).edtf
        years, months = (count, 0) if unit == "year" else (0, count)
        return ago(anchor, years=-sign * years, months=-sign * months).edtf
    except (DateError, OverflowError, ValueError):
        return ""
