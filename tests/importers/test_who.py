"""Who is a person of the record and who is not: invented texts with those who are found in them."""

import pytest

from tests.importers.helpers import found_in, names

# (text, those of whom it says that they were held, charged or wanted)
OFFICES = [
    ("Prime Minister Ana Hartley called for blogger Raman Pratas to be freed.", ["Raman Pratas"]),
    ("Governor Bola Aremu spoke. Tunde Salako was arrested. He was tried.", ["Tunde Salako"]),
    ("Activist Lina Oduya was jailed by Magistrate Hakim Bello. He was fair.", ["Lina Oduya"]),
    ("Superintendent of Police Dinesh Rao said, “Those who came were taken into custody.”", []),
    ("Former president Omar Alfa was arrested on 3 May 2023.", ["Omar Alfa"]),
    ("Judge Maria Afonso was arrested in 2009. She was tried in 2010.", ["Maria Afonso"]),
]
SPEAKERS = [
    (
        "Editor Farid Musayev was jailed for nine years. Radio Aurora’s president Stephen Carr decried "
        "Musayev’s sentence, given that he has been detained for over a year.",
        ["Farid Musayev"],
    ),
    ("Farid Musayev’s lawyer Elchin Sadiq said he was arrested without a warrant.", ["Farid Musayev"]),
    ("The lawyer of Farid Musayev, Elchin Sadiq, said he was arrested at night.", ["Farid Musayev"]),
    ("Editor Ana Belo was arrested in May 2023. Jo Roe said that she was beaten and jailed.", ["Ana Belo"]),
    ("Ana Belo, president of the Writers’ Union, was arrested. She was charged in May.", ["Ana Belo"]),
    ("Party leader and former minister Omar Alfa told us that he has been arrested.", ["Omar Alfa"]),
    ("Lawyer Omar Alfa told us that he has been arrested.", []),
]
LISTS = [
    ("The following people remain in prison:\n- Ana Roe\n- Ivo Sa", ["Ana Roe", "Ivo Sa"]),
    ("Names of those detained:\n1. Ana Roe\n2. Ivo Sa", ["Ana Roe", "Ivo Sa"]),
    (
        "We urge them to release from prison poets Ana Roe, Leo Braga and Ivo Sa.",
        ["Ana Roe", "Leo Braga", "Ivo Sa"],
    ),
    (
        "Read more on those detained:\nAna Roe writes of the long road to a court in our weekly.",
        [],
    ),
    ("Rapper Ivo Sa and poet Ana Roe are held. Jo Doe said both must be freed.", ["Ivo Sa", "Ana Roe"]),
    ("Police arrested three, among whom were Ana Roe and Ivo Sa.", ["Ana Roe", "Ivo Sa"]),
]
SOMEBODY_ELSE = [
    (
        "Poet Ivo Sa is in jail. Jo Doe, a lawmaker, called for protests. He had been arrested in May.",
        ["Ivo Sa"],
    ),
    ("Ana Roe, the friend of another lawyer who was a political prisoner, spoke.", []),
    ("Ana Roe walked to the city where her husband was imprisoned for a year.", []),
    ("Ana Roe, a lawyer who was jailed for a year, spoke.", ["Ana Roe"]),
]
RELATIVES = [
    ("The mother of detained activist Leo Braga, Rosa Braga, has not seen him.", ["Leo Braga"]),
    ("Leo Braga was arrested with his brother Ivo Braga on 2 May 2023.", ["Leo Braga", "Ivo Braga"]),
    ("His wife Li Wen has been hospitalised. Lawyer Wang Quan was arrested.", ["Wang Quan"]),
]
NOT_IN_CUSTODY = [
    ("Reporter Leo Braga died in a hospital after he was hit by a car.", []),
    ("Reporter Leo Braga died in a hospital, where guards had brought him from his cell.", ["Leo Braga"]),
    ("Reporter Leo Braga was hospitalised after a fall.", []),
    ("Reporter Leo Braga was taken from prison to a hospital.", ["Leo Braga"]),
]
GROUPS = [
    (
        "Officials Ana Roe and Jo Doe spoke. Editor Leo Braga and poet Ivo Sa were held. They were beaten "
        "and jailed.",
        ["Leo Braga", "Ivo Sa"],
    ),
    (
        "The three writers, Ana Roe, Ben Oduya and Carl Loe, were arrested.",
        ["Ana Roe", "Ben Oduya", "Carl Loe"],
    ),
]


@pytest.mark.parametrize(
    ("text", "people"),
    [*OFFICES, *SPEAKERS, *LISTS, *SOMEBODY_ELSE, *RELATIVES, *NOT_IN_CUSTODY, *GROUPS],
    ids=lambda one: str(one)[:40],
)
def test_those_to_whom_it_happened_are_found_and_nobody_else(text: str, people: list[str]) -> None:
    assert sorted(names(found_in(text))) == sorted(people)


def test_a_doubt_about_somebody_is_left_to_a_researcher_with_its_reason() -> None:
    found = found_in("Reporter Leo Braga was hospitalised after a fall.")
    assert names(found) == []
    assert [one.reason for one in found.unsettled] == [
        "Nothing says that Leo Braga was in custody when this happened."
    ]


ENGLISH = (
    "The Institute condemns the arrest of editor Polad Rzayev on 5 May 2023 and calls for his release. "
    "He was taken from his home by men in plain clothes, who showed no warrant and gave no reason for it. "
)
FRENCH = (
    "L’Institut condamne l’arrestation du rédacteur Polad Rzayev le 5 mai 2023 et demande sa libération. "
    "Il a été emmené de chez lui par des hommes en civil, qui n’ont montré aucun mandat et n’ont donné "
    "aucune raison. "
)


def test_the_english_part_of_a_text_in_two_languages_is_read() -> None:
    found = found_in(f"{ENGLISH * 3}\n\n{FRENCH * 6}")
    assert names(found) == ["Polad Rzayev"]
    assert [one.language for one in found.articles] == ["en", "fr"]


def test_a_quotation_in_another_language_makes_no_article_of_its_own() -> None:
    found = found_in(f"{ENGLISH * 3}\n\n{FRENCH}\n\n{ENGLISH * 3}")
    assert [one.language for one in found.articles] == ["en"]
