"""`manage.py benchmark_keys`: how many names a second get their keys, on one core."""

import json
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cases import names
from cases.benchmark.calibration import core_slowness
from cases.benchmark.people import people

WANTED = 20_000  # names a second that the project promises
STEP = 1_500  # names between two looks at the machine, whose speed changes from second to second


class Command(BaseCommand):
    help = "Measure how quickly keys are built, over invented names in mixed scripts; reads no database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--names", type=int, default=60_000, help="Names to build keys of (60000).")
        parser.add_argument("--json", action="store_true", help="Print one JSON object.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["names"] < 1:
            raise CommandError("At least one name.", returncode=2)
        spelt = [text for one in people(-(-options["names"] // 3)) for text in one.spellings]
        report = measure(spelt[: options["names"]])
        if options["json"]:
            self.stdout.write(json.dumps(report))
            return
        self.stdout.write(
            f"{report['names']:,} names: {report['a_second']:,} a second here,"
            f" {report['a_second_nominal']:,} at nominal speed (wanted: {WANTED:,});"
            f" this machine was {report['slowness']} times slower than nominal"
        )


def measure(spelt: Sequence[str]) -> dict[str, Any]:
    """Names a second of the processor, as measured and on a machine of nominal speed.

    Each name gets what a row of the record stores: its whole key and the keys of its parts.
    """
    names.tokens("Maryia Zarechnaya")  # the tables are read once, before
    taken = nominal = 0.0
    for at in range(0, len(spelt), STEP):
        before, began = core_slowness(), time.process_time()
        for text in spelt[at : at + STEP]:
            names.key(text)
            names.tokens(text)
        seconds = time.process_time() - began
        taken += seconds
        nominal += seconds / ((before + core_slowness()) / 2)
    return {
        "names": len(spelt),
        "a_second": round(len(spelt) / taken),
        "a_second_nominal": round(len(spelt) / nominal),
        "slowness": round(taken / nominal, 2),
    }
