"""Words that all of the grammar asks for: adverbs, auxiliaries, prepositions and kin that govern a name."""

import regex

from importers.lexicons import kin_pattern

WORD = r"[\w’'“”\"‘\-–&./]+"
ADVERB = (
    r"(?:\w+ly|also|later|then|again|at once|at first|first|once|twice|already|now|all|both|each|still|since|"
    r"soon|thus|not|never|ever|been|"
    r"in turn|allegedly|themselves|himself|herself|even|just|subsequently|therefore|so|far|"
    r"eventually|"
    r"once again|in the end|as well|together|along|only)"
)
AUX = (
    r"(?:was|were|is|are|be|been|being|got|gets|getting|has|have|had|having|will|would|can|could|may|"
    r"might|must|should|shall|"
    r"to|did|does|do|’s|'s|’d|remains?|remained|who|that|which|and|but|or|continues?|continued|has to|due|"
    r"(?<=\b(?:is|are|was|were|been)\s)said|believed|"
    r"thought|understood|reported|expected|set|scheduled|feared|known|ordered|stands?|stood)"
)
FINITE = (
    r"(?:was|were|is|are|has|have|had|will|said|says|told|remains?|remained|died|faces?|faced|received|"
    r"pleaded|fled|went|did|who|which|that)"
)
STOP = (
    r"(?:who|which|that|was|were|is|are|has|have|had|to|by|after|before|during|because|while|when|as|said|"
    r"says|against|following|"
    r"since|until|without|under|but|if|amid|where|whom|will|would|despite|over|through|into|with|about|on)"
)
KIN_OF = regex.compile(
    rf"\b(?:{kin_pattern()}|supporters?|allies|ally|associates?|aide|deputy|case|trial|home|house|office|"
    rf"videos?|photos?|images?|footage|statement|reports?|recordings?|name|works?)\s+(?:of|to)\s+"
    r"(?:(?:the|jailed|imprisoned|detained|exiled|late|former|fellow|opposition|prominent|\w+ian|\w+ese|"
    r"\w+ish)\s+)*(?:[\w-]+\s+){0,3}$"
    r"|\w\s+of\s+(?:(?:president|dictator|former|the|mr|ms|mrs|dr)\.?\s+)*$",
    regex.I,
)
_PREPOSITION = regex.compile(
    r"\b(?:of|by|with|against|for|to|from|about|over|between|like|on|in|at|than|regarding|concerning|"
    r"alongside|via|under|behind|towards?"
    r"|near|around|following|after|before|including(?=\s+of))\s+(?:(?!(?:and|or|who|that|which|when|"
    r"where|"
    r"as)\b)[\w’'-]+\s+){0,5}$",
    regex.I,
)
_NEUTRAL_IN = regex.compile(
    r"\b(?:in|on|at|after|following)\s+(?:[\p{Lu}][\w’'-]+\s+|[\w-]+\s+(?:in|"
    r"of)\s+\p{Lu}[\w’'-]+\s+)(?:[\w’'-]+\s+){0,4}$"
)
POSSESSIVE = regex.compile(r"[’'](?:s\b)?(?!\w)")


def is_governed(left: str, *, strict: bool = False) -> bool:
    """Whether what follows depends on a preposition or on kin: "with P", "the lawyer of P"."""
    clause = left[max(left.rfind(","), left.rfind(";")) + 1 :]
    if strict:
        return bool(KIN_OF.search(clause))
    match = _PREPOSITION.search(clause)
    return bool(match and not _NEUTRAL_IN.search(clause))
