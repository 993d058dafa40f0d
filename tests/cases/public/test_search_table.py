"""Three hundred queries find the same people in the same order on either database: those of the stored table.

With REWRITE_SEARCH_TABLE=1 in the environment this test writes the table anew; look at what changed.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db.models import Model

from cases.benchmark import speed
from cases.benchmark.load import enter
from cases.benchmark.people import Invented, people
from cases.public import search
from cases.publication.models import PublicIncident, PublicOrganisation, PublicPlace
from cases.publication.search_rows import write_titles

pytestmark = pytest.mark.django_db

TABLE = Path(__file__).with_name("search_table.tsv")
SHOWN = 5
# Invented people: name, then other spellings.
CAST = """
Hanna Zarechnaya; Ганна Зарэчная; Анна Заречная
Ihar Zarechny; Ігар Зарэчны
Maksim Zarechny; Максім Зарэчны
Volha Staradubava-Lis; Ольга Стародубова-Лис
Siarhei Kazlouski; Сяргей Казлоўскі; Сергей Козловский
Siarhei Kazlou; Сергей Козлов
Mikola Kazlouski; Мікола Казлоўскі
Żaneta Wiśniowska; Жанетта Висневская
Jean-Élie Morvan
Nurlan Qasımlı; Nurlan Gasimli
Aysel Qasım qızı; Aysel Gasimova
Giorgi Beridzadze; გიორგი ბერიძაძე
Yusuf Abdel Halim; يوسف عبد الحليم
Nargess Tavakol; نرگس توکل
María Inés Quiroga Peña
Juan Quiroga
Lê Thị Hạnh Mai
Wang Meilin; 王美琳
Tesfaye Bekele Wolde
K. Astashevich
Zhanchuk
Oleksandr Hryhorenko-Bily; Олександр Григоренко-Білий
Jürgen Großmann
Anders Ødegaard
"""
QUERIES = """
Заречная
zarechnaya
Zarečnaja
зарэчн
hanna z
A. Zarechnaya
Zarechny Ihar
ihar zarechni
Igor Zarechnyj
Зарэчны
Maxim Zaretschny
стародубова
Lis
Staradubava
olga lis
Kozlovsky
козловский сергей петрович
Казлоўскі
kazlou
Sergei Koslow
nikolai kozlovski
M. Kazlouski
Wisniowska
wisniowsk
Zaneta Wischnewska
Висневская Жанетта
morvan
jean elie
Jean Morvn
Qasimli
gasimli nurlan
Aysel
Касымлы
Beridzadze
გიორგი
beridzadze g
abdelhalim
Yousef Abdul Halim
يوسف
Narges Tavakkol
توکل
Quiroga
maria quiroga
Quiroga Pena Maria
Mai
hanh
Wang
王美琳
Mei Lin Wang
Tesfaye
Bekele Tesfaye
Astashevich
Kiryl Astashevich
Астасевич
zhanchuk
Жанчук Пётр
Zhanhcuk
Григоренко
Bily
grossmann
Odegaard
odegard
%
qqqqq
о
Zarechnaya Viktoryia
"""
TITLES = {
    PublicOrganisation: [
        "Centre for the Letter of the Law",
        "Зорка: пошта вязням",
        "Rechytsa District Court",
    ],
    PublicPlace: ["Penal Colony No. 40, Rechytsa", "Rechytsa", "Львів"],
    PublicIncident: ["Trial of the twelve printers", "Release of 15 in Rechytsa"],
}
TITLE_QUERIES = """
rechytsa
Речица
letter law
zorka
Зорка
пошта
printers
trial twelve
Lviv
Lvov
colony 40
rechitsa court
of the
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def cast() -> Iterator[Invented]:
    for number, line in enumerate(lines(CAST)):
        spelt = line.split("; ")
        first, second, third = (*spelt, *[spelt[0]] * 3)[:3]
        texts = (first, second, third)
        yield Invented(f"cast{number:04}zz".replace("0", "x").replace("1", "y"), texts, (), "", texts)


def asked() -> list[str]:
    """Hand-written queries, those of the benchmark, and such for titles."""
    made = [query for _, query in speed.queries(list(people(225)))]
    return [*lines(QUERIES), *made, *(f"titles: {query}" for query in lines(TITLE_QUERIES))]


def answer(query: str, names: dict[str, str]) -> str:
    """What a query finds, as a line of the table."""
    kind, _, text = query.partition("titles: ")
    if not kind and text:
        found = [f"{one.kind} {one.text}" for one in search.titles(text)]
    else:
        found = [names[owner] for owner in search.people(query).owners]
    return "\t".join([query, str(len(found)), " | ".join(found[:SHOWN])])


def titles() -> Iterator[Model]:
    for model, texts in TITLES.items():
        column = "title" if model is PublicIncident else "name"
        for number, text in enumerate(texts):
            yield model(**{"id": f"{model.__name__[6:9]}{number}", column: text, "path": f"/{number}/"})


def test_the_answers_are_those_of_the_table() -> None:
    world = [*cast(), *people(400)]
    enter(world, 2)
    write_titles(list(titles()))
    names = {one.id: one.spellings[0] for one in world}
    answers = [answer(query, names) for query in asked()]
    assert len(answers) >= 300
    if os.environ.get("REWRITE_SEARCH_TABLE"):
        TABLE.write_text("\n".join(answers) + "\n", encoding="utf-8")
    assert answers == TABLE.read_text(encoding="utf-8").splitlines()
