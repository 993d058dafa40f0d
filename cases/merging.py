"""One person or two: the verbs that decide it, join two records and take them apart again.

A merge moves whatever hangs on one person to the other and keeps each changed row as it was, so that
undoing it restores the record exactly. Later merges into the same person are taken apart first and done
again afterwards. Names propose and researchers decide: nothing in here compares names.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Max

from cases import history, record, rowstate
from cases.models import Change, Decision, Merge, Person, PersonName
from cases.publication import redirects
from cases.rowstate import Author

__all__ = ["AFTERWARDS", "current", "decide", "merge", "standing", "undo"]

# What other packages do with people whose record was joined or taken apart; they may rewrite what they made.
AFTERWARDS: list[Callable[[list[Person], str, str], None]] = []
# What the person who is kept takes over where their own record says nothing.
_FILLED = ("gender", "birth_date", "country", "occupation", "summary", "notes")
_UNSAID = ("", "unknown")


def current(person: Person) -> Person:
    """Whom a person is part of, after all merges; most people are themselves."""
    while person.merged_into is not None:
        person = person.merged_into
    return person


@transaction.atomic
def decide(one: str, other: str, verdict: str, *, by: str, why: str, score: float | None = None) -> Decision:
    """Write down what is held of two people, by public id. The newest row of a pair holds.

    Raises ValidationError without a reason or for one person twice.
    """
    _need(why)
    if one == other:
        raise ValidationError("That is one and the same record.")
    first, second = sorted((one, other))
    row = Decision(one=first, other=second, verdict=verdict, by=by, why=why.strip(), score=score)
    row.clean_fields()
    row.save(force_insert=True)
    return row


def standing() -> models.QuerySet[Decision]:
    """The newest decision of every pair."""
    newest = Decision.objects.order_by().values("one", "other").annotate(newest=Max("pk")).values("newest")
    return Decision.objects.filter(pk__in=newest)


@transaction.atomic
def merge(merged: Person, *, into: Person, by: str, why: str) -> Merge:
    """Join the record of `merged` to that of `into`, who is kept; `merged` stays as a reference to them.

    Where both are on the public pages, the address of the one leads to the other, which is published anew.
    Raises ValidationError, in a sentence, where that cannot be.
    """
    _need(why)
    gone, kept = _locked(merged, into)
    redirects.check(gone, kept)
    decide(gone.public_id, kept.public_id, "same", by=by, why=why)
    row = _join(gone, kept, by, why.strip())
    redirects.lead(gone, kept, by=by, why=why)
    return row


@transaction.atomic
def undo(done: Merge, *, by: str, why: str, verdict: str = "different") -> Merge:
    """Take a merge apart: the record is as it was, with what was added since on the person who was kept.

    Raises ValidationError where it was undone before, or a row of it was deleted for good.
    """
    _need(why)
    active = _active()
    if done.pk not in {one.pk for one in active}:
        raise ValidationError("This merge was undone before.")
    gone, kept = _person(done.merged), _person(done.kept)
    last = current(kept)
    later = [one for one in active if one.pk > done.pk and current(_person(one.kept)) == last]
    for one in reversed(later):
        _take_apart(one, by, why)
    row = _take_apart(done, by, why.strip())
    for one in later:
        _join(_person(one.merged), _person(one.kept), by, f"Again, after another was undone: {one.why}")
    decide(done.merged, done.kept, verdict, by=by, why=why)
    redirects.part(_person(gone.public_id), _person(last.public_id), by=by, why=why)
    return row


def _need(why: str) -> None:
    if not why.strip():
        raise ValidationError("Say why.")


def _locked(*people: Person) -> tuple[Person, Person]:
    """Both, as they are now, for nobody else to change until this is done."""
    rows = {one.pk: one for one in Person.objects.select_for_update().filter(pk__in=[p.pk for p in people])}
    if len(rows) != 2:
        raise ValidationError("A merge is of two people of the record.")
    for one in rows.values():
        if one.merged_into_id is not None:
            raise ValidationError(f"{one} was merged into another person before.")
    gone, kept = (rows[person.pk] for person in people)
    return gone, kept


def _person(public_id: str) -> Person:
    found = Person.objects.filter(public_id=public_id).first()
    if found is None:
        raise ValidationError(f"The person {public_id} is no longer in the record.")
    return found


def _active() -> list[Merge]:
    """The merges that hold, oldest first."""
    return list(Merge.objects.filter(undoes=None, undone=None).order_by("pk"))


def _join(gone: Person, kept: Person, by: str, why: str) -> Merge:
    before = rowstate.rows_of([gone, kept])
    _step_back(gone, kept, by, why)
    for model, field in rowstate.children(Person):
        _carry(model, field, gone.pk, kept.pk, Author(by, why, kept.public_id))
    _fill(gone, kept, by, why)
    gone.merged_into = kept
    record.save(gone, by=by, why=why)
    _derive([kept], [gone, kept], by, why)
    changed = rowstate.differences(before, rowstate.rows_of([gone, kept]))
    return Merge.objects.create(kept=kept.public_id, merged=gone.public_id, changed=changed, by=by, why=why)


def _take_apart(done: Merge, by: str, why: str) -> Merge:
    """One merge undone, of which no later one is in force."""
    gone = _person(done.merged)
    try:
        with transaction.atomic():
            rowstate.put_back(done.changed, Author(by, why, done.merged))
    except IntegrityError as refused:
        raise ValidationError(f"What was changed since stands in the way: {refused}") from refused
    people = [_person(gone.public_id), _person(done.kept)]
    for person in people:
        _keep_a_primary_name(person, by, why)
    _derive(people, people, by, why)
    return Merge.objects.create(kept=done.kept, merged=done.merged, undoes=done, by=by, why=why)


def _derive(alive: list[Person], people: list[Person], by: str, why: str) -> None:
    for hook in AFTERWARDS:
        hook(alive, by, why)
    record.rebuild_custody(people)


def _step_back(gone: Person, kept: Person, by: str, why: str) -> None:
    """The primary name of one of them stays it."""
    if kept.names.filter(is_primary=True).exists():
        for name in gone.names.filter(is_primary=True):
            name.is_primary = False
            record.save(name, by=by, why=why)


def _keep_a_primary_name(person: Person, by: str, why: str) -> None:
    """Somebody whose primary name went with the other takes the oldest of their own."""
    name = person.names.order_by("pk").first()
    if name is not None and not person.names.filter(is_primary=True).exists():
        record.set_primary_name(name, by=by, why=why)


def _fill(gone: Person, kept: Person, by: str, why: str) -> None:
    """What only the merged record says of the person is taken over."""
    for field in _FILLED:
        if getattr(kept, field) in _UNSAID and getattr(gone, field) not in _UNSAID:
            setattr(kept, field, getattr(gone, field))
            if field in gone.settled:
                kept.settled = sorted({*kept.settled, field})
    kept.unattended = kept.unattended or gone.unattended
    record.save(kept, by=by, why=why)


def _carry(
    model: type[models.Model], field: "models.Field[Any, Any]", start: int, end: int, note: Author
) -> None:
    """Let the rows that refer to one row refer to another.

    A row that the other has already (the same spelling, the same role) stays where it is, and its own
    evidence goes to its twin.
    """
    rows = list(model._base_manager.filter(**{field.name: start}))
    twins = _twins(model, field, start, end)
    moving = [row for row in rows if row.pk not in twins]
    model._base_manager.filter(pk__in=[row.pk for row in moving]).update(**{field.attname: end})
    if issubclass(model, history.AUDITED):
        _write(moving, field.name, start, end, note)
    for row, twin in twins.items():
        for child, relation in rowstate.children(model):
            _carry(child, relation, row, twin, note)


def _write(rows: Iterable[models.Model], name: str, start: int, end: int, note: Author) -> None:
    moved = [
        history.change(
            row, "change", {name: start}, {name: end}, by=note.by, why=note.why, person=note.person
        )
        for row in rows
    ]
    Change.objects.bulk_create(moved, batch_size=500)


def _twins(
    model: type[models.Model], field: "models.Field[Any, Any]", start: int, end: int
) -> dict[int, int]:
    """The rows of one that the other has already, as the model's own constraints tell, with the other's."""
    found: dict[int, int] = {}
    for constraint in model._meta.constraints:
        if not isinstance(constraint, models.UniqueConstraint) or field.name not in constraint.fields:
            continue
        rest = [name for name in constraint.fields if name != field.name]
        rows = model._base_manager.all()
        if constraint.condition is not None:
            rows = rows.filter(constraint.condition)
        there = {tuple(key): pk for pk, *key in rows.filter(**{field.name: end}).values_list("pk", *rest)}
        for pk, *key in rows.filter(**{field.name: start}).values_list("pk", *rest):
            if tuple(key) in there:
                found.setdefault(pk, there[tuple(key)])
    return found


def names_of(people: Iterable[Person]) -> dict[int, list[str]]:
    """Every spelling of each of these people, the primary one first."""
    found: dict[int, list[str]] = {}
    rows = PersonName.objects.filter(person__in=list(people)).order_by("person", "-is_primary", "pk")
    for person, text in rows.values_list("person", "text"):
        found.setdefault(person, []).append(text)
    return found
