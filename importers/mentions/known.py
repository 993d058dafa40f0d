"""The people of a document by the parts of their names, so that a name is compared with the few it may be.

A form of a name shares a part with it, or is another spelling of it; spellings that one document uses of one
name begin alike, in the first part and in the last.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from importers.lexicons import load
from importers.mentions.alike import same_name
from importers.mentions.spans import Candidate

PARTICLES = frozenset(load("names")["particles"])


@dataclass(slots=True, eq=False)
class Person:
    """Everything of one person's name in a document."""

    parts: tuple[str, ...]  # folded, fullest form
    name: str
    forms: dict[str, int] = field(default_factory=dict)  # form as written -> times seen
    mentions: list[tuple[int, int]] = field(default_factory=list)
    score: int = 0
    office: bool = False  # named with an office of state: acts for an authority

    def add(self, candidate: Candidate) -> None:
        self.forms[candidate.written] = self.forms.get(candidate.written, 0) + 1
        self.mentions.append((candidate.start, candidate.end))
        self.score = max(self.score, candidate.score)
        self.office = self.office or candidate.office


class Known:
    """People in the order in which they were added, found by their names."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._place: dict[Person, int] = {}
        self._own: dict[Person, list[str]] = {}  # the parts of a name that are no particles
        self._by_parts: dict[tuple[str, ...], list[Person]] = defaultdict(list)
        self._by_first: dict[str, list[Person]] = defaultdict(list)  # the first part, a particle or not
        self._by_part: dict[str, list[Person]] = defaultdict(list)
        self._by_onsets: dict[tuple[str, str], list[Person]] = defaultdict(list)

    def add(self, person: Person) -> None:
        self._place[person] = len(self.people)
        self.people.append(person)
        self._by_parts[person.parts].append(person)
        self._by_first[person.parts[0]].append(person)
        self._own[person] = own_parts(person.parts)
        for part in dict.fromkeys(self._own[person]):
            self._by_part[part].append(person)
        self._by_onsets[_onsets(person.parts)].append(person)

    def named(self, parts: tuple[str, ...]) -> Collection[Person]:
        """Those with just this name."""
        return self._by_parts.get(parts, ())

    def with_first(self, part: str) -> Collection[Person]:
        """Those whose name begins with this part."""
        return self._by_first.get(part, ())

    def with_part(self, part: str) -> list[Person]:
        """Those with this part, as a surname before as anything else: a given name alone is rarer."""
        having = self._by_part.get(part, [])
        return [person for person in having if person.parts[-1] == part] or list(having)

    def forms_of(self, candidate: Candidate) -> list[Person]:
        """Those of whose name this is another form: shorter, turned round, with initials, spelt otherwise."""
        mine = own_parts(candidate.folded)
        sharing = [self._by_part.get(part, []) for part in mine]
        found: dict[Person, None] = {}
        if sharing:
            found |= dict.fromkeys((*min(sharing, key=len), *sharing[-1]))
        found |= dict.fromkeys(self._by_onsets.get(_onsets(candidate.folded), []))
        return self._in_order(one for one in found if _is_form_of(candidate, mine, one, self._own[one]))

    def _in_order(self, people: Iterable[Person]) -> list[Person]:
        return sorted(people, key=self._place.__getitem__)


def own_parts(parts: tuple[str, ...]) -> list[str]:
    """The parts of a name that are no particles."""
    return [part for part in parts if part not in PARTICLES]


def _onsets(parts: tuple[str, ...]) -> tuple[str, str]:
    """ "Kim Jae-hyun" and "Kim Jae Hyun" begin alike."""
    return parts[0][:1], parts[-1].rpartition("-")[2][:1]


def _is_form_of(candidate: Candidate, mine: list[str], person: Person, theirs: list[str]) -> bool:
    if mine == theirs or (len(mine) >= 2 and _is_subsequence(mine, theirs)):
        return True
    if len(mine) > 1 and sorted(mine) == sorted(theirs):
        return True  # the surname first, as many countries write it
    if len(mine) == len(theirs) and mine[-1:] == theirs[-1:] and _initials_fit(mine, theirs):
        return True
    return same_name(candidate.text, person.name)


def _is_subsequence(short: list[str], long: list[str]) -> bool:
    rest = iter(long)
    return all(any(one == other for other in rest) for one in short)


def _initials_fit(mine: list[str], theirs: list[str]) -> bool:
    pairs = zip(mine[:-1], theirs[:-1], strict=True)
    return any("." in a or "." in b for a, b in zip(mine, theirs, strict=True)) and all(
        a[0] == b[0] for a, b in pairs
    )
