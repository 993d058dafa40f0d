"""People as documents name them, to look at: whom each is taken to be, and why."""

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest

from cases.admin.base import ReadOnlyAdmin
from cases.models import Document, PersonName
from importers.models import Mention


@admin.register(Mention)
class MentionAdmin(ReadOnlyAdmin):
    list_display = ("name", "document", "match", "person", "decided_by")
    list_filter = ("match", "document")
    search_fields = ("name",)
    fields = (
        "name",
        "document",
        "also",
        "match",
        "person",
        "candidates",
        "reasons",
        "decided_by",
        "decided_at",
        "why",
    )
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mention]:
        names = Prefetch("person__names", PersonName.objects.order_by("-is_primary", "pk"))
        documents = Prefetch("document", Document.objects.only("filename"))
        mentions = super().get_queryset(request).select_related("person")
        found: QuerySet[Mention] = mentions.prefetch_related(documents, names)
        return found
