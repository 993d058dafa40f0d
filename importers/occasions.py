"""The day of what is told without one, from another that the text tells: the raid, the verdict, the arrest.

Nothing here is made more precise than what it is taken from, and all of it is `inferred`.
"""

import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from importers.clues import Clue, Clues
from importers.fronted_dates import HEARD, MOVES
from importers.prose.dates import DateFound
from importers.spans import Span
from importers.view import P

if TYPE_CHECKING:
    from importers.memory import Memory
    from importers.rules.base import Context
    from importers.view import View

REACH = 3  # sentences
_FOLLOWING = regex.compile(r"\bin the (?:following|next|ensuing|subsequent) (?:days|weeks)\b", regex.I)
_IN_COURT = regex.compile(
    r"\s+(?:\w+\s+){0,3}?(?:in (?:the |a )?court ?room|in court|from (?:the )?(?:court ?room|dock)"
    r"|(?:right |immediately |straight )?after (?:the|his|her|their) "
    r"(?:verdict|sentencing|ruling|conviction|sentence))\b",
    regex.I,
)
_WITH_THEM = regex.compile(
    rf"[^,;.]{{0,40}}?\b(?:(?:(?:together|along) )?with|alongside)\s+(?:him|her|them|{P})", regex.I
)
_ALSO = regex.compile(r"\b(?:also|likewise|too|as well)\b", regex.I)
_OCCASIONS = (
    "raid|search|operation|rally|protest|demonstration|march|picket|sit-in|strike|vigil|funeral|sweep|"
    "hearing|ceremony"
)
_NOUN = Clue(
    rf"\b(?P<what>{_OCCASIONS}|rallie|searche|marche)(?:s|ed)?\b",
)
_AT_IT = regex.compile(
    rf"(?:[^,;.]{{0,40}}?\s)?\b(?:during|at|in)\s+(?:the|this|that|these|those)\s+(?:[\w’'-]+\s+){{0,3}}?"
    rf"(?P<what>{_OCCASIONS}|rallie|searche|marche)s?\b(?!\s+(?:of|on|in|against)\s+\ue010)",
    regex.I,
)
_MOVES = Clue(
    MOVES,
)
_OF_SOMEBODY = regex.compile(r"\b(?:who|whose|whom|which|had)\b[^,;]*$", regex.I)
_CLAUSE_BEFORE = regex.compile(r"\b(?:who|whose|whom|which|that|had)\b[^,;]*$", regex.I)
_DEED = regex.compile(
    r"\b(?:murders?|killings?|crimes?|offen[cs]es?|committed|born|founded|published|articles?|posts?|law|since|until|"
    r"elections?|dating)\b[^,;]{0,40}$",
    regex.I,
)


def _from(edtf: str) -> str:
    """Some days or weeks after a date: its year, unless the year was ending."""
    return f"{edtf}/.." if edtf[5:7] in ("11", "12") and "/" not in edtf else edtf[:4]


def of_what_was_told(ctx: "Context", kind: str, number: int) -> str:
    """The day of another event that the words name: the verdict, the raid, the arrest of those with whom."""
    memory, reader, after = ctx.reader.memory, ctx.reader, ctx.after(120)
    if kind in ("arrest", "release") and _IN_COURT.match(after):
        if memory.verdict is not None and number - memory.verdict[1] <= REACH:
            return memory.verdict[0]
        before = [one for one in ctx.view.dates_in(reader.sentence.start, ctx.hit.pos) if not one.future]
        return before[-1].edtf if before else memory.dates.get("sentence", ("", 0))[0]
    if kind in ("release", "sentence") and not _OF_SOMEBODY.search(ctx.before(80)):
        heard = ctx.view.dates_in(reader.sentence.start, ctx.hit.pos)
        if len(heard) == 1 and HEARD.fullmatch(ctx.masked, reader.sentence.start, heard[0].start):
            return heard[0].edtf
    last = memory.dates.get(kind)
    if last is not None:
        if number - last[1] <= 1 and _FOLLOWING.search(
            ctx.masked, reader.sentence.start, reader.sentence.end
        ):
            return _from(last[0])
        if _WITH_THEM.match(after):
            return last[0]
        if number - last[1] <= REACH and _ALSO.search(
            ctx.before(30) + ctx.masked[ctx.hit.start : ctx.hit.end] + after[:10]
        ):
            return last[0] if kind == "sentence" else last[0][:7]
    if kind in ("arrest", "death") and (match := _AT_IT.match(after)):
        days = memory.occasions.get(_stem(match["what"]), set())
        return next(iter(days)) if len(days) == 1 else ""
    return ""


def note_occasions(view: "View", sentence: Span, memory: "Memory", number: int) -> None:
    """Keep the day of a raid or a rally, for "detained during the raid"; of two days, neither."""
    own = own_dates(view, sentence)
    if len(own) == 1 and not own[0].future and len(own[0].edtf) >= len("2020-05"):
        memory.last = (own[0].edtf, number)
    if memory.last is None or number - memory.last[1] > 1 or len(own) > 1:
        return
    for match in _NOUN.findall(memory.clues, view.masked, sentence.start, sentence.end):
        memory.occasions.setdefault(_stem(match["what"]), set()).add(memory.last[0])


@lru_cache(maxsize=4)
def own_dates(view: "View", sentence: Span) -> tuple[DateFound, ...]:
    """The dates of what a sentence tells itself, and not in a clause about somebody's past."""
    return tuple(
        one
        for one in view.dates_in(sentence.start, sentence.end)
        if not _CLAUSE_BEFORE.search(view.masked[sentence.start : one.start])
        and not _DEED.search(view.masked[sentence.start : one.start])
    )


def is_scene(view: "View", sentence: Span, here: Clues) -> bool:
    """Whether a sentence tells of what arrests are made at: a raid, a rally, an arrival, a summons."""
    return bool(
        _NOUN.search(here, view.masked, sentence.start, sentence.end)
        or _MOVES.search(here, view.masked, sentence.start, sentence.end)
    )


def days_apart(earlier: str, later: str) -> int:
    """Days from one day to another, as EDTF of whole days."""
    return (datetime.date.fromisoformat(later) - datetime.date.fromisoformat(earlier)).days


def _stem(word: str) -> str:
    return {"rallie": "rally", "searche": "search", "marche": "march"}.get(word.lower(), word.lower())
