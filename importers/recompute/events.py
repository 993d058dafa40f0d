"""A person's machine-made events from the accepted proposals, with their citations and charges."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cases import vocab
from cases.models import Charge, Event, Person, Release, Sentence
from cases.names import fold
from importers.consolidate import DESCRIPTIVE, Accepted, Draft, consolidate
from importers.models import Proposal
from importers.recompute.held import Held
from importers.recompute.work import UNSUPPORTED, Work, span_of

NUMBERS = ("years", "months", "days")
YES_OR_NO = ("life", "death_penalty", "suspended", "in_absentia")


@dataclass(frozen=True, slots=True)
class Told:
    """The events that a person's accepted claims speak of, and the proposals by their key."""

    drafts: list[Draft]
    proposals: dict[int, Proposal]

    def courts(self) -> Iterator[tuple[str, str]]:
        """Name and kind of each court that will be written."""
        for draft in self.drafts:
            court = draft.values.get("court", "")
            if draft.kind == "sentence" and draft.event is None and is_named(court):
                yield court, "court"


def events_told(held: Held, proposals: Iterable[Proposal]) -> Told:
    """What the claims say happened; an event that a researcher edited stands, and claims join it."""
    by_id = {p.pk: p for p in proposals if p.kind not in DESCRIPTIVE}
    claims = {key: as_claim(p) for key, p in by_id.items()}
    fixed = [
        _fixed(event, [claims[key] for key, p in by_id.items() if p.event_id == event.pk])
        for event in held.events
        if event.hand_edited
    ]
    placed = {claim.id for draft in fixed for claim in draft.claims}
    return Told(consolidate([claim for claim in claims.values() if claim.id not in placed], fixed), by_id)


def write_events(work: Work, person: Person, held: Held, told: Told) -> None:
    """Make the person's events what was told; edited events only gain evidence."""
    existing = {event.pk: event for event in held.events}
    kept: set[int] = set()
    for draft in told.drafts:
        event = _event_of(draft, existing, told.proposals, kept)
        event = event or Event(person=person, visibility=person.visibility)
        _write(work, event, draft, [told.proposals[claim.id] for claim in draft.claims])
        kept.add(id(event))
    for event in held.events:
        if id(event) not in kept and not event.hand_edited:
            work.drop(event, UNSUPPORTED)
    _set_charges(work, person, held.charges, told)


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
    free = [existing[key] for key in sorted(key for key in told if key is not None and key in existing)]
    return next((event for event in free if id(event) not in kept and not event.hand_edited), None)


def _write(work: Work, event: Event, draft: Draft, proposals: list[Proposal]) -> None:
    if draft.event is None:
        work.put(
            event,
            kind=draft.kind,
            date=draft.date,
            modality=draft.modality,
            date_basis=draft.date_basis if draft.date else "unknown",
            manner=draft.values.get("manner", "") if draft.kind == "arrest" else "",
            place=str(draft.values.get("place", ""))[:200],
            note=str(draft.values.get("note", "")),
        )
        _write_sentence(work, event, draft.values)
        _write_release(work, event, draft.values)
    for proposal in proposals:
        work.link(proposal, "event", event)
    _cite(work, event, proposals)


def _write_sentence(work: Work, event: Event, values: Mapping[str, Any]) -> None:
    if event.kind != "sentence":
        return
    row = getattr(event, "sentence", None) or Sentence(event=event, visibility=event.visibility)
    told: dict[str, Any] = {key: values.get(key) or None for key in NUMBERS}
    told |= {key: bool(values.get(key)) for key in YES_OR_NO}
    told["regime"] = values.get("regime", "") if values.get("regime") in vocab.REGIMES else ""
    told["judge"] = str(values.get("judge", ""))[:200]
    if is_named(values.get("court", "")):
        told["court"] = work.organisation(values["court"], "court")
    work.put(row, **told)


def is_named(court: str) -> bool:
    """Whether a source names the court: “a court in Tbilisi” may be any of them."""
    return court[:1].isupper()


def _write_release(work: Work, event: Event, values: Mapping[str, Any]) -> None:
    if event.kind != "release":
        return
    row = getattr(event, "release", None) or Release(event=event, visibility=event.visibility)
    manner = values.get("manner", "unclear")
    work.put(
        row,
        manner=manner if manner in vocab.RELEASE_MANNERS else "unclear",
        conditions=",".join(c for c in vocab.RELEASE_CONDITIONS.codes if c in values.get("conditions", [])),
    )


def _cite(work: Work, event: Event, proposals: list[Proposal]) -> None:
    """One citation a proposal; a machine-made citation whose proposal went elsewhere goes with it."""
    wanted = {(p.source_id, p.start, p.end): p for p in proposals}
    for citation in work.citations(event):
        if span_of(citation) not in wanted and work.was_proposed(citation):
            work.drop(citation, "The passage supports another event.")
    for p in wanted.values():  # where two speak in one sentence, the last says whether it hedges
        work.cite(p, event, hedged=p.answer.get("modality") == "reported")


def _set_charges(work: Work, person: Person, held: list[Charge], told: Told) -> None:
    """One row a charge, by article or by wording; it hangs on the event that says most of it."""
    rows = {_charge_key(row.article, row.as_worded): row for row in held}
    wanted: set[str] = set()
    order = {"sentence": 0, "charge": 1}
    for draft in sorted(told.drafts, key=lambda d: (order.get(d.kind, 2), d.date)):
        status = "convicted" if draft.kind == "sentence" else "unknown"
        for claim in draft.claims:
            p = told.proposals[claim.id]
            for article, worded in _charges(claim.values):
                key = _charge_key(article, worded)
                wanted.add(key)
                if key not in rows:
                    row = Charge(person=person, article=article, as_worded=worded, status=status)
                    row.visibility, row.event = person.visibility, p.event
                    rows[key] = work.put(row)
                work.cite(p, rows[key])
    for key, row in rows.items():
        cited = work.citations(row)
        if key not in wanted and cited and all(map(work.was_proposed, cited)):
            work.drop(row, UNSUPPORTED)


def _charges(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    articles = [(str(article)[:40], "") for article in values.get("articles", [])]
    return articles + [("", str(worded)) for worded in values.get("charges", [])]


def _charge_key(article: str, worded: str) -> str:
    return f"article {article}" if article else fold(worded)
