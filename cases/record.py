"""The verbs that change the record. Everything that writes it goes through here: admin, importer, commands.

Each verb takes who does it (`by`) and why, is one transaction, and leaves an audit row (`Change`) for each
row of the record that it added, changed or deleted. What is derived (keys of names, custody periods) is
kept up without one.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.db.models.deletion import Collector

from cases import bulk, dates, history
from cases.derive import custody_of, rebuild_custody
from cases.models import (
    CITED,
    Change,
    Citation,
    Event,
    Organisation,
    Person,
    PersonName,
    Source,
)
from cases.models.base import Record
from cases.models.fields import BoundField, PartialDateField
from cases.name_rows import key_of_organisation, one_line, set_key, set_tokens
from cases.organisation_names import best_spelling

__all__ = [
    "add_name",
    "cite",
    "custody_of",
    "delete",
    "organisation",
    "organisations",
    "rebuild_custody",
    "rule",
    "save",
    "save_many",
    "set_primary_name",
    "update_name_keys",
]


@transaction.atomic
def save(obj: Record, *, by: str, why: str = "") -> Change | None:
    """Insert or update one row; None, and nothing written, where nothing changed.

    Raises ValidationError for a value that its column does not take.
    """
    _make_ready(obj)
    before = None if obj._state.adding else _locked(obj)
    if before is None:
        _demote_others(obj, by=by, why=why)
        obj.save(force_insert=True)
        if isinstance(obj, PersonName):
            set_tokens([obj], are_new=True)
        change = history.change(obj, "add", None, history.snapshot(obj), by=by, why=why)
    else:
        was, now = history.difference(history.snapshot(before), history.snapshot(obj))
        if not now:
            return None
        _demote_others(obj, by=by, why=why)
        obj.save(update_fields=[*now, "updated_at"])
        if isinstance(obj, PersonName) and "key" in now:
            set_tokens([obj])
        change = history.change(obj, "change", was, now, by=by, why=why)
    change.save(force_insert=True)
    return change


@transaction.atomic(savepoint=False)
def save_many(objs: Iterable[Record], *, by: str, why: str = "") -> list[Change]:
    """The same for many, in few statements. A row that others refer to comes before them.

    A name that becomes the primary one comes after the one that was, as it steps back.
    """
    written: list[Change] = []
    for (_, adding), rows in groupby(objs, key=lambda obj: (type(obj), obj._state.adding)):
        group = list(rows)
        bulk.fill_relations(group)
        for obj in group:
            _make_ready(obj)
        written += (_add_many if adding else _change_many)(group, by, why)
    bulk.insert(written)
    return written


def _add_many(group: Sequence[Record], by: str, why: str) -> list[Change]:
    bulk.insert(group)
    if fresh := [row for row in group if isinstance(row, PersonName)]:
        set_tokens(fresh, are_new=True)
    return [history.change(obj, "add", None, history.snapshot(obj), by=by, why=why) for obj in group]


def _change_many(group: Sequence[Record], by: str, why: str) -> list[Change]:
    rows = type(group[0])._default_manager.select_for_update()
    before: dict[int, Record] = rows.in_bulk([obj.pk for obj in group])
    changes: list[Change] = []
    changed: list[Record] = []
    for obj in group:
        was, now = history.difference(history.snapshot(before[obj.pk]), history.snapshot(obj))
        if now:
            changed.append(obj)
            changes.append(history.change(obj, "change", was, now, by=by, why=why))
    written = sorted({name for change in changes for name in change.after or {}})
    bulk.update(changed, [*written, "updated_at"])
    if respelt := [row for row in changed if isinstance(row, PersonName) and "key" in written]:
        set_tokens(respelt)
    return changes


@transaction.atomic
def delete(obj: Record, *, by: str, why: str = "") -> list[Change]:
    """Delete a row with everything that hangs on it; an audit row for each, whole.

    Raises ProtectedError where something that stays refers to it.
    """
    collector = _EveryRow(using=obj._state.db or "default", origin=obj)
    collector.collect([obj])
    person = history.concerned(obj)
    changes: list[Change] = []
    for model, rows in collector.data.items():
        if issubclass(model, history.AUDITED):
            changes += [
                history.change(row, "delete", history.snapshot(row), None, by=by, why=why, person=person)
                for row in sorted(rows, key=lambda row: row.pk)
            ]
    for field, rows in _loosened(collector):
        changes += [
            history.change(
                row, "change", {field.name: getattr(row, field.attname)}, {field.name: None}, by=by, why=why
            )
            for row in rows
        ]
    changes = Change.objects.bulk_create(changes, batch_size=500)
    collector.delete()
    return changes


@transaction.atomic
def add_name(
    person: Person,
    text: str,
    *,
    kind: str = "common",
    language: str = "",
    is_primary: bool = False,
    visibility: str = "internal",
    by: str,
    why: str = "",
) -> PersonName:
    """One more spelling, with its script and search keys; the name that is there if the text is the same."""
    text = one_line(text)
    existing = person.names.filter(text=text).first()
    if existing is not None:
        return set_primary_name(existing, by=by, why=why) if is_primary else existing
    name = PersonName(
        person=person,
        text=text,
        kind=kind,
        language=language,
        is_primary=is_primary,
        visibility=visibility,
    )
    save(name, by=by, why=why)
    return name


@transaction.atomic
def set_primary_name(name: PersonName, *, by: str, why: str = "") -> PersonName:
    """Make this the name that the person is shown by."""
    name.is_primary = True
    save(name, by=by, why=why)
    return name


@transaction.atomic
def update_name_keys(rows: Iterable[PersonName]) -> int:
    """Bring keys, scripts and search tokens of names up to the current rules; how many were not."""
    batch = list(rows)
    stale = []
    for name in batch:
        was = (name.key, name.key_version, name.script)
        set_key(name)
        if (name.key, name.key_version, name.script) != was:
            stale.append(name)
    PersonName.objects.bulk_update(stale, ["key", "key_version", "script"], batch_size=500)
    retokened = set_tokens(batch)
    return len({name.pk for name in stale} | retokened)


def organisation(
    name: str,
    *,
    kind: str = "other",
    country: str = "",
    visibility: str = "internal",
    by: str,
    why: str = "",
) -> Organisation:
    """The organisation of this name, as its key tells them apart; made if there is none.

    A kind or country that was not known is filled in; what is known is left alone.
    """
    [found] = organisations([(name, kind)], country=country, visibility=visibility, by=by, why=why)
    return found


@transaction.atomic(savepoint=False)
def organisations(
    named: Sequence[tuple[str, str]],
    *,
    country: str = "",
    visibility: str = "internal",
    by: str,
    why: str = "",
) -> list[Organisation]:
    """The same for many names and kinds, in few queries; names with one key are one row."""
    pairs = [(one_line(name), kind) for name, kind in named]
    called = _organisations_called({name for name, _ in pairs})
    made: dict[str, Organisation] = {}
    for name, kind in pairs:
        key = key_of_organisation(name)
        if key not in called:
            new = Organisation(name=name, kind=kind, country=country, visibility=visibility)
            called[key] = made[key] = new
        row = called[key]
        row.kind = kind if row.kind == "other" else row.kind
        row.country = row.country or country
        _add_spelling(row, name)
    try:
        with transaction.atomic(savepoint=bool(made)):
            save_many(made.values(), by=by, why=why)
    except IntegrityError:
        if not Organisation.objects.filter(key__in=made).exists():
            raise
        # Another process made one of them between the look and the insert.
        return organisations(named, country=country, visibility=visibility, by=by, why=why)
    save_many({row.pk: row for row in called.values() if row.key not in made}.values(), by=by, why=why)
    return [called[key_of_organisation(name)] for name, _ in pairs]


def _organisations_called(spelt: set[str]) -> dict[str, Organisation]:
    """The organisations with one of these names, by the key of the name asked for."""
    keys = {key_of_organisation(name) for name in spelt}
    found = {row.key: row for row in Organisation.objects.filter(key__in=keys)}
    fits = Q()
    for name in spelt:
        if key_of_organisation(name) not in found:
            fits |= Q(other_names__contains=name)
    for row in Organisation.objects.filter(fits) if fits else ():
        for other in row.other_names.splitlines():
            if (key := key_of_organisation(other)) in keys:
                found.setdefault(key, row)
    return found


def _add_spelling(found: Organisation, name: str) -> None:
    """Keep a spelling that is new; the name shown is the fullest, unless a researcher settled it."""
    spellings = {found.name, *found.other_names.splitlines()}
    if name in spellings:
        return
    spellings.add(name)
    if "name" not in found.settled:
        found.name = best_spelling(spellings)
    found.other_names = "\n".join(sorted(spellings - {found.name}))


@transaction.atomic
def cite(
    source: Source,
    start: int,
    end: int,
    *,
    target: Record,
    stance: str = "supports",
    hedged: bool = False,
    visibility: str = "internal",
    by: str,
    why: str = "",
) -> Citation:
    """A passage as evidence for a fact, its quote cut from the stored text; the one that is there if it is.

    Offsets are those of the document's text. Raises ValidationError for a passage outside the source.
    """
    if not source.start <= start < end <= source.end:
        raise ValidationError(f"The passage {start}–{end} is not in the source “{source.title}”.")
    field = history.citation_field(target)
    existing = Citation.objects.filter(source=source, start=start, end=end, **{field: target}).first()
    if existing is not None:
        return existing
    quote = source.document.text[start:end]
    citation = Citation(
        source=source,
        start=start,
        end=end,
        quote=quote,
        stance=stance,
        hedged=hedged,
        visibility=visibility,
        **{field: target},
    )
    save(citation, by=by, why=why)
    return citation


@transaction.atomic
def rule(event: Event, *, chosen: bool | None, ruling: str = "", by: str, why: str = "") -> Change | None:
    """Say which reading is current where sources differ; `chosen=None` leaves it to the rules again.

    The reason (`ruling`) is shown publicly, and is required with a choice.
    """
    if chosen is not None and not ruling.strip():
        raise ValidationError("Say why this reading was chosen or set aside.")
    event.chosen, event.ruling = chosen, ruling.strip() if chosen is not None else ""
    event.hand_edited = True
    change = save(event, by=by, why=why or event.ruling)
    rebuild_custody([event.person])
    return change


class _EveryRow(Collector):
    """Collects every row that a deletion reaches, also where the database could do it unseen."""

    def can_fast_delete(self, objs: Any, from_field: Any = None) -> bool:  # noqa: ARG002 - Django's own
        return False


def _loosened(collector: Collector) -> "list[tuple[models.Field[Any, Any], list[models.Model]]]":
    """The rows of the record that stay, with the relation that the deletion empties."""
    found: list[tuple[Any, list[models.Model]]] = []
    for (field, _), groups in collector.field_updates.items():
        if field.model in history.AUDITED:
            # Django gives querysets or lists of rows here; its stubs say single rows.
            batches: list[Iterable[models.Model]] = list(groups)  # type: ignore[arg-type]
            rows = [row for batch in batches for row in batch]
            gone = collector.data.get(field.model, set())
            found.append((field, [row for row in rows if row not in gone]))
    return found


def _make_ready(obj: Record) -> None:
    """Canonical values and computed columns, checked, so that a comparison sees what would be written."""
    if isinstance(obj, PersonName):
        set_key(obj)
    if isinstance(obj, Organisation):
        obj.name = one_line(obj.name)
        obj.key = key_of_organisation(obj.name)
    if isinstance(obj, Citation):
        _check_quote(obj)
    # Whether a related row exists is for the database to say; asking here costs a query each.
    related = {field.name for field in obj._meta.concrete_fields if field.remote_field}
    obj.clean_fields(exclude=related)
    for field in obj._meta.concrete_fields:
        if isinstance(field, PartialDateField) and getattr(obj, field.name):
            setattr(obj, field.name, dates.parse(getattr(obj, field.name)).edtf)
    for field in obj._meta.concrete_fields:
        if isinstance(field, BoundField):
            field.pre_save(obj, add=obj._state.adding)
    obj.clean()


def _check_quote(citation: Citation) -> None:
    if sum(getattr(citation, f"{name}_id") is not None for name in CITED) != 1:
        raise ValidationError("A passage is evidence for exactly one fact.")
    if citation.source.document.text[citation.start : citation.end] != citation.quote:
        raise ValidationError("The quote is not what the stored text has at these offsets.")


def _locked(obj: Record) -> Record:
    return type(obj)._default_manager.select_for_update().get(pk=obj.pk)


def _demote_others(obj: Record, *, by: str, why: str) -> None:
    """A person has one primary name: the one before it steps back first."""
    if isinstance(obj, PersonName) and obj.is_primary:
        for other in PersonName.objects.filter(person=obj.person_id, is_primary=True).exclude(pk=obj.pk):
            other.is_primary = False
            save(other, by=by, why=why)
