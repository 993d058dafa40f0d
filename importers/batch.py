"""Many documents in one run: what `import_documents` and `load_seeds` share."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cases import dates, record
from cases.derive import with_events
from cases.models import Figure, Incident, Person
from cases.publication.publish import publish
from importers.pipeline import Outcome, import_reading
from importers.progress import progress
from importers.read import Reading, Unread, read_each


class OptionError(ValueError):
    """An option of an import is wrong; the message names it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the operator said about the documents and what is to become of the proposals."""

    by: str
    publisher: str = ""
    published: str = ""  # EDTF
    visibility: str = "public"
    accept: bool = False
    publish: bool = False

    def __post_init__(self) -> None:
        if self.published:
            try:
                dates.parse(self.published)
            except dates.DateError as error:
                raise OptionError(f"--published: {error}") from error


@dataclass(slots=True)
class Summary:
    """What a run did, document by document and in all."""

    documents: list[Outcome] = field(default_factory=list)
    people: dict[str, tuple[str, str]] = field(default_factory=dict)  # public id -> name, status
    conflicts: int = 0
    published: int = 0

    @property
    def errors(self) -> list[str]:
        return [one.error for one in self.documents if one.error]

    @property
    def left(self) -> list[str]:
        return [sentence for one in self.documents for sentence in one.left]

    def as_json(self) -> dict[str, Any]:
        """The summary for machines."""
        return {
            "documents": [one.as_json() for one in self.documents],
            "outcomes": dict(Counter(one.outcome for one in self.documents)),
            "people": [
                {"id": key, "name": name, "status": code} for key, (name, code) in self.people.items()
            ],
            "facts": sum(one.facts for one in self.documents),
            "conflicts": self.conflicts,
            "published": self.published,
            "left": len(self.left),
        }


def import_all(
    paths: Sequence[str], options: Options, particular: Mapping[str, Options] | None = None
) -> Summary:
    """Import documents one by one; one that cannot be read is named in the summary and the rest go on.

    A path may hold several documents (an archive); `particular` holds options that differ for one path.
    """
    summary = Summary()
    for path in progress(paths, "Importing"):
        chosen = (particular or {}).get(path, options)
        summary.documents += [_import_one(found, chosen) for found in read_each(path)]
    persons = {person for one in summary.documents for person in one.persons}
    _describe(persons, summary)
    if options.publish:
        summary.published = publish_documents(summary.documents, persons, by=options.by)
    return summary


def _import_one(found: Reading | Unread, options: Options) -> Outcome:
    if isinstance(found, Unread):
        return Outcome(path=found.path, outcome="refused", error=found.error)
    reading = with_options(found, options)
    return import_reading(reading, by=options.by, accept_all=options.accept, visibility=options.visibility)


def with_options(reading: Reading, options: Options) -> Reading:
    """The reading with what the operator said of it, which stands above what a file says of itself."""
    if options.publisher:
        reading = replace(reading, publisher=options.publisher)
    if options.published:
        reading = replace(reading, published=options.published, published_basis="operator")
    return reading


def _describe(persons: set[str], summary: Summary) -> None:
    for person in _in_batches(persons):
        custody = record.custody_of(person)
        summary.people[person.public_id] = (person.name, custody.status)
        summary.conflicts += len(custody.conflicts)
    summary.people = dict(sorted(summary.people.items(), key=lambda item: item[1]))


def _in_batches(persons: set[str]) -> Iterator[Person]:
    people = Person.objects.filter(public_id__in=persons, merged_into__isnull=True)
    yield from people.prefetch_related("names", with_events()).order_by("pk").iterator(chunk_size=200)


def publish_documents(documents: Sequence[Outcome], persons: set[str], *, by: str) -> int:
    """Publish what these documents brought; returns how many versions the log grew by."""
    hashes = [one.sha256 for one in documents if one.sha256]
    cited = {"citations__source__document__sha256__in": hashes, "visibility": "public"}
    report = publish(
        persons=Person.objects.filter(public_id__in=persons, visibility="public"),
        incidents=Incident.objects.filter(**cited).distinct(),
        figures=Figure.objects.filter(**cited).distinct(),
        by=by,
        why="Published at import",
    )
    return len(report.published)
