"""Whom a sentence is about: clauses, counted groups, quoted speech, demands. Text -> what is told of whom."""

import pytest

from tests.importers.helpers import found_in

KARIMOV, RASHIDOV = "Adel Karimov", "Timur Rashidov"
TABLE = {
    "a conjunction governs no name": [
        (
            "After Adel Karimov was released from prison in May 2024, he left the town.",
            {KARIMOV: {"release"}},
        ),
        ("Days before the lawyer Adel Karimov was arrested, police came to his home.", {KARIMOV: {"arrest"}}),
        ("A friend spoke before the mother of Adel Karimov was arrested.", {}),
    ],
    "a demand that somebody be freed": [
        (
            "We call for Adel Karimov and Timur Rashidov to be released immediately.",
            {KARIMOV: {"still_held"}, RASHIDOV: {"still_held"}},
        ),
        ("The union demands that Adel Karimov be released.", {KARIMOV: {"still_held"}}),
        ("The crowd called for Adel Karimov to be arrested.", {}),
        ("The judge ordered that Adel Karimov be released on bail.", {KARIMOV: {"release"}}),
    ],
    "both, all, and a number of whom one is named": [
        (
            "Adel Karimov and Timur Rashidov were arrested on 3 May 2024. Both were released a week later.",
            {KARIMOV: {"arrest", "release"}, RASHIDOV: {"arrest", "release"}},
        ),
        (
            "Police arrested five activists, including Adel Karimov, on 3 May 2024. All five were released.",
            {KARIMOV: {"arrest", "release"}},
        ),
        (
            "Police arrested five activists, including Adel Karimov, on 3 May 2024. The three drivers left.",
            {KARIMOV: {"arrest"}},
        ),
        ("Adel Karimov was arrested in May 2024. One of his sons died in custody.", {KARIMOV: {"arrest"}}),
    ],
    "who says I": [
        ("“I was arrested at the airport,” the editor Adel Karimov told us.", {KARIMOV: {"arrest"}}),
        ("“I was arrested at the airport,” said Adel Karimov.", {KARIMOV: {"arrest"}}),
        ("“He was arrested at the airport,” said Adel Karimov.", {}),
        ("I was arrested at the airport. Adel Karimov was not there.", {}),
        (
            "Adel Karimov writes from Prison No. 5:\n\nI like books. I was arrested at home.",
            {KARIMOV: {"arrest"}},
        ),
    ],
    "the lawyer speaks of a client": [
        (
            "Police arrested Adel Karimov in May 2024. His lawyer said that her client had been released.",
            {KARIMOV: {"arrest", "release"}},
        ),
        ("A shop said that its client had been released. Adel Karimov was not in town.", {}),
    ],
    "one who was named before, and one more": [
        (
            "Activist Adel Karimov was arrested. The activist and a co-accused, Timur Rashidov, were freed.",
            {KARIMOV: {"arrest", "release"}, RASHIDOV: {"release"}},
        ),
    ],
    "the men are not the women": [
        (
            "Anna Karimova and Timur Rashidov were arrested. The men were released.",
            {"Anna Karimova": {"arrest"}, RASHIDOV: {"arrest", "release"}},
        ),
    ],
    "what somebody confirms of others": [
        (
            "Timur Rashidov, the spokesman of the league, confirmed to reporters that Adel Karimov, lawmakers"
            " and other officials across the country had been detained on 3 May 2024.",
            {KARIMOV: {"arrest"}},
        ),
        (
            "Timur Rashidov called on the military leaders to release all officials, including Adel Karimov.",
            {KARIMOV: {"still_held"}},
        ),
    ],
    "a death, and a post": [
        (
            "Dozens of people sit in jail. In May the editor Adel Karimov was beaten to death at home.",
            {},
        ),
        (
            "A prisoner has died in Orsk. In May the editor Adel Karimov was beaten to death there.",
            {KARIMOV: {"death"}},
        ),
        ("The columnist Adel Karimov served 11 years as editor of the page.", {}),
        ("The columnist Adel Karimov served 11 years in prison.", {KARIMOV: {"sentence"}}),
    ],
    "a chain goes on inside quotation marks": [
        (
            "Adel Karimov was convicted of theft, his brother said, and “sentenced to five years in prison”.",
            {KARIMOV: {"charge", "sentence"}},
        ),
    ],
}
TERMS = [
    ("Adel Karimov was sentenced to nine years and Timur Rashidov to eight.", 9, 8),
    ("A court jailed Adel Karimov and Timur Rashidov for six and five years.", 6, 5),
    ("Adel Karimov and Timur Rashidov received terms of five and three years, respectively.", 5, 3),
    ("The court gave Adel Karimov five years and Timur Rashidov three years in prison.", 5, 3),
    ("Adel Karimov (nine years) and Timur Rashidov (seven years) were sentenced on 3 May 2024.", 9, 7),
    ("Adel Karimov got seven years and Timur Rashidov was sentenced to five.", 7, 5),
    ("A court jailed Adel Karimov for six years and Timur Rashidov for five years.", 6, 5),
]
ROWS = [(why, text, wanted) for why, rows in TABLE.items() for text, wanted in rows]
DESCRIBING = {"occupation", "affiliation", "age"}


@pytest.mark.parametrize(
    ("why", "text", "wanted"), ROWS, ids=[f"{why}-{n}" for n, (why, *_) in enumerate(ROWS)]
)
def test_what_happened_is_told_of_those_it_happened_to(
    why: str, text: str, wanted: dict[str, set[str]]
) -> None:
    found = {one.name: {claim.kind for claim in one.claims} - DESCRIBING for one in found_in(text).people}
    assert found == wanted


@pytest.mark.parametrize(("text", "first", "second"), TERMS)
def test_each_of_several_terms_goes_to_the_one_who_got_it(text: str, first: int, second: int) -> None:
    found = {
        one.name: [claim.values.get("years") for claim in one.claims if claim.kind == "sentence"]
        for one in found_in(text).people
    }
    assert found == {KARIMOV: [first], RASHIDOV: [second]}
