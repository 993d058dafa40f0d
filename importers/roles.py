"""Where an article says what somebody is: its role nouns, found once, and those beside a name. Pure."""

from bisect import bisect_left
from collections.abc import Iterator

from importers.clues import Clue
from importers.hits import words_of
from importers.lexicons import role_pattern
from importers.view import Mention, View

_ROLE = Clue(rf"\b{role_pattern()}\b")
BEFORE, AFTER = 50, 90  # characters around a name in which its roles stand


class Roles:
    """The role nouns of an article, in small letters, by their places."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._found = list(_found(view))
        self._starts = [start for start, _, _ in self._found]

    def beside(self, mention: Mention) -> set[str]:
        """The roles before a name, back to a comma; and in an apposition that follows it."""
        masked, low = self._view.masked, max(self._view.article.start, mention.start - BEFORE)
        found = self._within(masked.rfind(",", low, mention.start) + 1 or low, mention.start)
        if masked.startswith(",", mention.end):
            high = min(len(masked), mention.end + AFTER)
            comma = masked.find(",", mention.end + 1, high)
            found |= self._within(mention.end + 1, high if comma < 0 else comma)
        return found

    def _within(self, start: int, end: int) -> set[str]:
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return {word for _, stop, word in self._found[first:last] if stop <= end}


def _found(view: View) -> Iterator[tuple[int, int, str]]:
    after = 0
    for at, word in words_of(view):
        match = _ROLE.pattern.match(view.masked, at) if word.clues & _ROLE.bit and at >= after else None
        if match:
            after = match.end()
            yield at, after, match[0].lower()
