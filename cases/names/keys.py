"""Keys that a database finds names by, and the alternatives a query is looked up with."""

from functools import lru_cache

from cases.names.given import given_names
from cases.names.parse import FATHER, GIVEN, INITIAL, OPTIONAL, Word, parse
from cases.names.sounds import skeleton

KEY_VERSION = 1
"""Raised with every change that gives any name another key; stored beside the keys."""

_GIVEN_MARK = "g:"  # the number of letters after it does not matter: an id of the table of given names
_SKELETON_MARK = "s:"
_TOKEN_LENGTH = 80


@lru_cache(100_000)
def tokens(name: str) -> tuple[str, ...]:
    """The search keys of a name's parts in any script and spelling, without repeats, in the order of the parts.

    Three kinds: the sounds of a part (upper-case letters, a prefix of them is a prefix search), "g:" and the id
    of a given name, "s:" and the consonants of a part that has three or more.
    """
    keys = (key for word in parse(name).words for key in word_keys(word))
    return tuple(dict.fromkeys(keys))


def word_keys(word: Word) -> tuple[str, ...]:
    """All keys of one part."""
    keys = [sound[:_TOKEN_LENGTH] for sound in word.sounds]
    if word.role != FATHER:
        keys += [_GIVEN_MARK + given_names()[row].id for row in sorted(word.given)]
    bones = dict.fromkeys(skeleton(sound) for sound in word.sounds)
    keys += [_SKELETON_MARK + bone[: _TOKEN_LENGTH - 2] for bone in bones if len(bone) > 2]
    return tuple(keys)


def family_tokens(name: str) -> frozenset[str]:
    """The keys of the parts that may be a family name; of all parts where none may."""
    parsed = parse(name)
    family = [word for word in parsed.words if word.role not in {GIVEN, FATHER, INITIAL, OPTIONAL}]
    return frozenset(key for word in family or parsed.words for key in word_keys(word))


@lru_cache(100_000)
def key(name: str) -> str:
    """One key for a whole name, the same for most spellings and any order of its parts, at most 400 letters.

    Fathers' names and what stands in brackets are left out, so that their absence changes nothing.
    """
    parsed = parse(name)
    chosen = [word for word in parsed.words if word.role not in {FATHER, OPTIONAL}]
    return " ".join(sorted(_one_key(word) for word in chosen or parsed.words))[:400]


def _one_key(word: Word) -> str:
    if word.role == GIVEN and word.given:
        return _GIVEN_MARK + given_names()[min(word.given)].id
    return word.sounds[0]
