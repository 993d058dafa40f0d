"""Where patterns can begin: at the words that open them, looked up word by word. Pure.

A pattern that is tried at every character of a text fails at nearly all of them. Here a text is cut into
words once; each word says, by one look-up, which patterns it opens and which it allows (see
`importers.needles`), and a pattern is tried there and nowhere else.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_
from typing import NamedTuple

import regex

from importers.clues import Clues
from importers.needles import needles, openings
from importers.words import words_of

KNOWN_WORDS = 1 << 16  # as many words are kept with what they say
BLOCK = 512  # characters; what a match needs stands within so many of its beginning
Bits = int  # a set of patterns, by their numbers
ONSET = 3  # letters of a piece that it is looked up by


class Word(NamedTuple):
    """What a word says: the patterns that it opens and that it allows, the clues; whether it is a cue."""

    opens: Bits
    allows: Bits
    clues: Clues
    cue: bool


class Openers(dict[str, Word | None]):
    """Patterns, numbered, by their words: a word to what it says, or to None; `cue` is asked of each once.

    `verbose` and `at_word` are for patterns as `importers.needles` describes them.
    """

    def __init__(
        self,
        patterns: Sequence[str],
        cue: "regex.Pattern[str] | None" = None,
        clues: Sequence[str] = (),
        *,
        verbose: bool = False,
        at_word: bool = False,
    ) -> None:
        super().__init__()
        opening = [openings(one, verbose=verbose, at_word=at_word) for one in patterns]
        needed = [needles(one, verbose=verbose) for one in patterns]
        self.anywhere = _bits(number for number, words in enumerate(opening) if not words)
        self.free = _bits(number for number, pieces in enumerate(needed) if not pieces)
        beginning = [openings(one) for one in clues]
        within = [frozenset() if words else needles(one) for words, one in zip(beginning, clues, strict=True)]
        self.always = _bits(
            number for number, both in enumerate(zip(beginning, within, strict=True)) if not any(both)
        )
        self._opening, self._needed = _Pieces([*opening, *beginning]), _Pieces([*needed, *within])
        self._size, self._cue = len(patterns), cue

    def __missing__(self, word: str) -> Word | None:
        plain = _with_plain_digits(word)
        opens, holds = self._opening.first_of(plain + " "), self._needed.within(plain)
        own = (1 << self._size) - 1
        found = Word(
            opens & own,
            holds & own,
            (opens | holds) >> self._size,
            bool(self._cue and self._cue.search(word)),
        )
        said = found if any(found) else None
        if len(self) >= KNOWN_WORDS:
            self.clear()
        self[word] = said
        return said

    def words(self, text: str, start: int, end: int) -> list[tuple[int, Word]]:
        """Where words stand that say something, in order, with what they say."""
        words = words_of(text)
        first, last = words.between(start, end)
        said = map(self.__getitem__, words.words[first:last])
        return [(at, one) for at, one in zip(words.starts[first:last], said, strict=True) if one]

    def places(self, text: str, start: int, end: int) -> list[tuple[int, Sequence[int]]]:
        """Where patterns may begin, in order, with the numbers of those that do not lack a word they need."""
        words = self.words(text, start, end)
        near = [self.free] * ((end - start) // BLOCK + 2)
        for at, word in words:
            near[(at - start) // BLOCK] |= word.allows
        near = [one | after for one, after in pairwise(near)]
        return [
            (at, numbers_of(bits))
            for at, word in words
            if word.opens and (bits := word.opens & near[(at - start) // BLOCK])
        ]


@lru_cache(maxsize=KNOWN_WORDS)
def numbers_of(bits: Bits) -> Sequence[int]:
    """The numbers of the bits that are set, from the lowest."""
    return tuple(number for number in range(bits.bit_length()) if bits >> number & 1)


def _with_plain_digits(word: str) -> str:
    """A pattern's digit is any of Unicode's."""
    return word if word.isascii() else "".join(str(unicodedata.decimal(char, char)) for char in word)


def _bits(numbers: Iterable[int]) -> Bits:
    return reduce(or_, (1 << number for number in numbers), 0)


class _Pieces:
    """Pieces of words, each with the patterns that it stands for."""

    def __init__(self, pieces: Sequence[Iterable[str]]) -> None:
        bits: dict[str, Bits] = {}
        for number, some in enumerate(pieces):
            for piece in some:
                bits[piece] = bits.get(piece, 0) | 1 << number
        self._short = {piece: own for piece, own in bits.items() if len(piece) < ONSET}
        self._long: dict[str, list[tuple[str, Bits]]] = {}
        for piece, own in bits.items():
            if len(piece) >= ONSET:
                self._long.setdefault(piece[:ONSET], []).append((piece, own))

    def first_of(self, word: str) -> Bits:
        """The patterns of the pieces that a word begins with."""
        bits = 0
        for size in range(1, ONSET):
            bits |= self._short.get(word[:size], 0)
        return bits | self._long_at(word, 0)

    def within(self, word: str) -> Bits:
        """The patterns of the pieces that stand anywhere in a word."""
        bits = 0
        for piece, own in self._short.items():
            if piece in word:
                bits |= own
        for at in range(len(word) - ONSET + 1):
            if word[at : at + ONSET] in self._long:
                bits |= self._long_at(word, at)
        return bits

    def _long_at(self, word: str, at: int) -> Bits:
        bits = 0
        for piece, own in self._long.get(word[at : at + ONSET], ()):
            if word.startswith(piece, at):
                bits |= own
        return bits
