"""What extraction is made of: plain frozen values with offsets into the frozen text of a document.

Nothing here knows Django. `text[start:end] == quote` holds for every value that carries a quote.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

JSON = Any  # what json.dumps takes


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of the text, end exclusive."""

    start: int
    end: int

    def covers(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read: its bytes, the text frozen from them, and what the file says of itself."""

    path: str
    name: str
    data: bytes
    sha256: str
    text: str
    text_sha256: str
    media_type: str
    encoding: str
    title: str = ""
    publisher: str = ""
    published: str = ""  # EDTF, or "" where unknown
    published_basis: str = "unknown"  # a code of DATE_BASES
    url: str = ""
    language: str = ""  # ISO 639-1, or "" where nothing says
    notes: tuple[str, ...] = ()  # what reading changed or left out, a sentence each
    retrieved_at: datetime | None = None  # when a web address answered
    headers: Mapping[str, str] = field(default_factory=dict)  # with what headers, names in small letters


@dataclass(frozen=True, slots=True)
class Article:
    """One item of a document; a single statement is a document with one article."""

    start: int
    end: int
    title: str = ""
    title_span: Span | None = None
    publisher: str = ""
    published: str = ""  # EDTF, or "" where unknown
    published_basis: str = "unknown"  # a code of DATE_BASES
    language: str = "en"
    repeats: int | None = None  # index of the earlier article that says the same


@dataclass(frozen=True, slots=True)
class Claim:
    """What one rule says of one person, with the passage that says it."""

    kind: str  # a code of EVENT_KINDS, or "affiliation" or "occupation"
    date: str  # EDTF, or ""
    date_basis: str  # "stated", "inferred" or ""
    modality: str
    start: int
    end: int
    quote: str
    rule: str
    rule_version: int
    values: Mapping[str, JSON] = field(default_factory=dict)
    confidence: float = 0.9
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonFound:
    """One person of the record, as one document names them."""

    name: str  # the fullest form
    also: tuple[str, ...]  # every other form seen
    mentions: tuple[Span, ...]
    country: str  # ISO 3166-1 alpha-2, or ""
    gender: str
    status: str
    claims: tuple[Claim, ...]
    article: int  # index of the article that names them first
    confidence: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupEvent:
    """One thing that happened to many: an announced count, of whom few or none are named."""

    kind: str
    date: str
    date_basis: str
    count: int
    qualifier: str
    quote: str
    start: int
    end: int
    country: str
    place: str
    article: int
    rule: str
    rule_version: int = 1
    modality: str = "stated"
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureFound:
    """A number that the source states."""

    what: str
    count: int
    qualifier: str
    date: str
    date_basis: str
    quote: str
    start: int
    end: int
    country: str
    article: int
    rule: str
    rule_version: int = 1


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A passage that speaks of custody and that the rules could not give to anybody, with the reason."""

    start: int
    end: int
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document."""

    articles: tuple[Article, ...]
    people: tuple[PersonFound, ...]
    group_events: tuple[GroupEvent, ...]
    figures: tuple[FigureFound, ...]
    unsettled: tuple[Unsettled, ...]
