"""Every rule runs its own examples, and no rule stands without them or outside the list."""

import importlib
import pkgutil
from typing import Any

import pytest

from importers import rules
from importers.rules import RULES
from importers.rules.base import AnyRule, CountRule, Example, Rule
from importers.spans import Extraction
from tests.importers.helpers import found_in

NO_RULES = {"base", "parts", "counts", "lengths", "charged"}
EXAMPLES = [(rule, one) for rule in RULES for one in rule.examples]
COUNTER_EXAMPLES = [(rule, text) for rule in RULES for text in rule.counter_examples]


def say(found: Extraction, rule: str) -> list[dict[str, Any]]:
    """What one rule said, as plain rows."""
    rows = [
        {
            "people": one.name,
            "start": claim.start,
            "end": claim.end,
            "date": claim.date,
            "kind": claim.kind,
            "modality": claim.modality,
            "values": dict(claim.values),
        }
        for one in found.people
        for claim in one.claims
        if claim.rule == rule
    ]
    rows += [
        {
            "start": g.start,
            "end": g.end,
            "date": g.date,
            "kind": g.kind,
            "modality": g.modality,
            "values": counted(g),
        }
        for g in found.group_events
        if g.rule == rule
    ]
    return rows + [
        {
            "start": f.start,
            "end": f.end,
            "date": f.date,
            "kind": f.what,
            "modality": "stated",
            "values": counted(f),
        }
        for f in found.figures
        if f.rule == rule
    ]


def counted(one: Any) -> dict[str, Any]:
    return {"count": one.count, "qualifier": one.qualifier}


def unmarked(text: str) -> tuple[str, int, int]:
    start = text.index("[[")
    plain = text.replace("[[", "", 1)
    end = plain.index("]]")
    return plain.replace("]]", "", 1), start, end


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{r.name}-{n}" for n, (r, _) in enumerate(EXAMPLES)]
)
def test_a_rule_finds_its_example(rule: AnyRule, example: Example) -> None:
    text, start, end = unmarked(example.text)
    said = say(found_in(text, example.published), rule.name)
    here = [row for row in said if (row["start"], row["end"]) == (start, end)]
    assert here, f"{rule.name} did not quote “{text[start:end]}”; it said {said}"
    row = here[0]
    assert (row["kind"], row["date"], row["modality"]) == (example.kind, example.date or "", example.modality)
    assert row["values"] == dict(example.values)
    if isinstance(rule, Rule):
        assert {one["people"] for one in here} == set(example.people)


@pytest.mark.parametrize(
    ("rule", "text"), COUNTER_EXAMPLES, ids=[f"{r.name}-{n}" for n, (r, _) in enumerate(COUNTER_EXAMPLES)]
)
def test_a_rule_is_silent_where_it_should_be(rule: AnyRule, text: str) -> None:
    assert say(found_in(text), rule.name) == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_has_examples_and_counter_examples(rule: AnyRule) -> None:
    assert rule.examples, f"{rule.name} has no example"
    assert rule.counter_examples, f"{rule.name} has no counter-example"


def test_names_of_rules_are_unique_and_begin_with_a_theme() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert all("." in name for name in names)


def test_every_module_of_rules_is_in_the_list() -> None:
    listed = {id(rule) for rule in RULES}
    for module in pkgutil.iter_modules(rules.__path__):
        if module.name in NO_RULES:
            continue
        own: tuple[AnyRule, ...] = importlib.import_module(f"importers.rules.{module.name}").RULES
        assert own, f"importers/rules/{module.name}.py has no rules"
        assert all(id(rule) in listed for rule in own), (
            f"importers/rules/{module.name}.py is not listed in RULES"
        )


def test_rules_of_both_kinds_exist() -> None:
    assert any(isinstance(rule, CountRule) for rule in RULES)
    assert any(isinstance(rule, Rule) for rule in RULES)
