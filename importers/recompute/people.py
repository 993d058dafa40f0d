"""A person's names, traits, affiliations and recognitions from the accepted proposals about them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from cases import vocab
from cases.models import Affiliation, Person, PersonName, Recognition
from cases.names import fold
from importers.consolidate import best_text
from importers.models import Mention, Proposal
from importers.quoting import quotes_of
from importers.recompute.claims import accepted_claims
from importers.recompute.events import events_told, write_events
from importers.recompute.held import Held, held_of
from importers.recompute.work import UNSUPPORTED, Work, span_of

# Fields of a person that mentions tell, unless a researcher settled them.
TRAITS = ("gender", "country")
TOLD_OF_PERSON = ("occupation", "age")
NOTHING = {"gender": "unknown", "country": ""}
Place = tuple[Mention, int, int]


def recompute_person(person: Person, *, by: str, why: str) -> None:
    """Bring the machine-made part of a person's record up to what the accepted proposals say."""
    recompute_people([person], by=by, why=why)


def recompute_people(
    people: Sequence[Person], *, by: str, why: str, new: Mapping[int, Sequence[Proposal]] | None = None
) -> None:
    """The same for many people, in a fixed number of queries.

    `new` has the accepted proposals about those whom the record did not have before, by key: what the caller
    has in hand is not read again.
    """
    fresh = new or {}
    claims = accepted_claims(people, fresh)
    work = Work(by=by, why=why)
    held = held_of([person for person in people if person.pk not in fresh], work)
    for person in people:
        held.setdefault(person.pk, Held())
    told = {key: events_told(held[key], _of_events(claims.get(key, ()))) for key in held}
    work.name_organisations(pair for mine in claims.values() for p in mine for pair in organisations_told(p))
    work.name_organisations(pair for one in told.values() for pair in one.courts())
    for person in people:
        _describe(work, person, claims.get(person.pk, []), held[person.pk])
        write_events(work, person, held[person.pk], told[person.pk])
    work.write()


def _of_events(proposals: Iterable[Proposal]) -> list[Proposal]:
    return [p for p in proposals if p.kind in vocab.EVENT_KINDS]


def _describe(work: Work, person: Person, proposals: list[Proposal], held: Held) -> None:
    mentions = list({p.mention.pk: p.mention for p in proposals if p.mention}.values())
    _set_traits(work, person, mentions, proposals)
    _set_names(work, person, held.names, mentions, proposals)
    _set_affiliations(work, person, held.affiliations, [p for p in proposals if p.kind == "affiliation"])
    _set_recognitions(work, person, held.recognitions, [p for p in proposals if p.kind == "recognition"])


def organisations_told(proposal: Proposal) -> Iterator[tuple[str, str]]:
    """Name and kind of the organisation that an affiliation or a recognition will be written with."""
    told = affiliated_to(proposal) if proposal.kind == "affiliation" else None
    if proposal.kind == "recognition" and (recogniser := _recogniser(proposal)):
        told = recogniser, "ngo"
    if told:
        yield told


def affiliated_to(proposal: Proposal) -> tuple[str, str] | None:
    """Name and kind of the organisation of an affiliation."""
    values = proposal.answer.get("values", {})
    name = values.get("organisation")
    return (name, values.get("organisation_kind", "other")) if name else None


def _recogniser(proposal: Proposal) -> str:
    """Whom the passage names, else who published it; "" where what is said is no recognition we know."""
    values = proposal.answer.get("values", {})
    known = values.get("recognised_as", "political_prisoner") in vocab.RECOGNITION_STATUSES
    return (values.get("organisation") or proposal.source.publisher) if known else ""


def _set_traits(work: Work, person: Person, mentions: list[Mention], proposals: list[Proposal]) -> None:
    values: dict[str, object] = {trait: _agreed(trait, mentions) for trait in TRAITS}
    told = [p.answer.get("values", {}).get("occupation", "") for p in proposals if p.kind == "occupation"]
    values["occupation"] = best_text(told)[:200]
    values["birth_date"] = born(p for p in proposals if p.kind == "age")
    open_ones = {name: value for name, value in values.items() if name not in person.settled}
    work.put(person, **open_ones, unattended=any(p.unattended for p in proposals))
    _cite_traits(work, person, [p for p in proposals if p.kind in TOLD_OF_PERSON])


def born(ages: Iterable[Proposal]) -> str:
    """The months between which somebody was born who was so many years old when the sources were published.

    EDTF; empty where no source tells an age with a date, or where the ages cannot all be right.
    """
    earliest, latest = date.min, date.max
    for proposal in ages:
        years, source = proposal.answer.get("values", {}).get("age"), proposal.source
        if years and source.published_earliest and source.published_latest:
            earliest = max(earliest, _years_before(source.published_earliest, years + 1) + timedelta(days=1))
            latest = min(latest, _years_before(source.published_latest, years))
    if earliest == date.min or earliest > latest:
        return ""
    return (
        f"{earliest:%Y-%m}/{latest:%Y-%m}"
        if earliest.strftime("%Y-%m") != f"{latest:%Y-%m}"
        else f"{latest:%Y-%m}"
    )


def _years_before(day: date, years: int) -> date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year - years, day=28 if leap else day.day)


def _cite_traits(work: Work, person: Person, proposals: list[Proposal]) -> None:
    """The passages that tell what somebody does and how old they are; those no longer accepted go."""
    wanted = {(p.source_id, p.start, p.end) for p in proposals}
    for citation in work.citations(person):
        if span_of(citation) not in wanted and work.was_proposed(citation, TOLD_OF_PERSON):
            work.drop(citation, "No accepted proposal rests on it any longer.")
    for p in proposals:
        work.cite(p, person)


def _agreed(trait: str, mentions: list[Mention]) -> str:
    """What most mentions say; nothing where two answers are equally frequent."""
    counts = Counter(getattr(m, trait) for m in mentions if getattr(m, trait) not in ("", NOTHING[trait]))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return NOTHING[trait]
    return str(ranked[0][0])


def _set_names(
    work: Work, person: Person, held: list[PersonName], mentions: list[Mention], proposals: list[Proposal]
) -> None:
    spans = _spellings(mentions)
    existing = {name.text: name for name in held}
    openness = "public" if person.visibility == "public" else "internal"
    for text in sorted(spans):
        if text not in existing:
            existing[text] = work.put(PersonName(person=person, text=text, visibility=openness))
        _cite_name(work, existing[text], spans[text], proposals)
    if "primary_name" not in person.settled and spans:
        best = min(spans, key=lambda text: (-len(spans[text]), -len(text.split()), text))
        for name in existing.values():
            work.put(name, is_primary=name is existing[best])


def _spellings(mentions: Iterable[Mention]) -> dict[str, list[Place]]:
    """Every full form of the name, with the first place of it in each document.

    A surname or given name alone is no spelling of its own unless it is written as in no full form.
    """
    found: dict[str, list[Place]] = {}
    for mention in mentions:
        text = mention.document.text
        for start, end in mention.spans:
            places = found.setdefault(" ".join(text[start:end].split()), [])
            if all(place[0].pk != mention.pk for place in places):
                places.append((mention, start, end))
    parts = {fold(part) for form in found if len(form.split()) > 1 for part in form.split()}
    full = {form: places for form, places in found.items() if len(form.split()) > 1}
    alone = {form: places for form, places in found.items() if fold(form) not in parts and form not in full}
    return full or alone


def _cite_name(work: Work, name: PersonName, places: list[Place], proposals: list[Proposal]) -> None:
    """The sentence of each place; one that is cited already is not looked for again."""
    cited = [span_of(citation) for citation in work.citations(name)]
    sources = {(p.document_id, p.source_id): p.source for p in proposals}
    for mention, start, end in places:
        for (document, key), source in sources.items():
            if document == mention.document_id and source.start <= start < source.end:
                if not any(key == at and first <= start < last for at, first, last in cited):
                    quote = quotes_of(mention.document.text).around(start, end)
                    work.cite_span(source, max(quote.start, source.start), min(quote.end, source.end), name)
                break


def _set_affiliations(work: Work, person: Person, held: list[Affiliation], proposals: list[Proposal]) -> None:
    rows = {(row.organisation_id, row.role): row for row in held}
    wanted = set()
    for p in proposals:
        told, values = affiliated_to(p), p.answer.get("values", {})
        if told is None:
            continue
        organisation = work.organisation(*told)
        role = values.get("role") if values.get("role") in vocab.AFFILIATION_ROLES else "member"
        row = rows.get((organisation.pk, role))
        if row is None:
            row = Affiliation(
                person=person, organisation=organisation, role=role, visibility=person.visibility
            )
            row.title = str(values.get("title", ""))[:200]
            rows[organisation.pk, role] = work.put(row)
        wanted.add(id(row))
        work.cite(p, row)
    _drop_unsupported(work, held, wanted)


def _set_recognitions(work: Work, person: Person, held: list[Recognition], proposals: list[Proposal]) -> None:
    rows = {(row.organisation_id, row.recognised_as): row for row in held if row.decision == "recognised"}
    wanted = set()
    for p in proposals:
        if not (recogniser := _recogniser(p)):
            continue
        organisation = work.organisation(recogniser, "ngo")
        recognised_as = p.answer.get("values", {}).get("recognised_as", "political_prisoner")
        row = rows.get((organisation.pk, recognised_as))
        if row is None:
            row = Recognition(person=person, organisation=organisation, recognised_as=recognised_as)
            row.visibility = person.visibility
            rows[organisation.pk, recognised_as] = work.put(row)
        wanted.add(id(row))
        work.cite(p, row)
    _drop_unsupported(work, held, wanted)


def _drop_unsupported(work: Work, rows: Sequence[Affiliation | Recognition], wanted: set[int]) -> None:
    """Take back rows whose only evidence were proposals that are no longer accepted."""
    for row in rows:
        cited = work.citations(row)
        if id(row) not in wanted and cited and all(map(work.was_proposed, cited)):
            work.drop(row, UNSUPPORTED)
