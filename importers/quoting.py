"""The sentence that a proposal rests on: what a reader is shown as its quote.

A rule marks the words that made it fire; out of its sentence such a phrase ("was released") proves
nothing to a reader. So the quote is the sentence, and the phrase is kept with the machine's answer.
"""

from bisect import bisect_right
from functools import lru_cache

from importers.sentences import sentences
from importers.spans import Span

LONGEST = 600  # characters; a text that has lost its full stops has sentences of a page


@lru_cache(maxsize=4)
def quotes_of(text: str) -> "Quotes":
    """The sentences of a text, kept for the next question about it."""
    return Quotes(text)


class Quotes:
    """The sentences of one document, found once, to be looked up by offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._sentences = sentences(text)
        self._starts = [one.start for one in self._sentences]

    def around(self, start: int, end: int) -> Span:
        """The sentences that a phrase lies in; around a phrase in a very long one, whole words of it."""
        first, last = self._at(start), self._at(max(start, end - 1))
        whole = Span(min(first.start, start), max(last.end, end))
        return whole if whole.end - whole.start <= LONGEST else self._words(whole, start, end)

    def _at(self, offset: int) -> Span:
        index = max(0, bisect_right(self._starts, offset) - 1)
        return self._sentences[index]

    def _words(self, whole: Span, start: int, end: int) -> Span:
        room = max(0, LONGEST - (end - start)) // 2
        left, right = max(whole.start, start - room), min(whole.end, end + room)
        if left > whole.start:
            left = min(start, self.text.find(" ", left, start) + 1 or start)
        if right < whole.end:
            right = max(end, self.text.rfind(" ", end, right))
        return Span(left, right)
