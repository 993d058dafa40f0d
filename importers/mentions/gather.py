"""Candidates to people: one `Person` for all forms of one name in a document.

The rule throughout: a short form goes to the one person it fits, the latest named where two do, and to
nobody where none does. A capitalised word alone is no person unless a title or a role stands before it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from importers.lexicons import given_names, words
from importers.mentions.known import PARTICLES, Known, Person, own_parts
from importers.mentions.spans import Candidate

PASSED, OFTEN = 300, 3  # characters since somebody was named once; times that another was


@dataclass(slots=True)
class Cast:
    """The people of a document, and who stands at an offset."""

    people: list[Person]
    at: dict[int, tuple[Person, int]]  # start of a mention -> person, end


def gather(candidates: list[Candidate]) -> Cast:
    """The people whom candidates name."""
    known = _full_names(candidates)
    others = _other_names(candidates, known)
    at: dict[int, tuple[Person, int]] = {}
    for candidate in candidates:
        person = others.get(candidate.folded) or _whose(candidate, known)
        if person is None and _stands_alone(candidate):
            person = Person(candidate.folded, candidate.text)
            known.add(person)
        if person is not None:
            person.add(candidate)
            at[candidate.start] = (person, candidate.end)
    return Cast([person for person in known.people if person.mentions], at)


def _full_names(candidates: list[Candidate]) -> Known:
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
        met = best.get(candidate.folded)
        if met is None or candidate.score > met.score:
            best[candidate.folded] = candidate
    first_names = {one.folded[0] for one in best.values() if not one.shares}
    known = Known()
    for candidate in sorted(best.values(), key=lambda one: (-len(one.parts), one.start)):
        if candidate.score < 0 or (candidate.shares and candidate.folded[0] in first_names):
            continue
        if not known.forms_of(candidate):
            known.add(Person(candidate.folded, candidate.text, score=candidate.score))
    return known


def _begins_with_name(parts: tuple[str, ...]) -> bool:
    """ "Ben Okri", "Van Dung": what is a particle elsewhere is a given name here."""
    return parts[0] not in PARTICLES or parts[0] in given_names()


def _other_names(candidates: list[Candidate], known: Known) -> dict[tuple[str, ...], Person]:
    """The persons of other names: "P, known as Q"."""
    found: dict[tuple[str, ...], Person] = {}
    for one in candidates:
        if one.also and one.folded not in found:
            whose = known.named(one.also) or known.with_part(one.also[-1])
            if whose:
                found[one.folded] = next(iter(whose))
    return found


def _whose(candidate: Candidate, known: Known) -> Person | None:
    own = own_parts(candidate.folded)
    fitting: Collection[Person]
    if len(own) == 1 and not (len(candidate.parts) > 1 and _begins_with_name(candidate.folded)):
        fitting = known.with_part(own[0])
    elif len(candidate.parts) > 1:
        fitting = known.named(candidate.folded) or known.forms_of(candidate)
        if candidate.shares and not fitting:
            fitting = known.with_first(candidate.folded[0])
    else:
        fitting = known.with_part(candidate.folded[0])
    recent = sorted((one for one in fitting if one.mentions), key=lambda one: one.mentions[-1], reverse=True)
    return _likeliest(recent, candidate.start) if recent else next(iter(fitting), None)


def _likeliest(recent: Sequence[Person], at: int) -> Person:
    """The latest named of those who share a surname, and not one who was named once and some way back."""
    last = recent[0]
    passing = len(last.mentions) == 1 and at - last.mentions[-1][1] > PASSED
    often = [person for person in recent[1:] if len(person.mentions) >= OFTEN]
    return often[0] if passing and often else last


def _stands_alone(candidate: Candidate) -> bool:
    """Whether one word may be a whole name: behind a title, or a given name behind a role."""
    if candidate.headline or len(candidate.parts) > 1:
        return False
    return candidate.score >= 4 or (candidate.titled and candidate.score >= 2 and not _is_office(candidate))


def _is_office(candidate: Candidate) -> bool:
    return candidate.folded[0] in words("people", "offices")
