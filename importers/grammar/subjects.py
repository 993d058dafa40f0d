"""Who is the subject of a verb: the name or word before it that nothing governs, asides taken out."""

import re
from dataclasses import replace

import regex

from importers import clauses
from importers.grammar.references import REF, References
from importers.grammar.words import ADVERB, AUX, POSSESSIVE, is_governed
from importers.lexicons import role_pattern
from importers.parties import NOBODY, Patients
from importers.view import D, Mention, P

# "(?r)" reads backwards, from the end: quicker than forwards where words of any kind may begin a match.
_TAIL = regex.compile(rf"(?r)(?:\s*\b(?:{AUX}|{ADVERB})\b,?)*\s*$", regex.I)
_CHUNK_HEAD = (
    rf"(?:who|whose|whom|which|where|an?|the|aged?|formerly|former|known|named|born|his|her|their|son|"
    rf"daughter|currently|one of|including|"
    rf"along with|together with|as well as|alongside|like|such as|according to|despite|{ADVERB}|founder|"
    rf"editor|director|head|leader|member|chair\w*|"
    rf"president|deputy|{role_pattern()}|\d+|{D}|\w+ed|serving|held)"
)
_CHUNK = regex.compile(
    rf",\s+{_CHUNK_HEAD}\b[^,;:]*+(?=,)|,\s+{D}(?=,)|\s\([^()]*\)|\s[–—-]\s[^–—;:]*\s[–—-](?=\s)", regex.I
)
_NAMING_ASIDE = regex.compile(r",\s+(?:including|such as)\b|\s[–—-]\s")
_MAY_HAVE_ASIDE = re.compile(r",[^,]*,|\)|\s[–—-]\s")
_ANTECEDENT = regex.compile(
    (
        rf"(?P<name>{P})(?:\s*\([^()]*\))?(?:\s+(?:of|at|from|in|with)\s+(?:the\s+)?[^,;\ue000]{{2,80}}|"
        rf",\s+(?:an?|the|{role_pattern()}|\d+)\b[^,;\ue000]{{0,90}})?[,\s]*$"
    ),
    regex.I,
)
# "He and rapper P", "the activist and a co-accused, P".
_AND_ONE_MORE = regex.compile(
    rf"\b(?:(?P<word>he|she)|the\s+(?P<noun>{role_pattern()}))\s+and\s+(?:[\w’'-]+,?\s+){{0,4}}$", regex.I
)
_COMMA_WITH = regex.compile(r"\s*,\s+(?:(?:along|together)\s+with|as well as)(?=\s)", regex.I)
_WHO = regex.compile(r"\bwho\b")
_MAY_BE_AMONG = re.compile(r"(?:among|one of|some of)", re.I)


class Subjects(References):
    """Who did, or had done to them, what a verb says."""

    def subject(self, pos: int, plural: bool | None = None) -> Patients:
        """Who is the subject of the verb at `pos`."""
        start = self.sentence.start
        left = self.masked[start:pos]
        tail = _TAIL.search(left)
        aux = left[tail.start() :] if tail else ""
        left = left[: tail.start()] if tail else left
        plural = number_of(aux) if plural is None else plural
        if plural is not True and "who" in aux and _WHO.search(aux):
            antecedent = self._antecedent(left)
            if antecedent:
                return antecedent
            if clauses.SOMEBODY_ELSE.search(left):
                return Patients((), "somebody", pos, pos)
        among = clauses.AMONG.search(left) if _MAY_BE_AMONG.search(left) else None
        if among and among.start() > 0:
            return self.subject(start + among.start())
        if clauses.ONE_OF_HIS.search(left):
            return Patients((), "kin", pos, pos)
        if clauses.OPEN_FOR_ALL.search(left) and (both := clauses.ALL_OF_THEM.match(aux)):
            return Patients(self.memory.several(both["words"], ()), "pronoun", start, start + both.end())
        told = clauses.last_told(left)
        if told and "\ue000" in left[told:]:
            start, left = start + told, left[told:]  # "P confirmed that P and others had been detained"
        blank = _blank_chunks(left)
        for ref in reversed(list(REF.finditer(blank))):
            found = self._subject_of(ref, start, left, blank, plural)
            if found is not None:
                return found
        return NOBODY

    def _antecedent(self, left: str) -> Patients:
        """Of whom "who" speaks: the name before it, with "of the Church" between them at most."""
        match = _ANTECEDENT.search(left)
        return (
            self.people_of([self._mention(self.sentence.start + match.start("name"))], "relative")
            if match
            else NOBODY
        )

    def _subject_of(
        self, ref: "regex.Match[str]", start: int, left: str, blank: str, plural: bool | None
    ) -> Patients | None:
        """The people of one possible subject; None where it cannot be the subject."""
        at = start + ref.start()
        if ref["name"]:
            if POSSESSIVE.match(left, ref.end()):
                return None
            if is_governed(blank[: ref.start()]) and not clauses.opens(
                blank, ref.span(), self.masked[start + ref.end() : self.sentence.end]
            ):
                return None
            mention = self._mention(at)
            before = [] if plural is False else self._list_before(mention)
            found = self._with_pronoun([*before, mention])
            return self.with_companions(found, mention.end, start + len(left), _COMMA_WITH)
        free = any(ref[one] for one in ("pronoun", "those", "self", "kin", "client"))
        if not free and is_governed(blank[: ref.start()]):
            return None
        return self._referred_to(ref, start, left)

    def _with_pronoun(self, mentions: list[Mention]) -> Patients:
        """ "He and rapper P": the pronoun stands for one more."""
        found = self.people_of(mentions, "subject")
        left = self.masked[self.sentence.start : mentions[0].start]
        match = _AND_ONE_MORE.search(left)
        if not match:
            return found
        nearer = [
            m.person for m in self.view.mentions_in(self.sentence.start, self.sentence.start + match.start())
        ]
        others = (
            self.memory.pronoun(match["word"], nearer) if match["word"] else self.memory.noun(match["noun"])
        )
        return replace(found, people=tuple(dict.fromkeys((*others, *found.people))))


def number_of(aux: str) -> bool | None:
    """Whether auxiliaries speak of several (True), of one (False), or do not say."""
    words = aux.lower().split()
    if {"were", "are", "have", "remain", "continue", "do"} & set(words):
        return True
    if {"was", "is", "has", "remains", "does", "continues"} & set(words):
        return False
    return None


def _blank_chunks(left: str) -> str:
    """Take asides out, keeping length: "K, who led B’s campaign, was" leaves K alone before the verb."""
    for _ in range(3):
        if not _MAY_HAVE_ASIDE.search(left):
            break
        replaced = _CHUNK.sub(_blank, left)
        if replaced == left:
            break
        left = replaced
    return left


def _blank(match: "regex.Match[str]") -> str:
    chunk = match[0]
    if "\ue000" in chunk and "\ue000" not in match.string[: match.start()]:
        return chunk  # "a third man, journalist P, was": the aside names the subject
    return chunk if "\ue000" in chunk and _NAMING_ASIDE.match(chunk) else " " * len(chunk)
