"""The date of what a sentence tells: its own, or one that another event, the scene or the news lends."""

import pytest

from tests.importers.helpers import claims_of, found_in

PUBLISHED = "2024-05-14"  # a Tuesday


def dates(text: str, name: str, kind: str, published: str = PUBLISHED) -> list[str]:
    return [one.date for one in claims_of(found_in(text, published), name, kind)]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        (
            "A court in Orsk on Monday ordered that lawyer Samuel Okello be jailed for a year.",
            "sentence",
            "2024-05-13",
        ),
        (
            "At a hearing, held in Orsk on 3 May, the court sentenced Samuel Okello to three years.",
            "sentence",
            "2024-05-03",
        ),
        (
            "14 May 2024\n\nThey met.\n\n15 March 2023: Lawyer Samuel Okello was arrested in Orsk.",
            "arrest",
            "2023-03-15",
        ),
        ("Lawyer Samuel Okello was arrested at a rally on 10 May 2023.", "arrest", "2023-05-10"),
        ("Samuel Okello, who was arrested in March 2023, walked free on Thursday.", "release", "2024-05-09"),
        ("Samuel Okello was handed a five-year sentence on Monday by a court.", "sentence", "2024-05-13"),
        (
            "A court on Monday remanded in custody for four months the editor Samuel Okello.",
            "pretrial_detention",
            "2024-05-13",
        ),
        ("Lawyer Samuel Okello was arrested during the protests of August 2020.", "arrest", "2020-08"),
        ("Samuel Okello flew to Orsk on 3 May 2023 and was detained on arrival.", "arrest", "2023-05-03"),
        (
            "In May 2023, three months after he had published it, Samuel Okello was arrested.",
            "arrest",
            "2023-05",
        ),
        (
            "In January, Samuel Okello was arrested, and in February so was a friend of his.",
            "arrest",
            "2024-01",
        ),
        ("Samuel Okello went to the police on 10 May 2023, where he was arrested.", "arrest", "2023-05-10"),
        ("Police raided the office on Sunday and briefly detained Samuel Okello.", "arrest", "2024-05-12"),
        ("Samuel Okello was arrested while he was filming a march on 5 May 2023.", "arrest", "2023-05-05"),
        ("Samuel Okello, held since June 2021, was released on 16 January.", "release", "2024-01-16"),
        (
            "Samuel Okello was arrested on 5 June 2021, and on 16 January he was released.",
            "release",
            "2022-01-16",
        ),
    ],
)
def test_a_date_belongs_to_the_event_whose_clause_it_opens_or_ends(text: str, kind: str, date: str) -> None:
    assert dates(text, "Samuel Okello", kind) == [date]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Samuel Okello, who was detained in a village, the court on Friday granted bail.", "arrest"),
        ("On Monday, a court extended the detention of Samuel Okello by two months.", "arrest"),
        ("Samuel Okello faces charges of killings dating back to 2001, 2010 and 2011.", "charge"),
        (
            "He has a wife. He writes. He teaches. Samuel Okello was arrested for a post of 3 May 2023.",
            "arrest",
        ),
    ],
)
def test_a_date_of_something_else_is_not_taken(text: str, kind: str) -> None:
    assert dates(
        "They met. It rained all day long, as it often does. " * 3 + text, "Samuel Okello", kind
    ) == [""]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Samuel Okello was freed on Monday, 100 days after he was arrested.", "arrest", "2024-02-03"),
        ("Samuel Okello was freed on Monday, two months after he was arrested.", "arrest", "2024-03~"),
        ("Samuel Okello was arrested two days after the coup of 1 February 2021.", "arrest", "2021-02-03"),
        ("Samuel Okello was arrested after the coup of 1 February 2021.", "arrest", "2021-02-01/.."),
        ("Samuel Okello was arrested after the attack of 8 May 2024.", "arrest", "2024-05"),
        ("Samuel Okello was detained on 10 May 2023 and released after three days.", "release", "2023-05-13"),
        ("Today marks two years since Samuel Okello was arrested.", "arrest", "2022-05-14"),
        ("It has been a year since Samuel Okello was arrested.", "arrest", "2023~"),
        ("On 3 May, the first anniversary of the arrest of Samuel Okello, they met.", "arrest", "2023-05-03"),
        ("Samuel Okello came back in 2017, after which he was arrested.", "arrest", "2017~"),
    ],
)
def test_a_distance_in_time_is_reckoned_from_the_day_that_it_names(text: str, kind: str, date: str) -> None:
    assert dates(text, "Samuel Okello", kind) == [date]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        (
            "A court on Monday found five men guilty of riot. Samuel Okello was sentenced to six years.",
            "sentence",
            "2024-05-13",
        ),
        (
            "On 3 May Grace Mutua was sentenced to six years. Samuel Okello was also sentenced to two years.",
            "sentence",
            "2024-05-03",
        ),
        (
            "Samuel Okello was found guilty on 3 May. He was taken into custody in the courtroom.",
            "arrest",
            "2024-05-03",
        ),
        (
            "Grace Mutua was arrested on 5 May 2023. Her colleague Samuel Okello was arrested with her.",
            "arrest",
            "2023-05-05",
        ),
        ("Grace Mutua was arrested on 5 May 2023. Samuel Okello was also arrested.", "arrest", "2023-05"),
        (
            "Police broke up a rally on 5 May 2023. Among those arrested was Samuel Okello.",
            "arrest",
            "2023-05-05",
        ),
        (
            "Police raided the office on 5 May 2023. They arrested editor Samuel Okello.",
            "arrest",
            "2023-05-05",
        ),
        (
            "A raid took place on 5 May 2023. It shook the town. Samuel Okello was arrested during the raid.",
            "arrest",
            "2023-05-05",
        ),
        (
            "On 16 March a court convicted Samuel Okello of riot and sentenced him to six years.",
            "sentence",
            "2024-03-16",
        ),
    ],
)
def test_what_was_told_before_lends_its_day_to_what_it_is_part_of(text: str, kind: str, date: str) -> None:
    assert dates(text, "Samuel Okello", kind)[0] == date


def test_a_term_told_with_a_release_has_not_its_day() -> None:
    text = "Samuel Okello met them on Monday, three weeks after he was released from a four-year sentence."

    assert dates(text, "Samuel Okello", "sentence") == [""]
    assert dates(text, "Samuel Okello", "release") == ["2024-04-22~/2024-04-28~"]


def test_each_of_two_people_keeps_the_month_beside_the_name() -> None:
    text = "Agents arrested lawyer Samuel Okello in January and student Grace Mutua in February."

    assert dates(text, "Samuel Okello", "arrest") == ["2024-01"]
    assert dates(text, "Grace Mutua", "arrest") == ["2024-02"]


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        ("Lawyer Samuel Okello was arrested in Orsk.", "2024-05-14", "2024-05"),
        ("Police said on Monday that they had arrested lawyer Samuel Okello.", "2024-05-14", "2024-05"),
        ("Lawyer Samuel Okello was arrested in Orsk.", "2024-05-02", "2024"),
        ("Lawyer Samuel Okello was arrested in Orsk.", "2024-01-02", ""),
        ("Lawyer Samuel Okello, who was arrested in Orsk, is ill.", "2024-05-14", ""),
    ],
)
def test_news_is_of_the_month_of_its_report_where_that_is_sure(text: str, published: str, date: str) -> None:
    [claim] = claims_of(found_in(text, published), "Samuel Okello", "arrest")

    assert (claim.date, claim.date_basis) == (date, "inferred" if date else "")


def test_a_headline_in_the_present_is_news() -> None:
    text = "Activist Samuel Okello gets bail from the High Court\n\n14 May 2024\n\nIt rained."

    assert dates(text, "Samuel Okello", "release") == ["2024-05"]


@pytest.mark.parametrize(
    ("who", "date"), [("the Star said", "2024-05"), ("it said", "2024-05"), ("which was sad", "")]
)
def test_what_somebody_told_the_reporter_is_news_wherever_it_stands(who: str, date: str) -> None:
    text = "It rained all day long, as it often does there. " * 6
    text += f"Lawyer Samuel Okello was arrested in Orsk, {who}."

    assert dates(text, "Samuel Okello", "arrest") == [date]


def test_the_lead_of_a_report_begins_below_its_head() -> None:
    head = "title: 'A report'\ndate: '2024-05-14'\nauthor: 'Desk'\ntags: ['news']\n\n"

    assert dates(head + "Lawyer Samuel Okello was arrested in Orsk last night.", "Samuel Okello", "arrest")
    text = head + "Police confirmed the raid on the flat.\n\nLawyer Samuel Okello was arrested in Orsk."
    assert dates(text, "Samuel Okello", "arrest") == ["2024-05"]


def test_what_a_report_tells_further_down_is_no_news() -> None:
    text = (
        "It rained all day long, as it often does there. " * 6 + "Lawyer Samuel Okello was arrested in Orsk."
    )

    assert dates(text, "Samuel Okello", "arrest") == [""]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("The case began in November 2023 with the arrest of Samuel Okello.", "arrest", "2023-11"),
        ("Three months after his release in May 2022, Samuel Okello was arrested.", "arrest", "2022-08~"),
        ("Two days after the election of 9 August 2020, Samuel Okello was arrested.", "arrest", "2020-08-11"),
        ("After the election of 9 August 2020, Samuel Okello was arrested.", "arrest", "2020-08-09/.."),
        ("While covering a protest on 5 May 2023, Samuel Okello was arrested.", "arrest", "2023-05-05"),
        ("Samuel Okello was arrested while covering a protest on 5 May 2023.", "arrest", "2023-05-05"),
        ("Samuel Okello was arrested after he posted a video on 5 May 2023.", "arrest", "2023-05-05/.."),
        ("Samuel Okello was arrested for a video of 5 May 2023.", "arrest", ""),
        ("Samuel Okello was arrested several months ago.", "arrest", ""),
        ("Samuel Okello is serving six years imposed by a court in March 2023.", "sentence", "2023-03"),
        ("Samuel Okello was detained on 10 March and given 20 days of arrest.", "sentence", "2024-03"),
        ("Samuel Okello was arrested on 5 May 2023 and charged with treason.", "charge", "2023"),
        ("Samuel Okello was arrested on 5 December 2023 and charged with treason.", "charge", ""),
        (
            "The trial of Samuel Okello ended on 5 May 2023. He was sentenced to six years.",
            "sentence",
            "2023-05-05",
        ),
        (
            "Grace Mutua was arrested in May 2023. In the following weeks, Samuel Okello was arrested.",
            "arrest",
            "2023",
        ),
        (
            "Samuel Okello was arrested in the village when farmers sat down on the road, police said.",
            "arrest",
            "2024-05",
        ),
    ],
)
def test_what_is_sure_of_a_date_is_kept_and_no_more(text: str, kind: str, date: str) -> None:
    [claim] = claims_of(found_in("It rains. " + text, PUBLISHED), "Samuel Okello", kind)

    assert claim.date == date


REPORT = (
    "Police in Orsk broke up a rally on Sunday. Grace Mutua was arrested on Sunday evening. "
    "It rained. They sang. "
)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The journalist Samuel Okello, arrested in front of the theatre, is in hospital.", "2024-05"),
        ("The journalist Samuel Okello, arrested in another town, is in hospital.", ""),
        ("The journalist Samuel Okello, who had been arrested before, is in hospital.", ""),
        (
            "Peter Otieno was arrested in 2019. "
            "The journalist Samuel Okello, arrested in front of the theatre, is in hospital.",
            "",
        ),
    ],
)
def test_a_report_of_one_wave_of_arrests_lends_its_month_to_those_it_names(text: str, date: str) -> None:
    [claim] = claims_of(found_in(REPORT + text, PUBLISHED), "Samuel Okello", "arrest")

    assert claim.date == date


def test_an_old_wave_of_arrests_lends_nothing() -> None:
    text = (
        REPORT.replace("on Sunday", "on 5 May 2019") + "The journalist Samuel Okello, arrested there, is ill."
    )

    assert dates(text, "Samuel Okello", "arrest") == [""]


def test_terms_are_of_the_month_of_the_verdict_where_only_that_is_told() -> None:
    text = "It delivered its verdict in June 2023. It rained. They sang. They met. They ate. They slept. "
    text += "They left. Samuel Okello, arrested in May 2022, was sentenced to six years."

    assert dates(text, "Samuel Okello", "sentence") == ["2023-06"]
