"""One document through all steps: what is stored, what a second run does, and whose word stands."""

import pytest

from cases.models import Change, Document, Event, Person, Source
from importers import pipeline, propose
from importers.accept import accept, reject, settle
from importers.models import Mention, Proposal
from importers.pipeline import import_reading
from tests.importers.texts import ARREST, BROTHER, RELEASE, SENTENCE, reading

pytestmark = pytest.mark.django_db


def take(text: str, **options: object) -> pipeline.Outcome:
    return import_reading(reading(text), by="ana", accept_all=True, **options)  # type: ignore[arg-type]


def events() -> list[tuple[str, str]]:
    return sorted(Event.objects.values_list("kind", "date"))


def test_a_document_becomes_a_source_a_mention_and_proposals() -> None:
    outcome = import_reading(reading(ARREST), by="ana")
    assert (outcome.outcome, outcome.people) == ("inserted", 1)
    assert Source.objects.get().published == "2024-03-04"
    assert Mention.objects.get().name == "Nino Varazashvili"
    assert {p.state for p in Proposal.objects.all()} == {"open"}


def test_nothing_enters_the_record_by_being_proposed() -> None:
    import_reading(reading(ARREST), by="ana")
    assert Person.objects.count() == 0
    assert Event.objects.count() == 0


def test_the_quote_of_a_proposal_stands_in_the_stored_text() -> None:
    import_reading(reading(ARREST), by="ana")
    text = Document.objects.get().text
    assert all(text[p.start : p.end] == p.quote for p in Proposal.objects.all())


def test_accepted_proposals_become_events_with_citations() -> None:
    take(ARREST)
    assert ("arrest", "2024-03-02") in events()
    event = Event.objects.get(kind="arrest")
    assert [c.source.title for c in event.citations.all()] == ["Georgia: Journalist detained"]


def test_two_documents_about_one_person_make_one_person() -> None:
    take(ARREST)
    take(SENTENCE)
    person = Person.objects.get()
    assert {"arrest", "sentence"} <= set(person.events.values_list("kind", flat=True))
    assert person.events.get(kind="sentence").sentence.years == 4


def test_a_brother_is_somebody_else() -> None:
    take(ARREST)
    take(BROTHER)
    people = {person.name for person in Person.objects.all()}
    open_questions = Mention.objects.filter(match="ask").count()
    assert people == {"Nino Varazashvili", "Nika Varazashvili"} or open_questions == 1
    assert (
        not Person.objects.filter(names__text="Nino Varazashvili")
        .filter(names__text="Nika Varazashvili")
        .exists()
    )


def test_a_second_import_writes_nothing() -> None:
    take(ARREST)
    before = Change.objects.count()
    assert take(ARREST).outcome == "unchanged"
    assert Change.objects.count() == before


def test_a_rejected_proposal_does_not_return_and_leaves_no_trace_in_the_events() -> None:
    take(ARREST)
    arrests = Proposal.objects.filter(kind="arrest")
    reject(arrests, by="ana", why="Another person of that name.")
    assert ("arrest", "2024-03-02") not in events()
    take(ARREST)
    assert set(arrests.values_list("state", flat=True)) == {"rejected"}


def test_newer_rules_set_aside_what_they_no_longer_say_and_keep_what_was_decided(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import_reading(reading(ARREST), by="ana")
    kept = Proposal.objects.filter(kind="arrest").first()
    assert kept is not None
    accept([kept], by="ana")
    monkeypatch.setattr(pipeline, "rules_version", lambda: "newer")
    monkeypatch.setattr(propose, "_about_people", lambda found, mentions: [])
    assert import_reading(reading(ARREST), by="ana").outcome == "updated"
    states = dict(Proposal.objects.values_list("pk", "state"))
    assert states.pop(kept.pk) == "accepted"
    assert set(states.values()) <= {"superseded"}


def test_a_question_stays_open_until_a_researcher_settles_it(monkeypatch: pytest.MonkeyPatch) -> None:
    take(ARREST)
    known = Person.objects.get()
    import_reading(reading(SENTENCE), by="ana")
    mention = Mention.objects.get(document__text__contains="four years")
    Mention.objects.filter(pk=mention.pk).update(person=None, match="ask", decided_by="nobody")
    report = accept(Proposal.objects.filter(state="open"), by="ana")
    assert (report.taken, len(report.left)) == (0, 1)
    mention.refresh_from_db()
    settle(mention, known, by="ana", why="Same outlet and city.")
    mention.refresh_from_db()
    assert (mention.decided_by, mention.why) == ("ana", "Same outlet and city.")
    accept(Proposal.objects.filter(state="open"), by="ana")
    assert known.events.filter(kind="sentence").exists()


def test_a_mention_settled_as_somebody_else_takes_its_facts_along() -> None:
    take(ARREST)
    take(SENTENCE)
    mention = Mention.objects.get(document__text__contains="four years")
    settle(mention, None, by="ana", why="A namesake.")
    assert Person.objects.count() == 2
    kinds = {frozenset(person.events.values_list("kind", flat=True)) for person in Person.objects.all()}
    assert all(not {"arrest", "sentence"} <= mine for mine in kinds)


def test_an_event_that_a_researcher_edited_keeps_its_values_and_gains_evidence() -> None:
    take(ARREST)
    arrest = Event.objects.get(kind="arrest")
    Event.objects.filter(pk=arrest.pk).update(place="Rustavi", hand_edited=True)
    take(RELEASE)
    take(ARREST.replace("arrested on 2 March 2024", "arrested in March 2024"))
    arrest.refresh_from_db()
    assert (arrest.place, arrest.date) == ("Rustavi", "2024-03-02")
    assert arrest.citations.count() == 2


def test_facts_from_a_closed_document_are_not_public() -> None:
    take(ARREST, visibility="internal")
    assert set(Person.objects.values_list("visibility", flat=True)) == {"internal"}
    assert set(Event.objects.values_list("visibility", flat=True)) == {"internal"}


def test_the_reviewers_answer_stands_beside_the_machines() -> None:
    import_reading(reading(ARREST), by="ana")
    proposal = Proposal.objects.filter(kind="arrest").first()
    assert proposal is not None
    proposal.decision = {**proposal.machine, "date": "2024-03-03"}
    proposal.save()
    accept([proposal], by="ana", why="The source corrected itself.")
    assert ("arrest", "2024-03-03") in events()
    assert proposal.machine["date"] == "2024-03-02"


def test_a_person_stays_unattended_until_a_researcher_has_accepted_every_fact() -> None:
    take(ARREST)
    assert Person.objects.get().unattended
    accept(Proposal.objects.all(), by="ana", why="Read beside the source.")
    assert not Person.objects.get().unattended
    assert set(Proposal.objects.values_list("decided_by", flat=True)) == {"ana"}
