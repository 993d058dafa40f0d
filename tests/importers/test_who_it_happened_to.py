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
    "a chain goes on inside quotation marks": [
        (
            "Adel Karimov was convicted of theft, his brother said, and “sentenced to five years in prison”.",
            {KARIMOV: {"charge", "sentence"}},
        ),
    ],
}
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
