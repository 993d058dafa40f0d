"""Everything that hangs on people of the record, as plain rows: compared after an act, and put back.

What is derived (search tokens, custody) is left out; whoever puts rows back derives it again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from cases import history, record
from cases.models import Change, CustodyPeriod, NameToken, Person, PersonName
from cases.models.base import JSON

DERIVED: tuple[type[models.Model], ...] = (NameToken, CustodyPeriod)
Rows = dict[tuple[str, int], JSON]


def rows_of(people: Iterable[Person]) -> Rows:
    """The people's rows and all that refer to them, through any number of relations, by model and key."""
    keys: dict[type[models.Model], set[int]] = {Person: {person.pk for person in people}}
    found: Rows = _read(Person, keys[Person])
    waiting: list[tuple[type[models.Model], set[int]]] = [(Person, keys[Person])]
    while waiting:
        model, parents = waiting.pop()
        for child, field in children(model):
            rows = child._base_manager.filter(**{f"{field.name}__in": parents})
            new = set(rows.values_list("pk", flat=True)) - keys.setdefault(child, set())
            if new:
                keys[child] |= new
                found |= _read(child, new)
                waiting.append((child, new))
    return found


def children(model: type[models.Model]) -> "list[tuple[type[models.Model], models.Field[Any, Any]]]":
    """The models that refer to a model, with the field that does; not what is derived, and not people."""
    relations = [one for one in model._meta.related_objects if one.one_to_many or one.one_to_one]
    found = [(one.related_model, one.field) for one in relations]
    return [(child, field) for child, field in found if child not in (*DERIVED, Person)]


def _read(model: type[models.Model], keys: set[int]) -> Rows:
    fields = model._meta.concrete_fields
    return {
        (model._meta.label_lower, row.pk): {
            field.attname: history.plain(getattr(row, field.attname)) for field in fields
        }
        for row in model._base_manager.filter(pk__in=keys)
    }


def differences(before: Rows, after: Rows) -> list[JSON]:
    """What it takes to get back: for each row the columns that differ; None for a row that is not there."""
    found: list[JSON] = []
    for model, pk in sorted({*before, *after}):
        was, now = before.get((model, pk)), after.get((model, pk))
        if was is not None and now is not None:
            was, now = history.difference(was, now)
        if was != now:
            found.append({"model": model, "pk": pk, "before": was, "after": now})
    return found


@dataclass(frozen=True, slots=True)
class Author:
    """Who puts rows back and why, and whose record it concerns, as the audit log keeps it."""

    by: str
    why: str
    person: str


def put_back(changed: Iterable[JSON], author: Author) -> None:
    """Undo differences, column by column; what somebody changed or deleted since stays as they left it."""
    added = [one for one in changed if one["before"] is None]
    altered = [one for one in changed if one["before"] is not None and one["after"] is not None]
    lost = [one for one in changed if one["after"] is None]
    for one in added:
        _take_away(one, author)
    audit = [change for one in altered if (change := _alter(one, author))]
    audit += [change for one in lost if (change := _insert(one, author))]
    Change.objects.bulk_create(audit, batch_size=500)


def _take_away(one: JSON, author: Author) -> None:
    model = apps.get_model(one["model"])
    row = model._base_manager.filter(pk=one["pk"]).first()
    if row is None:
        return
    if isinstance(row, history.AUDITED):
        record.delete(row, by=author.by, why=author.why)
    else:
        row.delete()


def _alter(one: JSON, author: Author) -> Change | None:
    model = apps.get_model(one["model"])
    row = model._base_manager.select_for_update().filter(pk=one["pk"]).first()
    if row is None:
        return None
    before = history.snapshot(row)
    values = {}
    for field in model._meta.concrete_fields:
        name = field.attname
        if name in one["before"] and history.plain(getattr(row, name)) == one["after"][name]:
            values[name] = field.to_python(one["before"][name])
            setattr(row, name, values[name])
    if values:  # not save(): the time of the last change goes back as well
        model._base_manager.filter(pk=row.pk).update(**values)
    was, now = history.difference(before, history.snapshot(row))
    return _audited(row, "change", was, now, author) if now else None


def _insert(one: JSON, author: Author) -> Change | None:
    model = apps.get_model(one["model"])
    if model._base_manager.filter(pk=one["pk"]).exists():
        return None
    values = {
        field.attname: field.to_python(one["before"][field.attname]) for field in model._meta.concrete_fields
    }
    row = model(**values)
    row.save_base(raw=True, force_insert=True)
    if isinstance(row, PersonName):
        record.update_name_keys([row])
    return _audited(row, "add", None, history.snapshot(row), author)


def _audited(
    row: models.Model, action: str, before: JSON | None, after: JSON | None, author: Author
) -> Change | None:
    if not isinstance(row, history.AUDITED):
        return None
    return history.change(row, action, before, after, by=author.by, why=author.why, person=author.person)
