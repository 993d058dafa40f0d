"""The keys of a search index: each word of a name beside each other word, and words that a slip apart share.

A pair finds a full name in one step, however many people share either word of it: of fifty thousand
Ivanovas a database reads only the Marias. It is written `IVANAVA|MARIA`, so that all names with a word
stand together (`IVANAVA|…`), in the order of their other word, and half a word is a range (`IVANAVA|MAR…`).
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import permutations, product
from typing import NamedTuple

from cases.names.given import given_heard, given_names
from cases.names.keys import word_keys
from cases.names.parse import OPTIONAL, Word, parse, read
from cases.names.script import fold
from cases.names.sounds import raw_sounds, skeleton

SEPARATOR = "|"
LAST = "\U0010ffff"  # sorts behind every letter
WORD_LENGTH = 40
KEY_LENGTH = 2 * WORD_LENGTH + 1
_MOST_WORDS = 6  # of a name; more make too many pairs
_MOST_READINGS = 3
_MOST_TRIED = 6  # readings of a word of a query
_MOST_ASKED = 5
_SHORTEST_MISSPELT = 3
_PART = 4
_LONGEST_MISSPELT = 30


@lru_cache(10_000)
def index_keys(name: str) -> tuple[str, ...]:
    """The keys that search finds a name by: `WORD|OTHER` for each two words, `WORD|` for a word alone."""
    parts, readings = read(name)
    words = [spellings(part.text, readings) for part in parts[:_MOST_WORDS]]
    if len(words) == 1:
        return tuple(f"{one}{SEPARATOR}" for one in words[0])
    pairs = (pair for left, right in permutations(words, 2) for pair in product(left, right))
    return tuple(dict.fromkeys(SEPARATOR.join(pair) for pair in pairs))


@lru_cache(200_000)
def spellings(word: str, readings: tuple[str, ...], most: int = _MOST_READINGS) -> tuple[str, ...]:
    """What stands for a word in a key: its likeliest sounds, and the given names that it can be."""
    keys = [key for key in word_keys(word, readings) if not key.startswith("s:")]
    heard = [key for key in keys if not key.startswith("g:")][:most]
    given = [key for key in keys if key.startswith("g:")][:most]
    return tuple(one[:WORD_LENGTH] for one in (*heard, *given))


def words_of(keys: Iterable[str]) -> set[str]:
    """The words, as sounds, that keys begin with: what a misspelt word is compared with."""
    heads = {key.partition(SEPARATOR)[0] for key in keys}
    lengths = range(_SHORTEST_MISSPELT, _LONGEST_MISSPELT + 1)
    return {head for head in heads if len(head) in lengths and ":" not in head}


def variants(word: str) -> set[str]:
    """What near words have in common with this one: two words that share a variant may be one misspelt.

    The word less any one of its letters: a letter too many, too few, another one, or two that changed places
    leave one such in common. Its consonants, its beginning and its end, where more than one letter is amiss.
    """
    found = {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
    bones = skeleton(word)
    found |= {f"s:{bones}"} if len(bones) > 2 else set()
    return found | ({f"b:{word[:_PART]}", f"e:{word[-_PART:]}"} if len(word) > _PART else set())


def given_keys(sound: str) -> tuple[str, ...]:
    """The keys of the given names that sound like this."""
    return tuple(f"g:{given_names()[row].id}" for row in sorted(given_heard(sound)))[:_MOST_READINGS]


class Asked(NamedTuple):
    """One word of a query: what may stand for it in a key when it is whole, and when it is half typed."""

    whole: tuple[str, ...]
    begun: tuple[str, ...]
    sounds: tuple[str, ...]
    is_initial: bool


@lru_cache(10_000)
def asked(query: str) -> tuple[Asked, ...]:
    """The words of a query, at most five; small words such as “de” only where there are no others."""
    words = parse(query).words
    telling = [word for word in words if word.role != OPTIONAL] or list(words)
    return tuple(_asked(word, len(telling) == 1) for word in telling[:_MOST_ASKED])


def _asked(word: Word, alone: bool) -> Asked:
    whole = spellings(word.text, word.readings, _MOST_TRIED)
    begun = tuple(one[:WORD_LENGTH] for one in raw_sounds(word.text, word.readings)[:_MOST_TRIED])
    if len(word.text) > 1 or alone:
        return Asked(whole, begun, word.sounds, False)
    given = tuple(f"g:{letter}" for letter in sorted(_first_letters().get(fold(word.text), ())))
    return Asked((), (*begun, *given), word.sounds, True)


@cache
def _first_letters() -> dict[str, set[str]]:
    """For each letter that a form of a given name begins with, the letters that ids of such names do."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in given_names():
        for form in row.forms:
            found[fold(form)[0]].add(row.id[0])
    return found
