"""The benchmark of import says what it measured, in a database of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings


def test_it_tells_its_speed_and_that_of_the_machine_and_leaves_no_database(tmp_path: Path) -> None:
    without = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    command = [sys.executable, "manage.py", "benchmark_import", "--documents", "2", "--size", "400", "--json"]
    done = subprocess.run(
        command,
        cwd=settings.BASE_DIR,
        env={**without, "TRACKER_DATA": str(tmp_path)},
        capture_output=True,
        check=True,
    )
    told = json.loads(done.stdout)
    assert told["database"] == "sqlite"
    assert min(told["documents_a_second"], told["reading_ms"], told["loop_ms"]) > 0
    assert not list(tmp_path.glob("*.sqlite3"))
