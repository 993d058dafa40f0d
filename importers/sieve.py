"""Which patterns can match at all: those of whose words one stands in the text. Pure.

Most rules find nothing in most sentences, and a pattern that fails costs a look at every character. What
a pattern cannot do without is read off the pattern itself, so that nobody keeps a list beside it; and what
a word allows is worked out once, so that a text costs one look-up for each of its words, however many
patterns there are.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from importers.needles import needles

Stretch = tuple[int, int]
_WORD = re.compile(r"[\w\ue000\ue010\ue020]+")
KNOWN_WORDS = 1 << 16  # as many words are kept with what they allow


class Sieve:
    """Patterns, numbered; a set of them is the bits of an integer."""

    def __init__(self, patterns: Sequence[str], *, verbose: bool = False) -> None:
        self._by_onset: dict[str, list[tuple[str, int]]] = {}  # two letters, or a needle of one
        self._free = 0  # patterns that no word is needed for
        by_needle: dict[str, int] = {}
        for number, pattern in enumerate(patterns):
            needed = needles(pattern, verbose=verbose)
            if not needed:
                self._free |= 1 << number
            for needle in needed:
                by_needle[needle] = by_needle.get(needle, 0) | 1 << number
        for needle, numbers in by_needle.items():
            self._by_onset.setdefault(needle[:2], []).append((needle, numbers))
        self._allowed = lru_cache(maxsize=KNOWN_WORDS)(self._allowed_by)

    @property
    def free(self) -> int:
        """The patterns that may match anywhere."""
        return self._free

    def words(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Where words begin that some pattern needs, in order, with the patterns that they allow."""
        allowed = self._allowed
        return [
            (match.start(), bits) for match in _WORD.finditer(text, start, end) if (bits := allowed(match[0]))
        ]

    def stretches(self, text: str, start: int, end: int, back: int, ahead: int) -> dict[int, list[Stretch]]:
        """Where each pattern may match: so many characters around the words that it needs.

        A pattern that needs no word may match anywhere.
        """
        found: dict[int, list[Stretch]] = {number: [(start, end)] for number in numbers_of(self._free)}
        for at, bits in self.words(text, start, end):
            low, high = max(start, at - back), min(end, at + ahead)
            for number in numbers_of(bits & ~self._free):
                own = found.setdefault(number, [])
                if own and low <= own[-1][1]:
                    own[-1] = (own[-1][0], high)
                else:
                    own.append((low, high))
        return found

    def _allowed_by(self, word: str) -> int:
        word, allowed = lowered(word), 0
        for at in range(len(word)):
            for onset in (word[at : at + 2], word[at]):
                for needle, numbers in self._by_onset.get(onset, ()):
                    if word.startswith(needle, at):
                        allowed |= numbers
        return allowed


def numbers_of(bits: int) -> Iterable[int]:
    """The numbers of the bits that are set, from the lowest."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def lowered(text: str) -> str:
    """Lower case of the same length; patterns without case take the Turkish letters for an i as well."""
    return text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").replace("\u212a", "k").lower()
