"""The log of publications, to look at: what was published or withdrawn, when, by whom and why."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from cases.admin.base import ReadOnlyAdmin
from cases.publication.models import Version, VersionDocument


@admin.register(Version)
class VersionAdmin(ReadOnlyAdmin):
    list_display = ("number", "at", "action", "subject_type", "subject_id", "edition", "by", "reason")
    list_filter = ("action", "subject_type", "at")
    search_fields = ("=subject_id", "by", "reason")
    fields = (
        "number",
        "at",
        "action",
        "subject_type",
        "subject_id",
        "edition",
        "by",
        "reason",
        "content_hash",
        "previous_hash",
        "hash",
    )
    readonly_fields = fields


@admin.register(VersionDocument)
class VersionDocumentAdmin(ReadOnlyAdmin):
    list_display = ("version",)
    fields = ("version", "body")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[VersionDocument]:
        return super().get_queryset(request).select_related("version")
