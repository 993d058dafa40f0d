"""Whom words mean that are no names: "she", "those", "the journalist", "I", "his client", "ten people"."""

from collections.abc import Sequence

import regex

from importers import clauses
from importers.grammar.lists import Lists
from importers.grammar.words import POSSESSIVE
from importers.lexicons import family_pattern, role_pattern, words
from importers.mentions import Person
from importers.parties import NOBODY, Patients
from importers.pronouns import of_pronoun
from importers.view import Mention, P

_NUMBER = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|a (?:large |small )?group of|"
    r"twenty|dozens|hundreds|thousands|several|many|some|scores|multiple|numerous|other|others|both)"
)
REF = regex.compile(
    rf"(?P<name>{P})|\b(?P<pronoun>he|she|they)\b"
    rf"|\b(?P<those>those|(?:the|all|both)(?:\s+(?:two|three|four|five|six|seven|eight|nine|ten|of them))?"
    rf"(?:\s+(?:pair|couple|men|women|latter|group|trio|activists|journalists|defendants|brothers|sisters))?"
    rf"(?<!\bthe))\b(?=\s*$|\s+(?:also\s+|later\s+|then\s+)?(?:were|are|have|had|left|remain|face|went|"
    rf"got|received|"
    rf"walked|stood|pleaded|still|was|has|is|will)\b)"
    rf"|\b(?P<these>(?:these|all(?:\s+the|\s+of\s+the)?\s+(?:arrested|detained|imprisoned|jailed|"
    rf"convicted|sentenced|accused))\s+(?:[\w’'-]+\s+){{0,2}}?(?:{role_pattern()}|people|individuals|defendants))\b"
    rf"|\b(?:the|this|that)\s+(?:[\w’'-]+\s+){{0,2}}?(?P<noun>{role_pattern()})\b(?!\s+(?:and\b|of\b|{P}))"
    rf"|\b(?P<kin>(?:his|her|their|whose)\s+(?:[\w-]+\s+){{0,2}}?{family_pattern()})\b(?!,?\s+{P})"
    rf"|\b(?P<client>(?:his|her|their|my|our)\s+clients?)\b"
    rf"|\b(?P<self>(?-i:I|[Ww]e))\b(?=\s|$)"
    rf"|\b(?P<crowd>{_NUMBER}\s+(?:[\w’'-]+\s+){{0,4}}?(?:{role_pattern()}|officials|members|workers))\b",
    regex.I,
)
# "P and other members", "P, lawmakers and other officials"
_AND_OTHERS = regex.compile(
    r",?\s+(?:(?!whose|his|her|their)(?:[\w’'-]+\s+){0,2}?[\w-]+s,?\s+)?(?:and|as well as)\s+"
)


class References(Lists):
    """Whom a pronoun, a noun or a number means."""

    def _referred_to(self, ref: "regex.Match[str]", start: int, left: str) -> Patients:
        """Whom "she", "those", "the journalist" or "ten people, including P" stand for."""
        at = start + ref.start()
        nearer = [m.person for m in self.view.mentions_in(start, at) if not self._is_aside(m)]
        span = (at, start + ref.end())
        if ref["crowd"]:
            counted = self._list_after(start + ref.end(), start + len(left)) or self._joined_to(at)
            return counted or Patients((), "crowd", *span)
        if ref["kin"] or ref["self"] or ref["client"]:
            return self._of_speech(ref, start, span)
        if ref["these"]:
            return Patients(self.memory.these(), "pronoun", *span)
        return self._in_mind(ref, at, nearer)

    def _in_mind(self, ref: "regex.Match[str]", at: int, nearer: Sequence[Person]) -> Patients:
        """Whom a noun or a pronoun means, of those the text has spoken of."""
        span = (at, at + ref.end() - ref.start())
        noun = (ref["noun"] or "").lower()
        if noun and not noun.endswith("s") and noun not in ("men", "women", "people"):
            return Patients(self.memory.noun(noun), "noun", *span)
        if ref["those"]:
            several = self.memory.several(ref["those"], nearer)
            gender = clauses.GENDERED.get(ref["those"].lower().split()[-1], "")
            return Patients(self.memory.of_gender(several, gender), "pronoun", *span)
        if noun in words("people", "state_agents"):
            return Patients((), "crowd", *span)
        if noun and (told := self.memory.these()):
            return Patients(told, "pronoun", *span)
        return self._meant(ref["pronoun"] or "they", *span)

    def _meant(self, word: str, at: int, end: int) -> Patients:
        return Patients(*of_pronoun(self.view, self.memory, self.sentence, at, word), at, end)

    def _of_speech(self, ref: "regex.Match[str]", start: int, span: tuple[int, int]) -> Patients:
        """Whom "his mother" (nobody that is named), "I" and "his client" stand for."""
        if ref["kin"]:
            return Patients((), "kin", *span)
        if ref["self"]:
            return Patients(self._speaker(span[1]), "self", *span)
        return Patients(self._client(start, span[0]), "pronoun", *span)

    def _client(self, start: int, at: int) -> tuple[Person, ...]:
        """ "P’s lawyer said that his client": P, or whom the text last told something of."""
        named = [one for one in self.view.mentions_in(start, at) if not self.view.is_speaker(one)]
        if named:
            return (named[-1].person,)
        return tuple(self.memory.claimed)[-1:]

    def _speaker(self, at: int) -> tuple[Person, ...]:
        """Who says "I": whom the sentence quotes behind the closing mark, or else the author of a letter."""
        match = clauses.SAYS_I.match(self.masked, at, self.sentence.end)
        if not match:
            return self.memory.author
        if match["word"]:
            return self.memory.pronoun(match["word"])
        return (self._mention(match.start("name")).person,)

    def _joined_to(self, at: int) -> Patients:
        """Those named with the crowd that begins at `at`: "P, P and other members"."""
        earlier = list(self.view.mentions_in(self.sentence.start, at))
        gap = self.masked[earlier[-1].end : at] if earlier else ""
        if not _AND_OTHERS.fullmatch(gap):
            return NOBODY
        return self.people_of([*self._list_before(earlier[-1]), earlier[-1]], "subject")

    def _is_aside(self, mention: Mention) -> bool:
        possessive = bool(POSSESSIVE.match(self.masked, mention.end))
        return possessive or self.view.is_bystander(mention) or self.view.is_kin(mention)
