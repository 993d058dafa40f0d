"""The people of the benchmark are the same each time; what it asks of the database reads indexes alone."""

import json
import random
from itertools import islice
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from rapidfuzz.distance import OSA

from cases.benchmark import speed
from cases.benchmark.load import enter
from cases.benchmark.measure import slip
from cases.benchmark.people import people
from cases.benchmark.scratch import scratch_database
from cases.publication.models_search import PublicKey


def test_the_first_people_are_the_same_in_any_number() -> None:
    assert list(people(40)) == list(islice(people(2000), 40))
    assert list(people(40, seed=2)) != list(people(40))
    assert len({one.id for one in people(2000)}) == 2000


@pytest.mark.parametrize("name", ["Hanna Zarechnaya", "Ганна Зарэчная", "نرگس توکل"])
def test_a_slip_is_one_edit(name: str) -> None:
    rng = random.Random(1)
    assert all(OSA.distance(slip(name, rng), name) <= 1 for _ in range(200))


def test_the_database_of_the_record_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = str(tmp_path / "record.sqlite3")
    monkeypatch.setitem(connection.settings_dict, "NAME", record)
    with pytest.raises(ValueError, match="database of the record"), scratch_database(record):
        raise AssertionError("never entered")


@pytest.mark.django_db
def test_no_statement_of_a_search_reads_a_table_whole() -> None:
    sample = list(people(60))
    enter(sample)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "postgresql":  # of so few rows it would read all
            cursor.execute("SET LOCAL enable_seqscan = off")
    asked = [query for _, query in speed.queries(sample)]
    assert speed.scans(asked) == []
    assert PublicKey.objects.exists()


def test_the_speed_of_keys_is_told_as_measured_and_as_nominal(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("benchmark_keys", "--names", "10", "--json")
    report = json.loads(capsys.readouterr().out)
    assert report["names"] == 10
    assert report["a_second"] * report["slowness"] == pytest.approx(report["a_second_nominal"], rel=0.05)
    with pytest.raises(CommandError, match="At least one name"):
        call_command("benchmark_keys", "--names", "0")
