"""Scripts, folding and words: what every other part of the package starts from."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from anyascii import anyascii

# First and last letter of the scripts that cases/vocab.py has terms for.
_BLOCKS = (
    (0x0041, 0x02AF, "Latn"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0600, 0x077F, "Arab"),
    (0xFB50, 0xFEFC, "Arab"),
    (0x3400, 0x9FFF, "Hans"),
)
OTHER_SCRIPT = "Zyyy"
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´ʹʺ′ʾʿˈ"))
# Letters that do not come apart into a base letter and an accent.
_STROKES = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ə": "a", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h"}
)
# Belarusian texts are often typed with a Latin i, and forms with look-alikes of either script.
_CYRILLIC = re.compile("[Ѐ-ԯ]")
_TO_CYRILLIC = str.maketrans("aceiopxykmthb", "асеіорхукмтнв")
_TO_LATIN = str.maketrans("асеіорхукмтнв", "aceiopxykmthb")
_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]")
# What makes a name need more than its lower case: apostrophes, marks, İ, and all scripts but three.
_UNUSUAL = re.compile(
    r"['`´İʰ-ʿ‘’′\u0300-\u03ff\u0530-\u05ff\u0610-\u061a\u064b-\u065f\u0670\u0700-\u1dff\u1f00-\u1fff\u2e80-\ud7af]"
)
_MIXED = re.compile("[Ѐ-ԯ][a-z]|[a-z][Ѐ-ԯ]")


def script_of(text: str) -> str:
    """The code (of the vocabulary's SCRIPTS) of the script that most letters of a text are in.

    "Zyyy" is any other script, and a text without letters.
    """
    counts = Counter(_script_of_letter(letter) for letter in text if letter.isalpha())
    return counts.most_common(1)[0][0] if counts else OTHER_SCRIPT


@lru_cache(4096)
def _script_of_letter(letter: str) -> str:
    point = ord(letter)
    return next((code for first, last, code in _BLOCKS if first <= point <= last), OTHER_SCRIPT)


def fold(text: str) -> str:
    """Casefolded, without accents and apostrophes, ё as е, single spaces: for plain comparisons.

    Only accents go: й, ў and ї are letters of their own and stay.
    """
    if text.isascii():
        return " ".join(text.casefold().translate(_APOSTROPHES).split())
    lower = unicodedata.normalize("NFC", text).casefold().translate(_APOSTROPHES).replace("ё", "е")
    return " ".join("".join(map(_bare, lower)).split()).translate(_STROKES)


@lru_cache(4096)
def _bare(letter: str) -> str:
    """A Latin, Greek or Arabic letter without its marks; a Cyrillic letter as it is."""
    if "Ѐ" <= letter <= "ԯ":
        return letter
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))


def slug(name: str) -> str:
    """A name for an address: lower-case ASCII letters and digits with single hyphens; may be empty."""
    ascii_text = anyascii(_spaced(name)).casefold().translate(_APOSTROPHES)
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")


def words(name: str) -> tuple[str, ...]:
    """The parts of a name, lower-case with accents, split at spaces and hyphens; one script a part.

    Scripts other than Latin, Cyrillic and Arabic come as ASCII, Chinese a syllable a part.
    """
    if name.isascii():
        return tuple(_WORD.findall(name.replace("'", "").replace("`", "").lower()))
    text = unicodedata.normalize("NFC", name)
    if _UNUSUAL.search(text):
        text = _MARK.sub("", _spaced(text).translate(_APOSTROPHES).lower())  # İ becomes an i and a mark
    else:
        text = text.lower()
    found = _WORD.findall(text)
    return tuple(map(_one_script, found) if _MIXED.search(text) else found)


def _spaced(name: str) -> str:
    """Other scripts as ASCII, with a space between the syllables of Chinese characters."""
    if name.isascii() or script_of(name) in {"Latn", "Cyrl", "Arab"}:
        return name
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", anyascii(name))


def _one_script(word: str) -> str:
    """A word with look-alike letters of the other script set right."""
    cyrillic = len(_CYRILLIC.findall(word))
    if cyrillic in {0, len(word)}:
        return word
    return word.translate(_TO_CYRILLIC if cyrillic * 2 >= len(word) else _TO_LATIN)
