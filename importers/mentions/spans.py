"""Capitalised spans that may be names of people, by their form and what stands around them."""

from dataclasses import dataclass
from functools import lru_cache

import regex

from importers.lexicons import (
    alternation,
    countries,
    fold,
    kin_pattern,
    load,
    place_words,
    role_pattern,
    words,
)

_PARTICLE = alternation(load("names")["particles"])
_WORD = (
    r"(?:(?:[ao]l|el|a[dnrstz]|ash|ul|bin|ould|abd|abu|d|l|o|"
    r"n)[-’'])?\p{Lu}[\p{L}\p{M}’'ʼ‘]*(?:[-–]\p{L}[\p{L}\p{M}’'ʼ]*)*"
)
_INITIAL = r"\p{Lu}\.(?:\s?\p{Lu}\.)*(?=\s+\p{Lu}\p{L})"
_GAP = r"[ \u00a0](?:\n[ ]?)?|\n(?![ \t]*\n)"
_SPAN = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\d’'@/.-]|\w[-])(?:{_INITIAL}|{_WORD})"
    rf"(?:(?:{_GAP})(?:(?:{_PARTICLE})(?:{_GAP}|-))*(?:[“\"‘'(]{_WORD}[”\"’')](?:{_GAP}))?(?:{_INITIAL}|"
    rf"{_WORD}))*+"
    rf"(?:(?:{_GAP})(?:oglu|oğlu|ogly|uly|kyzy|qizi|qızı|gizi|kızı)\b)?"
)
_PIECE = regex.compile(r"[^\s“”\"()]+")
_CREDIT = regex.compile(
    r"\([^()]{0,120}(?:getty|afp|reuters|anadolu|photo|sputnik|epa|©)[^()]{0,80}\)"
    r"|^[^\n]{0,160}(?:getty images|/afp\b|via getty|anadolu agency|photo(?:graph)?\s*(?:by|:|©|credit)|"
    r"image credit|©)[^\n]{0,120}$",
    regex.I | regex.M,
)
# "(?r)": what stands before a name is read backwards from its end; else every character is tried.
_TITLE_END = regex.compile(rf"(?r)\b{alternation(load('people')['titles'])}\.?\s+$", regex.I)
_ROLE_END = regex.compile(rf"(?r)\b(?:{role_pattern()}|{kin_pattern()})\s+$", regex.I)
_AGE_AFTER = regex.compile(
    r"\s*(?:,\s*(?:aged\s*)?\d{2}\b|\s*\((?:aged?\s*)?\d{2}\)|,\s+(?:who|an?|the|whose|\d)\b)"
)
_PLACE_BEFORE = regex.compile(r"(?r)\b(?:in|at|near|from|across|throughout|outside|into|around)\s+$")
_THE_BEFORE = regex.compile(r"(?r)\b(?:the|The|this|these|those|an|each|every|our|your)\s+$")
_ABBR_AFTER = regex.compile(r"\s*\((?:the\s+)?[\p{Lu}’'&/-]{2,12}s?\)")
_BODY_AFTER = regex.compile(
    r"\s+(?:staff|employees|activists|members|group|organi[sz]ation|party|movement|newspaper|website|"
    r"channel|team|officials|branch|law|regions?|province|district|prison|detention|agreement|"
    r"protests?|movement|campaign|newsroom|journalists|magazine|airport|square|village|camp|county|city|"
    r"police|court|colony|jail|area)\b"
)
_BODY_BEFORE = regex.compile(
    r"(?r)\b(?:NGO|organi[sz]ation|group|newspaper|outlet|website|magazine|channel|station|agency|party|"
    r"movement|association|network|company|portal|program(?:me)?|show|hotel|village|town|city|"
    r"province|district|region|prison|jail|colony|cent(?:re|er)|camp|island|river|operation|platform|"
    r"publication|site|blog|film|book|song|album|documentary|university|institute),?\s+[“\"‘]?$"
    r"|\b(?:director|editor|editor-in-chief|founder|owner|publisher|reporter|journalist|correspondent|"
    r"head|chair|member|employee|contributor)\s+(?:of|for|at|with)\s+(?:the\s+)?[“\"‘]?$",
    regex.I,
)
_OFFICE_END = regex.compile(
    (
        rf"(?r)(?<!\b(?:former|ex|vice|deposed|ousted|one-time|"
        rf"late)[\s-])\b{alternation(load('people')['offices'])}\s+(?:of\s+\p{{Lu}}\w+\s+|General\s+)?$"
    ),
    regex.I,
)
_POSSESSIVE = regex.compile(r"[’'](?:s)?$")
MAX_PARTS = 7
QUOTES_OPEN, QUOTES_CLOSE = ("“", '"', "«"), ("”", '"', "»")


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
    office: bool  # an office of state stands before the name

    @property
    def text(self) -> str:
        return " ".join(self.parts)


def find_candidates(text: str, start: int, end: int) -> list[Candidate]:
    """The candidates between two offsets, in order. What is surely no person is left out."""
    hidden = [match.span() for match in _CREDIT.finditer(text, start, end)]
    raw = [m for m in _SPAN.finditer(text, start, end) if not any(a <= m.start() < b for a, b in hidden)]
    pieces = [(m, _pieces(text, m.start(), m.end())) for m in raw]
    bodies = _organisation_words(text, [parts for _, parts in pieces])
    found = []
    for _, parts in pieces:
        for group in _groups(text, parts):
            candidate = _candidate(text, group, bodies)
            if candidate:
                found.append(candidate)
    return found


def _is_named_body(text: str, parts: list["Piece"], kept: list["Piece"]) -> bool:
    """ "The NGO France Terre d’Asile": a country or "newspaper" before words that hold no given name."""
    if kept[0] == parts[0] and _BODY_BEFORE.search(text[max(0, parts[0][0] - 40) : parts[0][0]]):
        return True
    if kept[0][2] in words("names", "given"):
        return False
    stripped = [part[2] for part in parts[: len(parts) - len(kept)]]
    return bool(stripped) and stripped[-1] in _country_names()


@lru_cache(maxsize=1)
def _country_names() -> frozenset[str]:
    return frozenset(fold(name) for row in load("places").values() for name in row["names"])


Piece = tuple[int, int, str]  # start, end, folded


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    found = []
    for match in _PIECE.finditer(text, start, end):
        stop = match.end()
        tail = _POSSESSIVE.search(match[0])
        if tail and len(match[0]) - len(tail[0]) >= 2:
            stop = match.start() + tail.start()
        while stop > match.start() + 2 and text[stop - 1] in ".,":
            stop -= 1
        found.append((match.start(), stop, fold(text[match.start() : stop])))
    return found


def _groups(text: str, parts: list[Piece]) -> list[list[Piece]]:
    """A possessive ends a name: "Amnesty International’s Researcher Joe Freeman" is two spans."""
    groups: list[list[Piece]] = [[]]
    for n, part in enumerate(parts):
        groups[-1].append(part)
        if n + 1 < len(parts) and any(c in "’'" for c in text[part[1] : parts[n + 1][0]].strip('“”"() ')):
            groups.append([])
    return [group for group in groups if group]


@lru_cache(maxsize=1)
def _leading() -> frozenset[str]:
    people = load("people")
    single = [
        word for key in ("titles", "offices", "roles", "kin") for name in people[key] for word in name.split()
    ]
    more = (
        "former ex first vice deputy acting senior prominent opposition leading nobel peace laureate "
        "chief special"
    )
    return frozenset(fold(word) for word in (*single, *more.split()))


@lru_cache(maxsize=1)
def _trailing() -> frozenset[str]:
    return words("words", "common") | _leading()


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return words("people", "titles")


def _organisation_words(text: str, spans: list[list[Piece]]) -> frozenset[str]:
    """Words that this document uses as the name of a body: what precedes a head such as "Centre"."""
    heads, given = words("organisations", "heads"), words("names", "given")
    found: set[str] = set()
    for parts in spans:
        at = next((n for n, part in enumerate(parts) if part[2] in heads and n > 0), None)
        if at is not None and parts[0][2] not in given:
            found.update(part[2] for part in parts[:at] if len(part[2]) > 2)
        elif text[parts[0][0] : parts[0][1]].isupper() and len(parts[0][2]) > 1 and len(parts) == 1:
            found.add(parts[0][2])
    return frozenset(found) - _leading()


def _candidate(text: str, parts: list[Piece], bodies: frozenset[str]) -> Candidate | None:
    kept, titled = _strip_front(text, parts, bodies)
    if kept and _is_named_body(text, parts, kept):
        return None
    kept = _strip_back(kept)
    if not kept or len(kept) > MAX_PARTS or _is_something_else(text, kept):
        return None
    start, end = kept[0][0], kept[-1][1]
    folded = tuple(piece[2] for piece in kept)
    before = text[max(0, start - 40) : start]
    titled = titled or bool(_TITLE_END.search(before))
    score = _score(text, end, folded, before, titled=titled)
    own = tuple(text[a:b] for a, b, _ in kept)
    office = bool(_OFFICE_END.search(text[max(0, start - 45) : start]))
    return Candidate(start, end, own, folded, titled, score, _in_headline(text, start), office)


def _strip_front(text: str, parts: list[Piece], bodies: frozenset[str]) -> tuple[list[Piece], bool]:
    """Take titles, roles, nationalities, bodies and sentence openers off the front."""
    titled, common = False, words("words", "common")
    heads, given, people = words("organisations", "heads"), words("names", "given"), countries()
    rest = parts
    while rest:
        word, raw = rest[0][2].rstrip("."), text[rest[0][0] : rest[0][1]]
        more = len(rest) > 1
        if more and word in _titles():
            titled, rest = True, rest[1:]
        elif word in _leading() and not (word in given and more):
            titled, rest = titled or more, rest[1:]
        elif (
            (word in common and not (word in given and more and rest[1][2] not in common))
            or (len(rest) > 1 and word in people and word not in given)
            or (len(rest) > 2 and (word in bodies or (raw.isupper() and len(raw) > 1)) and word not in given)
            or (
                more
                and raw.isupper()
                and len(raw) > 1
                and not text[rest[1][0] : rest[1][1]].isupper()
                and word in bodies
            )
            or (len(rest) > 2 and word in heads and word not in given and titled)
        ):
            rest = rest[1:]
        else:
            break
    return rest, titled and bool(rest)


def _strip_back(parts: list[Piece]) -> list[Piece]:
    """Take months, openers and roles off the end: "Marie Struthers Director"."""
    common, given = _trailing(), words("names", "given")
    rest = parts
    while len(rest) > 1 and rest[-1][2] in common and rest[-1][2] not in given:
        rest = rest[:-1]
    while rest and rest[-1][2] in ("de", "al", "el", "van", "von", "bin", "y", "e", "da", "do"):
        rest = rest[:-1]
    return rest


def _is_something_else(text: str, parts: list[Piece]) -> bool:
    """Whether the span is a place, a body, an acronym, or a work."""
    folded = [part[2] for part in parts]
    whole = " ".join(folded)
    given = words("names", "given")
    known = countries()
    if whole in known or (
        all(one in known or one in place_words() for one in folded) and folded[0] not in given
    ):
        return True
    raw = text[parts[0][0] : parts[-1][1]]
    if raw.isupper() and (len(parts) == 1 or len(raw) > 3):
        return True
    if len(parts) == 1 and (folded[0] in words("words", "common") or len(folded[0]) < 2):
        return True
    heads = [n for n, one in enumerate(folded) if one in words("organisations", "heads")]
    if heads and not (len(folded) in (2, 3) and folded[0] in given and heads == [len(folded) - 1]):
        return True
    around = (text[parts[0][0] - 1 : parts[0][0]], text[parts[-1][1] : parts[-1][1] + 1])
    if len(parts) > 1 and folded[0] not in given and around[0] in QUOTES_OPEN and around[1] in QUOTES_CLOSE:
        return True  # quotation marks around the whole name are those of a body or a work
    return bool(
        _ABBR_AFTER.match(text, parts[-1][1])
        or (_BODY_AFTER.match(text, parts[-1][1]) and folded[0] not in given)
    )


def _score(text: str, end: int, folded: tuple[str, ...], before: str, *, titled: bool) -> int:
    given = words("names", "given")
    score = 0
    if folded[0] in given or any(piece in given for piece in folded[0].split("-")):
        score += 2
    elif any(one in given for one in folded):
        score += 1
    if titled or _ROLE_END.search(before):
        score += 2
    if _AGE_AFTER.match(text, end):
        score += 1
    if _PLACE_BEFORE.search(before) and not titled:
        score -= 2
    if _THE_BEFORE.search(before) and not titled:
        score -= 3
    return score


def _in_headline(text: str, at: int) -> bool:
    """Whether the line is set in title case or capitals, where a capital says nothing."""
    start = text.rfind("\n", 0, at) + 1
    stop = text.find("\n", at)
    line = text[start : stop if stop >= 0 else len(text)]
    return is_title_case(line)


@lru_cache(maxsize=256)
def is_title_case(line: str) -> bool:
    """Whether nearly all longer words of a line begin with a capital."""
    if len(line) > 220 or line.rstrip().endswith((".", ";", ",")):
        return False
    long_words = [word for word in regex.findall(r"\p{L}[\p{L}’'-]+", line) if len(word) > 3]
    lower = [word for word in long_words if word[0].islower()]
    return len(long_words) >= 4 and len(lower) <= len(long_words) * 0.25
