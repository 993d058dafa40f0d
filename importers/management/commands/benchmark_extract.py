"""`manage.py benchmark_extract`: how fast extraction is, whether it is linear, how much memory it takes."""

import gc
import json
import resource
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import mean
from typing import Any

import regex
from django.core.management.base import BaseCommand, CommandError

from cases.benchmark.calibration import NOMINAL, core_slowness
from importers.extract import extract
from importers.read import ReadError, find_documents, read

CORPUS = Path("tests/corpus/texts")
LARGEST = 1_000_000
DOCUMENTS_A_SECOND = 150  # what the project promises of documents of 6 kB on one core
GROWTH = 2.3  # and of the time of a text twice as long
MEGABYTES = 250
BETWEEN = 20  # documents between two runs of the calibration loop
SHORT = 60  # characters of the longest title or date line
SURNAME = regex.compile(r"(?<=\b\p{Lu}\p{Ll}+ )\p{Lu}\p{Ll}{4,}(?=,| (?:was|is|has|and|who|had|were)\b|’s)")
ONSETS = [one + two for two in ("", "l", "r") for one in "BDFGKMNPSTVZ"]


@dataclass(frozen=True, slots=True)
class Growth:
    """The time that texts of n and 2n bytes take."""

    size: int
    seconds: float
    seconds_twice: float

    @property
    def ratio(self) -> float:
        return self.seconds_twice / self.seconds


@dataclass(frozen=True, slots=True)
class Speed:
    """Documents a second here, and how many times slower than nominal this core was then."""

    here: float
    slowness: float

    @property
    def nominal(self) -> float:
        """Documents a second on the machine that the promise is made for."""
        return self.here * self.slowness


class Command(BaseCommand):
    help = (
        "Measure extraction on one core: documents a second, the time of a text twice as long, and memory."
        " The documents are put together from a folder of texts. Writes nothing."
    )
    requires_system_checks: list[str] = []  # Django's own form; no database is needed

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--documents", type=int, default=300, help="How many documents (300).")
        parser.add_argument("--size", type=int, default=6000, help="Bytes of each (6000).")
        parser.add_argument("--texts", type=Path, default=CORPUS, help=f"Folder of texts ({CORPUS}).")
        parser.add_argument(
            "--largest", type=int, default=LARGEST, help="Bytes of the longest text (1000000)."
        )
        parser.add_argument("--json", action="store_true", help="Print one JSON object.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["documents"] < 1 or options["size"] < 1:
            raise CommandError("At least one document of one byte.", returncode=2)
        texts = texts_of(options["texts"])
        documents = make_documents(texts, options["documents"], options["size"])
        speed = documents_a_second(documents)
        many = peak_megabytes()
        growth = [grow(texts, size) for size in sizes(options["size"], options["largest"])]
        memory = peak_megabytes()
        if options["json"]:
            rows = [{"size": one.size, "ratio": round(one.ratio, 2)} for one in growth]
            said = {
                "documents_a_second": round(speed.here, 1),
                "documents_a_second_nominal": round(speed.nominal, 1),
                "slowness": round(speed.slowness, 2),
                "growth": rows,
                "megabytes": round(memory),
            }
            self.stdout.write(json.dumps(said))
            return
        self.stdout.write(
            f"{len(documents)} documents of {options['size']} bytes: {speed.here:.0f} a second,"
            f" {many:.0f} MB at most\n"
            f"The calibration loop takes {speed.slowness * NOMINAL:.0f} ms; on a machine where it takes"
            f" {NOMINAL:.0f} ms: {speed.nominal:.0f} a second (wanted: {DOCUMENTS_A_SECOND})"
        )
        for one in growth:
            self.stdout.write(
                f"{one.size:>9} bytes {one.seconds:7.2f} s, twice as many {one.seconds_twice:7.2f} s:"
                f" {one.ratio:.2f} times (wanted: at most {GROWTH})"
            )
        self.stdout.write(f"Memory, long texts included: {memory:.0f} MB at most (wanted: {MEGABYTES})")


def texts_of(folder: Path) -> list[str]:
    """The texts of a folder; raises `CommandError` where there are none."""
    try:
        return [read(path).text for path in find_documents([str(folder)])]
    except ReadError as error:
        raise CommandError(str(error), returncode=2) from None


def make_documents(texts: list[str], number: int, size: int) -> list[bytes]:
    """Documents of `size` bytes, each one article of paragraphs in a row.

    When all paragraphs were used they come again with other surnames: else a long text would be a repetition,
    which costs less, and always speak of the same few people.
    """
    rest = _paragraphs(texts)
    documents = []
    for n in range(number):
        text = f"Collection {n + 1}\n\n{1 + n % 28} June {2015 + n % 10}\n\n"
        while len(text.encode()) < size:
            text += next(rest) + "\n\n"
        documents.append(text.encode()[:size].decode(errors="ignore").encode())
    return documents


def _paragraphs(texts: list[str]) -> Iterator[str]:
    """Paragraphs without end. Titles and date lines are left out: they would cut the document in pieces."""
    long = [part for text in texts for part in text.split("\n") if len(part) > SHORT] or [" ".join(texts)]
    for turn in count():
        for part in long:
            yield _with_other_surnames(part, ONSETS[turn % len(ONSETS)]) if turn else part


def _with_other_surnames(text: str, onset: str) -> str:
    """“Elnur Safarov was” with the onset “Br” is “Elnur Brafarov was”."""

    def renamed(match: "regex.Match[str]") -> str:
        return onset + match[0].lower().lstrip("bcdfghjklmnpqrstvwxyz")

    return SURNAME.sub(renamed, text)


def documents_a_second(documents: list[bytes]) -> Speed:
    """Reading and extraction, in time of the processor, after a document that warms up what is made once.

    The calibration loop runs before, between and after, so that it meets the same noise.
    """
    extract(read(documents[0], "warm.txt"))
    seconds, slowness = 0.0, [core_slowness()]
    for first in range(0, len(documents), BETWEEN):
        began = time.process_time()
        for n, data in enumerate(documents[first : first + BETWEEN], first):
            extract(read(data, f"{n}.txt"))
        seconds += time.process_time() - began
        slowness.append(core_slowness())
    return Speed(len(documents) / seconds, mean(slowness))


def sizes(smallest: int, largest: int) -> list[int]:
    """Sizes to double: the last one doubled is the longest text."""
    found = []
    size = largest // 2
    while size > max(smallest, largest // 40):
        found.append(size)
        size //= 4
    return sorted(found)


def grow(texts: list[str], size: int) -> Growth:
    return Growth(size, seconds(texts, size), seconds(texts, 2 * size))


def seconds(texts: list[str], size: int) -> float:
    """How long extraction of one text of `size` bytes takes; the better of two runs where they are short."""
    (data,) = make_documents(texts, 1, size)
    reading = read(data, "long.txt")
    best = float("inf")
    for _ in range(2 if size < 200_000 else 1):
        gc.collect()
        began = time.process_time()
        extract(reading)
        best = min(best, time.process_time() - began)
    return best


def peak_megabytes() -> float:
    """The most memory that this process held so far; macOS counts bytes, Linux kilobytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
