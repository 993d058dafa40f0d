"""Quotes shown where they stand: in their paragraph, and marked in the whole text of a source."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from cases.models import Citation, Document, Source

CONTEXT = 300  # letters on each side, at most
ELLIPSIS = "…"
BLANK_LINE = "\n\n"


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote with the rest of its paragraph on both sides."""

    before: str
    quote: str
    after: str


def passage(text: str, start: int, end: int) -> Passage:
    """The paragraph around a span, cut at a word where it is long."""
    opening, closing = text.rfind(BLANK_LINE, 0, start), text.find(BLANK_LINE, end)
    before = text[opening + len(BLANK_LINE) if opening >= 0 else 0 : start]
    after = text[end : closing if closing >= 0 else len(text)]
    if len(before) > CONTEXT:
        before = ELLIPSIS + before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0] + ELLIPSIS
    return Passage(before.lstrip(), text[start:end], after.rstrip())


def in_context(text: str, start: int, end: int) -> SafeString:
    """The same, as HTML with the quote marked."""
    shown = passage(text, start, end)
    return format_html(
        '<span class="passage">{}<mark>{}</mark>{}</span>', shown.before, shown.quote, shown.after
    )


def with_text(citations: QuerySet[Citation]) -> QuerySet[Citation]:
    """Citations with their source and its text, each document fetched once and without its bytes."""
    documents = Prefetch("source__document", Document.objects.defer("original"))
    return citations.select_related("source").prefetch_related(documents)


def source_link(source: Source, anchor: str = "") -> SafeString:
    """The source's page of the desk, at one of its passages."""
    address = reverse("admin:cases_source_change", args=[source.pk]) + (f"#{anchor}" if anchor else "")
    dated = ", ".join(part for part in (source.publisher, source.published) if part)
    return format_html('<a href="{}">{}</a>{}', address, source.title, f" ({dated})" if dated else "")


def citation_html(citation: Citation) -> SafeString:
    """A citation in its paragraph, with its source; the document must have been fetched with it."""
    return format_html(
        '<div class="quoted">{}<p class="from">{}</p></div>',
        in_context(citation.source.document.text, citation.start, citation.end),
        source_link(citation.source, f"c{citation.pk}"),
    )


def marked(
    text: str, offset: int, spans: Iterable[tuple[int, int, int]], titles: Mapping[int, str]
) -> SafeString:
    """A text with every cited span marked, spans that overlap included.

    `offset` is where the text begins in the document that the spans (key, start, end) count in. Each span's
    first mark has the anchor ``c<key>``, and says what rests on it.
    """
    within = sorted((start - offset, end - offset, key) for key, start, end in spans)
    cuts = sorted({0, len(text), *(start for start, _, _ in within), *(end for _, end, _ in within)})
    cuts = [cut for cut in cuts if 0 <= cut <= len(text)]
    pieces: list[SafeString | str] = []
    for left, right in itertools.pairwise(cuts):
        keys = [key for start, end, key in within if start < right and end > left]
        pieces += [
            format_html('<a id="c{}"></a>', key) for start, _, key in within if start == left and key in keys
        ]
        title = "; ".join(dict.fromkeys(titles.get(key, "") for key in keys))
        piece = text[left:right]
        pieces.append(format_html('<mark title="{}">{}</mark>', title, piece) if keys else piece)
    return format_html_join("", "{}", ((piece,) for piece in pieces))
