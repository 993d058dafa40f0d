"""Check the rules that span rows of the record."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cases.constraints import RULES, statement


class Command(BaseCommand):
    help = "Checks every rule of the record that spans rows. Prints what breaks one, and exits with 1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--list", action="store_true", help="list the rules and check nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["list"]:
            self.stdout.write("\n".join(f"{rule.__name__}: {statement(rule)}" for rule in RULES))
            return
        found = 0
        for rule in RULES:
            for breach in rule():
                found += 1
                self.stdout.write(f"{rule.__name__}: {breach}")
        if found:
            raise CommandError(
                f"{found} {'breach' if found == 1 else 'breaches'} of the record.", returncode=1
            )
        self.stdout.write(f"The record holds: {len(RULES)} rules.")
