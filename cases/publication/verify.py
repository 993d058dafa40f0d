"""The proof that nothing was silently altered: every breach of the log and of the public rows, in words.

The head that `head` names (printed by every run of the command, and to be kept elsewhere) tells of a
log that was replaced as a whole.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Max, Model

from cases.publication.guards import missing
from cases.publication.log import BATCH, Subject, content_hash, version_hash
from cases.publication.models import (
    WITH_DOCUMENT,
    LogHead,
    PublicDocument,
    PublicRedirect,
    Version,
    VersionDocument,
)
from cases.publication.project import canonical
from cases.publication.public_rows import OF_PAGE, OF_PERSON, batched, current_versions, entry_of
from cases.publication.rows import SHARED, Entry, Values, rows, shared


def breaches(head: str = "") -> Iterator[str]:
    """A sentence for each thing that is not as it must be; nothing where all holds."""
    for table in missing():
        yield f"The table {table} is not guarded: the database would let its rows be changed."
    yield from log_breaches(head)
    yield from row_breaches()


def log_breaches(head: str = "") -> Iterator[str]:
    """Breaches of the chain, of the documents beside it, and of its end."""
    erased = _erased()
    editions: Counter[Subject] = Counter()
    number, last = 0, ""
    found = not head
    versions = Version.objects.select_related("document").order_by("number")
    for version in versions.iterator(chunk_size=BATCH):
        if version.number != number + 1:
            yield f"{_named(version)}: entry {number + 1} of the log is missing."
        if version.previous_hash != last:
            yield f"{_named(version)}: it does not follow the entry before it."
        if version.hash != version_hash(version):
            yield f"{_named(version)}: its values are not those that were logged."
        subject = (version.subject_type, version.subject_id)
        editions[subject] += 1
        if version.edition != editions[subject]:
            yield f"{_named(version)}: it says edition {version.edition} and is number {editions[subject]}."
        yield from _document_breaches(version, erased.get(subject, 0))
        found = found or version.hash == head
        number, last = version.number, version.hash
    yield from _head_breaches(number, last)
    if not found:
        yield f"No entry of the log has the hash {head}."


def row_breaches() -> Iterator[str]:
    """Public rows that are not what the current documents say."""
    shown = set(PublicDocument.objects.values_list("key", flat=True))
    shared_rows: dict[type[Model], dict[str, Values]] = {model: {} for model in SHARED.values()}
    for entries in batched(_intact()):
        yield from _own_breaches(entries)
        shown -= {entry.key for entry in entries}
        for entry in entries:
            for model, values in shared(entry.document).items():
                shared_rows[model] |= {one["id"]: one for one in values}
    for key in sorted(shown):
        yield f"{key} is shown and no current document of the log says it."
    for model, expected in shared_rows.items():
        actual = model._default_manager.values()
        yield from _difference(model, expected.values(), actual)
    yield from _redirect_breaches()


def _redirect_breaches() -> Iterator[str]:
    logged = set()
    for version in current_versions("redirect"):
        body = json.loads(version.document.body)
        logged.add((body["id"], body["target"], version.number))
    stored = set(PublicRedirect.objects.values_list("subject_id", "target_id", "number"))
    for subject, target, _ in sorted(logged ^ stored):
        yield f"The redirect from {subject} to {target} is not what the log says."


def _intact() -> Iterator[Entry]:
    """The current documents that are as they were published; the others are breaches of the log."""
    for version in current_versions():
        body = version.document.body
        if version.content_hash == content_hash(version.document.salt, body.encode()):
            yield entry_of(version, body)


def _document_breaches(version: Version, erased_at: int) -> Iterator[str]:
    document: VersionDocument | None = getattr(version, "document", None)
    if version.action not in WITH_DOCUMENT:
        if document is not None:
            yield f"{_named(version)}: it has a document and is no publication."
    elif document is None:
        if erased_at <= version.number:
            yield f"{_named(version)}: its document is gone, and no entry says that it was erased."
    elif version.content_hash != content_hash(document.salt, document.body.encode()):
        yield f"{_named(version)}: its document is not the one that was published."


def _head_breaches(number: int, last: str) -> Iterator[str]:
    head = LogHead.objects.filter(id=1).first() or LogHead()
    if head.number > number:
        yield f"The log was cut off: it ends at {number} and had {head.number} entries."
    elif head.number < number:
        yield f"The log has {number} entries and the head knows of {head.number}."
    elif head.hash != last:
        yield f"The head of the log has another hash than its last entry, {number}."


def _erased() -> dict[Subject, int]:
    """The last entry that says that a subject's documents were erased."""
    rows = Version.objects.filter(action="erase").values_list("subject_type", "subject_id")
    return {(kind, key): number for kind, key, number in rows.annotate(Max("number")).order_by()}


def _own_breaches(entries: Sequence[Entry]) -> Iterator[str]:
    """The rows of these documents against those in the tables."""
    keys = [entry.key for entry in entries]
    persons = [entry.id for entry in entries if entry.type == "person"]
    expected: dict[type[Model], list[Values]] = {}
    for entry in entries:
        for model, values in rows(entry).items():
            expected.setdefault(model, []).extend(values)
    models: list[type[Model]] = [PublicDocument, *OF_PAGE, *OF_PERSON]
    for model in models:
        owner = {"person__in": persons} if model in OF_PERSON else {"page__in": keys}
        owner = {"key__in": keys} if model is PublicDocument else owner
        yield from _difference(
            model, expected.get(model, ()), model._default_manager.filter(**owner).values()
        )


def _difference(model: type[Model], expected: Iterable[Values], actual: Iterable[Values]) -> Iterator[str]:
    counter = model._meta.auto_field
    unwanted = {counter.attname} if counter else set()
    wanted = Counter(_plain(one, unwanted) for one in expected)
    there = Counter(_plain(one, unwanted) for one in actual)
    for row in wanted - there:
        yield f"A row of {model._meta.db_table} is missing or altered: {_short(row)}"
    for row in there - wanted:
        yield f"A row of {model._meta.db_table} is in no current document: {_short(row)}"


def _plain(values: dict[str, Any], unwanted: set[str]) -> str:
    """A row as one text, so that rows can be compared and counted."""
    named = {key: canonical(value).decode() if key == "body" else value for key, value in values.items()}
    kept = {key: value for key, value in named.items() if key not in unwanted}
    return json.dumps(kept, sort_keys=True, default=str, ensure_ascii=False)


def _short(row: str) -> str:
    return row if len(row) <= 300 else f"{row[:300]}…"


def _named(version: Version) -> str:
    return f"Entry {version.number} ({version.subject_type} {version.subject_id})"
