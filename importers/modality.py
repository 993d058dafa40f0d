"""How sure a source is: stated, reported, planned, denied; and what is only asked for or feared.

"demanded" and "possible" are no modalities of the record. A rule may say what a demand implies: who is
called upon to free somebody holds them. What is only possible is not claimed.
"""

import regex

from importers.clues import ALL, Clue, Clues

HEDGE = (
    r"(?:reportedly|reported to (?:be|have)|(?:is|are|was|were) (?:said|believed|thought|understood|"
    r"rumou?red|feared) to|allegedly|apparently|"
    r"according to (?:some |unconfirmed |unverified |initial |media )+(?:reports?|sources?|information)|"
    r"unconfirmed|unverified|rumou?rs?|"
    r"it is (?:believed|thought|feared)|reports (?:suggest|say|indicate)|may have|might have|is likely to "
    r"have|appears? to have|"
    r"seems? to have|presumably|presumed)"
)
_HEDGED = Clue(rf"\b{HEDGE}\b")
_HEDGED_AFTER = regex.compile(
    r"\s*,?\s*(?:reportedly|allegedly|apparently|according to (?:unconfirmed|unverified|some) \w+)\b", regex.I
)
_DENIED = Clue(
    r"(?:\b(?:not|never|no longer|nor|neither|none|nobody|without (?:being|having been)|instead of being|"
    r"rather than being|yet to be|denied (?:that|having|any)|"
    r"no one|avoided being|escaped)\b|n[’']t)(?:\s+\w+){0,3}\s*$"
)
_POSSIBLE = Clue(
    r"\b(?:could|may|might|can|would|risk\w*|threat\w*|fear\w*|afraid|if|unless|whether|avoid\w*|"
    r"attempt\w*|tried|trying|prevent\w*|likely|liable|secur(?:e|ing)|"
    r"in case|when(?:ever)? people|anyone|those who|to stop|want(?:s|ed)?|in order to|ready to|able to|"
    r"authori[sz]\w+ to|power to|supposed|"
    r"in danger of|at risk of|before being able|plot\w*|vow\w*|escape\w*|possibility|possible|"
    r"prospect)\b(?:(?!\b(?:was|were|has|had|have|is|are)\b)[^,;.:]){0,40}$"
)
_PLANNED = Clue(
    r"\b(?:will(?: \w+)? be|will|shall be|(?:is|are|was|were) (?:due|expected|scheduled|set|slated|about|"
    r"likely|supposed) to(?: be)?|"
    r"to be|going to(?: be)?|ahead of (?:the |his |her |their )?(?:\w+ )?(?:of )?|plans? to|announced "
    r"(?:plans|that \w+ will)|pledged to|promised to|agreed to)"
    r"(?:\s+(?!been|was|were)\w+){0,3}\s*$"
)
_STILL_TO_BE = Clue(
    r"\b(?:continues?|continued|remains?|remained|alleged|said|reported|found|believed|thought|known|"
    r"understood|appears?|seems?|happened) to(?: be| have been)\s*(?:\w+\s*){0,2}$"
)
_ORDERED = Clue(
    r"\b(?:order(?:s|ed)|rul(?:es|ed)|decid(?:es|ed))\b[^.;]{0,90}"
    r"\b(?:to be|(?<!\b(?:may|can|could|will|would|should|must|might|not|to|cannot)\s)be)\s*(?:\w+ly\s+)*$"
)
_BY_ORDER = Clue(
    r"\border(?:s|ed|ing)\s+(?:(?:his|her|their|the|an?|immediate|unconditional|[\w’']+[’']s)\s+)*$"
)
DEMAND = (
    r"(?:call(?:s|ed|ing)?(?: \w+){0,6}? (?:for|on|upon)|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|"
    r"appeal(?:s|ed|ing)?(?: \w+){0,4}? for|campaign(?:s|ed|ing)?(?: \w+){0,3}? for|"
    r"press(?:es|ed|ing|ure)?(?: \w+){0,4}? for|push(?:es|ed|ing)? for|ask(?:s|ed|ing)?(?: \w+){0,4}? "
    r"(?:for|to)|request(?:s|ed|ing)?|plead(?:s|ed|ing)? for|petition\w*|"
    r"negotiat\w+|advocat\w+|seek(?:s|ing)?|sought|ensur(?:e|ing)|long overdue|await\w*|"
    r"refus\w+|den(?:y|ies|ied)|reject\w+|"
    r"must|should|ought to|has to|have to|needs? to|order(?:s|ed)? the|grant|hope\w*(?: \w+){0,3}? for|"
    r"work\w*(?: \w+){0,3}? (?:for|towards)|possible|support\w*|prayed? for|"
    r"in exchange for|condition for|in favou?r of|recommend\w*|welcome any|facilitat\w+|discuss\w*|obtain|"
    r"until|pending)"
)
_DEMANDED = Clue(rf"\b{DEMAND}\b[^.;:“”]{{0,110}}$")
_WHOLE_DEMAND = Clue(
    r"\b(?:must|should|ought to|needs? to)\s+(?:\w+\s+){0,3}(?:be\s+)?(?:\w+ly\s+(?:and\s+\w+ly\s+)?)?$"
)
# "We demand that P be released", "calling for P and P to be released immediately".
_TO_BE_DEMANDED = Clue(
    rf"\b{DEMAND}\b[^.;:“”]{{0,110}}\b(?:to\s+be|that\b[^.;:“”]{{1,80}}\bbe)\s+(?:\w+ly\s+(?:and\s+\w+ly\s+)?)?$"
)
_IMPERATIVE = regex.compile(
    r"(?:^|[.!?:“\"]\s*)(?:please\s+)?(?:immediately\s+)?(?:and\s+unconditionally\s+)?$", regex.I
)


def modality_of(before: str, after: str, here: Clues = ALL, *, noun: bool) -> str:
    """The modality of an event word, from its clause before it and what follows it.

    `here` are the clues that the sentence can hold; `noun` is true for "the release of"; returns a code of
    MODALITIES, or "demanded" or "possible".
    """
    near = before[-160:]
    if _DENIED.search(here, near[-40:]):
        return "denied"
    if noun and _BY_ORDER.search(here, near):
        return "planned"
    if _STILL_TO_BE.search(here, near) or _ORDERED.search(here, near):
        return "reported" if _HEDGED.search(here, near) else "stated"
    return _not_yet(near, here, noun=noun) or _how_sure(near, after, here)


def _not_yet(near: str, here: Clues, *, noun: bool) -> str:
    """ "demanded" or "planned" where the clause says that it has not happened, else ""."""
    if _WHOLE_DEMAND.search(here, near) or (_DEMANDED if noun else _TO_BE_DEMANDED).search(here, near):
        return "demanded"
    return "planned" if _PLANNED.search(here, near) else ""


def _how_sure(near: str, after: str, here: Clues) -> str:
    if _HEDGED.search(here, near) or _HEDGED_AFTER.match(after):
        return "reported"
    if _POSSIBLE.search(here, near):
        return "possible"
    return "stated"


def is_demand(before: str, here: Clues = ALL) -> bool:
    """Whether the clause asks for what follows: "we call on … to release P"."""
    return bool(_DEMANDED.search(here, before[-200:]))


def is_imperative(before: str) -> bool:
    """Whether nothing precedes a verb that could be its subject: "Free P!"."""
    return bool(_IMPERATIVE.search(before))
