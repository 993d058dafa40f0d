"""Sources and documents: the stored text with every passage that something rests on."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Prefetch, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from cases import dates
from cases.admin.base import ReadOnlyAdmin, RecordAdmin, panels
from cases.admin.passages import marked
from cases.models import CITED, Citation, Document, Source


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    list_display = ("title", "publisher", "shown_date", "published_basis", "passages", "visibility")
    list_filter = ("publisher", "language", "published_basis", "open_licence", "visibility")
    search_fields = ("title", "publisher", "url", "public_id")
    readonly_fields = ("stored_document", "cited_text", "panels")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "title",
                    "publisher",
                    ("published", "published_basis"),
                    ("language", "url"),
                    ("licence", "open_licence"),
                    "visibility",
                    "stored_document",
                )
            },
        ),
        ("The stored text, with every passage that something rests on", {"fields": ("cited_text",)}),
        ("Proposals", {"fields": ("panels",)}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Sources come with the documents that are imported."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        sources = super().get_queryset(request).annotate(passages=Count("citations"))
        found: QuerySet[Source] = sources.prefetch_related(
            Prefetch("document", Document.objects.defer("original"))
        )
        return found

    @admin.display(description="Published", ordering="published_earliest")
    def shown_date(self, source: Source) -> str:
        return dates.parse(source.published).show() if source.published else "–"

    @admin.display(description="Passages", ordering="passages")
    def passages(self, source: Any) -> int:
        return int(source.passages)

    @admin.display(description="Document")
    def stored_document(self, source: Source) -> SafeString:
        address = reverse("admin:cases_document_change", args=[source.document_id])
        return format_html('<a href="{}">{}</a>', address, source.document.filename)

    @admin.display(description="Text")
    def cited_text(self, source: Source) -> SafeString:
        citations = list(with_targets(source.citations.all()))
        spans = [(one.pk, one.start, one.end) for one in citations]
        titles = {one.pk: rests_on(one) for one in citations}
        text = source.document.text[source.start : source.end]
        return format_html('<div class="stored">{}</div>', marked(text, source.start, spans, titles))

    @admin.display(description="Proposals")
    def panels(self, source: Source) -> str:
        return panels(source)


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin):
    list_display = ("filename", "media_type", "language", "retrieved_at", "parts")
    list_filter = ("media_type", "language")
    search_fields = ("filename", "url", "sha256")
    ordering = ("-retrieved_at", "-pk")
    fields = (
        "filename",
        "media_type",
        "encoding",
        "language",
        "url",
        "retrieved_at",
        "sha256",
        "text_sha256",
        "articles",
        "stored_text",
    )
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        documents = super().get_queryset(request).defer("original")
        found: QuerySet[Document] = documents.annotate(parts=Count("sources"))
        return found

    @admin.display(description="Sources", ordering="parts")
    def parts(self, document: Any) -> int:
        return int(document.parts)

    @admin.display(description="Sources in it")
    def articles(self, document: Document) -> SafeString:
        rows = (
            (reverse("admin:cases_source_change", args=[source.pk]), source.title)
            for source in document.sources.order_by("start")
        )
        return format_html("<ul>{}</ul>", format_html_join("", '<li><a href="{}">{}</a></li>', rows))

    @admin.display(description="Text")
    def stored_text(self, document: Document) -> SafeString:
        return format_html('<div class="stored">{}</div>', document.text)


def with_targets(citations: QuerySet[Citation]) -> QuerySet[Citation]:
    """Citations with the facts they support, and whom those concern."""
    return citations.select_related(
        *CITED, "affiliation__organisation", "recognition__organisation"
    ).prefetch_related(
        "person__names",
        *(f"{one}__person__names" for one in CITED if one not in ("person", "incident", "figure")),
    )


def rests_on(citation: Citation) -> str:
    """What a passage is evidence for, in words: “Maryia Kalesnikava: Arrest 2020-09-07”."""
    target: Any = citation.target
    person = getattr(target, "person", None)
    return f"{person}: {target}" if person is not None else str(target)
