"""How sure a proposal is, from named reasons: what a reviewer should look at first, and why. Pure."""

from importers.spans import Claim, FigureFound, GroupEvent

USUAL = 0.9  # of a rule that says nothing else of itself
BY_WORD = 0.85  # of that, where “he” or “the blogger” had to be given to somebody
WORKED_OUT = 0.85  # of a number whose day had to be worked out
WAYS = ("found as pronoun", "found as noun")


def sureness(found: Claim | GroupEvent | FigureFound) -> tuple[float, list[str]]:
    """From 0 to 1, and the reasons for it; there is always one."""
    reasons = [*found.reasons] if isinstance(found, Claim) else ["a number beside what it counts"]
    confidence = found.confidence if isinstance(found, Claim) else USUAL
    usual = USUAL * (BY_WORD if set(WAYS) & set(reasons) else 1)
    if isinstance(found, Claim) and confidence < usual - 0.001:
        reasons.append("words that can mean something else")
    if found.date and found.date_basis == "inferred":
        reasons.append("its date was worked out")
        confidence *= 1 if isinstance(found, Claim) else WORKED_OUT
    if not isinstance(found, FigureFound) and found.modality == "reported":
        reasons.append("the source tells it with a hedge")
    return round(confidence, 3), reasons
