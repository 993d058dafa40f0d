"""Invented people, three spellings each in mixed scripts; the same ones for the same seed, in any number."""

import random
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from cases.benchmark.spell import LATIN, latin, respelt
from cases.benchmark.stock import ENDINGS, MEN, MIDDLES, OTHERS, STEMS, WOMEN

LANGUAGES = {"be": 50, "ru": 27, "uk": 13, "pl": 2, "ka": 2, "fa": 2, "az": 2, "es": 2}
COLUMN = {"ru": 0, "be": 1, "uk": 2}  # of the given names
SYSTEMS = ("lacinka", "polish", "german", "french")
OF_COMMONEST = 2.7  # the n-th surname is borne by people in proportion to 1 / (n + this)
VOWELS = frozenset("аеиоуыэюя")
ID_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"


class Invented(NamedTuple):
    """Somebody who does not exist. Who has the same `surname` and `given` cannot be told apart by name."""

    id: str
    spellings: tuple[str, str, str]
    surname: tuple[str, ...]  # the same for a man and a woman of one family
    given: str
    families: tuple[str, str, str]  # the surname within each spelling


def people(count: int, seed: int = 1) -> Iterator[Invented]:
    """So many people; the first of them are the same for every larger number."""
    rng = random.Random(seed)  # noqa: S311 - names, not secrets
    languages, weights = list(LANGUAGES), list(LANGUAGES.values())
    for number in range(count):
        language = rng.choices(languages, weights)[0]
        make = _slavic if language in COLUMN else _other
        yield make(rng, language, _id(number))


def _id(number: int) -> str:
    """A public id that nobody could mistake for a real one: it ends in “zz”, and its order is by chance."""
    mixed, text = number * 7_654_321 % len(ID_LETTERS) ** 8, ""
    for _ in range(8):
        mixed, letter = divmod(mixed, len(ID_LETTERS))
        text += ID_LETTERS[letter]
    return f"{text}zz"


@cache
def _surnames() -> tuple[list[tuple[str, str, str]], list[float]]:
    """Every surname (the family's, a man's, a woman's), mixed, and how common they are, summed up."""
    found = {}
    for stem in STEMS:
        for middle in MIDDLES:
            if middle and middle[0] in VOWELS and stem[-1] in VOWELS:
                continue
            for man, woman in ENDINGS:
                if (middle or stem)[-1] in "тсшцч" and man[0] in "чцш":
                    continue  # in some romanisations they run together
                found[stem + middle + man] = stem + middle + woman
    names = [(man, man, woman) for man, woman in found.items()]
    random.Random(0).shuffle(names)  # noqa: S311 - names, not secrets
    return names, list(accumulate(1 / (at + OF_COMMONEST) for at in range(len(names))))


def _slavic(rng: random.Random, language: str, key: str) -> Invented:
    names, sums = _surnames()
    family, man, woman = rng.choices(names, cum_weights=sums)[0]
    is_woman = rng.random() < 0.3
    row = rng.choice(WOMEN if is_woman else MEN)
    surname, given, native = woman if is_woman else man, row[0], row[COLUMN[language]]
    own = respelt(surname, language)
    father = rng.choice(MEN)[COLUMN[language]] if rng.random() < 0.3 else ""
    patronymic = f" {_patronymic(father, is_woman)}" if father else ""
    first = (f"{own} {native}{patronymic}", own)
    second = (f"{latin(native, language)} {latin(own, language)}", latin(own, language))
    third = _third(rng, language, surname, row)
    return _invented(key, rng, (family,), given, [first, second, third])


def _third(rng: random.Random, language: str, surname: str, row: tuple[str, ...]) -> tuple[str, str]:
    """Another language in Cyrillic, or another romanisation."""
    if rng.random() < 0.5:
        other = rng.choice([one for one in COLUMN if one != language])
        family = respelt(surname, other)
        return f"{row[COLUMN[other]]} {family}", family
    system = rng.choice(SYSTEMS)
    source = "be" if system == "lacinka" else language
    family = latin(respelt(surname, source), system)
    return f"{latin(row[COLUMN[source]], system)} {family}", family


def _patronymic(father: str, is_woman: bool) -> str:
    stem = father.rstrip("йьая'")
    return f"{stem}{'овна' if is_woman else 'ович'}"


def _other(rng: random.Random, language: str, key: str) -> Invented:
    """A name with a native form and a second one; the third has the second's words the other way round."""
    stems, endings, men, women = OTHERS[language]
    stem, ending = rng.choice(stems), rng.choice(endings)
    given = rng.choice(women if rng.random() < 0.3 else men)
    family = (stem[0] + ending[0], stem[1] + ending[1])
    more = rng.choice(stems) if language == "es" else ("", "")  # the mother's surname
    mothers = tuple(f" {one}ez" if one else "" for one in more)
    first = (f"{given[0]} {family[0]}{mothers[0]}", family[0])
    second = (f"{given[1]} {family[1]}{mothers[1]}", family[1])
    third = (f"{given[1]} {family[1]}" if language == "es" else f"{family[1]} {given[1]}", family[1])
    return _invented(key, rng, family, given[1], [first, second, third])


def _invented(
    key: str, rng: random.Random, surname: tuple[str, ...], given: str, spelt: list[tuple[str, str]]
) -> Invented:
    rng.shuffle(spelt)
    texts, families = zip(*spelt, strict=True)
    return Invented(key, texts, surname, given, families)


assert set(SYSTEMS) <= LATIN.keys()
