"""Latin spellings as sounds, read the way each language that writes these names would read them.

"Tichanowski" is German, "Cichanouski" Polish or Belarusian Latin, "Tikhanovski" French or English:
one reading cannot serve them all, and reading every word in every way would join different names
(a German z is ц, so Roizman would be Roitman). So a reading is tried only where the whole name
shows its marks: `readings_for(name)`.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, partial
from itertools import groupby
from typing import NamedTuple

_STROKES = str.maketrans({"ø": "o", "đ": "d", "ħ": "h", "þ": "th", "ð": "d", "æ": "ae", "œ": "oe"})


class _Rule(NamedTuple):
    """Letters and the sounds they stand for; the sounds are capitals, so that no later rule takes them."""

    pattern: str  # letters, or a regular expression where what stands beside them matters
    sounds: str
    needs: str = ""  # for an expression: letters without which it need not be tried


Rules = list[_Rule]


def _letters(pairs: str) -> Rules:
    """Rules from "sh:W zh:X": letters before the colon, sounds after it."""
    return [_Rule(*pair.split(":")) for pair in pairs.split()]


# The rules of a reading are applied one after another, longer letters first; what is left is plain.
_PLAIN = str.maketrans("abcdefghijklmnopqrstuvwyz", "ABKDEFGHIYKLMNOPKRSTUVVIZ") | {ord("x"): "KS"}
_SOFT_VOWELS: Rules = [
    _Rule("[iyj][aeo]", "E"),
    _Rule("[iyj]u", "U", "u"),
    _Rule("(?<=[aeouAEOU])[iyj]", "Y"),
]
_SHORT_U: Rules = [_Rule("(?<=[aeo])u(?![aeiou])", "V", "u")]

# English, the official Belarusian and Ukrainian systems, and whatever shows no marks of another.
_ENGLISH: Rules = [
    *_letters("shch:Q"),
    _Rule("sch(?=[aeiouy])", "Q", "sch"),
    *_letters("tch:C tsh:C dzh:J dj:J sh:W zh:X ch:C kh:H gh:G th:T dh:D ph:F rh:R wh:V ts:T tz:T"),
    _Rule("dz(?!ad[ae]h?$)", "D", "dz"),  # Mohammadzadeh is Mohammad and -zadeh
    *_letters("ck:K cq:K qu:K"),
    _Rule("c(?=[eiy](?!k?$))", "S", "c"),
    _Rule("(?<=[iy])c$", "C", "c"),
    *_letters("j:J"),
    _Rule("ee(?!v|w|n[ck])", "I", "ee"),
    *_letters("oo:U"),
    *_SHORT_U,
    *_SOFT_VOWELS,
]
_POLISH: Rules = [
    *_letters("szcz:Q šč:Q sz:W š:W cz:C č:C dż:J dž:J rz:X ż:X ž:X ch:H dź:D dz:D ć:T c:T"),
    *_letters("ó:U ŭ:V ą:AN ę:EN ś:S ź:Z"),
    *_SHORT_U,
    *_SOFT_VOWELS,
]
# Belarusian Latin writes a hard l as ł, so its plain l before a vowel is soft.
_LACINKA: Rules = [*_letters("ł:L la:LE lo:LE"), *_POLISH]
_GERMAN: Rules = [
    *_letters("schtsch:Q chtsch:Q stsch:Q dsch:J tsch:C sch:W ch:H kh:H sh:X ts:T tz:T z:T"),
    *_SOFT_VOWELS,
]
_GERMAN_VOICED: Rules = [_Rule("(?<=[aeiouylmnr])s(?=[aeiou])", "Z", "s"), *_GERMAN]
_FRENCH: Rules = [
    *_letters("chtch:Q tch:C dj:J ch:W kh:H"),
    _Rule("gu(?=[eiyï])", "G", "gu"),
    _Rule("[iyï]?ou", "U", "ou"),
    *_letters("j:X ts:T dz:D th:T ph:F qu:K"),
    _Rule("c(?=[eiy])", "S", "c"),
    _Rule("(?<=[nf])e$", "", "e"),
    _Rule("(?<=[aeouU])ï(?![aeo])", "Y", "ï"),
    *_letters("ï:i"),
    *_SOFT_VOWELS,
]
_TURKIC: Rules = [*_letters("ş:W ç:C ğ:G ə:A sh:W ch:C kh:H gh:G x:H q:G zh:X j:X c:J ı:i"), *_SOFT_VOWELS]


def _reader(rules: Rules) -> Callable[[str], str]:
    """One function for the rules, in which neighbouring rules on plain letters are one expression."""
    steps: list[tuple[str, Callable[[str], str]]] = []
    for plain, group in groupby(rules, key=lambda rule: rule.pattern.isalpha()):
        if plain:
            steps.append(("", _replacing({rule.pattern: rule.sounds for rule in group})))
        else:
            steps += [(rule.needs, partial(re.compile(rule.pattern).sub, rule.sounds)) for rule in group]

    def read(word: str) -> str:
        for needs, step in steps:
            if needs in word:
                word = step(word)
        return word.translate(_PLAIN)

    return read


def _replacing(sounds: dict[str, str]) -> Callable[[str], str]:
    expression = re.compile("|".join(sounds))  # the first that fits is taken: longer letters stand first
    return partial(expression.sub, lambda found: sounds[found.group()])


# Letters whose accent the reading needs; other accents are taken off first.
_KEEPS = {
    "english": "",
    "polish": "ščžżćźśóŭąę",
    "lacinka": "ščžżćźśóŭąęł",
    "german": "",
    "german, s voiced": "",
    "french": "ï",
    "turkic": "şçğəı",
}
_READERS = {
    "english": _reader(_ENGLISH),
    "polish": _reader(_POLISH),
    "lacinka": _reader(_LACINKA),
    "german": _reader(_GERMAN),
    "german, s voiced": _reader(_GERMAN_VOICED),
    "french": _reader(_FRENCH),
    "turkic": _reader(_TURKIC),
}
_MARKS = {
    "lacinka": re.compile(r"[łŭśćźčšž]"),
    "turkic": re.compile(r"[əğışç]|q(?!u)|x(?=[aıiuə]|[bcdfglmnrt])"),
    "polish": re.compile(r"[łŭśćźčšžńż]|sz|cz|rz|w|j(?!o[hs])|ck[ia]\b|\bci|ci[aeou]|[eiy]c\b|ac\b"),
    "german": re.compile(r"w|tsch|sch|zki|j"),
    "french": re.compile(r"ou|tch|ï|gu[eiï]|ine\b|eff\b|\bi[aeo]"),
}
# Marks that leave no doubt: this reading is then the first.
_SURE = (
    ("lacinka", re.compile(r"[łŭśćźčšž]")),
    ("turkic", re.compile(r"[əğışç]")),
    ("german", re.compile(r"tsch|sch(?![aeiouy])|[aeiou]ssew")),
    ("polish", re.compile(r"[żóńąę]|sz|cz|ow[ae]?\b|ew[ae]?\b|w")),
    ("french", re.compile(r"tch|ï")),
)
_ORDER = ("lacinka", "turkic", "polish", "german", "german, s voiced", "french")
_BETWEEN_VOICED = re.compile(r"[aeiouylmnr]s[aeiou]")
# All of the marks begin so; one look at a word tells most that they have none. It is read after a space.
_HINT = re.compile(
    r"[łŭśćźčšžńżóąęəğışçïqxwj]|sz|cz|rz|sch|tch|ck[ia]|ci|[aeiy]c|zki|ou|gu[eiï]|ine|eff| i[aeo]|s[aeiou]"
)


class _Signs(NamedTuple):
    """What one word says of how the name is to be read."""

    sure: frozenset[str]
    marks: frozenset[str]
    voiced: bool  # an s that a German reader may voice


_NO_SIGNS = _Signs(frozenset(), frozenset(), False)


@lru_cache(200_000)
def _signs(word: str) -> _Signs:
    if not _HINT.search(" " + word):
        return _NO_SIGNS
    return _Signs(
        frozenset(reading for reading, mark in _SURE if mark.search(word)),
        frozenset(reading for reading, mark in _MARKS.items() if mark.search(word)),
        bool(_BETWEEN_VOICED.search(word)),
    )


def readings_for(name: str) -> tuple[str, ...]:
    """The readings to try for the words of a lower-case name, the likeliest first; English always."""
    signs = [found for found in map(_signs, name.split(" ")) if found is not _NO_SIGNS]
    return _together(tuple(signs)) if signs else _ENGLISH_ONLY


@lru_cache(10_000)
def _together(signs: tuple[_Signs, ...]) -> tuple[str, ...]:
    sure = {reading for one in signs for reading in one.sure}
    marks = {reading for one in signs for reading in one.marks}
    if "german" in marks and any(one.voiced for one in signs):
        marks.add("german, s voiced")
    first = next((reading for reading, _ in _SURE if reading in sure), "english")
    marked = (reading for reading in _ORDER if reading in marks and reading != first)
    return (first, *marked) if first == "english" else (first, "english", *marked)


_ENGLISH_ONLY = ("english",)


def sounds_of(word: str, reading: str) -> str:
    """The sounds of a lower-case Latin word in one of the readings."""
    return _READERS[reading](word if word.isascii() else word.translate(_BARE[reading]))


class _Bare(dict[int, str]):
    """A table for `translate`, filled as letters are met: all but those that are kept lose their accents."""

    def __init__(self, keeps: str) -> None:
        self.keeps = keeps

    def __missing__(self, point: int) -> str:
        letter = chr(point)
        self[point] = bare = letter if letter in self.keeps else _base(letter)
        return bare


_BARE = {reading: _Bare(keeps) for reading, keeps in _KEEPS.items()}


def _base(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return bare.translate(_STROKES).replace("ł", "l").replace("ı", "i").replace("ə", "a")
