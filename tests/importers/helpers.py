"""Builders for the tests of extraction."""

from dataclasses import replace

from importers.extract import extract
from importers.read import read
from importers.spans import Claim, Extraction, PersonFound, Reading

PUBLISHED = "2024-06-15"


def make_reading(text: str, published: str = "", name: str = "note.txt") -> Reading:
    reading = read(text.encode(), name)
    return replace(reading, published=published, published_basis="stated") if published else reading


def found_in(text: str, published: str = PUBLISHED) -> Extraction:
    return extract(make_reading(text, published))


def person(found: Extraction, name: str) -> PersonFound:
    return next(one for one in found.people if one.name == name)


def claims_of(found: Extraction, name: str, kind: str) -> list[Claim]:
    return [one for one in person(found, name).claims if one.kind == kind]


def names(found: Extraction) -> list[str]:
    return [one.name for one in found.people]
