"""Whether two full names of one document are spellings of one name ("Maria" and "Maryia Kalesnikava")."""

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from cases.names import LINK, compare
from importers.lexicons import fold, load

ARTICLES = frozenset(load("names")["articles"])


def same_name(a: str, b: str) -> bool:
    """One name in two spellings: a strict reading, since a document seldom spells one person two ways."""
    mine, theirs = _parts(a), _parts(b)
    if min(len(mine), len(theirs)) < 2:
        return False
    if _run_together(mine) == _run_together(theirs):
        return True  # "Kim Jong Hun" and "Kim Jong-hun", "Ibrahim El-Zakzaki" and "Ibrahim Zakzaki"
    # No other spelling has a surname further off: so most pairs are told apart at once.
    if Levenshtein.distance(mine[-1], theirs[-1], score_cutoff=2) > 2:
        return False
    if mine[-1] == theirs[-1] and len(mine) != len(theirs) and _near(mine[0], theirs[0]):
        short, long = sorted((mine, theirs), key=len)
        rest = iter(long)
        return all(any(_near(one, other) for other in rest) for one in short)
    if len(mine) == len(theirs) and all(_near(x, y) for x, y in zip(mine, theirs, strict=True)):
        return mine[-1][0] == theirs[-1][0]
    # "Abd al-Rahman Saad" and "Abdulrahman Saad": by their sounds, and only where the surname is nearly one
    last, other = mine[-1], theirs[-1]
    if _gender_differs(last, other) or not (last == other or len(last) > 2):
        return False
    return compare(a, b).score >= LINK


@lru_cache(maxsize=1 << 14)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


@lru_cache(maxsize=1 << 14)
def _run_together(parts: tuple[str, ...]) -> str:
    """A name without spaces, hyphens and the Arabic article."""
    words = [word for part in parts for word in part.split("-")]
    return "".join(word for word in words if word not in ARTICLES)


def _near(a: str, b: str) -> bool:
    if a == b:
        return True
    if a[0] != b[0] or min(len(a), len(b)) < 4 or _gender_differs(a, b):
        return False
    most = 2 if min(len(a), len(b)) >= 8 else 1
    return Levenshtein.distance(a, b, score_cutoff=most) <= most


def _gender_differs(a: str, b: str) -> bool:
    """Husband and wife are one letter apart in many languages: a final vowel is never a spelling."""
    return (a[-1] in "ae") != (b[-1] in "ae") and a.rstrip("ae") == b.rstrip("ae")
