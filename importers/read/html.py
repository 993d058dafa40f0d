"""A page to text: the article with its headings, without menus, and what the page says of itself.

Markdown output keeps headings and emphasis, which the segmenter needs to find articles; trafilatura's
"recall" mode is never used, since it keeps only the first article of a digest (docs/decisions). Runs in the
process that parses.
"""

import re

import trafilatura
from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from importers.read.errors import ReadError
from importers.read.parsed import Parsed
from importers.read.plain import decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_CONSENT = re.compile(r"cookie|consent|gdpr", re.I)
_BOXES = ("div", "section", "aside", "dialog", "form")
CONSENT_MAX = 3000  # characters; a longer box is the page itself


def parse_html(data: bytes, name: str, charset: str = "") -> Parsed:
    """The text of a page and its metadata; `charset` is what the server says. Raises `ReadError`."""
    declared = _CHARSET.search(data[:4096])
    html, encoding, notes = decode(data, name, charset or (declared[1].decode() if declared else ""))
    page = page_of(html, name)
    page.encoding, page.notes = encoding, notes
    return page


def page_of(html: str, name: str) -> Parsed:
    """The same of a page whose encoding is settled (the HTML part of an e-mail)."""
    tree = trafilatura.load_html(html)
    if tree is None:
        raise ReadError(f"{name} cannot be read as a web page.")
    _without_consent(tree)
    page = _described(tree)
    text = trafilatura.extract(
        tree, output_format="markdown", include_formatting=True, include_comments=False, include_tables=True
    )
    if not text:
        raise ReadError(f"{name} is a page without text that can be read.")
    page.text = text
    return page


def _without_consent(tree: HtmlElement) -> None:
    """Take out the boxes that ask about cookies: they would be the first paragraph of the document."""
    for box in list(tree.iter(*_BOXES)):
        mark = f"{box.get('id', '')} {box.get('class', '')}"
        small = _CONSENT.search(mark) and sum(len(piece) for piece in box.itertext()) <= CONSENT_MAX
        if small and box.getparent() is not None:
            box.drop_tree()


def _described(tree: HtmlElement) -> Parsed:
    """What the page says of itself. Its date only where the page marks one: a guess from the text would
    take the oldest item of a listing (htmldate's extensive search was wrong on one page in seven).
    """
    found = extract_metadata(tree, extensive=False)
    return Parsed(
        "",
        title=found.title or "",
        publisher=found.sitename or "",
        url=found.url or "",
        language=tree.get("lang", "") or found.language or "",
        published=found.date if found.date and _DATE.fullmatch(found.date) else "",
    )
