"""Numbers as prose writes them: 7, 6.5, 7½, "twenty-one", "two and a half", "a hundred and fifty".

The patterns are pieces for larger patterns; they hold no named group and are to be matched without case.
"""

from fractions import Fraction

import regex

from importers.alternatives import alternation

# One blank, or a line's end inside a paragraph; possessive, so that long runs of blanks cost nothing.
BLANK = r"(?:[^\S\n]++(?:\n[^\S\n]*+)?|\n[^\S\n]*+)"
GAP = rf"(?:{BLANK}|-|‑)"  # "two-year", "two year"

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_ONES += [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}

_BELOW_TEN = alternation(_ONES[1:10])
_BELOW_HUNDRED = rf"(?:{alternation(_TENS)}(?:{GAP}{_BELOW_TEN})?|{alternation(_ONES)})"
_HUNDREDS = rf"(?:(?:an?|{_BELOW_TEN}){GAP})?hundred(?:{GAP}(?:and{GAP})?{_BELOW_HUNDRED})?"
WORDS = rf"(?:{_HUNDREDS}|{_BELOW_HUNDRED})(?!\p{{L}})"
WHOLE = rf"(?:[0-9]{{1,4}}(?![0-9])|{WORDS})"
_HALF = rf"{GAP}and{GAP}(?:a{GAP})?half(?!\p{{L}})"
_PART = rf"(?:[.,][0-9](?![0-9])|{BLANK}?[½¼¾]|{BLANK}1/2|{_HALF})"
# Atomic, so that "twenty-five" is never taken for a list of twenty and five.
NUMBER = rf"(?>[0-9]{{1,4}}(?![0-9]){_PART}?|[½¼¾]|{WORDS}(?:{_HALF})?)"

_AND_A_HALF = regex.compile(r"\band[\s\-‑]+(?:a[\s\-‑]+)?half\b")
_SPLIT = regex.compile(r"[\s\-‑]+")


def value(text: str) -> Fraction:
    """The value of what `NUMBER` or `WHOLE` matched; "a" and "an" are one."""
    total = Fraction(0)
    for word in _SPLIT.split(_spaced(text.lower())):
        if word in _SIGNS:
            total += _SIGNS[word]
        elif word == "hundred":
            total = max(total, Fraction(1)) * 100
        elif word in ("a", "an"):
            total += 1
        elif word in _VALUES:
            total += _VALUES[word]
        elif word not in ("and", ""):
            total += Fraction(word.replace(",", "."))
    return total


def _spaced(text: str) -> str:
    text = _AND_A_HALF.sub("½", text).replace("1/2", "½")
    return "".join(f" {sign} " if sign in _SIGNS else sign for sign in text)
