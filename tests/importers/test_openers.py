"""The words that open a pattern are read off it; a rule tried at them alone finds all that it can find."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import regex

from importers.clues import ALL, KNOWN, Clue
from importers.hits import lines_of
from importers.mentions import find_candidates, gather
from importers.needles import openings
from importers.openers import Openers, numbers_of
from importers.prose.dates import FORMS
from importers.prose.durations import LENGTHS
from importers.rules import PERSON_RULES
from importers.rules.base import COUNTING
from importers.segment import segment
from importers.view import View, make_views
from tests.importers.helpers import make_reading

TEXTS = [path.read_text(encoding="utf-8") for path in sorted(Path("tests/corpus/texts").glob("*.txt"))]
Patterns = Sequence["regex.Pattern[str]"]
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
        (r"\b(?:1|2\d)\s", {"1 ", "20 ", "21 ", "22 ", "23 ", "24 ", "25 ", "26 ", "27 ", "28 ", "29 "}),
        (r"\bin[^\S\n]+(?:May|June)", {"in "}),
        (r"\b[½¼]", {"½", "¼"}),
    ],
)
def test_openings_are_the_words_that_every_match_begins_with(pattern: str, expected: set[str]) -> None:
    assert openings(pattern) == expected


def test_a_pattern_may_make_sure_by_itself_that_it_begins_with_a_word() -> None:
    assert openings(r"(?<![\p{L}\p{N}]) (?:May | June)", verbose=True, at_word=True) == {"may", "june"}


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


@pytest.mark.parametrize("patterns", [[form.pattern for form in FORMS], LENGTHS])
def test_dates_and_lengths_tried_where_words_open_them_are_all_that_there_are(patterns: Patterns) -> None:
    openers = Openers([one.pattern for one in patterns], verbose=True, at_word=True)
    assert not openers.anywhere
    for text in TEXTS:
        _nothing_is_missed(openers, patterns, text)


def test_counts_tried_where_words_open_them_are_all_that_there_are() -> None:
    openers = Openers([one.pattern for one in COUNTING])
    assert not openers.anywhere
    for text in (*TEXTS, *(view.masked for view in _examples())):
        _nothing_is_missed(openers, [*COUNTING], text)


def _nothing_is_missed(openers: Openers, patterns: Patterns, text: str) -> None:
    places = dict(openers.places(text, 0, len(text)))
    for number, pattern in enumerate(patterns):
        found = [match.start() for match in pattern.finditer(text)]
        assert [at for at in found if number not in places.get(at, ())] == [], pattern.pattern


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
    openers = Openers([], NO_CUE, [r"\bheld\b", r"\p{Lu}+$", r"(?r)\bthose\s+$"])
    assert [*numbers_of(openers.always)] == [1]
    assert [[*numbers_of(word.clues)] for _, word in openers.words("Those", 0, 5)] == [[2]]
