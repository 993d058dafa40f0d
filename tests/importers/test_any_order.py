"""The record is a function of the documents: not of their order, of interruptions, or of how often."""

import csv
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from importers import pipeline
from importers.batch import Options, import_all
from tests.importers.snapshot import snapshot

SEEDS = sorted(str(path) for path in (Path(settings.BASE_DIR) / "seeds").glob("*.txt"))
OPTIONS = Options(by="test", accept=True)
OF_ONE_DATABASE = ("id", "url", "version", "updated_at", "source_urls")


@pytest.fixture(scope="module")
def in_order(django_db_blocker: pytest.FixtureRequest, django_db_setup: None) -> dict[str, object]:
    """The record after importing the seeds once, in their order."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        import_all(SEEDS, OPTIONS)
        result = snapshot()
        transaction.set_rollback(True)
    return result


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_order_of_import_gives_the_same_record(in_order: dict[str, object], seed: int) -> None:
    paths = list(SEEDS)
    random.Random(seed).shuffle(paths)
    import_all(paths, OPTIONS)
    assert snapshot() == in_order


@pytest.mark.django_db
def test_a_second_import_is_all_unchanged(in_order: dict[str, object]) -> None:
    import_all(SEEDS, OPTIONS)
    again = import_all(SEEDS, OPTIONS)
    assert {one.outcome for one in again.documents} == {"unchanged"}
    assert sum(one.accepted for one in again.documents) == 0
    assert snapshot() == in_order


@pytest.mark.django_db
def test_accepting_later_gives_the_same_record_as_accepting_at_import(in_order: dict[str, object]) -> None:
    import_all(SEEDS, Options(by="test"))
    assert snapshot()["people"] == []
    import_all(SEEDS, OPTIONS)
    assert snapshot() == in_order


@pytest.mark.django_db
def test_a_document_that_fails_half_way_leaves_nothing_of_itself(
    in_order: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    import_all(SEEDS[1:], OPTIONS)
    before = snapshot()
    broken = monkeypatch.context()
    with broken as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(pipeline, "_accept_open", _interrupt)
        import_all(SEEDS[:1], OPTIONS)
    assert snapshot() == before
    import_all(SEEDS, OPTIONS)
    assert snapshot() == in_order


def _interrupt(*args: object, **kwargs: object) -> None:
    raise KeyboardInterrupt


def test_an_import_that_is_killed_and_run_again_gives_the_same_record(tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    for data in (whole, killed):
        _manage(data, "migrate", "--verbosity=0").check_returncode()
    _manage(whole, "load_seeds").check_returncode()
    _kill_in_the_middle(killed)
    _manage(killed, "load_seeds").check_returncode()
    assert _people(killed, tmp_path / "b.csv") == _people(whole, tmp_path / "a.csv")


def _environment(data: Path) -> dict[str, str]:
    without = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    return {**without, "TRACKER_DATA": str(data)}


def _command(*arguments: str) -> list[str]:
    return [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), *arguments]


def _manage(data: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(_command(*arguments), env=_environment(data), capture_output=True, check=False)


def _kill_in_the_middle(data: Path) -> None:
    process = subprocess.Popen(_command("load_seeds"), env=_environment(data), stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while _documents(data) < 2 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert 2 <= _documents(data) <= len(SEEDS)


def _documents(data: Path) -> int:
    with sqlite3.connect(data / "tracker.sqlite3", timeout=10) as connection:
        count: int = connection.execute("SELECT count(*) FROM cases_document").fetchone()[0]
    return count


def _people(data: Path, output: Path) -> list[dict[str, str]]:
    _manage(data, "export", "people", "--format", "csv", "--output", str(output)).check_returncode()
    with output.open(encoding="utf-8", newline="") as stream:
        rows = [{k: v for k, v in row.items() if k not in OF_ONE_DATABASE} for row in csv.DictReader(stream)]
    assert len(rows) > 10
    return sorted(rows, key=lambda row: row["name"])
