"""A written name cut into parts: brackets, titles, and words that belong together."""

import re
from dataclasses import dataclass

from cases.names.script import words

_HONORIFICS = frozenset(
    [
        "dr",
        "mr",
        "mrs",
        "ms",
        "miss",
        "prof",
        "professor",
        "sheikh",
        "sheik",
        "shaykh",
        "imam",
        "ayatollah",
        "sir",
        "rev",
        "fr",
        "sayyid",
    ]
)
# Small words between the parts of a name; they come and go, and say nothing by themselves.
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "ar",
        "as",
        "ash",
        "ad",
        "az",
        "at",
        "bin",
        "ben",
        "ibn",
        "bint",
        "ould",
        "ait",
        "de",
        "la",
        "las",
        "los",
        "del",
        "dos",
        "da",
        "do",
        "di",
        "du",
        "van",
        "von",
        "der",
        "y",
        "e",
        "i",
        "и",
        "й",
    ]
)
_CHILD_OF = re.compile(r"o[gğ]h?l[uyı]|[qgk][iıy]z[iıy]|uly|оглы|оглу|угли|[гк]ъ?[ыи]з[ыи]")
_CHILD_SUFFIXES = (
    (re.compile(r"(?<=\w{2})o[gğ]h?l[uyı]$"), "oglu"),
    (re.compile(r"(?<=\w{3})[qgk][iıy]z[iıy]$"), "gizi"),
    (re.compile(r"(?<=\w{2})(?:оглы|углы)$"), "оглу"),
    (re.compile(r"(?<=\w{3})[гк]ъ?[ыи]з[ыи]$"), "гызы"),
)
_SERVANT_ALONE = re.compile(r"abd(?:[aeiou]{1,2}[lrsnzdt]{1,2})?")
_SERVANT_JOINED = re.compile(r"^abd[aeou]{1,2}l(?=\w{3})")
_BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]|«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Part:
    text: str
    optional: bool = False  # in brackets or quotes, or a particle: need not be in the other spelling
    child_of: bool = False  # oglu, qizi: the part before is the father's name


def parts_of(name: str) -> list[Part]:
    """The parts of a name in order, lower-case, without titles."""
    parts = [Part(word) for word in words(_BRACKETED.sub(" ", name))]
    aside = [Part(word, optional=True) for found in _BRACKETED.findall(name) for word in words(found)]
    if not parts:
        parts, aside = [Part(part.text) for part in aside], []
    if sum(part.text not in _HONORIFICS for part in parts) >= 2:
        parts = [part for part in parts if part.text not in _HONORIFICS]
    joined = _joined_children(_joined_servants(parts))
    return [_with_particles(part, len(joined)) for part in joined] + aside


def _with_particles(part: Part, count: int) -> Part:
    return Part(part.text, True) if count > 2 and part.text in _PARTICLES else part


def _joined_servants(parts: list[Part]) -> list[Part]:
    """ "Abd El Fattah", "Abdul Fattah" and "Abdelfattah" as one and the same word."""
    out: list[Part] = []
    at = 0
    while at < len(parts):
        text, width = parts[at].text, 1
        if text.startswith("abd"):
            if _SERVANT_ALONE.fullmatch(text) and at + 1 < len(parts):
                width = 3 if parts[at + 1].text in {"al", "el", "ul"} and at + 2 < len(parts) else 2
                text = "abdel" + parts[at + width - 1].text
            else:
                text = _SERVANT_JOINED.sub("abdel", text)
        out.append(Part(text))
        at += width
    return out


def _joined_children(parts: list[Part]) -> list[Part]:
    """Ibad oglu as the family name Ibadoglu where no other is left, else marked; one spelling for both."""
    out: list[Part] = []
    for part in parts:
        if not _CHILD_OF.fullmatch(part.text):
            out.append(Part(_one_child_suffix(part.text)))
        elif len(parts) == 3 and len(out) == 2:
            out[-1] = Part(_one_child_suffix(out[-1].text + part.text))
        else:
            out.append(Part(part.text, optional=len(parts) > 3, child_of=len(parts) > 3))
    return out


def _one_child_suffix(text: str) -> str:
    for suffix, one in _CHILD_SUFFIXES:
        text = suffix.sub(one, text)
    return text
