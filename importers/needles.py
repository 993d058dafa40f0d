"""What a pattern cannot match without: pieces of words that it holds, and words that it begins with.

A pattern is read as far as that needs: letters, alternatives, groups, and how often they come. What is not
understood counts as "anything", so that a needle is never asked for where a match could do without it.
"""

import re
from dataclasses import dataclass
from itertools import product

import regex

from importers.words import WORD

Strings = frozenset[str]
NOTHING: Strings = frozenset({""})
MOST = 80  # strings that are spelled out before a piece counts as "anything"
_PIECES = regex.compile(r"[\w\ue000\ue010\ue020]+")
_QUANTIFIER = regex.compile(r"(?:[*+?]|\{(?P<low>\d*)(?:,\d*)?\})[+?]?")
_GROUP = regex.compile(r"\((?:\?(?:P<\w+>|[a-zA-Z-]*:|>|(?P<look><?[=!])))?")
_OTHER_GROUP = regex.compile(r"\(\?P=\w+\)|\\(?:[pP]\{[^}]*\}|.)|\[", regex.S)
BACKWARDS = "(?r)"  # a pattern that is read from its end matches the same words
_COMMON = frozenset(("a", "an", "the", "and", "or", "of", "to", "in", "with", "by", "for", "on", "from"))
_RANGE = regex.compile(r"(\d)-(\d)")
_ZERO_WIDTH = frozenset(("\\b", "\\B", "\\Z", "\\A", "\\m", "\\M"))
_FIRST_WORD = re.compile(rf"(?P<word>{WORD})(?P<end>.?)", re.S)
_BLANKS = re.compile(r"\^\\S(?:\\n)?|(?:\\s|\s|[-‑–—,:;])+")
_MARKS = frozenset("\ue000\ue010\ue020")


@dataclass(frozen=True, slots=True)
class _Piece:
    """All that a part of a pattern can match, if they are few; and what any match of it holds, if known.

    A match begins as one of `front` does, if that is known; one that may be empty has "" there. `at_word`
    says that it begins where a word begins or ends.
    """

    strings: Strings | None
    needed: Strings = frozenset()
    front: Strings | None = None
    at_word: bool = False

    @property
    def begins(self) -> Strings | None:
        return self.front if self.strings is None else self.strings


_ANYTHING = _Piece(None)
_BLANK = _Piece(None, front=frozenset({" "}))
_EMPTY = _Piece(NOTHING)
_DIGIT = _Piece(frozenset("0123456789"))
_EDGE = _Piece(NOTHING, at_word=True)


def needles(pattern: str, *, verbose: bool = False) -> Strings:
    """Pieces of words in lower case, one of which stands in every match; empty where none is needed."""
    return _needed(_Reader(pattern.removeprefix(BACKWARDS), verbose=verbose).alternatives())


def openings(pattern: str, *, verbose: bool = False, at_word: bool = False) -> Strings:
    """Beginnings of words in lower case, one of which stands where a match begins; empty where any may.

    One that ends in a blank is a whole word. `at_word` says that matches begin where words do, for a pattern
    that makes sure of it by what may not stand before.
    """
    piece = _Reader(pattern.removeprefix(BACKWARDS), verbose=verbose).alternatives()
    found = [_FIRST_WORD.match(one) for one in piece.begins or ("",)]
    words = frozenset(one["word"] + (" " if one["end"] else "") for one in found if one)
    known = all(found) and (at_word or piece.at_word or words <= _MARKS)
    return words if known else frozenset()


def _needed(piece: _Piece) -> Strings:
    own = _words(piece.strings) if piece.strings else frozenset()
    return max(own, piece.needed, key=_worth)


def _words(strings: Strings) -> Strings:
    """The longest word of each string; none where one of them has no word."""
    found = [max(_PIECES.findall(one), key=len, default="") for one in strings]
    return frozenset(found) if all(found) else frozenset()


def _worth(needed: Strings) -> tuple[float, int]:
    """Long words are rarer than short ones; a word of any sentence is hardly better than none."""
    return min((len(one) if one not in _COMMON else 0.5 for one in needed), default=0), -len(needed)


def _joined(parts: list[Strings | None]) -> Strings | None:
    """All strings of several sets; unknown where one of them is."""
    known = [one for one in parts if one is not None]
    return frozenset().union(*known) if len(known) == len(parts) else None


def _followed(front: Strings | None, run: Strings, piece: _Piece) -> Strings | None:
    """How a match begins: where all before may be empty, with the run, and then with the piece after it."""
    if front is None or "" not in front:
        return front
    ended = piece.strings is None and all(one and not _FIRST_WORD.match(one) for one in piece.front or ("",))
    run = frozenset(one + " " if one and ended else one for one in run)
    front = (front - NOTHING) | run
    if "" not in run or piece.strings is not None:
        return front
    return None if piece.begins is None else (front - NOTHING) | piece.begins


def _digits(match: "regex.Match[str]") -> str:
    return "".join(str(one) for one in range(int(match[1]), int(match[2]) + 1))


class _Reader:
    def __init__(self, pattern: str, *, verbose: bool) -> None:
        self.pattern, self.verbose, self.at = pattern, verbose, 0

    def alternatives(self) -> _Piece:
        """Up to the end or a closing bracket."""
        found = [self._sequence()]
        while self._next() == "|":
            self.at += 1
            found.append(self._sequence())
        if len(found) == 1:
            return found[0]
        strings = _joined([one.strings for one in found])
        needed = [_needed(one) for one in found]
        return _Piece(
            strings if strings and len(strings) <= MOST else None,
            frozenset().union(*needed) if all(needed) else frozenset(),
            _joined([one.begins for one in found]),
            all(one.at_word for one in found),
        )

    def _next(self) -> str:
        if self.verbose:
            while self.pattern[self.at : self.at + 1].isspace():
                self.at += 1
        return self.pattern[self.at : self.at + 1]

    def _sequence(self) -> _Piece:
        """One after the other: strings are joined as long as they are few."""
        run: Strings = NOTHING
        best: Strings = frozenset()
        front: Strings | None = NOTHING
        whole, at_word = True, False
        while self._next() not in ("", "|", ")"):
            piece = self._repeated(self._one())
            at_word |= piece.at_word and whole and run == NOTHING
            if piece.strings is not None and len(run) * len(piece.strings) <= MOST:
                run = frozenset(a + b for a, b in product(run, piece.strings))
                continue
            whole = False
            best = max(best, _words(run), _needed(piece), key=_worth)
            front = _followed(front, run, piece)
            run = piece.strings if piece.strings is not None else NOTHING
        last = _followed(front, run, _EMPTY)
        return _Piece(run if whole else None, max(best, _words(run), key=_worth), last, at_word)

    def _one(self) -> _Piece:
        char = self._next()
        other = _OTHER_GROUP.match(self.pattern, self.at)
        if char == "[":
            return self._set()
        if other:
            self.at = other.end()
            return self._escaped(other[0])
        if char == "(":
            opened = _GROUP.match(self.pattern, self.at)
            assert opened is not None
            self.at = opened.end()
            inside = self.alternatives()
            self.at += 1
            return _EMPTY if opened["look"] else inside
        self.at += 1
        if char in "^$":
            return _EMPTY
        return _ANYTHING if char == "." else _Piece(frozenset({char.lower()}))

    def _escaped(self, what: str) -> _Piece:
        if what in _ZERO_WIDTH:
            return _EDGE if what in ("\\b", "\\m") else _EMPTY
        if what in ("\\s", "\\n"):
            return _BLANK
        if what == "\\d":
            return _DIGIT
        if what.startswith("\\") and len(what) == 2 and not what[1].isalnum():
            return _Piece(frozenset({what[1]}))
        return _ANYTHING

    def _set(self) -> _Piece:
        """ "[sz]" is two strings; a set with ranges, classes or a negation is anything."""
        start = self.at + 1
        at = start + (self.pattern[start : start + 1] == "^")
        at += self.pattern[at : at + 1] == "]"
        while self.pattern[at] != "]":
            at += 2 if self.pattern[at] == "\\" else 1
        self.at = at + 1
        inside = _RANGE.sub(_digits, self.pattern[start:at])
        if _BLANKS.fullmatch(inside):
            return _BLANK
        plain = not regex.search(r"[\\^\[-]", inside)
        return _Piece(frozenset(inside.lower())) if plain and inside else _ANYTHING

    def _repeated(self, piece: _Piece) -> _Piece:
        self._next()
        match = _QUANTIFIER.match(self.pattern, self.at)
        if not match:
            return piece
        self.at = match.end()
        perhaps = None if piece.begins is None else piece.begins | NOTHING
        if match[0][0] == "?":
            return _Piece(piece.strings and piece.strings | NOTHING, front=perhaps)
        if match[0][0] == "*" or match["low"] in ("0", ""):
            return _Piece(None, front=perhaps)
        return _Piece(None, _needed(piece), piece.begins, piece.at_word)
