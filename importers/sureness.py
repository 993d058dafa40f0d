"""How sure a proposal is, from named reasons: what a reviewer should look at first, and why. Pure."""

from importers.spans import Claim, FigureFound, GroupEvent

USUAL = 0.9  # of a rule that says nothing else of itself
WORKED_OUT = 0.85  # of a number whose day had to be worked out


def sureness(found: Claim | GroupEvent | FigureFound) -> tuple[float, list[str]]:
    """From 0 to 1, and the reasons for it; there is always one. Those of a claim are worked out with it."""
    if isinstance(found, Claim):
        return round(found.confidence, 3), [*found.reasons]
    confidence, reasons = USUAL, ["a number beside what it counts"]
    if found.date and found.date_basis == "inferred":
        reasons.append("its date was worked out")
        confidence *= WORKED_OUT
    if isinstance(found, GroupEvent) and found.modality == "reported":
        reasons.append("the source tells it with a hedge")
    return round(confidence, 3), reasons
