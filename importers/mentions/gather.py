"""Candidates to people: one `Person` for all forms of one name in a document.

The rule throughout: a short form goes to the one person it fits, the latest named where two do, and to
nobody where none does. A capitalised word alone is no person unless a title or a role stands before it.
"""

from dataclasses import dataclass, field

from importers.lexicons import load, words
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
        self.forms[candidate.text] = self.forms.get(candidate.text, 0) + 1
        self.mentions.append((candidate.start, candidate.end))
        self.score = max(self.score, candidate.score)
        self.office = self.office or candidate.office

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(part for part in self.parts if part not in PARTICLES)


@dataclass(slots=True)
class Cast:
    """The people of a document, and who stands at an offset."""

    people: list[Person]
    at: dict[int, tuple[Person, int]]  # start of a mention -> person, end


def gather(candidates: list[Candidate]) -> Cast:
    """The people whom candidates name."""
    people = _full_names(candidates)
    at: dict[int, tuple[Person, int]] = {}
    latest: list[Person] = []
    for candidate in candidates:
        person = _whose(candidate, people, latest)
        if person is None and _stands_alone(candidate):
            person = Person(candidate.folded, candidate.text)
            people.append(person)
        if person is not None:
            person.add(candidate)
            at[candidate.start] = (person, candidate.end)
            if person in latest:
                latest.remove(person)
            latest.append(person)
    return Cast([person for person in people if person.mentions], at)


def _full_names(candidates: list[Candidate]) -> list[Person]:
    """One person for every name of two parts or more, shorter and variant forms joined."""
    best: dict[tuple[str, ...], Candidate] = {}
    for candidate in candidates:
        own = [part for part in candidate.folded if part not in PARTICLES]
        if (
            len(candidate.parts) < 2
            or (len(own) < 2 and candidate.folded[0] in PARTICLES)
            or (candidate.headline and candidate.score < 2)
        ):
            continue
        known = best.get(candidate.folded)
        if known is None or candidate.score > known.score:
            best[candidate.folded] = candidate
    people: list[Person] = []
    for candidate in sorted(best.values(), key=lambda one: (-len(one.parts), one.start)):
        if candidate.score < 0:
            continue
        fitting = [person for person in people if _is_form_of(candidate, person)]
        if not fitting:
            people.append(Person(candidate.folded, candidate.text, score=candidate.score))
    return people


def _is_form_of(candidate: Candidate, person: Person) -> bool:
    mine = [part for part in candidate.folded if part not in PARTICLES]
    theirs = [part for part in person.parts if part not in PARTICLES]
    if mine == theirs or (len(mine) >= 2 and _is_subsequence(mine, theirs)):
        return True
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


def _whose(candidate: Candidate, people: list[Person], latest: list[Person]) -> Person | None:
    own = [part for part in candidate.folded if part not in PARTICLES]
    if len(own) == 1:
        fitting = _with_part(own[0], people)
    elif len(candidate.parts) > 1:
        exact = [person for person in people if person.parts == candidate.folded]
        fitting = exact or [person for person in people if _is_form_of(candidate, person)]
    else:
        fitting = _with_part(candidate.folded[0], people)
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    recent = [person for person in reversed(latest) if person in fitting]
    return recent[0] if recent else fitting[0]


def _with_part(part: str, people: list[Person]) -> list[Person]:
    """Those with this part, as a surname before as anything else: a given name alone is rarer."""
    having = [person for person in people if part in person.keys]
    surnamed = [person for person in having if person.parts[-1] == part]
    return surnamed or having


def _stands_alone(candidate: Candidate) -> bool:
    """Whether one word may be a whole name: behind a title, or a given name behind a role."""
    if candidate.headline or len(candidate.parts) > 1:
        return False
    return candidate.score >= 4 or (candidate.titled and candidate.score >= 2 and not _is_office(candidate))


def _is_office(candidate: Candidate) -> bool:
    return candidate.folded[0] in words("people", "offices")
