"""A PDF to text: lines joined to paragraphs, words whole again, running headers and footers left out.

PDF knows no paragraphs, only places on a page; what belongs together follows from the distances of lines.
Columns come in their order (measured; layout modes of other libraries interleave them). A scanned page has no
text, and nothing here reads pictures. Runs in the process that parses.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from importers.read.errors import ReadError
from importers.read.hyphens import joined
from importers.read.limits import MAX_CHARACTERS, MAX_PAGES
from importers.read.parsed import Parsed

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_LINES = re.compile(r"[^\r\n]+")
_NUMBER = re.compile(r"\d+|\b[ivxl]+\b", re.I)
_JUNK_TITLE = re.compile(r"\.\w{2,5}$|^(?:microsoft word|untitled|document\d*)\b", re.I)
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[-*•–·▪]|\(?\d{1,2}[.)])\s")
EDGE = 2  # so many lines at the head and foot of a page may be running headers
SHORT = 0.8  # of the width of the text: a shorter line that ends a sentence ends its paragraph
GAP = 1.3  # of the usual distance of lines: a larger one parts paragraphs
TALLER = 1.12  # type that differs by more is a heading


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; `top` to `bottom` of its first and last letters, in points from the foot."""

    text: str
    left: float
    right: float
    first_bottom: float
    last_bottom: float
    height: float


def parse_pdf(data: bytes, name: str, _charset: str = "") -> Parsed:
    """The text of a PDF; raises `ReadError` for one with a password, without text, or of too many pages."""
    document = _opened(data, name)
    try:
        if len(document) > MAX_PAGES:
            raise ReadError(f"{name} has {len(document)} pages; the limit is {MAX_PAGES}.")
        pages = _pages(document, name)
        title = " ".join(document.get_metadata_dict().get("Title", "").split())
    finally:
        document.close()
    if not any(pages):
        raise ReadError(f"{name} has no text: its pages are pictures, and nothing here reads pictures.")
    text = joined("\n\n".join(_paragraphs(_without_running_lines(pages))))
    return Parsed(text, title="" if _JUNK_TITLE.search(title) else title, notes=_empty_pages(pages))


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise ReadError(f"{name} is protected with a password; save it without one.") from None
        raise ReadError(f"{name} is damaged or cut off, and cannot be read as a PDF.") from None


def _pages(document: pypdfium2.PdfDocument, name: str) -> list[list[Line]]:
    pages, size = [], 0
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        lines = list(_lines(text_page))
        text_page.close()
        page.close()
        size += sum(len(line.text) for line in lines)
        if size > MAX_CHARACTERS:
            raise ReadError(f"{name} has more than {MAX_CHARACTERS:,} characters of text.")
        pages.append(lines)
    return pages


def _lines(page: pypdfium2.PdfTextPage) -> Iterator[Line]:
    """The lines as they stand. PDFium joins a word broken at a line's end with U+FFFE: two lines in one."""
    text = page.get_text_range()
    for match in _LINES.finditer(text):
        start, end = match.start(), match.end()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield _line(page, text[start:end], start, end)


def _line(page: pypdfium2.PdfTextPage, text: str, start: int, end: int) -> Line:
    left, bottom, _, top = _box(page, start)
    _, last_bottom, right, _ = _box(page, end - 1)
    begun = max(text.rfind("\ufffe"), text.rfind("\x02"))
    if begun >= 0:  # the width is that of the last line of those joined
        left = _box(page, start + begun + 1)[0] if begun + 1 < len(text) else left
    return Line(text, left, right, bottom, last_bottom, top - bottom)


def _box(page: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of the letter at an index of the text."""
    char = pdfium.FPDFText_GetCharIndexFromTextIndex(page, index)
    try:
        box = page.get_charbox(max(char, 0), loose=True)
    except pypdfium2.PdfiumError:
        return 0.0, 0.0, 0.0, 0.0
    return float(box[0]), float(box[1]), float(box[2]), float(box[3])


def _without_running_lines(pages: list[list[Line]]) -> list[list[Line]]:
    """Leave out what stands at the same edge of at least half of the pages (three or more), numbers aside."""
    seen: Counter[tuple[bool, str]] = Counter()
    for lines in pages:
        seen.update({(head, _pattern(line)) for head, line in _edges(lines)})
    often = max(3, sum(1 for lines in pages if lines) / 2)
    running = {mark for mark, times in seen.items() if times >= often}
    return [_inside(lines, running) for lines in pages]


def _edges(lines: list[Line]) -> Iterator[tuple[bool, Line]]:
    yield from ((True, line) for line in lines[:EDGE])
    yield from ((False, line) for line in lines[-EDGE:])


def _inside(lines: list[Line], running: set[tuple[bool, str]]) -> list[Line]:
    out = {id(line) for head, line in _edges(lines) if (head, _pattern(line)) in running}
    return [line for line in lines if id(line) not in out]


def _pattern(line: Line) -> str:
    return _NUMBER.sub("#", " ".join(line.text.casefold().split()))


def _paragraphs(pages: list[list[Line]]) -> Iterator[str]:
    lines = [line for page in pages for line in page]
    if not lines:
        return
    pitch = _pitch(lines)
    width = max(line.right - line.left for line in lines)
    whole = lines[0].text
    for before, line in pairwise(lines):
        if _parts(before, line, pitch, width):
            yield whole
            whole = line.text
        else:
            whole += "\n" + line.text
    yield whole


def _pitch(lines: list[Line]) -> float:
    """The usual distance from line to line."""
    steps = [a.last_bottom - b.first_bottom for a, b in pairwise(lines)]
    downward = [step for step in steps if 0 < step < 100]
    return median(downward) if downward else 0.0


def _parts(before: Line, line: Line, pitch: float, width: float) -> bool:
    """Whether a new paragraph begins with `line`."""
    ended = bool(_SENTENCE_END.search(before.text))
    if _ITEM.match(line.text):
        return True
    if max(before.height, line.height) > TALLER * max(1.0, min(before.height, line.height)):
        return True
    step = before.last_bottom - line.first_bottom
    if step <= 0 or step > 8 * max(pitch, 1.0):  # next column, next page
        return ended or not line.text[0].islower()
    if pitch and step > GAP * pitch:
        return True
    return ended and before.right - before.left < SHORT * width


def _empty_pages(pages: list[list[Line]]) -> list[str]:
    empty = [str(number) for number, lines in enumerate(pages, start=1) if not lines]
    if not empty:
        return []
    listed = ", ".join(empty[:20]) + (" …" if len(empty) > 20 else "")
    return [f"{len(empty)} of {len(pages)} pages have no text that can be read: {listed}."]
