"""Builders for the tests of extraction."""

from hashlib import sha256

from importers.extract import extract
from importers.spans import Claim, Extraction, PersonFound, Reading

PUBLISHED = "2024-06-15"


def make_reading(text: str, published: str = "", name: str = "note.txt") -> Reading:
    """A reading of a text, without a file."""
    data = text.encode()
    digest = sha256(data).hexdigest()
    return Reading(
        path=name,
        name=name,
        data=data,
        sha256=digest,
        text=text,
        text_sha256=digest,
        media_type="text/plain",
        encoding="utf-8",
        published=published,
        published_basis="stated" if published else "unknown",
    )


def found_in(text: str, published: str = PUBLISHED) -> Extraction:
    return extract(make_reading(text, published))


def person(found: Extraction, name: str) -> PersonFound:
    return next(one for one in found.people if one.name == name)


def claims_of(found: Extraction, name: str, kind: str) -> list[Claim]:
    return [one for one in person(found, name).claims if one.kind == kind]


def names(found: Extraction) -> list[str]:
    return [one.name for one in found.people]
