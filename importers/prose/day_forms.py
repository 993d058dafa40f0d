"""Dates to the day: 2025-12-13, 13.12.2025, 13 December 2025, December 13, and lists and ranges of days."""

from cases.dates import MONTHS
from importers.prose.forms import (
    COMMA,
    DAY,
    MONTH,
    NO_COUNT,
    NO_LETTER,
    NO_PLACE,
    OF,
    TH,
    WEEKDAY_AFTER,
    WEEKDAY_BEFORE,
    YEAR,
    Form,
    Match,
    between,
    compiled,
    month_number,
    quoted,
    resolve,
    written,
)
from importers.prose.numbers import BLANK
from importers.prose.reckoning import year_of
from importers.prose.scene import DateFound, Scene

_ALONE = r"(?<![\p{L}\p{N}.,])"  # no part of a number or a list of numbers
_LAST_YEAR = compiled(rf"(?i:,?{BLANK}(?:of{BLANK})?last{BLANK}year\b)")
_SMALL_MONTH = "(?:" + "|".join(name.lower() for name in MONTHS[1:]) + ")"
_DAYS_BETWEEN = rf"{BLANK}?(?:[-–—]|to|or|until|till){BLANK}?"
_AND_DAY = rf"(?:,{BLANK}(?P<d>{DAY}){TH}){{0,9}},?{BLANK}and{BLANK}(?:on{BLANK})?(?P<d>{DAY}){TH}"
_TWO_AND = rf"(?P<d1>{DAY}){TH}{BLANK}and{BLANK}(?P<d2>{DAY}){TH}"
_TWO_TO = rf"(?P<d1>{DAY}){TH}{_DAYS_BETWEEN}(?P<d2>{DAY}){TH}"
_OF_MONTH = rf"{OF}(?P<m>{MONTH})(?!\p{{L}})(?:{COMMA}(?P<y>{YEAR}))?"
_YEAR_OR_END = rf"(?:,?{BLANK}(?P<y>{YEAR})|{NO_COUNT})"


def _read_iso(match: Match, scene: Scene) -> list[DateFound]:
    return scene.found(
        *match.span(), f"{match['y']}-{int(match['m']):02d}-{int(match['d']):02d}", stated=True
    )


def _read_numeric(match: Match, scene: Scene) -> list[DateFound]:
    first, second, year = int(match["a"]), int(match["b"]), match["y"]
    stated = len(year) == 4
    if not stated:
        if match["sep"] != ".":
            return []  # 12/05/23 may be read in three ways
        latest = scene.anchor.latest if scene.anchor else None
        year = f"20{year}" if latest is None or 2000 + int(year) <= latest.year else f"19{year}"
    if first <= 12 and second <= 12 and first != second and match["sep"] != ".":
        return scene.found(*match.span(), f"{year}?", stated)  # 3/4/2024: April or March
    day, month = (first, second) if second <= 12 else (second, first)
    return scene.found(*match.span(), written(int(year), month, day), stated)


def _read_day(match: Match, scene: Scene) -> list[DateFound]:
    edtf = resolve(match["d"], match["m"], match["y"], match, scene)
    if not match["y"] and (last := _of_last_year(match, scene)):
        edtf = last
    found = scene.found(*match.span(), edtf, stated=bool(match["y"]))
    if edtf and not found:  # 31 November: the month was meant
        return scene.found(*match.span(), f"{edtf[:7]}?", stated=bool(match["y"]))
    return found


def _of_last_year(match: Match, scene: Scene) -> str | None:
    """ "16 June last year", "May 3 of last year": the year before that of the document."""
    year = year_of(scene.anchor, -1) if scene.anchor else None
    if year is None or not _LAST_YEAR.match(scene.text, match.end()):
        return None
    return written(int(year.edtf[:4]), month_number(match["m"]), int(match["d"]))


def _read_days(match: Match, scene: Scene) -> list[DateFound]:
    """ "5, 9 and 12 August 2020": each day a date of its own; the last quote holds the month."""
    found: list[DateFound] = []
    spans = match.spans("d")
    for place, (start, end) in enumerate(spans):
        edtf = resolve(scene.text[start:end], match["m"], match["y"], match, scene)
        end_of_quote = match.end() if place == len(spans) - 1 and match.start("m") > start else end
        start_of_quote = match.start() if place == 0 and match.start("m") < start else start
        found += scene.found(start_of_quote, end_of_quote, edtf, stated=bool(match["y"]))
    return found


def _read_day_range(match: Match, scene: Scene) -> list[DateFound]:
    """ "9-12 August 2020", "9 or 12 August", "August 9–12, 2020": some time between."""
    ends = [resolve(match[name], match["m"], match["y"], match, scene) for name in ("d1", "d2")]
    return scene.found(*quoted(match), between(ends[0], ends[1]), stated=bool(match["y"]))


DAY_FORMS = [
    Form(  # 2025-12-19, 2011/08/18, 2025-12-19T10:00
        "iso",
        compiled(
            rf"""(?<![\p{{L}}\p{{N}}_/.-])(?P<y>{YEAR})(?P<sep>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=sep)
            (?P<d>(?:3[01]|[12][0-9]|0?[1-9]))(?![-/0-9_])"""
        ),
        _read_iso,
    ),
    Form(  # 13.12.2025, 13/12/2025, 12.05.23
        "numeric",
        compiled(
            rf"""(?<![\p{{L}}\p{{N}}_/.,-])(?P<a>{DAY})(?P<sep>[-/.])(?P<b>{DAY})(?P=sep)
            (?P<y>{YEAR}|[0-9]{{2}})(?![0-9_]|[-/.][0-9])"""
        ),
        _read_numeric,
    ),
    Form(  # 13 December 2025; Saturday, 13th of December; 13 December (Saturday); 13-December-2025
        "day month",
        compiled(
            rf"""{WEEKDAY_BEFORE}(?<![0-9][.,:/-]|[\p{{L}}\p{{N}}])(?P<d>{DAY}){TH}(?:{OF}|-)
            (?P<m>{MONTH})(?!\p{{L}}){NO_PLACE}(?:(?:{COMMA}|-)(?P<y>{YEAR}))?{WEEKDAY_AFTER}"""
        ),
        _read_day,
    ),
    Form(  # 13 december 2025, as some write
        "day month in small letters",
        compiled(
            rf"""(?<![0-9][.,:/-]|[\p{{L}}\p{{N}}])(?P<d>{DAY}){TH}{OF}(?P<m>{_SMALL_MONTH}){COMMA}(?P<y>{YEAR})"""
        ),
        _read_day,
    ),
    Form(  # December 13, 2025; Mar 5 2024; Mar. 5; Tuesday, March 29, 2011
        "month day",
        compiled(
            rf"""{WEEKDAY_BEFORE}{NO_LETTER}(?P<m>{MONTH}){BLANK}?(?:the{BLANK})?(?P<d>{DAY}){TH}
            (?:{COMMA}(?P<y>{YEAR})|{NO_COUNT}){WEEKDAY_AFTER}"""
        ),
        _read_day,
    ),
    Form(  # 5, 9 and 12 August 2020
        "days month",
        compiled(rf"{_ALONE}(?P<d>{DAY}){TH}{_AND_DAY}{_OF_MONTH}"),
        _read_days,
    ),
    Form(  # August 5, 9 and 12, 2020; only with a year, since "August 9 and 12 people" is no list of days
        "month days",
        compiled(rf"{NO_LETTER}(?P<m>{MONTH}){BLANK}(?P<d>{DAY}){TH}{_AND_DAY},?{BLANK}(?P<y>{YEAR})"),
        _read_days,
    ),
    Form(  # 9-12 August 2020; 9 or 12 August
        "day range month",
        compiled(rf"{_ALONE}{_TWO_TO}{_OF_MONTH}"),
        _read_day_range,
    ),
    Form(  # between 9 and 12 August 2020
        "between days",
        compiled(rf"(?i:\bbetween){BLANK}(?P<x>{_TWO_AND}{_OF_MONTH})"),
        _read_day_range,
    ),
    Form(  # August 9–12, 2020; March 5 to 10, 2020
        "month day range",
        compiled(rf"{NO_LETTER}(?P<m>{MONTH}){BLANK}{_TWO_TO}{_YEAR_OR_END}"),
        _read_day_range,
    ),
    Form(  # between March 5 and 10, 2020
        "between month days",
        compiled(rf"(?i:\bbetween){BLANK}(?P<x>(?P<m>{MONTH}){BLANK}{_TWO_AND}{_YEAR_OR_END})"),
        _read_day_range,
    ),
]
