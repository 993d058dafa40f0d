"""A page to text: the article with its headings, without menus, and what the page says of itself.

Markdown output keeps headings and emphasis, which the segmenter needs to find articles; trafilatura's
"recall" mode is never used, since it keeps only the first article of a digest (docs/decisions).
"""

from dataclasses import dataclass

import regex
import trafilatura
from trafilatura.metadata import extract_metadata

from importers.read.errors import ReadError

_HTML = regex.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", regex.I | regex.S
)
_DATE = regex.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Page:
    text: str
    metadata: dict[str, str]


def looks_like_html(text: str) -> bool:
    """Whether a file without a telling name is a page."""
    return bool(_HTML.match(text[:2000]))


def read_html(html: str, name: str) -> Page:
    """The text of a page and its metadata; raises `ReadError` where there is no text."""
    text = trafilatura.extract(
        html, output_format="markdown", include_formatting=True, include_comments=False, include_tables=True
    )
    if not text:
        raise ReadError(f"{name} is a page without text that can be read.")
    return Page(text, _metadata(html))


def _metadata(html: str) -> dict[str, str]:
    found = extract_metadata(html, extensive=False)
    published = found.date if found.date and _DATE.fullmatch(found.date) else ""
    known = {
        "title": found.title or "",
        "publisher": found.sitename or "",
        "url": found.url or "",
        "language": found.language or "",
        "published": published,
        "published_basis": "metadata" if published else "",
    }
    return {key: value for key, value in known.items() if value}
