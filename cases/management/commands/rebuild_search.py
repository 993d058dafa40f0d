"""Bring the search keys of all names up to the current rules."""

from typing import Any

from django.core.management.base import BaseCommand

from cases import record
from cases.models import PersonName
from cases.publication.public_rows import rebuild_public

BATCH = 500


class Command(BaseCommand):
    help = "Makes the search keys of every name anew, in the record and on the public side."

    def handle(self, *args: Any, **options: Any) -> None:
        keys = list(PersonName.objects.order_by("pk").values_list("pk", flat=True))
        changed = 0
        for start in range(0, len(keys), BATCH):
            names = PersonName.objects.filter(pk__in=keys[start : start + BATCH])
            changed += record.update_name_keys(names.prefetch_related("tokens"))
        documents = rebuild_public()
        self.stdout.write(
            f"{len(keys)} names: the keys of {changed} changed. "
            f"The rows of {documents} published documents were made anew."
        )
