"""Make a researcher's login, once."""

import secrets
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

GROUP = "Researchers"
APPS = ("cases", "publication", "importers")
PASSWORD_BYTES = 15  # 20 characters


class Command(BaseCommand):
    help = (
        "Makes a login for the research desk and prints its password, this once. "
        "Does nothing to a login that exists. Researchers may change the record and publish it, not users."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", nargs="?", default="researcher", help="the login (researcher)")
        parser.add_argument("--superuser", action="store_true", help="may also manage the users")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        name = options["name"]
        group = researchers()
        if User.objects.filter(username=name).exists():
            self.stdout.write(
                f"Research desk: /admin/, login “{name}” "
                f"(password printed when it was made; “manage.py changepassword {name}” sets another)."
            )
            return
        try:
            User.username_validator(name)
        except ValidationError as wrong:
            raise CommandError(wrong.messages[0], returncode=2) from None
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        user = User.objects.create_user(
            name, password=password, is_staff=True, is_superuser=options["superuser"]
        )
        user.groups.add(group)
        self.stdout.write(f"Research desk: /admin/, login “{name}”, password “{password}” (shown this once).")


def researchers() -> Group:
    """The group of researchers, with every permission on the record, its publication and the importer."""
    group, _ = Group.objects.get_or_create(name=GROUP)
    wanted = set(Permission.objects.filter(content_type__app_label__in=APPS))
    if wanted != set(group.permissions.all()):
        group.permissions.set(wanted)
    return group
