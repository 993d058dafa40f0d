"""Custody of the people of the record: their events as facts, and the periods that follow from them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Prefetch

from cases import dates
from cases.custody import Custody, CustodyFact, Period, custody
from cases.dates import PartialDate
from cases.models import Citation, CustodyPeriod, Event, Person, Release, Sentence
from cases.models.base import code_list

PEOPLE_A_BATCH = 500
BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")


def with_events() -> "Prefetch[str, Any, str]":
    """What `custody_of` reads, for any number of people in three queries: pass it to prefetch_related."""
    citations = Citation.objects.filter(stance="supports").select_related("source")
    citations = citations.only("event", "source", "source__published")
    events = Event.objects.select_related("sentence", "release")
    return Prefetch("events", events.prefetch_related(Prefetch("citations", citations, to_attr="supporting")))


def custody_of(person: Person, on: date | None = None) -> Custody:
    """Custody, legal stage and conflicts on a day (today) by every event of the record, published or not."""
    if not _prefetched(person):
        [person] = Person.objects.filter(pk=person.pk).prefetch_related(with_events())
    return custody([fact_of(event) for event in person.events.all()], on)


def fact_of(event: Event) -> CustodyFact:
    """One event as the derivation of custody reads it."""
    sentence: Sentence | None = getattr(event, "sentence", None)
    release: Release | None = getattr(event, "release", None)
    return CustodyFact(
        id=event.public_id,
        kind=event.kind,
        date=_partial(event.date),
        modality=event.modality,
        published=_newest(event),
        manner=release.manner if release else event.manner,
        conditions=tuple(code_list(release.conditions)) if release else (),
        in_absentia=bool(sentence and sentence.in_absentia),
        suspended=bool(sentence and sentence.suspended),
        non_custodial=bool(sentence and non_custodial(sentence)),
        length=(sentence.years or 0, sentence.months or 0, sentence.days or 0) if sentence else (0, 0, 0),
        chosen=event.chosen,
        ruling=event.ruling,
    )


def non_custodial(sentence: Sentence) -> bool:
    """Whether the penalty takes no liberty: an open institution, or a fine and no term."""
    term = sentence.years or sentence.months or sentence.days or sentence.life or sentence.death_penalty
    return sentence.regime == "open" or (sentence.fine_amount is not None and not term)


@transaction.atomic
def rebuild_custody(persons: Iterable[Person]) -> int:
    """Bring the periods of these people up to their events, in few queries; how many people's changed."""
    changed = 0
    for keys in _batches({person.pk for person in persons}):
        people = Person.objects.filter(pk__in=keys).prefetch_related(with_events(), "custody_periods")
        stale: list[int] = []
        fresh: list[CustodyPeriod] = []
        for person in people:
            wanted = [_row(person, period) for period in custody_of(person).periods]
            if [_values(row) for row in wanted] != [_values(row) for row in person.custody_periods.all()]:
                stale.append(person.pk)
                fresh += wanted
        CustodyPeriod.objects.filter(person__in=stale).delete()
        CustodyPeriod.objects.bulk_create(fresh, batch_size=500)
        changed += len(stale)
    return changed


def _prefetched(person: Person) -> bool:
    events = getattr(person, "_prefetched_objects_cache", {}).get("events")
    return events is not None and all(hasattr(event, "supporting") for event in events)


def _newest(event: Event) -> PartialDate | None:
    """The date of the newest source that supports an event."""
    published = [_partial(citation.source.published) for citation in getattr(event, "supporting", ())]
    known = [one for one in published if one is not None]
    return max(known, key=dates.sort_key, default=None)


def _partial(text: str) -> PartialDate | None:
    return dates.parse(text) if text else None


def _row(person: Person, period: Period) -> CustodyPeriod:
    bounds = {name: getattr(period, name) for name in BOUNDS}
    return CustodyPeriod(
        person=person,
        start=period.start.edtf if period.start else "",
        end=period.end.edtf if period.end else "",
        open=period.open,
        **bounds,
    )


def _values(row: CustodyPeriod) -> tuple[Any, ...]:
    return (row.start, row.end, row.open, *(getattr(row, name) for name in BOUNDS))


def _batches(keys: set[int]) -> Iterator[list[int]]:
    waiting = sorted(keys)
    for at in range(0, len(waiting), PEOPLE_A_BATCH):
        yield waiting[at : at + PEOPLE_A_BATCH]
