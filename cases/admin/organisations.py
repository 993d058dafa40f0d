"""Organisations, with everything that refers to them counted."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest

from cases import names
from cases.admin.base import ReasonedForm, RecordAdmin
from cases.admin.filters import Country
from cases.admin.people import country_field
from cases.models import Organisation
from cases.organisation_names import organisation_key


class OrganisationForm(ReasonedForm):
    """An organisation that is not in the record yet under this name."""

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        same = (
            Organisation.objects.filter(key=organisation_key(name)[:200]).exclude(pk=self.instance.pk).first()
        )
        if same is not None:
            raise ValidationError(f"“{same}” is in the record already.")
        return name


@admin.register(Organisation)
class OrganisationAdmin(RecordAdmin):
    form = OrganisationForm
    list_display = ("name", "kind", "country", "people", "visibility")
    list_filter = ("kind", Country, "visibility")
    search_fields = ("name", "other_names", "key")
    fieldsets = ((None, {"fields": ("name", "other_names", ("kind", "country"), "visibility")}),)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if "name" in form.changed_data:
            obj.settled = sorted({*obj.settled, "name"})
        super().save_model(request, obj, form, change)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Organisation]:
        count = Count("affiliations__person", distinct=True)
        found: QuerySet[Organisation] = super().get_queryset(request).annotate(people=count)
        return found

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Organisation], search_term: str
    ) -> tuple[QuerySet[Organisation], bool]:
        """By any word of the name, whatever its case and accents."""
        for word in search_term.split():
            queryset = queryset.filter(
                Q(key__contains=names.fold(word)) | Q(other_names__icontains=word) | Q(public_id=word)
            )
        return queryset, False

    @admin.display(description="People", ordering="people")
    def people(self, organisation: Any) -> int:
        return int(organisation.people)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return (
            country_field(db_field)
            if db_field.name == "country"
            else super().formfield_for_dbfield(db_field, request, **kwargs)
        )
