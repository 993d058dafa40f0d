"""Paragraphs and sentences of a text as offsets into it.

A full stop ends a sentence unless an abbreviation, an initial or a number stands before it: a split
inside "Art. 342" would lose the charge. Headings, list items and lines of their own are sentences too.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import regex

from importers.spans import Span

LONGEST = 2500  # characters
ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "fr",
        "sr",
        "jr",
        "st",
        "hon",
        "gen",
        "col",
        "lt",
        "capt",
        "maj",
        "sgt",
        "cpl",
        "adm",
        "cmdr",
        "messrs",
        "sen",
        "rep",
        "gov",
        "pres",
        "min",
        "art",
        "arts",
        "sec",
        "secs",
        "para",
        "paras",
        "pt",
        "pts",
        "ch",
        "vol",
        "no",
        "nos",
        "nr",
        "fig",
        "p",
        "pp",
        "cf",
        "al",
        "etc",
        "vs",
        "v",
        "i.e",
        "e.g",
        "a.m",
        "p.m",
        "inc",
        "ltd",
        "co",
        "corp",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "approx",
        "dept",
        "est",
        "u.s",
        "u.k",
        "u.n",
        "e.u",
        "d.c",
    ]
)
_ITEM = r"(?=[ \t]*(?:[-*•–·▪]|\d{1,2}[.)])\s)"
_BREAK = regex.compile(r"\n\s*")
_WRAPPED_BREAK = regex.compile(rf"\n[ \t\u00a0]*\n\s*|\n{_ITEM}")
_MARKS = re.compile(r"([.!?…]+)[\"'”’»)\]]*")
_RUN_ON = re.compile(r"(?<=[a-z]{3}\.)[A-Z][a-z]")
_WORD_BEFORE = regex.compile(r"[\p{L}.]+$")
_NEXT = regex.compile(r"\s*(?:[\"'“‘«(\[]*+[\p{Lu}\p{Lt}\p{Lo}\d]|[-–—•*])")


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The paragraphs between two offsets: what stands between line breaks, trimmed, never empty."""
    end = len(text) if end is None else end
    found, here = [], start
    pattern = _WRAPPED_BREAK if is_wrapped(text) else _BREAK
    for match in pattern.finditer(text, start, end):
        found.append(_trim(text, here, match.start()))
        here = match.end()
    found.append(_trim(text, here, end))
    return [span for span in found if span.end > span.start]


@lru_cache(maxsize=8)
def is_wrapped(text: str) -> bool:
    """Whether lines were broken at a fixed width, so that a line break alone ends nothing."""
    lines = text.split("\n")
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    broken = [
        1 for a, b in pairs if 45 <= len(a) <= 100 and a.rstrip()[-1] not in ".!?:" and b.strip()[0].islower()
    ]
    return len(pairs) >= 6 and len(broken) >= len(pairs) * 0.35


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences between two offsets, in order, trimmed, never across a line break."""
    whole = (one for para in paragraphs(text, start, end) for one in _split(text, para))
    return [piece for one in whole for piece in _pieces(text, one)]


def _pieces(text: str, sentence: Span) -> list[Span]:
    """A sentence, or pieces of one so long that nobody wrote it: no reading slows down with its length."""
    found, here = [], sentence.start
    while sentence.end - here > LONGEST:
        cut = text.rfind(" ", here, here + LONGEST)
        cut = cut if cut > here else here + LONGEST
        found.append(_trim(text, here, cut))
        here = cut
    return [*found, _trim(text, here, sentence.end)]


def _split(text: str, para: Span) -> list[Span]:
    found, here = [], para.start
    for stop, after in _stops(text, para):
        if after >= para.end or not _ends(text, stop, after):
            continue
        found.append(_trim(text, here, after))
        here = after
    found.append(_trim(text, here, para.end))
    return [span for span in found if span.end > span.start]


def _stops(text: str, para: Span) -> Iterator[tuple[int, int]]:
    """Where a sentence may end: its last mark and what follows, the same where no blank is between."""
    for match in _MARKS.finditer(text, para.start, para.end):
        run, end = match.end(1), match.end()
        if end >= para.end or text[end].isspace():
            yield match.start(), end
        elif _RUN_ON.match(text, end):
            yield end, end  # "the court.She"
        elif text[run] == "”" and text[run + 1] in '“"' and text[run - 1] != "…":
            yield run + 1, run + 1  # “… there.”“They …”


def _ends(text: str, stop: int, after: int) -> bool:
    """Whether the mark at `stop` ends a sentence: what follows begins one, what precedes is whole."""
    if not _NEXT.match(text, after):
        return False
    if stop >= len(text) or text[stop] != ".":
        return True
    word = _WORD_BEFORE.search(text[max(0, stop - 12) : stop])
    if not word:
        return True
    before = word[0].lower()
    if before in ABBREVIATIONS:
        # "no." also closes sentences; an abbreviation before a new sentence is rare enough to lose
        return False
    return not (len(before) == 1 and word[0].isupper())


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
