"""Whom "he", "she" or "they" means within a sentence: who is named before it, and in what part.

Somebody named plainly is meant before all others, then whose lawyer or family speaks ("P’s lawyer said he was
beaten"). Who speaks is meant only where nobody else is spoken of, or where the words report it of themselves
("P told reporters that he had been detained"); who acts for others is not meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from importers.lexicons import kin_pattern
from importers.memory import Memory
from importers.mentions import Person
from importers.spans import Span
from importers.view import Mention, View

_POSSESSIVE = regex.compile(r"[’'](?:s\b)?(?!\w)")
_OWNS = regex.compile(rf"[’']s?\s+(?:(?!and\b)[\w-]+\s+){{0,3}}?{kin_pattern()}\b", regex.I)
_REPORTED = regex.compile(
    r"\b(said|says|told\b[^,.;]{1,60}?|claim(?:ed|s)|added|alleged|wrote|recalled|revealed|confirmed)"
    r"(?:\s+that)?\s+$",
    regex.I,
)
_OF_ONESELF = ("claim", "alleged", "recalled", "revealed")  # one says of others, and claims of oneself
_POLITICIAN = regex.compile(
    r"(?r)\b(?:leaders?|ministers?|presidents?|chair\w*|MPs?|lawmakers?|legislators?|politicians?|candidates?|"
    r"mayors?|deput(?:y|ies)|members?|heads?|editors?)\s+$",
    regex.I,
)
PRONOUN, OWN_WORDS = "pronoun", "own words"
People = tuple[Person, ...]


@dataclass(slots=True)
class Named:
    """Those whom a sentence names before a pronoun, by the part they have in it, latest last."""

    plain: list[Person] = field(default_factory=list)
    owners: list[Person] = field(default_factory=list)  # "P’s lawyer", "P’s wife"
    speakers: list[Person] = field(default_factory=list)
    politicians: list[Person] = field(default_factory=list)  # who speaks for a party and may be held as well


def named_before(view: View, sentence: Span, at: int) -> Named:
    """Those named in a sentence before `at`."""
    named = Named()
    for mention in view.mentions_in(sentence.start, at):
        if _POSSESSIVE.match(view.masked, mention.end):
            if _OWNS.match(view.masked, mention.end):
                named.owners.append(mention.person)
        elif (place := _place_of(view, mention, named)) is not None:
            place.append(mention.person)
    return named


def _place_of(view: View, mention: Mention, named: Named) -> list[Person] | None:
    if view.is_kin(mention):
        return None
    if view.is_bystander(mention):
        before = view.masked[max(0, mention.start - 30) : mention.start]
        return named.politicians if _POLITICIAN.search(before) and not mention.person.office else None
    return named.speakers if view.is_speaker(mention) else named.plain


def of_pronoun(view: View, memory: Memory, sentence: Span, at: int, word: str) -> tuple[People, str]:
    """Whom a pronoun that stands at `at` means, nobody where none fits, and how they were found."""
    named = named_before(view, sentence, at)
    if word.lower() not in ("he", "she", "him", "her", "his", "hers"):
        return memory.pronoun(word, [*named.plain, *named.speakers]), PRONOUN
    report = _REPORTED.search(view.masked[max(sentence.start, at - 90) : at])
    if report and report[1].lower().startswith(_OF_ONESELF):
        named.plain += named.speakers
    nearer = (
        memory.fitting(word, [*reversed(named.plain), *reversed(named.owners)])
        or memory.fitting(word, _spoken_of(memory, named.speakers))
        or memory.fitting(word, list(reversed(named.speakers)))
    )
    if not nearer and report and (own := memory.fitting(word, named.politicians)):
        return own, OWN_WORDS
    return nearer or memory.pronoun(word), PRONOUN


def _spoken_of(memory: Memory, speakers: Sequence[Person]) -> list[Person]:
    """Before a speaker of whom nothing was told comes the one of whom the article tells."""
    told = [person for person in memory.topic if person in memory.claimed]
    return told if len(told) == 1 and not any(one in memory.claimed for one in speakers) else []
