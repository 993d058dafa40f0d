"""Words of the public pages."""

from datetime import date

import pytest

from cases.public import words


@pytest.mark.parametrize(
    ("edtf", "on", "since"),
    [
        ("2020-09-07", "on 7 September 2020", "since 7 September 2020"),
        ("2020-09", "in September 2020", "since September 2020"),
        ("2020", "in 2020", "since 2020"),
        ("1979-08~", "about August 1979", "since about August 1979"),
        ("../2024-05", "until May 2024", "since May 2024 or earlier"),
        ("2024-05/..", "since May 2024", "since May 2024 or later"),
        ("2024-03/2024-05", "between March and May 2024", "since some time between March and May 2024"),
        ("", "", ""),
        (None, "", ""),
        ("nonsense", "", ""),
    ],
)
def test_a_date_continues_a_sentence(edtf: str | None, on: str, since: str) -> None:
    assert words.on(edtf) == on
    assert words.since(edtf) == since


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ({"years": 11}, "11 years"),
        ({"years": 6, "months": 6}, "6 years 6 months"),
        ({"years": 1, "days": 1}, "1 year 1 day"),
        ({"life": True}, "life imprisonment"),
        ({"death_penalty": True}, "the death penalty"),
        ({"years": 3, "suspended": True}, "3 years, suspended"),
        ({"years": 3, "in_absentia": True, "regime": "general"}, "3 years, in absentia, general regime"),
        ({"fine_amount": "1500.00", "fine_currency": "BYN"}, "a fine of 1500 BYN"),
        ({"years": 2, "fine_amount": 100, "fine_currency": "EUR"}, "2 years and a fine of 100 EUR"),
        ({"years": 2, "finality": "overturned"}, "2 years, set aside by a higher court"),
        ({}, ""),
    ],
)
def test_a_sentence_is_said_in_words(sentence: dict[str, object], said: str) -> None:
    assert words.sentence_words(sentence) == said


@pytest.mark.parametrize(
    ("event", "title"),
    [
        ({"kind": "arrest", "manner": "abducted"}, "Abducted"),
        ({"kind": "arrest", "manner": ""}, "Arrest"),
        ({"kind": "sentence", "sentence": {"years": 11}}, "Sentenced to 11 years"),
        (
            {"kind": "sentence", "sentence": {"fine_amount": "5", "fine_currency": "EUR"}},
            "Sentenced: a fine of 5 EUR",
        ),
        ({"kind": "sentence", "sentence": None}, "Sentenced"),
        (
            {"kind": "release", "release": {"manner": "pardon", "conditions": ["forced_exile"]}},
            "Released: pardon, forced exile",
        ),
        ({"kind": "release", "release": {"manner": "unclear", "conditions": []}}, "Released"),
        ({"kind": "still_held"}, "Confirmed in custody"),
    ],
)
def test_an_event_has_a_title(event: dict[str, object], title: str) -> None:
    assert words.event_title(event) == title


@pytest.mark.parametrize(
    ("status", "line", "when"),
    [
        ({"code": "detained", "since": "2020-09"}, "In custody", "since September 2020"),
        ({"code": "released", "since": "2025-12-13"}, "Released", "on 13 December 2025"),
        ({"code": "released", "since": "", "reported_only": True}, "Reportedly released", ""),
        (
            {"code": "unknown", "reported_only": True},
            "Nothing in the record says whether this person is in custody",
            "",
        ),
    ],
)
def test_a_status_is_a_sentence(status: dict[str, object], line: str, when: str) -> None:
    assert words.status_line(status) == line
    assert words.status_when(status) == when


def test_a_date_that_was_worked_out_is_said_to_be() -> None:
    assert words.date_note({"date": "2025-12-13", "date_basis": "inferred"})
    assert words.date_note({"date": "2025-12-13", "date_basis": "stated"}) == ""
    assert words.date_note({"date": "", "date_basis": "inferred"}) == ""


@pytest.mark.parametrize(("number", "said"), [(1, "1 person"), (0, "0 people"), (1100, "1,100 people")])
def test_a_number_agrees_with_its_noun(number: int, said: str) -> None:
    assert words.plural(number, "person", "people") == said


@pytest.mark.parametrize(
    ("status", "stale"),
    [
        ({"code": "detained", "last_confirmed_on": "2011-05"}, True),
        ({"code": "detained", "last_confirmed_on": "2025-12-19"}, False),
        ({"code": "detained", "last_confirmed_on": ""}, False),
        ({"code": "released", "last_confirmed_on": "2011-05"}, False),
    ],
)
def test_old_evidence_of_custody_is_called_old(status: dict[str, object], stale: bool) -> None:
    assert words.is_stale(status, date(2026, 1, 1)) is stale


def test_words_that_bring_their_own_quotation_marks_get_no_others() -> None:
    assert words.quoted("tax evasion") == "“tax evasion”"
    assert words.quoted("“extremism” and more") == "“extremism” and more"
