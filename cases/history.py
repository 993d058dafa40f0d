"""What a change was: rows of the record as plain values, and the audit row of one act."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models

from cases.models import (
    CITED,
    Affiliation,
    Change,
    Charge,
    Citation,
    Event,
    Figure,
    Incident,
    Organisation,
    Person,
    PersonName,
    Recognition,
    Release,
    Sentence,
    Source,
)
from cases.models.base import JSON, Record

AUDITED: tuple[type[Record], ...] = (
    Person,
    PersonName,
    Organisation,
    Affiliation,
    Recognition,
    Incident,
    Figure,
    Event,
    Sentence,
    Release,
    Charge,
    Source,
    Citation,
)
# When a row was written is in the audit row itself.
UNWRITTEN = ("id", "created_at", "updated_at")


def columns(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    """The fields of a model that the audit log holds."""
    return [field for field in model._meta.concrete_fields if field.name not in UNWRITTEN]


def snapshot(obj: models.Model) -> JSON:
    """A row's values as JSON has them; a relation is the key of the other row."""
    return {field.name: plain(getattr(obj, field.attname)) for field in columns(type(obj))}


def plain(value: Any) -> Any:
    """A value of a column as JSON has it."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def difference(before: JSON, after: JSON) -> tuple[JSON, JSON]:
    """The values that differ, before and after."""
    changed = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in changed}, {name: after[name] for name in changed}


def change(
    obj: models.Model,
    action: str,
    before: JSON | None,
    after: JSON | None,
    *,
    by: str,
    why: str,
    person: str = "",
) -> Change:
    """The audit row of one row's change, not yet written; `person` spares looking up whom it concerns."""
    return Change(
        by=by,
        action=action,
        model=obj._meta.model_name or "",
        object_id=str(obj.pk),
        person=person or concerned(obj),
        before=before,
        after=after,
        why=why,
    )


def concerned(obj: models.Model) -> str:
    """The public id of the person whose record a row belongs to; empty for what is nobody's alone."""
    if isinstance(obj, Person):
        return str(obj.public_id)
    if isinstance(obj, Sentence | Release):
        return str(obj.event.person.public_id)
    if isinstance(obj, Citation):
        return concerned(obj.target)
    if isinstance(obj, PersonName | Affiliation | Recognition | Event | Charge):
        return str(obj.person.public_id)
    return ""


def changes_of_person(person: Person) -> models.QuerySet[Change]:
    """Every change of a person's record, the newest first."""
    return Change.objects.filter(person=person.public_id)


def changes_of(obj: models.Model) -> models.QuerySet[Change]:
    """Every change of one row, the newest first."""
    return Change.objects.filter(model=obj._meta.model_name, object_id=str(obj.pk))


def citation_field(target: models.Model) -> str:
    """The name of the citation's relation to a kind of fact; raises ValueError for what cannot be cited."""
    for name in CITED:
        if isinstance(target, Citation._meta.get_field(name).related_model):  # type: ignore[arg-type]  # a model, once loaded
            return name
    raise ValueError(f"A {target._meta.verbose_name} cannot be cited.")


def related_names(changes: Iterable[Change]) -> dict[tuple[str, str], str]:
    """What the keys in these changes stand for, by (model, key): two queries at most for each model."""
    wanted: dict[type[models.Model], set[Any]] = {}
    for row in changes:
        model = MODELS.get(row.model)
        for name, value in [*(row.before or {}).items(), *(row.after or {}).items()]:
            other = relation(model, name)
            if other is not None and value is not None:
                wanted.setdefault(other, set()).add(value)
    return {
        (other._meta.model_name or "", str(found.pk)): str(found)
        for other, keys in wanted.items()
        for found in _named(other, keys)
    }


def relation(model: type[models.Model] | None, name: str) -> type[models.Model] | None:
    """The model that a column refers to; None for a plain value or a column that is gone."""
    field = next((field for field in columns(model) if field.name == name), None) if model else None
    other = field.remote_field.model if field is not None and field.remote_field else None
    return other if isinstance(other, type) else None


def _named(model: type[models.Model], keys: set[Any]) -> models.QuerySet[Any]:
    rows = model._default_manager.filter(pk__in=keys)
    if model is Person:
        return rows.prefetch_related("names")
    # What these are called includes the organisation.
    return rows.select_related("organisation") if model in (Affiliation, Recognition) else rows


MODELS: dict[str, type[models.Model]] = {model._meta.model_name or "": model for model in AUDITED}
