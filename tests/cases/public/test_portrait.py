"""What a person's page is made of."""

from typing import Any

import pytest

from cases.public.passages import lead, tail
from cases.public.portrait import portrait, unknowns


def event(key: str, kind: str = "arrest", date: str = "2020-09-07", **values: Any) -> dict[str, Any]:
    return {
        "id": key,
        "kind": kind,
        "date": date,
        "modality": "stated",
        "charges": [],
        "citations": [],
        **values,
    }


def document(*events: dict[str, Any], code: str = "detained", **values: Any) -> dict[str, Any]:
    status = {"code": code, "since": "", "last_confirmed_on": "", "reported_only": False, "stage": "none"}
    return {"name": "Ana Petrova", "names": [], "status": status, "events": list(events), **values}


def test_events_stand_in_the_order_of_their_dates_and_unknown_ones_last() -> None:
    shown = portrait(document(event("a", date=""), event("b", date="2021"), event("c", date="2020-09")))
    assert [one["id"] for one in shown["events"]] == ["c", "b", "a"]


def test_the_current_reading_of_a_conflict_comes_first() -> None:
    conflict = {"what": "custody", "current": "b", "events": ["a", "b"], "reason": "Later and plain."}
    shown = portrait(document(event("a", "release"), event("b", "still_held"), conflicts=[conflict]))
    readings = shown["conflicts"][0]["readings"]
    assert [(one["id"], current) for one, current in readings] == [("b", True), ("a", False)]


def test_a_conflict_over_events_that_are_not_public_names_none() -> None:
    conflict = {"what": "custody", "current": "b", "events": ["a", "b"], "reason": "Later and plain."}
    assert portrait(document(conflicts=[conflict]))["conflicts"][0]["readings"] == []


def test_other_spellings_are_shown_and_the_heading_is_not_repeated() -> None:
    names = [
        {"text": text, "script": script, "kind": kind, "language": ""}
        for text, script, kind in [
            ("Ana Petrova", "Latn", "common"),
            ("Anna Pietrova", "Latn", "misspelling"),
            ("Ана Петрова", "Cyrl", "common"),
        ]
    ]
    shown = portrait(document(names=names))["names"]
    assert [(one["text"], one["kind_words"]) for one in shown] == [
        ("Ана Петрова", ""),
        ("Anna Pietrova", "misspelling"),
    ]


def test_what_no_source_says_is_said() -> None:
    assert "When custody began." in unknowns(document(event("a", "still_held")))
    assert "Which court passed the sentence." in unknowns(
        document(event("a", "sentence", sentence={"years": 3}))
    )
    assert "How long the sentence is." in unknowns(
        document(event("a", "sentence", sentence={"court": {"id": "x"}}))
    )
    assert "Whether the person is in custody today." in unknowns(document(code="unknown"))


def test_what_is_known_is_not_called_unknown() -> None:
    known = document(
        event("a", place="Minsk"),
        event("b", "sentence", sentence={"years": 3, "court": {"id": "x", "name": "Court"}}),
        birth_date="1990",
        charges=[{"as_worded": "extremism"}],
    )
    known["status"]["since"] = "2020-09-07"
    assert unknowns(known) == []


def test_a_quote_is_shown_once_for_a_fact_and_supporting_ones_come_first() -> None:
    source = {"id": "sourcesour", "title": "A report", "published": "2025", "url": "", "language": "en"}
    cited = [
        {"source": "sourcesour", "quote": quote, "start": start, "end": start + 3, "stance": stance}
        for quote, start, stance in [
            ("no!", 9, "contradicts"),
            ("yes", 1, "supports"),
            ("yes", 1, "supports"),
        ]
    ]
    shown = portrait(document(event("a", citations=cited), sources=[source]))["events"][0]
    assert [quote.text for quote in shown["quotes"]] == ["yes", "no!"]
    assert shown["quotes"][0].address == "/sources/a-report-sourcesour/#p-1-4"


@pytest.mark.parametrize(
    ("before", "after", "lead_words", "tail_words"),
    [
        ("It rained. On Monday she was ", " in Minsk. Then it snowed.", "On Monday she was ", " in Minsk."),
        ("", "", "", ""),
        ("On Monday ", " in Minsk", "On Monday ", " in Minsk"),
        ("One!” Two ", " three?” Four.", "Two ", " three?”"),
        ("Line one\nline two ", " three\nfour.", "line two ", " three"),
    ],
)
def test_a_quote_is_shown_in_its_sentence(before: str, after: str, lead_words: str, tail_words: str) -> None:
    assert lead(before) == lead_words
    assert tail(after) == tail_words


def test_a_sentence_without_an_end_is_cut_at_a_word() -> None:
    assert lead("word " * 100).startswith("… word ")
    assert tail(" word" * 100).endswith("word …")
    assert len(tail(" word" * 100)) < 250
