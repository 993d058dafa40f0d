"""What the facts say to a likeness of names: they can forbid it or support it, never make it."""

from importers.resolve.compare import compare_names
from importers.resolve.values import Candidate, Known, Mention

BESIDE = "co_defendant"  # keys of names of those whom a source tells of as well
SUPPORTING = {
    "organisation": "the same organisation",
    "court": "the same court",
    "place": "the same place",
    "date": "an event on the same day",
    "charge": "the same charge",
    BESIDE: "the same co-defendant",
}
"""The keys of `facts` that count as support, and their words. Values are compared as they are."""

_UNSAID = frozenset(("", "unknown"))
_YEARS_APART = 1  # an age in a report gives the year of birth to within one


def score(mention: Mention, known: Known) -> Candidate:
    """A person as a candidate for a mention, with the reasons as sentences."""
    names = compare_names(mention, known)
    against = _contradictions(mention, known)
    reasons = (*names.reasons, *against, *_support(mention, known))
    return Candidate(
        id=known.id,
        name=names.known,
        score=names.score,
        reasons=reasons,
        against=len(against),
        partial=names.partial,
    )


def _is_other_gender(mention: Mention, known: Known) -> bool:
    stated = {mention.gender, known.gender}
    return stated.isdisjoint(_UNSAID) and len(stated) == 2


def _contradictions(mention: Mention, known: Known) -> list[str]:
    """Facts that both sides state and that differ."""
    found = []
    if _is_other_gender(mention, known):
        people = _person(mention.gender), _person(known.gender)
        found.append(f"The document speaks of a {people[0]}, the record of a {people[1]}.")
    if mention.country and known.country and mention.country != known.country:
        found.append(f"The countries differ: {mention.country} and {known.country}.")
    born = mention.birth_year, known.birth_year
    if born[0] is not None and born[1] is not None and abs(born[0] - born[1]) > _YEARS_APART:
        found.append(f"The years of birth differ: {born[0]} and {born[1]}.")
    if mention.last_alive and known.died and mention.last_alive > known.died:
        found.append(f"The record's person died on {known.died}; this one lived on {mention.last_alive}.")
    return found


def _person(gender: str) -> str:
    return {"female": "woman", "male": "man"}.get(gender, gender)


def _support(mention: Mention, known: Known) -> list[str]:
    """Facts that both sides state and that agree."""
    found = []
    if mention.birth_year is not None and mention.birth_year == known.birth_year:
        found.append(f"Both were born in {mention.birth_year}.")
    for fact, words in SUPPORTING.items():
        shared = mention.facts.get(fact, frozenset()) & known.facts.get(fact, frozenset())
        if shared and fact == BESIDE:
            found.append(f"Both are named beside {len(shared)} of the same people.")
        elif shared:
            found.append(f"Both have {words}: {', '.join(sorted(shared))}.")
    return found
