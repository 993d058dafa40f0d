"""What one sentence lends to the next: the day of a verdict, the day of a raid, "these journalists"."""

import pytest

from tests.importers.helpers import claims_of, found_in, names

VERDICT = "On 20 June 2023 the Harare court delivered its verdict in the case. "


@pytest.mark.parametrize(
    ("text", "name", "kind", "date"),
    [
        (VERDICT + "Samuel Okello was sentenced to nine years.", "Samuel Okello", "sentence", "2023-06-20"),
        (
            "The trial saw two editors receive harsh sentences on June 20, 2023.\n\n"
            "Samuel Okello was sentenced to nine years.\n\nGrace Mutua was sentenced to eight years.",
            "Grace Mutua",
            "sentence",
            "2023-06-20",
        ),
        (
            VERDICT + "Grace Mutua, who was previously sentenced to three years in prison, was in the room.",
            "Grace Mutua",
            "sentence",
            "",
        ),
        (
            "On 5 May 2023, police raided the newsroom. Samuel Okello and Grace Mutua were arrested.",
            "Grace Mutua",
            "arrest",
            "2023-05-05",
        ),
        (
            "On 5 May 2023, police raided the newsroom. Grace Mutua had been arrested earlier.",
            "Grace Mutua",
            "arrest",
            "",
        ),
        (
            "Samuel Okello was deported on 19 April 2014 and was arrested on his arrival in Nairobi.",
            "Samuel Okello",
            "arrest",
            "2014-04-19",
        ),
        ("Samuel Okello was charged with fraud on 3 May last year.", "Samuel Okello", "charge", "2023-05-03"),
    ],
)  # fmt: skip
def test_a_day_is_lent_only_where_the_next_sentence_goes_on(
    text: str, name: str, kind: str, date: str
) -> None:
    assert [claim.date for claim in claims_of(found_in(text, "2024-06-15"), name, kind)] == [date]


def test_these_journalists_are_all_of_whom_it_has_just_told() -> None:
    found = found_in(
        VERDICT + "Samuel Okello was sentenced to nine years. Grace Mutua was sentenced to eight years. "
        "These journalists were charged with tax evasion.",
    )

    assert claims_of(found, "Samuel Okello", "charge")
    assert claims_of(found, "Grace Mutua", "charge")


@pytest.mark.parametrize(
    "text",
    [
        "The novel was praised beside Grace Mutua and Samuel Okello. The three women were travelling. "
        "They were arrested in Harare.",
        "Author Samuel Okello wrote about the strike. “I was arrested there,” a miner told him.",
        "Five employees of “Orbita Almaty” were arrested in Harare.",
        "We call on the Rapporteur on Freedom of the Media and Safety of Journalists Samuel Okello to speak.",
    ],
)
def test_who_is_only_named_nearby_is_nobodys_prisoner(text: str) -> None:
    assert names(found_in(text)) == []


def test_those_named_with_a_crowd_are_the_subject() -> None:
    found = found_in(
        "Peter Otieno confirmed that Grace Mutua and other party members had been detained in Harare."
    )

    assert names(found) == ["Grace Mutua"]
