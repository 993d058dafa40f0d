"""A capitalised span cut down to what may be a name: words before and behind it that are none go off."""

from functools import lru_cache

import regex

from importers.lexicons import countries, fold, given_names, load, words

Piece = tuple[int, int, str]  # start, end, folded

_PIECE = regex.compile(r"[^\s“”\"()]+")
_COMPOUNDS = (
    "-born",
    "-based",
    "-led",
    "-trained",
    "-educated",
    "-backed",
    "-raised",
    "-appointed",
    "-elected",
)
_PARTICLES = frozenset(fold(one) for key in ("particles", "articles") for one in load("names")[key])


def pieces_of(text: str, start: int, end: int) -> list[Piece]:
    """The words of a span, without a possessive or a full stop at their end."""
    found = []
    for match in _PIECE.finditer(text, start, end):
        first, stop = match.span()
        word = match[0]
        tail = 2 if word.endswith(("’s", "'s")) else 1 if word.endswith(("’", "'")) else 0
        if len(word) - tail >= 2:
            stop -= tail
        while stop > first + 2 and text[stop - 1] in ".,":
            stop -= 1
        found.append((first, stop, fold(text[first:stop])))
    return found


def groups_of(text: str, parts: list[Piece]) -> list[list[Piece]]:
    """A possessive ends a name: "Amnesty International’s Researcher Joe Freeman" is two spans."""
    if len(parts) == 1:
        return [parts]
    groups: list[list[Piece]] = [[]]
    for n, part in enumerate(parts):
        groups[-1].append(part)
        if n + 1 < len(parts) and any(c in "’'" for c in text[part[1] : parts[n + 1][0]].strip('“”"() ')):
            groups.append([])
    return [group for group in groups if group]


@lru_cache(maxsize=1)
def leading() -> frozenset[str]:
    """Single words of titles, offices, roles and kin: no first word of a name unless it is a given name."""
    people = load("people")
    single = [
        word for key in ("titles", "offices", "roles", "kin") for name in people[key] for word in name.split()
    ]
    return frozenset(fold(word) for word in (*single, *people["before_names"], *people["before_several"]))


@lru_cache(maxsize=1)
def trailing() -> frozenset[str]:
    return words("words", "common") | leading()


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return words("people", "titles")


def strip_front(text: str, parts: list[Piece], bodies: frozenset[str]) -> tuple[list[Piece], bool]:
    """Take titles, roles, nationalities, bodies and sentence openers off the front."""
    titled, common = False, words("words", "common")
    heads, given, people = words("organisations", "heads"), given_names(), countries()
    rest = parts
    while rest:
        word, raw = rest[0][2].rstrip("."), text[rest[0][0] : rest[0][1]]
        more = len(rest) > 1
        if more and word in _titles():
            titled, rest = True, rest[1:]
        elif word in leading() and not (word in given and more):
            titled, rest = titled or (more and word not in _merely_before()), rest[1:]
        elif (
            (word in common and not (word in given and more and rest[1][2] not in common))
            or (len(rest) > 1 and word in people and word not in given)
            or (len(rest) > 2 and (word in bodies or (raw.isupper() and len(raw) > 1 and word not in given)))
            or (
                more
                and raw.isupper()
                and len(raw) > 1
                and not text[rest[1][0] : rest[1][1]].isupper()
                and (word in bodies or 2 < len(raw) <= 6)
            )
            or (len(rest) > 2 and word in heads and word not in given and len(rest) < len(parts))
            or (more and word.endswith(_COMPOUNDS))
            or (len(rest) == len(parts) > 1 and _opens_with_a_verb(text, rest[0], given))
        ):
            rest = rest[1:]
        else:
            break
    return rest, titled and bool(rest)


@lru_cache(maxsize=1)
def _merely_before() -> frozenset[str]:
    return words("people", "before_names")


def _opens_with_a_verb(text: str, first: Piece, given: frozenset[str]) -> bool:
    """ "Recalling Ana Belo’s arrest, …": a participle that opens a sentence is no name."""
    word = first[2]
    if len(word) <= 6 or not word.endswith("ing") or word in given:
        return False
    at = first[0]
    while at and text[at - 1] in ' *_“"‘':
        at -= 1
    return not at or text[at - 1] not in "abcdefghijklmnopqrstuvwxyz,;"


def strip_back(text: str, parts: list[Piece]) -> list[Piece]:
    """Take months, openers and roles off the end: "Marie Struthers Director"; "Ana King" keeps her name."""
    common, given = words("words", "common"), given_names()
    rest = parts
    while len(rest) > 1 and rest[-1][2] in trailing() and rest[-1][2] not in given:
        named = len(rest) == 2 and rest[0][2] in given and rest[-1][2] not in common
        if named:
            break
        rest = rest[:-1]
    while rest and rest[-1][2] in _PARTICLES and text[rest[-1][0]].islower() and not _is_patronymic(rest[-1]):
        rest = rest[:-1]
    return rest


def _is_patronymic(piece: Piece) -> bool:
    """ "Rashad Ali oglu": the word for son or daughter ends a name."""
    return piece[2] in (
        "oglu",
        "ogly",
        "ogli",
        "uly",
        "uulu",
        "kyzy",
        "qizi",
        "gizi",
        "kizi",
        "zadeh",
        "zade",
    )
