"""Where patterns can begin: at the words that open them, looked up word by word. Pure.

A pattern that is tried at every character of a text fails at nearly all of them. Here a text is cut into
words once; each word says, by one look-up, which patterns it opens and which it allows (see
`importers.needles`), and a pattern is tried there and nowhere else.
"""

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import accumulate
from operator import or_
from typing import NamedTuple

import regex

from importers.clues import Clues
from importers.needles import needles, openings
from importers.sieve import lowered

_TOKEN = re.compile(r"\w+|[\ue000\ue010\ue020]|[^\w\ue000\ue010\ue020]+")
KNOWN_WORDS = 1 << 16  # as many words are kept with what they say
Bits = int  # a set of patterns, by their numbers
ByOnset = dict[str, list[tuple[str, Bits]]]  # two letters, or all of a shorter piece, to pieces of words


class Word(NamedTuple):
    """What a word says: the patterns that it opens and that it allows, the clues; whether it is a cue."""

    opens: Bits
    allows: Bits
    clues: Clues
    cue: bool


class Openers(dict[str, Word | None]):
    """Patterns, numbered, by their words: a word to what it says, or to None; `cue` is asked of each once."""

    def __init__(self, patterns: Sequence[str], cue: "regex.Pattern[str]", clues: Sequence[str] = ()) -> None:
        super().__init__()
        opening, needed = [openings(one) for one in patterns], [needles(one) for one in patterns]
        self.anywhere = _bits(number for number, words in enumerate(opening) if not words)
        self.free = _bits(number for number, pieces in enumerate(needed) if not pieces)
        self._opening, self._needed, self._cue = _by_onset(opening), _by_onset(needed), cue
        beginning = [openings(one) for one in clues]
        within = [frozenset() if words else needles(one) for words, one in zip(beginning, clues, strict=True)]
        self.always = _bits(
            number for number, both in enumerate(zip(beginning, within, strict=True)) if not any(both)
        )
        self._beginning, self._within = _by_onset(beginning), _by_onset(within)

    def __missing__(self, token: str) -> Word | None:
        word, allows = lowered(token), 0
        opens = _found(self._opening, word + " ", 0)
        clues = _found(self._beginning, word + " ", 0)
        for at in range(len(word)):
            allows |= _found(self._needed, word, at)
            clues |= _found(self._within, word, at)
        found = Word(opens, allows, clues, bool(self._cue.search(token)))
        said = found if any(found) else None
        if len(self) < KNOWN_WORDS:
            self[token] = said
        return said

    def words(self, text: str, start: int, end: int) -> list[tuple[int, Word]]:
        """Where words stand that say something, in order, with what they say."""
        tokens = _TOKEN.findall(text, start, end)
        offsets = accumulate(map(len, tokens), initial=start)
        said = map(self.__getitem__, tokens)
        return [(at, one) for at, one in zip(offsets, said, strict=False) if one]


def _bits(numbers: Iterable[int]) -> Bits:
    return reduce(or_, (1 << number for number in numbers), 0)


def _by_onset(pieces: Sequence[Iterable[str]]) -> ByOnset:
    by_piece: dict[str, Bits] = {}
    for number, own in enumerate(pieces):
        for piece in own:
            by_piece[piece] = by_piece.get(piece, 0) | 1 << number
    found: ByOnset = {}
    for piece, bits in by_piece.items():
        found.setdefault(piece[:2], []).append((piece, bits))
    return found


def _found(by_onset: ByOnset, word: str, at: int) -> Bits:
    """The patterns of the pieces that stand at an offset of a word."""
    bits = 0
    for onset in (word[at], word[at : at + 2]):
        for piece, own in by_onset.get(onset, ()):
            if word.startswith(piece, at):
                bits |= own
    return bits
