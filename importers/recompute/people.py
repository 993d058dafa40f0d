"""A person's names, traits, affiliations and recognitions from the accepted proposals about them."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from cases import record, vocab
from cases.models import Affiliation, Citation, Person, PersonName, Recognition
from cases.names import fold
from importers.consolidate import best_text
from importers.models import Mention, Proposal
from importers.quoting import quotes_of
from importers.recompute.events import recompute_events

# Fields of a person that mentions tell, unless a researcher settled them.
TRAITS = ("gender", "country")
TOLD_OF_PERSON = ("occupation", "age")
NOTHING = {"gender": "unknown", "country": ""}


def recompute_person(person: Person, *, by: str, why: str) -> None:
    """Bring the machine-made part of a person's record up to what the accepted proposals say."""
    proposals = list(
        Proposal.objects.filter(mention__person=person, state="accepted")
        .select_related("source__document", "mention", "event")
        .order_by("document__sha256", "start", "pk")
    )
    mentions = list({p.mention.pk: p.mention for p in proposals if p.mention}.values())
    _set_traits(person, mentions, proposals, by=by, why=why)
    _set_names(person, mentions, proposals, by=by, why=why)
    _set_affiliations(person, [p for p in proposals if p.kind == "affiliation"], by=by, why=why)
    _set_recognitions(person, [p for p in proposals if p.kind == "recognition"], by=by, why=why)
    recompute_events(person, [p for p in proposals if p.kind in vocab.EVENT_KINDS], by=by, why=why)


def _set_traits(
    person: Person, mentions: list[Mention], proposals: list[Proposal], *, by: str, why: str
) -> None:
    for trait in TRAITS:
        if trait not in person.settled:
            setattr(person, trait, _agreed(trait, mentions))
    if "occupation" not in person.settled:
        told = [p.answer.get("values", {}).get("occupation", "") for p in proposals if p.kind == "occupation"]
        person.occupation = best_text(told)[:200]
    if "birth_date" not in person.settled:
        person.birth_date = born([p for p in proposals if p.kind == "age"])
    person.unattended = any(p.unattended for p in proposals)
    record.save(person, by=by, why=why)
    _cite_traits(person, [p for p in proposals if p.kind in TOLD_OF_PERSON], by=by, why=why)


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


def _cite_traits(person: Person, proposals: list[Proposal], *, by: str, why: str) -> None:
    """The passages that tell what somebody does and how old they are; those no longer accepted go."""
    wanted = {(p.source_id, p.start, p.end) for p in proposals}
    for citation in person.citations.all():
        proposed = Proposal.objects.filter(
            source=citation.source_id, start=citation.start, end=citation.end, kind__in=TOLD_OF_PERSON
        )
        if (citation.source_id, citation.start, citation.end) not in wanted and proposed.exists():
            record.delete(citation, by=by, why="No accepted proposal rests on it any longer.")
    for p in proposals:
        record.cite(p.source, p.start, p.end, target=person, visibility=p.source.visibility, by=by, why=why)


def _agreed(trait: str, mentions: list[Mention]) -> str:
    """What most mentions say; nothing where two answers are equally frequent."""
    counts = Counter(getattr(m, trait) for m in mentions if getattr(m, trait) not in ("", NOTHING[trait]))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return NOTHING[trait]
    return str(ranked[0][0])


def _set_names(
    person: Person, mentions: list[Mention], proposals: list[Proposal], *, by: str, why: str
) -> None:
    spans = _spellings(mentions)
    existing = {name.text: name for name in person.names.all()}
    openness = "public" if person.visibility == "public" else "internal"
    for text in sorted(spans):
        if text not in existing:
            existing[text] = record.add_name(person, text, visibility=openness, by=by, why=why)
        _cite_name(existing[text], spans[text], proposals, by=by, why=why)
    if "primary_name" not in person.settled and spans:
        best = min(spans, key=lambda text: (-len(spans[text]), -len(text.split()), text))
        if not existing[best].is_primary:
            record.set_primary_name(existing[best], by=by, why=why)


def _spellings(mentions: Iterable[Mention]) -> dict[str, list[tuple[Mention, int, int]]]:
    """Every full form of the name, with the first place of it in each document.

    A surname or given name alone is no spelling of its own unless it is written as in no full form.
    """
    found: dict[str, list[tuple[Mention, int, int]]] = {}
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


def _cite_name(
    name: PersonName,
    places: list[tuple[Mention, int, int]],
    proposals: list[Proposal],
    *,
    by: str,
    why: str,
) -> None:
    for mention, start, end in places:
        source = next(
            (
                p.source
                for p in proposals
                if p.document_id == mention.document_id and p.source.start <= start < p.source.end
            ),
            None,
        )
        if source is not None:
            quote = quotes_of(mention.document.text).around(start, end)
            first, last = max(quote.start, source.start), min(quote.end, source.end)
            record.cite(source, first, last, target=name, visibility=source.visibility, by=by, why=why)


def _set_affiliations(person: Person, proposals: list[Proposal], *, by: str, why: str) -> None:
    wanted: set[int] = set()
    for proposal in proposals:
        values = proposal.answer.get("values", {})
        if not values.get("organisation"):
            continue
        organisation = record.organisation(
            values["organisation"],
            kind=values.get("organisation_kind", "other"),
            visibility="public",
            by=by,
            why=why,
        )
        role = values.get("role") if values.get("role") in vocab.AFFILIATION_ROLES else "member"
        row = person.affiliations.filter(organisation=organisation, role=role).first()
        if row is None:
            row = Affiliation(
                person=person, organisation=organisation, role=role, visibility=person.visibility
            )
            row.title = str(values.get("title", ""))[:200]
            record.save(row, by=by, why=why)
        wanted.add(row.pk)
        _cite(proposal, row, by=by, why=why)
    _drop_unsupported(person.affiliations.all(), wanted, by=by)


def _set_recognitions(person: Person, proposals: list[Proposal], *, by: str, why: str) -> None:
    wanted: set[int] = set()
    for proposal in proposals:
        values = proposal.answer.get("values", {})
        recogniser = values.get("organisation") or proposal.source.publisher
        recognised_as = values.get("recognised_as", "political_prisoner")
        if not recogniser or recognised_as not in vocab.RECOGNITION_STATUSES:
            continue
        organisation = record.organisation(recogniser, kind="ngo", visibility="public", by=by, why=why)
        row = person.recognitions.filter(
            organisation=organisation, recognised_as=recognised_as, decision="recognised"
        ).first()
        if row is None:
            row = Recognition(person=person, organisation=organisation, recognised_as=recognised_as)
            row.visibility = person.visibility
            record.save(row, by=by, why=why)
        wanted.add(row.pk)
        _cite(proposal, row, by=by, why=why)
    _drop_unsupported(person.recognitions.all(), wanted, by=by)


def _cite(proposal: Proposal, target: Affiliation | Recognition, *, by: str, why: str) -> Citation:
    source = proposal.source
    return record.cite(
        source, proposal.start, proposal.end, target=target, visibility=source.visibility, by=by, why=why
    )


def _drop_unsupported(rows: Iterable[Affiliation | Recognition], wanted: set[int], *, by: str) -> None:
    """Take back rows whose only evidence were proposals that are no longer accepted."""
    for row in rows:
        cited = [(c.source.document_id, c.start, c.end) for c in row.citations.select_related("source")]
        if row.pk in wanted or not cited:
            continue
        proposed = Proposal.objects.filter(document__in={document for document, _, _ in cited})
        spans = set(proposed.values_list("document_id", "start", "end"))
        if all(span in spans for span in cited):
            record.delete(row, by=by, why="No accepted proposal supports it any longer.")
