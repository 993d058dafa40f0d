"""A written name understood: which parts are given names, which the father's, which the family's."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from cases.names.given import given_ids, given_names
from cases.names.latin import readings_for
from cases.names.parts import Part, parts_of
from cases.names.script import fold, words
from cases.names.sounds import is_cyrillic, sounds

GIVEN, FATHER, FAMILY = "given", "father", "family"
INITIAL, EITHER, OPTIONAL = "initial", "either", "optional"

_FATHERS_NAME = re.compile(
    r"(?:[оеёаі]?в(?:и|і)ч|ьич|ична|[оеёаії][вў]на"
    r"|[aeioy]v[iy](?:ch|tch|č|c)|yich|[aeo]wi(?:cz|tsch)|[aeoi][vwu]na|ichna)$"
)
_DAUGHTERS = re.compile(r"(?:ична|[оеёаії][вў]на|[aeoi][vwu]na|ichna)$")
_TOLD_BY_GIVEN = re.compile(r"c(?![hk])|q")
_VOWELS = re.compile("[AEIOUY]+")
_READ_AS = {"slavic": "polish", "az": "turkic"}
# Endings, in sounds, of family names in the east of Europe.
_SLAVIC = re.compile(r"(?:AVA?|[ST]K[IA]|I[CT]|IN[IA]?|NKA|UK|ET|IK|AK)$")


class Word(NamedTuple):
    """One part of a name."""

    text: str  # lower-case, as written
    role: str
    sounds: tuple[str, ...]
    given: frozenset[int]  # rows of the table of given names
    readings: tuple[str, ...] = ("english",)
    article: bool = False  # al or el stands before it

    @property
    def is_syllable(self) -> bool:
        """Whether it is one syllable only, as the parts of many names of East Asia are."""
        return len(_VOWELS.findall(self.sounds[0])) == 1


@dataclass(frozen=True, slots=True)
class Parsed:
    """The parts of a name. `certain` says that the order of given and family name is known, not guessed."""

    text: str
    words: tuple[Word, ...]
    certain: bool
    origins: frozenset[str]  # of its given names

    @property
    def is_slavic(self) -> bool:
        """Whether its letters, a given name or an ending say that the name is of the east of Europe."""
        return "slavic" in self.origins or any(
            is_cyrillic(word.text) or (len(word.sounds[0]) > 5 and _SLAVIC.search(word.sounds[0]))
            for word in self.words
        )

    def having(self, *roles: str) -> tuple[Word, ...]:
        """The words that have one of these roles, in the order written."""
        return tuple(word for word in self.words if word.role in roles)


@lru_cache(2_000)  # what many entries hold on to costs more collections of garbage than it saves readings
def read(name: str) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """The parts of a name and the readings to try for them."""
    parts = parts_of(name)
    whole = " ".join([part.text for part in parts])
    readings = readings_for(whole)
    told = ("c" in whole or "q" in whole) and _TOLD_BY_GIVEN.search(whole)
    return tuple(parts), _more_readings(readings, parts) if told else readings


@lru_cache(50_000)
def parse(name: str) -> Parsed:
    """The name taken apart; before a comma stands the family name."""
    parts, readings = read(name)
    known = [given_ids(part.text, readings) for part in parts]
    roles, certain = _Roles(parts, known).found(_before_comma(name))
    found = tuple(
        Word(part.text, role, sounds(part.text, readings), rows, readings, part.article)
        for part, role, rows in zip(parts, roles, known, strict=True)
    )
    rows = {row for word in found if word.role == GIVEN for row in word.given}
    return Parsed(name, found, certain, frozenset(given_names()[row].origin for row in rows))


def _more_readings(readings: tuple[str, ...], parts: list[Part]) -> tuple[str, ...]:
    """The readings that a given name suggests: the c of Ihar Bancer is ц, that of Nariman Celal is дж."""
    origins = {given_names()[row].origin for part in parts for row in given_ids(part.text, readings)}
    reading = _READ_AS.get(origins.pop(), "") if len(origins) == 1 else ""
    return readings if not reading or reading in readings else (*readings, reading)


def _before_comma(name: str) -> int:
    """How many words stand before the comma of "Bialiatski, Ales"; 0 where there is none."""
    if "," not in name:
        return 0
    before, _, after = name.partition(",")
    return len(words(before)) if words(after) else 0


class _Roles:
    """Finds the role of each part."""

    def __init__(self, parts: tuple[Part, ...], known: list[frozenset[int]]) -> None:
        self.parts = parts
        self.known = known
        self.roles = [self._plain(part) for part in parts]
        for at, part in enumerate(parts):
            if part.child_of and at:
                self.roles[at - 1] = FATHER

    def found(self, before_comma: int) -> tuple[list[str], bool]:
        """The roles, and whether the order is certain."""
        self._mark_father()
        free = self._free()
        if before_comma:
            for at in free:
                self.roles[at] = FAMILY if at < before_comma else GIVEN
            return self.roles, True
        given, certain = self._given_among(free)
        for at in free:
            if certain or given:
                self.roles[at] = GIVEN if at in given else FAMILY
        return self.roles, certain

    def _plain(self, part: Part) -> str:
        if part.optional:
            return OPTIONAL
        return INITIAL if len(part.text) == 1 and len(self.parts) > 1 else EITHER

    def _free(self) -> list[int]:
        return [at for at, role in enumerate(self.roles) if role == EITHER]

    def _mark_father(self) -> None:
        """The father's name follows a given name, and leaves a family name over unless it is a daughter's.

        Belarusian family names end as fathers' names do (Stefanovich): the place decides, not the ending.
        """
        free = self._free()
        for at in free[1:]:
            text = self.parts[at].text
            daughters = bool(_DAUGHTERS.search(text))
            if not _FATHERS_NAME.search(text) or at - 1 not in free:
                continue
            after_given = bool(self.known[at - 1])
            if (len(free) > 2 and (daughters or after_given or at == 1)) or (daughters and after_given):
                self.roles[at] = FATHER
                return

    def _given_among(self, free: list[int]) -> tuple[list[int], bool]:
        """The places of given names, and whether they are certain; none where nothing tells."""
        named = [at for at in free if self.known[at]]
        if len(free) == 1:
            if INITIAL in self.roles:
                return [], True
            return (free if named or FATHER in self.roles else []), True
        father = self.roles.index(FATHER) if FATHER in self.roles else 0
        if father and father - 1 in free and not self._family_first(free, father):
            return [father - 1], True
        if not named:
            return [], False
        if free[0] in named:
            given = self._leading(free)
            return given, len(given) == len(named)
        return ([named[0]], True) if self._turned_round(free, named[0]) else ([], False)

    def _family_first(self, free: list[int], father: int) -> bool:
        """Whether the family name stands between the given and the father's: Tofiq Yaqublu Rəşid oğlu."""
        return father - 1 != free[0] and bool(self.known[free[0]]) and not self.known[father - 1]

    def _turned_round(self, free: list[int], named: int) -> bool:
        """Whether a known given name that does not stand first is one, and not a family name like Kassem."""
        slavic = any(given_names()[row].origin == "slavic" for row in self.known[named])
        return slavic or any(is_cyrillic(self.parts[at].text) for at in free)

    def _leading(self, free: list[int]) -> list[int]:
        """The known given names at the front; one word at least is left for the family."""
        given = [free[0]]
        for at in free[1:-1]:
            if not self.known[at]:
                break
            given.append(at)
        return given


def is_whole(name: str) -> bool:
    """Whether a name has two parts that are written out: no lone family name, no initial alone beside it."""
    return len(parse(name).having(GIVEN, FAMILY, EITHER)) > 1


def fathers_stem(word: str) -> str:
    """The father's given name in his child's patronymic, as much of it as is written."""
    return _FATHERS_NAME.sub("", fold(word))
