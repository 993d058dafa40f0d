"""Words that a line's end broke, whole again: “sen-|tence” is one word, “pre-|trial” keeps its hyphen.

The document itself is asked first: whichever form stands elsewhere in it unbroken is right.
"""

import re

# Both begin where a run of letters or of blanks does: tried within one, they would take its length squared.
_BROKEN = re.compile(r"(?<![^\W_])([^\W_]+)(?:[ \t]*[\ufffe\x02]\n?|[-\u2010\u00ad]\n)[ \t]*([^\W_]+)")
_LINE_END = re.compile(r"(?<![\n \t])[ \t]*+\n[ \t]*+(?!\n)")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# What is written with a hyphen before another word more often than not.
PREFIXES = frozenset(
    ["pre", "post", "anti", "non", "self", "ex", "co", "vice", "well", "semi", "mid", "all", "cross", "half",
     "high", "low", "long", "short", "so", "then", "one", "two", "three", "four", "five", "six", "seven",
     "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty",
     "al", "el", "ul", "abu"]
)  # fmt: skip


def joined(text: str) -> str:
    """The text with broken words whole and the lines of a paragraph joined; an empty line stays."""
    known = {word.casefold() for word in _WORD.findall(text)}
    text = _BROKEN.sub(lambda match: _whole(match[1], match[2], known), text)
    return _LINE_END.sub(" ", text)


def _whole(left: str, right: str, known: set[str]) -> str:
    hyphened, plain = f"{left}-{right}", left + right
    if hyphened.casefold() in known:
        return hyphened
    if plain.casefold() in known and not left[-1].isdigit():
        return plain
    keeps = left[-1].isdigit() or right[0].isupper() or right[0].isdigit() or left.casefold() in PREFIXES
    return hyphened if keeps else plain
