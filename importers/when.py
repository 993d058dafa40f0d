"""Which of a sentence's dates is the date of an event, and what a length of time says of its beginning."""

from typing import TYPE_CHECKING

import regex

from cases.dates import DateError
from importers.prose.dates import DateFound, ago
from importers.prose.durations import DurationFound

if TYPE_CHECKING:
    from importers.rules.base import Context

# A date behind one of these is the date of the deed or of the occasion, not of the arrest.
_OCCASION = regex.compile(
    r"\b(?:protests?|demonstrations?|rally|rallies|elections?|march(?:es)?|articles?(?!\s+\d)|posts?|"
    r"posted|published|publication|video|speech|war|attacks?|uprising|coup|meeting|interview|"
    r"unrest|riots?|clashes|revolution|events?|crackdown|referendum|comments?|remarks?|tweets?|tweeted|"
    r"reporting|report|funeral|vigil|strike|bombing|killing|murder|assassination|"
    r"participat\w+|took part|taking part|attend\w+|wrote|written|writing|cover(?:ed|ing|age)|"
    r"organi[sz]\w+|law|legislation|visit|conference|accident|blast|explosion|ceremony|"
    r"anniversary|since (?:his|her|their|the) \w+|on appeal|campaign|founded|established|born|invasion|"
    r"pandemic|"
    r"statement|deadline|until|till|ahead of|before|prior to|expires?|due|(?:by|"
    r"from)(?=\s+(?:the\s+)?$))\b(?:(?!\b(?:and|who|was|were|has|had)\b)[^,;.]){0,45}$",
    regex.I,
)
_LEADS = regex.compile(
    (
        r"(?:^|[,;:–—(]|\b(?:and|but|that|then|when|where|while|after|until)\b)\s*(?:then\s+|later,?\s+|"
        r"again\s+|also\s+)*(?:on|in|by|since|around|during|early|late|mid|of|the|at|as of|earlier|as early "
        r"as|from|last|night|morning|evening|\s)*\s*$"
    ),
    regex.I,
)
_SEPARATED = regex.compile(
    (
        r"(?:[,;:–—(]|\b(?:and|but|that|then|when|where|while)\b)\s*(?:then\s+|later,?\s+|again\s+|also\s+|"
        r"was\s+|were\s+)*(?:on|in|by|since|around|during|early|late|mid|of|the|at|as of|from|last|\s)*\s*$"
    ),
    regex.I,
)
_TO_VERB = regex.compile(r"[,)]?\s*(?:(?:when|as|after)\s+)?[^;:]{0,160}$", regex.I)
_AUX_ONLY = regex.compile(r"\b(?:was|were|is|are|been|has|had|have|be)\b[\s,]*(?:on|in|by)?\s*$", regex.I)
_SINCE = regex.compile(r"\bsince(?:\s+(?:at\s+least|early|late|mid))?[\s-]*(?:the\s+)?$", regex.I)
_FOR = regex.compile(
    (
        r"\b(?:for|spent|spending|after|served|past|last|marks?|marking)\s+(?:the\s+(?:past|"
        r"last)\s+)?(?:already\s+)?(?:more than|over|at least|nearly|almost|about|around|some|up "
        r"to)?\s*(?:an?\s+)?$"
    ),
    regex.I,
)
SAYING = regex.compile(
    (
        r"\b(?:condemned|said|called|welcomed|urged|demanded|expressed|marks|marked|denounced|reacted|"
        r"responded|"
        r"criticised|"
        r"criticized|reported|told|wrote|published|issued|appealed)\b"
    ),
    regex.I,
)
NEAR = 220


def pick_date(ctx: "Context") -> DateFound | None:
    """The date that belongs to the event, or None."""
    behind = _dates_behind(ctx)
    if behind:
        return behind[0]
    ahead = _dates_ahead(ctx)
    return ahead[-1] if ahead else None


def _dates_behind(ctx: "Context") -> list[DateFound]:
    """Dates after the event word and before the next event, nearest first."""
    stop = ctx.territory.end
    found = []
    for date in ctx.view.dates_in(ctx.hit.start, ctx.reader.sentence.end):
        if date.start >= stop or date.start - ctx.hit.end > NEAR:
            break
        between = ctx.masked[ctx.hit.end : date.start]
        if ";" in between:
            break
        if date.start >= ctx.hit.end and (_OCCASION.search(between) or _has_clause(between)):
            continue
        if date.end < ctx.reader.sentence.end and _leads_next(ctx, date, stop):
            continue
        found.append(date)
    return found


def _has_clause(between: str) -> bool:
    """Whether another clause has begun: its own subject and verb stand before the date."""
    return bool(
        regex.search(
            (
                r"(?:,|;|\band\b|\bwho\b|\bwhile\b)[^,;]{0,60}\b(?:was|were|is|are|has|had|have|said|will|"
                r"began|opened)\b"
            ),
            between,
        )
    )


def _leads_next(ctx: "Context", date: DateFound, stop: int) -> bool:
    """Whether a date opens the clause of the next event: "arrested, and on 6 May she received"."""
    if stop >= ctx.reader.sentence.end:
        return False
    before = ctx.masked[ctx.hit.end : date.start]
    gap = ctx.masked[date.end : stop]
    opened = regex.search(
        (
            r"(?:,|;|\band\b|\bbut\b|\bthen\b)\s*(?:and\s+|later,?\s+|then,?\s+)?(?:on|in|by|around|early in|"
            r"late in)?\s*$"
        ),
        before,
        regex.I,
    )
    return bool(opened and not regex.search(r"[,;]\s*(?:and|but|before|then)\b|\s(?:and|before|then)\s", gap))


def _dates_ahead(ctx: "Context") -> list[DateFound]:
    """Dates before the event word that open its clause or stand beside its auxiliary, nearest last."""
    start = ctx.territory.start
    found = []
    for date in ctx.view.dates_in(start, ctx.hit.pos):
        lead = ctx.masked[start : date.start]
        gap = ctx.masked[date.end : ctx.hit.pos]
        if _OCCASION.search(lead[-60:]) or SAYING.search(gap):
            continue
        first = start == ctx.reader.sentence.start
        heads = first and bool(regex.fullmatch(r"[\w’' -]{0,60}", lead)) and gap.startswith(",")
        opens = heads or (bool((_LEADS if first else _SEPARATED).search(lead)) and bool(_TO_VERB.match(gap)))
        if opens or (first and len(gap) < 3) or _AUX_ONLY.search(lead):
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
