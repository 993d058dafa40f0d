import re

import pytest

from cases import vocab
from cases.vocab import EVENT_KINDS, LEGAL_STAGES, Effect, Term, Vocabulary

LISTS = [value for value in vars(vocab).values() if isinstance(value, Vocabulary)]
TERMS = [pytest.param(words, term, id=f"{words.name}: {term.code}") for words in LISTS for term in words]


@pytest.mark.parametrize(("words", "term"), TERMS)
def test_every_term_has_a_label_and_a_definition_in_a_sentence(words: Vocabulary[Term], term: Term) -> None:
    assert term.label == term.label.strip() != ""
    assert term.definition.endswith(".")
    assert term.definition[0].isupper() or not term.definition[0].isalpha()


@pytest.mark.parametrize(("words", "term"), TERMS)
def test_a_code_can_stand_in_an_address_and_in_a_column(words: Vocabulary[Term], term: Term) -> None:
    standard = r"[A-Z][a-z]{3}|PACE1900:[a-e]"  # ISO 15924 and the resolution, as they are
    assert re.fullmatch(rf"[a-z]+(_[a-z]+)*|{standard}", term.code)
    assert len(term.code) <= 30


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.name)
def test_labels_of_a_list_tell_its_terms_apart(words: Vocabulary[Term]) -> None:
    labels = [term.label for term in words]
    assert len(labels) == len(set(labels))
    assert words.choices == [(term.code, term.label) for term in words]
    assert words.codes == [term.code for term in words]


def test_the_lists_have_names_of_their_own() -> None:
    names = [words.name for words in LISTS]
    assert len(LISTS) > 15
    assert len(names) == len(set(names))


def test_a_code_cannot_stand_twice_in_a_list() -> None:
    with pytest.raises(ValueError, match="stands twice"):
        Vocabulary("twice", Term("a", "A", "A."), Term("a", "B", "B."))


def test_a_code_that_is_not_known_is_its_own_label() -> None:
    assert vocab.STATUSES.label("detained") == "Detained"
    assert vocab.STATUSES.label("gone") == "gone"
    assert "gone" not in vocab.STATUSES


@pytest.mark.parametrize("kind", list(EVENT_KINDS), ids=str)
def test_the_stage_that_an_event_begins_is_a_stage(kind: vocab.EventTerm) -> None:
    assert kind.stage == "" or kind.stage in LEGAL_STAGES
    assert kind.stage != "none"


def test_what_ends_custody_or_a_life_needs_a_second_person() -> None:
    grave = {kind.code for kind in EVENT_KINDS if kind.effect in (Effect.FREES, Effect.DIES)}
    assert grave == {kind.code for kind in EVENT_KINDS if kind.needs_second_person}


def test_every_effect_is_the_effect_of_some_event() -> None:
    assert {kind.effect for kind in EVENT_KINDS} == set(Effect)
