"""The verbs of the gate and the rows that they leave."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Figure, Incident, Person
from cases.names.lookup import index_keys
from cases.publication.gather import gather_persons
from cases.publication.models import (
    LogHead,
    PublicDocument,
    PublicEvent,
    PublicFigure,
    PublicIncident,
    PublicName,
    PublicOrganisation,
    PublicPassage,
    PublicPeriod,
    PublicPerson,
    PublicSource,
    PublicTag,
    Version,
    VersionDocument,
)
from cases.publication.models_search import PublicKey
from cases.publication.public_rows import ALL, rebuild_public
from cases.publication.publish import Report, erase, publish, publish_ready, withdraw
from cases.publication.verify import breaches
from tests.cases import builders
from tests.cases.publication.conftest import Story, make_story
from tests.cases.publication.tables import OF_THE_LOG, public_tables


def now(*persons: Person, **subjects: Any) -> Report:
    return publish(persons=persons, by="test", why="Because", **subjects)


def test_a_person_becomes_one_flat_row_with_all_that_belongs_to_it(story: Story) -> None:
    report = now(story.person)
    assert [version.subject_id for version in report.published] == [story.person.public_id]
    person = PublicPerson.objects.get()
    assert (person.id, person.name, person.other_names) == (
        story.person.public_id,
        "Maryia Kalesnikava",
        "Марыя Калеснікава",
    )
    assert (person.status, person.arrest_date, person.years, person.release_conditions) == (
        "released",
        "2020-09-07",
        11,
        "forced_exile",
    )
    assert person.path == f"/people/maryia-kalesnikava-{person.id}/"
    assert PublicEvent.objects.filter(person=person).count() == 3
    assert PublicPeriod.objects.get().end == "2025-12-13"
    assert PublicTag.objects.get(kind="court").label == story.court.name
    assert PublicSource.objects.get().id == story.source.public_id
    assert PublicOrganisation.objects.get().id == story.court.public_id
    assert PublicDocument.objects.get().body["name"] == "Maryia Kalesnikava"
    assert PublicPassage.objects.filter(fact="event").count() == 3
    expected = {key for text in ("Maryia Kalesnikava", "Марыя Калеснікава") for key in index_keys(text)}
    assert sorted(PublicKey.objects.values_list("key", flat=True)) == sorted(expected)


def test_each_event_is_a_row_with_its_quote_and_source(story: Story) -> None:
    now(story.person)
    release = PublicEvent.objects.get(kind="release")
    assert release.quote == "She was released on 13 December 2025 and taken abroad."
    assert (release.source_id, release.source_publisher) == (story.source.public_id, "Amnesty International")
    assert (release.incident_id, release.incident) == (story.incident.public_id, "Release of 123 people")
    assert release.path.endswith(f"#e-{story.release.public_id}")


def test_incidents_and_figures_have_rows_of_their_own(story: Story) -> None:
    figure = builders.make_figure(stated_by=builders.make_organisation("Viasna"))
    builders.make_citation(story.source, figure)
    now(incidents=[story.incident], figures=[figure])
    assert PublicIncident.objects.get().announced_count == 123
    shown = PublicFigure.objects.get()
    assert (shown.count, shown.qualifier, shown.stated_by, shown.date) == (
        1100,
        "more_than",
        "Viasna",
        "2025-12-19",
    )
    assert shown.path.startswith(f"/sources/prisoner-of-conscience-freed-{story.source.public_id}/#p-0-")
    assert PublicOrganisation.objects.get().name == "Viasna"


def test_publishing_what_is_unchanged_appends_nothing(story: Story) -> None:
    now(story.person, incidents=[story.incident])
    before = public_tables()
    report = now(story.person, incidents=[story.incident])
    assert report.published == []
    assert set(report.unchanged) == {
        ("person", story.person.public_id),
        ("incident", story.incident.public_id),
    }
    assert Version.objects.count() == 2
    assert public_tables() == before


def test_a_change_of_what_is_internal_is_no_new_version(story: Story) -> None:
    now(story.person)
    Person.objects.update(notes="Spoke to her sister.")
    assert now(story.person).published == []


def test_a_change_is_a_new_version_and_replaces_the_rows(story: Story) -> None:
    now(story.person)
    story.release.delete()
    [version] = now(story.person).published
    assert (version.number, version.edition) == (2, 2)
    assert PublicPerson.objects.get().status == "detained"
    assert PublicPerson.objects.get().version == 2
    assert PublicEvent.objects.count() == 2
    assert VersionDocument.objects.count() == 2


def test_what_a_new_version_no_longer_names_goes(story: Story) -> None:
    now(story.person)
    story.sentence.delete()
    now(story.person)
    assert not PublicOrganisation.objects.exists()
    assert list(breaches()) == []


def test_a_page_counts_its_own_versions_and_not_those_of_others(story: Story) -> None:
    """The number of the log would tell how much else there is."""
    now(builders.make_cited_person("Ales Bialiatski", story.source))
    now(story.person)
    page = PublicDocument.objects.get(subject_id=story.person.public_id)
    assert (page.number, page.version) == (2, 1)
    assert {
        PublicPerson.objects.get(page=page).version,
        *PublicEvent.objects.filter(person__page=page).values_list("version", flat=True),
    } == {1}


def test_what_is_hidden_is_not_even_read(story: Story) -> None:
    _hide_things_in(story)
    [row] = gather_persons([story.person.pk])
    for facts in row.many.values():
        for fact in facts:
            assert fact.is_public
            assert all(citation.is_public for citation in fact.many["citations"])
    assert "Secret" not in repr(row)
    assert "Hidden" not in repr(row)


def test_what_may_not_be_published_is_refused_and_the_rest_goes_on(story: Story) -> None:
    hidden = builders.make_person("Nobody Knows", visibility="sealed")
    report = now(story.person, hidden)
    assert len(report.published) == 1
    assert [refusal.subject for refusal in report.refused] == [("person", hidden.public_id)]
    assert "not marked public" in report.refused[0].reason


def test_a_refusal_says_that_an_earlier_version_is_still_shown(story: Story) -> None:
    now(story.person)
    Person.objects.update(visibility="sealed")
    [refusal] = now(Person.objects.get()).refused
    assert "withdraw" in refusal.reason


def test_withdrawing_leaves_no_public_row(story: Story) -> None:
    now(story.person)
    [version] = withdraw(persons=[story.person], by="test", why="She asked")
    assert (version.action, version.edition, version.content_hash) == ("withdraw", 2, "")
    assert [model.__name__ for model in ALL if model._default_manager.exists()] == []
    assert withdraw(persons=[story.person], by="test", why="Again") == []
    assert list(breaches()) == []


def test_what_others_still_name_stays_when_one_is_withdrawn(story: Story) -> None:
    other = builders.make_cited_person("Ales Bialiatski", story.source)
    now(story.person, other)
    withdraw(persons=[story.person], by="test", why="She asked")
    assert PublicSource.objects.get().id == story.source.public_id
    assert not PublicOrganisation.objects.exists()
    assert PublicName.objects.get().text == "Ales Bialiatski"
    assert list(breaches()) == []


def test_what_is_shared_is_as_the_newest_document_says(story: Story) -> None:
    other = builders.make_cited_person("Ales Bialiatski", story.source)
    now(story.person, other)
    story.source.title = "Corrected"
    story.source.save()
    now(story.person)
    assert PublicSource.objects.get().title == "Corrected"
    withdraw(persons=[story.person], by="test", why="She asked")
    assert PublicSource.objects.get().title == "Prisoner of conscience freed"
    assert list(breaches()) == []


def test_erasing_deletes_every_document_and_keeps_the_log(story: Story) -> None:
    now(story.person)
    story.release.delete()
    now(story.person)
    [version] = erase([("person", story.person.public_id)], by="test", why="She asked")
    assert version.action == "erase"
    assert not VersionDocument.objects.exists()
    assert [one.action for one in Version.objects.all()] == ["publish", "publish", "withdraw", "erase"]
    assert list(breaches()) == []
    assert now(story.person).published[0].edition == 5
    assert list(breaches()) == []


@pytest.mark.parametrize("verb", [withdraw, lambda **values: erase([], **values)])
def test_withdrawing_and_erasing_need_a_reason(verb: Any, db: None) -> None:
    with pytest.raises(ValueError, match="reason"):
        verb(by="test", why=" ")


def test_rebuilding_gives_equal_rows(story: Story) -> None:
    figure = builders.make_figure()
    builders.make_citation(story.source, figure)
    now(story.person, incidents=[story.incident], figures=[figure])
    story.release.delete()
    now(story.person)
    before = public_tables()
    assert rebuild_public() == 3
    assert public_tables() == before
    assert Version.objects.count() == 4


def test_any_order_of_publishing_gives_the_same_rows(story: Story) -> None:
    other = builders.make_cited_person("Ales Bialiatski", story.source)
    now(story.person, incidents=[story.incident])
    now(other)
    before = public_tables(OF_THE_LOG)
    withdraw(persons=[story.person, other], incidents=[story.incident], by="test", why="Again")
    now(other)
    now(incidents=[story.incident])
    now(story.person)
    assert public_tables(OF_THE_LOG) == before


def test_everything_ready_is_what_is_public_and_has_a_quote(story: Story) -> None:
    uncited = builders.make_person("Without Quote")
    builders.make_event(uncited)
    hidden = builders.make_person("Hidden Person", visibility="internal")
    builders.make_event(hidden, source=story.source)
    merged = builders.make_person("Merged Person", merged_into=story.person)
    builders.make_event(merged, source=story.source)
    figure = builders.make_figure()
    report = publish_ready(by="test", why="All")
    assert {version.subject_id for version in report.published} == {
        story.person.public_id,
        story.incident.public_id,
    }
    assert report.refused == []
    builders.make_citation(story.source, figure)
    assert [one.subject_type for one in publish_ready(by="test", why="All").published] == ["figure"]


def test_the_number_of_queries_does_not_grow_with_the_people(db: None) -> None:
    def queries(people: list[Person]) -> int:  # inserts go some hundred values at a time
        with CaptureQueriesContext(connection) as context:
            assert len(now(*people).published) == len(people)
        return len([query for query in context if not query["sql"].startswith("INSERT")])

    few = [make_story(f"Person Few{number}").person for number in range(2)]
    many = [make_story(f"Person Many{number}").person for number in range(20)]
    queries([make_story("Person One").person])  # the first makes the head of the log
    assert queries(few) == queries(many)


def test_two_worlds_have_the_same_public_rows(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is unpublished, internal or sealed changes no public row, not even a number."""
    monkeypatch.setattr("cases.publication.log.timezone.now", lambda: story.person.created_at)
    everything: dict[str, Any] = {
        "persons": Person.objects.all(),
        "incidents": Incident.objects.all(),
        "figures": Figure.objects.all(),
    }
    publish(**everything, by="test", why="First world")
    first = public_tables()
    assert first["PublicPerson"]
    withdraw(**everything, by="test", why="Again")
    _reset_log()
    _hide_things_in(story)
    publish(**everything, by="test", why="Second world")
    assert public_tables() == first


def _reset_log() -> None:
    from cases.publication.guards import lowered

    with lowered(connection):
        VersionDocument.objects.all().delete()
        Version.objects.all()._raw_delete("default")
        LogHead.objects.all().delete()


def _hide_things_in(story: Story) -> None:
    """Every kind of row that the public may not see, beside and within what it may."""
    hidden_source = builders.make_source("Hidden text. Nobody may read it.", visibility="sealed")
    hidden_organisation = builders.make_organisation("Hidden body", visibility="internal", kind="prison")
    for visibility in ("partners", "internal", "sealed"):
        person = builders.make_person(f"Hidden {visibility}", visibility=visibility)
        builders.make_event(person, source=story.source)
        builders.make_name(story.person, f"Secret {visibility}", visibility=visibility)
        builders.make_event(story.person, "death", "2026", source=story.source, visibility=visibility)
        builders.make_charge(
            story.person, f"secret {visibility}", visibility=visibility, event=story.sentence
        )
        incident = builders.make_incident(f"Secret {visibility}", visibility=visibility)
        builders.make_citation(story.source, incident)
        figure = builders.make_figure(visibility=visibility)
        builders.make_citation(story.source, figure)
    builders.make_event(story.person, "still_held", "2026-01", source=hidden_source)
    builders.make_event(story.person, "transfer", "2022", organisation=hidden_organisation)
    builders.make_citation(hidden_source, story.arrest, "Nobody may read it.")
    builders.make_citation(story.source, story.arrest, "Prisoner of conscience freed", visibility="internal")
    role = builders.make_affiliation(story.person, hidden_organisation)
    builders.make_citation(story.source, role)
    story.arrest.organisation = hidden_organisation
    story.arrest.save()
    Person.objects.filter(pk=story.person.pk).update(notes="Secret")
    builders.make_person("Without a quote")
