"""People whose record documents made, joined and taken apart: one event of both, and nothing lost."""

from typing import Any

import pytest

from cases import merging, rowstate
from cases.models import Event, Person
from importers.accept import settle
from importers.models import Mention, Proposal
from importers.pipeline import import_reading
from tests.importers.texts import ARREST, RELEASE, reading

pytestmark = pytest.mark.django_db
WHY: dict[str, Any] = {"by": "vera", "why": "The same journalist"}
AGAIN = ARREST.replace("the Media Desk said", "the Press Club said")


def two() -> tuple[Person, Person]:
    """One journalist whom the first of two documents was taken to name, and the second was not."""
    import_reading(reading(ARREST), by="ana", accept_all=True)
    kept = Person.objects.get()
    import_reading(reading(AGAIN), by="ana")
    mention = Mention.objects.get(document__text__contains="Press Club")
    settle(mention, None, by="vera")
    import_reading(reading(AGAIN), by="ana", accept_all=True)
    gone = Person.objects.exclude(pk=kept.pk).get()
    return kept, gone


def test_what_both_tell_is_one_event_with_both_quotes() -> None:
    kept, gone = two()
    merging.merge(gone, into=kept, **WHY)
    event = Event.objects.get(kind="arrest")
    assert event.person == kept
    assert event.citations.count() == 2
    assert set(Mention.objects.values_list("person", flat=True)) == {kept.pk}


def test_undoing_brings_back_the_rows_that_became_one() -> None:
    kept, gone = two()
    before = rowstate.rows_of(Person.objects.all())
    done = merging.merge(gone, into=kept, **WHY)
    merging.undo(done, **WHY)
    assert rowstate.rows_of(Person.objects.all()) == before


def test_what_was_imported_in_between_stays_with_who_was_kept() -> None:
    kept, gone = two()
    done = merging.merge(gone, into=kept, **WHY)
    import_reading(reading(RELEASE), by="ana", accept_all=True)
    merging.undo(done, **WHY)
    assert set(kept.events.values_list("kind", flat=True)) == {"arrest", "release"}
    assert set(gone.events.values_list("kind", flat=True)) == {"arrest"}
    assert not Proposal.objects.filter(state="accepted", kind="arrest", event=None).exists()
