"""Find the lengths of time that a text gives: terms of imprisonment, days of arrest, time spent in custody.

Finding is not judging: whether "seven years" was imposed, asked for, or served is for the rule that reads the
verb. What is no such length at all is left out: ages, anniversaries, "three years ago", "a two-day visit",
"25 years of their work".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Literal

import regex

from importers.openers import Openers
from importers.prose.numbers import BLANK, NUMBER, value

Match = regex.Match[str]
Role = Literal["exact", "up_to", "range", "over", "about"]


@dataclass(frozen=True, slots=True)
class DurationFound:
    """A length of time and where its words are; years, months and days side by side, as the text has them."""

    start: int
    end: int
    years: int = 0
    months: int = 0
    days: int = 0
    life: bool = False
    death_penalty: bool = False
    range_role: Role = "exact"


@dataclass(frozen=True, slots=True)
class _Part:
    """Numbers with one unit: "nine months", or "10, 9 and 7 years"."""

    start: int
    end: int
    unit: str
    numbers: tuple[tuple[int, int, Fraction], ...]  # start, end, value
    is_range: bool
    article: bool  # "a year", where the article is the number


_UNITS = ["decade", "year", "month", "week", "day"]  # from the longest
_UNIT = r"(?P<u>decade|year|yr|month|week|day)s?(?!\p{L})(?!-old)"
_TO_UNIT = rf"(?:{BLANK}?[-‑–]{BLANK}?|{BLANK})"
_QUANTITY = rf"(?P<n>{NUMBER})(?:{BLANK}?\({NUMBER}\))?"
_ALONE = r"(?<![\p{L}\p{N}.,/€$£№:]|[0-9]-)"
_AND_A_HALF = rf"(?:(?:{BLANK}|-)and(?:{BLANK}|-)(?:a(?:{BLANK}|-))?half(?!\p{{L}}))?"

_PARTS = regex.compile(
    rf"""(?P<first>{_ALONE}(?:{_QUANTITY}(?:,{BLANK}?(?:and{BLANK}|or{BLANK})?|(?P<j>{BLANK}(?:and|or|to){BLANK}
        |{BLANK}?[-‑–]{BLANK}?))){{0,12}}{_QUANTITY}{_TO_UNIT}{_UNIT}(?P<h>{_AND_A_HALF}))
    |(?P<article>(?<!\p{{L}})an?{_TO_UNIT}{_UNIT}(?P<h>{_AND_A_HALF}))
    |(?P<half>(?<!\p{{L}})half(?:{BLANK}|-)(?:an?{BLANK}|of{BLANK}an?{BLANK})?{_UNIT})""",
    regex.VERBOSE | regex.IGNORECASE,
)
_CUSTODY = (
    r"(?:(?:\p{L}+\W{1,2}){0,2}(?:prison|jail|custody|imprison\w*|detention|incarceration|confinement|captivity|arrest"
    r"|colony|freedom|liberty|labou?r|probation|supervision|isolation|parole|penal|bars|camp|cell|isolator|chemistry))"
)
_LIFE = regex.compile(
    r"""\b(?:life(?:long)?[\s-]+(?:imprisonment|prison|sentences?|terms?|in[\s](?:prison|jail)|behind[\s]bars|without[\s]parole)
    |(?:sentenc\w+|condemned|commuted)[\s]to[\s](?P<x>life)(?![\s-]+(?:imprisonment|sentence|term|in|behind|without))
    |(?:sentenced|condemned)(?:[\s]\p{L}+){1,6}[\s]to[\s](?P<x>life)(?![\s-]+(?:imprisonment|sentence|term|in|of|prison|behind))
    |(?:jailed|imprisoned|prison|colony|jail|incarcerated)[\s](?P<x>for[\s]life))\b""",
    regex.VERBOSE | regex.IGNORECASE,
)
_DEATH = regex.compile(
    r"""\b(?:death[\s-]+(?:penalty|sentences?)|capital[\s]punishment
    |(?:sentenc\w+|condemned|convicted[\s]and[\s]sentenced)(?:[\s]\p{L}+){0,3}?[\s](?P<x>to[\s]death))\b""",
    regex.VERBOSE | regex.IGNORECASE,
)

_THINGS = (
    r"mission|visit|trip|tour|conference|forum|summit|ceasefire|truce|strike|hunger|march|campaign|war|plan|notice"
    r"|deadline|project|mandate|rule|reign|presidency|marriage|relationship|career|history|low|high|contract"
    r"|moratorium|ban|visa|curfew|quarantine|journey|operation|struggle|fight|battle|investigation|trial|hearing"
    r"|extension|anniversary|event|festival|protest|workshop|training|programme|program|strategy|period|streak"
)
_AFTER = regex.compile(
    rf"""[\s-]*(?:old|olds|anniversary|after|before|ago|later|earlier|since|prior|hence|of[\s]age|from[\s]now
    |younger|older|senior|afterwards?)\b
    |[’']?\s+time\b
    |[\s-]+(?:long[\s-]+)?(?:{_THINGS})s?\b
    |[’']?\s+(?:worth|experience|work)\b
    |\s+of\s+(?!(?:an?\s+)?\W?{_CUSTODY})""",
    regex.VERBOSE | regex.IGNORECASE,
)
_BEFORE = regex.compile(
    r"""\b(?:aged?|age[\s]of|born|anniversary[\s]of|expectancy:?|past|last|next|first|recent|coming|previous|within
    |every|each|per|once|twice|in|since|under|these|those|at)[\s]+\Z""",
    regex.VERBOSE | regex.IGNORECASE,
)
_ROLES: list[tuple[Role, regex.Pattern[str]]] = [
    (
        "up_to",
        regex.compile(
            r"(?:up to|as (?:much|many) as|(?:no|not) more than|at most|not exceeding"
            r"|maximum(?: \w+)?(?: of)?)(?: an?| another)?\s+\Z",
            regex.IGNORECASE,
        ),
    ),
    (
        "over",
        regex.compile(
            r"(?:more than|over|at least|(?:no|not) less than|minimum(?: \w+)? of|exceeding|upwards of)"
            r"(?: an?)?\s+\Z",
            regex.IGNORECASE,
        ),
    ),
    (
        "about",
        regex.compile(
            r"(?:about|around|almost|nearly|roughly|approximately|some|close to)(?: an?)?\s+\Z",
            regex.IGNORECASE,
        ),
    ),
]
_RANGE = regex.compile(r"\b(?:between|from)\s+\Z", regex.IGNORECASE)
_CHANGE = regex.compile(
    r"\b(?:increas|extend|reduc|rais|lengthen|shorten|commut|cut|chang|lower)\w*\b", regex.IGNORECASE
)
_JOINED = regex.compile(
    rf"(?:,{BLANK}?(?:and{BLANK})?|{BLANK}and{BLANK}|{BLANK})(?:a{BLANK})?", regex.IGNORECASE
)
_CUSTODY_AFTER = regex.compile(
    rf"[’']?s?[\s-]++(?:(?:in|of|behind|under|long)[\s-]*+)?{_CUSTODY}", regex.IGNORECASE
)
LENGTHS = (_PARTS, _LIFE, _DEATH)
_WINDOW = 40
_MOST_YEARS = 150


def find_durations(text: str, start: int, end: int) -> list[DurationFound]:
    """The lengths of time in ``text[start:end]`` in order, as offsets into the whole text.

    A list ("10, 9 and 7 years respectively") gives one for each number, a range ("from 3 to 15 years") its
    two ends. Life imprisonment and the death penalty count as lengths.
    """
    parts, life, death = _matches(text, start, end)
    found = [*_terms(text, parts), *_sentences_for_life(life, death)]
    return sorted(found, key=lambda one: (one.start, one.end))


def _sentences_for_life(life: list[Match], death: list[Match]) -> Iterator[DurationFound]:
    for match in life:
        yield DurationFound(*_quoted(match), life=True)
    for match in death:
        yield DurationFound(*_quoted(match), death_penalty=True)


def _matches(text: str, start: int, end: int) -> list[list[Match]]:
    """What each of the three patterns finds."""
    found: list[list[Match]] = [[], [], []]
    for at, numbers in _openers().places(text, start, end):
        for number in numbers:
            own = found[number]
            if (not own or own[-1].end() <= at) and (match := LENGTHS[number].match(text, at, end)):
                own.append(match)
    return found


@lru_cache(maxsize=1)
def _openers() -> Openers:
    return Openers([one.pattern for one in LENGTHS], verbose=True, at_word=True)


def _quoted(match: regex.Match[str]) -> tuple[int, int]:
    span: tuple[int, int] = match.span("x") if match["x"] else match.span()
    return span


def _terms(text: str, matches: list[Match]) -> Iterator[DurationFound]:
    for group in _joined(text, list(_parts(text, matches))):
        if _is_other(text, group):
            continue
        role = _role(text, group[0])
        *alone, (first, _, number) = group[0].numbers
        for one in alone:
            yield from _found(one[0], one[1], [(one[2], group[0].unit)], role)
        # The last of a list, with the smaller units behind it: "9 years and 6 months".
        measures = [(number, group[0].unit), *((part.numbers[0][2], part.unit) for part in group[1:])]
        yield from _found(first, group[-1].end, measures, role)


def _parts(text: str, matches: list[Match]) -> Iterator[_Part]:
    for match in matches:
        unit = match["u"].lower().replace("yr", "year")
        half = Fraction(1, 2) if match["h"] else Fraction(0)
        if match["half"]:
            numbers = [(*match.span(), Fraction(1, 2))]
        elif match["article"]:
            numbers = [(*match.span(), 1 + half)]
        else:
            numbers = [(*span, value(text[slice(*span)])) for span in match.spans("n")]
            numbers = [one for one in numbers if one[2] <= _MOST_YEARS or len(numbers) == 1]
            if not numbers:
                continue
            numbers[-1] = (*numbers[-1][:2], numbers[-1][2] + half)
        joins = " ".join(match.captures("j")).split()
        is_range = len(numbers) == 2 and bool({"to", "or", "-", "‑", "–"} & set(joins))
        yield _Part(
            numbers[0][0], match.end(), unit, tuple(numbers), is_range, bool(match["article"] and not half)
        )


def _joined(text: str, parts: list[_Part]) -> list[list[_Part]]:
    """Parts that make one term: "14 years and nine months", each unit smaller than the one before."""
    groups: list[list[_Part]] = []
    for part in parts:
        last = groups[-1][-1] if groups else None
        if (
            last
            and len(part.numbers) == 1
            and _UNITS.index(part.unit) > _UNITS.index(last.unit)
            and _JOINED.fullmatch(text, last.end, part.start)
        ):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _is_other(text: str, group: list[_Part]) -> bool:
    """Is it an age, a time that has passed, or the length of something else?"""
    first, last = group[0], group[-1]
    before = text[max(0, first.start - _WINDOW) : first.start]
    if _BEFORE.search(before) or _AFTER.match(text, last.end):
        return True
    # "a year in prison" is a length, "twice a year" and "should not have spent a day in prison" are not.
    bare = len(group) == 1 and first.article
    return bare and (first.unit == "day" or not _CUSTODY_AFTER.match(text, last.end))


def _role(text: str, part: _Part) -> Role:
    before = text[max(0, part.start - _WINDOW) : part.start]
    if part.is_range:
        return "exact" if _RANGE.search(before) and _CHANGE.search(before) else "range"
    if len(part.numbers) == 2 and regex.search(r"\bbetween\s+\Z", before, regex.IGNORECASE):
        return "range"
    return next((role for role, pattern in _ROLES if pattern.search(before)), "exact")


def _found(start: int, end: int, measures: list[tuple[Fraction, str]], role: Role) -> Iterator[DurationFound]:
    """One length; none where the numbers do not come out even ("69.6 years") or nobody lives so long."""
    months, days = Fraction(0), Fraction(0)
    for number, unit in measures:
        if unit in ("decade", "year"):
            months += number * (120 if unit == "decade" else 12)
        elif unit == "month":
            whole = number.numerator // number.denominator
            months, days = months + whole, days + (number - whole) * 30
        else:
            days += number * (7 if unit == "week" else 1)
    if months.denominator != 1 or days.denominator != 1 or not (months or days) or months > 12 * _MOST_YEARS:
        return
    as_worded = measures[0][1] == "month"  # "18 months" stays 18 months
    years = 0 if as_worded else int(months) // 12
    found = DurationFound(start, end, years, int(months) - 12 * years, int(days))
    yield replace(found, range_role=role)
