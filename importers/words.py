"""The words of a text, found once for all who ask: where each begins, and its small letters. Pure."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

# A run of letters and digits, or the head of a mark that stands for a person, a date or a length.
WORD = r"[^\W_]+|[\ue000\ue010\ue020]"
_WORD = re.compile(WORD)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, in small letters."""

    starts: list[int]
    words: list[str]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The numbers of the words that begin between two offsets, the second one exclusive."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


@lru_cache(maxsize=4)
def words_of(text: str) -> Words:
    """The words of a text, kept for the next question about it."""
    found = [(match.start(), match[0]) for match in _WORD.finditer(lowered(text))]
    return Words([start for start, _ in found], [word for _, word in found])


def lowered(text: str) -> str:
    """Lower case of the same length; patterns without case take the Turkish letters for an i as well."""
    return text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").replace("\u212a", "k").lower()
