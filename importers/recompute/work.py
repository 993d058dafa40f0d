"""What the record has of some people or counts, read once, and what is to become of it, written once.

A recomputation asks and writes row by row here, in memory; the database is asked a fixed number of times
and gets what differs at the end, in few statements.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from cases import bulk, history, record
from cases.models import (
    Affiliation,
    Charge,
    Citation,
    Event,
    Figure,
    Incident,
    Organisation,
    Person,
    PersonName,
    Recognition,
    Release,
    Sentence,
    Source,
)
from cases.models.base import Record
from importers.models import Proposal

_R = TypeVar("_R", bound=Record)
# A row comes after those that it refers to.
ORDER: tuple[type[Record], ...] = (
    *(Person, PersonName, Incident, Figure, Event, Sentence, Release),
    *(Affiliation, Recognition, Charge, Citation),
)
Span = tuple[int, int, int]  # source, start, end
UNSUPPORTED = "No accepted proposal supports it any longer."


class Work:
    """Rows with their citations, and the changes to make; `write` makes them."""

    def __init__(self, *, by: str, why: str) -> None:
        self.by, self.why = by, why
        self._rows: dict[type[Record], dict[int, Record]] = defaultdict(dict)
        self._cited: dict[int, dict[Span, Citation]] = {}  # by the identity of the fact
        self._gone: list[tuple[Record, str]] = []
        self._links: dict[str, list[Proposal]] = defaultdict(list)
        self._organisations: dict[tuple[str, str], Organisation] = {}
        self._proposed: dict[Span, set[str]] | None = None

    def read_citations(self, facts: Sequence[Record]) -> None:
        """Read the citations of these rows, all of one model, in one query."""
        if facts:
            name = history.citation_field(facts[0])
            by_key = {fact.pk: fact for fact in facts}
            found = Citation.objects.filter(**{f"{name}__in": list(by_key)}).order_by("pk")
            for fact in facts:
                self._cited.setdefault(id(fact), {})
            for citation in found:
                fact = by_key[getattr(citation, f"{name}_id")]
                setattr(citation, name, fact)
                self._cited[id(fact)][span_of(citation)] = citation

    def citations(self, fact: Record) -> list[Citation]:
        """The citations of a row, those that are to be written among them."""
        return list(self._cited.get(id(fact), {}).values())

    def name_organisations(self, named: Iterable[tuple[str, str]]) -> None:
        """Find or make the organisations of these names and kinds."""
        wanted = [pair for pair in dict.fromkeys(named) if pair not in self._organisations]
        if wanted:
            found = record.organisations(wanted, visibility="public", by=self.by, why=self.why)
            self._organisations |= dict(zip(wanted, found, strict=True))

    def organisation(self, name: str, kind: str) -> Organisation:
        """One of those that were named before."""
        return self._organisations[name, kind]

    def put(self, row: _R, **values: Any) -> _R:
        """Set values; a row that is new or differs by them will be written."""
        differs = row._state.adding
        for name, value in values.items():
            if getattr(row, name) != value:
                setattr(row, name, value)
                differs = True
        if differs:
            self._rows[type(row)].setdefault(id(row), row)
        return row

    def cite(self, proposal: Proposal, fact: Record, *, hedged: bool | None = None) -> None:
        """The passage of a proposal as evidence for a fact; `hedged` None leaves what is there."""
        self.cite_span(proposal.source, proposal.start, proposal.end, fact, hedged=hedged)

    def cite_span(
        self, source: Source, start: int, end: int, fact: Record, *, hedged: bool | None = None
    ) -> None:
        """A passage as evidence for a fact, once."""
        mine = self._cited.setdefault(id(fact), {})
        found = mine.get((source.pk, start, end))
        if found is None:
            found = Citation(source=source, start=start, end=end, visibility=source.visibility)
            found.quote = source.document.text[start:end]
            setattr(found, history.citation_field(fact), fact)
            mine[source.pk, start, end] = found
        self.put(found, **({} if hedged is None else {"hedged": hedged}))

    def link(self, proposal: Proposal, field: str, row: Event | Incident | Figure) -> None:
        """Say of a proposal which row it became a part of."""
        if row._state.adding or getattr(proposal, f"{field}_id") != row.pk:
            setattr(proposal, field, row)
            self._links[field].append(proposal)

    def drop(self, row: Record, why: str) -> None:
        """Delete a row at the end, with what hangs on it."""
        self._rows[type(row)].pop(id(row), None)
        self._gone.append((row, why))

    def was_proposed(self, citation: Citation, kinds: Iterable[str] = ()) -> bool:
        """Whether a citation is machine-made: some proposal (of these kinds) has or had its span."""
        if self._proposed is None:
            sources = {span[0] for mine in self._cited.values() for span in mine}
            rows = Proposal.objects.filter(source__in=sources, subject="person")
            self._proposed = defaultdict(set)
            for *span, kind in rows.values_list("source_id", "start", "end", "kind"):
                self._proposed[span[0], span[1], span[2]].add(kind)
        found = self._proposed.get(span_of(citation), set())
        return bool(found & set(kinds)) if kinds else bool(found)

    def write(self) -> None:
        """Write what is new or differs, then delete what has no ground any longer."""
        record.save_many(
            (row for model in ORDER for row in sorted(self._rows[model].values(), key=_changes_first)),
            by=self.by,
            why=self.why,
        )
        for field, proposals in self._links.items():
            bulk.update(proposals, [field])
        for row, why in self._gone:
            record.delete(row, by=self.by, why=why)
        self._rows.clear()
        self._links.clear()
        self._gone.clear()


def span_of(citation: Citation) -> Span:
    """Where a citation stands."""
    return citation.source_id, citation.start, citation.end


def _changes_first(row: Record) -> tuple[bool, bool]:
    """A primary name steps back before another takes its place."""
    return row._state.adding, isinstance(row, PersonName) and row.is_primary
