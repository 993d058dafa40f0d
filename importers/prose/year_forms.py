"""Dates coarser than a day: September 2020, in December, spring 2021, in 2023, the 1990s, and ranges."""

import regex

from importers.prose.forms import (
    COMMA,
    MONTH,
    NO_LETTER,
    YEAR,
    Form,
    Match,
    between,
    compiled,
    group,
    month_number,
    point,
    quoted,
    resolve,
    written,
)
from importers.prose.numbers import BLANK
from importers.prose.reckoning import year_of
from importers.prose.scene import DateFound, Scene

_BEFORE_MONTH = regex.compile(
    r"\b(?:in|since|until|till|by|from|to|of|during|after|before|early|late|mid|end|beginning|between|through|throughout"
    r"|last|past|this|next|and|or|around|about)[\s-]+(?:the month of )?\Z",
    regex.I,
)
# Months that are names or words too need a preposition that people do not stand after.
_NAMES = ("May", "March", "April", "June", "August", "Jan", "Mar", "Apr", "Jun", "Aug")
_BEFORE_NAME = regex.compile(
    r"\b(?:in|since|until|till|during|early|late|mid|through|throughout|last|past|this|next)[\s-]+\Z", regex.I
)
_CAPITAL_AFTER = regex.compile(r"\s+\p{Lu}\p{Ll}")
_WINDOW = 30  # characters looked at before a month that stands alone

_SEASON = r"(?P<s>(?i:spring|summer|autumn|fall|winter))"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_BEFORE_YEAR = (
    r"""(?i:in|since|until|till|by|from|to|of|during|after|before|throughout|through|between|year|years)"""
)
_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}  # winter is of two years
# "in 2020 people", "a fine of 2000 rubles", "the 2020 election": numbers, or names of other things.
_NO_YEAR = (
    r"(?![\p{L}]|[-–/.,:][0-9]|\s?%|\s(?:people|persons?|prisoners|individuals|others|men|women|protest\w*|detainees"
    r"|demonstrat\w+|cases|times|signatures|copies|pages|words|soldiers|workers|meters|metres|km|days|hours|years"
    r"|(?:\p{L}+\s)?(?:rubles|roubles|rub|dollars|euros?|manats?|tenge|hryvnias?|lari|BYN|BYR|RUB|USD|EUR|AZN|UAH)"
    r"|(?:\p{L}+\s)?(?:elections?|Olympics?|World|constitution|census)|presidential|parliamentary)\b)"
)
_LEGAL_NOUN = (
    r"(?:arrest|detention|conviction|sentence|sentencing|trial|imprisonment|release|abduction|verdict)"
)


def _read_month(match: Match, scene: Scene) -> list[DateFound]:
    """A month with its year."""
    edtf = written(int(match["y"]), month_number(match["m"]))
    return scene.found(*match.span(), edtf, stated=True)


def _read_month_that_year(match: Match, scene: Scene) -> list[DateFound]:
    """ "September the same year", "in May that year": the year of the date before."""
    last = scene.before(match.start())
    if last is None or last.earliest is None:
        return []
    day = int(match["d"]) if match["d"] else None
    year = last.earliest.year + (1 if match["next"] else 0)
    return scene.found(*match.span(), written(year, month_number(match["m"]), day), stated=False)


def _read_month_of_year(match: Match, scene: Scene) -> list[DateFound]:
    """ "in May last year", "in March of this year"."""
    start, end = match.span()
    named = match["m"].rstrip(".") in _NAMES
    year = year_of(scene.anchor, -1 if match["q"].lower() == "last" else 0) if scene.anchor else None
    before = scene.text[max(0, start - _WINDOW) : start]
    if year is None or (named and not _BEFORE_NAME.search(before)):
        return []
    return scene.found(start, end, written(int(year.edtf[:4]), month_number(match["m"])), stated=False)


def _read_month_alone(match: Match, scene: Scene) -> list[DateFound]:
    """ "in December", "last May": only after a preposition, so that "Andrei May" and "March on" are none."""
    start, end = match.span()
    named = match["m"].rstrip(".") in _NAMES and _CAPITAL_AFTER.match(scene.text, end)
    before = scene.text[max(0, start - _WINDOW) : start]
    if not (_BEFORE_NAME if named else _BEFORE_MONTH).search(before):
        return []
    return scene.found(start, end, resolve(None, match["m"], None, match, scene), stated=False)


def _read_range(match: Match, scene: Scene) -> list[DateFound]:
    """ "from April to September 2025", "April or May 2024": the year at the end is that of the beginning."""
    last_year = match["y2"]
    last = resolve(group(match, "d2"), match["m2"], last_year, match, scene)
    if last is None:
        return []
    day, month, first_year = group(match, "d1"), match["m1"], group(match, "y1")
    partial = between(resolve(day, month, first_year or last[:4], match, scene), last)
    if partial is None and not first_year:  # "from December to March 2021"
        partial = between(resolve(day, month, f"{int(last[:4]) - 1}", match, scene), last)
    return scene.found(*quoted(match), partial, stated=bool(last_year))


def _read_two_months(match: Match, scene: Scene) -> list[DateFound]:
    """ "in April and May 2024": two dates."""
    found: list[DateFound] = []
    for name, end in (("m1", match.end("m1")), ("m2", match.end())):
        edtf = written(int(match["y"]), month_number(match[name]))
        found += scene.found(match.start(name), end, edtf, stated=True)
    return found


def _read_season(match: Match, scene: Scene) -> list[DateFound]:
    return scene.found(*match.span(), f"{match['y']}-{_SEASONS[match['s'].lower()]}", stated=True)


def _read_season_near(match: Match, scene: Scene) -> list[DateFound]:
    """ "last summer": the last that was over when the document was made; "this spring": that of its year."""
    year = year_of(scene.anchor) if scene.anchor else None
    if year is None or scene.anchor is None or scene.anchor.latest is None:
        return []
    name = match["s"].lower()
    over = scene.anchor.latest.month > _SEASON_ENDS[name]
    number = int(year.edtf[:4]) - (0 if over or match["q"].lower() == "this" else 1)
    return scene.found(*match.span(), f"{number}-{_SEASONS[name]}", stated=False)


def _read_decade(match: Match, scene: Scene) -> list[DateFound]:
    mark = "~" if match["loose"] else ""
    return scene.found(*match.span(), f"{match['y']}X{mark}", stated=True)


def _read_loose_year(match: Match, scene: Scene) -> list[DateFound]:
    month = group(match, "m")
    edtf = written(int(match["y"]), month_number(month) if month else None)
    return scene.found(*match.span(), f"{edtf}~", stated=True)


def _read_years(match: Match, scene: Scene) -> list[DateFound]:
    """ "in 2009, 2012 and 2014": each a date."""
    found: list[DateFound] = []
    for start, end in match.spans("y"):
        found += scene.found(start, end, scene.text[start:end], stated=True)
    return found


def _read_year_range(match: Match, scene: Scene) -> list[DateFound]:
    first, last = match["y"], match["z"]
    return scene.found(*quoted(match), between(first, first[: 4 - len(last)] + last), stated=True)


_TO = rf"(?:{BLANK}?[-–—]{BLANK}?|{BLANK}(?:to|until|till|through|up{BLANK}to){BLANK})"
_MONTH_TO = rf"(?:{BLANK}?[-–—/]{BLANK}?|{BLANK}(?:to|or|through|until){BLANK})"

YEAR_FORMS = [
    Form(  # September 2020; Sept. of 2020; mid-September 2020
        "month year",
        compiled(
            rf"{NO_LETTER}(?:(?i:early|late|mid)(?:-|{BLANK}))?{NO_LETTER}(?P<m>{MONTH})"
            rf"(?:{COMMA}(?:of{BLANK})?|-)(?P<y>{YEAR})"
        ),
        _read_month,
    ),
    Form(  # in May that year; on 5 May of the same year
        "month of that year",
        compiled(
            rf"""(?:(?P<d>(?<![\p{{L}}\p{{N}}])(?:3[01]|[12][0-9]|0?[1-9])){BLANK}|{NO_LETTER})(?P<m>{MONTH})
            (?:{BLANK}(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9]))?,?{BLANK}
            (?:of{BLANK})?(?:that|the{BLANK}(?:same|(?P<next>following|next))){BLANK}(?:same{BLANK})?year\b"""
        ),
        _read_month_that_year,
    ),
    Form(  # in december 2023, as some write; neither "may" nor "march" alone
        "month in small letters",
        compiled(
            rf"""(?<=\b(?i:in|since|until|by|from|of){BLANK})(?P<x>(?P<m>january|february|april|june|july|august|september
            |october|november|december){BLANK}(?:of{BLANK})?(?P<y>{YEAR}))"""
        ),
        _read_month,
    ),
    Form(  # in May last year; in March of this year
        "month of a year told from now",
        compiled(rf"{NO_LETTER}(?P<m>{MONTH}),?{BLANK}(?:of{BLANK})?(?P<q>last|this){BLANK}year\b"),
        _read_month_of_year,
    ),
    Form("month", compiled(rf"{NO_LETTER}(?P<m>{MONTH})(?!\p{{L}}|-\p{{L}})"), _read_month_alone),
    Form(  # from 5 May to 8 June 2020; between March and May 2024; from 2010 until 2015
        "range",
        compiled(
            rf"""(?i:\bfrom){BLANK}(?P<x>{point("1")}{_TO}{point("2")})
            |(?i:\bbetween){BLANK}(?P<x>{point("1")}{BLANK}and{BLANK}{point("2")})"""
        ),
        _read_range,
    ),
    Form(  # 9 August – 12 September 2020
        "days of two months",
        compiled(
            rf"""(?=[0-9])(?<![\p{{L}}\p{{N}}.,])(?P<d1>(?:3[01]|[12][0-9]|0?[1-9])){BLANK}(?P<m1>{MONTH})
            (?:{BLANK}(?P<y1>{YEAR}))?{_TO}
            (?P<d2>(?:3[01]|[12][0-9]|0?[1-9])){BLANK}(?P<m2>{MONTH})(?:{COMMA}(?P<y2>{YEAR}))?(?!\p{{L}})"""
        ),
        _read_range,
    ),
    Form(  # April or May 2024; March–May 2024
        "months",
        compiled(
            rf"{NO_LETTER}(?P<m1>{MONTH}){_MONTH_TO}"
            rf"(?P<m2>{MONTH}){COMMA}(?:of{BLANK})?(?P<y2>{YEAR})"
        ),
        _read_range,
    ),
    Form(  # in April and May 2024
        "two months",
        compiled(rf"{NO_LETTER}(?P<m1>{MONTH}){BLANK}and{BLANK}(?P<m2>{MONTH}){COMMA}(?P<y>{YEAR})"),
        _read_two_months,
    ),
    Form(  # the summer of 2020; winter 2020-2021
        "season",
        compiled(
            rf"(?<!\b(?:Arab|Prague|Minsk|Russian){BLANK}){NO_LETTER}{_SEASON}{BLANK}(?:of{BLANK})?"
            rf"(?P<y>{YEAR})(?:[-–/](?:[0-9]{{4}}|[0-9]{{2}})(?![0-9]))?"
        ),
        _read_season,
    ),
    Form(  # last summer; this spring
        "season near",
        compiled(rf"(?i:\b(?P<q>last|this|past)){BLANK}(?P<s>(?i:spring|summer|autumn|fall))(?!\p{{L}})"),
        _read_season_near,
    ),
    Form(  # the early 2000s; 1990’s
        "decade",
        compiled(
            rf"(?i:\bthe{BLANK})?(?:(?P<loose>(?i:\b(?:early|late|mid)))(?:-|{BLANK}))?"
            r"(?<![\p{L}\p{N}])(?P<y>(?:19|20)[0-9])0[’']?s\b"
        ),
        _read_decade,
    ),
    Form(  # early 2021; around 2015; about September 2020; mid-2021
        "loose year",
        compiled(
            rf"""{NO_LETTER}(?:(?i:early|late|mid)(?:{BLANK}(?:in|of){BLANK}|-|{BLANK})(?P<y>{YEAR})
            |(?i:around|about|circa|approximately|roughly|ca?\.){BLANK}(?:(?P<m>{MONTH})[ ])?(?P<y>{YEAR})
            ){_NO_YEAR}"""
        ),
        _read_loose_year,
    ),
    Form(  # in 2023; since 2001; in 2009, 2012 and 2014
        "year",
        compiled(
            rf"""(?<=\b{_BEFORE_YEAR}{BLANK}(?:early{BLANK}|late{BLANK})?)(?P<x>(?P<y>{YEAR})
            (?:,{BLANK}(?P<y>{YEAR})){{0,9}}(?:,?{BLANK}(?:and|or){BLANK}(?P<y>{YEAR}))?){_NO_YEAR}"""
        ),
        _read_years,
    ),
    Form(  # in 2021-2022; 2021/22
        "years",
        compiled(
            rf"""(?<=\b{_BEFORE_YEAR}{BLANK})(?P<x>(?P<y>{YEAR}){BLANK}?[-–—/]{BLANK}?
            (?P<z>{YEAR}|(?!0[0-9]|1[0-2])[0-9]{{2}}(?![0-9])))(?![-–/.][0-9])"""
        ),
        _read_year_range,
    ),
    Form(  # his 2019 conviction
        "year of a case",
        compiled(
            rf"""(?<=\b(?i:his|her|their|the|a|’s|'s){BLANK})(?P<x>(?P<y>{YEAR}))
            (?={BLANK}{_LEGAL_NOUN}(?!\p{{L}}))"""
        ),
        _read_years,
    ),
]
