"""The verbs that change the record. Everything that writes it goes through here: admin, importer, commands.

Each verb takes who does it (`by`) and why, is one transaction, and leaves an audit row (`Change`) for each
row of the record that it added, changed or deleted. What is derived (keys of names, custody periods) is
kept up without one.
"""

import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models.deletion import Collector

from cases import bulk, dates, history, names
from cases.derive import custody_of, rebuild_custody
from cases.models import (
    CITED,
    Change,
    Citation,
    Event,
    NameToken,
    Organisation,
    Person,
    PersonName,
    Source,
)
from cases.models.base import Record
from cases.models.fields import BoundField, PartialDateField
from cases.organisation_names import best_spelling, organisation_key

__all__ = [
    "add_name",
    "cite",
    "custody_of",
    "delete",
    "organisation",
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
        _after_names([obj])
        change = history.change(obj, "add", None, history.snapshot(obj), by=by, why=why)
    else:
        was, now = history.difference(history.snapshot(before), history.snapshot(obj))
        if not now:
            return None
        _demote_others(obj, by=by, why=why)
        obj.save(update_fields=[*now, "updated_at"])
        if isinstance(obj, PersonName) and "key" in now:
            _after_names([obj])
        change = history.change(obj, "change", was, now, by=by, why=why)
    change.save(force_insert=True)
    return change


@transaction.atomic
def save_many(objs: Iterable[Record], *, by: str, why: str = "") -> list[Change]:
    """The same for many, in few statements for what is new. A row that others refer to comes before them."""
    written: list[Change] = []
    for (_, adding), rows in groupby(objs, key=lambda obj: (type(obj), obj._state.adding)):
        group = list(rows)
        if not adding:
            written += [change for obj in group if (change := save(obj, by=by, why=why))]
            continue
        for obj in group:
            _make_ready(obj)
        bulk.insert(group)
        _after_names(group)
        changes = [history.change(obj, "add", None, history.snapshot(obj), by=by, why=why) for obj in group]
        bulk.insert(changes)
        written += changes
    return written


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
    text = _one_line(text)
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
        _set_key(name)
        if (name.key, name.key_version, name.script) != was:
            stale.append(name)
    PersonName.objects.bulk_update(stale, ["key", "key_version", "script"], batch_size=500)
    retokened = _set_tokens(batch)
    return len({name.pk for name in stale} | retokened)


@transaction.atomic
def organisation(
    name: str,
    *,
    kind: str = "other",
    country: str = "",
    visibility: str = "internal",
    by: str,
    why: str = "",
) -> Organisation:
    """The organisation of this name, as `organisation_key` tells them apart; made if there is none.

    A kind or country that was not known is filled in; what is known is left alone.
    """
    name = _one_line(name)
    found = _organisation_called(name)
    if found is None:
        made = Organisation(name=name, kind=kind, country=country, visibility=visibility)
        try:
            with transaction.atomic():
                save(made, by=by, why=why)
            return made
        except IntegrityError:  # another process made it between the look and the insert
            found = Organisation.objects.get(key=_organisation_key(name))
    found.kind = kind if found.kind == "other" else found.kind
    found.country = found.country or country
    _add_spelling(found, name)
    save(found, by=by, why=why)
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
        _set_key(obj)
    if isinstance(obj, Organisation):
        obj.name = _one_line(obj.name)
        obj.key = _organisation_key(obj.name)
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


def _after_names(rows: Iterable[Record]) -> None:
    found = [row for row in rows if isinstance(row, PersonName)]
    if found:
        _set_tokens(found)


def _set_key(name: PersonName) -> None:
    name.text = _one_line(name.text)
    name.key = names.key(name.text)[: _size(PersonName, "key")]
    name.key_version = names.KEY_VERSION
    name.script = names.script_of(name.text)


def _set_tokens(rows: list[PersonName]) -> set[int]:
    """Write the search tokens that these names should have; the keys of the names where that was a change."""
    size = _size(NameToken, "token")
    wanted = {(name.pk, token[:size]) for name in rows for token in names.tokens(name.text)}
    stored = {
        (token.name_id, token.token): token.pk
        for token in NameToken.objects.filter(name__in=[n.pk for n in rows])
    }
    stale = stored.keys() - wanted
    missing = sorted(wanted - stored.keys())
    if stale:
        NameToken.objects.filter(pk__in=[stored[one] for one in stale]).delete()
    NameToken.objects.bulk_create(
        [NameToken(name_id=pk, token=token) for pk, token in missing], batch_size=1000
    )
    return {pk for pk, _ in stale} | {pk for pk, _ in missing}


def _organisation_called(name: str) -> Organisation | None:
    key = _organisation_key(name)
    found = Organisation.objects.filter(key=key).first()
    if found is not None:
        return found
    for row in Organisation.objects.filter(other_names__contains=name):
        if key in {_organisation_key(other) for other in row.other_names.splitlines()}:
            return row
    return None


def _organisation_key(name: str) -> str:
    return organisation_key(name)[: _size(Organisation, "key")]


def _size(model: type[models.Model], field: str) -> int:
    size: int | None = model._meta.get_field(field).max_length  # type: ignore[union-attr]  # a text column
    assert size is not None
    return size


def _one_line(text: str) -> str:
    """Composed Unicode with single blanks, so that one spelling is one text."""
    return " ".join(unicodedata.normalize("NFC", text).split())
