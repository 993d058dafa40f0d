"""Counts of people with their qualifier, as groups and figures share them."""

import regex

from importers.alternatives import alternation
from importers.prose.numbers import WORDS, value

_MORE = alternation(["more than", "over", "at least", "upwards of", "in excess of", "no fewer than"])
_ABOUT = alternation(["about", "around", "some", "approximately", "roughly", "an estimated", "estimated"])
_NEARLY = alternation(["nearly", "almost", "up to", "close to"])
COUNT = (
    rf"(?:(?P<more>{_MORE})\s+|(?P<about>{_ABOUT})\s+|(?P<nearly>{_NEARLY})\s+)?(?:the\s+|another\s+|a "
    rf"further\s+)?(?<![\d,.\w-])(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|"
    rf"{WORDS}(?:\s+thousand)?)(?![\d%,.]\d|[%-]|\s*(?:per cent|percent|million|years?|months?|days?|"
    rf"weeks?|hours?)\b)"
)

COUNTED = regex.compile(rf"\m{COUNT}\s+", regex.I)  # how most patterns of counts begin


def number(words: str) -> int:
    """The value of a count as written."""
    plain = words.replace(",", "").strip().lower()
    if plain.isdigit():
        return int(plain)
    thousand = plain.endswith("thousand")
    amount = int(value(regex.sub(r"\s*thousand$", "", plain)))
    return amount * 1000 if thousand else amount


def qualifier(match: "regex.Match[str]") -> str:
    """A code of QUALIFIERS."""
    if match["more"]:
        return "more_than"
    if match["about"]:
        return "about"
    return "nearly" if match["nearly"] else "exactly"
