"""A date that lies between two known ones: the arrest that was told, and the day of the report.

Who is told to have been freed was freed between the arrest that was told before and the day of the report.
Where both lie in one month the release does too, and where both lie in one year that year is sure; nothing
finer is said. The date is `inferred`, with its reason.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from importers.mentions import Person
from importers.spans import Claim
from importers.view import View

# What follows an arrest in the order of a case; a charge may come first, and has its place only behind it.
AFTER_ARREST = ("pretrial_detention", "charge", "sentence", "release", "exile", "death")
_EARLIER = re.compile(
    r"\b(?:previous\w*|earlier|formerly|once|before|already|ago|first|again|re-?arrest\w*|"
    r"(?:hours|days|weeks|months|years|shortly|soon)\s+after|had\s+(?:\w+\s+){0,2}been|former)\b",
    re.IGNORECASE,
)
REASON = "between the arrest told before it and the day of the report"


def date_between(claims: Sequence[tuple[Person, Claim]], view: View) -> Iterator[tuple[Person, Claim]]:
    """What one article claims of each person, in its order; a claim without a date takes what is sure."""
    arrests: dict[Person, set[str]] = {}
    for person, claim in claims:
        yield person, _bounded(claim, arrests.get(person, frozenset()), view)
        if claim.kind == "arrest":
            arrests.setdefault(person, set()).add(claim.date)


def _bounded(claim: Claim, arrests: Collection[str], view: View) -> Claim:
    if (
        claim.date
        or len(arrests) != 1
        or claim.kind not in AFTER_ARREST
        or claim.modality not in ("stated", "reported")
        or any(claim.values.get(key) for key in ("_since", "_serving"))
        or _EARLIER.search(view.text, _sentence_start(claim, view), claim.end)
    ):
        return claim
    (arrest,) = arrests
    date = common(arrest, view.article.published)
    return (
        replace(claim, date=date, date_basis="inferred", reasons=(*claim.reasons, REASON)) if date else claim
    )


def _sentence_start(claim: Claim, view: View) -> int:
    place = bisect_right(view.sentences, claim.start, key=lambda one: one.start)
    return view.sentences[place - 1].start if place else claim.start


def common(first: str, last: str) -> str:
    """The month, else the year, that two plain dates have in common, as EDTF; "" where there is none."""
    plain = all(re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", one) for one in (first, last))
    if not plain or first > last:
        return ""
    for length in (7, 4):
        if len(first) >= length and first[:length] == last[:length] and len(last) >= length:
            return first[:length]
    return ""
