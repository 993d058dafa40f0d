"""Whose, and who right before: "P’s arrest", "his sentence", "P, detained since 2020", "P (held)"."""

import regex

from importers import clauses
from importers.grammar.references import References
from importers.grammar.words import ADVERB, FINITE, STOP, WORD
from importers.parties import NOBODY, Patients
from importers.view import D, P

_WHOSE = regex.compile(
    (
        rf"(?:(?P<name>{P})[’']s?|\b(?P<word>his|her|their))\s+(?:(?!{STOP}\b|and\b){WORD}\s+|"
        rf"\ue020\ue021*\s+|{D}\s+){{0,4}}$"
    ),
    regex.I,
)
_JUST_BEFORE = regex.compile(
    (
        rf"(?P<name>{P})(?:\s*\([^()]*\))?(?:,\s+(?:(?!{FINITE}\b)[^,;:\ue000]){{1,80}}?)?[,\s(–—]+(?:(?:{ADVERB}"
        rf"|who|currently|and|being|having been|both)\s+)*$"
    ),
    regex.I,
)
# A line of a list: "1. P – teacher, arrested 5 March 2021, sentenced to six years".
_LIST_LINE = regex.compile(
    rf"^\W*(?:\d+[.)]\s*)?(?:[\w-]+\s+){{0,3}}?(?P<name>{P})(?:\s*\([^()]*\))?\s*[–—:-]\s[^\ue000]*$", regex.I
)
_NOUN_NEXT = regex.compile(r"(?:\s*\([^()]*\))?,\s+(?:an?|the)\s")
_BOTH = regex.compile(r"\bboth\s+(?:of\s+whom\s+)?$")


class Possessors(References):
    """To whom a noun or an attribute belongs."""

    def possessor(self, pos: int) -> Patients:
        """Whose: "P’s arrest", "his 10-year sentence"."""
        left = self.masked[self.sentence.start : pos]
        match = _WHOSE.search(left)
        if not match:
            return NOBODY
        start = self.sentence.start
        if match["name"]:
            mention = self._mention(start + match.start("name"))
            return self.people_of([*self._list_before(mention), mention], "possessor")
        return self._meant(match["word"], start + match.start(), start + match.end())

    def just_before(self, pos: int) -> Patients:
        """The name right before: "P, detained since 2020", "P (jailed for life)", "P and P, both held"."""
        left = self.masked[self.sentence.start : pos]
        match = _JUST_BEFORE.search(left) or _LIST_LINE.match(left)
        if not match or clauses.WHO_ELSE.search(left):
            return NOBODY
        mention = self._mention(self.sentence.start + match.start("name"))
        close = "," not in left[match.end("name") :]
        single = bool(_NOUN_NEXT.match(left, match.end("name")))
        both = bool(_BOTH.search(left))
        joined = (
            self._list_before(mention)
            if both or ((close or self._ends_a_list(mention)) and not single)
            else []
        )
        return self.people_of([*joined, mention], "apposition")
