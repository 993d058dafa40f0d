"""Bytes to a `Reading`: the kind is found, the bytes are parsed, and the text is frozen."""

import hashlib

from cases import dates
from importers.read.clean import freeze, shown
from importers.read.errors import ReadError
from importers.read.kinds import MEDIA_TYPES, kind_of, looks_like_html
from importers.read.language import code_of, language_of
from importers.read.limits import MAX_BYTES, MAX_CHARACTERS, megabytes
from importers.read.markdown import parse_markdown
from importers.read.parsed import Parsed
from importers.read.plain import decode_certain
from importers.read.sandbox import parse
from importers.spans import Reading

# As the columns that keep them.
MAX_TITLE, MAX_PUBLISHER, MAX_ADDRESS = 500, 200, 1000


def reading_of(data: bytes, name: str, *, path: str = "", kind: str = "", charset: str = "") -> Reading:
    """The document in some bytes; raises `ReadError`. `kind` and `charset`, where a server says them."""
    check(data, name)
    kind = kind or kind_of(data, name)
    if kind == "archive":
        raise ReadError(f"{name} is an archive; its members are documents, not itself.")
    kind, parsed = _parsed(kind, data, name, charset)
    if len(parsed.text) > MAX_CHARACTERS:
        raise ReadError(f"{name} has more than {MAX_CHARACTERS:,} characters of text.")
    text, notes = freeze(parsed.text)
    if not text.strip():
        raise ReadError(f"{name} has no text.")
    published = _published(parsed.published)
    return Reading(
        path=path or name,
        name=name,
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type=MEDIA_TYPES[kind],
        encoding=parsed.encoding,
        title=_line(parsed.title, MAX_TITLE),
        publisher=_line(parsed.publisher, MAX_PUBLISHER),
        published=published,
        published_basis="metadata" if published else "unknown",
        url=_address(parsed.url),
        language=language_of(text) or code_of(parsed.language),
        notes=(*(_line(note, MAX_TITLE) for note in parsed.notes), *notes),
    )


def check(data: bytes, name: str, largest: int = MAX_BYTES) -> None:
    """Refuse what is empty or larger than a document may be."""
    check_size(len(data), name, largest)
    if not data or data.isspace():
        raise ReadError(f"{name} is empty.")


def check_size(size: int, name: str, largest: int = MAX_BYTES) -> None:
    """Refuse a size above `largest` bytes."""
    if size > largest:
        raise ReadError(f"{name} has {megabytes(size)}; the limit is {megabytes(largest)}.")


def _parsed(kind: str, data: bytes, name: str, charset: str) -> tuple[str, Parsed]:
    """The kind in the end (a page may be called .txt) and the text. UTF-8 needs no process of its own."""
    if kind not in ("text", "markdown"):
        return kind, parse(kind, data, name, charset)
    certain = decode_certain(data, name)
    found = Parsed(certain[0], encoding=certain[1]) if certain else parse("text", data, name, charset)
    if looks_like_html(found.text):
        return "html", parse("html", data, name, charset)
    if kind == "markdown":
        marked = parse_markdown(found.text)
        marked.encoding, marked.notes = found.encoding, found.notes + marked.notes
        return kind, marked
    return kind, found


def _published(edtf: str) -> str:
    try:
        return dates.parse(edtf).edtf if edtf else ""
    except dates.DateError:
        return ""


def _line(text: str, longest: int) -> str:
    return shown(" ".join(freeze(text)[0].split()), longest)


def _address(url: str) -> str:
    """An address that may be linked to, or "": a document could give “javascript:”."""
    url = url.strip()
    fine = url.startswith(("http://", "https://")) and len(url) <= MAX_ADDRESS and url.isprintable()
    return url if fine and " " not in url else ""
