"""Rules that span rows: each is broken once, and said to be."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from cases import constraints
from cases.constraints import RULES, statement
from cases.derive import rebuild_custody
from cases.models import (
    Charge,
    Citation,
    CustodyPeriod,
    Document,
    Event,
    NameToken,
    Person,
    PersonName,
    Recognition,
    Release,
    Sentence,
    Source,
)
from cases.publication.guards import lower_statements
from cases.publication.models import PublicEvent, PublicPerson
from cases.publication.publish import publish
from tests.cases import builders
from tests.cases.publication.conftest import Story, make_story


@pytest.fixture
def record(db: None) -> Story:
    """A published person, in order."""
    story = make_story()
    organisation = builders.make_organisation("Viasna")
    recognition = builders.make_recognition(story.person, organisation, criteria="PACE1900:a")
    builders.make_citation(story.source, recognition)
    rebuild_custody([story.person])
    publish(persons=[story.person], incidents=[story.incident], by="test", why="Ready")
    return story


def _another_person() -> Person:
    person = builders.make_person("Somebody Else")
    rebuild_custody([person])
    return person


def _lower_guards() -> None:
    with connection.cursor() as cursor:
        for statement_ in lower_statements(connection.vendor, "cases_change"):
            cursor.execute(statement_)


BREAK: dict[str, Callable[[], object]] = {
    "stored_bytes_are_those_received": lambda: Document.objects.update(original=b"x"),
    "quotes_stand_in_the_text": lambda: Citation.objects.filter(event__kind="release").update(quote="x" * 54),
    "passages_lie_in_their_source": lambda: Source.objects.update(start=40),
    "articles_lie_in_their_document": lambda: Source.objects.update(end=10_000),
    "bounds_follow_from_dates": lambda: Event.objects.filter(kind="arrest").update(
        date_earliest="2020-01-01"
    ),
    "custody_ends_after_it_begins": lambda: CustodyPeriod.objects.update(
        end_latest="1999-01-01", end_earliest=None
    ),
    "custody_follows_from_events": lambda: CustodyPeriod.objects.all().delete(),
    "everybody_has_a_name": lambda: PersonName.objects.update(is_primary=False),
    "names_are_found_by_current_keys": lambda: NameToken.objects.all().delete(),
    "details_belong_to_their_kind": lambda: Sentence.objects.update(event=Event.objects.get(kind="arrest")),
    "charges_are_of_one_person": lambda: Charge.objects.create(
        person=_another_person(), event=Event.objects.first(), as_worded="x"
    ),
    "listed_codes_are_terms": lambda: (
        Release.objects.update(conditions="invented") and Recognition.objects.update(criteria="x")
    ),
    "merged_people_are_empty": lambda: Person.objects.update(merged_into=_another_person()),
    "only_what_is_public_is_shown": lambda: Person.objects.update(visibility="sealed"),
    "published_events_have_a_quote": lambda: PublicEvent.objects.update(quote=""),
    "public_rows_follow_from_documents": lambda: PublicPerson.objects.update(status="unknown"),
    "logs_are_guarded": _lower_guards,
}


def test_every_rule_is_broken_here_once() -> None:
    assert [rule.__name__ for rule in RULES] == list(BREAK)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_record_in_order_breaks_no_rule_and_a_broken_one_is_found(
    rule: constraints.Rule, record: Story
) -> None:
    assert list(rule()) == []
    BREAK[rule.__name__]()
    assert list(rule())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_each_rule_says_what_must_hold(rule: constraints.Rule) -> None:
    assert statement(rule).endswith(".")


def test_the_command_prints_what_breaks_a_rule_and_exits_with_1(record: Story) -> None:
    out = StringIO()
    call_command("check_record", stdout=out)
    assert out.getvalue() == f"The record holds: {len(RULES)} rules.\n"
    PersonName.objects.update(is_primary=False)
    with pytest.raises(CommandError) as error:
        call_command("check_record", stdout=out)
    assert error.value.returncode == 1
    assert "everybody_has_a_name: " in out.getvalue()


def test_the_rules_can_be_listed(db: None) -> None:
    out = StringIO()
    call_command("check_record", "--list", stdout=out)
    assert len(out.getvalue().splitlines()) == len(RULES)
