"""Link, ask or new: the only place that decides, from the candidates alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from cases.names import ASK, LINK
from importers.resolve.score import score
from importers.resolve.values import Candidate, Known, Mention

Action = Literal["link", "new", "ask"]

ASK_PARTIAL = 0.65
"""From this score on a lone family name is worth a question; whole names start at ASK."""
TOO_MUCH_AGAINST = 2  # one differing fact may be an error in a report; two are another person


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with a mention, and the people who were in question, the best first."""

    action: Action
    person: str  # the id of the person to link; "" where the action is not "link"
    candidates: tuple[Candidate, ...]
    reason: str  # a sentence


def decide(mention: Mention, knowns: Iterable[Known]) -> Decision:
    """Whether a mention is one of these people; the order of `knowns` does not matter.

    It links only where the whole name reaches LINK, no fact contradicts, and nobody else is in question
    whom no fact excludes. Two people in question are a question, never a guess; so is a lone family name.
    """
    weighed = [score(mention, known) for known in knowns]
    candidates = tuple(
        sorted(filter(_in_question, weighed), key=lambda one: (-one.score, one.against, one.id))
    )
    if not candidates:
        return Decision("new", "", (), "Nobody in the record has such a name.")
    clear = [one for one in candidates if not one.against]
    if len(clear) > 1:
        return Decision("ask", "", candidates, f"{len(clear)} people of the record may be meant.")
    if not clear:
        return Decision("ask", "", candidates, "The name agrees and a fact does not.")
    best = clear[0]
    if best.partial:
        return Decision("ask", "", candidates, "A family name or an initial alone does not say who is meant.")
    if best.score < LINK:
        return Decision("ask", "", candidates, "The names are alike, not the same.")
    return Decision("link", best.id, candidates, "The name is the same and no fact contradicts.")


def _in_question(candidate: Candidate) -> bool:
    least = ASK_PARTIAL if candidate.partial else ASK
    return candidate.score >= least and candidate.against < TOO_MUCH_AGAINST
