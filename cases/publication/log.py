"""The log of versions: hash-chained, only ever added to.

The hash of a version is the SHA-256 of the canonical JSON (sorted keys, no spaces, UTF-8) of its
`HASHED` fields, time as ISO 8601 with microseconds in UTC; `previous_hash` is the hash of the entry
before it, empty for the first. The hash of a document is the SHA-256 of its salt's letters and its bytes:
without the salt, which is erased with the bytes, nobody can test a guess of what stood there.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Max, Q
from django.utils import timezone

from cases.publication.models import LogHead, Version, VersionDocument

BATCH = 500
HASHED = (
    "number",
    "at",
    "subject_type",
    "subject_id",
    "edition",
    "action",
    "reason",
    "by",
    "content_hash",
    "previous_hash",
)

Subject = tuple[str, str]  # type and public id


def version_hash(version: Version) -> str:
    """The hash that a version must have."""
    values = {name: getattr(version, name) for name in HASHED}
    values["at"] = moment(version.at)
    return hashlib.sha256(
        json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    ).hexdigest()


def content_hash(salt: str, body: bytes) -> str:
    """The hash of a document's bytes under its salt."""
    return hashlib.sha256(salt.encode() + body).hexdigest()


def moment(at: datetime) -> str:
    """A time as it is hashed."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to log; `body` is the document of a publication."""

    subject: Subject
    action: str
    body: bytes = b""


class Log:
    """The end of the log, locked until the transaction ends: writers come one after another."""

    def __init__(self, *, by: str, why: str) -> None:
        LogHead.objects.get_or_create(id=1)
        self._head = LogHead.objects.select_for_update().get(id=1)
        self._by, self._why, self._at = by, why, timezone.now()

    def append(self, acts: Sequence[Act]) -> list[Version]:
        """Add entries, in order; the documents of publications are stored beside them."""
        editions = _editions({act.subject for act in acts})
        versions: list[Version] = []
        documents: list[VersionDocument] = []
        for act in acts:
            editions[act.subject] = editions.get(act.subject, 0) + 1
            salt = secrets.token_hex(32) if act.body else ""
            version = self._next(act, editions[act.subject], content_hash(salt, act.body) if act.body else "")
            versions.append(version)
            if act.body:
                documents.append(VersionDocument(version=version, salt=salt, body=act.body.decode()))
        Version.objects.bulk_create(versions, batch_size=BATCH)
        VersionDocument.objects.bulk_create(documents, batch_size=BATCH)
        self._head.save(update_fields=["number", "hash"])
        return versions

    def _next(self, act: Act, edition: int, content: str) -> Version:
        version = Version(
            number=self._head.number + 1,
            at=self._at,
            subject_type=act.subject[0],
            subject_id=act.subject[1],
            edition=edition,
            action=act.action,
            reason=self._why,
            by=self._by,
            content_hash=content,
            previous_hash=self._head.hash,
        )
        version.hash = version_hash(version)
        self._head.number, self._head.hash = version.number, version.hash
        return version


def of_subjects(subjects: Iterable[Subject]) -> Q:
    """The condition that a row is of one of these subjects."""
    by_type: dict[str, list[str]] = {}
    for kind, key in subjects:
        by_type.setdefault(kind, []).append(key)
    condition = Q(pk__in=[])
    for kind, keys in by_type.items():
        condition |= Q(subject_type=kind, subject_id__in=keys)
    return condition


def _editions(subjects: set[Subject]) -> dict[Subject, int]:
    """How many entries these subjects have."""
    rows = Version.objects.filter(of_subjects(subjects)).values_list("subject_type", "subject_id")
    return {(kind, key): number for kind, key, number in rows.annotate(Max("edition")).order_by()}
