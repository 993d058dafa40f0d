"""From an event word to the people it happened to: voice first, then the form of the sentence."""

import re
from dataclasses import replace

import regex

from importers.grammar import Reader
from importers.grammar.words import ADVERB, WORD
from importers.lexicons import role_pattern
from importers.parties import NOBODY, Patients
from importers.rules.base import Hit
from importers.view import D, N, P

_BETWEEN = rf"(?:\s+(?:{ADVERB}|reportedly|on|in|{D}|(?:forcibly|violently|arbitrarily)))*,?"
# "(?r)" reads backwards, from the end: quicker than forwards where words of any kind may begin a match.
_PASSIVE = regex.compile(
    rf"(?:\b(?:was|were|is|are|be|been|being|got|gets|get|getting|stands?|stood)|[’'](?:s|"
    rf"re) been){_BETWEEN}\s*$",
    regex.I,
)
_PASSIVE_LATE = regex.compile(
    (
        r"\b(?:was|were|is|are|been|being)\b[^.;:\ue000]{0,140}?,?\s*(?:\b(?:and|or|but|"
        r"then)\b\s*(?:\w+ly\s+|"
        r"later\s+|then\s+)*)$"
    ),
    regex.I,
)
_PERFECT = regex.compile(rf"\b(?:has|have|had|having)(?:\s+{ADVERB})*\s*$", regex.I)
_CHAIN = regex.compile(
    rf"(?r)(?:,|\band\b|\bthen\b|\bbut\b|\bor\b|[–—])\s*(?:and\s+)?(?:{ADVERB}\s+)*(?:in\s+{D}\s+|on\s+{D}\s+)?[“\"‘]?$",
    regex.I,
)
_AND_THEN = regex.compile(rf"(?r)\b(?:and|then|but)\s+(?:{ADVERB}\s+)*[“\"‘]?$", regex.I)
_OPENING = regex.compile(
    (
        r"^[\W\d]*(?:(?:after|before|since|while|when|following|upon|having|first|\w+ly)\b[\s,]*(?:being|"
        r"having been|been)?\s*)?$"
    ),
    regex.I,
)
_OBJECT_NEXT = regex.compile(
    rf"(?:\s+from\s+(?:prison|jail|custody|detention)|\s+for\s+{N})?\s+(?:{P}|(?:him|her|them|us|me)\b|(?:the|an?|his|its|their|this|these|those|some|about|around|"
    rf"nearly|almost|over|more than|at least|"
    rf"up to|another|several|many|dozens|hundreds|thousands|scores|one|two|three|four|five|six|seven|"
    rf"eight|nine|ten|\d[\d,]*|members|"
    rf"former|prominent|opposition|human|independent|{role_pattern()}|\w+(?:ian|ese|ish|ani)s?)\b|"
    rf"(?!\w+ly\b)\w+\s+(?:{role_pattern()})\b"
    rf"|(?:(?!(?:in|on|by|for|to|with|after|at|from|over|under|and|or|when|while|as|since|during|of|but|"
    rf"who|before|"
    rf"because|following|alongside|amid|that|was|were|is|are|has|had)\b)(?-i:\p{{Ll}})[\w-]*\s+){{1,3}}{P}"
    rf"|(?:(?!(?:in|on|by|for|to|with|after|at|from|and|or|when|as|since|of|but|who|that|was|were)\b)"
    rf"[\w’'“”&.-]+\s+){{1,6}}?{role_pattern()}\s+{P})",
    regex.I,
)
_ADJECTIVE_LEFT = regex.compile(
    r"(?r)(?:^|[(“\"–—:•]\s*|[,.]\s+|\b(?:the|an?|of|for|and|to|with|from|by|against|about|including|recently|"
    r"currently|still|newly|wrongfully|unjustly|arbitrarily|long|"
    r"other|two|three|four|five|several|all|fellow|former|free|freeing|release|releasing|on|visit|"
    r"support|"
    r"late|unlawfully|politically|illegally|wrongly|that|is|as)\s+)$",
    regex.I,
)
_INSIDE = regex.compile(r"(?<=\s)(?:him|her(?=\s+(?:in|to|into|under|on|for|from|guilty)\b)|them|\ue000)")
_AMONG = regex.compile(
    (
        r"\b(?:among|amongst|one of|part of|some of|in)\s+(?:the|those|a group of|several|many|hundreds of|"
        r"dozens of|\d+)(?:\s+(?!of\b)[\w-]+){0,3}?(?:\s+(?:to be|who (?:were|had been|have been)|have been|"
        r"has been|that were))?\s+$"
    ),
    regex.I,
)
_THOSE = regex.compile(
    (
        r"(?r)\b(?:those|the people|people|individuals|persons|prisoners|others|journalists|activists|"
        r"among the)\s+(?:\w+ly\s+|who (?:were|have been|had been)\s+)?$"
    ),
    regex.I,
)
_LISTING = regex.compile(
    rf"[^.;:]{{0,90}}?\b(?:includes?|included|are|were|is|was)\b\s*:?\s+(?={WORD}|{P})|[^.;]{{0,90}}?:\s*",
    regex.I,
)
_OF = regex.compile(
    (
        rf"\s+(?:and\s+(?:\w+\s+){{1,3}})?(?:(?:by|in|from|on)\s+(?:{WORD}\s+|{D}\s+){{1,8}}?)?(?:of|against|"
        rf"for)\s+"
    ),
    regex.I,
)
# No adjective stands before an article: "men in plain clothes illegally detained the organisers".
_DETERMINED = regex.compile(r"\s+(?:the|an?|his|her|their|its|this|these|those|him|them)\b", regex.I)
# "Arrests in early 2023 included P (5 February), P (20 February)".
_NOUNS_LIST = regex.compile(r"[^.;:\ue000]{0,80}?\binclud(?:ed?|es|ing)\b", regex.I)
_BEGINS = regex.compile(
    (
        r"^\W*(?:since|following|after|before|during|prior to|despite|upon|ahead of|until|at the time "
        r"of)\s+(?:his|her|their)\b"
    ),
    regex.I,
)
_DOING = regex.compile(r"\w+(?:ing|ed)\b")
_COMMA_LAST = re.compile(r",\s*\Z")
_CLAUSE_WORD = regex.compile(r"\b(?:after|before|since|being|having)\b", regex.I)
_PRONOUN_LAST = regex.compile(r"(?r)\b(him|her|them)\s+$", regex.I)
_GOES_ON = regex.compile(r"(?r)\b(?:and|then|,)\s*(?:\w+ly\s+|later\s+)*$")
_ROLE_LAST = regex.compile(rf"(?r)\b{role_pattern(backwards=True)}\s*+(?:,\s*+)?$", regex.I)
_PRONOUN = regex.compile(r"(he|she|they)\b", regex.I)
_COMMA_SUBJECT = regex.compile(rf"[^;:]{{0,200}}?,\s+(?=(?:{WORD}\s+){{0,6}}?{P}|he\b|she\b|they\b)", regex.I)


def find_patients(reader: Reader, hit: Hit, earlier: Hit | None, limit: int) -> Patients:
    """Who this happened to; `earlier` is the event word before, `limit` where the next one begins."""
    mode = hit.rule.mode
    if mode == "verb":
        return _of_verb(reader, hit, earlier, limit)
    if mode == "noun":
        return _of_noun(reader, hit, limit)
    if mode == "beside":
        before = list(reader.view.mentions_in(reader.sentence.start, hit.pos + 1))
        return reader.people_of(before[-1:], "list")
    if mode == "apposition":
        hit.voice = mode
        found = reader.just_before(hit.pos)
        several = hit.match["v"].split()[0].lower().endswith("s")
        return found if several else replace(found, people=found.people[-1:])
    if mode in ("object", "adjective"):
        hit.voice = mode
        return reader.object(hit.end)
    return _of_subject(reader, hit, earlier, limit)


def _of_subject(reader: Reader, hit: Hit, earlier: Hit | None, limit: int) -> Patients:
    hit.voice = "subject"
    left = reader.masked[reader.sentence.start : hit.pos]
    if "\ue000" not in left and _OPENING.match(left):
        return _after_comma(reader, hit)
    if _COMMA_LAST.search(left, max(0, len(left) - 8)) and _DOING.match(reader.masked, hit.pos):
        close = reader.just_before(hit.pos)
        if close:
            return close
    found = reader.subject(hit.pos)
    if found:
        return reader.with_companions(found, hit.end, limit)
    if found.how:
        return _counted_in(reader, hit, limit)
    if earlier and earlier.patients and _CHAIN.search(left):
        return earlier.patients
    return reader.lines_below()


def _of_verb(reader: Reader, hit: Hit, earlier: Hit | None, limit: int) -> Patients:
    left = reader.masked[reader.sentence.start : hit.pos]
    inside = _INSIDE.search(reader.masked, hit.pos, hit.end)
    if inside:
        hit.voice = "active"
        return reader.object(hit.pos + len(hit.match["v"].split()[0]))
    among = _AMONG.search(left)
    if among:
        hit.voice = "passive"
        return reader.subject(reader.sentence.start + among.start()) or _listed(reader, hit, limit)
    if _PASSIVE.search(left):
        return _of_passive(reader, hit, earlier, limit)
    if _PERFECT.search(left):
        hit.voice = "active"
        return reader.object(hit.end) or _counted_in(reader, hit, limit)
    has_object = bool(_OBJECT_NEXT.match(reader.masked, hit.end, reader.sentence.end))
    if has_object:
        return _with_object(reader, hit, left, limit)
    if _THOSE.search(left):
        hit.voice = "passive"
        return _listed(reader, hit, limit)
    return _without_object(reader, hit, left, earlier, limit)


def _listed(reader: Reader, hit: Hit, limit: int) -> Patients:
    """ "Those released include P and P"; "Among those detained were P and P"."""
    listing = _LISTING.match(reader.masked, hit.end, reader.sentence.end)
    found = reader.object(listing.end()) if listing else NOBODY
    return found or _counted_in(reader, hit, limit)


def _of_passive(reader: Reader, hit: Hit, earlier: Hit | None, limit: int) -> Patients:
    hit.voice = "passive"
    left = reader.masked[reader.sentence.start : hit.pos]
    found = reader.subject(hit.pos)
    if found:
        return reader.with_companions(found, hit.end, limit)
    if found.how == "crowd":
        return _counted_in(reader, hit, limit)
    if not found.how and earlier and earlier.patients:
        return earlier.patients
    if "\ue000" not in left and _CLAUSE_WORD.search(left[:40]):
        return _after_comma(reader, hit)
    return _counted_in(reader, hit, limit)


def _with_object(reader: Reader, hit: Hit, left: str, limit: int) -> Patients:
    is_verb = left.rstrip().endswith((" and", ",")) or _DETERMINED.match(reader.masked, hit.end)
    hit.voice = "active" if is_verb or not _ADJECTIVE_LEFT.search(left) else "adjective"
    found = reader.object(hit.end) or _counted_in(reader, hit, limit)
    return reader.with_companions(found, found.end, limit) if found else found


def _without_object(reader: Reader, hit: Hit, left: str, earlier: Hit | None, limit: int) -> Patients:
    """A participle with no object after it: "P, detained since", "and sentenced to", "Arrested in May, P"."""
    hit.voice = "passive"
    if "\ue000" not in left and _OPENING.match(left):
        return _after_comma(reader, hit)
    if earlier and earlier.patients and _AND_THEN.search(left):
        hit.voice = "chain"
        return earlier.patients
    if earlier and _CHAIN.search(left) and "\ue000" not in reader.masked[earlier.end : hit.pos]:
        hit.voice = "chain"
        return earlier.patients
    if earlier is None and _PASSIVE_LATE.search(left):
        return reader.subject(hit.pos)
    pronoun = _PRONOUN_LAST.search(left)
    if pronoun:
        return reader.object(hit.pos - len(pronoun[0]) - 1)
    close = reader.just_before(hit.pos)
    if close and (left.rstrip().endswith((",", "(")) or not any(one.office for one in close.people)):
        return close
    if earlier and earlier.patients and _GOES_ON.search(left):
        hit.voice = "chain"
        return earlier.patients
    return _counted_in(reader, hit, limit) if _ROLE_LAST.search(left) else NOBODY


def _after_comma(reader: Reader, hit: Hit) -> Patients:
    """ "Arrested in May 2020, P is …": the subject stands behind the comma."""
    match = _COMMA_SUBJECT.match(reader.masked, hit.end, reader.sentence.end)
    if not match:
        return NOBODY
    pronoun = _PRONOUN.match(reader.masked, match.end())
    if pronoun:
        return Patients(reader.memory.pronoun(pronoun[1]), "pronoun", match.end(), match.end())
    return reader.object(match.end())


def _counted_in(reader: Reader, hit: Hit, limit: int) -> Patients:
    return reader.including(hit.end, max(limit, hit.end))


def _of_noun(reader: Reader, hit: Hit, limit: int) -> Patients:
    hit.voice = "noun"
    match = _OF.match(reader.masked, hit.end, reader.sentence.end)
    if match:
        found = reader.object(match.end())
        if found:
            return found
        if "of" in match[0]:
            return reader.including(match.end(), max(limit, match.end()))
    if hit.match["v"].lower().endswith("s") and _NOUNS_LIST.match(
        reader.masked, hit.end, reader.sentence.end
    ):
        return reader.including(hit.end, reader.sentence.end)
    found = reader.possessor(hit.pos)
    if (
        not found
        and found.how == "pronoun"
        and _BEGINS.search(reader.masked[reader.sentence.start : hit.pos])
    ):
        return _after_comma(reader, hit)
    return found
