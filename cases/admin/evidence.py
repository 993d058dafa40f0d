"""Passages as evidence on a page: those that are there, in their paragraph, and one to add by hand."""

import re
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from cases.admin.base import LabelledForm, StackedRecords
from cases.admin.passages import citation_html, with_text
from cases.models import Citation, Source


class EvidenceInline(StackedRecords):
    """The passages that a fact rests on. Which words they are is fixed; what they mean may be corrected."""

    model = Citation
    extra = 0
    verbose_name = "passage"
    verbose_name_plural = "Passages that this rests on"
    fields = ("in_context", ("stance", "hedged", "visibility"))
    readonly_fields = ("in_context",)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        return with_text(super().get_queryset(request))

    @admin.display(description="Quote")
    def in_context(self, citation: Citation) -> str:
        return citation_html(citation)


class NewPassageForm(LabelledForm):
    """A passage to add: the words of it, or where it begins and ends."""

    passage = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 80}),
        help_text="Paste the words as the source has them. Line breaks may differ; nothing else.",
    )
    start = forms.IntegerField(
        required=False, min_value=0, help_text="Only if the words stand in the source more than once."
    )

    class Meta:
        model = Citation
        fields = ("source", "stance", "hedged", "visibility")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        source, words = cleaned.get("source"), (cleaned.get("passage") or "").strip()
        if source is None:
            return cleaned
        if not words:
            raise ValidationError({"passage": "Paste the words of the source."})
        try:
            start, end = place(source, words, cleaned.get("start"))
        except ValueError as error:
            raise ValidationError({"passage": str(error)}) from error
        cleaned["start"], self.instance.end = start, end
        self.instance.quote = source.document.text[start:end]
        return cleaned


class NewPassageInline(StackedRecords):
    """One passage to add by hand."""

    model = Citation
    form = NewPassageForm
    extra = 1
    max_num = 1
    can_delete = False
    verbose_name = "passage to add"
    verbose_name_plural = "Add a passage"
    fields = ("source", "passage", ("start", "stance", "hedged", "visibility"))
    autocomplete_fields = ("source",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        return super().get_queryset(request).none()

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def place(source: Source, words: str, start: int | None = None) -> tuple[int, int]:
    """Where words stand in a source, as offsets in its document's text; any white space fits any other.

    Raises ValueError with a sentence where they do not stand in it, or more than once and `start` is not
    one of the places.
    """
    text = source.document.text
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
    spans = [found.span() for found in pattern.finditer(text, source.start, source.end)]
    if not spans:
        raise ValueError("These words do not stand in the source. Copy them from its text.")
    if start is not None:
        spans = [span for span in spans if span[0] == start]
        if not spans:
            raise ValueError(f"These words do not begin at {start}.")
    if len(spans) > 1:
        places = ", ".join(str(first) for first, _ in spans[:5])
        raise ValueError(
            f"These words stand in the source {len(spans)} times, beginning at {places}. "
            "Paste more of the sentence, or say in “start” which."
        )
    return spans[0]
