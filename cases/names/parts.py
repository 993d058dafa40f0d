"""A written name cut into parts: brackets, titles, and words that belong together."""

import re
from functools import lru_cache
from typing import NamedTuple

from cases.names import korean
from cases.names.script import fold, words


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HONORIFICS = _listed(
    "dr mr mrs ms miss prof professor sheikh sheik shaykh imam ayatollah sir rev fr sayyid daw"
)
_ARTICLES = _listed("al el ul")
# Small words between the parts of a name; they come and go, and say nothing by themselves.
_PARTICLES = _ARTICLES | _listed(
    "ar as ash ad az at bin ben ibn bint ould ait de la las los del dos da do di du van von der y e i и"
)
# Where one of these stands, Van, La and Do are words of the name itself.
_VIETNAMESE = _listed("nguyen tran le pham huynh hoang phan vu vo dang bui ngo duong truong dinh trinh")
# Burmese names have no family name, and what stands before them says age and respect.
_BURMESE_TITLES = _listed("u ko ma daw maung ashin")
_BURMESE = _listed(
    "aung kyaw htun tun zaw min win thein myint khin nay naing htet thet oo soe tin moe lin zin than thant"
    " swe aye hla hlaing phyo wai yan thida thiri su mya nyein htwe maung hein thura pyae zeya"
)
_CHILD_OF = re.compile(r"o[gğ]h?l[uyı]|[qgk][iıy]z[iıy]|uly|оглы|оглу|угли|[гк]ъ?[ыи]з[ыи]")
_CHILD_SUFFIXES = (
    (re.compile(r"(?<=\w{2})o[gğ]h?l[uyı]$"), "oglu"),
    (re.compile(r"(?<=\w{3})[qgk][iıy]z[iıy]$"), "gizi"),
    (re.compile(r"(?<=\w{2})(?:оглы|углы)$"), "оглу"),
    (re.compile(r"(?<=\w{3})[гк]ъ?[ыи]з[ыи]$"), "гизи"),
)
_ARABIC_ARTICLE = re.compile(r"^ال(?=\w{3})")
_ARABIC_SERVANT = "عبد"
_SERVANT = re.compile(r"abd(?:[aeiou]{1,2}[lrsnzdt]{1,2})?|عبد")
_SERVANT_JOINED = re.compile(r"^abd[aeou]{1,2}l(?=\w{3})")
_FATHER_OF = re.compile(r"ab(?:u|ou|o)")
_FATHER_OF_JOINED = re.compile(r"^ab(?:u|ou)l(?=[bdfghjkmqwy])")
# Most names of two words have none of what this module looks for; one look tells.
_COMPOUND_BEGINS = ("ab", "ال", "عبد")
_CHILD_ENDS = ("lu", "ly", "lı", "li", "лу", "лы", "ли", "zi", "zı", "zy", "зи", "зы")
_BRACKET = re.compile(r"[(\[«“„\"]")
_BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]|«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"")


class Part(NamedTuple):
    """One word of a name."""

    text: str
    optional: bool = False  # in brackets or quotes, or a particle: need not be in the other spelling
    child_of: bool = False  # oglu, qizi: the part before is the father's name
    article: bool = False  # al or el stands before it


def parts_of(name: str) -> list[Part]:
    """The parts of a name in order, lower-case, without titles; what stands in brackets comes last."""
    aside: list[str] = []
    parts = words(name)
    if len(parts) < 3 and not any(map(_may_change, parts)) and not _BRACKET.search(name):
        return [*map(_plain, parts)]
    if parts and korean.may_be(parts) and (one := korean.one_spelling(parts)):
        return [Part(part) for part in one]
    if _BRACKET.search(name):
        aside = [word for found in _BRACKETED.findall(name) for word in words(found)]
        parts = words(_BRACKETED.sub(" ", name))
        if not parts:
            parts, aside = tuple(aside), []
    if not _HONORIFICS.isdisjoint(parts) and sum(part not in _HONORIFICS for part in parts) >= 2:
        parts = tuple(part for part in parts if part not in _HONORIFICS)
    if len(parts) > 2 and parts[0] in _BURMESE_TITLES and len(_BURMESE.intersection(parts[1:])) > 1:
        parts = parts[1:]
    joined = _joined_children(_joined_compounds(parts))
    return [*_with_particles(joined), *(Part(word, optional=True) for word in aside)]


@lru_cache(100_000)
def _may_change(part: str) -> bool:
    return part.startswith(_COMPOUND_BEGINS) or part.endswith(_CHILD_ENDS) or korean.is_family(part)


@lru_cache(100_000)
def _plain(part: str) -> Part:
    return Part(part)


def _joined_compounds(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Abd El Fattah, Abdul Fattah and Abdelfattah as one and the same word; Abu l-Khair likewise."""
    parts = tuple(_ARABIC_ARTICLE.sub("", part) for part in parts)
    out: list[str] = []
    at = 0
    while at < len(parts):
        text, width = parts[at], 1
        alone = _SERVANT.fullmatch(text) or _FATHER_OF.fullmatch(text)
        if alone and at + 1 < len(parts):
            width = 3 if parts[at + 1] in _ARTICLES and at + 2 < len(parts) else 2
            text = _joint(text) + parts[at + width - 1]
        elif text.startswith("ab"):
            text = _FATHER_OF_JOINED.sub("abu", _SERVANT_JOINED.sub("abdel", text))
        out.append(text)
        at += width
    return tuple(out)


def _joint(text: str) -> str:
    """The one spelling of a word that is joined to the next."""
    if text == _ARABIC_SERVANT:
        return _ARABIC_SERVANT + "ال"
    return "abdel" if text.startswith("abd") else "abu"


def _joined_children(parts: tuple[str, ...]) -> list[Part]:
    """Ibad oglu as the family name Ibadoglu where no other is left, else marked; one spelling for both."""
    out: list[Part] = []
    for part in parts:
        if not _CHILD_OF.fullmatch(part):
            out.append(Part(_one_child_suffix(part)))
        elif len(parts) == 3 and len(out) == 2:
            out[-1] = Part(_one_child_suffix(out[-1].text + part))
        else:
            out.append(Part(part, optional=len(parts) > 3, child_of=len(parts) > 3))
    return out


def _one_child_suffix(text: str) -> str:
    for suffix, one in _CHILD_SUFFIXES:
        text = suffix.sub(one, text)
    return text


def is_vietnamese(texts: list[str]) -> bool:
    """Whether one of the words is a family name of Vietnam."""
    return not _VIETNAMESE.isdisjoint(map(fold, texts))


def _with_particles(parts: list[Part]) -> list[Part]:
    """Particles marked as optional, and what follows an article; the last part is never a particle."""
    texts = [part.text for part in parts]
    if len(parts) < 3 or _PARTICLES.isdisjoint(texts) or is_vietnamese(texts):
        return parts
    return [
        part._replace(
            optional=part.optional or (part.text in _PARTICLES and at < len(parts) - 1),
            article=at > 0 and texts[at - 1] in _ARTICLES,
        )
        for at, part in enumerate(parts)
    ]
