"""Markdown with front matter: “key: value” lines between two lines of three dashes.

Not YAML: only flat keys are read, so that nothing in a document can build an object. The front matter is
not part of the text.
"""

import re

from cases import dates
from importers.published import date_line
from importers.read.parsed import Parsed

_FRONT = re.compile(r"\ufeff?---[ \t]*\n(?P<lines>.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_PAIR = re.compile(r"([A-Za-z_-]{1,40})[ \t]*:[ \t]*(.*)")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*")
KEYS = {
    "title": "title",
    "date": "published",
    "published": "published",
    "publisher": "publisher",
    "source": "publisher",
    "url": "url",
    "link": "url",
    "lang": "language",
    "language": "language",
}


def parse_markdown(text: str) -> Parsed:
    """The text below the front matter, and what the front matter says; a date that is none is a note."""
    text = text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    if front is None:
        return Parsed(text)
    found = Parsed(text[front.end() :])
    for line in front["lines"].splitlines():
        pair = _PAIR.fullmatch(line)
        field = KEYS.get(pair[1].lower()) if pair else None
        if pair and field and not getattr(found, field):
            _set(found, field, _unquoted(pair[2]))
    return found


def _set(found: Parsed, field: str, value: str) -> None:
    if field == "publisher" and re.match(r"https?://", value):
        field = "url"
    if field != "published":
        setattr(found, field, value)
        return
    found.published = edtf_of(value)
    if value and not found.published:
        found.notes.append(f"The date “{value[:60]}” of the front matter is not understood.")


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'" else value


def edtf_of(value: str) -> str:
    """A date as EDTF: given so, as a moment, or in words (“4 March 2024”); "" for anything else."""
    moment = _TIME.fullmatch(value)
    value = moment[1] if moment else value
    try:
        return dates.parse(value).edtf
    except dates.DateError:
        return date_line(value)
