"""The FilterSet that every list stands on: an address that is not understood finds nothing, never everything.

django-filter answers an invalid value with all rows. Here an unknown value, an unknown parameter or a
parameter given twice is an error at its field, and the list is empty; exports answer 400 with the reason.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.db.models import F, Model, OrderBy, QuerySet
from django.http import QueryDict

from cases import dates
from cases.dates import PartialDate

PLAIN_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


class PartialDateField(forms.CharField):
    """A year, a month or a day: 2020, 2020-09, 2020-09-07."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=10, **kwargs)
        self.widget.attrs.update(inputmode="numeric", placeholder="2020-09", autocomplete="off")

    def clean(self, value: Any) -> PartialDate | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            if PLAIN_DATE.fullmatch(text):
                return dates.parse(text)
        except dates.DateError:
            pass
        raise forms.ValidationError(f"“{text}” is not a date. Write 2020, 2020-09 or 2020-09-07.")


class StrictForm(forms.Form):
    """Refuses what it does not know. The page number is checked here and used by the page alone."""

    page = forms.IntegerField(
        label="Page", min_value=1, max_value=10**7, required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = "“%(value)s” is not a value of this filter."

    def clean(self) -> dict[str, Any]:
        assert isinstance(self.data, QueryDict)
        given = self.data.keys()
        for name in given - self.fields.keys():
            self.add_error(None, f"“{name}” is not a filter of this list.")
        for name in self.fields.keys() & given:
            if len(self.data.getlist(name)) > 1 and name not in self.errors:
                self.add_error(name, "Given more than once.")
        self._check_ranges()
        return self.cleaned_data

    def _check_ranges(self) -> None:
        for name in [name for name in self.cleaned_data if name.endswith("_from")]:
            first, last = self.cleaned_data[name], self.cleaned_data.get(name.removesuffix("from") + "to")
            if first and last and dates.is_before(last, first):
                self.add_error(name.removesuffix("from") + "to", "This is before the beginning of the range.")


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is active, in words, and the address of the list without it."""

    label: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What was wrong with an address; `name` is empty where it is no field's."""

    name: str
    label: str
    message: str

    @property
    def has_place(self) -> bool:
        """Is there a field on the page to go to?"""
        return self.name not in ("", "page")


Order = tuple[str | OrderBy, ...]


def rising(column: str) -> OrderBy:
    """By a column, what is not known last, on either database."""
    return F(column).asc(nulls_last=True)


def falling(column: str) -> OrderBy:
    """By a column downwards, what is not known last."""
    return F(column).desc(nulls_last=True)


class SortFilter(django_filters.ChoiceFilter):  # type: ignore[misc]  # django-filter has no types
    """The order of a list: code, label and columns. Applied last, by the FilterSet."""

    def __init__(self, orders: dict[str, tuple[str, Order]], **kwargs: Any) -> None:
        self.orders = {code: order for code, (_, order) in orders.items()}
        super().__init__(
            choices=[(code, label) for code, (label, _) in orders.items()],
            empty_label=None,
            label="Order",
            **kwargs,
        )

    def filter(self, qs: QuerySet[Model], value: Any) -> QuerySet[Model]:
        return qs.order_by(*self.orders[value]) if value else qs


class StrictFilterSet(django_filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """A list with its filters. `default_order` ends in a unique column, so that pages are stable."""

    default_order: Order = ("pk",)

    class Meta:
        form = StrictForm

    @property
    def qs(self) -> QuerySet[Any]:
        """The rows that were asked for; none where the question was not understood."""
        if not hasattr(self, "_qs"):
            rows = self.queryset.order_by(*self.default_order)
            self._qs = self.filter_queryset(rows) if self.form.is_valid() else rows.none()
        return self._qs

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The filters in the order of the class; of the form's values, the page number filters nothing."""
        for name, one in self.filters.items():
            queryset = one.filter(queryset, self.form.cleaned_data.get(name))
        return queryset

    @property
    def problems(self) -> list[Problem]:
        """Everything that is wrong with the address, in sentences."""
        return [
            Problem(
                name=name if name in self.form.fields else "",
                label=str(self.form.fields[name].label or name) if name in self.form.fields else "",
                message=str(message),
            )
            for name, messages in self.form.errors.items()
            for message in messages
        ]

    @property
    def given(self) -> dict[str, str]:
        """The parameters of the address that say something, without the page."""
        return {name: value for name, value in self.data.items() if value and name != "page"}

    @property
    def query(self) -> str:
        """This list's filters as the end of an address: “?status=detained”, or nothing."""
        return f"?{urlencode(self.given)}" if self.given else ""

    def fields(self) -> Iterable[forms.BoundField]:
        """The filters as form fields, apart from the ones that a page places itself."""
        return [field for field in self.form.visible_fields() if field.name != "q"]

    def chips(self) -> list[Chip]:
        """The active filters in words."""
        found = []
        for name, value in self.given.items():
            if name in self.form.fields and name != "sort":
                rest = {other: text for other, text in self.given.items() if other != name}
                field = self.form.fields[name]
                found.append(Chip(str(field.label), _shown(field, value), f"?{urlencode(rest)}"))
        return found


def _shown(field: forms.Field, value: str) -> str:
    """A filter's value as people read it."""
    shown: Callable[[str], str] | None = getattr(field, "shown", None)
    if shown is not None:
        return shown(value)
    labels = {str(code): str(label) for code, label in getattr(field, "choices", [])}
    return labels.get(value, value)
