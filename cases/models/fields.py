"""Columns that every model of the record is built from: partial dates, public ids, known terms."""

import secrets
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from cases import dates
from cases.vocab import Term, Vocabulary

if TYPE_CHECKING:  # the classes are generic for the type checker only
    TextColumn = models.CharField[str, str]
    DateColumn = models.DateField[date | None, date | None]
else:
    TextColumn, DateColumn = models.CharField, models.DateField

# No vowels but a and e, no i, l, o, 0 or 1: an id read over a telephone arrives as it was sent.
ID_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
ID_LENGTH = 10


def new_public_id() -> str:
    """A random id of 49 bits, so that nobody can count or walk the record by its addresses."""
    return "".join(secrets.choice(ID_ALPHABET) for _ in range(ID_LENGTH))


def validate_partial_date(text: str) -> None:
    """Refuse what is not a date of EDTF (ISO 8601-2), with the sentence that says why."""
    try:
        dates.parse(text)
    except dates.DateError as error:
        raise ValidationError(str(error)) from error


def validate_terms(vocabulary: Vocabulary[Any], text: str) -> None:
    """Refuse a list of codes, joined with commas, in which one is not a term."""
    unknown = [code for code in text.split(",") if code and code not in vocabulary]
    if unknown:
        raise ValidationError(f"Not a {vocabulary.name}: {', '.join(unknown)}.")


class PublicIdField(TextColumn):
    """A random, unique id that may stand in an address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(max_length=ID_LENGTH, unique=True, editable=False, default=new_public_id)
        super().__init__(*args, **kwargs)


class PartialDateField(TextColumn):
    """A date as far as it is known, as EDTF text; empty where nothing is known."""

    default_validators = [validate_partial_date]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        kwargs.setdefault(
            "help_text", "As far as known: 2023, 2021-09, 2021-09-06, 1979-08~, 2024-03/2024-05."
        )
        super().__init__(*args, **kwargs)


class BoundField(DateColumn):
    """The earliest or the latest day that a partial date allows; computed when the row is written."""

    def __init__(self, *args: Any, of: str = "date", side: str = "earliest", **kwargs: Any) -> None:
        self.of, self.side = of, side
        kwargs.update(null=True, blank=True, editable=False)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of, "side": self.side}

    def pre_save(self, model_instance: models.Model, add: bool) -> date | None:  # noqa: ARG002 - Django's own
        text = getattr(model_instance, self.of)
        bound: date | None = getattr(dates.parse(text), self.side) if text else None
        setattr(model_instance, self.attname, bound)
        return bound


class TermField(TextColumn):
    """A code of a vocabulary; the choices are the vocabulary's and no other."""

    def __init__(self, vocabulary: Vocabulary[Any] | None = None, *args: Any, **kwargs: Any) -> None:
        if vocabulary is not None:
            kwargs["choices"] = vocabulary.choices
        kwargs.setdefault("max_length", 30)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        # Labels may be reworded without a migration; the codes are held by the constraint.
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("choices", None)
        return name, path, args, kwargs


def known(
    model: str, field: str, vocabulary: Vocabulary[Term] | Vocabulary[Any], blank: bool = False
) -> models.CheckConstraint:
    """A constraint that the database holds a known code, or nothing where `blank` allows it."""
    codes = vocabulary.codes + ([""] if blank else [])
    return models.CheckConstraint(condition=Q(**{f"{field}__in": codes}), name=f"{model}_{field}_known")


def ordered(model: str, field: str = "date") -> models.CheckConstraint:
    """A constraint that a partial date's earliest day is not after its latest."""
    earliest, latest = f"{field}_earliest", f"{field}_latest"
    condition = (
        Q(**{f"{earliest}__isnull": True})
        | Q(**{f"{latest}__isnull": True})
        | Q(**{f"{earliest}__lte": F(latest)})
    )
    return models.CheckConstraint(condition=condition, name=f"{model}_{field}_bounds_ordered")
