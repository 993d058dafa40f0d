"""Whole texts, invented, from many countries: who is found, with what, and who is not."""

import pytest

from importers.spans import Extraction
from tests.importers.helpers import claims_of, found_in, make_reading, names, person

BAKU = (
    "Baku, 5 May 2022 – On 3 May, the Baku Grave Crimes Court sentenced journalist Polad Rzayev to five "
    "years and six months in prison on charges of hooliganism. Rzayev was arrested on 11 January 2021. "
    "His lawyer, Elman Sadigov, said that they would appeal. “This is a mockery,” said Emin Huseynli, "
    "director of the Institute."
)

MANAGUA = (
    "Opposition leader Félix Mairena was arrested in June 2021 and sentenced to 13 years in prison. On 9 "
    "February 2023 the government released 222 political prisoners, among them Mairena and former "
    "candidate Cristina Chamorra, and deported them to the United States. Bishop Rolando Albares was "
    "sentenced the next day to 26 years in prison."
)

TBILISI = (
    "Journalist Mzia Amaghlo was arrested on 12 January 2025. Judge Nino Sakhel sent her to pre-trial "
    "detention on 14 January 2025. If convicted she faces four to seven years in prison."
)

HANOI = (
    "On 5 January 2021, the court sentenced three members of the association: Pham Chi Duong, 15 years; "
    "Nguyen Tuong Thui, 11 years; and Le Huu Minh Tuyen, 11 years."
)

KIGALI = (
    "YouTuber Yvonne Idamara was convicted of incitement and sentenced to 15 years in prison. Prosecutors "
    "had asked for 30 years. Journalist Dieudonné Niyo, who has been in pre-trial detention since October "
    "2018, faces up to ten years."
)

CUBA = (
    "On 11 July 2021, artist Luis Oteiro Alcant was detained. On 24 June 2022, after a closed trial, he "
    "and rapper Maykel Osorba were sentenced to five and nine years in prison, respectively."
)

LIST = """Political prisoners of Ruritania

1. Anna Petrenko – teacher, arrested 5 March 2021, sentenced to 6 years.
2. Daud Karimi – imam, sentenced in absentia to 12 years on 1 February 2020.
3. Elena Sorokina – released on 3 May 2023 under an amnesty."""

CALL = "We call for the immediate release of Marfa Ryabova, Nasta Loikova and others who are unjustly jailed."

MOSCOW = (
    "Opposition figure Aleksei Navarov died in a penal colony on 16 February 2024. He was serving a "
    "19-year sentence. Vladimir Kara-Murov, who was jailed for 25 years in April 2023, is being held in "
    "solitary confinement."
)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (BAKU, {"Polad Rzayev": "detained"}),
        (
            MANAGUA,
            {"Félix Mairena": "released", "Cristina Chamorra": "released", "Rolando Albares": "detained"},
        ),
        (TBILISI, {"Mzia Amaghlo": "detained"}),
        (
            HANOI,
            {"Pham Chi Duong": "detained", "Nguyen Tuong Thui": "detained", "Le Huu Minh Tuyen": "detained"},
        ),
        (KIGALI, {"Yvonne Idamara": "detained", "Dieudonné Niyo": "detained"}),
        (CUBA, {"Luis Oteiro Alcant": "detained", "Maykel Osorba": "detained"}),
        (LIST, {"Anna Petrenko": "detained", "Daud Karimi": "at_large", "Elena Sorokina": "released"}),
        (CALL, {"Marfa Ryabova": "detained", "Nasta Loikova": "detained"}),
        (MOSCOW, {"Aleksei Navarov": "deceased", "Vladimir Kara-Murov": "detained"}),
    ],
)
def test_the_people_of_a_text_and_how_it_leaves_them(text: str, statuses: dict[str, str]) -> None:
    found = found_in(text, "")
    assert {one.name: one.status for one in found.people} == statuses


@pytest.mark.parametrize(
    ("text", "name", "date", "term"),
    [
        (BAKU, "Polad Rzayev", "2022-05-03", {"years": 5, "months": 6}),
        (MANAGUA, "Félix Mairena", "", {"years": 13}),
        (HANOI, "Pham Chi Duong", "2021-01-05", {"years": 15}),
        (HANOI, "Le Huu Minh Tuyen", "2021-01-05", {"years": 11}),
        (KIGALI, "Yvonne Idamara", "", {"years": 15}),
        (CUBA, "Luis Oteiro Alcant", "2022-06-24", {"years": 5}),
        (CUBA, "Maykel Osorba", "2022-06-24", {"years": 9}),
        (MOSCOW, "Aleksei Navarov", "", {"years": 19}),
    ],
)
def test_who_was_sentenced_to_what_and_when(text: str, name: str, date: str, term: dict[str, int]) -> None:
    (claim,) = claims_of(found_in(text, ""), name, "sentence")
    assert claim.date == date
    assert {key: claim.values[key] for key in ("years", "months", "days") if key in claim.values} == term


def test_what_prosecutors_ask_for_and_what_one_faces_is_no_sentence() -> None:
    found = found_in(KIGALI, "")
    assert [claim.kind for claim in person(found, "Dieudonné Niyo").claims if claim.kind == "sentence"] == []


def test_remand_is_no_sentence_and_begins_custody_where_no_arrest_is_told() -> None:
    found = found_in("Blogger Daler Rahimov was remanded in custody for two months on 6 May 2023.")
    kinds = {
        claim.kind: claim.date
        for claim in person(found, "Daler Rahimov").claims
        if claim.kind != "occupation"
    }
    assert kinds == {"pretrial_detention": "2023-05-06", "arrest": "2023-05-06"}


def test_a_hedge_makes_a_report() -> None:
    found = found_in("Editor Ana Belo is reportedly among those released on 3 May 2023.")
    assert [claim.modality for claim in claims_of(found, "Ana Belo", "release")] == ["reported"]


def test_what_is_denied_makes_nobody_a_person_of_the_record() -> None:
    assert names(found_in("Editor Ana Belo was not arrested.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Judge Karim Sow sentenced nobody. Minister Ana Roe said that arrests would follow.",
        "“They were arrested,” said Jane Roe, director of the Institute. She called on all to act.",
        "Photographer Jo Doe took a picture of the prison. The prison holds 300 people.",
        "Police arrested two men. Officer John Roe declined to comment.",
        "Presenter Jo Doe released a video about the arrest of hundreds of people.",
        "President Omar Doe could be charged if he loses, analysts say.",
    ],
)
def test_those_who_only_speak_judge_or_report_are_left_out(text: str) -> None:
    assert names(found_in(text)) == []


def test_a_relative_is_not_the_one_of_whom_it_is_said() -> None:
    found = found_in("The father of activist Ana Belo was arrested. Ana Belo’s wife said so.")
    assert names(found) == []


def test_how_long_somebody_has_been_held_gives_a_rough_beginning() -> None:
    found = found_in(
        "Aid workers Ana Belo and Omar Sy have been held in pretrial detention for over 19 months.", "2025-12"
    )
    (claim,) = claims_of(found, "Ana Belo", "arrest")
    assert (claim.date, claim.date_basis) == ("2024-05~", "inferred")


def test_those_released_share_the_date_of_the_release_told_before() -> None:
    text = (
        "The group welcomes the release of 123 prisoners on 13 December. "
        "Those released include editor Ana Belo. Those released were effectively subjected to forced exile."
    )
    found = found_in(text, "2025-12-19")
    assert [claim.date for claim in claims_of(found, "Ana Belo", "release")] == ["2025-12-13"]
    assert claims_of(found, "Ana Belo", "exile")
    assert [(one.kind, one.count, one.date, one.named) for one in found.group_events] == [
        ("release", 123, "2025-12-13", ("Ana Belo",))
    ]


def test_a_planned_trial_has_not_happened() -> None:
    found = found_in("The trial of teacher Ana Belo will open on 20 June 2024. She was arrested in May 2024.")
    assert [claim.modality for claim in claims_of(found, "Ana Belo", "trial")] == ["planned"]


def all_quotes(found: Extraction) -> list[tuple[str, int, int]]:
    rows = [(claim.quote, claim.start, claim.end) for one in found.people for claim in one.claims]
    rows += [(one.quote, one.start, one.end) for one in found.group_events]
    rows += [(one.quote, one.start, one.end) for one in found.figures]
    return rows + [(one.quote, one.start, one.end) for one in found.unsettled]


@pytest.mark.parametrize("text", [BAKU, MANAGUA, TBILISI, HANOI, KIGALI, CUBA, LIST, CALL, MOSCOW])
def test_every_quote_stands_in_the_text_where_it_says(text: str) -> None:
    rows = all_quotes(found_in(text, ""))
    assert rows
    assert all(make_reading(text).text[start:end] == quote and quote for quote, start, end in rows)


def test_text_in_another_language_gives_nothing_and_no_error() -> None:
    assert names(found_in("Актывіст быў затрыманы ў Мінску 5 траўня 2021 года.")) == []
