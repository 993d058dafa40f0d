"""An article that stands in several languages, one below the other, as one article for each.

A statement is often followed by its translations. Each part is read by the rules of its own language, or by
none; a name or a quotation in another language makes no part.
"""

from collections.abc import Sequence
from dataclasses import replace

import regex

from importers.read.language import language_of
from importers.sentences import paragraphs
from importers.spans import Article, Span

_FOREIGN = regex.compile(r"[\u00c0-\u024f\u0370-\u1fff\u3040-\uffef]")
FOREIGN_SHARE = 0.01  # of all characters; English with foreign names has less
TELLING = 120  # characters that a paragraph needs for its language to be known
LEAST = 500  # characters of a part


def by_language(text: str, article: Article) -> list[Article]:
    """The parts of an article in their order; the article itself where it is in one language."""
    if article.language == "en" and not _may_hold_another(text, article):
        return [article]
    runs = _runs(text, paragraphs(text, article.start, article.end))
    if len(runs) < 2:
        return [article]
    return [
        replace(
            article,
            start=article.start if not n else span.start,
            end=article.end if n == len(runs) - 1 else span.end,
            language=code,
            title_span=article.title_span if not n else None,
        )
        for n, (code, span) in enumerate(runs)
    ]


def _may_hold_another(text: str, article: Article) -> bool:
    foreign = sum(1 for _ in _FOREIGN.finditer(text, article.start, article.end))
    return foreign > FOREIGN_SHARE * (article.end - article.start)


def _runs(text: str, lines: Sequence[Span]) -> list[tuple[str, Span]]:
    """Neighbouring paragraphs of one language; what is too short to tell goes with what stands before it."""
    runs: list[tuple[str, Span]] = []
    for line in lines:
        code = language_of(text[line.start : line.end]) if line.end - line.start >= TELLING else ""
        if runs and (not code or not runs[-1][0] or code == runs[-1][0]):
            runs[-1] = (runs[-1][0] or code, Span(runs[-1][1].start, line.end))
        else:
            runs.append((code, line))
    return _without_short(runs)


def _without_short(runs: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """A part of few words is a quotation: it goes with the part before it."""
    kept: list[tuple[str, Span]] = []
    for code, span in runs:
        if kept and (span.end - span.start < LEAST or code == kept[-1][0]):
            kept[-1] = (kept[-1][0], Span(kept[-1][1].start, span.end))
        elif kept and kept[-1][1].end - kept[-1][1].start < LEAST:
            kept[-1] = (code, Span(kept[-1][1].start, span.end))
        else:
            kept.append((code, span))
    if len(kept) > 1 and kept[0][0] == kept[1][0]:
        kept[:2] = [(kept[0][0], Span(kept[0][1].start, kept[1][1].end))]
    return kept
