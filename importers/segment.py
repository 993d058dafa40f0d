"""A document to its articles: digests, listings, statements, single releases.

Three shapes are known, tried in this order:

* a **digest** names the source of each item on a line of its own ("Source: Amnesty International –")
  below the item's title;
* a **listing** has a line that is only a date above or below each item;
* everything else is one article, with a dateline, a date in the file, or a date worked out.
"""

from dataclasses import replace

import regex

from importers.published import date_line, document_date, published_of
from importers.read.language import language_of as detected
from importers.repeats import mark_repeats
from importers.sentences import paragraphs
from importers.spans import Article, Reading, Span
from importers.tongues import by_language

_SOURCE = regex.compile(
    r"(?:\*\*|__)?Source\s*:\s*(?:\*\*|__)?\s*(?P<who>[^\n]{2,100}?)\s*(?:\*\*|__)?\s*[-–—]?\s*$", regex.I
)
_LABEL = regex.compile(
    r"(?:\w+ of \w+ )?(?:press release|news|report|statement|article|blog|update|urgent action|media release"
    r"|public statement|feature|campaign|interview|opinion|open letter)s?",
    regex.I,
)
_CREDIT = regex.compile(
    r"getty|photo\s+(?:by|credit)|/AFP|\bafp\b|anadolu|reuters|©|\.(?:png|jpe?g)\b", regex.I
)
_MARKS = regex.compile(r"^[#*_>\s]+|[#*_\s]+$")
TITLE_MAX = 260
MENU_WORDS = 3  # a shorter first line is a menu or a rubric
HEAD = 12  # lines; a title stands among the first


def segment(reading: Reading) -> tuple[Article, ...]:
    """The articles of a document in order; never empty, never overlapping."""
    text = reading.text
    lines = paragraphs(text)
    articles = _digest(reading, lines) or _listing(reading, lines) or [_single(reading, lines)]
    articles = [part for one in articles for part in by_language(text, one)]
    return tuple(mark_repeats(text, _date_the_rest(text, articles)))


def _digest(reading: Reading, lines: list[Span]) -> list[Article]:
    """Items with a title and a line "Source: …" below it; at least two, or it is no digest."""
    text = reading.text
    marks = [
        (i, m) for i, span in enumerate(lines) if i and (m := _SOURCE.match(text[span.start : span.end]))
    ]
    if len(marks) < 2:
        return []
    found = []
    for n, (i, mark) in enumerate(marks):
        end = lines[marks[n + 1][0] - 2].end if n + 1 < len(marks) else lines[-1].end
        title = lines[i - 1]
        found.append(
            _article(reading, title.start, max(end, lines[i].end), title, mark["who"].strip(" –—-*"))
        )
    return found


def _listing(reading: Reading, lines: list[Span]) -> list[Article]:
    """Items each with a line that is only a date; at least two, or it is no listing."""
    text = reading.text
    dated = [(i, day) for i, span in enumerate(lines) if (day := date_line(text[span.start : span.end]))]
    if len(dated) < 2:
        return []
    above = len(lines) - 1 - dated[-1][0] >= 2 and dated[0][0] <= 1
    found = []
    for n, (i, day) in enumerate(dated):
        first = (i if above else dated[n - 1][0] + 1) if n or above else 0
        last = (dated[n + 1][0] - 1 if n + 1 < len(dated) else len(lines) - 1) if above else i
        first, title = _title_of(text, lines, first, last)
        article = _article(reading, lines[first].start, lines[last].end, title, reading.publisher)
        found.append(replace(article, published=day, published_basis="stated"))
    return found


def _title_of(text: str, lines: list[Span], first: int, last: int) -> tuple[int, Span | None]:
    """Where the item really begins (after credits of the picture before it), and its title if it has one."""
    labels = [
        i
        for i in range(first, last + 1)
        if _LABEL.fullmatch(text[lines[i].start : lines[i].end].strip("#* "))
    ]
    if labels:
        first = labels[-1]
    candidates = [i for i in range(first, last + 1) if i not in labels and not _is_furniture(text, lines[i])]
    if not candidates:
        return first, None
    title = lines[candidates[0]]
    return first, title if title.end - title.start <= TITLE_MAX else None


def _is_furniture(text: str, span: Span) -> bool:
    line = text[span.start : span.end]
    return bool(date_line(line) or (len(line) < 250 and _CREDIT.search(line)))


def _single(reading: Reading, lines: list[Span]) -> Article:
    text = reading.text
    candidates = [one for one in lines[:HEAD] if _has_words(text, one) and not _is_furniture(text, one)]
    title = _said_twice(text, candidates) or next(iter(candidates), None)
    if title is not None and (title.end - title.start > TITLE_MAX or _is_sentence(text, title, lines)):
        title = None
    return _article(reading, lines[0].start, lines[-1].end, title, reading.publisher)


def _said_twice(text: str, candidates: list[Span]) -> Span | None:
    """A copied page has its title in its head and again above its text; a menu or a slogan stands once."""
    seen: set[str] = set()
    for span in candidates:
        line = _MARKS.sub("", text[span.start : span.end]).casefold()
        if line in seen and not line.endswith("."):
            return span
        seen.add(line)
    return None


def _has_words(text: str, span: Span) -> bool:
    """Is it more than a rubric or a menu, and no dateline ("Tbilisi, 4 March 2024")?"""
    line = text[span.start : span.end]
    return len(line.split()) >= MENU_WORDS and not (
        len(line) < 60 and published_of(text, span.start, span.end)[0]
    )


def _is_sentence(text: str, title: Span, lines: list[Span]) -> bool:
    return text[title.start : title.end].rstrip("*_ ").endswith(".") or len(lines) == 1


def _article(reading: Reading, start: int, end: int, title: Span | None, publisher: str) -> Article:
    text = reading.text
    words = _MARKS.sub("", text[title.start : title.end]) if title else reading.title
    published, basis = published_of(text, start, end)
    if not published and reading.published:
        published, basis = reading.published, reading.published_basis
    return Article(
        start=start,
        end=end,
        title=words,
        title_span=title,
        publisher=publisher or reading.publisher,
        published=published,
        published_basis=basis if published else "unknown",
        language=detected(text[start:end]) or reading.language or language_of(text[start:end]),
    )


def _date_the_rest(text: str, articles: list[Article]) -> list[Article]:
    """Articles without a date get the month that the whole document points to, marked as inferred."""
    if all(one.published for one in articles):
        return articles
    known = [one.published for one in articles if one.published]
    month = document_date(text, known)
    return [
        one if one.published or not month else replace(one, published=month, published_basis="inferred")
        for one in articles
    ]


def language_of(text: str) -> str:
    """A rough guess by script, for a text too short to be recognised by its words."""
    letters = [char for char in text[:5000] if char.isalpha()]
    cyrillic = [char for char in letters if "\u0400" <= char <= "\u04ff"]
    if len(cyrillic) * 2 < len(letters) or not letters:
        return "en"
    if any(char in "ўЎ" for char in cyrillic):
        return "be"
    return "uk" if any(char in "їєґЇЄҐ" for char in cyrillic) else "ru"
