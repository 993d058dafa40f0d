"""Finding a name by what somebody types: any script and spelling, any order, initials, half a word."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from anyascii import anyascii
from rapidfuzz.distance import OSA

from cases.names.given import initial_fits
from cases.names.keys import word_keys
from cases.names.parse import Word, parse
from cases.names.script import fold
from cases.names.sounds import is_abjad, likeness, raw_sounds, skeleton

_SAME_LETTERS = 1.0
_SAME_SOUNDS = 0.975
_SAME_BONES = 0.92
_SAME_GIVEN = 0.95
_BEGINS = 0.9
_BEGINS_LIKE = 0.86
_INITIAL = 0.8
_LEAST_LIKE = 0.78
_MOST_WORDS = 5
_NO_PART = -99.0
_OTHER_ORDER = 0.01
_SAYS_MORE = 0.88
_LEAST_NEAR = 0.55


@lru_cache(10_000)
def query_tokens(query: str) -> list[tuple[str, ...]]:
    """For each word of a query the tokens to look up, any of which will do.

    Look each up as a prefix (`token LIKE 'KALESN%'`) and rank what is found with `search_rank`. All the words
    of a query should be found; a single letter is an initial, and finds too much by itself.
    """
    return [_alternatives(word) for word in parse(query).words]


def _alternatives(word: Word) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*word_keys(word.text, word.readings), *_openings(word))))


def _openings(word: Word) -> tuple[str, ...]:
    """The sounds of a word that may be half typed: as they stand before any ending is settled."""
    return raw_sounds(word.text, word.readings)


def search_rank(query: str, name: str) -> float:
    """How well a query fits a name, 0 to 1; 0 where a word of the query fits no part of the name."""
    asked, parts = parse(query).words, parse(name).words
    if not asked or not parts or len(asked) > _MOST_WORDS:
        return 0.0
    if _folded(query) == _folded(name):
        return _SAME_LETTERS
    fits = [[_fit(word, part) for part in parts] for word in asked]
    if len(asked) > len(parts):
        return _more_words_than_name(fits)
    best = _best_sum(fits, ()) / len(asked)
    return best - 0.01 * (len(parts) - len(asked)) if best > 0 else 0.0


def _best_sum(fits: list[list[float]], taken: tuple[int, ...]) -> float:
    """The most that words add up to when each takes a part of its own; far below 0 where one finds none."""
    if len(taken) == len(fits):
        return 0.0 if _goes_round(taken) else -_OTHER_ORDER
    free = [(at, fit) for at, fit in enumerate(fits[len(taken)]) if fit and at not in taken]
    return max((fit + _best_sum(fits, (*taken, at)) for at, fit in free), default=_NO_PART)


def _goes_round(places: tuple[int, ...]) -> bool:
    """Whether the words stand in the order of the name, or in that order from another word on."""
    return sum(one > other for one, other in zip(places, (*places[1:], places[0]), strict=True)) <= 1


def _more_words_than_name(fits: list[list[float]]) -> float:
    """A full name asked for where the record has fewer words: each part of the name must be asked for."""
    columns = list(zip(*fits, strict=True))
    return _SAYS_MORE * _mean([max(column) for column in columns])


def _mean(scores: list[float]) -> float:
    return sum(scores) / len(scores) if all(scores) else 0.0


@lru_cache(100_000)
def _fit(word: Word, part: Word) -> float:
    """How well one word of a query fits one part of a name."""
    asked, stands = _folded(word.text), _folded(part.text)
    if asked == stands:
        return _SAME_LETTERS
    if not set(word.sounds).isdisjoint(part.sounds):
        return _SAME_SOUNDS + 0.01 * OSA.normalized_similarity(_plain(word.text), _plain(part.text))
    if _same_bones(word, part):
        return _SAME_BONES
    if word.given & part.given:
        return _SAME_GIVEN
    if len(asked) == 1 or len(stands) == 1:
        return _INITIAL if _initial_fits(word, part) else 0.0
    if stands.startswith(asked):
        return _BEGINS
    openings = _openings(word)
    if any(len(one) > 1 and sound.startswith(one) for one in openings for sound in part.sounds):
        return _BEGINS_LIKE
    like = likeness(word.sounds, part.sounds)
    return like * 0.85 if like >= _LEAST_LIKE else _misspelt(word, part)


def _same_bones(word: Word, part: Word) -> bool:
    """Whether one is written without its vowels, as Arabic and Persian are, and the rest is the same."""
    if is_abjad(word.text) == is_abjad(part.text):
        return False
    bones = {skeleton(sound) for sound in word.sounds} & {skeleton(sound) for sound in part.sounds}
    return any(len(one) > 1 for one in bones)


def _misspelt(word: Word, part: Word) -> float:
    """How well a word fits one that it is a slip of: by its letters in Latin script, or by its sounds."""
    pairs = [(_plain(word.text), _plain(part.text)), *product(word.sounds, part.sounds)]
    near = max(OSA.normalized_similarity(one, other, score_cutoff=_LEAST_NEAR) for one, other in pairs)
    return near * 0.7


_folded = lru_cache(50_000)(fold)


@lru_cache(50_000)
def _plain(text: str) -> str:
    return anyascii(fold(text)).lower()


def _initial_fits(word: Word, part: Word) -> bool:
    initial, whole = (word, part) if len(word.text) == 1 else (part, word)
    firsts = {sound[0] for sound in whole.sounds} | {fold(whole.text)[0]}
    asked = {fold(initial.text), *(sound[0] for sound in initial.sounds)}
    return bool(firsts & asked) or any(initial_fits(initial.text, row) for row in whole.given)


def best_match(query: str, names: Iterable[str]) -> tuple[float, str]:
    """The best rank among a person's names and the name that has it; (0.0, "") where none fits."""
    ranked = [(search_rank(query, name), name) for name in names]
    best = max(ranked, default=(0.0, ""), key=lambda one: one[0])
    return best if best[0] else (0.0, "")
