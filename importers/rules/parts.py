"""Pieces that several rules share: courts, regimes, places, terms."""

from typing import Any

import regex

from importers.lexicons import load
from importers.prose.durations import DurationFound
from importers.rules.base import Context, Values

COURT = regex.compile(
    r"(?:\b(?:the|an?)\s+)?(?P<court>(?:(?:\p{Lu}[\w’'-]+|of|the|and|"
    r"for)\s+){0,6}?(?:\p{Lu}[\w’'-]+\s+)?(?:Court|Tribunal)(?:\s+(?:of|for|in|"
    r"No\.?)\s+(?:the\s+)?(?:(?:\p{Lu}|\d)[\w’'-]*\s?)+)?"
    r"|\p{Lu}[\w’'-]+\s+(?:(?:district|regional|city|military|criminal|revolutionary|appeals?|appellate|"
    r"supreme|high|provincial|federal|local|special|anti-terrorism|administrative)\s+){0,3}court|"
    r"court\s+in\s+(?:the\s+)?(?:(?:\w+\s+){0,4}(?:city|town|"
    r"capital)\s+of\s+)?\p{Lu}[\w’'-]+(?:\s+\p{Lu}[\w’'-]+)?)"
)
JUDGE = regex.compile(r"\b[Jj]udge\s+(?P<judge>\ue000\ue001*|\p{Lu}[\w’'-]+(?:\s+\p{Lu}[\w’'-]+){0,2})")
_REGIMES = [(code, regex.compile(rf"\b{pattern}\b", regex.I)) for code, pattern in load("justice")["regimes"]]
_NEXT_TERM = regex.compile(r"\s+and\s+\ue020|[.;]\s")
_ARTICLE = regex.compile(r"^(?:(?:the|of|and|for|in|on|by|a|an)\s+)+", regex.I)
_SUSPENDED = regex.compile(
    r"^[^,;.]{0,45}?(?<!\bnot )\bsuspended\b|^[’']?s?[\s-]*(?:of\s+)?(?:suspended|conditional|probation)",
    regex.I,
)
_SUSPENDED_BEFORE = regex.compile(r"\b(?:suspended|conditional|probationary)\s+(?:[\w-]+\s+){0,3}$", regex.I)
_PARTLY = regex.compile(r"\bwith\s+(?:\w+\s+){0,4}suspended|partly suspended|of which", regex.I)
_ABSENT = regex.compile(
    r"\bin\s+(?:(?:his|her|their)\s+)?absentia\b|\bin\s+(?:his|her|their)\s+absence\b", regex.I
)
_FINE = regex.compile(
    (
        r"\b(?:a\s+)?fine[ds]?\b[^.;]{0,40}?(?P<amount>(?:[$€£¥]|[A-Z]{2,3}\$?)?\s?\d[\d,. "
        r"]*\d?(?:\s?(?:million|billion|thousand))?)\s*(?P<currency>(?!in\b|on\b|for\b|and\b)\p{L}{3,12})?"
    ),
    regex.I,
)
_REQUEST = regex.compile(
    r"\b(?:ask(?:ed|ing|s)?|request(?:ed|ing|s)?|demand(?:ed|ing|s)?|seek(?:s|ing)?|sought|call(?:ed|"
    r"ing)? for|propos\w+|recommend\w+|fac(?:e|es|ed|ing)|could|may|might|would|risk\w*|up to|maximum|"
    r"punish\w+|carr(?:y|ies|ying)|threaten\w*|liable|if (?:found guilty|convicted)|instead of|rather "
    r"than|potential|possible)\b[^.;:]{0,60}$",
    regex.I,
)


def term_of(length: DurationFound) -> Values:
    """A length as a sentence carries it: only what is not zero."""
    values: Values = {}
    if length.life:
        values["life"] = True
    elif length.death_penalty:
        values["death_penalty"] = True
    for unit in ("years", "months", "days"):
        if getattr(length, unit):
            values[unit] = getattr(length, unit)
    return values


def regime_of(ctx: Context, length: DurationFound) -> str:
    """The regime in which a term is to be served: "ten years in a strict-regime colony"."""
    behind = _NEXT_TERM.split(ctx.masked[length.end : length.end + 110], 1)[0]
    return next((code for code, pattern in _REGIMES if pattern.search(behind)), "")


def is_suspended(ctx: Context, length: DurationFound) -> bool:
    """Whether the whole of a term is suspended; "five years, two of them suspended" is not."""
    after = ctx.masked[length.end : length.end + 60]
    before = ctx.masked[max(0, length.start - 40) : length.start]
    return bool((_SUSPENDED.search(after) or _SUSPENDED_BEFORE.search(before)) and not _PARTLY.search(after))


def is_only_possible(ctx: Context, length: DurationFound) -> bool:
    """Whether a length was asked for, or is the most that could be imposed."""
    if length.range_role in ("up_to", "range"):
        return True
    before = ctx.masked[max(ctx.territory.start, length.start - 90) : length.start]
    return bool(_REQUEST.search(before))


def setting(ctx: Context, start: int, end: int) -> Values:
    """Court, judge, regime, absence and suspension, from the stretch of the event."""
    values: Values = {}
    sentence = ctx.reader.sentence
    around = ctx.view.text[sentence.start : sentence.end]
    court = None
    if (
        "ourt" in (words := ctx.masked[min(start, sentence.start) : max(end, sentence.end)])
        or "ribunal" in words
    ):
        court = COURT.search(ctx.masked, start, end) or COURT.search(ctx.masked, sentence.start, sentence.end)
    named = _ARTICLE.sub("", ctx.view.text[slice(*court.span("court"))].strip()) if court else ""
    if named.lower() not in ("", "court", "tribunal"):
        values["court"] = named
    judge = JUDGE.search(ctx.masked, sentence.start, sentence.end) if "udge" in around else None
    if judge:
        values["judge"] = ctx.view.text[judge.start("judge") : judge.end("judge")]
    if _ABSENT.search(around):
        values["in_absentia"] = True
    return values


def fine_in(stretch: str) -> dict[str, Any]:
    """The amount and currency of a fine."""
    match = _FINE.search(stretch)
    if not match:
        return {}
    values = {"fine": match["amount"].strip()}
    if match["currency"]:
        values["fine_currency"] = match["currency"].strip()
    return values
