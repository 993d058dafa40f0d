"""Patterns that are looked for only in sentences that hold a word they need. Pure.

The grammar asks many things of every clause, and the answer is nearly always no. A clue knows the words that
it cannot do without (read off its pattern, see `importers.needles`); which clues a sentence can hold is known
from one look-up for each of its words, and the others are not looked for.
"""

import regex

Clues = int  # a set of clues, as bits
ALL: Clues = -1  # what may stand in words of which nothing is known
KNOWN: list["Clue"] = []


class Clue:
    """A pattern, without case, that is searched in words of a sentence of which it is known what it can hold.

    `here` is what the sentence can hold; the words searched may be any part of that sentence.
    """

    __slots__ = ("bit", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = regex.compile(pattern, regex.I)
        self.bit = 1 << len(KNOWN)
        KNOWN.append(self)

    def search(
        self, here: Clues, text: str, start: int | None = None, end: int | None = None
    ) -> "regex.Match[str] | None":
        return self.pattern.search(text, start, end) if here & self.bit else None

    def findall(self, here: Clues, text: str, start: int, end: int) -> "list[regex.Match[str]]":
        return list(self.pattern.finditer(text, start, end)) if here & self.bit else []
