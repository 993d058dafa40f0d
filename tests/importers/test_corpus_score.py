"""How extraction is counted, and what a change gains and loses."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from importers.corpus import Finding, dates_agree, figures, names_agree, score, term
from importers.corpus_baseline import compare, renewed

Row = dict[str, Any]
SENTENCE: Row = {"kind": "sentence", "date": "2024-05-02", "years": 5, "modality": "stated"}
ARREST: Row = {"kind": "arrest", "date": "2024-01", "modality": "stated"}


def person(*facts: Row, name: str = "Elnur Safarov", status: str = "detained", **more: Any) -> Row:
    return {"name": name, "also": [], "status": status, "facts": list(facts), **more}


def findings(expected: list[Row], found: list[Row], **more: Any) -> list[Finding]:
    return score({"one": {"doc": "one", "people": expected, **more}}, {"one": {"people": found}})


def said(expected: list[Row], found: list[Row], **more: Any) -> list[str]:
    """Everything that is not right, in words."""
    rows = findings(expected, found, **more)
    return [f"{one.verdict} {one.what} {one.kind}".strip() for one in rows if one.verdict != "right"]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Elnur Safarov", "ELNUR SAFAROV", True),
        ("Zeledón Ruiz", "Zeledon Ruiz", True),
        ("Safarov", "Elnur Safarov", True),
        ("Elnur", "Elnur Safarov", False),
        ("Elnur Safarov", "Elnur Rahimli oglu Safarov", True),
        ("Elnur Safarov", "Gunel Safarova", False),
        ("al-Mutlaq", "Noura al-Mutlaq", True),
        ("", "Elnur Safarov", False),
    ],
)
def test_names(one: str, other: str, agree: bool) -> None:
    assert names_agree(one, other) is agree
    assert names_agree(other, one) is agree


@pytest.mark.parametrize(
    ("found", "expected", "agree"),
    [
        ("2024-05", "2024-05-02", True),
        ("2024-05-02", "2024-05", True),
        ("2024~", "2024-05", True),
        ("2023", "2024", False),
        ("", "2024", False),
        (None, "2024", False),
        ("2024", None, True),
    ],
)
def test_dates(found: str | None, expected: str | None, agree: bool) -> None:
    assert dates_agree(found, expected) is agree


@pytest.mark.parametrize(
    ("fact", "length"),
    [
        ({"years": 7, "months": 6}, 90),
        ({"days": 15}, 0.5),
        ({"life": True}, "life"),
        ({"death_penalty": True}, "death"),
        ({}, None),
    ],
)
def test_terms(fact: Row, length: float | str | None) -> None:
    assert term(fact) == length


def test_all_is_right_where_all_is_found() -> None:
    rows = findings([person(SENTENCE, ARREST)], [person(SENTENCE, ARREST)])
    assert {one.verdict for one in rows} == {"right"}
    assert figures(rows).facts.f1 == figures(rows).people.recall == figures(rows).dates.share == 1


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        ([], ["missed person", "missed fact sentence"]),
        ([person(SENTENCE | {"years": 9})], ["missed fact sentence", "wrong fact sentence"]),
        ([person(SENTENCE | {"date": "2023"})], ["wrong date sentence"]),
        ([person(SENTENCE, SENTENCE)], []),
        ([person(SENTENCE, ARREST)], ["wrong fact arrest"]),
        ([person(SENTENCE, ARREST | {"modality": "denied"})], []),
        ([person(SENTENCE, {"kind": "visit"})], []),
        ([person(SENTENCE, status="released")], ["wrong status"]),
        ([person(SENTENCE), person(name="Safarov")], ["wrong person split"]),
        ([person(SENTENCE), person(name="Ramil Huseynzade")], ["wrong person forbidden"]),
        ([person(SENTENCE), person(name="Somebody Else")], ["wrong person"]),
    ],
)
def test_what_is_missed_and_wrong(found: list[Row], wrong: list[str]) -> None:
    assert sorted(said([person(SENTENCE)], found, not_people=["Ramil Huseynzade"])) == sorted(wrong)


def test_what_is_optional_is_neither_asked_for_nor_wrong() -> None:
    expected = [person(SENTENCE, ARREST | {"optional": True}), person(name="Maybe He", optional=True)]
    assert said(expected, [person(SENTENCE)]) == []
    assert said(expected, [person(SENTENCE, ARREST), person(ARREST, name="Maybe He")]) == []


def test_facts_that_were_not_annotated_are_not_looked_at() -> None:
    assert said([person() | {"facts": None}], [person(SENTENCE, status="released")]) == []


def test_counts_are_looked_at_where_they_are_expected() -> None:
    release = {"kind": "release", "count": 41, "date": None, "qualifier": "exactly"}
    found = {"one": {"people": [], "group_events": [release], "figures": [{"what": "detained", "count": 9}]}}
    row = {"doc": "one", "people": [], "group_events": [release | {"count": 40}, release], "figures": []}
    rows = [f"{one.verdict} {one.label}" for one in score({"one": row}, found)]
    assert rows == ["missed 40 release", "right 41 release", "wrong 9 detained"]
    assert score({"one": {"doc": "one", "people": []}}, found) == []


def test_gains_and_losses_are_named() -> None:
    before = renewed(
        {}, findings([person(SENTENCE, ARREST)], [person(SENTENCE)]), on="2025-01-01", reason="First"
    )
    change = compare(before, findings([person(SENTENCE, ARREST)], [person(ARREST), person(name="Judge Who")]))
    assert [one.text for one in change.gained] == [
        "now right: date: Elnur Safarov: arrest 2024-01",
        "now right: fact: Elnur Safarov: arrest 2024-01",
    ]
    assert [one.text for one in change.lost] == [
        "no longer right: date: Elnur Safarov: sentence 2024-05-02, 5 years",
        "no longer right: fact: Elnur Safarov: sentence 2024-05-02, 5 years",
        "now found wrongly: person: Judge Who",
    ]


def test_an_expectation_that_is_taken_back_is_no_loss() -> None:
    before = renewed({}, findings([person(SENTENCE)], [person(SENTENCE)]), on="2025-01-01", reason="First")
    assert compare(before, findings([person()], [person()])).lost == ()


def test_a_baseline_is_not_written_without_a_reason() -> None:
    with pytest.raises(ValueError, match="reason"):
        renewed({}, [], on="2025-01-01", reason="  ")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One text with its expectation."""
    (tmp_path / "texts").mkdir()
    text = "Baku, 14 May 2024 – Blogger Elnur Safarov was arrested on 10 May 2024.\n"
    (tmp_path / "texts" / "one.txt").write_text(text, encoding="utf-8")
    row = {"doc": "one", "split": "a", "people": [person({"kind": "arrest", "date": "2024-05-10"})]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return tmp_path


def report(folder: Path, *more: str) -> str:
    out = StringIO()
    paths = [str(folder / "texts"), "--gold", str(folder / "gold.jsonl")]
    call_command("corpus_report", *paths, *more, stdout=out)
    return out.getvalue()


def test_the_report_counts_and_the_baseline_keeps_its_reason(folder: Path) -> None:
    kept = folder / "baseline.json"
    report(folder, "--baseline", str(kept), "--update-baseline", "--reason", "The first run")
    assert json.loads(kept.read_text(encoding="utf-8"))["log"][0]["reason"] == "The first run"
    assert "0 gained, 0 lost" in report(folder, "--baseline", str(kept))
    assert json.loads(report(folder, "--json"))["facts"]["f1"] == 1


def test_the_report_fails_where_something_is_lost(folder: Path) -> None:
    kept = str(folder / "baseline.json")
    report(folder, "--baseline", kept, "--update-baseline", "--reason", "The first run")
    (folder / "texts" / "one.txt").write_text("Nothing happened in Baku.\n", encoding="utf-8")
    with pytest.raises(CommandError, match="lost") as error:
        report(folder, "--baseline", kept)
    assert error.value.returncode == 1
    report(folder, "--baseline", kept, "--update-baseline", "--reason", "The text changed")
    log = json.loads(Path(kept).read_text(encoding="utf-8"))["log"]
    assert [line["reason"] for line in log] == ["The first run", "The text changed"]
    assert log[1]["lost"]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (("--update-baseline", "--reason", "Why"), "name its file"),
        (("--split", "c"), "no expectation"),
    ],
)
def test_what_cannot_be_done_is_said(folder: Path, more: tuple[str, ...], message: str) -> None:
    with pytest.raises(CommandError, match=message):
        report(folder, *more)


def test_a_broken_line_of_expectations_is_named(folder: Path) -> None:
    (folder / "gold.jsonl").write_text('{"doc": 1}\n', encoding="utf-8")
    with pytest.raises(CommandError, match="line 1"):
        report(folder)


def test_benchmarks_run_on_any_folder(folder: Path) -> None:
    out = StringIO()
    options = ("--texts", str(folder / "texts"), "--size", "200", "--documents", "2", "--json")
    call_command("benchmark_extract", *options, "--largest", "2000", stdout=out)
    said = json.loads(out.getvalue())
    told = said["documents_a_second"] * said["slowness"]
    assert said["documents_a_second_nominal"] == pytest.approx(told, rel=0.02, abs=0.2)
    assert [row["size"] for row in said["growth"]] == [250, 1000]
