"""Which owners of keys a query could mean, and how well the keys by which they were found fit it."""

from collections.abc import Callable, Iterator
from itertools import combinations, product
from typing import Any, NamedTuple

from cases.finding.index import SPAN, Index, Rows, Span, begins, equals
from cases.finding.vocabulary import alike, nearness
from cases.names.lookup import SEPARATOR, Asked, asked, given_keys

WHOLE = 0.98
BEGUN = 0.88
INITIAL = 0.8
ALIKE = 0.6
AT_ALL_NEAR = 0.4
NEAREST = 3

ALONE = 4 * SPAN  # keys of one word: a person has several, one for each other word

Fits = dict[int, float]
"""For some words of the query, by their place, how well they fit."""


class Look(NamedTuple):
    """Keys to look at, and how well each word of the query fits those who have them (None: not at all)."""

    span: Span
    fit: Callable[[str], Fits | None]


class Candidates:
    """Owners in the order in which they were found, and for each the fit of every word of the query."""

    def __init__(self, index: Index, words: tuple[Asked, ...]) -> None:
        self.index, self.words = index, words
        self.fits: dict[Any, list[float]] = {}
        self.more = False

    def look(self) -> None:
        """Those who have the words as they were typed, whole or half."""
        self._read(self.alone() if len(self.words) == 1 else self._all_words())

    def look_wider(self) -> None:
        """Those who have words that the typed ones could be a slip of, or of which each is half typed."""
        if not self.fits and len(self.words) > 1:
            self._read(self._half_typed())
        near = alike(self.index, [() if word.is_initial else word.sounds for word in self.words])
        if len(self.words) == 1:
            self._read(Look(begins(word + SEPARATOR), _always({0: ALIKE})) for word in near[0])
        else:
            self._read(look for pair in self._ordered_pairs() for look in self._slipped(*pair, near))

    def look_at_namesakes(self) -> None:
        """Those who share the given name, and whose other word is at all near: many to look at for a few."""
        pairs = ((*pair, self.words[pair[0]].whole) for pair in self._ordered_pairs())
        given = (
            (first, second, tuple(head for head in heads if head.startswith("g:")))
            for first, second, heads in pairs
            if not self.words[second].is_initial
        )
        self._read(look for one in given for look in self._rest_misspelt(*one))

    def fit(self, owner: Any) -> float:
        """How well all words of the query fit, 0 to 1."""
        return sum(self.fits[owner]) / len(self.words)

    def has_all(self, owner: Any) -> bool:
        return all(self.fits[owner])

    def in_order(self) -> list[Any]:
        """The best first; those who fit alike in the order of the index."""
        return sorted(self.fits, key=self.fit, reverse=True)

    def _read(self, looks: Iterator[Look]) -> None:
        wanted = list(looks)
        for look, rows in zip(wanted, self.index.read([look.span for look in wanted]), strict=True):
            self.more |= len(rows) == look.span.most
            self._add(rows, look.fit)

    def _add(self, rows: Rows, fit: Callable[[str], Fits | None]) -> None:
        for key, owner in rows:
            fits = fit(key)
            if fits is None:
                continue
            kept = self.fits.setdefault(owner, [0.0] * len(self.words))
            for at, one in fits.items():
                kept[at] = max(kept[at], one)

    def _ordered_pairs(self) -> Iterator[tuple[int, int]]:
        for first, second in product(range(len(self.words)), repeat=2):
            if first != second and not self.words[first].is_initial:
                yield first, second

    def alone(self) -> Iterator[Look]:
        word = self.words[0]
        for one in word.whole:
            yield Look(begins(one + SEPARATOR, ALONE), _always({0: WHOLE}))
        for one in word.begun:
            yield Look(begins(one), _always({0: BEGUN}))

    def beside_each_other(self, one: int, other: int) -> Iterator[Look]:
        """Two words of the query in one name, in either order."""
        for first, second in ((one, other), (other, one)):
            for head in self.words[first].whole:
                yield from self._beside(head, first, second)

    def _all_words(self) -> Iterator[Look]:
        for one, other in combinations(range(len(self.words)), 2):
            yield from self.beside_each_other(one, other)
        for at, word in enumerate(self.words):  # where the record has one word of the name
            if not word.is_initial:
                yield Look(equals(one + SEPARATOR for one in word.whole), _always({at: WHOLE}))

    def _beside(self, head: str, first: int, second: int) -> Iterator[Look]:
        """Keys of a whole word beside another one that is whole, half typed or an initial."""
        other = self.words[second]
        whole = {f"{head}{SEPARATOR}{one}" for one in other.whole}
        part = INITIAL if other.is_initial else BEGUN
        for tail in other.begun:
            yield Look(
                begins(f"{head}{SEPARATOR}{tail}"),
                lambda key: {first: WHOLE, second: WHOLE if key in whole else part},
            )
        rest = {key for key in whole if not _tail(key).startswith(other.begun)}
        initials = {f"{head}{SEPARATOR}{one[0]}" for one in other.whole if ":" not in one}
        if rest | initials:
            yield Look(
                equals(rest | initials), lambda key: {first: WHOLE, second: WHOLE if key in rest else INITIAL}
            )

    def _half_typed(self) -> Iterator[Look]:
        """Keys of which each word begins with one of the query."""
        for first, second in self._ordered_pairs():
            tails = self.words[second].begun
            for head in self.words[first].begun:
                yield Look(begins(head), _where_tail(tails, {first: BEGUN, second: BEGUN}))

    def _slipped(self, first: int, second: int, near: list[tuple[str, ...]]) -> Iterator[Look]:
        """Keys of words that are near the typed ones."""
        if self.words[second].is_initial:
            for head in near[first]:
                yield from self._beside(head, first, second)
            return
        left, right = ((*self.words[at].whole, *near[at]) for at in (first, second))
        right += tuple(key for word in near[second] for key in given_keys(word))
        keys = equals(f"{one}{SEPARATOR}{other}" for one, other in product(left, right))
        yield Look(keys, _always({first: ALIKE, second: ALIKE}))
        if not any(head.startswith("g:") for head in self.words[first].whole):
            heads = (*self.words[first].whole, *near[first][:NEAREST])
            yield from self._rest_misspelt(first, second, heads)

    def _rest_misspelt(self, first: int, second: int, heads: tuple[str, ...]) -> Iterator[Look]:
        """Keys of a word as it was typed, beside one that begins like the other and is at all near it."""
        sounds = self.words[second].sounds
        for head, letter in product(heads, dict.fromkeys(sound[0] for sound in sounds)):
            yield Look(
                begins(f"{head}{SEPARATOR}{letter}"),
                lambda key: (
                    {first: WHOLE, second: ALIKE} if nearness(sounds, _tail(key)) >= AT_ALL_NEAR else None
                ),
            )


def spans_of(index: Index, query: str) -> list[list[Span]]:
    """The keys that fit a query as it was typed, in groups: who fits has a key of every group."""
    words = asked(query)
    looks = Candidates(index, words)
    if len(words) == 1:
        return [[look.span for look in looks.alone()]]
    first = next((at for at, word in enumerate(words) if not word.is_initial), 0)
    return [
        [look.span for look in looks.beside_each_other(first, at)] for at in range(len(words)) if at != first
    ]


def _always(fits: Fits) -> Callable[[str], Fits | None]:
    return lambda _: fits


def _where_tail(begins_with: tuple[str, ...], fits: Fits) -> Callable[[str], Fits | None]:
    return lambda key: fits if _tail(key).startswith(begins_with) else None


def _tail(key: str) -> str:
    return key.partition(SEPARATOR)[2]
