"""Lists of people with their posts, nicknames and days: who is in them, and what date each has."""

import pytest

from tests.importers.helpers import claims_of, found_in

PUBLISHED = "2024-06-15"
FOUR = ("Elnur Safarli", "Leyla Vaqifli", "Hasan Babali", "Fuad Mehraliyev")
TABLE = [
    (
        "The court sentenced Radio Nord director Elnur Safarli, editor-in-chief Leyla Vaqifli, reporter"
        " Hasan Babali, and Radio Delta journalist and economist Fuad Mehraliyev to 9 years in prison.",
        "sentence",
        dict.fromkeys(FOUR, "2024-06"),
    ),
    (
        "The “Nord case” goes back to December 6, 2022, when the head of the Nord office, **Elnur Safarli**,"
        " along with journalists **Leyla Vaqifli (Leo)** and **Hasan Babali**, were detained.",
        "arrest",
        dict.fromkeys(FOUR[:3], "2022-12-06"),
    ),
    (
        "Further arrests in early 2023 included **Elnur Safarli (Agha)**, editor-in-chief of “nord.example”"
        " and a Delta reporter (February 5), **Leyla Vaqifli** (February 20), and **Hasan Babali** (May 7).",
        "arrest",
        {FOUR[0]: "2023-02-05", FOUR[1]: "2023-02-20", FOUR[2]: "2023-05-07"},
    ),
    (
        "On 3 May 2024 men without badges illegally detained the rally’s organizers — activists"
        " Elnur Safarli, Leyla Vaqifli, and Hasan Babali.",
        "arrest",
        dict.fromkeys(FOUR[:3], "2024-05-03"),
    ),
    (
        "The sentences, handed down on June 10 by the City Court, were harsh. The court sentenced"
        " Elnur Safarli and Leyla Vaqifli to 9 years in prison.",
        "sentence",
        dict.fromkeys(FOUR[:2], "2024-06-10"),
    ),
]


@pytest.mark.parametrize(("text", "kind", "wanted"), TABLE)
def test_everybody_of_a_list_is_found_with_their_date(text: str, kind: str, wanted: dict[str, str]) -> None:
    found = found_in(text, PUBLISHED)
    assert {one.name: [claim.date for claim in claims_of(found, one.name, kind)] for one in found.people} == {
        name: [date] for name, date in wanted.items()
    }


def test_the_lawyer_of_a_list_is_not_in_it() -> None:
    found = found_in(
        "The court sentenced Radio Nord director Elnur Safarli to 9 years, his lawyer Leyla Vaqifli said.",
        PUBLISHED,
    )
    assert [one.name for one in found.people] == ["Elnur Safarli"]


def test_holding_a_rally_is_no_arrest() -> None:
    assert not found_in("They held the rally with Elnur Safarli and Leyla Vaqifli.", PUBLISHED).people


TOLD = "Police arrested Elnur Safarli and Leyla Vaqifli on 3 May 2024. On 5 May Hasan Babali was arrested. "


@pytest.mark.parametrize(
    ("text", "charged"),
    [
        ("The journalists face charges of tax evasion.", FOUR[:3]),
        ("All arrested Nord TV journalists have been charged with tax evasion.", FOUR[:3]),
        ("The officers were charged with abuse of office.", ()),
        ("All journalists in the country could be charged with tax evasion.", ()),
    ],
)
def test_the_journalists_are_all_those_of_whom_was_just_told(text: str, charged: tuple[str, ...]) -> None:
    found = found_in(TOLD + text, PUBLISHED)
    told = [one.name for one in found.people if claims_of(found, one.name, "charge")]
    assert told == list(charged)


def test_a_nickname_in_brackets_ends_no_list() -> None:
    found = found_in(
        "Police arrested Elnur Safarli (Agha), Leyla Vaqifli and Hasan Babali. Elnur Agha is ill.", PUBLISHED
    )
    assert [one.name for one in found.people if claims_of(found, one.name, "arrest")] == list(FOUR[:3])
