"""Who did what to whom, in the masked text of one sentence: subjects, objects, lists, voice.

A few forms of English carry nearly all that press releases say of arrests and sentences. What a form
needs is written beside it; what fits none of them yields nobody, and the rules then claim nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from importers import clauses
from importers.glue import is_glue
from importers.lexicons import family_pattern, kin_pattern, role_pattern, words
from importers.memory import Memory
from importers.mentions import Person
from importers.parties import NOBODY, Patients
from importers.pronouns import of_pronoun
from importers.spans import Span
from importers.view import D, Mention, P, View

WORD = r"[\w’'“”\"‘\-–&./]+"
ADVERB = (
    r"(?:\w+ly|also|later|then|again|at once|at first|first|once|twice|already|now|all|both|each|still|since|"
    r"soon|thus|not|never|ever|been|"
    r"in turn|allegedly|themselves|himself|herself|even|just|subsequently|therefore|so|far|"
    r"eventually|"
    r"once again|in the end|as well|together|along|only)"
)
AUX = (
    r"(?:was|were|is|are|be|been|being|got|gets|getting|has|have|had|having|will|would|can|could|may|"
    r"might|must|should|shall|"
    r"to|did|does|do|’s|'s|’d|remains?|remained|who|that|which|and|but|or|continues?|continued|has to|due|"
    r"(?<=\b(?:is|are|was|were|been)\s)said|believed|"
    r"thought|understood|reported|expected|set|scheduled|feared|known|ordered|stands?|stood)"
)
# "(?r)" reads backwards, from the end: quicker than forwards where words of any kind may begin a match.
_TAIL = regex.compile(rf"(?r)(?:\s*\b(?:{AUX}|{ADVERB})\b,?)*\s*$", regex.I)
FINITE = (
    r"(?:was|were|is|are|has|have|had|will|said|says|told|remains?|remained|died|faces?|faced|received|"
    r"pleaded|fled|went|did|who|which|that)"
)
_KIN_OF = regex.compile(
    rf"\b(?:{kin_pattern()}|supporters?|allies|ally|associates?|aide|deputy|case|trial|home|house|office|"
    rf"videos?|photos?|images?|footage|statement|reports?|recordings?|name|works?)\s+(?:of|to)\s+"
    r"(?:(?:the|jailed|imprisoned|detained|exiled|late|former|fellow|opposition|prominent|\w+ian|\w+ese|"
    r"\w+ish)\s+)*(?:[\w-]+\s+){0,3}$"
    r"|\w\s+of\s+(?:(?:president|dictator|former|the|mr|ms|mrs|dr)\.?\s+)*$",
    regex.I,
)
_PREPOSITION = regex.compile(
    r"\b(?:of|by|with|against|for|to|from|about|over|between|like|on|in|at|than|regarding|concerning|"
    r"alongside|via|under|behind|towards?"
    r"|near|around|following|after|before|including(?=\s+of))\s+(?:(?!(?:and|or|who|that|which|when|"
    r"where|"
    r"as)\b)[\w’'-]+\s+){0,5}$",
    regex.I,
)
_NEUTRAL_IN = regex.compile(
    r"\b(?:in|on|at|after|following)\s+(?:[\p{Lu}][\w’'-]+\s+|[\w-]+\s+(?:in|"
    r"of)\s+\p{Lu}[\w’'-]+\s+)(?:[\w’'-]+\s+){0,4}$"
)
_ROLES = regex.compile(rf"\b{role_pattern()}\b", regex.I)
_NUMBER = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|a (?:large |small )?group of|"
    r"twenty|dozens|hundreds|thousands|several|many|some|scores|multiple|numerous|other|others|both)"
)
_REF = regex.compile(
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
_STOP = (
    r"(?:who|which|that|was|were|is|are|has|have|had|to|by|after|before|during|because|while|when|as|said|"
    r"says|against|following|"
    r"since|until|without|under|but|if|amid|where|whom|will|would|despite|over|through|into|with|about|on)"
)
_OBJECT = regex.compile(
    rf"\s*,?\s*[“\"]?(?P<before>(?:(?!{_STOP}\b)(?:{WORD}|{D}|—),?\s+){{0,16}}?)[“\"(]?(?P<name>{P})", regex.I
)
_OBJECT_PRONOUN = regex.compile(
    (
        r"\s+(?P<word>him|her|them|both)\b(?!\s+(?:\w+\s+)?(?:wife|husband|home|house|lawyer|brother|sister|"
        r"son|daughter|father|mother))"
    ),
    regex.I,
)
_OBJECT_NOUN = regex.compile(
    rf"\s+(?:the|this)\s+(?:[\w’'-]+\s+){{0,2}}?(?P<noun>{role_pattern()})\b(?!\s+(?:and|of|{P}))", regex.I
)
_INCLUDING = regex.compile(
    (
        rf"[^;:]{{0,140}}?(?:,|\s[–—-]|:)?\s*\b(?:including|includes?|included|"
        rf"among(?:st)? (?:them|whom)(?:\s+(?:is|are|was|were))?|"
        rf"namely|"
        rf"notably|identified as|named as|along with|together with|as well as)\b\s*:?(?={WORD}|\s|{P})"
    ),
    regex.I,
)
_ONWARD = regex.compile(rf"[’']s?\s+(?:(?!{_STOP}\b){WORD}\s+){{0,5}}?(?P<name>{P})", regex.I)
_LIST_MARK = regex.compile(
    rf"\s*(?:[–—:,-]|\()?\s*(?:including|among them|namely|notably)?\s*:?\s*(?={P})", regex.I
)
_COLON = regex.compile(rf"[^:;]{{0,120}}:\s*(?:{WORD}\s+){{0,8}}?(?={P})")
_WHOSE = regex.compile(
    (
        rf"(?:(?P<name>{P})[’']s?|\b(?P<word>his|her|their))\s+(?:(?!{_STOP}\b|and\b){WORD}\s+|"
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
# A line of a list under a heading begins with the name; who was arrested when has a verb of its own.
_LINE_OF_LIST = regex.compile(rf"(?:(?!\ue000)[\W\d])*+(?:[\w’'.-]+\s+){{0,4}}?(?P<name>{P})", regex.I)
_TOGETHER = regex.compile(
    rf"[^.;:]{{0,110}}?,?\s+(?:(?:along|together)\s+with|alongside|as\s+well\s+as|"
    rf"with\s+(?:his|her|their)\s+(?:[\w-]+\s+){{0,2}}?(?:{family_pattern()}|colleagues?|friends?|comrades?))(?=\s)",
    regex.I,
)
_COMMA_WITH = regex.compile(r"\s*,\s+(?:(?:along|together)\s+with|as well as)(?=\s)", regex.I)
_CLAUSE_STOP = regex.compile(
    (
        rf"\s*(?:,(?!\s*\w+ing\b)[^,]{{0,60}},)?\s*(?:also\s+)?(?:(?!who\b|which\b|that\b){FINITE}\b|"
        rf"(?:\w+ly\s+)?\w+ed\s+(?!(?:in|on|by|for|to|since|with|at|from|after|under)\b))"
    ),
    regex.I,
)
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
_POSSESSIVE = regex.compile(r"[’'](?:s\b)?(?!\w)")
_WHO = regex.compile(r"\bwho\b")
_MAY_BE_AMONG = re.compile(r"(?:among|one of|some of)", re.I)
# "P and other members", "P, lawmakers and other officials"
_AND_OTHERS = regex.compile(
    r",?\s+(?:(?!whose|his|her|their)(?:[\w’'-]+\s+){0,2}?[\w-]+s,?\s+)?(?:and|as well as)\s+"
)
_AND_ROLE = regex.compile(r",?\s+(?:and|&)\s+(?:(?!was|were|is|are)[\w’'-]+\s+){0,4}")
_NOUN_NEXT = regex.compile(r"(?:\s*\([^()]*\))?,\s+(?:an?|the)\s")
_BOTH = regex.compile(r"\bboth\s+(?:of\s+whom\s+)?$")
_NAMING_ASIDE = regex.compile(r",\s+(?:including|such as)\b|\s[–—-]\s")
_MAY_HAVE_ASIDE = re.compile(r",[^,]*,|\)|\s[–—-]\s")


MOST_LINES = 60
SHORT_LINE = 50  # characters; a longer line without a bullet or a number is prose


@dataclass
class Reader:
    """One sentence, read for subjects and objects."""

    view: View
    sentence: Span
    memory: Memory
    told: tuple[int, str] | None = None  # rank and date of the event last dated in the sentence
    fronted: str = ""  # the date that stands before the first event of the sentence

    @property
    def masked(self) -> str:
        return self.view.masked

    def _mention(self, at: int) -> Mention:
        return self.view.mentions[at]

    def people_of(self, mentions: Sequence[Mention], how: str) -> Patients:
        people = tuple(dict.fromkeys(one.person for one in mentions))
        return Patients(people, how, mentions[0].start, mentions[-1].end) if people else NOBODY

    # subjects

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
        for ref in reversed(list(_REF.finditer(blank))):
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
            if _POSSESSIVE.match(left, ref.end()):
                return None
            if _is_governed(blank[: ref.start()]) and not clauses.opens(
                blank, ref.span(), self.masked[start + ref.end() : self.sentence.end]
            ):
                return None
            mention = self._mention(at)
            before = [] if plural is False else self._list_before(mention)
            found = self._with_pronoun([*before, mention])
            return self.with_companions(found, mention.end, start + len(left), _COMMA_WITH)
        free = any(ref[one] for one in ("pronoun", "those", "self", "kin", "client"))
        if not free and _is_governed(blank[: ref.start()]):
            return None
        return self._referred_to(ref, start, left)

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

    def _is_aside(self, mention: Mention) -> bool:
        possessive = bool(_POSSESSIVE.match(self.masked, mention.end))
        return possessive or self.view.is_bystander(mention) or self.view.is_kin(mention)

    def _list_before(self, mention: Mention) -> list[Mention]:
        """The mentions joined to the left of one by commas and "and", nearest last."""
        found: list[Mention] = []
        current = mention
        for earlier in reversed(list(self.view.mentions_in(self.sentence.start, mention.start))):
            gap = self.masked[earlier.end : current.start]
            if _POSSESSIVE.match(gap) or self._is_bracketed(earlier):
                continue
            if not is_glue(gap) or _is_governed(
                self.masked[self.sentence.start : earlier.start], strict=True
            ):
                break
            found.insert(0, earlier)
            current = earlier
        return found

    # objects

    def object(self, pos: int, end: int | None = None) -> Patients:
        """Who is the object that begins at `pos`: "P and P", "ten people, including P", "him"."""
        stop = self.sentence.end if end is None else end
        match = _OBJECT_PRONOUN.match(self.masked, pos, stop)
        if match:
            word = match["word"].lower()
            if word == "them":
                return Patients(self.memory.pronoun(word), "pronoun", *match.span())
            return replace(self._meant(word, pos, match.end()), start=match.start())
        found = self._object_names(pos, stop)
        if found:
            return found
        match = _OBJECT_NOUN.match(self.masked, pos, stop)
        if match:
            return Patients(self.memory.noun(match["noun"]), "noun", *match.span())
        return NOBODY

    def _object_names(self, pos: int, stop: int) -> Patients:
        match = _OBJECT.match(self.masked, pos, stop)
        while match and _POSSESSIVE.match(self.masked, match.end()):
            match = _ONWARD.match(self.masked, match.end(), stop)
        if not match or _KIN_OF.search(self.masked[pos : match.start("name")]):
            return NOBODY
        return self.people_of(self._list_from(self._mention(match.start("name")), stop), "object")

    def _list_from(self, first: Mention, stop: int) -> list[Mention]:
        """A mention and those joined to its right."""
        found, current = [first], first
        for later in self.view.mentions_in(first.end, stop):
            gap = self.masked[current.end : later.start]
            if _POSSESSIVE.match(self.masked, later.end) or self._is_bracketed(later):
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

    def _list_after(self, pos: int, stop: int) -> Patients:
        """The list that a group carries: "three journalists, including P and P"; "three men: P, P and P"."""
        match = _LIST_MARK.match(self.masked, pos, stop)
        found = self._object_names(match.end(), stop) if match and match.end() > pos else NOBODY
        if found:
            return found
        match = _INCLUDING.match(self.masked, pos, stop)
        return self._object_names(match.end(), stop) if match else NOBODY

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
        return replace(found, people=tuple(dict.fromkeys((*found.people, *others.people))))

    def _ends_a_list(self, mention: Mention) -> bool:
        """Whether "and" alone, perhaps with a role, stands between this name and the one before."""
        earlier = list(self.view.mentions_in(self.sentence.start, mention.start))
        gap = self.masked[earlier[-1].end : mention.start] if earlier else ""
        return bool(_AND_ROLE.fullmatch(gap))

    # possessors

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


def lines_after(view: View, sentence: Span) -> Sequence[Span]:
    """The sentences that follow one in its article."""
    at = bisect_right(view.sentences, sentence)
    return view.sentences[at : at + MOST_LINES]


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


def _is_governed(left: str, *, strict: bool = False) -> bool:
    """Whether what follows depends on a preposition or on kin: "with P", "the lawyer of P"."""
    clause = left[max(left.rfind(","), left.rfind(";")) + 1 :]
    if strict:
        return bool(_KIN_OF.search(clause))
    match = _PREPOSITION.search(clause)
    return bool(match and not _NEUTRAL_IN.search(clause))
