"""score_names: figures for a table of labelled pairs."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from cases.names.measure import measure

PAIRS = """a,b,same
Maryia Kalesnikava,Мария Колесникова,1
Ales Bialiatski,Zzz Qqq,1
Ales Bialiatski,Andrei Bialiatski,0
Ivan Safronov,Ivan Safonov,0
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.csv"
    path.write_text(PAIRS, encoding="utf-8")
    return path


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("score_names", *arguments, stdout=out)
    return out.getvalue()


def test_it_prints_the_figures_and_the_errors(table: Path) -> None:
    printed = run(str(table))
    assert "recall_at_zero_fp  0.5000" in printed
    assert "missed" in printed
    assert "Zzz Qqq" in printed


def test_json_has_the_same(table: Path) -> None:
    report = json.loads(run(str(table), "--json"))
    assert report["recall_at_zero_fp"] == 0.5
    assert report["auc"] == pytest.approx(0.625)
    assert report["wrongly_linked"] == 0
    assert [error["b"] for error in report["errors"]] == ["Zzz Qqq"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\nx,y\n", "column same is missing"),
        ("a,b,same\nx,y,maybe\n", "line 2"),
        ("a,b,same\nx,y,1\n", "pairs of different names"),
        ("", "column a is missing"),
    ],
)
def test_a_wrong_table_is_met_with_a_sentence(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=says):
        run(str(path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere\.csv"):
        run(str(tmp_path / "nowhere.csv"))


def test_auc_counts_ties_half() -> None:
    assert measure([("x y", "x y", True), ("a b", "a b", False)]).auc == 0.5
