"""How sure a claim is: what its rule is worth, and each reason that makes it less so, by name. Pure.

A researcher reads the reasons beside the proposal; the number orders a queue and is no probability. Factors
are small, since a claim with one doubt is still worth a look, and several doubts together count together.
"""

from collections.abc import Iterator

import regex

from importers.rules.base import Context
from importers.view import View

FOUND_AS = "found as "
USUAL = 0.9  # what a rule is worth that says nothing else of itself
FACTORS = {
    "told of a pronoun": 0.85,  # "he", "they", "both men"
    "told of a role": 0.85,  # "the journalist"
    "said in the first person": 0.9,  # “I was arrested,” P said
    "goes on from the verb before": 0.97,  # "arrested and charged"
    "the source tells it with a hedge": 0.95,  # "reportedly"
    "asked for, not told": 0.95,  # who is to be freed is held
    "its date was worked out": 0.99,
    "several dates in the sentence": 0.98,
    "told in a headline": 0.96,
    "told within a quotation": 0.98,
    "told of a group": 0.97,
}
_HOW = {"pronoun": "told of a pronoun", "noun": "told of a role", "self": "said in the first person"}
_VOICE = {"chain": "goes on from the verb before"}
_ENDS = regex.compile(r"[.!?…”\"’)]\s*$")
_HEADLINE = 140  # characters; a longer line without a full stop is prose that lost it


def reasons_of(ctx: Context, modality: str, basis: str, *, demanded: bool = False) -> tuple[str, ...]:
    """How the person was found, and what makes the claim less sure; those of `FACTORS` count."""
    return (f"{FOUND_AS}{ctx.hit.patients.how}", *_doubts(ctx, modality, basis, demanded=demanded))


def confidence_of(worth: float, reasons: tuple[str, ...]) -> float:
    """What a rule is worth, less what the reasons take off."""
    for reason in reasons:
        worth *= FACTORS.get(reason, 1.0)
    return round(worth, 4)


def _doubts(ctx: Context, modality: str, basis: str, *, demanded: bool) -> Iterator[str]:
    hit = ctx.hit
    if hit.rule.confidence < USUAL:
        yield "words that can mean something else"  # counted in the worth of the rule
    if doubt := _HOW.get(hit.patients.how):
        yield doubt
    elif len(hit.patients.people) > 3:
        yield "told of a group"
    if doubt := _VOICE.get(hit.voice):
        yield doubt
    if modality == "reported":
        yield "the source tells it with a hedge"
    if demanded:
        yield "asked for, not told"
    if basis == "inferred":
        yield "its date was worked out"
    elif basis and len(ctx.view.dates_in(ctx.reader.sentence.start, ctx.reader.sentence.end)) > 2:
        yield "several dates in the sentence"
    if is_headline(ctx.view, ctx.reader.sentence.start, ctx.reader.sentence.end):
        yield "told in a headline"
    elif _is_quoted(ctx):
        yield "told within a quotation"


def is_headline(view: View, start: int, end: int) -> bool:
    """Whether a sentence is a line of its own without a full stop near the head of its article."""
    line = view.text[start:end]
    alone = end >= len(view.text) or view.text[end : end + 2].startswith("\n") or line.endswith("\n")
    return (
        start - view.article.start < _HEADLINE and len(line) < _HEADLINE and alone and not _ENDS.search(line)
    )


def _is_quoted(ctx: Context) -> bool:
    """Whether quotation marks are open where the event's word stands."""
    before = ctx.view.text[ctx.reader.sentence.start : ctx.hit.pos]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
