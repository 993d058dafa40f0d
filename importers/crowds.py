"""What is told of a group before its members are named: "six activists … their trial on 15 December.
Three of the activists, P, P and P …".

Only "their" with a plural role before it in the sentence makes a group, and only a partitive over the same
role ("three of the activists", "two of them") names its members. What is said of them so is less sure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from importers.clues import Clue
from importers.grammar import Reader
from importers.lexicons import role_pattern
from importers.mentions import Person
from importers.modality import modality_of
from importers.patients import find_patients
from importers.rules.base import Context, Hit
from importers.spans import Claim
from importers.view import P, View
from importers.when import pick_date

_COLLECTIVE = r"staff|workers|people|men|women|members"
_GROUP = regex.compile(rf"\b(?:{_COLLECTIVE}|{role_pattern()}s?)\b", regex.I)
_THEIR = regex.compile(r"\btheir\s+$", regex.I)
_MEMBERS = Clue(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|some|several|many|most|all|both)\s+of\s+"
    rf"(?P<whom>them|(?:the|these|those)\b[^.;:\ue000]{{0,80}}?)(?:\s*[:–—]\s*|,\s+(?:including\s+)?|\s+)(?={P})",
)
_COMMA_AND = regex.compile(r"[\s,]*+(?:and|&)?\s*+")
LESS_SURE = 0.8


@dataclass(frozen=True, slots=True)
class Crowd:
    """A claim about people who are not named yet, and the words that they were called by."""

    claim: Claim
    called: frozenset[str]


def note_crowds(reader: Reader, hits: Sequence[Hit]) -> list[Crowd]:
    """What a sentence tells of people whom it calls "they" and does not name."""
    found = []
    for hit in (one for one in hits if one.rule.mode == "noun"):
        before = reader.masked[reader.sentence.start : hit.pos]
        if not _THEIR.search(before):
            continue
        called = frozenset(word.lower() for word in _GROUP.findall(before) if _is_plural(word))
        if not called or find_patients(reader, hit, None, reader.sentence.end):
            continue
        claim = _claim(Context(reader, hit, reader.sentence), before)
        found += [Crowd(claim, called)] if claim else []
    return found


def _claim(ctx: Context, before: str) -> Claim | None:
    """The dated claim of a noun: "their trial on 15 December"."""
    hit, date, values = ctx.hit, pick_date(ctx), ctx.hit.rule.build(ctx)
    if values is None or date is None:
        return None
    modality = (
        "planned" if date.future else modality_of(before, ctx.after(60), ctx.reader.memory.clues, noun=True)
    )
    if modality not in ("stated", "reported", "planned"):
        return None
    start, end = min(hit.pos, date.start), max(hit.end, date.end)
    return Claim(
        kind=hit.rule.kind,
        date=date.edtf,
        date_basis=date.basis,
        modality=modality,
        start=start,
        end=end,
        quote=ctx.view.text[start:end],
        rule=hit.rule.name,
        rule_version=hit.rule.version,
        values=values,
        confidence=hit.rule.confidence,
    )


def _is_plural(word: str) -> bool:
    return word.lower().endswith("s") or word.lower() in _COLLECTIVE.split("|")


def members(reader: Reader) -> tuple[tuple[Person, ...], frozenset[str]]:
    """Those whom a sentence names as part of a group spoken of, and what it calls the group."""
    sentence = reader.sentence
    match = _MEMBERS.search(reader.memory.clues, reader.masked, sentence.start, sentence.end)
    if not match:
        return (), frozenset()
    called = frozenset(word.lower() for word in _GROUP.findall(match["whom"]))
    return listed(reader.view, match.end(), sentence.end), called | (
        {"them"} if match["whom"].lower() == "them" else set()
    )


def listed(view: View, start: int, end: int) -> tuple[Person, ...]:
    """The people of a plain list that begins at `start`: "P, P and P", with no word between them."""
    people, at = [], start
    for mention in view.mentions_in(start, end):
        if not _COMMA_AND.fullmatch(view.masked, at, mention.start):
            break
        people.append(mention.person)
        at = mention.end
    return tuple(dict.fromkeys(people))


def of_members(reader: Reader, crowds: list[Crowd]) -> list[tuple[Person, Claim]]:
    """What was told of the group, as claims about those of it who are named now."""
    people, called = members(reader)
    fitting = [one.claim for one in crowds if "them" in called or one.called & called]
    return [
        (
            person,
            replace(claim, confidence=claim.confidence * LESS_SURE, reasons=("named as one of the group",)),
        )
        for person in people
        for claim in fitting
    ]
