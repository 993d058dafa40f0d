"""The public tables, written, removed and made anew. They are a function of the current documents alone.

What subjects share (a source, an organisation) is as the newest document that names it says, and
goes with the last one.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Exists, Max, Model, OuterRef, QuerySet

from cases.publication.log import BATCH, Subject
from cases.publication.models import (
    PublicDocument,
    PublicEvent,
    PublicFigure,
    PublicIncident,
    PublicLink,
    PublicName,
    PublicOrganisation,
    PublicPassage,
    PublicPeriod,
    PublicPerson,
    PublicPlace,
    PublicRedirect,
    PublicSource,
    PublicTag,
    Version,
    VersionDocument,
)
from cases.publication.models_search import (
    PublicKey,
    PublicTitle,
    PublicTitleKey,
    PublicTitleWord,
    PublicWord,
)
from cases.publication.rows import SHARED, Entry, named, page_key, rows, shared
from cases.publication.search_rows import (
    TITLED,
    rebuild_words,
    remove_titles,
    settle_words,
    words_of_people,
    write_titles,
)

# Children before parents, with the column that says whose row it is.
OF_PERSON: tuple[type[Model], ...] = (PublicKey, PublicName, PublicTag, PublicPeriod, PublicEvent)
OF_PAGE: tuple[type[Model], ...] = (PublicPassage, PublicLink, PublicPerson, PublicIncident, PublicFigure)
OF_SEARCH: tuple[type[Model], ...] = (PublicTitleKey, PublicTitle, PublicTitleWord, PublicWord)
ALL: tuple[type[Model], ...] = (
    *OF_SEARCH,
    *OF_PERSON,
    *OF_PAGE,
    PublicDocument,
    PublicSource,
    PublicOrganisation,
    PublicPlace,
)

PARENTS: tuple[type[Model], ...] = (PublicDocument, PublicPerson, PublicName)  # others refer to them

Target = tuple[str, str]


def replace(entries: Sequence[Entry]) -> None:
    """Write the rows of these documents in the place of what their subjects had before."""
    subjects = [(entry.type, entry.id) for entry in entries]
    persons = _persons(subjects)
    PublicRedirect.objects.filter(pk__in=persons).delete()
    words = words_of_people(persons)
    orphans = _remove_own(subjects)
    _write(entries)
    settle_words(persons, words)
    _settle(orphans - {target for entry in entries for target in named(entry.document)})


def remove(subjects: Iterable[Subject]) -> None:
    """Remove every row of these subjects, and what only they named."""
    gone = list(subjects)
    persons = _persons(gone)
    PublicRedirect.objects.filter(pk__in=persons).delete()
    words = words_of_people(persons)
    _settle(_remove_own(gone))
    settle_words([], words)


def write_redirects(documents: Iterable[VersionDocument]) -> None:
    """The rows by which the address of one person leads to another."""
    for document in documents:
        body = json.loads(document.body)
        PublicRedirect.objects.update_or_create(
            subject_id=body["id"], defaults={"target_id": body["target"], "number": document.version_id}
        )


@transaction.atomic
def rebuild_public() -> int:
    """Make all public tables anew from the current documents of the log; how many documents there are."""
    for model in ALL:
        _delete(model._default_manager.all())
    count = 0
    for entries in batched(current()):
        _write(entries)
        count += len(entries)
    PublicRedirect.objects.all().delete()
    write_redirects(version.document for version in current_versions("redirect"))
    rebuild_words()
    return count


def current() -> Iterator[Entry]:
    """The documents that are public now, in the order of the log."""
    for version in current_versions():
        yield entry_of(version, version.document.body)


def current_versions(action: str = "publish") -> Iterator[Version]:
    """The entries of the log that hold now, with their documents: publications, or redirects."""
    later = Version.objects.filter(
        subject_type=OuterRef("subject_type"),
        subject_id=OuterRef("subject_id"),
        edition__gt=OuterRef("edition"),
    )
    versions = Version.objects.filter(~Exists(later), action=action, document__isnull=False)
    yield from versions.select_related("document").order_by("number").iterator(chunk_size=BATCH)


def entry_of(version: Version, body: str) -> Entry:
    """A version with its document."""
    etag = hashlib.sha256(body.encode()).hexdigest()
    return Entry(json.loads(body), version.number, version.edition, version.at, etag)


def batched(entries: Iterable[Entry], size: int = 200) -> Iterator[list[Entry]]:
    """Some at a time."""
    waiting = iter(entries)
    while batch := list(islice(waiting, size)):
        yield batch


def _write(entries: Sequence[Entry]) -> None:
    """Insert the rows of documents that have none, and what they share as the newest of them has it."""
    collected: dict[type[Model], list[Model]] = {}
    for entry in entries:
        for model, values in rows(entry).items():
            collected.setdefault(model, []).extend(model(**one) for one in values)
    for model in PARENTS:
        model._default_manager.bulk_create(collected.pop(model, []), batch_size=BATCH)
    write_titles(collected.get(PublicIncident, []))
    for model, instances in collected.items():
        model._default_manager.bulk_create(instances, batch_size=BATCH)
    _write_shared(sorted(entries, key=lambda entry: entry.number))


def _write_shared(entries: Sequence[Entry], only: set[Target] | None = None) -> None:
    for kind, model in SHARED.items():
        found = {}
        for entry in entries:
            for values in shared(entry.document)[model]:
                if only is None or (kind, values["id"]) in only:
                    found[values["id"]] = model(**values)
        _delete(model._default_manager.filter(pk__in=list(found)))
        model._default_manager.bulk_create(found.values(), batch_size=BATCH)
        if model in TITLED:
            write_titles(list(found.values()))


def _remove_own(subjects: Sequence[Subject]) -> set[Target]:
    """Delete the subjects' own rows; what they named, and nobody may name any longer."""
    keys = [page_key(*subject) for subject in subjects]
    persons = _persons(subjects)
    remove_titles(PublicIncident, [public_id for kind, public_id in subjects if kind == "incident"])
    targets = set(PublicLink.objects.filter(page__in=keys).values_list("kind", "target_id"))
    for model in OF_PERSON:
        _delete(model._default_manager.filter(person__in=persons))
    for model in OF_PAGE:
        _delete(model._default_manager.filter(page__in=keys))
    _delete(PublicDocument.objects.filter(pk__in=keys))
    return targets


def _settle(targets: set[Target]) -> None:
    """Bring what these subjects shared up to the newest document that still names it, or remove it."""
    for kind, model in SHARED.items():
        wanted = [key for name, key in targets if name == kind]
        links = PublicLink.objects.filter(kind=kind, target_id__in=wanted)
        newest = dict(links.values_list("target_id").annotate(Max("page__number")).order_by())
        orphans = set(wanted) - set(newest)
        _delete(model._default_manager.filter(pk__in=orphans))
        if model in TITLED:
            remove_titles(model, orphans)
        pages = PublicDocument.objects.filter(number__in=set(newest.values()))
        by_number = {page.number: page for page in pages}
        for key, number in newest.items():
            _write_shared([_entry(by_number[number])], only={(kind, key)})


def _persons(subjects: Iterable[Subject]) -> list[str]:
    return [public_id for kind, public_id in subjects if kind == "person"]


def _entry(page: PublicDocument) -> Entry:
    return Entry(page.body, page.number, page.version, page.updated_at, page.etag)


def _delete(queryset: QuerySet[Model]) -> None:
    """Delete rows in one statement; what refers to them is gone, and Django would load them to look."""
    queryset._raw_delete(DEFAULT_DB_ALIAS)
