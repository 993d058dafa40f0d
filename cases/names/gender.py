"""Whose name it is: from the given name, the father's name and the ending of the family name."""

import re
from functools import lru_cache

from cases.names.given import gender_of_rows
from cases.names.parse import EITHER, FAMILY, FATHER, GIVEN, Parsed, parse

FEMALE, MALE, UNKNOWN = "female", "male", "unknown"

_FATHERS = (
    (FEMALE, re.compile(r"(?:на|na|qizi|gizi|кызы|гызы)$")),
    (MALE, re.compile(r"(?:ч|c[hz]?|č|tsch|oglu|оглу|оглы)$")),
)
# Endings that only a woman's or only a man's family name has, in the spelling of sounds.
_FAMILY = (
    (FEMALE, re.compile(r"(?:[^AEIU]AVA|[ST]KA|HIZI)$")),
    (MALE, re.compile(r"(?:[^AEIU]AV|[ST]KI|HLU)$")),
)


@lru_cache(50_000)
def gender_of(name: str) -> str:
    """One of female, male and unknown; unknown where the parts of the name disagree."""
    return gender_of_parsed(parse(name))


@lru_cache(50_000)
def gender_of_parsed(name: Parsed) -> str:
    """As `gender_of`, of a name already taken apart. A given name in the table decides."""
    said = {gender_of_rows(word.given) for word in name.having(GIVEN)} - {UNKNOWN}
    if not said:
        said = {_by(_FATHERS, word.text) for word in name.having(FATHER)} - {UNKNOWN}
    if not said:
        endings = {_by(_FAMILY, word.sounds[0]) for word in name.having(FAMILY, EITHER)}
        said = endings - {UNKNOWN}
    return said.pop() if len(said) == 1 else UNKNOWN


def _by(endings: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str:
    return next((gender for gender, ending in endings if len(text) > 4 and ending.search(text)), UNKNOWN)
