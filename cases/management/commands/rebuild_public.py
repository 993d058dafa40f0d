"""Make the public tables anew."""

from typing import Any

from django.core.management.base import BaseCommand

from cases.publication.public_rows import rebuild_public


class Command(BaseCommand):
    help = (
        "Makes the public tables anew from the published documents, after an update that brought a new "
        "column or other search keys. Publishes nothing and changes no document. Readers see the old rows "
        "until it is done."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"The rows of {rebuild_public()} published documents were made anew.")
