"""Which of a sentence's dates is the date of an event, and what a length of time says of its beginning."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import regex

from cases.dates import DateError
from importers.fronted_dates import OCCASION, opens_clause, opens_sentence
from importers.prose.dates import DateFound, ago
from importers.prose.durations import DurationFound

if TYPE_CHECKING:
    from importers.mentions import Person
    from importers.rules.base import Context

# "At a rally on 5 May" is where the arrest was made, "for a rally on 5 May" is why.
_THERE = regex.compile(
    r"^(?:(?!\b(?:for|over|after|because|due|before|following|since|about|related|connection|accus\w+|charg\w+|"
    r"suspic\w+|that|who|which|while|until|till)\b)[^,;.]){0,70}?\b(?:at|during|amid|in the course of|in)\s+"
    r"(?:(?:an?|the|his|her|their|this|that|its)\s+)?(?:(?!with\b|to\b|of\b)[\w’'-]+\s+){0,3}?"
    r"(?:protests?|demonstrations?|rally|rallies|march(?:es)?|unrest|riots?|clashes|crackdown|funeral|vigil|strike|"
    r"ceremony|meeting|conference|uprising|events?|coup)\b"
    r"(?:(?!\b(?:that|which|against|over|following|after|since|before)\b)[^,;.]){0,45}$"
    # "while covering a protest on 5 May", "as she left a meeting on 5 May"
    r"|^[^,;.]{0,40}?\bafter being (?:summoned|stopped|called|questioned|searched|invited)\b[^,;.]{0,60}$"
    r"|^[^,;.]{0,50}?\b(?:while|when|as)\s+(?:(?:he|she|they|\ue000\ue001*)\s+(?:was\s+|were\s+)?)?"
    r"(?:cover|film|attend|report|tak|participat|watch|leav|left|hold|held|document|photograph|record|observ|marching)"
    r"\w*\b[^,;.]{0,70}$",
    regex.I,
)
_IMPOSED = regex.compile(
    r"[^,;.]{0,30}?\b(?:imposed|handed down|passed|given|issued|delivered|pronounced|received)\b"
    r"[^,;.]{0,60}\s(?:on|in)\s+",
    regex.I,
)
_SINCE = regex.compile(r"\bsince(?:\s+(?:at\s+least|early|late|mid))?[\s-]*(?:the\s+)?$", regex.I)
_FOR = regex.compile(
    (
        r"\b(?:for|spent|spending|after|served|past|last|marks?|marking)\s+(?:the\s+(?:past|"
        r"last)\s+)?(?:already\s+)?(?:more than|over|at least|nearly|almost|about|around|some|up "
        r"to)?\s*(?:an?\s+)?$"
    ),
    regex.I,
)
_CLAUSE = regex.compile(
    r"(?:,|;|\band\b|\bwho\b|\bwhile\b)[^,;]{0,60}\b(?:was|were|is|are|has|had|have|said|will|began|opened)\b"
)
_OPENED = regex.compile(
    r"(?:,|;|\band\b|\bbut\b|\bthen\b)\s*(?:and\s+|later,?\s+|then,?\s+)?(?:on|in|by|around|early in|"
    r"late in)?\s*$",
    regex.I,
)
_JOINED = regex.compile(r"[,;]\s*(?:and|but|before|then)\b|\s(?:and|before|then)\s")
# "It goes back to 6 December, when P and P were arrested."
_WHEN = regex.compile(r"\s*,?\s+when\b(?![^\ue000]*\b(?:was|were|is|are|has|had|said)\b)", regex.I)
NEAR = 220
_OPENS_NEXT = regex.compile(r",\s+(?:and|but|then|while)\s+(?:on|in|by|late in|early in)\s+$", regex.I)
_COMMAS = regex.compile(r"\s*(?:,|and|or|to|[-–]|\s)*\s*", regex.I)
# "A court extended her detention on Monday" says nothing of its beginning.
_GOES_ON_BEING = regex.compile(
    r"\b(?:exten[ds]\w*|extension|renew\w*|prolong\w*|lengthen\w*|review\w*|uph[eo]ld\w*)\s+(?:of\s+)?"
    r"(?:(?:the|his|her|their|its|[\w-]+|\ue000\ue001*[’']s?)\s+){0,4}$",
    regex.I,
)
_RELATIVE = regex.compile(r"\b(?:who|whom)\b[^,;]*$", regex.I)
_GOES_ON = regex.compile(r"\s+(?:\p{Ll}+ed|gave|said|told|was|were|has|had|sent|found|set|put)\b")


def pick_date(ctx: "Context") -> DateFound | None:
    """The date that belongs to the event, or None."""
    if is_older(ctx):
        return None
    behind, ahead = _dates_behind(ctx), _dates_ahead(ctx)
    if behind and not (ahead and _of_another(ctx, behind[0])):
        return behind[0]
    return ahead[-1] if ahead else None


def imposed_on(ctx: "Context") -> DateFound | None:
    """The date of "serving six years imposed by a court in March 2023"."""
    dates = ctx.view.dates_in(ctx.hit.end, ctx.territory.end)
    return dates[0] if dates and _IMPOSED.fullmatch(ctx.masked, ctx.hit.end, dates[0].start) else None


def is_older(ctx: "Context") -> bool:
    """Whether a noun names what began before the event of its sentence: "extended the detention of P"."""
    of_custody = ctx.hit.voice == "noun" and ctx.hit.rule.kind in ("arrest", "pretrial_detention")
    return of_custody and bool(_GOES_ON_BEING.search(ctx.before(60)))


def dates_of_each(ctx: "Context", people: Sequence["Person"]) -> list[DateFound]:
    """The dates of "arrested P in January and Q in February", in the order of the people; else none."""
    sentence = ctx.reader.sentence
    starts = [
        next((m.start for m in ctx.view.mentions_in(ctx.hit.end, sentence.end) if m.person is one), -1)
        for one in people
    ]
    if len(people) < 2 or -1 in starts:
        return []
    dates = ctx.view.dates_in(starts[0], ctx.territory.end)
    if len(dates) != len(people) or any(one.future for one in dates):
        return []
    after = [*starts[1:], sentence.end]
    apart = (low < date.start < high for low, date, high in zip(starts, dates, after, strict=True))
    return dates if all(apart) else []


def _of_another(ctx: "Context", date: DateFound) -> bool:
    """ "In May P was arrested, and in June so was Q": a date behind that opens what follows."""
    return (
        bool(_OPENS_NEXT.search(ctx.masked[ctx.hit.end : date.start])) and date.end < ctx.territory.end - 12
    )


def _dates_behind(ctx: "Context") -> list[DateFound]:
    """Dates after the event word and before the next event, nearest first."""
    stop = ctx.territory.end
    found, passed = [], -1  # the end of the last date that was passed over
    for date in ctx.view.dates_in(ctx.hit.start, ctx.reader.sentence.end):
        if date.start >= stop or date.start - ctx.hit.end > NEAR:
            break
        between = ctx.masked[ctx.hit.end : date.start]
        if ";" in between:
            break
        listed = passed >= 0 and _COMMAS.fullmatch(ctx.masked, passed, date.start)
        if listed or _is_anothers(ctx, date, between):
            passed = date.end
            continue
        if date.end < ctx.reader.sentence.end and _leads_next(ctx, date, stop):
            continue
        found.append(date)
    return found


def _is_anothers(ctx: "Context", date: DateFound, between: str) -> bool:
    """Whether a date after the event is that of a deed, of an occasion, or of another clause."""
    if date.start < ctx.hit.end or _THERE.match(between):
        return False
    return (
        bool(OCCASION.search(ctx.reader.memory.clues, between))
        or _has_clause(between)
        or _has_returned(ctx, date)
    )


def _has_returned(ctx: "Context", date: DateFound) -> bool:
    """Whether a relative clause is over: "P, who was arrested there, the court on Friday granted bail"."""
    between = ctx.masked[ctx.hit.end : date.start]
    return (
        "," in between
        and bool(_RELATIVE.search(ctx.before(50)))
        and bool(_GOES_ON.match(ctx.masked, date.end, ctx.reader.sentence.end))
    )


def _has_clause(between: str) -> bool:
    """Whether another clause has begun: its own subject and verb stand before the date."""
    return bool(_CLAUSE.search(between))


def _leads_next(ctx: "Context", date: DateFound, stop: int) -> bool:
    """Whether a date opens the clause of the next event: "arrested, and on 6 May she received"."""
    if stop >= ctx.reader.sentence.end:
        return False
    before = ctx.masked[ctx.hit.end : date.start]
    gap = ctx.masked[date.end : stop]
    return bool(_OPENED.search(before) and not _JOINED.search(gap))


def _dates_ahead(ctx: "Context") -> list[DateFound]:
    """Dates before the event word that open its clause or stand beside its auxiliary, nearest last."""
    start = ctx.territory.start
    found = []
    for date in ctx.view.dates_in(start, ctx.hit.pos):
        lead = ctx.masked[start : date.start]
        gap = ctx.masked[date.end : ctx.hit.pos]
        if _WHEN.match(gap) or (opens_sentence if start == ctx.reader.sentence.start else opens_clause)(
            lead, gap, ctx.reader.memory.clues
        ):
            found.append(date)
    return found


def follows_since(ctx: "Context", date: DateFound) -> bool:
    """Whether the date says since when: "since September 2020"."""
    return bool(
        _SINCE.search(ctx.masked[max(0, date.start - 30) : date.start])
        or ctx.view.text[date.start : date.start + 5].lower() == "since"
    )


def lasted(ctx: "Context") -> DurationFound | None:
    """How long something has lasted: "held for over 19 months", "spent four years in prison"."""
    for length in ctx.view.lengths_in(ctx.hit.start, ctx.territory.end):
        if length.life or length.death_penalty or length.start - ctx.hit.end > 80:
            continue
        if length.start < ctx.hit.end or _FOR.search(ctx.masked[max(0, length.start - 45) : length.start]):
            return length
    return None


def began(ctx: "Context", length: DurationFound) -> str:
    """When it began, reckoned back from the document's date; "" where that is not known."""
    if ctx.view.anchor is None or (
        length.days and not length.months and not length.years and length.days < 28
    ):
        return ""
    try:
        months = length.years * 12 + length.months
        if length.years and not length.months and not length.days:
            return ago(ctx.view.anchor, years=length.years).edtf
        return ago(ctx.view.anchor, months=months, days=length.days).edtf
    except DateError:
        return ""
