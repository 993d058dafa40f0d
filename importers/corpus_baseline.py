"""What was right at the last agreed run, and what a change gains and loses against it, text by text. Pure.

Not only figures are compared: a change that gains two facts and loses one shows the one it lost.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from importers.corpus import Finding, figures

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A difference from the baseline in one document."""

    doc: str
    text: str

    def __str__(self) -> str:
        return f"{self.doc}: {self.text}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is better and what is worse than at the baseline."""

    gained: tuple[Change, ...]
    lost: tuple[Change, ...]


def compare(baseline: Mapping[str, Any], findings: Iterable[Finding]) -> Comparison:
    """Gains and losses. What is no longer asked for is neither; a text new to the baseline has neither."""
    gained: list[Change] = []
    lost: list[Change] = []
    for doc, rows in _by_document(findings).items():
        before = baseline.get("documents", {}).get(doc)
        if before is None:
            continue
        right, wrong, asked = _keys(rows)
        was_right, was_wrong = set(before["right"]), set(before["wrong"])
        gained += [Change(doc, f"now right: {key}") for key in sorted(right - was_right)]
        gained += [Change(doc, f"no longer found wrongly: {key}") for key in sorted(was_wrong - wrong)]
        lost += [Change(doc, f"no longer right: {key}") for key in sorted((was_right & asked) - right)]
        lost += [Change(doc, f"now found wrongly: {key}") for key in sorted(wrong - was_wrong)]
    return Comparison(tuple(gained), tuple(lost))


def renewed(baseline: Mapping[str, Any], findings: Sequence[Finding], *, on: str, reason: str) -> JSON:
    """The baseline of this run, with a line in its log. Raises `ValueError` without a reason."""
    if not reason.strip():
        raise ValueError("A baseline is changed for a reason; give it.")
    change = compare(baseline, findings)
    now = figures(findings)
    line = {
        "on": on,
        "reason": reason.strip(),
        "gained": len(change.gained),
        "lost": [str(one) for one in change.lost],
        "people_f1": round(now.people.f1, 4),
        "facts_f1": round(now.facts.f1, 4),
        "dates": round(now.dates.share, 4),
        "status": round(now.status.share, 4),
    }
    documents = {}
    for doc, rows in _by_document(findings).items():
        right, wrong, _ = _keys(rows)
        documents[doc] = {"right": sorted(right), "wrong": sorted(wrong)}
    return {"log": [*baseline.get("log", ()), line], "documents": documents}


def _keys(rows: Iterable[Finding]) -> tuple[set[str], set[str], set[str]]:
    """Keys of what is right, of what was found and should not be, and of what is asked for."""
    right, wrong, asked = set(), set(), set()
    for one in rows:
        if one.verdict == "right":
            right.add(one.key)
        elif one.verdict == "wrong" and one.what not in ("date", "status", "published"):
            wrong.add(one.key)
            continue
        asked.add(one.key)
    # A fact that is lost takes its date along: both count.
    asked |= {key.replace("fact: ", "date: ", 1) for key in asked if key.startswith("fact: ")}
    return right, wrong, asked


def _by_document(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    rows: dict[str, list[Finding]] = {}
    for one in findings:
        rows.setdefault(one.doc, []).append(one)
    return rows
