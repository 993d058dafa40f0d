"""What a pattern cannot match without, and that patterns left out by it would have found nothing."""

import pytest

from importers.needles import needles
from importers.prose.dates import FORMS
from importers.rules import PERSON_RULES
from importers.words import lowered


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("arrest(?:s|ed)?", {"arrest", "arrests", "arrested"}),
        (r"\w+ly (?P<v>arrested|held)\b", {"arrested", "held"}),
        (r"(?:was )?(?:in )?prison", {"prison"}),
        (r"pri[sz]on", {"prison", "prizon"}),
        (r"(?!not )freed|let go", {"freed", "let"}),
        (r"(?i:Early|LATE)-[0-9]+", {"early", "late"}),
        (r"20[0-2]", {"200", "201", "202"}),
        (r"\p{Lu}\w+", set()),
        (r"(?:arrested|\w+)", set()),
        (r"(?:arrested)*", set()),
        (r"(?:arrested){2,3}", {"arrested"}),
        (r"(?<=jailed )x?", set()),
    ],
)
def test_needles_are_what_every_match_holds(pattern: str, expected: set[str]) -> None:
    assert needles(pattern) == expected


def test_a_verbose_pattern_is_read_without_its_blanks() -> None:
    assert needles("ar rest\n  (?: ed | s )", verbose=True) == {"arrested", "arrests"}


def test_every_example_of_a_rule_holds_what_its_pattern_needs() -> None:
    for rule in PERSON_RULES:
        needed = needles(rule.pattern)
        for example in rule.examples:
            if rule.compiled.search(example.text):
                assert not needed or any(one in lowered(example.text) for one in needed), rule.name


def test_nearly_every_rule_and_form_of_date_needs_a_word() -> None:
    assert [rule.name for rule in PERSON_RULES if not needles(rule.pattern)] == []
    assert [form.name for form in FORMS if not needles(form.pattern.pattern, verbose=True)] == []


def test_lower_case_keeps_offsets() -> None:
    assert lowered("İLHAM Iſ") == "ilham is"
