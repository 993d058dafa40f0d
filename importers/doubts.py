"""Why somebody of whom claims were made may be nobody of the record: a researcher decides, with the reason.

A pronoun is the weakest link between a name and what happened. Where nothing else ties somebody to a case,
and the text names them for another reason (an office, a post), the rules do not guess.
"""

from bisect import bisect_left
from collections.abc import Sequence

import regex

from importers.mentions import Person
from importers.spans import Claim, Unsettled
from importers.view import View

BY_PRONOUN = frozenset(("found as pronoun", "found as noun"))
# What happens to people who are free as well: it makes a case only where the passage speaks of custody.
ALSO_OUTSIDE = frozenset(("death", "hospitalisation", "transfer"))
_CUSTODY = regex.compile(
    r"\b(?:prison\w*|jail\w*|custody|detention|detain\w*|arrest\w*|cells?|colon(?:y|ies)|incarcerat\w+|imprison\w+|"
    r"inmates?|behind bars|execut\w+|hanged|hanging|death row|sentence[ds]?|hunger strikes?|SIZO|remand\w*|"
    r"captiv\w+|abduct\w+|kidnap\w*|police station|labou?r camps?|barracks|serving|guards?)\b",
    regex.I,
)

_CALLS_FOR = regex.compile(
    r"\s*+(?:,[^.,]{0,90},\s*+)?(?:(?:has|have|also|later)\s++)*+(?:call(?:s|ed) (?:on|for|upon)|urge[sd]|"
    r"condemn(?:s|ed)|denounce[sd]|decrie[sd]|deplore[sd]|welcome[sd]|demand(?:s|ed)|"
    r"appeal(?:s|ed) (?:to|for)|thank(?:s|ed))\b",
    regex.I,
)
# Behind a death, an arrest may be that of those who are suspected of it.
_PRISON = regex.compile(
    r"\b(?:prison|jail|custody|detention|cell|colony|hunger strike|remand|prisoner)\b", regex.I
)

# Custody in the sentences before a death is that of the dead where they speak of one prisoner, not of dozens.
_ONE_OF_THEM = regex.compile(
    r"\b(?:(?:an?|the|another|this|that|his|her)\s+(?:[\w-]+\s+){0,3}?(?:prisoner|detainee|inmate|convict|arrest|"
    r"detention|imprisonment|custody|sentence|suspect)|(?:he|she)\s+(?:was|had been|has been))\b",
    regex.I,
)


def doubt(person: Person, claims: Sequence[Claim], views: Sequence[View]) -> str:
    """Why the claims that make a case are not enough, as a sentence; "" where they are."""
    if all(BY_PRONOUN & set(one.reasons) for one in claims):
        if _acts_for_others(person, views):
            return (
                f"Only a pronoun ties {person.name} to this, and the text names them as one who speaks, "
                "judges or stands beside others."
            )
        if person.score <= 0:
            return (
                f"Only a pronoun ties {person.name} to this, and nothing shows that this is a person’s name."
            )
    if all(one.kind in ALSO_OUTSIDE for one in claims) and not any(_in_custody(one, views) for one in claims):
        return f"Nothing says that {person.name} was in custody when this happened."
    return ""


def unsettled(claims: Sequence[Claim], reason: str) -> Unsettled:
    """The passage that a researcher should look at, with the reason."""
    first = claims[0]
    return Unsettled(first.start, first.end, first.quote, reason)


def _acts_for_others(person: Person, views: Sequence[View]) -> bool:
    """Whether somebody holds an office, speaks by virtue of a post, or only calls for something."""
    mine = [
        (view, mention)
        for view in views
        for start, _ in person.mentions
        if (mention := view.mentions.get(start)) is not None
    ]
    return (
        person.office
        or any(view.has_post(mention) for view, mention in mine)
        or all(_CALLS_FOR.match(view.masked, mention.end) for view, mention in mine)
    )


def _in_custody(claim: Claim, views: Sequence[View]) -> bool:
    """Whether the sentence speaks of custody; of a death, the paragraph before it or what follows at once."""
    for view in views:
        one = view.sentence_at(claim.start) if view.article.start <= claim.start < view.article.end else None
        if one is not None:
            if claim.kind != "death":
                return bool(_CUSTODY.search(view.text, one.start, one.end))
            return _death_in_custody(view, bisect_left(view.sentences, one))
    return False


def _death_in_custody(view: View, n: int) -> bool:
    """Whether the sentence of a death speaks of custody, or what tells of the same one around it."""
    one, last = view.sentences[n], len(view.sentences) - 1
    low, high = view.sentences[max(0, n - 2)].start, view.sentences[min(last, n + 2)].end
    return bool(
        _CUSTODY.search(view.text, one.start, one.end)
        or (_CUSTODY.search(view.text, low, one.start) and _ONE_OF_THEM.search(view.text, low, one.end))
        or _PRISON.search(view.text, one.end, high)
    )
