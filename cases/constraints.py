"""Rules of the record that span rows, so that no constraint of the database holds them.

`check_record` runs them all. Each is a generator of sentences, one for each breach; the first line of
its docstring says what must hold. A new rule is one function with `@rule`.
"""

import hashlib
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from django.apps import apps
from django.db.models import Exists, F, Model, OuterRef, Q

from cases import dates, names, vocab
from cases.derive import BOUNDS, custody_of, with_events
from cases.models import (
    Charge,
    Citation,
    CustodyPeriod,
    Document,
    Event,
    Figure,
    Incident,
    Person,
    PersonName,
    Recognition,
    Release,
    Sentence,
    Source,
)
from cases.models.base import code_list
from cases.models.fields import BoundField
from cases.publication.guards import missing
from cases.publication.models import PublicDocument, PublicEvent
from cases.publication.verify import row_breaches

Rule = Callable[[], Iterator[str]]
RULES: list[Rule] = []
BATCH = 500

# Kinds of event that a detail may belong to.
SENTENCED = ("sentence", "appeal")
FREED = ("release", "pardon")


def rule(check: Rule) -> Rule:
    """Register a rule."""
    RULES.append(check)
    return check


def statement(check: Rule) -> str:
    """What a rule says must hold: the first line of its docstring."""
    return (check.__doc__ or "").strip().splitlines()[0]


@rule
def stored_bytes_are_those_received() -> Iterator[str]:
    """The hashes of a document fit its bytes and its text."""
    for document in Document.objects.order_by("pk").iterator(chunk_size=20):
        if hashlib.sha256(bytes(document.original)).hexdigest() != document.sha256:
            yield f"Document {document.pk} ({document.filename}): the stored bytes are not those received."
        if hashlib.sha256(document.text.encode()).hexdigest() != document.text_sha256:
            yield f"Document {document.pk} ({document.filename}): the text is not the one read from them."


@rule
def quotes_stand_in_the_text() -> Iterator[str]:
    """A citation's quote is what stands at its offsets."""
    for document in Document.objects.only("text").order_by("pk").iterator(chunk_size=20):
        cited = Citation.objects.filter(source__document=document).values_list("pk", "start", "end", "quote")
        for key, start, end, quote in cited:
            if document.text[start:end] != quote:
                place = f"{start}–{end} of document {document.pk}"
                yield f"Citation {key}: “{quote[:80]}” does not stand at {place}."


@rule
def passages_lie_in_their_source() -> Iterator[str]:
    """A citation lies within the article that it is said to be from."""
    outside = Citation.objects.filter(Q(start__lt=F("source__start")) | Q(end__gt=F("source__end")))
    for citation in outside.select_related("source"):
        yield f"Citation {citation.pk}: {citation.start}–{citation.end} is not in “{citation.source.title}”."


@rule
def articles_lie_in_their_document() -> Iterator[str]:
    """A source ends where its document does, or before."""
    for source in Source.objects.select_related("document").iterator(chunk_size=20):
        if source.end > len(source.document.text):
            yield f"Source {source.public_id} (“{source.title}”) ends after its document."


@rule
def bounds_follow_from_dates() -> Iterator[str]:
    """The earliest and latest day beside a partial date are those that it allows."""
    for model in apps.get_app_config("cases").get_models():
        bounds = [field for field in model._meta.concrete_fields if isinstance(field, BoundField)]
        if not bounds:
            continue
        columns = {name for field in bounds for name in (field.of, field.name)}
        for row in model._default_manager.values("pk", *columns).iterator(chunk_size=BATCH):
            for field in bounds:
                text = row[field.of]
                if row[field.name] != (getattr(dates.parse(text), field.side) if text else None):
                    yield f"{model._meta.verbose_name} {row['pk']}: {field.name} does not fit “{text}”."


@rule
def custody_ends_after_it_begins() -> Iterator[str]:
    """Nobody is released before the arrest that the same period of custody began with."""
    wrong = CustodyPeriod.objects.filter(end_latest__lt=F("start_earliest")).select_related("person")
    for period in wrong.prefetch_related("person__names"):
        yield f"{_named(period.person)}: custody ends {period.end} and begins {period.start}."


@rule
def custody_follows_from_events() -> Iterator[str]:
    """The stored periods of custody are those that the events give."""
    people = Person.objects.prefetch_related(with_events(), "custody_periods", "names").order_by("pk")
    for person in people.iterator(chunk_size=200):
        wanted = [
            (
                period.start.edtf if period.start else "",
                period.end.edtf if period.end else "",
                period.open,
                *(getattr(period, bound) for bound in BOUNDS),
            )
            for period in custody_of(person).periods
        ]
        stored = [
            (period.start, period.end, period.open, *(getattr(period, bound) for bound in BOUNDS))
            for period in person.custody_periods.all()
        ]
        if sorted(wanted, key=str) != sorted(stored, key=str):
            yield f"{_named(person)}: the stored periods of custody are not those of the events."


@rule
def everybody_has_a_name() -> Iterator[str]:
    """Every person has a primary name."""
    primary = PersonName.objects.filter(person=OuterRef("pk"), is_primary=True)
    for person in Person.objects.filter(~Exists(primary), merged_into__isnull=True):
        yield f"Person {person.public_id} has no primary name."


@rule
def names_are_found_by_current_keys() -> Iterator[str]:
    """Keys and search tokens of names are those of the current rules."""
    rows = PersonName.objects.prefetch_related("tokens").order_by("pk")
    for name in rows.iterator(chunk_size=BATCH):
        tokens = {token.token for token in name.tokens.all()}
        current = (names.KEY_VERSION, names.key(name.text), set(names.tokens(name.text)))
        if (name.key_version, name.key, tokens) != current:
            yield f"Name {name.pk} (“{name.text}”) has keys of other rules; run rebuild_search."


@rule
def details_belong_to_their_kind() -> Iterator[str]:
    """A penalty belongs to a sentence or appeal, and the manner of a release to a release or pardon."""
    for sentence in Sentence.objects.exclude(event__kind__in=SENTENCED).select_related("event"):
        yield f"Event {sentence.event.public_id} ({sentence.event.kind}) has a sentence."
    for release in Release.objects.exclude(event__kind__in=FREED).select_related("event"):
        yield f"Event {release.event.public_id} ({release.event.kind}) has a release."


@rule
def charges_are_of_one_person() -> Iterator[str]:
    """A charge and the event that it was brought in are the same person's."""
    for charge in Charge.objects.filter(event__isnull=False).exclude(event__person=F("person")):
        yield f"Charge {charge.pk} (“{charge}”) belongs to an event of somebody else."


@rule
def listed_codes_are_terms() -> Iterator[str]:
    """Conditions of release and criteria of recognition are terms of their vocabularies."""
    lists: list[tuple[type[Model], str, Any]] = [
        (Release, "conditions", vocab.RELEASE_CONDITIONS),
        (Recognition, "criteria", vocab.CRITERIA),
    ]
    for model, column, vocabulary in lists:
        for key, text in model._default_manager.exclude(**{column: ""}).values_list("pk", column):
            unknown = [code for code in code_list(text) if code not in vocabulary]
            if unknown:
                yield f"{model._meta.verbose_name} {key}: not a {vocabulary.name}: {', '.join(unknown)}."


@rule
def merged_people_are_empty() -> Iterator[str]:
    """A person who was merged into another has no events left."""
    for person in Person.objects.filter(Exists(Event.objects.filter(person=OuterRef("pk")))).filter(
        merged_into__isnull=False
    ):
        yield f"Person {person.public_id} was merged into another and still has events."


@rule
def only_what_is_public_is_shown() -> Iterator[str]:
    """What is published is still in the record and marked public there."""
    records: dict[str, type[Person | Incident | Figure]] = {
        "person": Person,
        "incident": Incident,
        "figure": Figure,
    }
    for kind, model in records.items():
        shown = (
            PublicDocument.objects.filter(subject_type=kind)
            .order_by("key")
            .values_list("subject_id", flat=True)
        )
        waiting = iter(shown.iterator(chunk_size=BATCH))
        while keys := list(islice(waiting, BATCH)):
            allowed = model._default_manager.filter(public_id__in=keys, visibility="public")
            there = set(allowed.values_list("public_id", flat=True))
            merged = Person.objects.filter(public_id__in=keys, merged_into__isnull=False)
            there -= set(merged.values_list("public_id", flat=True))
            for key in sorted(set(keys) - there):
                yield f"The {kind} {key} is shown and may not be: withdraw it."


@rule
def published_events_have_a_quote() -> Iterator[str]:
    """Every published event has a citation."""
    for event in PublicEvent.objects.filter(quote=""):
        yield f"The published event {event.id} of {event.name} has no quote."


@rule
def public_rows_follow_from_documents() -> Iterator[str]:
    """The public tables are what the current documents say."""
    yield from row_breaches()


@rule
def logs_are_guarded() -> Iterator[str]:
    """The database refuses to change or delete what is logged."""
    for table in missing():
        yield f"The table {table} is not guarded."


def _named(person: Person) -> str:
    return f"{person.name or 'Person'} ({person.public_id})"
