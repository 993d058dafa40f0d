"""Whom a mention is: names propose, facts decide."""

from collections.abc import Iterable
from itertools import permutations
from typing import Any

import pytest

from cases.names import tokens
from importers.resolve import Decision, Known, Mention, decide
from importers.resolve.block import block_tokens


def known(*names: str, id: str = "", **facts: Any) -> Known:  # noqa: A002 - the field is called id
    return Known(id=id or names[0], names=names, **facts)


def mention(*names: str, **facts: Any) -> Mention:
    return Mention(names=names, **facts)


def settle(said: Mention, people: Iterable[Known]) -> tuple[str, str]:
    decision = decide(said, people)
    return decision.action, decision.person


KALESNIKAVA = known("Maryia Kalesnikava", "Марыя Калеснікава", gender="female", country="BY", birth_year=1982)


@pytest.mark.parametrize(
    "name", ["Maria Kolesnikova", "Мария Колесникова", "Kalesnikava Maryia", "Marya Kalesnikava"]
)
def test_another_spelling_links(name: str) -> None:
    assert settle(mention(name, gender="female", country="BY"), [KALESNIKAVA]) == ("link", KALESNIKAVA.id)


def test_nobody_known_is_a_new_person() -> None:
    assert settle(mention("Ales Bialiatski"), []) == ("new", "")
    assert settle(mention("Ales Bialiatski"), [KALESNIKAVA]) == ("new", "")


@pytest.mark.parametrize("name", ["Kalesnikava", "M. Kalesnikava", "Колесникова"])
def test_a_lone_family_name_or_an_initial_asks(name: str) -> None:
    assert settle(mention(name), [KALESNIKAVA]) == ("ask", "")


def test_a_record_that_has_only_a_family_name_is_never_linked() -> None:
    assert settle(mention("Kalesnikava"), [known("Kalesnikava")]) == ("ask", "")
    assert settle(mention("M. Kalesnikava"), [known("M. Kalesnikava")]) == ("ask", "")
    assert settle(mention("Maryia Kalesnikava"), [known("Kalesnikava")]) == ("ask", "")


@pytest.mark.parametrize(
    "fact", [{"gender": "male"}, {"country": "RU"}, {"birth_year": 1990}], ids=["gender", "country", "birth"]
)
def test_one_contradicting_fact_asks_and_says_which(fact: dict[str, Any]) -> None:
    decision = decide(mention("Maryia Kalesnikava", **fact), [KALESNIKAVA])
    assert decision.action == "ask"
    assert any("differ" in reason or "speaks of a man" in reason for reason in decision.candidates[0].reasons)


def test_two_contradicting_facts_are_another_person() -> None:
    assert settle(mention("Maryia Kalesnikava", country="RU", birth_year=1955), [KALESNIKAVA]) == ("new", "")


def test_an_age_gives_the_year_of_birth_to_within_one() -> None:
    assert settle(mention("Maryia Kalesnikava", birth_year=1981), [KALESNIKAVA])[0] == "link"


def test_an_unknown_fact_contradicts_nothing() -> None:
    assert settle(mention("Maryia Kalesnikava", gender="unknown", country=""), [KALESNIKAVA])[0] == "link"


def test_two_namesakes_are_a_question() -> None:
    namesakes = [known("Mikita Zalatarou", id="a"), known("Мікіта Залатароў", id="b")]
    decision = decide(mention("Nikita Zolotarev"), namesakes)
    assert decision.action == "ask"
    assert {one.id for one in decision.candidates} == {"a", "b"}


def test_a_fact_tells_two_namesakes_apart() -> None:
    namesakes = [
        known("Mikita Zalatarou", id="a", birth_year=2004),
        known("Мікіта Залатароў", id="b", birth_year=1970),
    ]
    assert settle(mention("Nikita Zolotarev", birth_year=2004), namesakes) == ("link", "a")


FAMILIES = [
    ("Siarhei Tsikhanouski", "Sviatlana Tsikhanouskaya"),
    ("Viktar Babaryka", "Eduard Babaryka"),
    ("Ihar Losik", "Darya Losik"),
    ("Aliaksei Navalny", "Aleh Navalny"),
    ("Henadz Mazheika", "Pavel Mazheika"),
    ("Valiantsin Stefanovich", "Valiantsina Stefanovich"),
    ("Andrei Aliaksandrau", "Aliaksandr Andreyeu"),
    ("Ivan Ivanovich Petrov", "Ivan Petrovich Petrov"),
]


@pytest.mark.parametrize(("one", "other"), FAMILIES)
def test_relatives_and_swapped_names_are_new_people(one: str, other: str) -> None:
    assert settle(mention(one), [known(other)]) == ("new", "")
    assert settle(mention(other), [known(one)]) == ("new", "")


@pytest.mark.parametrize(("one", "other"), FAMILIES)
def test_each_of_a_family_links_to_their_own_record(one: str, other: str) -> None:
    both = [known(one), known(other)]
    assert settle(mention(one), both) == ("link", one)
    assert settle(mention(other), both) == ("link", other)


def test_the_order_of_the_known_changes_nothing() -> None:
    people = [
        known("Mikita Zalatarou", id="a"),
        known("Mikhail Zalatarou", id="b"),
        known("M. Zalatarou", id="c"),
    ]
    decisions: set[Decision] = {decide(mention("Mikita Zalatarou"), order) for order in permutations(people)}
    assert len(decisions) == 1


def test_facts_that_agree_are_said() -> None:
    said = mention("Maria Kolesnikova", birth_year=1982, facts={"court": frozenset({"Minsk Regional Court"})})
    person = known(
        "Maryia Kalesnikava", birth_year=1982, facts={"court": frozenset({"Minsk Regional Court"})}
    )
    reasons = decide(said, [person]).candidates[0].reasons
    assert "Both were born in 1982." in reasons
    assert "Both have the same court: Minsk Regional Court." in reasons


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Maria Kolesnikova", "Марыя Калеснікава"),
        ("Kolesnikova", "Maryia Kalesnikava"),
        ("Valiantsin Stefanovic", "Валентин Стефанович"),
        ("Mohamed Mansour", "Mohammed Mansoor"),
        ("Liu Xiaobo", "Xiaobo Liu"),
    ],
)
def test_the_block_of_a_mention_holds_whoever_it_may_be(said: str, name: str) -> None:
    assert block_tokens(mention(said)) & set(tokens(name))


def test_the_block_does_not_hold_everybody_of_one_given_name() -> None:
    assert not block_tokens(mention("Maryia Kalesnikava")) & set(tokens("Maryia Ivanova"))
