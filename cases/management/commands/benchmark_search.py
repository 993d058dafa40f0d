"""How surely and quickly the public search finds invented people in a database of its own."""

import json
import random
import time
from argparse import RawDescriptionHelpFormatter
from collections import Counter, defaultdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from cases.benchmark import measure, speed
from cases.benchmark.load import load
from cases.benchmark.people import Invented, people
from cases.benchmark.scratch import scratch_database
from cases.public import search

SMALL = 100_000  # up to so many, one spelling is stored and the others are asked for
LEAST = {"other spellings, first": 0.99, "other spellings, ten": 0.999}
LEAST |= {"one slip, ten": 0.97, "surname, among its bearers": 0.95}
MOST = {"postgresql": 60.0, "sqlite": 120.0}  # milliseconds, on the nominal machine

Figures = dict[str, float]


class Command(BaseCommand):
    help = __doc__ + (
        "\n\nMakes a temporary database of the configured kind, fills it, measures, and removes it; the "
        "record is not touched. Up to 100,000 people, one spelling each is stored and the two others are "
        "asked for; beyond, all three are stored and only times are taken. Exits with 1 if a limit is missed."
    )

    def create_parser(self, *args: Any, **kwargs: Any) -> CommandParser:
        return super().create_parser(*args, formatter_class=RawDescriptionHelpFormatter, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--persons", type=int, default=30_000, help="how many people (30000)")
        parser.add_argument("--sample", type=int, default=1000, help="how many of them are asked for (1000)")
        parser.add_argument("--seed", type=int, default=1, help="other people for another number")
        parser.add_argument("--keep", default="", metavar="NAME", help="keep the database, and use it again")
        parser.add_argument("--json", action="store_true", help="the figures as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["persons"] < 1:
            raise CommandError("--persons: one at least.")
        everyone = list(people(options["persons"], options["seed"]))
        sample = random.Random(options["seed"]).sample(  # noqa: S311 - names, not secrets
            everyone, min(options["sample"], len(everyone))
        )
        stored = 1 if len(everyone) <= SMALL else 3
        try:
            with scratch_database(options["keep"]):
                figures = self._filled(everyone, stored)
                if stored == 1:
                    figures |= _recall(everyone, sample)
                figures |= _speed(sample)
        except ValueError as refused:
            raise CommandError(str(refused)) from refused
        missed = _missed(figures)
        self._show(figures, missed, options["json"])
        if missed:
            raise CommandError(f"{len(missed)} limits are missed.", returncode=1)

    def _filled(self, everyone: list[Invented], stored: int) -> Figures:
        """A database that was kept is used as it is."""
        figures = {"persons": float(len(everyone)), "spellings stored": float(stored)}
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM publication_publicperson")
            there = cursor.fetchone()[0]
        if there:
            return figures
        started = time.perf_counter()
        figures["keys"] = float(load(everyone, stored))
        return figures | {"loaded in seconds": time.perf_counter() - started}

    def _show(self, figures: Figures, missed: list[str], as_json: bool) -> None:
        if as_json:
            self.stdout.write(
                json.dumps({**figures, "database": connection.vendor, "missed": missed}, indent=1)
            )
            return
        for name, figure in figures.items():
            self.stdout.write(f"{name:<40}{figure:>14,.4f}".rstrip("0").rstrip("."))
        for line in missed:
            self.stdout.write(f"missed: {line}")


def _recall(everyone: list[Invented], sample: list[Invented]) -> Figures:
    by_id = {one.id: one for one in everyone}
    bearers = Counter(one.surname for one in everyone)
    other, slipped, surname = (
        measure.recall(asked, by_id, lambda one: bearers[one.surname])
        for asked in (
            measure.other_spellings(sample),
            measure.misspelt(sample),
            measure.surnames(sample),
        )
    )
    return {
        "other spellings, first": other.share(other.first),
        "other spellings, ten": other.share(other.ten),
        "one slip, first": slipped.share(slipped.first),
        "one slip, ten": slipped.share(slipped.ten),
        "surname, among its bearers": surname.share(surname.within),
    }


def _speed(sample: list[Invented]) -> Figures:
    """Times over all kinds of query, and of each; the first hundred warm up the caches."""
    asked = list(speed.queries(sample))
    for _, query in asked[:100]:
        speed.answer(query)
    times: dict[str, list[float]] = defaultdict(list)
    pages = []
    for kind, query in asked:
        times[kind].append(speed.timed(search.people, query))
        pages.append(speed.timed(speed.answer, query))
    found = [one for own in times.values() for one in own]
    figures = {"seconds for ten million additions": speed.calibration(), "nominal": speed.NOMINAL}
    figures |= {f"search p{share}, ms": speed.percentile(found, share / 100) for share in (50, 95, 99)}
    figures |= {f"{kind} p95, ms": speed.percentile(own, 0.95) for kind, own in times.items()}
    figures |= {
        f"with the first page p{share}, ms": speed.percentile(pages, share / 100) for share in (50, 95)
    }
    return figures | {"tables read whole": float(len(speed.scans([query for _, query in asked[:100]])))}


def _missed(figures: Figures) -> list[str]:
    """Limits that these figures miss; a time counts as the nominal machine would have taken it."""
    missed = [
        f"{name}: {figures[name]:.4f}, at least {least}"
        for name, least in LEAST.items()
        if figures.get(name, least) < least
    ]
    most = MOST[connection.vendor]
    took = figures["search p95, ms"] * speed.NOMINAL / figures["seconds for ten million additions"]
    if took > most:
        missed.append(f"search p95: {took:.0f} ms on the nominal machine, at most {most:.0f}")
    if figures["tables read whole"]:
        missed.append("some statements read a whole table")
    return missed
