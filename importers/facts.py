"""Rules over one article: people attached to hits, claims made. No database."""

from dataclasses import dataclass, field, replace

import regex

from importers.carried import (
    keep_date,
    keep_told,
    note_counted,
    note_day,
    note_verdict,
    of_one_event,
    remember,
)
from importers.confidence import confidence_of, reasons_of
from importers.crowds import Crowd, listed, note_crowds, of_members
from importers.dating import NOT_NEWS, ORDER, Said, dated
from importers.grammar import Reader
from importers.hits import DESCRIPTION, lines_of
from importers.memory import Memory
from importers.mentions import Person
from importers.modality import is_demand, is_imperative, modality_of
from importers.parties import NOBODY, Patients
from importers.patients import find_patients
from importers.prose.dates import DateFound
from importers.roles import Roles
from importers.rules.base import Context, Hit, Rule, Values
from importers.spans import Claim, Span, Unsettled
from importers.view import View
from importers.when import dates_of_each, imposed_on, pick_date

_RELEASED_ONES = regex.compile(
    (
        r"\b(?:those|the (?:people|prisoners|individuals|men|women|detainees|group))\s+(?:who "
        r"were\s+)?(?:released|freed|pardoned)\b[^.;]*$"
    ),
    regex.I,
)
_INFINITIVE = regex.compile(
    r"(?:to|must|should|immediately|unconditionally|please|and|could|will)?\s*(?:immediately |"
    r"unconditionally |and )*(?:release|free|set free|drop)\b"
)
_ASKING = ("must", "should", "immediately", "please", "unconditionally")
_OF = regex.compile(r"\s+(?:\w+\s+){0,7}?of\s")
_LEAD = regex.compile(r"\b(?:on|in|since|by|early|late|mid|of)\s+$", regex.I)
QUOTE_MAX = 320
TERM = ("years", "months", "days", "life", "death_penalty")
_RESPECTIVELY = regex.compile(r"\brespectively\b", regex.I)
NAME_REACH = 260


@dataclass(slots=True)
class Found:
    """What one article says: claims of each person, and what could not be settled."""

    claims: list[tuple[Person, Claim]] = field(default_factory=list)
    crowds: list[Crowd] = field(default_factory=list)
    unsettled: list[Unsettled] = field(default_factory=list)


def read_article(view: View, genders: dict[int, str]) -> Found:
    """All claims of one article, in the order of the text."""
    found, memory, roles = Found(), Memory(genders), Roles(view)
    for number, line in enumerate(lines_of(view)):
        sentence, mine = line.sentence, line.hits
        memory.now, memory.clues = number, line.clues
        reader = Reader(view, sentence, memory)
        for mention in view.mentions_in(sentence.start, sentence.end):
            memory.described.setdefault(id(mention.person), set()).update(roles.beside(mention))
        found.claims += of_members(reader, found.crowds)
        found.crowds += note_crowds(reader, mine)
        note_verdict(view, sentence, memory, number)
        claimed = _read_sentence(reader, mine, found, number)
        keep_told(memory, claimed, number)
        remember(view, sentence, memory, claimed)
        note_counted(view, sentence, memory, claimed)
        note_day(view, sentence, memory, number)
    found.claims = of_one_event(found.claims, memory, view)
    return found


def _read_sentence(reader: Reader, hits: list[Hit], found: Found, number: int) -> list[Person]:
    claimed: list[Person] = []
    earlier: Hit | None = None
    for hit in (one for one in hits if one.rule.theme == DESCRIPTION):
        _describe_by_rule(reader, hit, found)
    hits = [one for one in hits if one.rule.theme != DESCRIPTION and _is_event(reader, one)]
    for n, hit in enumerate(hits):
        limit = hits[n + 1].pos if n + 1 < len(hits) else reader.sentence.end
        hit.patients = _released_ones(reader, hit, found) or find_patients(reader, hit, earlier, limit)
        territory = Span(earlier.end if earlier else reader.sentence.start, limit)
        ctx = Context(reader, hit, Span(min(territory.start, hit.pos), max(territory.end, hit.end)))
        if len(hit.patients.people) > 1:
            reader.memory.group = hit.patients.people
        people = _claim(ctx, found, number)
        claimed += people
        earlier = hit
    return claimed


def _is_event(reader: Reader, hit: Hit) -> bool:
    """Whether a noun speaks of somebody: "after a trial" divides no sentence, "the release of 123" does."""
    if hit.rule.mode != "noun" or find_patients(reader, hit, None, reader.sentence.end):
        return True
    return bool(_OF.match(reader.masked, hit.end, hit.end + 120))


def _describe_by_rule(reader: Reader, hit: Hit, found: Found) -> None:
    """What somebody does: said of the one named beside the words, and no event of the sentence."""
    patients = find_patients(reader, hit, None, hit.end)
    values = hit.rule.build(Context(reader, hit, Span(hit.pos, hit.end)))
    if not patients or values is None:
        return
    several = hit.rule.mode == "object" and hit.match["v"].lower().endswith("s")
    people = listed(reader.view, hit.end, reader.sentence.end) if several else patients.people[:1]
    hit.patients = replace(patients, people=people or patients.people[:1])
    ctx = Context(reader, hit, Span(hit.pos, hit.end))
    _make(ctx, found, Said(hit.rule.kind, "stated", values, NOT_NEWS))


def _released_ones(reader: Reader, hit: Hit, found: Found) -> Patients:
    """ "Those released were subjected to forced exile": all of whom the article told a release so far."""
    left = reader.masked[reader.sentence.start : hit.pos]
    if hit.rule.kind != "exile" or not _RELEASED_ONES.search(left):
        return NOBODY
    people = tuple(dict.fromkeys(person for person, claim in found.claims if claim.kind == "release"))
    return Patients(people, "the released")


def _claim(ctx: Context, found: Found, number: int) -> list[Person]:
    """Make the claims of one hit; returns those of whom something was claimed."""
    hit, rule = ctx.hit, ctx.hit.rule
    modality = _modality(ctx)
    kind = rule.kind
    if modality == "demanded":
        if not rule.when_demanded:
            return []
        kind, modality = rule.when_demanded, "stated"
        values: Values | None = {"demanded": True}
    elif modality == "possible" or (modality == "planned" and not rule.when_planned):
        return []
    else:
        values = rule.build(ctx)
    if values is None:
        return []
    modality = values.pop("_modality", modality)
    if not hit.patients:
        _date_of_crowd(ctx, Said(kind, modality, values, number))
        _note_unsettled(ctx, found, modality)
        return []
    return _make(ctx, found, Said(kind, modality, values, number))


def _modality(ctx: Context) -> str:
    before = ctx.masked[ctx.territory.start : ctx.hit.pos]
    after = ctx.masked[ctx.hit.end : ctx.hit.end + 60]
    noun = ctx.hit.voice == "noun"
    word = ctx.hit.match["v"].lower()
    clues = ctx.reader.memory.clues
    modality = modality_of(before, after, clues, noun=noun)
    if not ctx.hit.rule.when_demanded or modality not in ("stated", "possible", "planned"):
        return modality
    if noun:
        return "demanded" if word.startswith("immediate") or is_demand(before, clues) else modality
    infinitive = word.startswith("to ") or ctx.hit.voice not in ("passive", "chain")
    if not _INFINITIVE.match(word) or not infinitive:
        return modality
    if word.startswith(_ASKING) or is_demand(before + word, clues) or is_imperative(before):
        return "demanded"
    return "possible"


def _make(ctx: Context, found: Found, said: Said) -> list[Person]:
    """One claim for each person of a hit."""
    hit, values = ctx.hit, said.values
    date = pick_date(ctx) if hit.rule.dated and "_date" not in values else None
    if date is None and values.get("_serving"):
        date = imposed_on(ctx)
    said.kind = values.pop("_kind", said.kind)
    if date is not None and date.future:
        if said.kind in ("trial", "release", "exile"):
            said.modality = "planned"
        else:
            date = None
    edtf, basis = dated(ctx, date, said)
    if date is not None and date.end <= hit.pos and said.modality in ("stated", "reported"):
        ctx.reader.fronted = edtf
    passage = _quote(ctx, date)
    terms = values.pop("_terms", None)
    listed_so = values.pop("_listed", False)
    if terms and not (listed_so or _RESPECTIVELY.search(_words(ctx))):
        terms = None
    _keep_in_mind(ctx, said, edtf)
    reasons = reasons_of(ctx, said.modality, basis, demanded=bool(values.get("demanded")))
    days = dates_of_each(ctx, hit.patients.people) if date is not None else []
    for n, person in enumerate(hit.patients.people):
        mine = dict(values)
        start, end = _with_name(ctx, person, *passage)
        if terms and len(terms) == len(hit.patients.people):
            mine = {key: value for key, value in mine.items() if key not in TERM} | terms[n]
        claim = Claim(
            kind=said.kind,
            date=days[n].edtf if days else edtf,
            date_basis=days[n].basis if days else basis,
            modality=said.modality,
            start=start,
            end=end,
            quote=ctx.view.text[start:end],
            rule=hit.rule.name,
            rule_version=hit.rule.version,
            values=mine,
            confidence=confidence_of(hit.rule.confidence, reasons),
            reasons=reasons,
        )
        found.claims.append((person, claim))
    return list(hit.patients.people)


def _date_of_crowd(ctx: Context, said: Said) -> None:
    """What happened to some who are not named has a day too, for those of them who are named later."""
    date = pick_date(ctx) if ctx.hit.rule.dated else None
    if said.modality not in ("stated", "reported") or (date is not None and date.future):
        return
    edtf, _ = dated(ctx, date, said)
    if edtf:
        ctx.reader.memory.dates[said.kind] = (edtf, said.number)
        keep_date(ctx.reader.memory, said.kind, edtf, said.number)


def _keep_in_mind(ctx: Context, said: Said, edtf: str) -> None:
    """What later words of the sentence or the article may refer to."""
    if edtf and said.modality in ("stated", "reported"):
        ctx.reader.memory.dates[said.kind] = (edtf, ctx.reader.memory.now)
        keep_date(ctx.reader.memory, said.kind, edtf, said.number)
        if said.kind in ORDER:
            ctx.reader.told = (ORDER[said.kind], edtf)


def _words(ctx: Context) -> str:
    return ctx.masked[ctx.reader.sentence.start : ctx.reader.sentence.end]


def _quote(ctx: Context, date: DateFound | None) -> tuple[int, int]:
    """The passage: the event's words with the date and the values that were read."""
    hit = ctx.hit
    start, end = hit.start, hit.end
    if ctx.extra_end:
        start, end = min(start, ctx.extra_start or start), max(end, ctx.extra_end)
    if date is not None:
        lead = _LEAD.search(ctx.view.text[max(0, date.start - 8) : date.start])
        first = date.start - (len(lead[0]) if lead else 0)
        if max(end, date.end) - min(start, first) <= QUOTE_MAX:
            start, end = min(start, first), max(end, date.end)
    text = ctx.view.text
    while start < end and text[start] in " ,;:–—-(":
        start += 1
    while end > start and text[end - 1] in " ,;:–—-(":
        end -= 1
    return start, end


def _with_name(ctx: Context, person: Person, start: int, end: int) -> tuple[int, int]:
    """The passage with the name of the person, where it stands close by in the same sentence."""
    sentence = ctx.reader.sentence
    near = [m for m in ctx.view.mentions_in(sentence.start, sentence.end) if m.person is person]
    if not near or ctx.hit.patients.how == "pronoun":
        return start, end
    best = min(near, key=lambda m: max(start - m.end, m.start - end))
    low, high = min(start, best.start), max(end, best.end)
    return (low, high) if high - low <= NAME_REACH else (start, end)


def _note_unsettled(ctx: Context, found: Found, modality: str) -> None:
    """Keep a passage of a person whom the grammar could not find; crowds are counted elsewhere."""
    if (
        modality in ("denied", "possible")
        or ctx.hit.patients.how in ("crowd",)
        or ctx.hit.rule.mode == "noun"
    ):
        return
    sentence = ctx.reader.sentence
    if "\ue000" in ctx.masked[sentence.start : sentence.end] or ctx.hit.patients.how:
        quote = ctx.view.text[sentence.start : sentence.end]
        found.unsettled.append(
            Unsettled(
                sentence.start,
                sentence.end,
                quote,
                f"{ctx.hit.rule.name}: nobody could be found to whom this happened",
            )
        )


__all__ = ["Found", "Rule", "read_article"]
