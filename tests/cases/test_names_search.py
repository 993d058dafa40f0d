"""What somebody types, and whom they find."""

import pytest

from cases.names import best_match, query_tokens, search_rank, tokens

PEOPLE = [
    "Maryia Kalesnikava",
    "Tatsiana Kalesnik",
    "Ales Bialiatski",
    "Andrei Beliakou",
    "Valiantsin Stefanovich",
    "Mikalai Statkevich",
    "Nikolai Stankevich",
    "Siarhei Tsikhanouski",
    "Sviatlana Tsikhanouskaya",
    "Alaa Abdel Fattah",
    "Liu Xiaobo",
]


def found(query: str) -> str:
    return best_match(query, PEOPLE)[1]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Kolesnikova", "Maryia Kalesnikava"),
        ("Калесникова", "Maryia Kalesnikava"),
        ("Калеснікава", "Maryia Kalesnikava"),
        ("kalesnikava m", "Maryia Kalesnikava"),
        ("M. Kolesnikowa", "Maryia Kalesnikava"),
        ("колесникова мария александровна", "Maryia Kalesnikava"),
        ("Kolesnikva", "Maryia Kalesnikava"),
        ("Bialiatski", "Ales Bialiatski"),
        ("Беляцкий", "Ales Bialiatski"),
        ("biali", "Ales Bialiatski"),
        ("Бяля", "Ales Bialiatski"),
        ("Stefanovic", "Valiantsin Stefanovich"),
        ("statkev mikola", "Mikalai Statkevich"),
        ("Тихановс", "Siarhei Tsikhanouski"),
        ("Тихановская", "Sviatlana Tsikhanouskaya"),
        ("abdelfattah", "Alaa Abdel Fattah"),
        ("刘晓波", "Liu Xiaobo"),
    ],
)
def test_any_spelling_finds_the_person_first(query: str, name: str) -> None:
    assert found(query) == name


@pytest.mark.parametrize("query", ["Zzyzx", "Kalesnikava Viktar", "", "12", "a b c d e f g h"])
def test_a_query_that_fits_nobody_finds_nobody(query: str) -> None:
    assert best_match(query, PEOPLE) == (0.0, "")


def test_every_word_of_a_query_counts() -> None:
    assert search_rank("Maryia Kalesnikava", "Maryia Kalesnikava") > search_rank(
        "Kalesnikava", "Maryia Kalesnikava"
    )
    assert search_rank("Maryia", "Maryia Kalesnikava") > 0


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Колесн", "Maryia Kalesnikava"),
        ("tsikhanousk", "Siarhei Tsikhanouski"),
        ("Nikolai", "Mikola Statkevich"),
        ("Kolesnikowa", "Марыя Калеснікава"),
        ("Mansoor", "Ahmed Mansour"),
    ],
)
def test_a_token_of_the_query_begins_a_token_of_the_name(query: str, name: str) -> None:
    for alternatives in query_tokens(query):
        assert any(token.startswith(alternatives) for token in tokens(name))
