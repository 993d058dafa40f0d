"""What the rules find in a document, as rows: its sources, the mentions of people, the proposals.

A document that was read before keeps what researchers decided; one that is new is written without a look
at what is there. The number of queries does not depend on how much is found.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from cases import bulk, record
from cases.models import Document, Source
from importers import extract
from importers.matching import as_rows, resolve_all
from importers.models import Mention, Proposal
from importers.models import Reading as ReadingRow
from importers.quoting import Quotes, quotes_of
from importers.read import Reading
from importers.resolve import Decision
from importers.rules import rules_version
from importers.spans import Article, Claim, Extraction, FigureFound, GroupEvent
from importers.sureness import sureness
from importers.told import told_of_found


@dataclass(slots=True)
class Proposed:
    """What stands proposed for a document; where that is new, whom its mentions were found to be, by key."""

    proposals: list[Proposal]
    decisions: dict[int, Decision] | None = None


def propose(document: Document, reading: Reading, visibility: str, *, by: str, is_new: bool) -> Proposed:
    """Write what the rules find in a document; `is_new` says that it was stored in this transaction."""
    found = extract.extract(reading)
    sources = _sources(document, found.articles, visibility, by=by, is_new=is_new)
    mentions, decisions = _mentions(document, found, is_new=is_new)
    pending = [*_about_people(found, mentions), *_about_groups(found)]
    proposals = _save_proposals(document, sources, pending, is_new=is_new)
    _save_reading(document, [asdict(one) for one in found.unsettled], is_new=is_new)
    return Proposed(proposals, decisions if is_new else None)


def _save_reading(document: Document, unsettled: list[dict[str, Any]], *, is_new: bool) -> None:
    row = ReadingRow(document=document) if is_new else ReadingRow.objects.filter(document=document).first()
    row = row or ReadingRow(document=document)
    row.rules_version, row.unsettled = rules_version(), unsettled
    row.save(force_insert=is_new)
    document.reading = row


def _sources(
    document: Document, articles: Sequence[Article], visibility: str, *, by: str, is_new: bool
) -> list[Source]:
    existing = {} if is_new else {source.start: source for source in document.sources.all()}
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
        rows.append(row)
    for group in ([r for r in rows if r.repeats is None], [r for r in rows if r.repeats is not None]):
        record.save_many(group, by=by, why="Import")
    return rows


def title_of(article: Article, text: str) -> str:
    """The article's title; the first words of one that has none."""
    if article.title:
        return article.title
    words = " ".join(text[article.start : article.end].split())
    return words if len(words) <= 80 else words[:80].rsplit(" ", 1)[0] + " …"


def _mentions(
    document: Document, found: Extraction, *, is_new: bool
) -> tuple[dict[str, Mention], dict[int, Decision]]:
    """The row of each name; one that a researcher settled keeps its decision."""
    rows = {} if is_new else {row.name: row for row in document.mentions.select_related("person")}
    named = dict.fromkeys(person.name for person in found.people)
    for person in found.people:
        row = rows.setdefault(person.name, Mention(document=document, name=person.name))
        row.also, row.spans = list(person.also), [[span.start, span.end] for span in person.mentions]
        row.gender, row.country = person.gender or "unknown", person.country
        row.confidence, row.reasons = person.confidence, list(person.reasons)
    mentions = {name: rows[name] for name in named}
    asked = [row for row in mentions.values() if row.person_id is None and not row.decided_by]
    decisions = resolve_all(asked, told_of_found(found.people, found.articles))
    for row, decision in zip(asked, decisions, strict=True):
        row.match, row.candidates = decision.action, as_rows(decision)
    kept = [row for row in mentions.values() if not row._state.adding]
    bulk.insert([row for row in mentions.values() if row._state.adding])
    bulk.update(kept, TOLD)
    return mentions, {row.pk: decision for row, decision in zip(asked, decisions, strict=True)}


TOLD = ["also", "spans", "gender", "country", "confidence", "reasons", "match", "candidates"]
Pending = tuple[str, Mention | None, Claim | GroupEvent | FigureFound]


def _about_people(found: Extraction, mentions: dict[str, Mention]) -> list[Pending]:
    return [("person", mentions[person.name], claim) for person in found.people for claim in person.claims]


def _about_groups(found: Extraction) -> list[Pending]:
    incidents: list[Pending] = [("incident", None, one) for one in found.group_events]
    return incidents + [("figure", None, one) for one in found.figures]


def _save_proposals(
    document: Document, sources: Sequence[Source], pending: Sequence[Pending], *, is_new: bool
) -> list[Proposal]:
    """Insert what is new, keep what is decided, and set aside what the rules no longer say; what stands."""
    existing = {} if is_new else {p.fingerprint: p for p in document.proposals.all()}
    quotes = quotes_of(document.text)
    rows: dict[str, Proposal] = {}
    for subject, mention, found in pending:
        source = next(one for one in sources if one.start <= found.start < one.end)
        row = _proposal(source, quotes, subject, mention, found)
        rows.setdefault(row.fingerprint, row)
    bulk.insert([row for mark, row in rows.items() if mark not in existing])
    if is_new:
        return list(rows.values())
    gone = [p.pk for mark, p in existing.items() if mark not in rows and p.state == "open"]
    back = [p.pk for mark, p in existing.items() if mark in rows and p.state == "superseded"]
    Proposal.objects.filter(pk__in=gone).update(state="superseded")
    Proposal.objects.filter(pk__in=back).update(state="open")
    return standing(document)


def standing(document: Document) -> list[Proposal]:
    """The proposals of a document that no later run of the rules has set aside."""
    rows = list(document.proposals.exclude(state="superseded").select_related("source", "mention__person"))
    for row in rows:  # one document for all of them: each row of a join would carry its text
        row.document = row.source.document = document
        if row.mention is not None:
            row.mention.document = document
    return rows


def _proposal(
    source: Source,
    quotes: Quotes,
    subject: str,
    mention: Mention | None,
    found: Claim | GroupEvent | FigureFound,
) -> Proposal:
    answer = _answer(found)
    confidence, reasons = sureness(found)
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
        confidence=confidence,
        reasons=reasons,
    )
    # The answer as it will be read again, lists for tuples: accepting now and later must see the same.
    packed = _packed(row)
    row.fingerprint, row.machine = hashlib.sha256(packed.encode()).hexdigest(), json.loads(packed)[-1]
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


def _packed(row: Proposal) -> str:
    """The same passage read the same way is the same proposal, whatever version of the rules reads it."""
    name = row.mention.name if row.mention else ""
    parts = [row.document.sha256, row.subject, name, row.machine]
    return json.dumps(parts, sort_keys=True, ensure_ascii=False)
