"""Which lengths of time are a sentence, and what stands around them."""

import regex

from importers.prose.durations import DurationFound
from importers.prose.numbers import value
from importers.rules.base import Context, Values
from importers.rules.charged import charges_in
from importers.rules.parts import is_only_possible, is_suspended, regime_of, setting, term_of

BARS = (
    r"(?:penal colon(?:y|ies)|prison|jail|imprisonment|incarceration|bars|custody|colony|camp|labou?r|"
    r"detention|arrest|gaol|penal|confinement|deprivation of (?:liberty|freedom)|internment|servitude|"
    r"penitentiary)"
)
PRISON_AFTER = regex.compile(
    rf"[’']?s?[\s-]*(?:of\s+|in\s+|behind\s+|at\s+|to\s+)?(?:an?\s+|the\s+)?(?:[\w’'-]+[\s-]){{0,5}}?{BARS}",
    regex.I,
)
_BARE = regex.compile(
    r"\s*(?:to\s+)?(?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty|\d{1,2})\s*(?=[,;.]|$|\band\b|\bwhile\b)",
    regex.I,
)
_REMAND_NEAR = regex.compile(
    (
        r"\b(?:pre-?trial|remand\w*|provisional|preventive|pending|investigat\w+|interrogat\w+|awaiting "
        r"trial|"
        r"spent|after serving|having served)\b"
    ),
    regex.I,
)
_OTHER_LENGTH = regex.compile(r"[\s,]*(?:ban|travel ban|after|before|ago|later|deprivation of political)")
# "ends hunger strike after 31 days": the days are those of the strike
_OF_STRIKE = regex.compile(
    r"\bhunger[- ]?strik\w+\s+(?:after|for|of|that (?:had )?lasted|lasting)\s+(?:\w+\s+){0,2}$", regex.I
)
_OF_REMAND = regex.compile(r"\s+(?:in|of)\s+pre-?trial")


def terms_in(ctx: Context, start: int, end: int) -> list[DurationFound]:
    """Lengths that may be a sentence: not asked for, not the most possible, not time in remand."""
    found = []
    for length in ctx.view.lengths_in(start, end):
        before = ctx.masked[max(start, length.start - 60) : length.start]
        after = ctx.masked[length.end : length.end + 40]
        if is_only_possible(ctx, length) or _OTHER_LENGTH.match(after):
            continue
        if _REMAND_NEAR.search(before) or _OF_REMAND.match(after) or _OF_STRIKE.search(before):
            continue
        found.append(length)
    return found


def values_of(ctx: Context, length: DurationFound, end: int) -> Values:
    """What a length says of a sentence: term, court and place, regime, whether it is suspended."""
    reach_end = max(length.end, _bars_end(ctx, length))
    ctx.reach(length.start, reach_end)
    values = term_of(length) | setting(
        ctx, min(ctx.hit.start, length.start), min(end, max(reach_end + 90, ctx.hit.end))
    )
    values |= charges_in(ctx, end)
    if regime := regime_of(ctx, length):
        values["regime"] = regime
    if is_suspended(ctx, length):
        values["suspended"] = True
    return values


def bare_years(ctx: Context, start: int, end: int) -> Values:
    """ "… to nine years, and P to eight": a number alone is of years where the sentence counts years."""
    match = _BARE.match(ctx.masked, start, end)
    counted = ctx.view.lengths_in(ctx.reader.sentence.start, ctx.reader.sentence.end)
    if not match or not any(one.years and not one.life for one in counted):
        return {}
    ctx.reach(ctx.hit.pos, match.end("number"))
    return {"years": int(value(match["number"]))}


def _bars_end(ctx: Context, length: DurationFound) -> int:
    match = PRISON_AFTER.match(ctx.masked, length.end, min(ctx.reader.sentence.end, length.end + 60))
    return int(match.end()) if match else length.end
