"""Prove that no publication was altered."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cases.publication.models import LogHead
from cases.publication.verify import breaches


class Command(BaseCommand):
    help = (
        "Recomputes every hash of the log of publications and compares the public rows with the "
        "documents. Prints what is wrong and where, and exits with 1. The last line names the head of the "
        "log: keep it elsewhere, and give it as --head later to see that the log still holds it."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--head", default="", help="a hash that was the head of the log once")

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for breach in breaches(options["head"]):
            found += 1
            self.stdout.write(breach)
        head = LogHead.objects.filter(id=1).first() or LogHead()
        if found:
            raise CommandError(
                f"{found} {'breach' if found == 1 else 'breaches'} of the publications.", returncode=1
            )
        self.stdout.write(f"The publications hold. Head of the log: {head.number} {head.hash}".rstrip())
