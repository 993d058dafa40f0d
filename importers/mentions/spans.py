"""Capitalised spans that may be names of people, by their form and what stands around them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from importers.alternatives import alternation
from importers.lexicons import countries, fold, given_names, load, place_words, words
from importers.mentions.around import (
    ABBR_AFTER,
    AGE_AFTER,
    ALSO,
    BODY_AFTER,
    BODY_BEFORE,
    OFFICE_AFTER,
    OFFICE_END,
    PLACE_BEFORE,
    ROLE_END,
    THE_BEFORE,
    TITLE_END,
    credits_in,
)
from importers.mentions.strip import Piece, groups_of, leading, pieces_of, strip_back, strip_front
from importers.words import words_of

_PARTICLE = alternation(load("names")["particles"])
_ARTICLE = alternation(load("names")["articles"])
# "al-", "d’": small letters that a name may begin with
_BEFORE_HYPHEN = frozenset("al ol el ad an ar as at az ash ul bin ould abd abu d l o n".split())  # noqa: SIM905 - shorter
_WORD = (
    rf"(?:{alternation(_BEFORE_HYPHEN)}[-’'])?"
    r"\p{Lu}[\p{L}\p{M}’'ʼ‘]*(?:[-–]\p{L}[\p{L}\p{M}’'ʼ]*)*"
)
_INITIAL = r"\p{Lu}\.(?:\s?\p{Lu}\.)*(?=\s+\p{Lu}\p{L})"
_GAP = r"[ \u00a0](?:\n[ ]?)?|\n(?![ \t]*\n)"
_SPAN = regex.compile(
    rf"(?:(?<![\p{{L}}\p{{M}}\d’'@/.-]|\w[-])|(?<=\p{{Ll}}{{4}}\.)(?=\p{{Lu}}\p{{Ll}}))(?:{_INITIAL}|{_WORD})"
    rf"(?:(?:{_GAP})(?:(?:{_PARTICLE})(?:{_GAP}|-)|(?:{_ARTICLE})-)*(?:[“\"‘'(]{_WORD}[”\"’')](?:{_GAP}))?"
    rf"(?:{_INITIAL}|{_WORD}))*+"
    rf"(?:(?:{_GAP})(?:oglu|oğlu|ogly|ogli|uly|uulu|kyzy|qizi|qızı|gizi|kızı)\b)?"
)
_GLUED = regex.compile(r"\p{Ll}{4}\p{Lu}")  # "ReleaseFor", "NewsWeek"
_JOINS = regex.compile(r",?\s+(?:and|&)\s+|,\s+")
MAX_PARTS = 7
QUOTES_OPEN, QUOTES_CLOSE = ("“", '"', "«"), ("”", '"', "»")
MOST_SHARED = 6  # given names before one surname


@dataclass(frozen=True, slots=True)
class Candidate:
    """A capitalised span that may name a person; `score` sums the evidence of form and context."""

    start: int
    end: int
    parts: tuple[str, ...]
    folded: tuple[str, ...]
    titled: bool
    score: int
    headline: bool
    office: bool  # an office of state stands beside the name
    shares: bool = False  # the surname stands with the last of a list: "Pavel and Ilya Moroz"
    also: tuple[str, ...] = ()  # the folded name of whom this is another name: "P, known as Q"

    @property
    def text(self) -> str:
        return " ".join(self.parts)

    @property
    def written(self) -> str:
        return self.parts[0] if self.shares else self.text


def find_candidates(text: str, start: int, end: int) -> list[Candidate]:
    """The candidates between two offsets, in order. What is surely no person is left out."""
    spans = [pieces_of(text, *span) for span in _capitalised(text, start, end)]
    bodies = _organisation_words(text, spans)
    found: list[Candidate] = []
    refused: set[tuple[str, ...]] = set()
    for parts in spans:
        for group in groups_of(text, parts):
            candidate = _candidate(text, group, bodies, refused)
            if candidate:
                found.append(candidate)
    return _other_names(text, _sharing(text, _no_bodies(found, refused)))


def _capitalised(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where runs of capitalised words stand, in order, outside the credits of pictures."""
    words = words_of(text)
    first, last = words.between(start, end)
    hidden = credits_in(text, start, end)
    found, after = [], start
    for at, word in zip(words.starts[first:last], words.words[first:last], strict=True):
        if at < after or not (text[at].isupper() or word in _BEFORE_HYPHEN):
            continue
        if match := _SPAN.match(text, at, end):
            after = match.end()
            if not (hidden and _is_within(at, hidden)):
                found.append((at, after))
    return found


def _is_within(at: int, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether an offset lies in one of some stretches, which are in order."""
    place = bisect_right(stretches, at, key=lambda one: one[0])
    return place > 0 and at < stretches[place - 1][1]


def _no_bodies(found: Sequence[Candidate], refused: set[tuple[str, ...]]) -> list[Candidate]:
    """Without what the text elsewhere uses as a body or a place, unless it is titled like a person."""
    people = {one.folded for one in found if one.score >= 2}
    doubtful = {one.folded for one in found if one.score < 0} | refused
    return [one for one in found if one.folded in people or one.folded not in doubtful or len(one.parts) == 1]


def _sharing(text: str, found: list[Candidate]) -> list[Candidate]:
    """ "Brothers Pavel and Ilya Moroz": given names in a row that have their surname from the last of it."""
    result = list(found)
    for n, last in enumerate(found):
        if len(last.parts) != 2 or last.headline:
            continue
        first = n
        while first > 0 and n - first < MOST_SHARED and _may_share(text, found[first - 1], found[first]):
            first -= 1
        if first < n and _are_given(found[first : n + 1]):
            result[first:n] = [_with_surname(one, last) for one in found[first:n]]
    return result


def _are_given(row: Sequence[Candidate]) -> bool:
    """Whether most first words of a row are given names; behind "brothers" or "activists" one is enough."""
    known = [one for one in row if one.folded[0] in given_names()]
    return 2 * len(known) > len(row) or (row[0].titled and bool(known))


def _may_share(text: str, one: Candidate, following: Candidate) -> bool:
    gap = text[one.end : following.start]
    return len(one.parts) == 1 and not one.headline and bool(_JOINS.fullmatch(gap))


def _with_surname(one: Candidate, last: Candidate) -> Candidate:
    return replace(
        one,
        parts=(*one.parts, last.parts[-1]),
        folded=(*one.folded, last.folded[-1]),
        score=max(one.score, 1),
        shares=True,
    )


def _other_names(text: str, found: list[Candidate]) -> list[Candidate]:
    """ "P, better known as Q": the second is another name of the first."""
    result = found[:1]
    for one in found[1:]:
        before = result[-1]
        close = one.start - before.end < 70
        is_other = close and ALSO.fullmatch(text, before.end, one.start)
        result.append(replace(one, also=before.also or before.folded) if is_other else one)
    return result


def _is_named_body(text: str, parts: list[Piece], kept: list[Piece]) -> bool:
    """ "The NGO France Terre d’Asile": a country or "newspaper" before words that hold no given name."""
    given = given_names()
    before = text[max(0, parts[0][0] - 40) : parts[0][0]]
    if kept[0] == parts[0] and (match := BODY_BEFORE.search(before)):
        return "," not in match[0] or kept[0][2] not in given
    if kept[0][2] in given:
        return False
    stripped = [part[2] for part in parts[: len(parts) - len(kept)]]
    return bool(stripped) and stripped[-1] in _country_names()


@lru_cache(maxsize=1)
def _country_names() -> frozenset[str]:
    return frozenset(fold(name) for row in load("places").values() for name in row["names"])


def _organisation_words(text: str, spans: list[list[Piece]]) -> frozenset[str]:
    """Words that this document uses as the name of a body: what precedes a head such as "Centre"."""
    heads, given = words("organisations", "heads"), given_names()
    found: set[str] = set()
    for parts in spans:
        at = next((n for n, part in enumerate(parts) if part[2] in heads and n > 0), None)
        named = at == 1 and THE_BEFORE.search(text[max(0, parts[0][0] - 8) : parts[0][0]])
        if at is not None and (parts[0][2] not in given or named):
            found.update(part[2] for part in parts[:at] if len(part[2]) > 2)
        elif text[parts[0][0] : parts[0][1]].isupper() and len(parts[0][2]) > 1 and len(parts) == 1:
            found.add(parts[0][2])
    return frozenset(found) - leading()


def _candidate(
    text: str, parts: list[Piece], bodies: frozenset[str], refused: set[tuple[str, ...]]
) -> Candidate | None:
    kept, titled = strip_front(text, parts, bodies)
    if kept and _is_named_body(text, parts, kept):
        refused.add(tuple(piece[2] for piece in kept))
        return None
    kept = strip_back(text, kept)
    if not kept or len(kept) > MAX_PARTS or _is_something_else(text, kept):
        refused.add(tuple(piece[2] for piece in kept))
        return None
    start, end = kept[0][0], kept[-1][1]
    kept = _without_nickname(text, kept)
    folded = tuple(piece[2] for piece in kept)
    before = text[max(0, start - 60) : start]
    headline = _in_headline(text, start)
    titled = bool(TITLE_END.search(before[-40:])) or (titled and not headline)
    score = _score(text, end, folded, before[-40:], titled=titled)
    own = tuple(_spelled(text[a:b]) for a, b, _ in kept)
    office = bool(OFFICE_END.search(before) or OFFICE_AFTER.match(text, end))
    return Candidate(start, end, own, folded, titled, score, headline, office)


def _spelled(word: str) -> str:
    """A name set in capitals in small letters; initials and short names stay."""
    return word.title() if word.isupper() and len(word) > 3 and "." not in word else word


def _without_nickname(text: str, kept: list[Piece]) -> list[Piece]:
    """ "Aleksei “Lyosha” Moroz": what stands in quotation marks inside a name is no part of it."""
    inner = [
        part
        for part in kept[1:-1]
        if text[part[0] - 1] in "“\"‘'(" and text[part[1] : part[1] + 1] in ("”", '"', "’", "'", ")")
    ]
    return [part for part in kept if part not in inner]


def _is_something_else(text: str, parts: list[Piece]) -> bool:
    """Whether the span is a place, a body, an acronym, or a work."""
    folded = [part[2] for part in parts]
    whole = " ".join(folded)
    given = given_names()
    known = countries()
    if whole in known or (
        len(parts) > 1
        and folded[0] not in given
        and all(one in known or one in place_words() for one in folded)
    ):
        return True
    if _is_set_in_capitals(text, parts) or any(_GLUED.search(text, a, b) for a, b, _ in parts):
        return True
    if len(parts) == 1 and (folded[0] in words("words", "common") or len(folded[0]) < 2):
        return True
    heads = [n for n, one in enumerate(folded) if one in words("organisations", "heads")]
    last_only = heads == [len(folded) - 1] and folded[-1] in words("organisations", "surnames")
    if heads and not (len(folded) in (2, 3) and folded[0] in given and last_only):
        return True
    around = (text[parts[0][0] - 1 : parts[0][0]], text[parts[-1][1] : parts[-1][1] + 1])
    if len(parts) > 1 and folded[0] not in given and around[0] in QUOTES_OPEN and around[1] in QUOTES_CLOSE:
        return True  # quotation marks around the whole name are those of a body or a work
    return bool(
        ABBR_AFTER.match(text, parts[-1][1])
        or (BODY_AFTER.match(text, parts[-1][1]) and folded[0] not in given)
    )


def _is_set_in_capitals(text: str, parts: list[Piece]) -> bool:
    """An acronym, or part of a line in capitals; a name may be set so in a line of small letters."""
    raw = text[parts[0][0] : parts[-1][1]]
    if not raw.isupper() or (len(parts) > 1 and len(raw) <= 3):
        return False
    line = _line_around(text, parts[0][0])
    small = sum(one.islower() for one in line)
    return not (len(parts) in (2, 3, 4) and parts[0][2] in given_names() and 2 * small > len(line))


def _score(text: str, end: int, folded: tuple[str, ...], before: str, *, titled: bool) -> int:
    given = given_names()
    score = 0
    if folded[0] in given or any(piece in given for piece in folded[0].split("-")):
        score += 2
    elif any(one in given for one in folded):
        score += 1
    if titled or ROLE_END.search(before):
        score += 2
    if AGE_AFTER.match(text, end):
        score += 1
    if PLACE_BEFORE.search(before) and not titled:
        score -= 2
    if THE_BEFORE.search(before) and not titled:
        score -= 3
    return score


def _line_around(text: str, at: int) -> str:
    start = text.rfind("\n", 0, at) + 1
    stop = text.find("\n", at)
    return text[start : stop if stop >= 0 else len(text)]


def _in_headline(text: str, at: int) -> bool:
    """Whether the line is set in title case or capitals, where a capital says nothing."""
    return is_title_case(_line_around(text, at))


@lru_cache(maxsize=256)
def is_title_case(line: str) -> bool:
    """Whether nearly all longer words of a line begin with a capital."""
    if len(line) > 220 or line.rstrip().endswith((".", ";", ",")):
        return False
    long_words = [word for word in regex.findall(r"\p{L}[\p{L}’'-]+", line) if len(word) > 3]
    lower = [word for word in long_words if word[0].islower()]
    return len(long_words) >= 4 and len(lower) <= len(long_words) * 0.25
