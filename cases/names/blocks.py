"""Under which keys to look for a name among millions, so that only few have to be compared."""

from functools import lru_cache
from typing import NamedTuple

from cases.names.given import initials_of
from cases.names.keys import is_skeleton, key, word_keys
from cases.names.parse import FATHER, GIVEN, INITIAL, OPTIONAL, Word, parse


class Block(NamedTuple):
    """Where to look by one part of a name that may be a family name.

    Who has an `exact` key is spelt alike; who has one of `alike` has the same consonants. Where too many have
    them, `others` tells: one of these keys stands for another part of the name. `lone` is the whole key of a
    name that is this part alone; `initials` are those that stand beside it for a name.
    """

    exact: frozenset[str]
    alike: frozenset[str]
    others: frozenset[str]
    lone: str
    initials: frozenset[str] = frozenset()


@lru_cache(10_000)
def blocks(name: str) -> tuple[Block, ...]:
    """The blocks of a name, one for each part that may be a family name; of all parts where none may."""
    words = parse(name).words
    family = [word for word in words if word.role not in {GIVEN, FATHER, INITIAL, OPTIONAL}] or list(words)
    return tuple(_block(word, words) for word in family)


def _block(word: Word, words: tuple[Word, ...]) -> Block:
    keys = frozenset(word_keys(word.text, word.readings))
    alike = frozenset(one for one in keys if is_skeleton(one))
    others = {one for other in words if other is not word for one in _keys_of_other(other)}
    initials = {sound for other in words if other.role == INITIAL for sound in other.sounds}
    return Block(keys - alike, alike, frozenset(others), key(word.text), frozenset(initials))


def _keys_of_other(word: Word) -> set[str]:
    """The keys by which another part of the name may stand in the record: written out, or as an initial."""
    if word.role in {INITIAL, FATHER, OPTIONAL}:
        return set()
    found = set(word_keys(word.text, word.readings))
    found |= {sound[0] for sound in word.sounds}
    for row in word.given:
        found |= {letter for letter in initials_of(row) if letter.isupper()}
    return found
