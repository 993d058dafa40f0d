"""A person's machine-made events from the accepted proposals, with their citations and charges."""

from collections.abc import Mapping
from typing import Any

from cases import record, vocab
from cases.models import Charge, Citation, Event, Person, Release, Sentence
from cases.names import fold
from importers.consolidate import DESCRIPTIVE, Accepted, Draft, consolidate
from importers.models import Proposal

NUMBERS = ("years", "months", "days")
YES_OR_NO = ("life", "death_penalty", "suspended", "in_absentia")


def recompute_events(person: Person, proposals: list[Proposal], *, by: str, why: str) -> None:
    """Make the person's events what the accepted claims say; edited events only gain evidence."""
    mine = [p for p in proposals if p.kind not in DESCRIPTIVE]
    claims = {p.pk: as_claim(p) for p in mine}
    by_id = {p.pk: p for p in mine}
    existing = {event.pk: event for event in person.events.select_related("sentence", "release")}
    fixed = [
        _fixed(event, [claims[p.pk] for p in mine if p.event_id == event.pk])
        for event in existing.values()
        if event.hand_edited
    ]
    placed = {claim.id for draft in fixed for claim in draft.claims}
    drafts = consolidate([claim for claim in claims.values() if claim.id not in placed], fixed)
    kept: set[int] = set()
    for draft in drafts:
        event = _event_of(draft, existing, by_id, kept) or Event(person=person, visibility=person.visibility)
        _write(event, draft, [by_id[claim.id] for claim in draft.claims], by=by, why=why)
        kept.add(event.pk)
    for event in existing.values():
        if event.pk not in kept and not event.hand_edited:
            record.delete(event, by=by, why="No accepted proposal supports it any longer.")
    _set_charges(person, drafts, by_id, by=by, why=why)


def as_claim(proposal: Proposal) -> Accepted:
    """A proposal as consolidation reads it: the reviewer's answer where there is one."""
    answer, source = proposal.answer, proposal.source
    kind, date, basis = (
        answer.get("kind", proposal.kind),
        answer.get("date") or "",
        answer.get("date_basis") or "",
    )
    if not date and source.published and vocab.EVENT_KINDS[kind].effect is vocab.Effect.CONFIRMS:
        # That somebody is held is said of the day on which it is said.
        date, basis = source.published, "inferred"
    return Accepted(
        id=proposal.pk,
        kind=kind,
        date=date,
        date_basis=basis,
        modality=answer.get("modality") or "stated",
        values=answer.get("values", {}),
        document=proposal.document_id,
        order=(source.published, source.document.sha256, proposal.start),
    )


def _fixed(event: Event, claims: list[Accepted]) -> Draft:
    values: dict[str, Any] = {}
    if hasattr(event, "sentence"):
        values = {key: getattr(event.sentence, key) for key in (*NUMBERS, *YES_OR_NO)}
    return Draft(event.kind, event.date, event.date_basis, event.modality, values, claims, event.pk)


def _event_of(
    draft: Draft, existing: Mapping[int, Event], proposals: Mapping[int, Proposal], kept: set[int]
) -> Event | None:
    """The row that already stands for these claims, so that an event keeps its public id."""
    if draft.event is not None:
        return existing[draft.event]
    told = {proposals[claim.id].event_id for claim in draft.claims}
    ids = sorted(
        event
        for event in told
        if event is not None and event in existing and event not in kept and not existing[event].hand_edited
    )
    return existing[ids[0]] if ids else None


def _write(event: Event, draft: Draft, proposals: list[Proposal], *, by: str, why: str) -> None:
    if draft.event is None:
        event.kind, event.date, event.modality = draft.kind, draft.date, draft.modality
        event.date_basis = draft.date_basis if draft.date else "unknown"
        event.manner = draft.values.get("manner", "") if draft.kind == "arrest" else ""
        event.place = str(draft.values.get("place", ""))[:200]
        event.note = str(draft.values.get("note", ""))
        record.save(event, by=by, why=why)
        _write_sentence(event, draft.values, by=by, why=why)
        _write_release(event, draft.values, by=by, why=why)
    for proposal in proposals:
        if proposal.event_id != event.pk:
            proposal.event = event
            proposal.save(update_fields=["event"])
    _cite(event, proposals, by=by, why=why)


def _write_sentence(event: Event, values: Mapping[str, Any], *, by: str, why: str) -> None:
    if event.kind != "sentence":
        return
    row = getattr(event, "sentence", None) or Sentence(event=event, visibility=event.visibility)
    for key in NUMBERS:
        setattr(row, key, values.get(key) or None)
    for key in YES_OR_NO:
        setattr(row, key, bool(values.get(key)))
    row.regime = values.get("regime", "") if values.get("regime") in vocab.REGIMES else ""
    row.judge = str(values.get("judge", ""))[:200]
    if is_named(values.get("court", "")):
        row.court = record.organisation(values["court"], kind="court", visibility="public", by=by, why=why)
    record.save(row, by=by, why=why)


def is_named(court: str) -> bool:
    """Whether a source names the court: “a court in Tbilisi” may be any of them."""
    return court[:1].isupper()


def _write_release(event: Event, values: Mapping[str, Any], *, by: str, why: str) -> None:
    if event.kind != "release":
        return
    row = getattr(event, "release", None) or Release(event=event, visibility=event.visibility)
    row.manner = (
        values.get("manner", "unclear") if values.get("manner") in vocab.RELEASE_MANNERS else "unclear"
    )
    row.conditions = ",".join(c for c in vocab.RELEASE_CONDITIONS.codes if c in values.get("conditions", []))
    record.save(row, by=by, why=why)


def _cite(event: Event, proposals: list[Proposal], *, by: str, why: str) -> None:
    """One citation a proposal; a machine-made citation whose proposal went elsewhere goes with it."""
    wanted = {(p.source_id, p.start, p.end) for p in proposals}
    for citation in event.citations.all():
        span = (citation.source_id, citation.start, citation.end)
        if span not in wanted and _was_proposed(citation):
            record.delete(citation, by=by, why="The passage supports another event.")
    hedged = {(p.source_id, p.start, p.end): p.answer.get("modality") == "reported" for p in proposals}
    for p in proposals:
        openness = p.source.visibility
        citation = record.cite(p.source, p.start, p.end, target=event, visibility=openness, by=by, why=why)
        citation.hedged = hedged[p.source_id, p.start, p.end]
        record.save(citation, by=by, why=why)


def _was_proposed(citation: Citation) -> bool:
    return Proposal.objects.filter(
        source=citation.source_id, start=citation.start, end=citation.end, subject="person"
    ).exists()


def _set_charges(
    person: Person, drafts: list[Draft], proposals: Mapping[int, Proposal], *, by: str, why: str
) -> None:
    """One row a charge, by article or by wording; it hangs on the event that says most of it."""
    rows = {_charge_key(row.article, row.as_worded): row for row in person.charges.all()}
    wanted: set[str] = set()
    order = {"sentence": 0, "charge": 1}
    for draft in sorted(drafts, key=lambda d: (order.get(d.kind, 2), d.date)):
        for claim in draft.claims:
            for article, worded in _charges(claim.values):
                key = _charge_key(article, worded)
                row = rows.get(key)
                if row is None:
                    status = "convicted" if draft.kind == "sentence" else "unknown"
                    row = Charge(person=person, article=article, as_worded=worded, status=status)
                    row.visibility, row.event = person.visibility, proposals[claim.id].event
                    record.save(row, by=by, why=why)
                    rows[key] = row
                wanted.add(key)
                p = proposals[claim.id]
                record.cite(
                    p.source, p.start, p.end, target=row, visibility=p.source.visibility, by=by, why=why
                )
    for key, row in rows.items():
        if key not in wanted and row.citations.exists() and all(map(_was_proposed, row.citations.all())):
            record.delete(row, by=by, why="No accepted proposal supports it any longer.")


def _charges(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    articles = [(str(article)[:40], "") for article in values.get("articles", [])]
    return articles + [("", str(worded)) for worded in values.get("charges", [])]


def _charge_key(article: str, worded: str) -> str:
    return f"article {article}" if article else fold(worded)
