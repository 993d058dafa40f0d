"""Load the bundled documents: import, accept and publish. A second run changes nothing."""

import hashlib
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from importers.batch import Options, import_all
from importers.management.commands.import_documents import as_text

OPERATOR = "load_seeds"


class Command(BaseCommand):
    help = "Import, accept and publish the documents in seeds/, as their manifest lists them."

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.BASE_DIR) / "seeds"
        whole = Options(by=OPERATOR, accept=True, publish=True)
        entries = listed(folder)
        particular = {
            path: replace(whole, publisher=entry.get("publisher", "")) for path, entry in entries.items()
        }
        summary = import_all(list(entries), whole, particular)
        self.stdout.write(as_text(summary))
        if summary.errors:
            raise CommandError("\n".join(summary.errors), returncode=2)


def listed(folder: Path) -> dict[str, dict[str, str]]:
    """The documents that the manifest lists with what it says of each, checked against their hashes there."""
    manifest = folder / "manifest.toml"
    if not manifest.is_file():
        raise CommandError(f"{manifest} is missing.", returncode=2)
    entries: dict[str, dict[str, str]] = {}
    for entry in tomllib.loads(manifest.read_text(encoding="utf-8"))["document"]:
        path = folder / entry["file"]
        if not path.is_file():
            raise CommandError(f"{path} is listed in the manifest and missing.", returncode=2)
        if hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
            raise CommandError(f"{path} is not the document of the manifest: its hash differs.", returncode=2)
        entries[str(path)] = entry
    return entries
