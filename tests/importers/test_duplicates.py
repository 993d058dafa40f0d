"""Who may be in the record twice, and who of a table is in it: pairs with reasons, and never a decision."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from cases import merging, record
from cases.models import Decision, Merge, Person
from importers.duplicates import pairs, people_of_record
from tests.cases import builders as b

pytestmark = pytest.mark.django_db


def in_the_record(*names: str, **facts: Any) -> Person:
    person = b.make_person(names[0], **facts)
    for name in names[1:]:
        b.make_name(person, name)
    return person


def found() -> set[frozenset[str]]:
    return {frozenset((pair.one.names[0], pair.other.names[0])) for pair in pairs(people_of_record())}


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("find_duplicates", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maryia Kalesnikava", "Мария Колесникова"),
        ("Maryia Kalesnikava", "Kalesnikava M."),
        ("Elçin Həsənov", "Эльчин Гасанов"),
        ("Wang Jianguo", "Jianguo Wang"),
        ("Kim Min-soo", "Kim Minsu"),
        ("José Luis Hernández Pérez", "Jose Luis Hernandez"),
    ],
)
def test_another_spelling_of_a_name_is_found(one: str, other: str) -> None:
    in_the_record(one)
    in_the_record(other)
    assert found() == {frozenset((one, other))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivan Ivanovich Petrov", "Ivan Petrovich Petrov"),
        ("Viktar Kavalenka", "Eduard Kavalenka"),
        ("Siarhei Dubrouski", "Sviatlana Dubrouskaya"),
        ("Valiantsin Papou", "Valiantsina Papova"),
        ("Andrei Aliaksandrau", "Aliaksandr Andreyeu"),
        ("Ali Hassan", "Hassan Ali"),
        ("Bui Thi Mai", "Bui Thi Lan"),
    ],
    ids=["father and son", "brothers", "spouses", "his and hers", "swapped", "swapped", "sisters"],
)
def test_relatives_and_swapped_names_are_no_pair(one: str, other: str) -> None:
    in_the_record(one)
    in_the_record(other)
    assert found() == set()


def test_a_father_and_a_son_of_one_name_are_a_question_with_what_tells_them_apart() -> None:
    in_the_record("Mikita Zalatarou", birth_date="1970")
    in_the_record("Никита Золотарёв", birth_date="2004")
    [pair] = pairs(people_of_record())
    assert pair.against == 1
    assert "The years of birth differ: 1970 and 2004." in pair.reasons


def test_two_facts_that_differ_are_two_people() -> None:
    in_the_record("Mikita Zalatarou", birth_date="1970", country="BY")
    in_the_record("Никита Золотарёв", birth_date="2004", country="RU")
    assert found() == set()


def test_facts_that_agree_are_said() -> None:
    for name in ("Maryia Kalesnikava", "Мария Колесникова"):
        b.make_event(in_the_record(name), "arrest", "2020-09-07")
    [pair] = pairs(people_of_record())
    assert "Both have an event on the same day: arrest on 2020-09-07." in pair.reasons


def test_somebody_who_was_told_apart_or_merged_is_not_asked_about_again() -> None:
    one, other = in_the_record("Maryia Kalesnikava"), in_the_record("Мария Колесникова")
    merging.decide(one.public_id, other.public_id, "different", by="vera", why="Two cities")
    assert found() == set()
    merging.decide(one.public_id, other.public_id, "unsure", by="vera", why="One city after all")
    assert len(found()) == 1
    merging.merge(other, into=one, by="vera", why="The same")
    assert found() == set()


def test_nothing_is_decided_and_questions_are_asked_once() -> None:
    in_the_record("Maryia Kalesnikava")
    in_the_record("Мария Колесникова")
    assert "1 pairs may be one person." in run()
    assert not Decision.objects.exists()
    run("--ask")
    run("--ask")
    [asked] = Decision.objects.all()
    assert (asked.verdict, asked.by) == ("asked", "find_duplicates")
    assert "forms of one given name" in asked.why
    assert not Merge.objects.exists()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(
        "name;other_names;gender;birth_date\n"
        "Мария Колесникова;;f;1982\n"
        "Ales Bialou;Алесь Белов;m;\n"
        "Аляксандр Бялоў;;m;\n"
        "Andrei Novik;;;\n",
        encoding="utf-8",
    )
    return path


def test_rows_of_a_table_are_compared_with_the_record_and_with_each_other(table: Path) -> None:
    person = in_the_record("Maryia Kalesnikava", birth_date="1982-04-24")
    in_the_record("Nobody Else")
    report = json.loads(run(str(table), "--json"))
    places = [{one["one"]["place"], one["other"]["place"]} for one in report]
    assert places == [{"line 2", person.public_id}, {"line 3", "line 4"}]
    assert "Both were born in 1982." in report[0]["reasons"]


def test_two_who_are_both_in_the_record_are_not_the_tables_matter(table: Path) -> None:
    in_the_record("Ivan Petrov")
    in_the_record("Иван Петров")
    assert all("line" in str(one) for one in json.loads(run(str(table), "--json")))


def test_a_table_that_is_none_is_met_with_a_sentence(tmp_path: Path, table: Path) -> None:
    with pytest.raises(CommandError, match="nowhere"):
        run(str(tmp_path / "nowhere.csv"))
    with pytest.raises(CommandError, match="--ask"):
        run(str(table), "--ask")
    table.write_text("who\nX\n", encoding="utf-8")
    with pytest.raises(CommandError, match="column name"):
        run(str(table))
    table.write_text("name,birth_date\nX Y,soon\n", encoding="utf-8")
    with pytest.raises(CommandError, match="line 2"):
        run(str(table))


def test_the_number_of_queries_does_not_grow_with_the_people(django_assert_max_num_queries: Any) -> None:
    for n in range(30):
        in_the_record(f"Maryia Kalesnikava{n}")
    record.rebuild_custody(Person.objects.all())
    with django_assert_max_num_queries(12):
        pairs(people_of_record())
