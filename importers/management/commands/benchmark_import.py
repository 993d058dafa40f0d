"""`manage.py benchmark_import`: how many documents a second come into a database made for it."""

import json
import os
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from cases.benchmark.calibration import NOMINAL, loop_milliseconds, slowness
from importers.batch import Options, import_all
from importers.extract import extract
from importers.management.commands.benchmark_extract import CORPUS, make_documents, peak_megabytes, texts_of
from importers.read import read

WANTED = 40  # documents a second that the project promises
SAMPLE = 100  # so many documents are read once more, to know what the rules take


@dataclass(frozen=True, slots=True)
class Measured:
    """What an import took, in seconds: by the clock, of this processor, and what reading takes of that."""

    database: str
    documents: int
    facts: int
    seconds: float
    processor: float
    reading: float
    loop: float  # milliseconds of the calibration loop, before and after

    @property
    def a_second(self) -> float:
        return self.documents / self.seconds

    def a_document(self, seconds: float) -> float:
        """Milliseconds a document."""
        return round(1000 * seconds / self.documents, 1)

    def as_json(self) -> dict[str, Any]:
        """The figures for machines."""
        return {
            "database": self.database,
            "documents_a_second": round(self.a_second, 1),
            "facts": self.facts,
            "reading_ms": self.a_document(self.reading),
            "writing_ms": self.a_document(self.processor - self.reading),
            "loop_ms": round(self.loop, 1),
            "documents_a_second_nominal": round(self.a_second * slowness(self.loop), 1),
            "megabytes": round(peak_megabytes()),
        }


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
        found = measure(documents, accept=options["accept"])
        if options["json"]:
            self.stdout.write(json.dumps(found.as_json()))
            return
        told = found.as_json()
        self.stdout.write(
            f"{found.database}: {found.documents} documents with {found.facts} facts"
            f" in {found.seconds:.1f} s, {found.a_second:.0f} a second, {told['megabytes']} MB at most\n"
            f"Of the processor {told['reading_ms']} ms a document to read, {told['writing_ms']} ms to write\n"
            f"The calibration loop takes {found.loop:.0f} ms; on a machine where it takes {NOMINAL:.0f} ms:"
            f" {told['documents_a_second_nominal']:.0f} a second (wanted: {WANTED}, without --accept)"
        )


def measure(documents: list[bytes], *, accept: bool) -> Measured:
    """Import documents into a database of their own; raises `CommandError` where one cannot be read."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        paths = [_written(Path(folder, f"{n:06}.txt"), data) for n, data in enumerate(documents)]
        with scratch_database(Path(folder)) as vendor:
            loop = loop_milliseconds()
            reading = _seconds_to_read(documents[:SAMPLE]) * len(documents) / len(documents[:SAMPLE])
            began, used = time.perf_counter(), time.process_time()
            summary = import_all(paths, Options(by="benchmark", accept=accept))
            seconds, processor = time.perf_counter() - began, time.process_time() - used
            loop = (loop + loop_milliseconds()) / 2
    if summary.errors:
        raise CommandError("\n".join(summary.errors))
    facts = sum(one.facts for one in summary.documents)
    return Measured(vendor, len(documents), facts, seconds, processor, reading, loop)


def _seconds_to_read(documents: list[bytes]) -> float:
    """Reading and rules alone, after a document that warms up what is made once."""
    extract(read(documents[0], "warm.txt"))
    began = time.process_time()
    for number, data in enumerate(documents):
        extract(read(data, f"{number}.txt"))
    return time.process_time() - began


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
