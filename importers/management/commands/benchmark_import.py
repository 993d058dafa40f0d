"""`manage.py benchmark_import`: how many documents a second come into a database made for it."""

import json
import os
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from importers.batch import Options, Summary, import_all
from importers.management.commands.benchmark_extract import CORPUS, make_documents, peak_megabytes, texts_of

WANTED = 40  # documents a second that the project promises


class Command(BaseCommand):
    help = (
        "Measure the import of documents into a database made for it and removed afterwards: beside the"
        " one of DATABASE_URL on its PostgreSQL server, or else an SQLite file. The record stays as it is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--documents", type=int, default=1000, help="How many documents (1000).")
        parser.add_argument("--size", type=int, default=6000, help="Bytes of each (6000).")
        parser.add_argument("--texts", type=Path, default=CORPUS, help=f"Folder of texts ({CORPUS}).")
        parser.add_argument("--accept", action="store_true", help="Accept what is found, too.")
        parser.add_argument("--json", action="store_true", help="Print one JSON object.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["documents"] < 1 or options["size"] < 1:
            raise CommandError("At least one document of one byte.", returncode=2)
        documents = make_documents(texts_of(options["texts"]), options["documents"], options["size"])
        with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
            paths = [_written(Path(folder, f"{n:06}.txt"), data) for n, data in enumerate(documents)]
            with scratch_database(Path(folder)) as vendor:
                began = time.perf_counter()
                summary = import_all(paths, Options(by="benchmark", accept=options["accept"]))
                seconds = time.perf_counter() - began
        if summary.errors:
            raise CommandError("\n".join(summary.errors))
        self._say(vendor, seconds, summary, as_json=options["json"])

    def _say(self, vendor: str, seconds: float, summary: Summary, *, as_json: bool) -> None:
        number = len(summary.documents)
        facts = sum(one.facts for one in summary.documents)
        speed, memory = number / seconds, peak_megabytes()
        if as_json:
            said = {"database": vendor, "documents_a_second": round(speed, 1), "facts": facts}
            self.stdout.write(json.dumps(said | {"megabytes": round(memory)}))
            return
        self.stdout.write(
            f"{vendor}: {number} documents with {facts} facts in {seconds:.1f} s, {speed:.0f} a second"
            f" (wanted: {WANTED}), {memory:.0f} MB at most"
        )


def _written(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


@contextmanager
def scratch_database(folder: Path) -> Iterator[str]:
    """An empty database with all tables, of the kind that is configured; gives the name of that kind."""
    name = connection.settings_dict["NAME"]
    made = f"benchmark_{os.getpid()}"
    test = connection.settings_dict["TEST"]
    test["NAME"] = str(folder / f"{made}.sqlite3") if connection.vendor == "sqlite" else made
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield connection.vendor
    finally:
        connection.creation.destroy_test_db(str(name), verbosity=0)
