"""Which language a text is in: by its script, by letters that one language has, by its smallest words.

A code of ISO 639-1, or "" where too little speaks for any. The rules of extraction belong to a language;
a text in another is stored and named, and nothing is proposed from it. A table of our own rather than a
library: those with models weigh up to 150 MB, and are as sure of ten names as of a page.
"""

import re
import unicodedata
from collections import Counter

from importers.read.languages import LETTERS, NAMES, SCRIPTS, WORDS

SAMPLE = 20_000  # characters, from the beginning and the middle
LEAST = 0.04  # share of small words below which nothing is said; English prose has about 0.4
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_TABLES = {code: frozenset(words.split()) for code, words in WORDS.items()}
_CYRILLIC = ("ru", "be", "uk", "bg", "sr", "mk", "kk", "ky", "tg")


def language_of(text: str) -> str:
    """The language of a text, as its ISO 639-1 code; "" for a text too short or too odd to say."""
    sample = _sample(text).casefold()
    script = _script(sample)
    if script in SCRIPTS:
        return SCRIPTS[script] if script != "CJK" or not _has_kana(sample) else "ja"
    if script == "ARABIC":
        return _arabic(sample)
    if script not in ("LATIN", "CYRILLIC"):
        return ""
    codes = _CYRILLIC if script == "CYRILLIC" else [code for code in _TABLES if code not in _CYRILLIC]
    return _by_words(sample, codes)


def name_of(code: str) -> str:
    """The language's name for people: “Russian”; an unknown code as it stands."""
    return NAMES.get(code, code)


def code_of(stated: str) -> str:
    """The code in what a file or a page states (“en-GB”, “ru_RU”); "" for anything else."""
    head = re.split(r"[-_,;\s]", stated.strip().lower())[0]
    return head if re.fullmatch(r"[a-z]{2,3}", head) and head != "und" else ""


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    middle = len(text) // 2
    return text[: SAMPLE // 2] + " " + text[middle : middle + SAMPLE // 2]


def _script(sample: str) -> str:
    """The script of most letters; a letter of a syllabic script weighs more, as it says more."""
    counts: Counter[str] = Counter()
    for char, times in Counter(sample).items():
        if char.isalpha():
            name = unicodedata.name(char, "").split(" ", 1)[0]
            counts[name] += times * (3 if name in ("CJK", "HANGUL", "HIRAGANA", "KATAKANA") else 1)
    return counts.most_common(1)[0][0] if counts else ""


def _has_kana(sample: str) -> bool:
    return sum(1 for char in sample if "\u3040" <= char <= "\u30ff") * 20 > len(sample)


def _arabic(sample: str) -> str:
    if any(char in sample for char in "ٹڈڑے"):
        return "ur"
    persian = sum(sample.count(char) for char in "پچژگکی")
    return "fa" if persian * 25 > len(sample) else "ar"


def _score(code: str, words: Counter[str], sample: str) -> int:
    """Small words, and at most as much again for letters: names alone (Əli Kərimli) make no language."""
    small = sum(words[word] for word in _TABLES[code] & words.keys())
    letters = LETTERS.get(code, "") if small else ""
    return small + min(small, sum(sample.count(letter) for letter in letters))


def _by_words(sample: str, codes: tuple[str, ...] | list[str]) -> str:
    words = Counter(_WORD.findall(sample.replace("’", "'")))
    total = sum(words.values())
    scores = {code: _score(code, words, sample) for code in codes}
    best = max(scores, key=lambda code: scores[code])
    second = max(score for code, score in scores.items() if code != best)
    if scores[best] < max(2, LEAST * total) or scores[best] <= second:
        return ""
    return best
