"""Candidates to people: one `Person` for all forms of one name in a document.

The rule throughout: a short form goes to the one person it fits, the latest named where two do, and to
nobody where none does. A capitalised word alone is no person unless a title or a role stands before it.
"""

from dataclasses import dataclass, field

from importers.lexicons import given_names, load, words
from importers.mentions.alike import same_name
from importers.mentions.spans import Candidate

PASSED, OFTEN = 300, 3  # characters since somebody was named once; times that another was
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
    others = _other_names(candidates, people)
    at: dict[int, tuple[Person, int]] = {}
    latest: list[Person] = []
    for candidate in candidates:
        person = others.get(candidate.folded) or _whose(candidate, people, latest)
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
        if (
            len(candidate.parts) < 2
            or (len(own_parts(candidate.folded)) < 2 and not _begins_with_name(candidate.folded))
            or (candidate.headline and candidate.score < 2)
            or candidate.also
        ):
            continue
        known = best.get(candidate.folded)
        if known is None or candidate.score > known.score:
            best[candidate.folded] = candidate
    first_names = {one.folded[0] for one in best.values() if not one.shares}
    people: list[Person] = []
    for candidate in sorted(best.values(), key=lambda one: (-len(one.parts), one.start)):
        if candidate.score < 0 or (candidate.shares and candidate.folded[0] in first_names):
            continue
        fitting = [person for person in people if _is_form_of(candidate, person)]
        if not fitting:
            people.append(Person(candidate.folded, candidate.text, score=candidate.score))
    return people


def own_parts(parts: tuple[str, ...]) -> list[str]:
    """The parts of a name that are no particles."""
    return [part for part in parts if part not in PARTICLES]


def _begins_with_name(parts: tuple[str, ...]) -> bool:
    """ "Ben Okri", "Van Dung": what is a particle elsewhere is a given name here."""
    return parts[0] not in PARTICLES or parts[0] in given_names()


def _other_names(candidates: list[Candidate], people: list[Person]) -> dict[tuple[str, ...], Person]:
    """The persons of other names: "P, known as Q"."""
    found: dict[tuple[str, ...], Person] = {}
    for one in candidates:
        if one.also and one.folded not in found:
            whose = [person for person in people if person.parts == one.also] or _with_part(
                one.also[-1], people
            )
            if whose:
                found[one.folded] = whose[0]
    return found


def _is_form_of(candidate: Candidate, person: Person) -> bool:
    mine, theirs = own_parts(candidate.folded), own_parts(person.parts)
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


def _whose(candidate: Candidate, people: list[Person], latest: list[Person]) -> Person | None:
    own = own_parts(candidate.folded)
    if len(own) == 1 and not (len(candidate.parts) > 1 and _begins_with_name(candidate.folded)):
        fitting = _with_part(own[0], people)
    elif len(candidate.parts) > 1:
        exact = [person for person in people if person.parts == candidate.folded]
        fitting = exact or [person for person in people if _is_form_of(candidate, person)]
        if candidate.shares and not fitting:
            fitting = [person for person in people if person.parts[0] == candidate.folded[0]]
    else:
        fitting = _with_part(candidate.folded[0], people)
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    recent = [person for person in reversed(latest) if person in fitting]
    return _likeliest(recent, candidate.start) if recent else fitting[0]


def _likeliest(recent: list[Person], at: int) -> Person:
    """The latest named of those who share a surname, and not one who was named once and some way back."""
    last = recent[0]
    passing = len(last.mentions) == 1 and at - last.mentions[-1][1] > PASSED
    often = [person for person in recent[1:] if len(person.mentions) >= OFTEN]
    return often[0] if passing and often else last


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
