"""`manage.py benchmark_resolve`: how long it takes to find whom a document names, among a million people."""

import json
import random
import re
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from cases import bulk, names
from cases.benchmark.calibration import loop_milliseconds, slowness
from cases.models import NameToken, Person, PersonName
from cases.names import given_names
from importers import matching
from importers.management.commands.benchmark_import import scratch_database
from importers.models import Mention
from importers.resolve.facts import Facts

WANTED = 150  # milliseconds a document that the project promises, at the worst but one in twenty
MENTIONS = 8  # people named in one document
BATCH = 5000
SYLLABLES = (
    *("ka", "ro", "le", "ni", "vas", "tar", "bo", "gri", "mel", "zan", "hu", "dzi", "che", "sha"),
    *("par", "lyu", "yan", "der", "mo", "fi", "sta", "vro", "kol", "pe", "ze"),
)
ENDINGS = ("ov", "enko", "ich", "uk", "in", "ski", "yan", "adze", "ak", "ez")
OF_COMMONEST = 2.7  # the n-th family name is borne in proportion to 1 / (n + this)


class Command(BaseCommand):
    help = (
        "Measure the resolution of documents against many invented people, in a database made for it and"
        " removed afterwards. The record stays as it is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--people", type=int, default=1_000_000, help="People of the record (1000000).")
        parser.add_argument("--documents", type=int, default=200, help="Documents to resolve (200).")
        parser.add_argument("--json", action="store_true", help="Print one JSON object.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["people"] < 1 or options["documents"] < 1:
            raise CommandError("At least one person and one document.", returncode=2)
        with (
            tempfile.TemporaryDirectory(prefix="benchmark-") as folder,
            scratch_database(Path(folder)) as kind,
        ):
            load(people(options["people"]))
            plans = scans()
            seconds = sorted(measure(documents(options["documents"], options["people"])))
        report = {
            "database": kind,
            "people": options["people"],
            "median_ms": round(1000 * seconds[len(seconds) // 2], 1),
            "p95_ms": round(1000 * seconds[int(0.95 * (len(seconds) - 1))], 1),
            "slowness": round(slowness(loop_milliseconds()), 2),
            "scans": plans,
        }
        if options["json"]:
            self.stdout.write(json.dumps(report))
            return
        self.stdout.write(
            f"{kind}, {report['people']:,} people, {MENTIONS} named a document:"
            f" median {report['median_ms']} ms, 95 of 100 within {report['p95_ms']} ms (wanted: {WANTED});"
            f" this machine is {report['slowness']} times slower than nominal"
        )
        for plan in plans:
            self.stdout.write(f"Not by an index: {plan}")


def people(count: int, seed: int = 1) -> Iterator[str]:
    """The names of so many people, their family names as common as family names are; always the same."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    given = [form for name in given_names() for form in name.forms[:3]]
    families = [
        "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3)))) + chance.choice(ENDINGS)
        for _ in range(40_000)
    ]
    weights = list(accumulate(1 / (at + OF_COMMONEST) for at in range(len(families))))
    for _ in range(count):
        yield f"{chance.choice(given)} {chance.choices(families, cum_weights=weights)[0].title()}"


def load(everybody: Iterator[str]) -> None:
    """Enter people, each with one name and its keys."""
    if connection.vendor == "sqlite":  # nothing here is worth a journal
        with connection.cursor() as cursor:
            for setting in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-600000"):
                cursor.execute(f"PRAGMA {setting}")
    while batch := list(islice(everybody, BATCH)):
        persons = [Person(country="BY") for _ in batch]
        bulk.insert(persons)
        rows = [
            PersonName(
                person=person,
                text=text,
                is_primary=True,
                key=names.key(text),
                key_version=names.KEY_VERSION,
            )
            for person, text in zip(persons, batch, strict=True)
        ]
        bulk.insert(rows)
        bulk.insert([NameToken(name=row, token=token) for row in rows for token in names.tokens(row.text)])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def documents(count: int, among: int) -> list[list[Mention]]:
    """Documents that name people of the record in the same and in other words, and some who are not in it."""
    known = list(people(among))
    chance = random.Random(2)  # noqa: S311 - nothing is kept secret by it
    made = []
    for _ in range(count):
        chosen = [chance.choice(known).split(" ") for _ in range(MENTIONS)]
        texts = {" ".join(chance.choice((words, words[::-1]))) for words in chosen}
        made.append([Mention(name=text, country="BY") for text in sorted(texts)])
    return made


def measure(pending: Sequence[Sequence[Mention]]) -> list[float]:
    """The seconds that each document takes."""
    told: dict[str, Facts] = {}
    seconds = []
    for mentions in pending:
        began = time.perf_counter()
        matching.resolve_all(mentions, told)
        seconds.append(time.perf_counter() - began)
    return seconds


def scans() -> list[str]:
    """The steps of the look-ups that read a whole table; none where each goes by an index."""
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    sharing = matching.SHARING.format(family="%s", others="%s", most=matching.SCANNED)
    steps: list[str] = []
    for sql, values in ((matching.BEARERS, ["A"]), (matching.NAMESAKES, ["A"]), (sharing, ["A", "B"])):
        with connection.cursor() as cursor:
            cursor.execute(f"{explain} {sql} LIMIT {matching.COMMON}", values)
            steps += [" ".join(map(str, row)) for row in cursor.fetchall()]
    tables = (NameToken._meta.db_table, PersonName._meta.db_table)
    scan = re.compile(rf"Seq Scan on (?:{'|'.join(tables)})|SCAN (?:o|n|{'|'.join(tables)})\b(?!.*INDEX)")
    return [step.strip() for step in steps if scan.search(step)]
