"""The rest of the paragraph around a quote, so that a reader sees it where it stands."""

import re

LIMIT = 600  # letters on either side

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+")
_CUT = "… "


def surroundings(text: str, start: int, end: int, first: int, last: int) -> tuple[str, str]:
    """What stands before and after ``text[start:end]`` in its paragraph, within ``text[first:last]``.

    Paragraphs end at a blank line, or at every line's end where the article has no blank line.
    Longer sides are cut between sentences, or words, and marked with “…”.
    """
    first, last = min(first, start), max(last, end)
    blank = _BLANK_LINE.search(text, first, last)
    before = _last_part(text[first:start], bool(blank))
    after = _first_part(text[end:last], bool(blank))
    return _shortened_front(before), _shortened_back(after)


def _last_part(text: str, blank_lines: bool) -> str:
    return (_BLANK_LINE.split(text) if blank_lines else text.split("\n"))[-1].lstrip()


def _first_part(text: str, blank_lines: bool) -> str:
    return (_BLANK_LINE.split(text, maxsplit=1) if blank_lines else text.split("\n", maxsplit=1))[0].rstrip()


def _shortened_front(text: str) -> str:
    if len(text) <= LIMIT:
        return text
    tail = text[-LIMIT:]
    cut = _SENTENCE_END.search(tail) or re.search(r"\s+", tail)
    return _CUT + (tail[cut.end() :] if cut else tail)


def _shortened_back(text: str) -> str:
    if len(text) <= LIMIT:
        return text
    head = text[:LIMIT]
    ends = list(_SENTENCE_END.finditer(head)) or list(re.finditer(r"\s+", head))
    return (head[: ends[-1].start() + 1].rstrip() if ends else head) + " …"
