"""The benchmark of resolution says what it measured, and that every look goes by an index."""

import json
import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

from django.conf import settings

from importers.management.commands.benchmark_resolve import people


def test_it_tells_its_times_and_looks_by_indexes_alone(tmp_path: Path) -> None:
    without = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    command = [
        sys.executable,
        "manage.py",
        "benchmark_resolve",
        "--people",
        "300",
        "--documents",
        "2",
        "--json",
    ]
    done = subprocess.run(
        command,
        cwd=settings.BASE_DIR,
        env={**without, "TRACKER_DATA": str(tmp_path)},
        capture_output=True,
        check=True,
    )
    told = json.loads(done.stdout)
    assert told["scans"] == []
    assert min(told["median_ms"], told["p95_ms"], told["slowness"]) > 0
    assert not list(tmp_path.glob("*.sqlite3"))


def test_the_invented_people_are_the_same_each_time() -> None:
    assert list(islice(people(20), 10)) == list(people(10))
