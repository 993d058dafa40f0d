"""Names that stand together: joined by commas and "and", counted in by "including", a line each below."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

import regex

from importers.glue import is_glue
from importers.grammar.reading import Reading
from importers.grammar.words import FINITE, KIN_OF, POSSESSIVE, STOP, WORD, is_governed
from importers.lexicons import family_pattern
from importers.parties import NOBODY, Patients
from importers.spans import Span
from importers.view import D, Mention, N, P, View

MOST_LINES = 60
SHORT_LINE = 50  # characters; a longer line without a bullet or a number is prose
_OBJECT = regex.compile(
    rf"\s*,?\s*[“\"]?(?P<before>(?:(?!{STOP}\b)(?:{WORD}|{D}|{N}|—),?\s+){{0,16}}?)[“\"(]?(?P<name>{P})",
    regex.I,
)
_ONWARD = regex.compile(rf"[’']s?\s+(?:(?!{STOP}\b){WORD}\s+){{0,5}}?(?P<name>{P})", regex.I)
_INCLUDING = regex.compile(
    (
        rf"[^;:]{{0,140}}?(?:,|\s[–—-]|:)?\s*\b(?:including|includes?|included|"
        rf"among(?:st)? (?:them|whom)(?:\s+(?:is|are|was|were))?|"
        rf"namely|"
        rf"notably|identified as|named as|along with|together with|as well as)\b\s*:?(?={WORD}|\s|{P})"
    ),
    regex.I,
)
_LIST_MARK = regex.compile(
    rf"\s*+(?:(?:[–—:,-]|\()\s*+)?(?:(?:including|among them|namely|notably)\s*+)?(?::\s*+)?(?={P})", regex.I
)
_COLON = regex.compile(rf"[^:;]{{0,120}}:\s*(?:{WORD}\s+){{0,8}}?(?={P})")
# A line of a list under a heading begins with the name; who was arrested when has a verb of its own.
_LINE_OF_LIST = regex.compile(rf"(?:(?!\ue000)[\W\d])*+(?:[\w’'.-]+\s+){{0,4}}?(?P<name>{P})", regex.I)
_TOGETHER = regex.compile(
    rf"[^.;:]{{0,110}}?,?\s+(?:(?:along|together)\s+with|alongside|as\s+well\s+as|"
    rf"with\s+(?:his|her|their)\s+(?:[\w-]+\s+){{0,2}}?(?:{family_pattern()}|colleagues?|friends?|comrades?))(?=\s)",
    regex.I,
)
_CLAUSE_STOP = regex.compile(
    (
        rf"\s*(?:,(?!\s*\w+ing\b)[^,]{{0,60}},)?\s*(?:also\s+)?(?:(?!who\b|which\b|that\b){FINITE}\b|"
        rf"(?:\w+ly\s+)?\w+ed\s+(?!(?:in|on|by|for|to|since|with|at|from|after|under)\b))"
    ),
    regex.I,
)
_AND_ROLE = regex.compile(r",?\s+(?:and|&)\s+(?:(?!was|were|is|are)[\w’'-]+\s+){0,4}")


class Lists(Reading):
    """Who stands in one list."""

    def including(self, pos: int, stop: int) -> Patients:
        """Those whom the rest of a sentence counts in: "… arrested ten people, including P and P"."""
        match = _INCLUDING.match(self.masked, pos, stop)
        if match:
            return self._object_names(match.end(), stop)
        colon = _COLON.match(self.masked, pos, stop)
        if colon:
            return self._object_names(colon.end(), stop)
        return self.lines_below() if stop == self.sentence.end else NOBODY

    def lines_below(self) -> Patients:
        """Those of a list below this sentence: "The following were arrested:" and then a name a line."""
        if not self.masked[self.sentence.start : self.sentence.end].rstrip("*_ ").endswith(":"):
            return NOBODY
        found = []
        for line in lines_after(self.view, self.sentence):
            match = _LINE_OF_LIST.match(self.masked, line.start, line.end)
            if match and (match.start("name") > line.start or line.end - line.start < SHORT_LINE):
                found.append(self._mention(match.start("name")))
            elif any(char.isalpha() for char in self.masked[line.start : line.end]):
                break  # a number of the list stands alone
        return self.people_of(found, "list below")

    def with_companions(
        self, found: Patients, pos: int, stop: int, link: "regex.Pattern[str]" = _TOGETHER
    ) -> Patients:
        """Those who shared it: "was arrested in May together with P", "P, along with P, was arrested"."""
        match = link.match(self.masked, pos, max(pos, stop))
        others = self._object_names(match.end(), stop) if match else NOBODY
        people = tuple(dict.fromkeys((*found.people, *others.people)))
        return found if people == found.people else replace(found, people=people)

    def _list_before(self, mention: Mention) -> list[Mention]:
        """The mentions joined to the left of one by commas and "and", nearest last."""
        found: list[Mention] = []
        current = mention
        for earlier in reversed(list(self.view.mentions_in(self.sentence.start, mention.start))):
            gap = self.masked[earlier.end : current.start]
            if POSSESSIVE.match(gap) or self._is_bracketed(earlier):
                continue
            if not is_glue(gap) or is_governed(self.masked[self.sentence.start : earlier.start], strict=True):
                break
            found.insert(0, earlier)
            current = earlier
        return found

    def _list_after(self, pos: int, stop: int) -> Patients:
        """The list that a group carries: "three journalists, including P and P"; "three men: P, P and P"."""
        match = _LIST_MARK.match(self.masked, pos, stop)
        found = self._object_names(match.end(), stop) if match and match.end() > pos else NOBODY
        if found:
            return found
        match = _INCLUDING.match(self.masked, pos, stop)
        return self._object_names(match.end(), stop) if match else NOBODY

    def _object_names(self, pos: int, stop: int) -> Patients:
        match = _OBJECT.match(self.masked, pos, stop)
        while match and POSSESSIVE.match(self.masked, match.end()):
            match = _ONWARD.match(self.masked, match.end(), stop)
        if not match or KIN_OF.search(self.masked[pos : match.start("name")]):
            return NOBODY
        return self.people_of(self._list_from(self._mention(match.start("name")), stop), "object")

    def _list_from(self, first: Mention, stop: int) -> list[Mention]:
        """A mention and those joined to its right."""
        found, current = [first], first
        for later in self.view.mentions_in(first.end, stop):
            gap = self.masked[current.end : later.start]
            if POSSESSIVE.match(self.masked, later.end) or self._is_bracketed(later):
                continue
            if self._is_no_more_of_a_list(later, gap):
                break
            found.append(later)
            current = later
        return found

    def _is_no_more_of_a_list(self, later: Mention, gap: str) -> bool:
        """Whether a name begins something else: it speaks, has a verb of its own, or is "the mother of P"."""
        return bool(
            self.view.is_speaker(later)
            or not is_glue(gap)
            or _CLAUSE_STOP.match(self.masked, later.end)
            or self.view.is_kin_of_named(later)
        )

    def _is_bracketed(self, mention: Mention) -> bool:
        """Whether a name only says how the one before it is called too: "P (Deko), P and P"."""
        return self.masked[mention.start - 1] == "(" and self.masked[mention.end : mention.end + 1] == ")"

    def _ends_a_list(self, mention: Mention) -> bool:
        """Whether "and" alone, perhaps with a role, stands between this name and the one before."""
        earlier = list(self.view.mentions_in(self.sentence.start, mention.start))
        gap = self.masked[earlier[-1].end : mention.start] if earlier else ""
        return bool(_AND_ROLE.fullmatch(gap))


def lines_after(view: View, sentence: Span) -> Sequence[Span]:
    """The sentences that follow one in its article."""
    at = bisect_right(view.sentences, sentence)
    return view.sentences[at : at + MOST_LINES]
