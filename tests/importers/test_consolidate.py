"""From accepted claims to events: what joins, what stays apart, and that order never matters."""

import random
from typing import Any

import pytest

from importers.consolidate import Accepted, Draft, best_text, consolidate


def claim(kind: str, date: str = "", *, modality: str = "stated", document: int = 1, **more: Any) -> Accepted:
    number = more.pop("id", None) or random.randrange(1, 10**9)
    basis = more.pop("basis", "stated" if date else "")
    published = more.pop("published", "2025-12-19")
    return Accepted(number, kind, date, basis, modality, more, document, (published, f"{document}", number))


def shape(drafts: list[Draft]) -> list[tuple[str, str, int]]:
    return sorted((draft.kind, draft.date, len(draft.claims)) for draft in drafts)


JOINING = [
    (
        "the same day from two sources is one event",
        ["arrest 2020-09-07", "arrest 2020-09-07"],
        [("arrest", "2020-09-07", 2)],
    ),
    (
        "a month joins the day inside it",
        ["arrest 2020-09", "arrest 2020-09-07"],
        [("arrest", "2020-09-07", 2)],
    ),
    ("no date joins the only one", ["arrest", "arrest 2020-09-07"], [("arrest", "2020-09-07", 2)]),
    (
        "no date stays apart where two could be meant",
        ["arrest", "arrest 2020-09-07", "arrest 2022-01-01"],
        [("arrest", "", 1), ("arrest", "2020-09-07", 1), ("arrest", "2022-01-01", 1)],
    ),
    (
        "different days stay apart",
        ["release 2025-12-13", "release 2025-12-14"],
        [("release", "2025-12-13", 1), ("release", "2025-12-14", 1)],
    ),
    (
        "different kinds stay apart",
        ["arrest 2020", "charge 2020"],
        [("arrest", "2020", 1), ("charge", "2020", 1)],
    ),
    (
        "about May fits the last of April",
        ["arrest 2024-05~", "arrest 2024-04-30"],
        [("arrest", "2024-04-30", 2)],
    ),
    (
        "about May does not fit January",
        ["arrest 2024-05~", "arrest 2024-01-30"],
        [("arrest", "2024-01-30", 1), ("arrest", "2024-05~", 1)],
    ),
    (
        "each confirmation keeps its own date",
        ["still_held 2025-12", "still_held 2025-12-13"],
        [("still_held", "2025-12", 1), ("still_held", "2025-12-13", 1)],
    ),
]


@pytest.mark.parametrize(("name", "claims", "expected"), JOINING, ids=[row[0] for row in JOINING])
def test_claims_join_when_they_can_only_be_one_event(
    name: str, claims: list[str], expected: list[tuple[str, str, int]]
) -> None:
    made = [claim(*text.split(), document=number) for number, text in enumerate(claims)]
    assert shape(consolidate(made)) == sorted(expected)


def test_a_planned_release_is_not_a_release() -> None:
    made = [claim("release", "2025-12-13", modality="planned"), claim("release", "2025-12-13")]
    assert len(consolidate(made)) == 2


def test_a_report_that_another_source_states_becomes_stated() -> None:
    made = [claim("release", "2025-12-13", modality="reported"), claim("release", "2025-12-13", document=2)]
    assert [draft.modality for draft in consolidate(made)] == ["stated"]


def test_a_report_alone_stays_reported() -> None:
    assert [d.modality for d in consolidate([claim("release", "2025-12-13", modality="reported")])] == [
        "reported"
    ]


def test_sentences_of_different_length_stay_apart_and_one_without_length_joins() -> None:
    made = [
        claim("sentence", "2023", years=10),
        claim("sentence", "2023", years=11),
        claim("sentence", "2023-03-03"),
    ]
    assert shape(consolidate(made[:2])) == [("sentence", "2023", 1), ("sentence", "2023", 1)]
    assert shape(consolidate([made[0], made[2]])) == [("sentence", "2023-03-03", 2)]
    (joined,) = consolidate([made[0], made[2]])
    assert joined.values["years"] == 10


def test_lists_of_charges_are_united() -> None:
    made = [claim("charge", charges=["treason"]), claim("charge", charges=["fraud"], document=2)]
    (draft,) = consolidate(made)
    assert draft.values["charges"] == ["fraud", "treason"]


def test_a_date_that_somebody_stated_is_stated_even_if_another_inferred_it() -> None:
    made = [claim("release", "2025-12-13", basis="inferred"), claim("release", "2025-12-13", document=2)]
    assert [draft.date_basis for draft in consolidate(made)] == ["stated"]


def test_an_event_edited_by_hand_gains_evidence_and_keeps_its_values() -> None:
    edited = Draft("arrest", "2020-09-08", "stated", "stated", {}, [], event=7)
    (draft,) = consolidate([claim("arrest", "2020-09", modality="reported")], [edited])
    assert (draft.event, draft.date, draft.modality, len(draft.claims)) == (7, "2020-09-08", "stated", 1)


def test_the_order_of_claims_never_matters() -> None:
    kinds = ["arrest 2020", "arrest 2020-09", "arrest 2020-09-07", "arrest 2021-01", "arrest", "arrest 2020~"]
    kinds += ["release 2025-12-13", "release", "sentence 2021", "sentence", "sentence 2021-09-06"]
    made = [claim(*text.split(), document=number % 3, id=number + 1) for number, text in enumerate(kinds)]
    expected = _full(consolidate(made))
    shuffler = random.Random(5)
    for _ in range(200):
        shuffler.shuffle(made)
        assert _full(consolidate(made)) == expected


def _full(drafts: list[Draft]) -> list[tuple[str, str, str, list[int]]]:
    return sorted((d.kind, d.date, d.modality, sorted(c.id for c in d.claims)) for d in drafts)


def test_the_text_of_most_sources_wins_and_ties_fall_to_the_longest() -> None:
    assert best_text(["lawyer", "human rights lawyer", "lawyer"]) == "lawyer"
    assert best_text(["lawyer", "human rights lawyer"]) == "human rights lawyer"
    assert best_text([]) == ""
