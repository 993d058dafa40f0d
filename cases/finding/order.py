"""The answer to a query: owners in the order in which they fit it, by the same code on every database."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from cases.finding.candidates import Candidates
from cases.finding.index import SPAN, Index
from cases.names import search_rank
from cases.names.lookup import asked

RANKED = 100  # candidates whose spellings are compared with the query letter by letter
ENOUGH = 10  # with so many who have every word of it, nobody else was meant
WELL = 0.7
SURELY = 0.85
BEHIND = 0.3  # who fits so much worse than the best was not meant

Spellings = Callable[[list[Any]], Iterable[tuple[Any, str]]]
"""The spellings of some owners, each with its owner; those that win a tie come first."""


@dataclass(frozen=True, slots=True)
class Found:
    """Owners, the best fit first. `more` says that others fit too and were not looked at."""

    owners: list[Any] = field(default_factory=list)
    more: bool = False


def find(index: Index, query: str, spellings: Spellings) -> Found:
    """Whom a query could mean: every word of it, in any script, spelling and order, whole, half or slipped.

    The best of an owner's spellings counts. Alike ones stay in the order of the index, which is that of the
    other word of the name. At most `SPAN` are found.
    """
    words = asked(query)
    if not words or all(word.is_initial for word in words):
        return Found()
    found = Candidates(index, words)
    found.look()
    ranked = _ranked(found, query, spellings, {})
    for look, enough, well in ((found.look_wider, ENOUGH, WELL), (found.look_at_namesakes, 1, SURELY)):
        if sum(rank >= well for rank in ranked.values()) < enough:
            look()
            ranked = _ranked(found, query, spellings, ranked)
    order = found.in_order()
    least = max(ranked.values(), default=0.0) - BEHIND
    fitting = (owner for owner, rank in ranked.items() if rank > max(0.0, least))
    best = sorted(fitting, key=lambda owner: -ranked[owner])
    rest = [owner for owner in order[RANKED:] if found.has_all(owner)]
    if rest and ranked[order[RANKED - 1]] <= max(0.0, least):
        rest = []  # the next best do not fit either
    owners = [*best, *rest]
    return Found(owners[:SPAN], found.more or len(owners) > SPAN)


def _ranked(found: Candidates, query: str, spellings: Spellings, known: dict[Any, float]) -> dict[Any, float]:
    """The ranks of those candidates that promise most, in their order."""
    first = found.in_order()[:RANKED]
    best = {owner: known.get(owner, 0.0) for owner in first}
    if new := [owner for owner in first if owner not in known]:
        ranks: dict[str, float] = {}  # namesakes are written alike
        for owner, text in spellings(new):
            if text not in ranks:
                ranks[text] = search_rank(query, text)
            best[owner] = max(best[owner], ranks[text])
    return best
