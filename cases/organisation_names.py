"""When two names of organisations are one: “Viasna”, “Human Rights Centre Viasna”. Pure."""

import re

from cases.names import fold

# Words by which sources describe a group and do not tell it from another. “Union”, “association” and
# the like stay out of this list: a country often has both a union and an association of journalists.
DESCRIPTIVE = frozenset(
    {"the", "of", "for", "and", "ngo", "human", "rights", "right", "centre", "center", "group"}
    | {"organisation", "organization"}
)
_WORD = re.compile(r"\w+")
_SHORT_FORM = re.compile(r"\s*\([^)]*\)")


def organisation_key(name: str) -> str:
    """The words that tell an organisation from others, in a fixed order; all words where none does."""
    words = _WORD.findall(fold(_SHORT_FORM.sub("", name) or name))
    telling = [word for word in words if word not in DESCRIPTIVE]
    return " ".join(sorted(telling)) or " ".join(words)


def best_spelling(names: set[str]) -> str:
    """The name to show of several spellings: the longest, which says most; then the first of the alphabet."""
    return min(names, key=lambda name: (-len(name), name))
