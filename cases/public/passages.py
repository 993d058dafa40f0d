"""Quotes as the pages show them: each with its source and the address of its highlighted passage."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cases.publication.facts import path

Json = Mapping[str, Any]

SENTENCE_END = re.compile(r"(?<=[.!?…])[”’»\"]?\s+|\n+")
FIRST_END = re.compile(r"[^\n]*?[.!?…][”’»\"]?(?=\s|$)|[^\n]*(?=\n)")
MARKUP = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>|\*\*|^#{1,6} (?=\S)", re.MULTILINE)
WHOLE = re.compile(r"[.!?…][”’»\"]?$")
OPENED = ("“", '"', "«", "„")
MOST_CONTEXT = 240  # characters on either side; the whole paragraph is on the page of the source


def anchor(start: int, end: int) -> str:
    """The anchor of a passage on its source's page."""
    return f"p-{start}-{end}"


def readable(text: str) -> str:
    """A passage without the remnants of markup that a copied page left in its text.

    For reading only: the quote that is stored, hashed and exported keeps every character.
    """
    return MARKUP.sub("", text)


def lead(before: str) -> str:
    """The beginning of the sentence that a passage stands in, of the text before it."""
    words = SENTENCE_END.split(before)[-1]
    if len(words) <= MOST_CONTEXT:
        return words
    return f"… {words[-MOST_CONTEXT:].partition(' ')[2]}"


def tail(after: str) -> str:
    """The end of the sentence that a passage stands in, of the text after it."""
    end = FIRST_END.match(after)
    words = end[0] if end else after
    if len(words) <= MOST_CONTEXT:
        return words
    return f"{words[:MOST_CONTEXT].rpartition(' ')[0]} …"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage with what a reader needs to judge it: its words, and its sentence around them."""

    text: str
    before: str
    after: str
    stance: str
    hedged: bool
    source: Json
    address: str

    @property
    def framed(self) -> bool:
        """Does the passage need quotation marks? One that opens with them has its own."""
        return not (self.before or self.text).startswith(OPENED)


class Quotes:
    """The quotes of one document, its sources looked up once."""

    def __init__(self, document: Json) -> None:
        self.sources = {source["id"]: source for source in document.get("sources") or []}
        self.addresses = {key: path("sources", source["title"], key) for key, source in self.sources.items()}

    def of(self, fact: Json) -> list[Quote]:
        """The quotes of one fact of the document, each passage once, supporting ones first."""
        found: dict[tuple[str, int, int], Quote] = {}
        for citation in fact.get("citations") or []:
            key = (citation["source"], citation["start"], citation["end"])
            if citation["source"] in self.sources and key not in found:
                found[key] = self._quote(citation)
        return sorted(found.values(), key=lambda quote: quote.stance != "supports")

    def listed(self) -> list[dict[str, Any]]:
        """The sources of the document with their addresses, the newest first."""
        newest_first = sorted(
            self.sources.values(), key=lambda source: source.get("published") or "", reverse=True
        )
        return [{**source, "address": self.addresses[source["id"]]} for source in newest_first]

    def _quote(self, citation: Json) -> Quote:
        place = anchor(citation["start"], citation["end"])
        quote = citation["quote"]
        return Quote(
            text=readable(quote),
            before=readable(lead(citation.get("before") or "")),
            after="" if WHOLE.search(quote) else readable(tail(citation.get("after") or "")),
            stance=citation.get("stance") or "supports",
            hedged=bool(citation.get("hedged")),
            source=self.sources[citation["source"]],
            address=f"{self.addresses[citation['source']]}#{place}",
        )


def with_quotes(facts: Iterable[Json] | None, quotes: Quotes) -> list[dict[str, Any]]:
    """Facts of a document with their quotes under `quotes`."""
    return [{**fact, "quotes": quotes.of(fact)} for fact in facts or []]
