"""Latin spellings as sounds, read the way each language that writes these names would read them.

"Tichanowski" is German, "Cichanouski" Polish or Belarusian Latin, "Tikhanovski" French or English:
one reading cannot serve them all, and reading every word in every way would join different names
(a German z is ц, so Roizman would be Roitman). So a reading is tried only where the whole name
shows its marks: `readings_for(name)`.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_STROKES = str.maketrans({"ø": "o", "đ": "d", "ħ": "h", "þ": "th", "ð": "d", "æ": "ae", "œ": "oe"})

Rules = list[tuple[str, str]]

# A rule is a pattern on the letters and the sounds it stands for. At each place the first rule that
# fits is taken, so longer patterns stand before shorter ones.
_PLAIN: Rules = [
    ("a", "A"), ("o", "A"), ("e", "E"), ("u", "U"), ("[iy]", "I"), ("b", "B"), ("p", "P"), ("v", "V"),
    ("w", "V"), ("f", "F"), ("d", "D"), ("t", "T"), ("[gh]", "H"), ("[kqc]", "K"), ("l", "L"), ("m", "M"),
    ("n", "N"), ("r", "R"), ("s", "S"), ("z", "Z"), ("j", "Y"), ("x", "KS"),
]  # fmt: skip
_SOFT_VOWELS: Rules = [("[iyj][aeo]", "E"), ("[iyj]u", "U"), ("(?<=[aeou])[iyj]", "Y")]
_SHORT_U: Rules = [("(?<=[aeo])u(?![aeiou])", "V")]

# English, the official Belarusian and Ukrainian systems, and whatever shows no marks of another.
_ENGLISH: Rules = [
    ("shch", "Q"), ("sch(?=[aeiouy])", "Q"), ("tch|tsh", "C"), ("dzh|dj", "J"), ("sh", "W"), ("zh", "X"),
    ("ch", "C"), ("kh|gh", "H"), ("th", "T"), ("dh|dz", "D"), ("ph", "F"), ("rh", "R"), ("wh", "V"),
    ("ts|tz", "T"), ("ck|cq|qu", "K"), ("c(?=[eiy](?!k?$))", "S"), ("(?<=[iy])c$", "C"), ("j", "J"),
    ("ee(?!v|w|n[ck])", "I"), ("oo", "U"), ("ye(?=u)", "E"), *_SOFT_VOWELS, *_SHORT_U, *_PLAIN,
]  # fmt: skip
_POLISH: Rules = [
    ("szcz|šč", "Q"), ("sz|š", "W"), ("cz|č", "C"), ("dż|dž", "J"), ("rz|ż|ž", "X"), ("ch", "H"),
    ("dź|dzi(?=[bcdfghklmnprstwz])|dz", "D"), ("ć|c", "T"), ("ó", "U"), ("ŭ", "V"), ("ą", "AN"), ("ę", "EN"),
    ("ks", "KS"), *_SOFT_VOWELS, *_SHORT_U, *_PLAIN,
]  # fmt: skip
# Belarusian Latin writes a hard l as ł, so its plain l before a vowel is soft.
_LACINKA: Rules = [("l[ao]", "LE"), *_POLISH]
_GERMAN: Rules = [
    ("s?chtsch|stsch", "Q"), ("dsch", "J"), ("tsch", "C"), ("sch", "W"), ("ch|kh", "H"), ("sh", "X"),
    ("ts|tz|z", "T"), ("ei(?=n)", "EY"), *_SOFT_VOWELS, *_PLAIN,
]  # fmt: skip
_GERMAN_VOICED: Rules = [("(?<=[aeiouylmnr])s(?=[aeiou])", "Z"), *_GERMAN]
_FRENCH: Rules = [
    ("chtch", "Q"), ("tch", "C"), ("dj", "J"), ("ch", "W"), ("kh", "H"), ("gu(?=[eiyï])", "H"), ("j", "X"),
    ("[iyï]?ou", "U"), ("ts", "T"), ("dz", "D"), ("th", "T"), ("ph", "F"), ("qu", "K"), ("c(?=[eiy])", "S"),
    ("(?<=[nf])e$", ""), ("ï(?=[aeo])", "I"), ("(?<=[aeou])ï", "Y"), ("ï", "I"), *_SOFT_VOWELS, *_PLAIN,
]  # fmt: skip
_TURKIC: Rules = [
    ("ş", "W"), ("ç", "C"), ("ğ", "H"), ("ə", "A"), ("sh", "W"), ("ch", "C"), ("kh|gh", "H"), ("x", "H"),
    ("q", "H"), ("zh|j", "X"), ("c", "J"), ("ı", "I"), ("y[ao]", "E"), ("y[eiu]", "Y"), *_SOFT_VOWELS, *_PLAIN,
]  # fmt: skip


def _reader(rules: Rules) -> Callable[[str], str]:
    pattern = re.compile("|".join(f"({letters})" for letters, _ in rules))
    sounds = ["", *(sound for _, sound in rules)]

    def read(word: str) -> str:
        return "".join(sounds[part.lastindex or 0] for part in pattern.finditer(word))

    return read


# Letters whose accent the reading needs; other accents are taken off first.
_KEEPS = {
    "english": "",
    "polish": "šščžżćźóŭąę",
    "lacinka": "šščžżćźóŭąęł",
    "german": "",
    "german, s voiced": "",
    "french": "ï",
    "turkic": "şçğəı",
}
_READERS = {
    "english": _reader(_ENGLISH),
    "polish": _reader(_POLISH),
    "lacinka": _reader([("ł", "L"), *_LACINKA]),
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
    "german, s voiced": re.compile(r"w|tsch|sch|zki|j"),
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


@lru_cache(100_000)
def readings_for(name: str) -> tuple[str, ...]:
    """The readings to try for the words of a lower-case name, the likeliest first; English always."""
    first = next((reading for reading, mark in _SURE if mark.search(name)), "english")
    marked = (reading for reading, mark in _MARKS.items() if reading != first and mark.search(name))
    return (first, *marked) if first == "english" else (first, "english", *marked)


def sounds_of(word: str, reading: str) -> str:
    """The sounds of a lower-case Latin word in one of the readings."""
    return _READERS[reading](_prepared(word, _KEEPS[reading]))


def _prepared(word: str, keeps: str) -> str:
    """The word without the accents that this reading does not use."""
    if word.isascii():
        return word
    return "".join(letter if letter in keeps else _base(letter) for letter in word)


@lru_cache(2048)
def _base(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return bare.translate(_STROKES).replace("ł", "l").replace("ı", "i").replace("ə", "a")
