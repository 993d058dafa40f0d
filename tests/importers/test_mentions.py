"""Who is named: forms of names, and what only looks like one."""

import pytest

from importers.mentions import find_candidates, gather


def people(text: str) -> dict[str, list[str]]:
    cast = gather(find_candidates(text, 0, len(text)))
    return {one.name: sorted(one.forms) for one in cast.people}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police arrested Abdulhadi al-Khawari in Manama.", "Abdulhadi al-Khawari"),
        ("Journalist José Rubén Zamárez Marroqui was freed.", "José Rubén Zamárez Marroqui"),
        ("The blogger Phạm Đoan Trâm was jailed.", "Phạm Đoan Trâm"),
        ("Mr Rashad Mammad oglu was held.", "Rashad Mammad oglu"),
        ("Activist Alaa Abd el-Fattouh is ill.", "Alaa Abd el-Fattouh"),
        ("Opposition leader Dr. Kizza Besigwa was charged.", "Kizza Besigwa"),
        ("The police held Marie-Claire van der Berg.", "Marie-Claire van der Berg"),
        ("Ruritanian journalist O’Neil Sow’s trial began.", "O’Neil Sow"),
    ],
)
def test_names_of_many_forms_are_found(text: str, name: str) -> None:
    assert name in people(text)


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations Human Rights Council met in Geneva.",
        "Police in Buenos Aires closed the Central Bank.",
        "On Monday, Belarusian authorities spoke.",
        "(Photo by Jane Roe/AFP via Getty Images)",
        "The Helsinki Committee (HC) reported.",
        "PALESTINE ACTION FREED",
        "The magazine Nova Gazeta was closed.",
    ],
)
def test_places_bodies_and_credits_are_no_people(text: str) -> None:
    assert people(text) == {}


def test_a_surname_alone_is_the_person_named_before() -> None:
    assert people("Journalist Ana Belo was arrested. Belo is ill, and Ana’s sister knows.") == {
        "Ana Belo": ["Ana", "Ana Belo", "Belo"]
    }


def test_two_spellings_of_one_name_are_one_person() -> None:
    assert len(people("Activist Maryia Kalinova was freed. Maria Kalinova is home.")) == 1


def test_husband_and_wife_are_two_people() -> None:
    found = people("Activist Ihar Losikau was freed. Activist Darya Losikava was freed.")
    assert len(found) == 2


def test_an_organisation_before_a_name_is_no_part_of_it() -> None:
    text = "The Vesna Human Rights Centre spoke. The chair of Vesna Anton Belov was freed."
    assert list(people(text)) == ["Anton Belov"]
