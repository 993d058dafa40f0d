"""One document through all steps: inserted, updated or unchanged.

Each document is one transaction. A run that is killed leaves whole documents behind and nothing half
done; running it again does the rest.
"""

from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.db import transaction
from django.utils import timezone

from cases.models import Document
from importers.accept import accept
from importers.models import Reading as ReadingRow
from importers.propose import Proposed, propose, standing
from importers.read import Reading
from importers.rules import rules_version


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
    stored = (
        Document.objects.filter(sha256=reading.sha256).select_related("reading").defer("original").first()
    )
    known: ReadingRow | None = getattr(stored, "reading", None)
    document = stored or _store(reading)
    if known is None or known.rules_version != rules_version():
        outcome.outcome = "updated" if known else "inserted"
        # The text was fixed when the document was first read, whatever today's reader makes of its bytes.
        reading = replace(reading, text=document.text, text_sha256=document.text_sha256)
        proposed = propose(document, reading, visibility, by=by, is_new=stored is None)
    else:
        proposed = Proposed(standing(document))
    _count(proposed, outcome)
    if accept_all:
        _accept_open(document, proposed, outcome, by=by)
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


def _count(proposed: Proposed, outcome: Outcome) -> None:
    subjects = Counter(p.subject for p in proposed.proposals)
    outcome.people = len({p.mention_id for p in proposed.proposals if p.subject == "person"})
    outcome.facts = subjects["person"]
    outcome.incidents, outcome.figures = subjects["incident"], subjects["figure"]


def _accept_open(document: Document, proposed: Proposed, outcome: Outcome, *, by: str) -> None:
    open_ones = sorted((p for p in proposed.proposals if p.state == "open"), key=lambda p: (p.start, p.pk))
    report = accept(open_ones, by=by, why="Accepted at import", unattended=True, decisions=proposed.decisions)
    outcome.accepted, outcome.left = report.taken, report.left
    persons = document.mentions.exclude(person=None).values_list("person__public_id", flat=True)
    outcome.persons = set(persons)
