"""Incidents, and numbers that sources state."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Prefetch, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from cases import dates, vocab
from cases.admin.actions import PublishActions
from cases.admin.base import RecordAdmin
from cases.admin.evidence import EvidenceInline, NewPassageInline
from cases.admin.filters import Country
from cases.admin.people import country_field
from cases.models import Figure, Incident, PersonName


class DatedAdmin(PublishActions, RecordAdmin):
    """A dated row that passages support."""

    inlines = (EvidenceInline, NewPassageInline)
    ordering = ("-date_earliest", "-pk")

    @admin.display(description="Date", ordering="date_earliest")
    def shown_date(self, row: Incident | Figure) -> str:
        return dates.parse(row.date).show() if row.date else "–"

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return (
            country_field(db_field)
            if db_field.name == "country"
            else super().formfield_for_dbfield(db_field, request, **kwargs)
        )


@admin.register(Incident)
class IncidentAdmin(DatedAdmin):
    list_display = ("title", "kind", "shown_date", "country", "announced", "named", "visibility")
    list_filter = ("kind", Country, "visibility")
    search_fields = ("title", "place")
    readonly_fields = ("people",)
    fieldsets = (
        (None, {"fields": ("title", "kind", ("date", "date_basis"), ("place", "country"), "visibility")}),
        ("Number", {"fields": (("announced_count", "qualifier"), "people")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Incident]:
        count = Count("events__person", distinct=True)
        found: QuerySet[Incident] = super().get_queryset(request).annotate(named=count)
        return found

    @admin.display(description="Announced", ordering="announced_count")
    def announced(self, incident: Incident) -> str:
        if incident.announced_count is None:
            return "–"
        return f"{vocab.QUALIFIERS.label(incident.qualifier)} {incident.announced_count:,}"

    @admin.display(description="Named", ordering="named")
    def named(self, incident: Any) -> int:
        return int(incident.named)

    @admin.display(description="People named")
    def people(self, incident: Incident) -> str:
        names = Prefetch("person__names", PersonName.objects.order_by("-is_primary", "pk"))
        events = incident.events.select_related("person").prefetch_related(names) if incident.pk else []
        return render_to_string("admin/desk/named.html", {"events": events})


@admin.register(Figure)
class FigureAdmin(DatedAdmin):
    list_display = ("__str__", "shown_date", "country", "stated_by", "visibility")
    list_filter = ("subject", Country, "visibility")
    list_select_related = ("stated_by",)
    search_fields = ("count", "stated_by__name")
    autocomplete_fields = ("stated_by",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("qualifier", "count", "subject"),
                    ("date", "date_basis"),
                    ("country", "stated_by"),
                    "visibility",
                )
            },
        ),
    )
