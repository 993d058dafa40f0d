"""One document through all steps: inserted, updated or unchanged.

Each document is one transaction. A run that is killed leaves whole documents behind and nothing half
done; running it again does the rest.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.db import transaction
from django.utils import timezone

from cases import record
from cases.models import Document, Source
from importers import extract
from importers.accept import accept
from importers.matching import as_rows, resolve
from importers.models import Mention, Proposal
from importers.models import Reading as ReadingRow
from importers.quoting import Quotes, quotes_of
from importers.read import Reading
from importers.rules import rules_version
from importers.spans import Article, Claim, Extraction, FigureFound, GroupEvent, PersonFound


@dataclass(slots=True)
class Outcome:
    """What an import did with one document."""

    path: str
    sha256: str = ""
    outcome: str = "unchanged"  # inserted, updated, unchanged, refused
    error: str = ""
    people: int = 0
    facts: int = 0
    incidents: int = 0
    figures: int = 0
    accepted: int = 0
    notes: list[str] = field(default_factory=list)  # what reading changed or left out
    left: list[str] = field(default_factory=list)  # what a researcher must settle, a sentence each
    persons: set[str] = field(default_factory=set)  # public ids

    def as_json(self) -> dict[str, Any]:
        """The outcome for machines."""
        return {**asdict(self), "persons": sorted(self.persons)}


@transaction.atomic
def import_reading(
    reading: Reading, *, by: str, accept_all: bool = False, visibility: str = "public"
) -> Outcome:
    """Store a document, propose what the rules find in it, and (if asked) accept what is no question."""
    outcome = Outcome(path=reading.path, sha256=reading.sha256, notes=list(reading.notes))
    document = Document.objects.filter(sha256=reading.sha256).first()
    known = ReadingRow.objects.filter(document=document).first() if document else None
    if known is None or known.rules_version != rules_version():
        outcome.outcome = "updated" if known else "inserted"
        document = document or _store(reading)
        # The text was fixed when the document was first read, whatever today's reader makes of its bytes.
        reading = replace(reading, text=document.text, text_sha256=document.text_sha256)
        _propose(document, reading, visibility, by=by)
    assert document is not None
    _count(document, outcome)
    if accept_all:
        _accept_open(document, outcome, by=by)
    outcome.left += document.reading.unsettled_sentences()
    return outcome


def _store(reading: Reading) -> Document:
    document = Document(
        sha256=reading.sha256,
        text_sha256=reading.text_sha256,
        filename=reading.name,
        media_type=reading.media_type,
        encoding=reading.encoding,
        language=reading.language,
        url=reading.url,
        retrieved_at=reading.retrieved_at or timezone.now(),
        headers=dict(reading.headers),
        notes=list(reading.notes),
        original=reading.data,
        text=reading.text,
    )
    document.save(force_insert=True)
    return document


def _propose(document: Document, reading: Reading, visibility: str, *, by: str) -> None:
    found = extract.extract(reading)
    sources = _sources(document, found.articles, visibility, by=by)
    mentions = {person.name: _mention(document, person) for person in found.people}
    proposals = [*_about_people(found, mentions), *_about_groups(found)]
    _save_proposals(document, sources, proposals)
    ReadingRow.objects.update_or_create(
        document=document,
        defaults={"rules_version": rules_version(), "unsettled": [asdict(one) for one in found.unsettled]},
    )


def _sources(document: Document, articles: Iterable[Article], visibility: str, *, by: str) -> list[Source]:
    existing = {source.start: source for source in document.sources.all()}
    rows: list[Source] = []
    for article in articles:
        row = existing.get(article.start) or Source(
            document=document, start=article.start, visibility=visibility
        )
        row.end, row.title = article.end, title_of(article, document.text)[:500]
        row.publisher, row.language = article.publisher[:200], article.language
        row.published, row.published_basis = article.published, article.published_basis
        row.url = document.url
        row.repeats = rows[article.repeats] if article.repeats is not None else None
        record.save(row, by=by, why="Import")
        rows.append(row)
    return rows


def title_of(article: Article, text: str) -> str:
    """The article's title; the first words of one that has none."""
    if article.title:
        return article.title
    words = " ".join(text[article.start : article.end].split())
    return words if len(words) <= 80 else words[:80].rsplit(" ", 1)[0] + " …"


def _mention(document: Document, person: PersonFound) -> Mention:
    """The row of a mention; one that a researcher settled keeps its decision."""
    row = Mention.objects.filter(document=document, name=person.name).first()
    row = row or Mention(document=document, name=person.name)
    row.also, row.spans = list(person.also), [[span.start, span.end] for span in person.mentions]
    row.gender, row.country = person.gender or "unknown", person.country
    row.confidence, row.reasons = person.confidence, list(person.reasons)
    if row.person is None and not row.decided_by:
        decision = resolve(row)
        row.match, row.candidates = decision.action, as_rows(decision)
    row.save()
    return row


Pending = tuple[str, Mention | None, Claim | GroupEvent | FigureFound]


def _about_people(found: Extraction, mentions: dict[str, Mention]) -> list[Pending]:
    return [("person", mentions[person.name], claim) for person in found.people for claim in person.claims]


def _about_groups(found: Extraction) -> list[Pending]:
    incidents: list[Pending] = [("incident", None, one) for one in found.group_events]
    return incidents + [("figure", None, one) for one in found.figures]


def _save_proposals(document: Document, sources: list[Source], pending: list[Pending]) -> None:
    """Insert what is new, keep what is decided, and set aside what the rules no longer say."""
    existing = {p.fingerprint: p for p in document.proposals.all()}
    quotes = quotes_of(document.text)
    rows: dict[str, Proposal] = {}
    for subject, mention, found in pending:
        source = next(one for one in sources if one.start <= found.start < one.end)
        row = _proposal(source, quotes, subject, mention, found)
        rows.setdefault(row.fingerprint, row)
    Proposal.objects.bulk_create([row for mark, row in rows.items() if mark not in existing])
    gone = [p.pk for mark, p in existing.items() if mark not in rows and p.state == "open"]
    back = [p.pk for mark, p in existing.items() if mark in rows and p.state == "superseded"]
    Proposal.objects.filter(pk__in=gone).update(state="superseded")
    Proposal.objects.filter(pk__in=back).update(state="open")


def _proposal(
    source: Source,
    quotes: Quotes,
    subject: str,
    mention: Mention | None,
    found: Claim | GroupEvent | FigureFound,
) -> Proposal:
    claim = found if isinstance(found, Claim) else None
    answer = _answer(found)
    quote = quotes.around(found.start, found.end)
    start, end = max(quote.start, source.start), min(quote.end, source.end)
    row = Proposal(
        document=source.document,
        source=source,
        subject=subject,
        mention=mention,
        kind=answer["kind"],
        start=start,
        end=end,
        quote=quotes.text[start:end],
        rule=found.rule,
        rule_version=found.rule_version,
        machine=answer,
        confidence=claim.confidence if claim else 1.0,
        reasons=list(claim.reasons) if claim else [],
    )
    row.fingerprint = _fingerprint(row)
    return row


def _answer(found: Claim | GroupEvent | FigureFound) -> dict[str, Any]:
    """The machine's answer as it is kept: the same keys for the reviewer's."""
    phrase = {"phrase": [found.start, found.end]}
    if isinstance(found, Claim):
        return {
            **phrase,
            "kind": found.kind,
            "date": found.date,
            "date_basis": found.date_basis,
            "modality": found.modality,
            "values": dict(found.values),
        }
    shared = {
        **phrase,
        "kind": found.kind if isinstance(found, GroupEvent) else found.what,
        "modality": found.modality if isinstance(found, GroupEvent) else "stated",
        "place": found.place if isinstance(found, GroupEvent) else "",
    }
    return {
        **shared,
        "count": found.count,
        "qualifier": found.qualifier,
        "date": found.date,
        "date_basis": found.date_basis,
        "country": found.country,
    }


def _fingerprint(row: Proposal) -> str:
    """The same passage read the same way is the same proposal, whatever version of the rules reads it."""
    name = row.mention.name if row.mention else ""
    parts = [row.document.sha256, row.subject, name, row.machine]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _count(document: Document, outcome: Outcome) -> None:
    live = document.proposals.exclude(state="superseded")
    outcome.people = live.filter(subject="person").values("mention").distinct().count()
    outcome.facts = live.filter(subject="person").count()
    outcome.incidents = live.filter(subject="incident").count()
    outcome.figures = live.filter(subject="figure").count()


def _accept_open(document: Document, outcome: Outcome, *, by: str) -> None:
    open_ones = document.proposals.filter(state="open").select_related(
        "source__document", "mention__person", "mention__document"
    )
    report = accept(list(open_ones), by=by, why="Accepted at import", unattended=True)
    outcome.accepted, outcome.left = report.taken, report.left
    persons = document.mentions.exclude(person=None).values_list("person__public_id", flat=True)
    outcome.persons = set(persons)
