"""Filters of the desk's lists."""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest

from cases.countries import country_name
from cases.models import Citation, CustodyPeriod, Event, Person
from cases.publication.models import PublicPerson

if TYPE_CHECKING:
    from django.contrib.admin.options import ModelAdmin

IN_CUSTODY = Exists(CustodyPeriod.objects.filter(person=OuterRef("pk"), open=True))
EVER_IN_CUSTODY = Exists(CustodyPeriod.objects.filter(person=OuterRef("pk")))
DIED = Exists(Event.objects.filter(person=OuterRef("pk"), kind="death", modality__in=("stated", "reported")))
OF_PERSON = ("event", "name", "charge", "affiliation", "recognition")
# One look-up a kind of fact: joined in one query they would read every citation.
CITED_AT_ALL = reduce(
    or_, (Q(Exists(Citation.objects.filter(**{f"{fact}__person": OuterRef("pk")}))) for fact in OF_PERSON)
)
PUBLISHED = Exists(PublicPerson.objects.filter(pk=OuterRef("public_id")))


class Custody(admin.SimpleListFilter):
    """Whether somebody is in custody by the derived periods."""

    title = "custody"
    parameter_name = "custody"

    def lookups(self, request: HttpRequest, model_admin: "ModelAdmin[Any]") -> list[tuple[str, str]]:
        return [
            ("held", "In custody"),
            ("past", "Was in custody"),
            ("died", "Died"),
            ("none", "No custody recorded"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Person]) -> QuerySet[Person]:
        match self.value():
            case "held":
                return queryset.filter(IN_CUSTODY)
            case "past":
                return queryset.filter(EVER_IN_CUSTODY).exclude(IN_CUSTODY)
            case "died":
                return queryset.filter(DIED)
            case "none":
                return queryset.exclude(EVER_IN_CUSTODY)
        return queryset


class YesNo(admin.SimpleListFilter):
    """Rows for which a condition holds, or does not."""

    condition: Exists | Q

    def lookups(self, request: HttpRequest, model_admin: "ModelAdmin[Any]") -> list[tuple[str, str]]:
        return [("yes", "Yes"), ("no", "No")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "yes":
                return queryset.filter(self.condition)
            case "no":
                return queryset.exclude(self.condition)
        return queryset


class Published(YesNo):
    """Whether a person has a public page now."""

    title = "published"
    parameter_name = "published"
    condition = PUBLISHED


class Sourced(YesNo):
    """Whether any passage of a source supports anything about a person."""

    title = "has a source"
    parameter_name = "sourced"
    condition = CITED_AT_ALL


class Country(admin.SimpleListFilter):
    """The countries that occur, by name."""

    title = "country"
    parameter_name = "country"

    def lookups(self, request: HttpRequest, model_admin: "ModelAdmin[Any]") -> list[tuple[str, str]]:
        codes = model_admin.model._default_manager.order_by().values_list("country", flat=True).distinct()
        named = [(code, country_name(code)) for code in codes if code]
        return [*sorted(named, key=lambda one: one[1]), ("none", "Not known")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.value():
            return queryset
        return queryset.filter(country="" if self.value() == "none" else self.value())
