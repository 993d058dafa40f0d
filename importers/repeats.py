"""Which articles of a document stand in it twice: a digest often has one statement from two places.

Two are the same where their words are, but for the smallest ones, punctuation, and the lines that give title,
date and source. One other word makes another article: reports of one court differ in a name or a number, a
correction in a “not”. A repeated article is kept as a source; what it says is proposed once.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import regex

from importers.published import date_line
from importers.spans import Article

LEAST = 40  # characters; shorter items say the same by chance
SMALLEST = frozenset({"the", "a", "an", "of", "that", "which", "who", "s"})
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_SOURCE_LINE = regex.compile(r"[\W_]*Source\s*:", regex.I)


def mark_repeats(text: str, articles: Sequence[Article]) -> list[Article]:
    """The articles in their order; one that says what an earlier one says points to it."""
    if len(articles) < 2:
        return list(articles)
    first: dict[str, int] = {}
    marked = []
    for index, one in enumerate(articles):
        whole = text[one.start : one.end]
        body = _body(text, one)
        body = body if len(body.strip()) > LEAST else whole  # the title then says most of it
        words = [word for word in _WORD.findall(body.casefold()) if word not in SMALLEST]
        mark = hashlib.sha256(" ".join(words).encode()).hexdigest()
        same = first.setdefault(mark, index) if len(whole.strip()) > LEAST else index
        marked.append(one if same == index else replace(one, repeats=same))
    return marked


def _body(text: str, article: Article) -> str:
    """What an article says, without its title, its date and the line that names its source."""
    start = article.title_span.end if article.title_span else article.start
    lines = text[max(start, article.start) : article.end].split("\n")
    return "\n".join(line for line in lines if not (_SOURCE_LINE.match(line) or date_line(line)))
