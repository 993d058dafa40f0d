"""Invented names in the spellings of languages and romanisations, by plain rules."""

import re

Rules = list[tuple[re.Pattern[str], str]]


def _rules(pairs: list[tuple[str, str]]) -> Rules:
    return [(re.compile(pattern), spelt) for pattern, spelt in pairs]


# From Russian. An unstressed о is а in Belarusian; where the stress is, the rules do not know.
_BELARUSIAN = _rules(
    [
        *[("щ", "шч"), ("ти", "ці"), ("ть", "ць"), ("те", "це"), ("ди", "дзі"), ("де", "дзе"), ("дь", "дзь")],
        *[("ри", "ры"), ("ре", "рэ"), ("рь", "р"), ("че", "ча"), ("чи", "чы"), ("ши", "шы"), ("жи", "жы")],
        *[("ци", "цы"), ("ий$", "і"), ("ов$", "аў"), ("ев$", "еў"), ("ёв$", "ёў"), ("о(?=.{3})", "а")],
        *[("(?<=[аеёіоуыэюя])в(?=[^аеёіиоуыэюяў])", "ў"), ("и", "і"), ("ъ", "’")],
    ]
)
_UKRAINIAN = _rules(
    [
        ("ий$", "ий"),
        ("ы", "и"),
        ("э", "е"),
        ("ё", "ьо"),
        ("ъ", "’"),
        ("^е", "є"),
        ("ие", "іє"),
        ("(?<=[лн])ев", "єв"),
    ]
)
_LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "yo",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
        ],
        strict=False,
    )
)
_ENGLISH = {
    **_LETTERS,
    "ъ": "",
    "ы": "y",
    "ь": "",
    "э": "e",
    "ю": "yu",
    "я": "ya",
    "і": "i",
    "ї": "yi",
    "є": "ye",
    "ґ": "g",
}
_OF_BELARUS = {**_ENGLISH, "г": "h", "й": "i", "ў": "u", "ё": "io", "ю": "iu", "я": "ia", "’": ""}
_OF_UKRAINE = {**_ENGLISH, "г": "h", "и": "y", "й": "i", "’": "", "'": ""}
_LACINKA = {
    **_OF_BELARUS,
    "ж": "ž",
    "х": "ch",
    "ц": "c",
    "ч": "č",
    "ш": "š",
    "ў": "ŭ",
    "ё": "jo",
    "ю": "ju",
    "я": "ja",
    "й": "j",
}
_POLISH = {**_LACINKA, "в": "w", "ж": "ż", "ч": "cz", "ш": "sz", "щ": "szcz", "ў": "u"}
_GERMAN = {
    **_ENGLISH,
    "в": "w",
    "ж": "sch",
    "х": "ch",
    "ц": "z",
    "ч": "tsch",
    "ш": "sch",
    "щ": "schtsch",
    "ё": "jo",
    "ю": "ju",
    "я": "ja",
    "й": "i",
    "ў": "u",
}
_FRENCH = {
    **_ENGLISH,
    "ж": "j",
    "у": "ou",
    "ч": "tch",
    "ш": "ch",
    "щ": "chtch",
    "ю": "iou",
    "я": "ia",
    "ё": "io",
    "й": "ï",
    "ў": "v",
}
LATIN = {
    "be": _OF_BELARUS,
    "ru": _ENGLISH,
    "uk": _OF_UKRAINE,
    "lacinka": _LACINKA,
    "polish": _POLISH,
    "german": _GERMAN,
    "french": _FRENCH,
}
CYRILLIC: dict[str, Rules] = {"ru": [], "be": _BELARUSIAN, "uk": _UKRAINIAN}


def respelt(surname: str, language: str) -> str:
    """A Russian surname as Belarusian or Ukrainian has it."""
    word = surname.lower()
    for pattern, spelt in CYRILLIC[language]:
        word = pattern.sub(spelt, word)
    return word.capitalize()


def latin(word: str, system: str) -> str:
    """A Cyrillic word in one of the romanisations of `LATIN`."""
    letters = LATIN[system]
    return "".join(
        letters.get(letter, "" if letter in "'’" else letter) for letter in word.lower()
    ).capitalize()
