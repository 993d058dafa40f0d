"""Words as strings of sounds in which spellings of one name agree, and how far two such strings are apart.

Vowels are A (а), O (о), E (э, е, ё, я), I (и, і, ы), U (у, ю). Consonants are B P V F D T (also ц) G (г)
H (х, h, kh) K L M N R S Z X (ж) C (ч) W (ш) Q (щ) J (дж) and Y (й). Belarusian writes an unstressed о as а
and an unstressed е as я, and its г is written g or h: in `sounds` O is A and G is H; `fine_sounds` keeps
them apart.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from cases.names import abjad, cyrillic, latin

_TWICE = re.compile(r"(.)\1+")
_YOD = re.compile(r"Y(?=[AEIOU])|(?<=I)Y|(?<![AEOU])Y(?![AEIOU])")
_HUSHED = re.compile(r"(?<=[CWXQJ])E")
_SOFT = re.compile(r"Y[AEO]|I[AEO]")
_VOWELS = frozenset("AEIOU")
_NO_VOWELS = str.maketrans("", "", "AEIOUY")
_COARSE = str.maketrans("OG", "AH")


def is_cyrillic(word: str) -> bool:
    return "Ѐ" <= word[0] <= "ԯ"


def is_abjad(word: str) -> bool:
    return "؀" <= word[0] <= "ۿ"


@lru_cache(200_000)
def sounds(word: str, readings: tuple[str, ...]) -> tuple[str, ...]:
    """The different sound strings of a lower-case word, the likeliest first; never empty for a word.

    `readings` are those of the whole name (`latin.readings_for`); other scripts have one reading.
    """
    return tuple(dict.fromkeys([_ended(one) for one in _raw(word, readings)]))


@lru_cache(200_000)
def raw_sounds(word: str, readings: tuple[str, ...]) -> tuple[str, ...]:
    """As `sounds`, before endings are made one: what a half-typed word has in common with the whole."""
    return tuple(_raw(word, readings))


def _raw(word: str, readings: tuple[str, ...]) -> list[str]:
    found = [_settled(one.translate(_COARSE)) for one in _read(word, readings)]
    return [one for one in dict.fromkeys(found) if one] or [word.upper()[:40]]


@lru_cache(50_000)
def fine_sounds(word: str, readings: tuple[str, ...]) -> tuple[str, ...]:
    """As `sounds`, with о told from а and г from х: for words that no Belarusian rule can have changed."""
    found = (_ended(_settled(one, hushed=False)) for one in _read(word, readings))
    return tuple(dict.fromkeys(one for one in found if one)) or (word.upper()[:40],)


def _read(word: str, readings: tuple[str, ...]) -> list[str]:
    if is_cyrillic(word):
        return [cyrillic.sounds_of(word)]
    if is_abjad(word):
        return [abjad.sounds_of(word)]
    return [latin.sounds_of(word, reading) for reading in readings]


def _settled(raw: str, hushed: bool = True) -> str:
    """A sound string without what the spelling systems differ in."""
    text = raw
    if "Y" in text:
        text = _YOD.sub("", _SOFT.sub("E", text.replace("YU", "U")))
    if "I" in text:
        text = _SOFT.sub("E", text).replace("IU", "U")
    text = text.replace("TSK", "TK")
    return _TWICE.sub(r"\1", _HUSHED.sub("A", text) if hushed else text)


def _ended(text: str) -> str:
    """One form for the endings of surnames: -ov -ev -au -eu -off, -ova -eva, -aya."""
    if len(text) < 4:
        return text
    if text.endswith(("AF", "EF", "OF", "EV", "OV")):
        return text[:-2] + "AV"
    if text.endswith(("EVA", "OVA")):
        return text[:-3] + "AVA"
    if text.endswith("AE") and len(text) > 4:
        return text[:-1]
    return text


def skeleton(sound: str) -> str:
    """The consonants alone: what the many spellings of Arabic, Persian and Turkic vowels share."""
    return sound.translate(_NO_VOWELS)


# What it costs to take one sound for another, in letters. Pairs that spelling systems mix up are
# cheap; everything else is a different name and costs more than a letter.
_PAIRS = {
    "AE": 0.9, "AI": 1.1, "AO": 0.9, "AU": 0.9, "EI": 0.7, "EO": 0.9, "EU": 1.0, "IO": 1.2, "IU": 1.0,
    "OU": 0.7, "FV": 0.4, "SZ": 0.4, "DT": 0.8, "GH": 0.9, "GK": 0.7,
    "BP": 0.8, "HK": 0.7, "CW": 0.6, "CT": 0.8, "XZ": 1.0, "JX": 0.3, "CJ": 0.8, "SW": 0.8, "QW": 0.3,
    "CQ": 0.5, "ST": 1.0, "UV": 0.4, "LV": 1.0, "WX": 0.8, "JZ": 0.8, "JY": 0.6, "IY": 0.2, "JH": 1.0,
}  # fmt: skip
_COST = {pair: cost for key, cost in _PAIRS.items() for pair in ((key[0], key[1]), (key[1], key[0]))}
_OTHER_PAIR = 1.6
_EXTRA_VOWEL = 1.3
_EXTRA_BESIDE_VOWEL = 0.6
_EXTRA_CONSONANT = 1.5
_HARD_BEFORE = frozenset("RT")  # after р and ц Belarusian writes а where Russian writes е
_LOOSE_VOWELS = 0.4
# What the romanisations of Arabic, Persian and Turkic vowels mix up. Karimi and Karami they do not.
_LOOSE_PAIRS = {"AE": 0.45, "EI": 0.65, "OU": 0.35, "AO": 0.7}
_LOOSE = {pair: cost for key, cost in _LOOSE_PAIRS.items() for pair in (tuple(key), tuple(reversed(key)))}
_EXTRA_LOOSE_VOWEL = 0.5
_FINAL_VOWEL = 1.3  # the -i of Mansouri makes another name of Mansour
_FAR = 99.0


@lru_cache(200_000)
def distance(left: str, right: str, loose: bool = False) -> float:
    """How far two sound strings are apart, in letters; `loose` where vowels are written freely."""
    if left == right:
        return 0.0
    most = max(len(left), len(right)) // 2 + 1
    if Levenshtein.distance(left, right, score_cutoff=most) > most:
        return _FAR
    row = [0.0]
    for at in range(len(right)):
        row.append(row[-1] + _extra(right, at, loose))
    for i, letter in enumerate(left):
        extra = _extra(left, i, loose)
        line = [row[0] + extra]
        for j, other in enumerate(right):
            instead = row[j] + (0.0 if letter == other else _swap(left, i, other, loose))
            line.append(min(instead, row[j + 1] + extra, line[j] + _extra(right, j, loose)))
        row = line
    return row[-1]


def _extra(word: str, at: int, loose: bool) -> float:
    """The cost of a sound that the other word lacks."""
    letter = word[at]
    if letter == "Y":
        return 0.3
    if letter == "H" and (at == len(word) - 1 or at == 0):
        return 0.5 if at else 1.0
    if letter not in _VOWELS:
        return _EXTRA_CONSONANT
    if at and (word[at - 1] in _VOWELS or word[at + 1 : at + 2] in _VOWELS):
        return _EXTRA_BESIDE_VOWEL * (_LOOSE_VOWELS if loose else 1.0)
    if loose:
        return _FINAL_VOWEL if at == len(word) - 1 and letter == "I" else _EXTRA_LOOSE_VOWEL
    return _EXTRA_VOWEL


def _swap(word: str, at: int, other: str, loose: bool) -> float:
    letter = word[at]
    cost = _COST.get((letter, other), _OTHER_PAIR)
    if letter in _VOWELS and other in _VOWELS:
        if at and word[at - 1] in _HARD_BEFORE and {letter, other} == {"A", "E"}:
            return 0.2
        return _LOOSE.get((letter, other), cost) if loose else cost
    return cost


def likeness(left: tuple[str, ...], right: tuple[str, ...], loose: bool = False) -> float:
    """How alike the nearest readings of two words are, 0 to 1; 1 is the same sounds."""
    if not set(left).isdisjoint(right):
        return 1.0
    return max(0.0, *(1 - distance(a, b, loose) / max(len(a), len(b)) for a in left for b in right))
