"""Folding, scripts, slugs, keys and gender of names."""

import pytest

from cases.names import fold, gender_of, given_names, is_whole, key, script_of, slug, tokens
from cases.vocab import SCRIPTS

SPELLINGS = [
    ("Maryia Kalesnikava", "Мария Колесникова"),
    ("Maryia Kalesnikava", "Марыя Калеснікава"),
    ("Maryia Kalesnikava", "Kolesnikowa, Maria"),
    ("Ales Bialiatski", "Алесь Беляцкий"),
    ("Siarhei Piatrukhin", "Сергей Петрухин"),
    ("Uladzimir Matskevich", "Владимир Мацкевич"),
    ("Yauhen Yushkevich", "Jewgeni Juschkewitsch"),
    ("Dzmitry Dashkevich", "Dmitri Dachkevitch"),
    ("Andrei Chapiuk", "Андрей Чепюк"),
    ("Andrei Hniot", "Андрей Гнёт"),
    ("Liu Xia", "Xia Liu"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_of_one_name_share_a_token_for_each_part(one: str, other: str) -> None:
    shared = set(tokens(one)) & set(tokens(other))
    assert len({token for token in shared if not token.startswith("s:")}) >= 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maryia Kalesnikava", "Колесникова Мария Александровна"),
        ("Viktar Babaryka", "Бабарико Виктор Дмитриевич"),
        ("Mikola Statkevich", "Николай Статкевич"),
        ("Anastasia (Nasta) Loika", "Наста Лойка"),
    ],
)
def test_the_key_is_free_of_order_script_and_fathers_name(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_keys_of_different_names_differ() -> None:
    names = ["Ivan Safronov", "Ivan Safonov", "Maryia Kalesnikava", "Maryna Kalesnikava", "Valiantsina Znak"]
    assert len({key(name) for name in names}) == len(names)


def test_tokens_fit_their_column_and_do_not_repeat() -> None:
    found = tokens("Абракадабра" * 40 + " Maryia Maryia")
    assert max(map(len, found)) <= 80
    assert len(set(found)) == len(found)
    assert len(key("Имя " * 300)) <= 400


@pytest.mark.parametrize("nothing", ["", "   ", "123", "—"])
def test_a_text_without_letters_has_no_tokens(nothing: str) -> None:
    assert tokens(nothing) == ()
    assert slug(nothing) in {"", "123"}
    assert gender_of(nothing) == "unknown"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Stefanovič ", "stefanovic"),
        ("СОЛОВЬЁВ", "соловьев"),
        ("Дар’я", "даря"),
        ("Łukaszenka", "lukaszenka"),
        ("İlqar Məmmədov", "ilqar mammadov"),
        ("Ўлад Йосип", "ўлад йосип"),
        ("Trần Huỳnh Duy Thức", "tran huynh duy thuc"),
    ],
)
def test_fold_takes_accents_and_apostrophes_and_leaves_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Ales", "Latn"),
        ("Алесь", "Cyrl"),
        ("محمد", "Arab"),
        ("刘晓波", "Hans"),
        ("მზია", "Zyyy"),
        ("", "Zyyy"),
    ],
)
def test_script_of_is_a_term_of_the_vocabulary(text: str, script: str) -> None:
    assert script_of(text) == script
    assert script in SCRIPTS.codes


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Марыя Калеснікава", "maryya-kalesnikava"),
        ("Sharenda-Panasiuk, Palina", "sharenda-panasiuk-palina"),
        ("刘晓波", "liu-xiao-bo"),
        ("O’Brien (José)", "obrien-jose"),
    ],
)
def test_slug_is_ascii_for_every_script(name: str, address: str) -> None:
    assert slug(name) == address


def test_a_latin_i_typed_in_a_belarusian_name_changes_nothing() -> None:
    assert tokens("Калеснiкава") == tokens("Калеснікава")


def test_a_stress_mark_changes_nothing() -> None:
    assert tokens("Лабко\u0301віч") == tokens("Лабковіч")


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Valiantsin Stefanovich", "male"),
        ("Валянціна Стэфановіч", "female"),
        ("Kalesnikava Maryia", "female"),
        ("Nikita Sidorenko", "male"),
        ("Ilya Yashin", "male"),
        ("Mikola Dziadok", "male"),
        ("Sasha Filipenko", "unknown"),
        ("Zzz Kavaleuskaya", "female"),
        ("Зззз Петрович Сидоренко", "male"),
        ("Xədicə İsmayılova", "female"),
        ("Mario Gonzalez", "male"),
        ("Qwerty Asdf", "unknown"),
    ],
)
def test_gender_comes_from_the_given_name_then_the_fathers_then_the_ending(name: str, gender: str) -> None:
    assert gender_of(name) == gender


@pytest.mark.parametrize(
    ("name", "whole"),
    [("Ales Bialiatski", True), ("M. Kalesnikava", False), ("Kalesnikava", False), ("Мария Ивановна", False)],
)
def test_a_whole_name_has_two_parts_written_out(name: str, whole: bool) -> None:
    assert is_whole(name) is whole


def test_the_table_of_given_names_is_sound() -> None:
    table = given_names()
    assert len(table) >= 250
    assert len({name.id for name in table}) == len(table)
    assert {name.gender for name in table} == {"f", "m", "u"}
    assert all(name.forms for name in table)
