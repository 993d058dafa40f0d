"""The subjects that an operator names: an id, or the last part of a page's address."""

from collections.abc import Sequence
from typing import Any

from django.core.management.base import CommandError

from cases.models import Figure, Incident, Person
from cases.publication.log import Subject
from cases.publication.models import Version

RECORDS: dict[str, type[Person | Incident | Figure]] = {
    "persons": Person,
    "incidents": Incident,
    "figures": Figure,
}


def records_of(given: Sequence[str]) -> dict[str, list[Any]]:
    """The rows of the record, as `publish` takes them; CommandError (2) for one that is not there."""
    wanted = _ids(given)
    found: dict[str, list[Any]] = {
        name: list(model._default_manager.filter(public_id__in=wanted)) for name, model in RECORDS.items()
    }
    there = {row.public_id for rows in found.values() for row in rows}
    _all_there(wanted, there, "Not in the record")
    return found


def published(given: Sequence[str]) -> list[Subject]:
    """Subjects that the log knows; CommandError (2) for one that it does not."""
    wanted = _ids(given)
    rows = Version.objects.filter(subject_id__in=wanted).values_list("subject_type", "subject_id")
    found = sorted(set(rows.order_by()))
    _all_there(wanted, {key for _, key in found}, "Never published")
    return found


def _ids(given: Sequence[str]) -> list[str]:
    return [text.rstrip("/").rsplit("/", 1)[-1].rsplit("-", 1)[-1] for text in given]


def _all_there(wanted: Sequence[str], there: set[str], complaint: str) -> None:
    missing = [key for key in wanted if key not in there]
    if missing:
        raise CommandError(f"{complaint}: {', '.join(missing)}.", returncode=2)
