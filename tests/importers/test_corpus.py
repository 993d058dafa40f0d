"""The project's own corpus: what was right stays right, and the expectations fit their texts."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from importers.corpus import Finding, score, words
from importers.corpus_baseline import compare
from importers.extract import extract
from importers.read import read
from importers.show import as_json

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
GOLD = {
    row["doc"]: row
    for row in map(json.loads, (CORPUS / "gold.jsonl").read_text(encoding="utf-8").splitlines())
}


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    found = {}
    for name in GOLD:
        reading = read(CORPUS / "texts" / f"{name}.txt")
        found[name] = as_json(reading, extract(reading))
    return score(GOLD, found)


def test_nothing_that_the_baseline_holds_is_lost(findings: list[Finding]) -> None:
    baseline = json.loads((CORPUS / "baseline.json").read_text(encoding="utf-8"))
    lost = [str(one) for one in compare(baseline, findings).lost]
    assert not lost, (
        "Mend the rule; or, where the loss is meant, run corpus_report with --update-baseline and a --reason"
        " (tests/corpus/README.md). Lost:\n" + "\n".join(lost)
    )


def test_the_baseline_knows_every_text_and_says_why_it_is_what_it_is() -> None:
    baseline = json.loads((CORPUS / "baseline.json").read_text(encoding="utf-8"))
    assert set(baseline["documents"]) == set(GOLD)
    assert all(line["reason"] for line in baseline["log"])


def test_every_text_has_an_expectation_and_the_other_way_round() -> None:
    assert {path.stem for path in (CORPUS / "texts").glob("*.txt")} == set(GOLD)


def test_the_corpus_is_as_broad_as_it_says() -> None:
    assert len(GOLD) >= 60
    assert len({row["country"] for row in GOLD.values() if row["country"]}) >= 15
    assert len({row["style"] for row in GOLD.values()}) >= 12
    halves = [sum(row["split"] == half for row in GOLD.values()) for half in "ab"]
    assert sum(halves) == len(GOLD)
    assert abs(halves[0] - halves[1]) <= 2


@pytest.mark.parametrize("row", GOLD.values(), ids=list(GOLD))
def test_a_text_says_the_names_that_are_expected_of_it(row: Mapping[str, Any]) -> None:
    said = words((CORPUS / "texts" / f"{row['doc']}.txt").read_text(encoding="utf-8"))
    names = [*(one["name"] for one in row["people"]), *row["not_people"]]
    missing = {part for name in names for part in words(name)} - set(said)
    glued = " ".join(said)
    assert not [part for part in missing if part not in glued]
