"""Adding and correcting an event at the desk, with the passages it rests on."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cases import record
from cases.models import Change, CustodyPeriod, Event
from tests.cases import builders as b
from tests.cases.admin.cast import errors, full_person, submit

WHY = "The court's own register"
ADD = reverse("admin:index") + "cases/event/add/"


def page(event: Event) -> str:
    return reverse("admin:cases_event_change", args=[event.pk])


def passage(words: str, source: Any, **values: Any) -> dict[str, Any]:
    prefix = "citations-2-0" if values.pop("second", False) else "citations-0"
    given = {f"{prefix}-{name}": value for name, value in values.items()}
    return {f"{prefix}-source": source.pk, f"{prefix}-passage": words, **given}


def test_an_event_is_added_with_its_passage_and_custody_follows(desk: Client) -> None:
    person, source = b.make_person(), b.make_source()
    words = "abducted by masked men in Minsk on 7 September 2020"
    answer = submit(
        desk,
        f"{ADD}?person={person.pk}",
        kind="arrest",
        manner="abducted",
        date="2020-09-07",
        **passage(words, source),
    )
    assert answer.status_code == 302, errors(answer)
    event = person.events.get()
    assert event.hand_edited
    citation = event.citations.get()
    assert (citation.quote, citation.start) == (words, b.TEXT.index(words))
    assert CustodyPeriod.objects.get().start == "2020-09-07"
    assert {change.model for change in Change.objects.all()} == {"event", "citation"}


def test_a_passage_with_other_line_breaks_is_found(desk: Client) -> None:
    person = b.make_person()
    source = b.make_source("She was\nreleased  on 13 December.")
    event = b.make_event(person, "release")
    answer = submit(desk, page(event), reason=WHY, **passage("was released\non 13", source, second=True))
    assert answer.status_code == 302, errors(answer)
    assert event.citations.get().quote == "was\nreleased  on 13"


@pytest.mark.parametrize(
    ("words", "more", "complaint"),
    [
        ("was set free", {}, "do not stand in the source"),
        ("She", {}, "2 times, beginning at 0, 12"),
        ("She", {"start": 5}, "do not begin at 5"),
        ("", {}, "Paste the words"),
    ],
)
def test_a_passage_that_is_not_found_once_comes_back(
    desk: Client, words: str, more: dict[str, Any], complaint: str
) -> None:
    event = b.make_event(b.make_person(), "release")
    source = b.make_source("She smiled. She left.")
    answer = submit(desk, page(event), reason=WHY, **passage(words, source, second=True, **more))
    assert answer.status_code == 200
    assert complaint in errors(answer)
    assert not event.citations.exists()


def test_a_passage_that_stands_twice_is_chosen_by_its_beginning(desk: Client) -> None:
    event = b.make_event(b.make_person(), "release")
    source = b.make_source("She smiled. She left.")
    answer = submit(desk, page(event), reason=WHY, **passage("She", source, second=True, start=12))
    assert answer.status_code == 302, errors(answer)
    assert event.citations.get().start == 12


def test_a_correction_marks_the_event_as_edited_by_hand_and_rebuilds_custody(desk: Client) -> None:
    person = full_person()
    arrest = person.events.get(kind="arrest")
    answer = submit(desk, page(arrest), date="2020-09-08", reason=WHY)
    assert answer.status_code == 302, errors(answer)
    arrest.refresh_from_db()
    assert (arrest.hand_edited, str(arrest.date_earliest)) == (True, "2020-09-08")
    assert CustodyPeriod.objects.get().start == "2020-09-08"
    [change] = Change.objects.filter(model="event")
    assert change.after is not None
    assert change.after["date"] == "2020-09-08"


def test_a_sentence_is_corrected_on_the_page_of_its_event(desk: Client) -> None:
    event = full_person().events.get(kind="sentence")
    answer = submit(desk, page(event), reason=WHY, **{"sentence-0-years": "10", "sentence-0-months": "6"})
    assert answer.status_code == 302, errors(answer)
    assert event.sentence.pk
    event.sentence.refresh_from_db()
    assert event.sentence.length == "10 years 6 months"


def test_a_sentence_is_added_with_its_event_without_javascript(desk: Client) -> None:
    person = b.make_person()
    answer = submit(
        desk, f"{ADD}?person={person.pk}&kind=sentence", date="2021-09-06", **{"sentence-0-years": "11"}
    )
    assert answer.status_code == 302, errors(answer)
    assert person.events.get().sentence.years == 11


def test_conditions_of_a_release_are_boxes(desk: Client) -> None:
    event = full_person().events.get(kind="release")
    answer = submit(desk, page(event), reason=WHY, **{"release-0-conditions": ["forced_exile", "travel_ban"]})
    assert answer.status_code == 302, errors(answer)
    event.release.refresh_from_db()
    assert event.release.conditions == "forced_exile,travel_ban"
    assert submit(desk, page(event), reason=WHY).status_code == 302
    assert Change.objects.filter(model="release").count() == 1


def test_a_charge_of_an_event_belongs_to_its_person(desk: Client) -> None:
    event = b.make_event(b.make_person())
    answer = submit(desk, page(event), reason=WHY, **{"charges-0-article": "361-1", "charges-0-law": "BY-CC"})
    assert answer.status_code == 302, errors(answer)
    assert event.charges.get().person == event.person


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"chosen": "true"}, "Say why this reading"),
        ({"kind": "death", "manner": "abducted"}, "Only an arrest"),
        ({"date": "yesterday"}, "“yesterday”"),
    ],
)
def test_an_event_that_contradicts_itself_comes_back(
    desk: Client, values: dict[str, str], complaint: str
) -> None:
    event = b.make_event(b.make_person())
    answer = submit(desk, page(event), reason=WHY, **values)
    assert answer.status_code == 200
    assert complaint in errors(answer)


def test_a_researcher_rules_where_sources_differ(desk: Client) -> None:
    person = full_person()
    release = person.events.get(kind="release")
    answer = submit(desk, page(release), chosen="false", ruling="A later source denies it.", reason=WHY)
    assert answer.status_code == 302, errors(answer)
    assert record.custody_of(person).status == "detained"


def test_the_words_of_a_passage_cannot_be_changed(desk: Client) -> None:
    event = full_person().events.get(kind="release")
    citation = event.citations.get()
    page_text = desk.get(page(event)).content.decode()
    assert f"<mark>{citation.quote}</mark>" in page_text
    submit(desk, page(event), reason=WHY, **{"citations-0-hedged": "on", "citations-0-quote": "Invented"})
    citation.refresh_from_db()
    assert (citation.hedged, citation.quote) == (
        True,
        "She was released on 13 December 2025 and taken abroad.",
    )


def test_deleting_an_event_rebuilds_custody(desk: Client) -> None:
    person = full_person()
    release = person.events.get(kind="release")
    address = reverse("admin:cases_event_delete", args=[release.pk])
    assert desk.post(address, {"post": "yes", "reason": "Of somebody else"}).status_code == 302
    assert CustodyPeriod.objects.get().open
