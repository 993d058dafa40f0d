"""How well a mention and a person agree by name."""

from dataclasses import dataclass

from cases.names import compare, is_whole
from importers.resolve.values import Known, Mention


@dataclass(frozen=True, slots=True)
class NameAgreement:
    """The pair of names that agree best. `partial` where one of the two is no whole name."""

    score: float
    mentioned: str
    known: str
    reasons: tuple[str, ...]
    partial: bool


def compare_names(mention: Mention, known: Known) -> NameAgreement:
    """The best agreement of any form in the document with any name in the record."""
    best = NameAgreement(0.0, "", known.names[0] if known.names else "", (), True)
    for mentioned in mention.names:
        for name in known.names:
            match = compare(mentioned, name)
            if match.score > best.score:
                partial = not (is_whole(mentioned) and is_whole(name))
                best = NameAgreement(match.score, mentioned, name, match.reasons, partial)
    return best
