"""Dates told from another date: today, on Wednesday, last month, two years ago, three days later."""

from cases.dates import PartialDate, from_date, interval, parse
from importers.prose.forms import (
    DAY,
    MONTH,
    NO_LETTER,
    PART_OF_DAY,
    WEEKDAY,
    WEEKDAYS,
    Form,
    Match,
    compiled,
    month_number,
    point,
    written,
)
from importers.prose.numbers import BLANK, WHOLE, value
from importers.prose.reckoning import (
    ago,
    days_from,
    month_about,
    month_of,
    shift_months,
    week_of,
    weekday_near,
    year_for,
    year_of,
)
from importers.prose.scene import DateFound, Scene, is_future

SATURDAY = 5
_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}


def _read_today(match: Match, scene: Scene) -> list[DateFound]:
    """today is the anchor, however coarse; the days beside it only where the anchor is a day."""
    anchor = scene.anchor
    if anchor is None:
        return []
    word = match["w"].lower()
    step = -1 if word.startswith(("yesterday", "last")) else 1 if word == "tomorrow" else 0
    if step and anchor.precision != "day":
        return scene.found(*match.span(), month_about(anchor), stated=False)
    return scene.found(*match.span(), days_from(anchor, step) if step else anchor, stated=False)


def _read_today_dated(match: Match, scene: Scene) -> list[DateFound]:
    """ "Today (13 December)": one date, whose year is the anchor's."""
    if match["m1"] is None or match["d1"] is None:
        return []
    month, day = month_number(match["m1"]), int(match["d1"])
    if match["y1"]:
        return scene.found(*match.span(), written(int(match["y1"]), month, day), stated=True)
    found = year_for(month, day, scene.anchor, future=False) if scene.anchor else None
    edtf = written(found[0], month, day) + ("" if found[1] else "?") if found else None
    return scene.found(*match.span(), edtf, stated=False)


def _read_weekday(match: Match, scene: Scene) -> list[DateFound]:
    if scene.anchor is None:
        return []
    which = (match["q"] or "").lower()
    if which not in ("last", "next", "this"):
        which = "future" if is_future(scene.text, *match.span()) else "past"
    near = weekday_near(scene.anchor, WEEKDAYS.index(match["w"]), which)
    return scene.found(*match.span(), near, stated=False)


def _read_calendar_unit(match: Match, scene: Scene) -> list[DateFound]:
    """ "last month", "this week", "earlier this year"."""
    if scene.anchor is None:
        return []
    step = _STEPS[match["q"].lower()]
    of = {"week": week_of, "month": month_of, "year": year_of}[match["u"].lower()]
    return scene.found(*match.span(), of(scene.anchor, step), stated=False)


def _read_weekday_of_week(match: Match, scene: Scene) -> list[DateFound]:
    """ "Thursday last week", "last week Monday"."""
    week = week_of(scene.anchor, _STEPS[match["q"].lower()]) if scene.anchor else None
    if week is None or week.earliest is None:
        return []
    return scene.found(
        *match.span(), days_from(from_date(week.earliest), WEEKDAYS.index(match["w"])), stated=False
    )


def _read_weekend(match: Match, scene: Scene) -> list[DateFound]:
    """The Saturday and Sunday last begun; those of the next week where the words announce them."""
    if scene.anchor is None or scene.anchor.precision != "day":
        return []
    ahead = (match["q"] or "").lower() in ("next", "coming") or is_future(scene.text, *match.span())
    saturday = weekday_near(scene.anchor, SATURDAY, "future" if ahead else "past")
    if saturday is None:
        return []
    return scene.found(*match.span(), interval(saturday, days_from(saturday, 1)), stated=False)


def _read_start_of_year(match: Match, scene: Scene) -> list[DateFound]:
    """ "since the beginning of the year": the year of the document."""
    year = year_of(scene.anchor) if scene.anchor else None
    return scene.found(*match.span(), year, stated=False)


def _read_ago_to_the_day(match: Match, scene: Scene) -> list[DateFound]:
    anchor = scene.anchor
    if (
        anchor is None
        or anchor.precision != "day"
        or anchor.earliest is None
        or "couple" in match["n"].lower()
    ):
        return _read_ago(match, scene)
    months = int(value(match["n"])) * (12 if match["u"].lower().startswith("year") else 1)
    return scene.found(*match.span(), from_date(shift_months(anchor.earliest, -months)), stated=False)


def _read_ago(match: Match, scene: Scene) -> list[DateFound]:
    if scene.anchor is None:
        return []
    return scene.found(*match.span(), _moved(scene.anchor, match["n"], match["u"], -1), stated=False)


def _read_later(match: Match, scene: Scene) -> list[DateFound]:
    """ "three days later", "two months earlier": from the date before in the text."""
    last = scene.before(match.start())
    if last is None:
        return []
    sign = -1 if match["way"].lower() == "earlier" else 1
    return scene.found(*match.span(), _moved(last, match["n"], match["u"], sign), stated=False)


def _read_following(match: Match, scene: Scene) -> list[DateFound]:
    """ "the following day", "the next month", "the same day", "that year"."""
    last = scene.before(match.start())
    if last is None:
        return []
    which, unit = match["q"].lower(), match["u"].lower()
    step = 0 if which in ("same", "that") else -1 if which in ("previous", "preceding") else 1
    found: PartialDate | None
    if unit in ("day", "morning", "evening", "night"):
        found = days_from(last, step) if step else last
    else:
        found = {"week": week_of, "month": month_of, "year": year_of}[unit](last, step)
    return scene.found(*match.span(), found, stated=False)


def _moved(anchor: PartialDate, number: str, unit: str, sign: int) -> PartialDate | None:
    """So many units on: a day for days, a week for weeks, about a month or a year for months or years."""
    count = sign * (2 if "couple" in number.lower() else int(value(number)))
    match unit.lower().rstrip("s"):
        case "day":
            return days_from(anchor, count)
        case "week":
            week = week_of(anchor, count)
            return parse(f"{week}".replace("/", "~/") + "~") if week else ago(anchor, days=-7 * count)
        case "month":
            return ago(anchor, months=-count)
        case _:
            return ago(anchor, years=-count)


_COUNT = rf"(?P<n>(?:a{BLANK})?couple{BLANK}of|an?|{WHOLE})"
_UNIT = r"(?P<u>days?|weeks?|months?|years?)"

RELATIVE_FORMS = [
    Form(  # today; yesterday evening; this morning; last night
        "today",
        compiled(
            rf"""(?i:\b(?P<w>today|tonight|yesterday|tomorrow|this{BLANK}(?:morning|afternoon|evening)|last{BLANK}night)\b
            (?:{BLANK}{PART_OF_DAY}\b)?)"""
        ),
        _read_today,
    ),
    Form(  # Today (13 December); today, December 13, 2025
        "today dated",
        compiled(
            rf"(?i:\b(?:today|yesterday|tomorrow|tonight)),?{BLANK}?\(?(?:on{BLANK})?(?:the{BLANK})?{point('1')}\)?"
        ),
        _read_today_dated,
    ),
    Form(  # on Wednesday; last Friday night; next Monday
        "weekday",
        compiled(
            rf"""(?<!\b(?:Black|Bloody|Good|Easter|Palm|Holy|Ash){BLANK})(?:(?P<q>(?i:\b(?:last|next|this|past|coming)))
            {BLANK})?{NO_LETTER}(?P<w>{WEEKDAY})(?![\p{{L}}])
            (?!{BLANK}?\({BLANK}?(?:{DAY}|{MONTH}))(?!{BLANK}(?:Times|Telegraph|Express|Mirror|Mail|Mass|prayers?|for{BLANK}Future)\b)
            (?:{BLANK}{PART_OF_DAY}\b)?"""
        ),
        _read_weekday,
    ),
    Form(  # last month; earlier this year
        "calendar unit",
        compiled(
            rf"""(?i:(?:\b(?:earlier|later){BLANK})?\b(?P<q>last|this|next|the{BLANK}current|current)
            {BLANK}(?P<u>week|month|year)(?!\p{{L}}|[’']s\b|{BLANK}of{BLANK}(?-i:\p{{Lu}})))"""
        ),
        _read_calendar_unit,
    ),
    Form(  # Thursday last week; Monday of last week
        "weekday of a week",
        compiled(
            rf"{NO_LETTER}(?P<w>{WEEKDAY}),?{BLANK}(?:of{BLANK})?(?P<q>(?i:last|this|next)){BLANK}week\b"
        ),
        _read_weekday_of_week,
    ),
    Form(  # last week Monday
        "week and weekday",
        compiled(rf"(?P<q>(?i:\blast|\bthis|\bnext)){BLANK}week{BLANK}(?P<w>{WEEKDAY})(?!\p{{L}})"),
        _read_weekday_of_week,
    ),
    Form(  # over the weekend; last weekend
        "weekend",
        compiled(
            rf"(?i:\b(?:(?:over|at|on|during){BLANK}the|(?P<q>last|this|past|next|coming)){BLANK}weekend(?!\p{{L}}))"
        ),
        _read_weekend,
    ),
    Form(  # at the start of the year
        "start of the year",
        compiled(rf"(?i:\bthe{BLANK}(?:start|beginning){BLANK}of{BLANK}the{BLANK}year\b)"),
        _read_start_of_year,
    ),
    Form(  # two years ago today; exactly a year ago
        "ago to the day",
        compiled(
            rf"""(?i:\bexactly{BLANK}{_COUNT}{BLANK}(?P<u>months?|years?){BLANK}ago\b
            |\b{_COUNT}{BLANK}(?P<u>months?|years?){BLANK}ago{BLANK}(?:today|to{BLANK}the{BLANK}day|on{BLANK}this{BLANK}day)\b)"""
        ),
        _read_ago_to_the_day,
    ),
    Form(  # two months ago; two months back
        "ago",
        compiled(
            rf"(?i:\b{_COUNT}{BLANK}{_UNIT}{BLANK}(?:ago\b|back(?!{BLANK}(?:in|to|at|home|behind|on)\b)\b))"
        ),
        _read_ago,
    ),
    Form(
        "later",
        compiled(rf"(?i:\b{_COUNT}{BLANK}{_UNIT}{BLANK}(?P<way>later|earlier|afterwards?)\b)"),
        _read_later,
    ),
    Form(  # the following day; that same month; the next morning
        "following",
        compiled(
            rf"""(?i:\b(?:(?:the|on{BLANK}the){BLANK}(?P<q>following|next|previous|preceding|same)
            |(?P<q>that)(?:{BLANK}same)?){BLANK}(?P<u>day|morning|evening|night|week|month|year)(?!\p{{L}}))"""
        ),
        _read_following,
    ),
]
