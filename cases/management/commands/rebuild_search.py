"""Bring the search keys of all names up to the current rules, after these have changed."""

import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, TypeVar

from django.core.management.base import BaseCommand, CommandParser
from django.db import models, transaction
from django.db.models import QuerySet

from cases import names, record
from cases.models import PersonName
from cases.names.lookup import index_keys
from cases.publication.models import PublicName
from cases.publication.models_search import PublicKey
from cases.publication.search_rows import rebuild_titles, rebuild_words

BATCH = 1000
Row = TypeVar("Row", bound=models.Model)


class Command(BaseCommand):
    help = (
        "Brings the search keys of all names, in the record and on the public side, up to the current rules. "
        "Changes nothing where they are; may be interrupted and run again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch", type=int, default=BATCH, help=f"names at a time ({BATCH})")

    def handle(self, *args: Any, **options: Any) -> None:
        ours, public = PersonName.objects.all(), PublicName.objects.all()
        changed = [
            sum(record.update_name_keys(rows) for rows in self._batches(ours, "record", options["batch"])),
            sum(update_public_names(rows) for rows in self._batches(public, "public", options["batch"])),
        ]
        with transaction.atomic():
            rebuild_titles()
            rebuild_words()
        self.stdout.write(
            f"In the record {ours.count():,} names: the keys of {changed[0]:,} changed. "
            f"On the public side {public.count():,} names: the keys of {changed[1]:,} changed."
        )

    def _batches(self, rows: QuerySet[Row], side: str, size: int) -> Iterator[list[Row]]:
        """All rows by key, some at a time, with a count on a terminal."""
        total, seen, last = rows.count(), 0, 0
        while batch := list(rows.filter(pk__gt=last).order_by("pk")[:size]):
            yield batch
            last, seen = batch[-1].pk, seen + len(batch)
            if sys.stderr.isatty():
                self.stderr.write(
                    f"\r{side}: {seen:,} of {total:,} names", ending="\n" if seen >= total else ""
                )


@transaction.atomic
def update_public_names(rows: list[PublicName]) -> int:
    """The keys of the people who have these names on the public side; how many names were not up to date."""
    spelt: dict[str, list[PublicName]] = defaultdict(list)
    for name in PublicName.objects.filter(person__in={name.person_id for name in rows}):
        spelt[name.person_id].append(name)
    wanted = {(person, key) for person, own in spelt.items() for one in own for key in index_keys(one.text)}
    keys = PublicKey.objects.filter(person__in=spelt)
    stored = {(key.person_id, key.key): key.pk for key in keys}
    stale, missing = stored.keys() - wanted, wanted - stored.keys()
    PublicKey.objects.filter(pk__in=[stored[one] for one in stale]).delete()
    made = [PublicKey(person_id=person, key=key) for person, key in sorted(missing)]
    PublicKey.objects.bulk_create(made, batch_size=1000)
    changed = {person for person, _ in stale | missing}
    outdated = [name for name in rows if name.key_version != names.KEY_VERSION]
    for name in outdated:
        name.key_version = names.KEY_VERSION
    PublicName.objects.bulk_update(outdated, ["key_version"], batch_size=500)
    return len({name.pk for name in rows if name.person_id in changed} | {name.pk for name in outdated})
