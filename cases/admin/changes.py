"""The audit log, to look at and to filter."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.loader import render_to_string

from cases import history
from cases.admin.base import ReadOnlyAdmin
from cases.admin.differences import entries
from cases.models import Change


class Model(admin.SimpleListFilter):
    """What kind of row was changed."""

    title = "what"
    parameter_name = "model"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, str(model._meta.verbose_name).capitalize()) for name, model in history.MODELS.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(model=self.value()) if self.value() else queryset


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    list_display = ("at", "by", "action", "model", "object_id", "person", "why")
    list_filter = (Model, "action", "at")
    search_fields = ("=person", "by", "why")
    search_help_text = "A person’s id, who did it, or a word of the reason."
    fields = ("at", "by", "action", "model", "object_id", "person", "why", "difference")
    readonly_fields = fields

    @admin.display(description="Before and after")
    def difference(self, change: Change) -> str:
        return render_to_string("admin/desk/difference.html", {"entry": entries([change])[0]})
