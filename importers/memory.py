"""Whom "he", "she", "they" and "the journalist" mean: what a reader has in mind while reading on.

Careful by design: a pronoun goes to the latest person it can mean, and to nobody where the genders speak
against everyone. People who only say things (spokespersons, lawyers quoted) are not had in mind.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

import regex

from cases.names import gender_of
from importers.clues import ALL, Clues
from importers.lexicons import words
from importers.mentions import Person

FEMALE, MALE = frozenset(("she", "her", "hers")), frozenset(("he", "him", "his"))
COUNTS = {
    "both": 2,
    "two": 2,
    "pair": 2,
    "couple": 2,
    "three": 3,
    "trio": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
GROUP_REACH = 5  # "they" reaches back so many sentences
_TITLE_WORD = regex.compile(r"(?r)(\p{L}+)[.,]?\s+$")


@dataclass
class Memory:
    """What has been read of one article so far."""

    genders: dict[int, str]
    topic: tuple[Person, ...] = ()
    group: tuple[Person, ...] = ()
    seen: dict[Person, None] = field(default_factory=dict)  # oldest first
    claimed: dict[Person, None] = field(default_factory=dict)
    described: dict[int, set[str]] = field(default_factory=dict)
    # The last date told for a kind of event, and the number of its sentence.
    dates: dict[str, tuple[str, int]] = field(default_factory=dict)
    last: tuple[str, int] | None = None  # the date of the last sentence that has one, and its number
    occasions: dict[str, set[str]] = field(default_factory=dict)  # the days of "the raid", "the rally"
    verdict: tuple[str, int] | None = None  # the day of the verdict last told, and the number of its sentence
    verdicts: set[str] = field(default_factory=set)  # the days of all verdicts told
    told_dates: dict[str, set[str]] = field(default_factory=dict)  # all dates told for a kind of event
    day: tuple[str, int, int] | None = None  # the day a scene began with, the number of its sentence, its end
    told: tuple[Person, ...] = ()  # those of whom sentence after sentence told something
    told_at: int = -9
    now: int = 0  # the number of the sentence that is read
    clues: Clues = ALL  # what that sentence can hold
    group_at: int = 0
    counted: tuple[int, tuple[Person, ...], int] | None = None  # "five people, including P": 5, P, sentence
    author: tuple[Person, ...] = ()  # who writes, in a letter: "P writes from prison:"

    def note(self, people: Sequence[Person], *, claimed: bool = False) -> None:
        """People were named, or something was claimed of them."""
        for person in people:
            self.seen.pop(person, None)
            self.seen[person] = None
            if claimed:
                self.claimed.setdefault(person)
        if people:
            self.topic = tuple(people)
            if len(people) > 1:
                self.group, self.group_at = tuple(people), self.now

    def pronoun(self, word: str, nearer: Sequence[Person] = ()) -> tuple[Person, ...]:
        """The person or people of a pronoun; `nearer` are those of the same sentence, latest last."""
        word = word.lower()
        if word in ("they", "them", "their", "both"):
            return self._several(nearer)
        topical = [*self.topic] if len(self.topic) == 1 else []
        return self.fitting(word, chain(reversed(nearer), topical, reversed(self.seen)))

    def fitting(self, word: str, people: Iterable[Person]) -> tuple[Person, ...]:
        """The first whom "he" or "she" can mean; who holds an office only once something was told of them."""
        for person in people:
            if self._fits(person, word) and (not person.office or person in self.claimed):
                return (person,)
        return ()

    def several(self, words: str, nearer: Sequence[Person]) -> tuple[Person, ...]:
        """Those of "all four" or "both": as many of the last named as the words count."""
        count = next((number for word, number in COUNTS.items() if word in words.lower()), 0)
        if self.counted and count == self.counted[0] and self.now - self.counted[2] <= GROUP_REACH:
            return self.counted[1]
        if not count and " " in words and (told := self.these()):
            return told
        if not count or len(self.group) == count:
            return self.pronoun("they", nearer)
        named = [person for person in self.seen if not person.office]
        claimed = [person for person in named if person in self.claimed]
        return tuple(claimed[-count:]) if len(claimed) >= count else ()

    def _several(self, nearer: Sequence[Person]) -> tuple[Person, ...]:
        distinct = tuple(person for person in dict.fromkeys(nearer) if not person.office)
        if len(distinct) > 1:
            return distinct
        if self.counted and self.group_at <= self.counted[2] and self.now - self.counted[2] <= 1:
            return self.counted[1]
        if self.now - self.group_at > GROUP_REACH:
            return ()
        self.group_at = self.now
        return self._told_of(self.topic if len(self.topic) > 1 else self.group)

    def _told_of(self, group: tuple[Person, ...]) -> tuple[Person, ...]:
        """A group, unless something was told of others and of none of these: then "they" is uncertain."""
        if self.claimed and not any(person in self.claimed for person in group):
            return ()
        return tuple(person for person in group if not person.office or person in self.claimed)

    def crowd(self, words: str) -> None:
        """A sentence speaks of some who are not named: "they" are then nobody that was named before."""
        count = next((number for word, number in COUNTS.items() if word in words.lower().split()), 0)
        if count != len(self.group):
            self.topic, self.group = (), ()

    def of_gender(self, people: tuple[Person, ...], gender: str) -> tuple[Person, ...]:
        """Those of "the men": without those who are known to be of another gender."""
        known = (self.genders.get(id(one), "unknown") for one in people)
        return tuple(
            one for one, own in zip(people, known, strict=True) if not gender or own in (gender, "unknown")
        )

    def include(self, count: int, people: Sequence[Person]) -> None:
        """Of so many people these were named: "they" and "all five" are then no others."""
        self.counted = (count, tuple(people), self.now)

    def these(self) -> tuple[Person, ...]:
        """Those of "these journalists": all of whom the sentences just before told; not where it is one."""
        return self.told if len(self.told) > 1 and self.now - self.told_at <= GROUP_REACH else ()

    def noun(self, role: str) -> tuple[Person, ...]:
        """The person of "the journalist": who was called so, else the only one spoken of."""
        role = role.lower()
        for person in reversed(self.seen):
            if role in self.described.get(id(person), ()) and not person.office:
                return (person,)
        others = list(islice((person for person in self.seen if not person.office), 3))
        if len(self.claimed) == 1 and len(others) <= 2:
            return tuple(self.claimed)
        return self.topic if len(others) == 1 and self.topic == (others[0],) else ()

    def _fits(self, person: Person, word: str) -> bool:
        word = word.lower()
        gender = self.genders.get(id(person), "unknown")
        if gender == "unknown":
            return True
        return gender == ("female" if word in FEMALE else "male")


def genders_of(people: Sequence[Person], text: str) -> dict[int, str]:
    """The gender of each person as titles, words of kinship and the name make plain, else "unknown"."""
    return {id(person): _gender(person, text) for person in people}


def _gender(person: Person, text: str) -> str:
    for start, _ in person.mentions:
        before = _TITLE_WORD.search(text[max(0, start - 20) : start])
        word = before[1].lower() if before else ""
        if word in words("people", "female_words") and word not in ("her", "hers"):
            return "female"
        if word in words("people", "male_words") and word not in ("his", "him"):
            return "male"
    return gender_of(person.name)
