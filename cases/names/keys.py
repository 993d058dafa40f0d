"""Keys that a database finds names by, and the alternatives a query is looked up with."""

from functools import lru_cache

from cases.names import korean
from cases.names.given import given_ids, given_names
from cases.names.parse import FATHER, GIVEN, INITIAL, OPTIONAL, parse, read
from cases.names.script import words
from cases.names.sounds import skeleton, sounds

KEY_VERSION = 2
"""Raised with every change that gives any name another key; stored beside the keys."""

_GIVEN_MARK = "g:"
_SKELETON_MARK = "s:"
_TOKEN_LENGTH = 80
_KEY_LENGTH = 400


def tokens(name: str) -> tuple[str, ...]:
    """The search keys of a name's parts in any script and spelling, in the order of the parts, each once.

    Three kinds: the sounds of a part (upper-case letters, a prefix of them is a prefix search), "g:" and
    the id of a given name, "s:" and the consonants of a part that has three or more.
    """
    parts, readings = read(name)
    if len(parts) == 1:
        return tuple(word_keys(parts[0].text, readings))
    found: dict[str, None] = {}
    for part in parts:
        found.update(word_keys(part.text, readings))
    if len(parts) == 2 and korean.may_be((parts[0].text, parts[1].text)):
        for text in words(name):  # a Korean name in its one spelling is found as it is written too
            found.update(word_keys(text, readings))
    return tuple(found)


@lru_cache(200_000)
def word_keys(word: str, readings: tuple[str, ...]) -> dict[str, None]:
    """All keys of one part of a name, which is lower-case; `readings` are those of the whole name."""
    heard = sounds(word, readings)
    found = dict.fromkeys([sound[:_TOKEN_LENGTH] for sound in heard])
    if rows := given_ids(word, readings):
        found.update(dict.fromkeys([_GIVEN_MARK + given_names()[row].id for row in sorted(rows)]))
    for sound in heard:
        if len(bone := skeleton(sound)) > 2:
            found[_SKELETON_MARK + bone[: _TOKEN_LENGTH - 2]] = None
    return found


def is_given(token: str) -> bool:
    """Whether a key is the id of a known given name."""
    return token.startswith(_GIVEN_MARK)


def is_skeleton(token: str) -> bool:
    """Whether a key is the consonants alone, which several names may share."""
    return token.startswith(_SKELETON_MARK)


def family_tokens(name: str) -> frozenset[str]:
    """The keys of the parts that may be a family name; of all parts where none may."""
    parsed = parse(name)
    family = [word for word in parsed.words if word.role not in {GIVEN, FATHER, INITIAL, OPTIONAL}]
    chosen = family or parsed.words
    return frozenset(key for word in chosen for key in word_keys(word.text, word.readings))


def key(name: str) -> str:
    """One key for a whole name, the same for most spellings and any order of its parts, at most 400 letters.

    Fathers' names and what stands in brackets are left out, so that their absence changes nothing.
    """
    parts, readings = read(name)
    texts = [part.text for part in parts]
    if len(parts) > 2:
        named = [word.text for word in parse(name).words if word.role not in {FATHER, OPTIONAL}]
        texts = named or texts
    return " ".join(sorted([_whole_key(text, readings) for text in texts]))[:_KEY_LENGTH]


@lru_cache(200_000)
def _whole_key(word: str, readings: tuple[str, ...]) -> str:
    rows = given_ids(word, readings)
    return _GIVEN_MARK + given_names()[min(rows)].id if rows else sounds(word, readings)[0]
