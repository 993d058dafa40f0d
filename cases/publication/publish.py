"""The verbs of the gate: publish, withdraw, erase. One transaction each, one writer at a time."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from django.db.models import Exists, OuterRef, QuerySet

from cases.models import Citation, Event, Figure, Incident, Person
from cases.publication import public_rows
from cases.publication.gather import GATHER
from cases.publication.log import Act, Log, Subject, of_subjects
from cases.publication.models import PublicDocument, PublicRedirect, Version, VersionDocument
from cases.publication.project import PROJECTIONS, NotPublishableError, canonical
from cases.publication.registry import Row
from cases.publication.rows import Entry

SUBJECTS_A_BATCH = 200
STILL_SHOWN = "What was published earlier is still shown; withdraw it."


@dataclass(frozen=True, slots=True)
class Refusal:
    """A subject that was not published, and why."""

    subject: Subject
    reason: str


@dataclass(slots=True)
class Report:
    """What became of the subjects."""

    published: list[Version] = field(default_factory=list)
    unchanged: list[Subject] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


@transaction.atomic
def publish(
    *,
    persons: Iterable[Person] = (),
    incidents: Iterable[Incident] = (),
    figures: Iterable[Figure] = (),
    by: str,
    why: str,
) -> Report:
    """Publish what the record says of these subjects; nothing is logged where the document is the same.

    What may not be published is refused with the reason, and the rest goes on.
    """
    log = Log(by=by, why=why)
    report = Report()
    for kind, subjects in (("incident", incidents), ("figure", figures), ("person", persons)):
        for keys in _batches(subjects):
            _publish_batch(kind, keys, log, report)
    return report


def publish_ready(*, by: str, why: str) -> Report:
    """Publish every subject that is marked public and has a public quote."""
    return publish(**ready(), by=by, why=why)


def ready() -> dict[str, Any]:
    """Persons with a cited event, incidents and figures with a citation, all of them marked public."""
    cited = Citation.objects.filter(visibility="public", source__visibility="public", stance="supports")
    events = Event.objects.filter(
        Exists(cited.filter(event=OuterRef("pk"))), person=OuterRef("pk"), visibility="public"
    )
    return {
        "persons": Person.objects.filter(Exists(events), visibility="public", merged_into__isnull=True),
        "incidents": Incident.objects.filter(
            Exists(cited.filter(incident=OuterRef("pk"))), visibility="public"
        ),
        "figures": Figure.objects.filter(Exists(cited.filter(figure=OuterRef("pk"))), visibility="public"),
    }


@transaction.atomic
def withdraw(
    *,
    persons: Iterable[Person] = (),
    incidents: Iterable[Incident] = (),
    figures: Iterable[Figure] = (),
    by: str,
    why: str,
) -> list[Version]:
    """Show these subjects no longer; what is not public is passed over. ValueError without a reason."""
    return withdraw_subjects(_subjects(persons, incidents, figures), by=by, why=why)


@transaction.atomic
def withdraw_subjects(subjects: Iterable[Subject], *, by: str, why: str) -> list[Version]:
    """The same by type and public id, also for what is no longer in the record."""
    _need_reason(why)
    wanted = list(subjects)
    log = Log(by=by, why=why)
    shown = PublicDocument.objects.filter(of_subjects(wanted)).order_by("number")
    found = list(shown.values_list("subject_type", "subject_id"))
    people = [key for kind, key in wanted if kind == "person"]
    led = PublicRedirect.objects.filter(pk__in=people).order_by("pk")
    found += [("person", key) for key in led.values_list("pk", flat=True)]
    versions = log.append([Act(subject, "withdraw") for subject in found])
    public_rows.remove(found)
    return versions


@transaction.atomic
def erase(subjects: Iterable[Subject], *, by: str, why: str) -> list[Version]:
    """Withdraw subjects (type and public id) and delete the bytes of all their published documents.

    The entries of the log and the salted hashes stay; nothing can be read or guessed from them.
    """
    _need_reason(why)
    wanted = list(subjects)
    withdraw_subjects(wanted, by=by, why=why)
    documents = VersionDocument.objects.filter(version__in=Version.objects.filter(of_subjects(wanted)))
    rows = documents.values_list("version__subject_type", "version__subject_id")
    found = sorted(set(rows))
    versions = Log(by=by, why=why).append([Act(subject, "erase") for subject in found])
    documents.delete()
    return versions


def _publish_batch(kind: str, keys: Sequence[int], log: Log, report: Report) -> None:
    rows = GATHER[kind](keys)
    subjects = [_subject(kind, row) for row in rows]
    shown = PublicDocument.objects.filter(of_subjects(subjects)).values_list("subject_id", "etag")
    etags: dict[str, str] = dict(shown)
    acts: list[Act] = []
    documents: list[dict[str, Any]] = []
    for subject, row in zip(subjects, rows, strict=True):
        try:
            document = PROJECTIONS[kind](row)
        except NotPublishableError as error:
            reason = f"{error} {STILL_SHOWN}" if subject[1] in etags else str(error)
            report.refused.append(Refusal(subject, reason))
            continue
        body = canonical(document)
        if etags.get(subject[1]) == etag(body):
            report.unchanged.append(subject)
        else:
            acts.append(Act(subject, "publish", body))
            documents.append(document)
    versions = log.append(acts)
    public_rows.replace(
        [
            Entry(document, version.number, version.edition, version.at, etag(act.body))
            for document, version, act in zip(documents, versions, acts, strict=True)
        ]
    )
    report.published += versions


def etag(body: bytes) -> str:
    """The hash of a document's bytes as the public side has it."""
    return hashlib.sha256(body).hexdigest()


def _batches(subjects: Iterable[models.Model]) -> Iterator[list[int]]:
    """Primary keys without repeats, in the order given, some at a time."""
    if isinstance(subjects, QuerySet):
        keys: list[int] = list(dict.fromkeys(subjects.order_by("pk").values_list("pk", flat=True)))
    else:
        keys = list(dict.fromkeys(subject.pk for subject in subjects))
    for at in range(0, len(keys), SUBJECTS_A_BATCH):
        yield keys[at : at + SUBJECTS_A_BATCH]


def _subjects(*groups: Iterable[Person | Incident | Figure]) -> list[Subject]:
    return [(str(one._meta.model_name), one.public_id) for group in groups for one in group]


def _subject(kind: str, row: Row) -> Subject:
    return kind, str(row.values["public_id"])


def _need_reason(why: str) -> None:
    if not why.strip():
        raise ValueError("Give a reason.")
