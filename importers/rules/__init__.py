"""All rules, in order of theme. A rule that is not here does not run, and a test says so."""

import hashlib

from importers.rules import (
    absence,
    accusing,
    appealing,
    charging,
    conditions,
    description,
    detention,
    figures,
    groups,
    letting_go,
    measures,
    outcome,
    penalties,
    recognition,
    release,
    sentencing,
    taking,
    terms,
    trial,
)
from importers.rules.base import AnyRule, CountRule, Rule

PERSON_RULES: tuple[Rule, ...] = (
    *detention.RULES,
    *taking.RULES,
    *conditions.RULES,
    *charging.RULES,
    *accusing.RULES,
    *trial.RULES,
    *sentencing.RULES,
    *terms.RULES,
    *penalties.RULES,
    *appealing.RULES,
    *release.RULES,
    *letting_go.RULES,
    *outcome.RULES,
    *absence.RULES,
    *measures.RULES,
    *recognition.RULES,
    *description.RULES,
)
COUNT_RULES: tuple[CountRule, ...] = (*groups.RULES, *figures.RULES)
RULES: tuple[AnyRule, ...] = (*PERSON_RULES, *COUNT_RULES)


def rules_version() -> str:
    """A fingerprint of all rules and their versions: changes when any rule does."""
    listed = "\n".join(f"{rule.name} {rule.version}" for rule in RULES)
    return hashlib.sha256(listed.encode()).hexdigest()[:16]
