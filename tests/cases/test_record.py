"""The verbs of the record: what they write, what they leave alone, and the audit row of each write."""

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from cases import history, record
from cases.models import (
    Affiliation,
    Change,
    Charge,
    Citation,
    CustodyPeriod,
    Event,
    NameToken,
    Organisation,
    Person,
    PersonName,
    Sentence,
)
from cases.names import KEY_VERSION, key
from tests.cases import builders as b

pytestmark = pytest.mark.django_db
ME: dict[str, Any] = {"by": "vera", "why": "A letter from the family"}


def person(name: str = "Maryia Kalesnikava") -> Person:
    made = Person(country="BY")
    record.save(made, **ME)
    record.add_name(made, name, is_primary=True, **ME)
    return made


def changes(model: str = "") -> list[Change]:
    found = Change.objects.order_by("pk")
    return list(found.filter(model=model) if model else found)


def test_a_new_row_is_audited_whole() -> None:
    made = Person(country="BY", birth_date="1982-04-24")
    change = record.save(made, **ME)
    assert change is not None
    assert (change.action, change.model, change.object_id) == ("add", "person", str(made.pk))
    assert (change.by, change.why, change.person) == ("vera", "A letter from the family", made.public_id)
    assert change.before is None
    assert change.after is not None
    assert change.after["birth_date"] == "1982-04-24"
    assert change.after["birth_date_latest"] == "1982-04-24"


def test_a_change_is_audited_with_what_differs_before_and_after() -> None:
    someone = person()
    someone.gender, someone.occupation = "female", "musician"
    change = record.save(someone, **ME)
    assert change is not None
    assert change.before == {"gender": "unknown", "occupation": ""}
    assert change.after == {"gender": "female", "occupation": "musician"}


def test_nothing_is_written_where_nothing_changed() -> None:
    someone = person()
    before, updated = Change.objects.count(), Person.objects.get().updated_at
    assert record.save(someone, **ME) is None
    assert record.save(Person.objects.get(), **ME) is None
    assert (Change.objects.count(), Person.objects.get().updated_at) == (before, updated)


def test_a_change_leaves_what_somebody_else_changed_in_between() -> None:
    someone = person()
    mine = Person.objects.get(pk=someone.pk)
    someone.occupation = "musician"
    record.save(someone, **ME)
    mine.occupation, mine.gender = "musician", "female"
    change = record.save(mine, **ME)
    assert change is not None
    assert change.after == {"gender": "female"}


@pytest.mark.parametrize(
    ("written", "stored", "earliest", "latest"),
    [
        ("2020-09-07", "2020-09-07", "2020-09-07", "2020-09-07"),
        ("2023-12-XX", "2023-12", "2023-12-01", "2023-12-31"),
        ("2021~", "2021~", "2021-01-01", "2021-12-31"),
        ("", "", None, None),
    ],
)
def test_a_partial_date_is_stored_in_one_form_with_its_bounds(
    written: str, stored: str, earliest: str | None, latest: str | None
) -> None:
    event = Event(person=person(), kind="arrest", date=written)
    record.save(event, **ME)
    event.refresh_from_db()
    bounds = [day.isoformat() if day else None for day in (event.date_earliest, event.date_latest)]
    assert [event.date, *bounds] == [stored, earliest, latest]
    event.date = written
    assert record.save(event, **ME) is None


@pytest.mark.parametrize(
    "wrong",
    [{"date": "13 December"}, {"kind": "party"}, {"modality": "perhaps"}, {"visibility": "open"}],
)
def test_what_a_column_does_not_take_is_refused(wrong: dict[str, str]) -> None:
    event = Event(**{"person": person(), "kind": "arrest", **wrong})
    with pytest.raises(ValidationError):
        record.save(event, **ME)
    assert not Event.objects.exists()
    assert changes("event") == []


def test_many_new_rows_are_written_in_few_statements(django_assert_max_num_queries: Any) -> None:
    people = [Person(country="BY") for _ in range(300)]
    rows = [PersonName(person=one, text=f"Maria Number{n}", is_primary=True) for n, one in enumerate(people)]
    with django_assert_max_num_queries(25):
        written = record.save_many([*people, *rows], **ME)
    assert len(written) == Change.objects.count() == 600
    assert {change.person for change in changes("personname")} == {one.public_id for one in people}
    assert PersonName.objects.exclude(key="").count() == 300
    assert NameToken.objects.values("name").distinct().count() == 300


def test_what_many_would_not_change_is_not_written() -> None:
    someone = person()
    event = Event(person=someone, kind="arrest")
    assert len(record.save_many([someone, event], **ME)) == 1


def test_deleting_records_everything_that_went() -> None:
    someone = person()
    event = b.make_event(someone, "sentence", source=b.make_source(), sentence={"years": 11})
    changed = record.delete(event, **ME)
    assert sorted(change.model for change in changed) == ["citation", "event", "sentence"]
    assert all(change.action == "delete" and change.after is None for change in changed)
    assert {change.person for change in changed} == {someone.public_id}
    gone = next(change for change in changed if change.model == "sentence")
    assert gone.before is not None
    assert gone.before["years"] == 11
    assert not Event.objects.exists()


def test_deleting_records_what_was_let_go() -> None:
    someone = person()
    event = b.make_event(someone)
    charge = b.make_charge(someone, event=event)
    changed = record.delete(event, **ME)
    loosened = [change for change in changed if change.model == "charge"]
    assert [(one.action, one.before, one.after) for one in loosened] == [
        ("change", {"event": event.pk or loosened[0].before["event"]}, {"event": None})  # type: ignore[index]
    ]
    assert Charge.objects.get(pk=charge.pk).event is None


def test_what_others_refer_to_is_not_deleted() -> None:
    someone, viasna = person(), b.make_organisation("Viasna")
    b.make_affiliation(someone, viasna)
    with pytest.raises(ProtectedError):
        record.delete(viasna, **ME)
    assert changes("organisation") == []


def test_a_name_gets_its_script_keys_and_tokens() -> None:
    name = record.add_name(person(), "Марыя Калеснікава", language="be", **ME)
    assert (name.script, name.key, name.key_version) == ("Cyrl", key("Марыя Калеснікава"), KEY_VERSION)
    assert name.tokens.exists()


def test_a_name_that_is_there_is_not_added_again() -> None:
    someone = person("Maryia Kalesnikava")
    again = record.add_name(someone, " Maryia  Kalesnikava ", **ME)
    assert again == someone.names.get()
    assert len(changes("personname")) == 1


def test_a_corrected_name_is_found_by_its_new_tokens_only() -> None:
    name = person("Maria Sokolova").names.get()
    name.text = "Maria Petrova"
    record.save(name, **ME)
    fresh = record.add_name(person("Someone Else"), "Maria Petrova", **ME)
    assert set(name.tokens.values_list("token")) == set(fresh.tokens.values_list("token"))


def test_a_person_has_one_primary_name_and_both_changes_are_recorded() -> None:
    someone = person("Maria Kalesnikava")
    other = record.add_name(someone, "Maryia Kalesnikava", **ME)
    record.set_primary_name(other, **ME)
    assert someone.names.get(is_primary=True) == other
    last = [(change.before, change.after) for change in changes("personname")[-2:]]
    assert last == [
        ({"is_primary": True}, {"is_primary": False}),
        ({"is_primary": False}, {"is_primary": True}),
    ]


def test_keys_of_names_are_brought_up_to_date_without_an_audit_row(django_assert_num_queries: Any) -> None:
    names = [person(f"Maria Number{n}").names.get() for n in range(3)]
    PersonName.objects.update(key="old", key_version=0)
    NameToken.objects.filter(name=names[0]).delete()
    NameToken.objects.create(name=names[1], token="OLD")
    before = Change.objects.count()
    assert record.update_name_keys(PersonName.objects.all()) == 3
    assert record.update_name_keys(PersonName.objects.all()) == 0
    assert not PersonName.objects.filter(key="old").exists()
    assert names[0].tokens.exists()
    assert not NameToken.objects.filter(token="OLD").exists()
    assert Change.objects.count() == before


@pytest.mark.parametrize("again", ["Viasna", "VIASNA", " Viasna ", "Vjasna Human Rights Centre"])
def test_an_organisation_is_made_once(again: str) -> None:
    first = record.organisation("Viasna", kind="ngo", **ME)
    first.other_names = "Spring\nVjasna Human Rights Centre"
    record.save(first, **ME)
    assert record.organisation(again, **ME) == first
    assert Organisation.objects.count() == 1


def test_what_was_not_known_of_an_organisation_is_filled_in_and_nothing_else_changed() -> None:
    record.organisation("Viasna", **ME)
    record.organisation("Viasna", kind="ngo", country="BY", **ME)
    kept = record.organisation("Viasna", kind="media", country="PL", **ME)
    assert (kept.kind, kept.country) == ("ngo", "BY")
    assert [change.after for change in changes("organisation")[1:]] == [{"kind": "ngo", "country": "BY"}]


def test_a_citation_has_the_words_of_the_text() -> None:
    source, someone = b.make_source(), person()
    event = b.make_event(someone)
    start = b.TEXT.index("Maryia")
    citation = record.cite(source, start, start + 18, target=event, hedged=True, **ME)
    assert (citation.quote, citation.hedged) == ("Maryia Kalesnikava", True)
    assert changes("citation")[-1].person == someone.public_id


def test_the_same_passage_for_the_same_fact_is_cited_once() -> None:
    source, someone = b.make_source(), person()
    event, other = b.make_event(someone), b.make_event(someone, "release")
    first = record.cite(source, 0, 8, target=event, **ME)
    assert record.cite(source, 0, 8, target=event, **ME) == first
    assert record.cite(source, 0, 8, target=other, **ME) != first
    assert Citation.objects.count() == 2


@pytest.mark.parametrize(("start", "end"), [(0, 9), (15, 31), (12, 12), (18, 14)])
def test_a_passage_outside_the_source_is_refused(start: int, end: int) -> None:
    source = b.make_source(start=10, end=30)
    with pytest.raises(ValidationError):
        record.cite(source, start, end, target=b.make_event(person()), **ME)


def test_every_kind_of_fact_can_be_cited() -> None:
    source, someone, viasna = b.make_source(), person(), b.make_organisation()
    facts = [
        someone.names.get(),
        b.make_affiliation(someone, viasna),
        b.make_event(someone),
        b.make_charge(someone),
        b.make_recognition(someone, viasna),
        b.make_incident(),
        b.make_figure(),
    ]
    found = [record.cite(source, 0, 8, target=fact, **ME).target for fact in facts]
    assert found == facts


def test_a_passage_about_a_person_as_such_is_evidence_for_the_person() -> None:
    ana = person()
    citation = record.cite(b.make_source(), 0, 8, target=ana, **ME)
    assert citation.target == ana


def test_a_source_itself_cannot_be_cited() -> None:
    source = b.make_source()
    with pytest.raises(ValueError, match="cannot be cited"):
        record.cite(source, 0, 8, target=source, **ME)


def test_a_quote_that_is_not_in_the_text_is_refused() -> None:
    citation = Citation(
        source=b.make_source(), start=0, end=8, quote="Invented", event=b.make_event(person())
    )
    with pytest.raises(ValidationError):
        record.save(citation, **ME)


def test_a_ruling_chooses_a_reading_and_custody_follows() -> None:
    someone, source = person(), b.make_source()
    b.make_event(someone, "arrest", "2020-09-07", source=source)
    release = b.make_event(someone, "release", "2025-12-13", source=source, release={"manner": "pardon"})
    record.rebuild_custody([someone])
    assert not CustodyPeriod.objects.get().open
    record.rule(release, chosen=False, ruling="A later source says otherwise.", **ME)
    assert CustodyPeriod.objects.get().open
    release.refresh_from_db()
    assert (release.chosen, release.hand_edited) == (False, True)


def test_a_ruling_needs_its_public_reason() -> None:
    with pytest.raises(ValidationError):
        record.rule(b.make_event(person()), chosen=True, ruling=" ", **ME)


def test_custody_is_rebuilt_for_many_people_in_the_same_number_of_queries(
    django_assert_max_num_queries: Any,
) -> None:
    source = b.make_source()
    people = [person(f"Maria Number{n}") for n in range(30)]
    for one in people:
        b.make_event(one, "arrest", "2020-09", source=source)
    with django_assert_max_num_queries(10):
        assert record.rebuild_custody(people) == 30
    with django_assert_max_num_queries(10):
        assert record.rebuild_custody(people) == 0
    period = CustodyPeriod.objects.filter(person=people[0]).get()
    assert (period.start, period.open) == ("2020-09", True)


def test_custody_of_a_person_is_read_from_the_events() -> None:
    someone = person()
    b.make_event(someone, "arrest", "2020-09-07", source=b.make_source())
    assert record.custody_of(someone).status == "detained"


def test_periods_go_with_the_events_they_came_from() -> None:
    someone = person()
    event = b.make_event(someone, source=b.make_source())
    record.rebuild_custody([someone])
    record.delete(event, **ME)
    record.rebuild_custody([someone])
    assert not CustodyPeriod.objects.exists()


def test_every_audited_value_can_be_kept_as_json() -> None:
    someone, viasna = person(), b.make_organisation()
    sentence = Sentence(event=b.make_event(someone, "sentence"), fine_amount="1500.50", fine_currency="EUR")
    record.save(sentence, **ME)
    record.save(Affiliation(person=someone, organisation=viasna), **ME)
    kept = changes("sentence")[0].after
    assert kept is not None
    assert kept["fine_amount"] == "1500.50"
    assert json.loads(json.dumps([change.after for change in changes()]))


def test_the_history_of_a_person_is_that_of_all_about_them() -> None:
    someone = person()
    event = Event(person=someone, kind="arrest")
    record.save(event, **ME)
    record.save(Event(person=person("Somebody Else"), kind="arrest"), **ME)
    assert {(change.model, change.object_id) for change in history.changes_of_person(someone)} == {
        ("person", str(someone.pk)),
        ("personname", str(someone.names.get().pk)),
        ("event", str(event.pk)),
    }
