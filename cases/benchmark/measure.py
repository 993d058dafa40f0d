"""How surely the public search finds invented people: by other spellings, with a slip, by the surname."""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from cases.benchmark.people import Invented
from cases.names import script_of
from cases.public import search

LETTERS = {
    "Arab": "ابتثجحخدذرزسشصضطظعغفقکلمنوهی",
    "Latn": "abcdefghijklmnopqrstuvwxyz",
    "Cyrl": "абвгдежзийклмнопрстуфхцчшыэюя",
}


@dataclass
class Recall:
    """Of some queries, how many found the right person first, among the first ten, and where they belong."""

    asked: int = 0
    first: int = 0
    ten: int = 0
    within: int = 0
    missed: list[str] = field(default_factory=list)

    def share(self, count: int) -> float:
        return count / self.asked if self.asked else 0.0


def recall(
    asked: Iterable[tuple[str, Invented]], by_id: dict[str, Invented], namesakes: Callable[[Invented], int]
) -> Recall:
    """Somebody of the very same name counts as the person: nothing in the query tells them apart.

    `within` counts those who are among the first n, where n people have what was asked for, ten at least.
    """
    result = Recall()
    for query, person in asked:
        owners = search.people(query).owners
        place = next((at for at, one in enumerate(owners) if _same(by_id[one], person)), len(by_id))
        own = owners.index(person.id) if person.id in owners else len(by_id)
        result.asked += 1
        result.first += place == 0
        result.ten += place < 10
        result.within += own < max(10, namesakes(person))
        if place >= 10:
            result.missed.append(f"{query} ({' / '.join(person.spellings)})")
    return result


def _same(one: Invented, other: Invented) -> bool:
    return (one.surname, one.given) == (other.surname, other.given)


def other_spellings(people: list[Invented]) -> Iterator[tuple[str, Invented]]:
    """The two spellings of each that are not stored."""
    return ((text, one) for one in people for text in one.spellings[1:])


def misspelt(people: list[Invented], seed: int = 2) -> Iterator[tuple[str, Invented]]:
    """The second spelling of each with a letter missing, wrong or added, or two exchanged."""
    rng = random.Random(seed)  # noqa: S311 - names, not secrets
    return ((slip(one.spellings[1], rng), one) for one in people)


def slip(name: str, rng: random.Random) -> str:
    """A name with one slip in a word of four letters or more, not in its first letter."""
    words = name.split()
    at = rng.choice([at for at, word in enumerate(words) if len(word) > 3] or [0])
    word = words[at]
    place = rng.randrange(1, len(word))
    swapped = max(1, place - 1)
    other = rng.choice(LETTERS.get(script_of(word), word))
    words[at] = rng.choice(
        [
            word[:place] + word[place + 1 :],
            word[:place] + other + word[place + 1 :],
            word[:place] + other + word[place:],
            word[:swapped] + word[swapped + 1] + word[swapped] + word[swapped + 2 :],
        ]
    )
    return " ".join(words)


def surnames(people: list[Invented]) -> Iterator[tuple[str, Invented]]:
    """The surname alone, in a spelling that is not stored."""
    return ((one.families[1], one) for one in people)
