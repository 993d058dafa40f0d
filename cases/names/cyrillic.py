"""Cyrillic names as sounds; the sounds are explained in `sounds`."""

import re

# Belarusian, Russian and Ukrainian, then the letters that Turkic, Iranian and South Slavic
# languages add. Soft т is written ц in Belarusian and soft д is дз: they are read as т and д.
_LETTERS = {
    "а": "A", "о": "O", "э": "E", "е": "E", "ё": "E", "є": "E", "я": "E", "и": "I", "і": "I", "ы": "I",
    "ї": "I", "й": "Y", "у": "U", "ю": "U", "ў": "V", "б": "B", "п": "P", "в": "V", "ф": "F", "д": "D",
    "т": "T", "ц": "T", "г": "G", "ґ": "G", "х": "H", "к": "K", "л": "L", "м": "M", "н": "N", "р": "R",
    "с": "S", "з": "Z", "ж": "X", "ч": "C", "ш": "W", "щ": "Q", "ь": "", "ъ": "",
    "ә": "A", "ғ": "G", "қ": "K", "ң": "N", "ө": "A", "ұ": "U", "ү": "U", "һ": "H", "ҳ": "H", "ҷ": "J",
    "ӯ": "U", "ӣ": "I", "ј": "Y", "љ": "L", "њ": "N", "ћ": "C", "ђ": "J", "џ": "J", "ѓ": "H", "ќ": "K",
    "ѕ": "D",
}  # fmt: skip
_CLUSTERS = {"дж": "J", "дз": "D", "шч": "Q", "тс": "T", "тц": "T", "ио": "E", "іо": "E"}
_CLUSTER = re.compile("|".join(_CLUSTERS))
_TABLE = str.maketrans(_LETTERS)
_UNKNOWN = re.compile("[^A-Z]")


def sounds_of(word: str) -> str:
    """The sounds of a lower-case Cyrillic word; letters it does not know are left out."""
    read = _CLUSTER.sub(lambda found: _CLUSTERS[found.group()], word).translate(_TABLE)
    return read if read.isascii() else _UNKNOWN.sub("", read)
