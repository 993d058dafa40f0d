"""What a pattern cannot match without, and that patterns left out by it would have found nothing."""

import pytest

from importers.needles import needles
from importers.prose.dates import FORMS
from importers.rules import PERSON_RULES
from importers.sieve import Sieve, lowered, numbers_of


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


def test_a_sieve_gives_the_patterns_that_words_allow() -> None:
    sieve = Sieve(["arrest", "freed|released", r"\w+"])
    words = sieve.words("They were ARRESTED, then released.", 0, 34)
    assert [(at, list(numbers_of(bits))) for at, bits in words] == [(10, [0]), (25, [1])]
    assert list(numbers_of(sieve.free)) == [2]


def test_stretches_that_touch_are_one() -> None:
    text = "a year, a year" + " " * 50 + "a year"
    assert Sieve(["year"]).stretches(text, 0, len(text), 6, 6) == {0: [(0, 16), (60, 70)]}
    assert Sieve([r"\w+"]).stretches(text, 3, 9, 6, 6) == {0: [(3, 9)]}


def test_lower_case_keeps_offsets() -> None:
    assert lowered("İLHAM Iſ") == "ilham is"
