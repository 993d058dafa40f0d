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
        ("The writer Ben Oduya was freed.", "Ben Oduya"),
        ("Ustaz Musa Danladi was held.", "Musa Danladi"),
        ("Retired Colonel Moses Kato was held.", "Moses Kato"),
        ("Professor of Economy Dr. Gubad Ismayilli was held.", "Gubad Ismayilli"),
        ("Her aide Salah ad-Din Harb was freed.", "Salah ad-Din Harb"),
        ("The rapper Aleksei “Lyosha” Moroz was freed.", "Aleksei Moroz"),
        ("The singer ANITA BELOVA was freed on Monday, they say.", "Anita Belova"),
        ("He was jailed.Activist Ana Belo is free.", "Ana Belo"),
        ("The union’s representative in Gitega province, Nestor Niyonzima, was held.", "Nestor Niyonzima"),
        ("The imam Ana King married was there.", "Ana King"),
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
        "The paper spoke to another Vada Masra journalist. Vada Masra said so.",
        "Members of the Lok Sabha protested.",
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali Hasan Aliyev", "Ilham Aliyev"),
        ("Nguyen Van Dai", "Nguyen Van Dat"),
        ("Zhang Wei Min", "Zhang Wenmin"),
        ("Hussein Ali Shekar", "Hassan Shekar"),
    ],
)
def test_relatives_and_namesakes_are_two_people(one: str, other: str) -> None:
    assert len(people(f"Activist {one} was freed. Activist {other} was freed.")) == 2


def test_an_organisation_before_a_name_is_no_part_of_it() -> None:
    text = "The Vesna Human Rights Centre spoke. The chair of Vesna Anton Belov was freed."
    assert list(people(text)) == ["Anton Belov"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Brothers Pavel and Ilya Moroz got two years.", ["Pavel Moroz", "Ilya Moroz"]),
        ("Six, including Akif, Ayaz, and Bakir Sultanli, are held.", ["Akif", "Ayaz", "Bakir"]),
        ("Memorial and Ales Kalinou spoke.", ["Ales Kalinou"]),
        ("Ana Belo was freed. Ana and Juan Torres are at home.", ["Ana Belo", "Juan Torres"]),
    ],
)
def test_given_names_in_a_row_share_the_surname_at_its_end(text: str, found: list[str]) -> None:
    surname = " Sultanli" if "Sultanli" in text else ""
    assert set(people(text)) == {one + surname for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "Robert Kato, better known as Bobi Vino, was freed. Bobi Vino is a singer.",
        "Robert Kato, aka Bobi Vino, was freed. Bobi Vino is a singer.",
        "Robert Kato (also known as “Bobi Vino”) was freed.",
        "Abd al-Rahman Saad was freed. Abdulrahman Saad is home.",
        "Activist Yulia Slivina was freed. Julia Slivina is home.",
        "Stella Nyambura was freed. Nyambura Stella is home.",
        "Activist Kim Jae Hyun was freed. Kim Jae-hyun is home.",
        "Cleric Ibrahim El-Zakari was freed. Ibrahim Zakari is home.",
        "Hussein Ali Shekar was freed. Hussain Shekar is home.",
        "The lawyer Zhang Meiling was freed. Ms Zhang is home.",
    ],
)
def test_another_name_or_spelling_of_somebody_is_no_second_person(text: str) -> None:
    assert len(people(text)) == 1


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Police Commissioner Rakesh Menon spoke.", True),
        ("Chief Magistrate Hakim Bello spoke.", True),
        ("Superintendent of Police (city) Dinesh Rao spoke.", True),
        ("Bola Aremu, the governor of the state, spoke.", True),
        ("Former Prime Minister Omar Alfa spoke.", False),
        ("Ousted president Omar Alfa spoke.", False),
        ("Bola Aremu, a critic of the government, spoke.", False),
    ],
)
def test_who_holds_an_office_is_known_by_the_words_beside_the_name(text: str, office: bool) -> None:
    assert [one.office for one in gather(find_candidates(text, 0, len(text))).people] == [office]


def test_a_surname_of_two_is_that_of_the_one_spoken_of_and_not_of_one_named_in_passing() -> None:
    story = "Lawyer Wang Jianmin was held. Wang was ill. Wang was tried. "
    passing = "His brother knew a doctor, Wang Guofeng, in Harbin. "
    others = "The hearing was closed and no diplomat was let in, although many had asked to be there. " * 5
    forms = people(story + passing + others + "Wang was freed.")
    assert forms["Wang Jianmin"] == ["Wang", "Wang Jianmin"]
    text = story + passing + others + "Wang was freed."
    cast = gather(find_candidates(text, 0, len(text)))
    last = max(cast.at)
    assert cast.at[last][0].name == "Wang Jianmin"
