"""The filters of every list.

A new filter is one entry in a FilterSet; the form, the page, CSV, JSON and the chips follow from it.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from cases import vocab
from cases.countries import country_codes, country_name
from cases.dates import PartialDate
from cases.public import search
from cases.public.strict import PartialDateField, SortFilter, StrictFilterSet, falling, rising
from cases.publication.models import (
    PublicEvent,
    PublicIncident,
    PublicPeriod,
    PublicPerson,
    PublicTag,
)

HAPPENED = ("stated", "reported")  # what is planned or denied did not happen
Rows = QuerySet[Any]


def overlaps(prefix: str, first: PartialDate | None, last: PartialDate | None) -> Q:
    """Could the date of these columns lie between the two? A date that is not known at all could not."""
    known = Q(**{f"{prefix}_earliest__isnull": False}) | Q(**{f"{prefix}_latest__isnull": False})
    if first:
        known &= Q(**{f"{prefix}_latest__gte": first.earliest}) | Q(**{f"{prefix}_latest__isnull": True})
    if last:
        known &= Q(**{f"{prefix}_earliest__lte": last.latest}) | Q(**{f"{prefix}_earliest__isnull": True})
    return known


class DateFilter(django_filters.Filter):  # type: ignore[misc]  # django-filter has no types
    """One end of a range of dates. Both ends are applied together, by the `_from` filter, to one date."""

    field_class = PartialDateField

    def __init__(self, apply: Callable[[Rows, PartialDate | None, PartialDate | None], Rows], **kwargs: Any):
        self.apply = apply
        super().__init__(**kwargs)

    def filter(self, qs: Rows, value: PartialDate | None) -> Rows:
        """The first of the two filters that has a value applies both, so that one event must satisfy both."""
        stem, _, side = self.name.rpartition("_")
        given = self.parent.form.cleaned_data
        first, last = given.get(f"{stem}_from"), given.get(f"{stem}_to")
        if value is None or (side == "to" and first):
            return qs
        return self.apply(qs, first, last)

    @property
    def name(self) -> str:
        """The parameter that this filter stands under."""
        filters: dict[str, Any] = self.parent.filters
        return next(name for name, one in filters.items() if one is self)


def own_date(prefix: str) -> Callable[[Rows, PartialDate | None, PartialDate | None], Rows]:
    """A range over a date of the rows themselves."""
    return lambda rows, first, last: rows.filter(overlaps(prefix, first, last))


def event_date(*kinds: str) -> Callable[[Rows, PartialDate | None, PartialDate | None], Rows]:
    """A range over one event of these kinds that happened to the person, on the current reading."""

    def apply(rows: Rows, first: PartialDate | None, last: PartialDate | None) -> Rows:
        events = PublicEvent.objects.filter(
            overlaps("date", first, last),
            person=OuterRef("pk"),
            kind__in=kinds,
            modality__in=HAPPENED,
            set_aside=False,
        )
        return rows.filter(Exists(events))

    return apply


class NameFilter(django_filters.CharFilter):  # type: ignore[misc]  # django-filter has no types
    """People by name, in any script and spelling, the best match first.

    Stands behind the other filters, so that it looks among those who fit them. `more` says that others fit
    than are shown; a file, and a list in an order of its own, has them all.
    """

    more = False

    def filter(self, qs: Rows, value: str) -> Rows:
        if not value:
            return qs
        found = search.people(value, qs)
        if found.more and (self.parent.whole or self.parent.form.cleaned_data.get("sort")):
            return search.everybody(qs, value)
        self.more = found.more
        return search.in_order(qs, found)


class HeldFilter(django_filters.Filter):  # type: ignore[misc]  # django-filter has no types
    """People in custody at some time of a date, certainly or possibly; `held_certainly` says which."""

    field_class = PartialDateField

    def filter(self, qs: Rows, value: PartialDate | None) -> Rows:
        if value is None:
            return qs
        periods = PublicPeriod.objects.filter(person=OuterRef("pk"))
        found: Rows = qs.filter(Exists(periods.filter(possibly_in(value)))).annotate(
            held_certainly=Exists(periods.filter(certainly_in(value)))
        )
        return found


def possibly_in(when: PartialDate) -> Q:
    """Periods of custody that could include a day of `when`."""
    begun = Q(start_earliest__isnull=True) | Q(start_earliest__lte=when.latest)
    lasted = Q(open=True) | Q(end_latest__isnull=True) | Q(end_latest__gte=when.earliest)
    return begun & lasted


def certainly_in(when: PartialDate) -> Q:
    """Periods that include every day of `when`; an open one lasts until a source says otherwise."""
    return Q(start_latest__lte=when.earliest) & (Q(open=True) | Q(end_earliest__gte=when.latest))


class PastDateField(PartialDateField):
    """A date that has begun: nobody can be known to be held on a day to come."""

    def clean(self, value: Any) -> PartialDate | None:
        when = super().clean(value)
        if when and when.earliest and when.earliest > timezone.now().date():
            raise forms.ValidationError("This date has not come yet.")
        return when


class PastHeldFilter(HeldFilter):
    """`HeldFilter` for dates that have begun."""

    field_class = PastDateField


class CountryField(forms.ChoiceField):
    """Any country may be asked for; offered are those that the rows have."""

    def __init__(self, **kwargs: Any) -> None:
        self.column: Rows = kwargs.pop("column")
        super().__init__(choices=cache(self._offered), **kwargs)  # a field lives for one request

    def _offered(self) -> list[tuple[str, str]]:
        codes = self.column.exclude(country="").order_by("country").values_list("country", flat=True)
        named = sorted((country_name(code), code) for code in codes.distinct())
        return [("", "Any"), *((code, name) for name, code in named)]

    def valid_value(self, value: Any) -> bool:
        return value in country_codes()

    def shown(self, value: str) -> str:
        """The name of a country, in words."""
        return country_name(value)


class CountryFilter(django_filters.Filter):  # type: ignore[misc]  # django-filter has no types
    """Rows by the two letters of a country."""

    field_class = CountryField

    def __init__(self, model: type[Any], **kwargs: Any) -> None:
        super().__init__(field_name="country", label="Country", column=model.objects.all(), **kwargs)


class TagField(forms.CharField):
    """A value that people are tagged with, by its id or as it is written; an unknown one is an error."""

    def __init__(self, **kwargs: Any) -> None:
        self.kind: str = kwargs.pop("kind")
        super().__init__(max_length=200, **kwargs)
        self.widget.attrs.update(autocomplete="off")

    def clean(self, value: Any) -> list[str] | None:
        written = super().clean(value)
        if not written:
            return None
        found = self._tags(written)
        if not found:
            raise forms.ValidationError(f"Nobody in the record is linked with “{written}”.")
        return sorted({tag.value for tag in found})

    def _tags(self, written: str) -> list[PublicTag]:
        named = Q(value=written) | Q(value__iexact=written) | Q(label__iexact=written)
        if self.kind == "article":
            named |= Q(value__iendswith=f" {written}")  # “361-4” of any code
        tags = PublicTag.objects.filter(named, kind=self.kind).order_by("value")
        return list(tags.only("value", "label").distinct()[:50])

    def shown(self, value: str) -> str:
        """The label of a value."""
        found = self._tags(value)
        return found[0].label if found else value


class TagFilter(django_filters.Filter):  # type: ignore[misc]  # django-filter has no types
    """People by one of the values that they are tagged with."""

    field_class = TagField

    def __init__(self, kind: str, **kwargs: Any) -> None:
        self.kind = kind
        super().__init__(kind=kind, **kwargs)

    def filter(self, qs: Rows, value: list[str] | None) -> Rows:
        if not value:
            return qs
        return qs.filter(
            Exists(PublicTag.objects.filter(person=OuterRef("pk"), kind=self.kind, value__in=value))
        )


def one_of(column: str, vocabulary: vocab.Vocabulary[Any], label: str) -> django_filters.ChoiceFilter:
    """Rows by a code of a vocabulary."""
    return django_filters.ChoiceFilter(
        field_name=column, choices=vocabulary.choices, label=label, empty_label="Any"
    )


PEOPLE_ORDERS = {
    "": ("Best match, then name", ()),
    "name": ("Name", (rising("sort_name"), "id")),
    "-name": ("Name, from the end", (falling("sort_name"), "id")),
    "arrest_date": ("Arrest, earliest first", (rising("arrest_date_earliest"), "sort_name", "id")),
    "-arrest_date": ("Arrest, latest first", (falling("arrest_date_earliest"), "sort_name", "id")),
    "-release_date": ("Release, latest first", (falling("release_date_earliest"), "sort_name", "id")),
    "-last_confirmed_on": (
        "Last confirmed, latest first",
        (falling("last_confirmed_on_earliest"), "sort_name", "id"),
    ),
    "-updated_at": ("Latest change first", ("-updated_at", "sort_name", "id")),
}


class PeopleFilter(StrictFilterSet):
    """People: the page, `/people.csv` and `/people.json`."""

    default_order = ("sort_name", "id")
    whole = False  # whether a search gives everybody, and not the best alone

    status = one_of("status", vocab.STATUSES, "Status")
    country = CountryFilter(PublicPerson)
    organisation = TagFilter(
        "organisation", label="Organisation", help_text="One that the person belongs to."
    )
    article = TagFilter(
        "article", label="Article of law", help_text="As in the list of charges: BY-CC 361-4."
    )
    gender = one_of("gender", vocab.GENDERS, "Gender")
    recognised_by = TagFilter("recognised_by", label="Recognised by", help_text="An organisation.")
    court = TagFilter("court", label="Court", help_text="One that passed a sentence.")
    place = TagFilter("place", label="Prison or agency", help_text="One that the case names.")
    arrested_from = DateFilter(event_date("arrest", "house_arrest"), label="Arrested from")
    arrested_to = DateFilter(event_date("arrest", "house_arrest"), label="Arrested until")
    released_from = DateFilter(event_date("release"), label="Released from")
    released_to = DateFilter(event_date("release"), label="Released until")
    held_on = PastHeldFilter(label="In custody on", help_text="A day, a month or a year.")
    q = NameFilter(
        label="Name",
        max_length=200,
        help_text="Any spelling, in any script, or a part of the name.",
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )
    sort = SortFilter(PEOPLE_ORDERS)


class EventFilter(StrictFilterSet):
    """Events: the page and `/events.csv`."""

    default_order = (falling("date_earliest"), "id")

    kind = one_of("kind", vocab.EVENT_KINDS, "Kind")
    country = CountryFilter(PublicEvent)
    date_from = DateFilter(own_date("date"), label="From")
    date_to = DateFilter(own_date("date"), label="Until")
    modality = one_of("modality", vocab.MODALITIES, "How sure")
    sort = SortFilter(
        {
            "": ("Latest first", ()),
            "date": ("Earliest first", (rising("date_earliest"), "id")),
            "name": ("Name", ("name", rising("date_earliest"), "id")),
        }
    )


class IncidentFilter(StrictFilterSet):
    """Incidents."""

    default_order = (falling("date_earliest"), "id")

    kind = one_of("kind", vocab.EVENT_KINDS, "Kind")
    country = CountryFilter(PublicIncident)
    date_from = DateFilter(own_date("date"), label="From")
    date_to = DateFilter(own_date("date"), label="Until")


class OrganisationFilter(StrictFilterSet):
    """Organisations."""

    default_order = ("name", "id")

    q = django_filters.CharFilter(
        field_name="name", lookup_expr="icontains", label="Name", max_length=200, help_text="Or a part of it."
    )
    kind = one_of("kind", vocab.ORGANISATION_KINDS, "Kind")


class SourceFilter(StrictFilterSet):
    """Sources."""

    default_order = (falling("published_earliest"), "id")

    q = django_filters.CharFilter(
        field_name="title",
        lookup_expr="icontains",
        label="Title",
        max_length=200,
        help_text="Or a part of it.",
    )
    publisher = django_filters.CharFilter(
        field_name="publisher", lookup_expr="iexact", label="Publisher", max_length=200
    )
    published_from = DateFilter(own_date("published"), label="Published from")
    published_to = DateFilter(own_date("published"), label="Published until")
