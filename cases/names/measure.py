"""How well `compare` tells names apart on a table of labelled pairs."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from cases.names.compare import LINK, compare


@dataclass(frozen=True, slots=True)
class Scored:
    """A labelled pair and the score it got."""

    a: str
    b: str
    same: bool
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """`threshold` is the highest score of a pair of different names; what lies above it is found safely."""

    same: int
    different: int
    threshold: float
    recall_at_zero_fp: float
    auc: float  # the chance that a pair of one name scores higher than a pair of two
    linked: float  # share of the same that reach LINK
    wrongly_linked: int  # different pairs that reach LINK
    errors: tuple[Scored, ...]  # same pairs at or under the threshold, different pairs that reach LINK


def measure(pairs: Iterable[tuple[str, str, bool]]) -> Report:
    """The figures for pairs (a, b, whether they are one name). ValueError without both kinds of pairs."""
    scored = [_scored(*pair) for pair in pairs]
    same = [one for one in scored if one.same]
    different = [one for one in scored if not one.same]
    if not same or not different:
        raise ValueError("The table must have pairs of the same and pairs of different names.")
    threshold = max(one.score for one in different)
    missed = [one for one in same if one.score <= threshold]
    wrong = [one for one in different if one.score >= LINK]
    return Report(
        same=len(same),
        different=len(different),
        threshold=threshold,
        recall_at_zero_fp=1 - len(missed) / len(same),
        auc=_auc([one.score for one in same], [one.score for one in different]),
        linked=sum(one.score >= LINK for one in same) / len(same),
        wrongly_linked=len(wrong),
        errors=tuple(sorted(missed + wrong, key=lambda one: (one.same, -one.score, one.a, one.b))),
    )


def _scored(a: str, b: str, same: bool) -> Scored:
    match = compare(a, b)
    return Scored(a, b, same, match.score, match.reasons)


def _auc(same: list[float], different: list[float]) -> float:
    """The area under the curve, ties counted half."""
    ordered = sorted(different)
    wins = 0.0
    for score in same:
        below = bisect_left(ordered, score)
        level = bisect_left(ordered, score + 1e-12) - below
        wins += below + level / 2
    return wins / (len(same) * len(different))
