"""The words that open a pattern are read off it; a rule tried at them alone finds all that it can find."""

import pytest
import regex

from importers.clues import ALL, KNOWN, Clue
from importers.hits import lines_of
from importers.mentions import find_candidates, gather
from importers.needles import openings
from importers.openers import Openers
from importers.rules import PERSON_RULES
from importers.segment import segment
from importers.sieve import numbers_of
from importers.view import View, make_views
from tests.importers.helpers import make_reading

NO_CUE = regex.compile("(?!)")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(?P<v>arrested|held in)\b", {"arrested", "held "}),
        (r"\m(?:was\s+|now )?(?:freed|let\s+go)", {"was ", "now ", "freed", "let "}),
        (r"\bre-?tri(?:al|ed)", {"re ", "retrial", "retried"}),
        (r"\b(?<!un)charg\w+", {"charg"}),
        (r"\b(?:held){1,2}", {"held"}),
        (r"\b(?:is|was)(?:\s+\w+)?\s+on trial", {"is", "was"}),
        ("(?P<v>\ue020\ue021*+) in prison", {"\ue020"}),
        (r"\bheld|\bkept", {"held", "kept"}),
        (r"held|\bkept", set()),  # "upheld" has it within
        (r"(?:\bheld)?kept", set()),
        (r"\b(?:\w+\s+)?held", set()),
        (r"\b(?:held)?", set()),
        (r"\b\p{Lu}\w+", set()),
        (r"\b[’']s arrest", set()),
    ],
)
def test_openings_are_the_words_that_every_match_begins_with(pattern: str, expected: set[str]) -> None:
    assert openings(pattern) == expected


def test_a_word_says_what_it_opens_and_what_it_allows() -> None:
    openers = Openers([r"\b(?:was )?held", r"\bin\s+prison", r"\w"], regex.compile("jail"))
    text = "She WAS held in “prison”, not into jails."
    found = [
        (text[at : at + 3], [*numbers_of(word.opens)], [*numbers_of(word.allows)], word.cue)
        for at, word in openers.words(text, 4, len(text))
    ]
    assert found == [
        ("WAS", [0], [], False),
        ("hel", [0], [0], False),
        ("in ", [1], [], False),
        ("pri", [], [1], False),
        ("jai", [], [], True),
    ]
    assert [*numbers_of(openers.anywhere)] == [2] == [*numbers_of(openers.free)]


def test_rules_tried_where_words_open_them_match_where_they_match_at_all() -> None:
    openers = Openers([rule.pattern for rule in PERSON_RULES], NO_CUE)
    known = [n for n in range(len(PERSON_RULES)) if not openers.anywhere >> n & 1]
    seen = set()
    for view in _examples():
        opened = dict(openers.words(view.masked, 0, len(view.masked)))
        for number in known:
            pattern = PERSON_RULES[number].compiled
            places = [at for at, word in opened.items() if word.opens >> number & 1]
            tried = {match.span() for at in places if (match := pattern.match(view.masked, at))}
            anywhere = {match.span() for match in pattern.finditer(view.masked)}
            assert anywhere <= tried, PERSON_RULES[number].name
            seen |= {number} if anywhere else set()
    assert seen == set(known)
    assert len(known) > 0.9 * len(PERSON_RULES)


def _examples() -> list[View]:
    """The examples of all rules, each as it is read."""
    made = []
    for text in (one.text for rule in PERSON_RULES for one in rule.examples):
        plain = text.replace("[[", "").replace("]]", "")
        cast = gather(find_candidates(plain, 0, len(plain)))
        made += make_views(plain, segment(make_reading(plain, "2024-06-15")), cast)
    return made


def test_where_two_rules_read_the_same_words_one_speaks() -> None:
    (view,) = [one for one in _examples() if "placed in pre-trial detention" in one.masked][:1]
    (line,) = lines_of(view)
    assert [hit.rule.name for hit in line.hits if hit.rule.theme == "detention"] == ["detention.remanded"]


def test_a_clue_is_looked_for_only_where_a_word_of_it_stands() -> None:
    clue = Clue(r"\b(?:could|may)\s+be$")
    openers = Openers([], NO_CUE, [one.pattern.pattern for one in KNOWN])
    says = {text: [word.clues for _, word in openers.words(text, 0, len(text))] for text in ("may be", "is")}
    assert any(bits & clue.bit for bits in says["may be"])
    assert not any(bits & clue.bit for bits in says["is"])
    assert clue.search(clue.bit, "may be")
    assert clue.search(ALL, "may be")
    assert not clue.search(ALL ^ clue.bit, "may be")
    KNOWN.remove(clue)


def test_a_clue_that_needs_no_word_is_always_looked_for() -> None:
    openers = Openers([], NO_CUE, [r"\bheld\b", r"\d+$", r"(?r)\bthose\s+$"])
    assert [*numbers_of(openers.always)] == [1]
    assert [[*numbers_of(word.clues)] for _, word in openers.words("Those", 0, 5)] == [[2]]
