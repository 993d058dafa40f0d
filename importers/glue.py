"""Whether the words between two names only join them, as in a list."""

from functools import lru_cache

import regex

_PARENTHESIS = regex.compile(r"\([^()]*\)")
_ASIDE_IN_LIST = regex.compile(
    (
        r",\s+(?:who|whose|both|all|\p{Ll}+ed|held|in|aged?|\d+)\b[^,;]*+(?=,|;|"
        r"\s+and\b)(?!\s+and\s+(?:\w+ly\s+|later\s+|then\s+)*\p{Ll}+ed\b)"
    ),
    regex.I,
)
_JOINS = regex.compile(r"[,;/&–—]|\b(?:and|or|plus|including)\b", regex.I)
_BARS_LIST = regex.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|said|says|told|because|while|when|after|before|that|"
    r"which|where|but|to|by|against|during|under|amid|"
    r"if|since|until|who|whose|despite|following|without|over|then|not|on|accus\w+|"
    r"\w{3,}ed(?=\s+(?:in|on|"
    r"to|for|with|by)\b))\b|[.!?:]\s|\ue020",
    regex.I,
)


@lru_cache(maxsize=4096)
def is_glue(gap: str) -> bool:
    """Whether the text between two names only joins them: commas, "and", roles, ages, brackets."""
    if len(gap) > 240:
        return False
    bare = _ASIDE_IN_LIST.sub("", _PARENTHESIS.sub(" ", gap))
    return bool(_JOINS.search(bare)) and not _BARS_LIST.search(bare) and len(bare.split()) <= 22
