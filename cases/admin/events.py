"""One event with its sentence or release, its charges and the passages it rests on."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, Prefetch, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cases import dates, record, searching, vocab
from cases.admin.base import LabelledForm, ReasonedForm, RecordAdmin, StackedRecords, TabularRecords, panels
from cases.admin.evidence import EvidenceInline, NewPassageInline
from cases.admin.widgets import CodesField
from cases.models import Charge, Event, Person, PersonName, Release, Sentence


class EventForm(ReasonedForm):
    """An event; a choice between readings needs its reason."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("chosen") is not None and not (cleaned.get("ruling") or "").strip():
            self.add_error("ruling", "Say why this reading was chosen or set aside; readers see it.")
        if cleaned.get("manner") and cleaned.get("kind") != "arrest":
            self.add_error("manner", "Only an arrest has a manner of arrest.")
        return cleaned


class SentenceInline(StackedRecords):
    model = Sentence
    autocomplete_fields = ("court",)
    fields = (
        ("years", "months", "days"),
        ("life", "death_penalty", "suspended", "in_absentia"),
        ("court", "judge"),
        ("regime", "finality"),
        ("fine_amount", "fine_currency"),
        "visibility",
    )


class ReleaseForm(LabelledForm):
    """A release, its conditions as boxes."""

    conditions = CodesField(vocab.RELEASE_CONDITIONS, label="Conditions")


class ReleaseInline(StackedRecords):
    model = Release
    form = ReleaseForm
    fields = (("manner", "visibility"), "conditions")


class EventChargeInline(TabularRecords):
    model = Charge
    fields = ("law", "article", "as_worded", "status", "status_date", "visibility")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "as_worded":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 2, "cols": 40})
        return super().formfield_for_dbfield(db_field, request, **kwargs)


# What an event of a kind carries beside itself.
CARRIES: dict[str, type[StackedRecords]] = {"sentence": SentenceInline, "release": ReleaseInline}


@admin.register(Event)
class EventAdmin(RecordAdmin):
    form = EventForm
    list_display = (
        "person_name",
        "kind",
        "shown_date",
        "modality",
        "place",
        "passages",
        "hand_edited",
        "visibility",
    )
    list_display_links = ("kind",)
    list_filter = ("kind", "modality", "chosen", "hand_edited", "visibility")
    search_fields = ("place",)
    search_help_text = "A person, by any spelling, or a place."
    ordering = ("-date_earliest", "-pk")
    autocomplete_fields = ("person", "organisation", "incident")
    readonly_fields = ("back", "panels")
    fieldsets = (
        (None, {"fields": ("back", "person", ("kind", "manner"), ("date", "date_basis"), "modality")}),
        ("Where and how", {"fields": ("place", "organisation", "incident", "note", "visibility")}),
        ("Where sources differ", {"fields": ("chosen", "ruling")}),
        (None, {"fields": ("panels",)}),
    )
    radio_fields = {"modality": admin.HORIZONTAL}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        names = Prefetch("person__names", PersonName.objects.order_by("-is_primary", "pk"))
        events = super().get_queryset(request).select_related("person").prefetch_related(names)
        found: QuerySet[Event] = events.annotate(passages=Count("citations"))
        return found

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Sentence and release only where the event is one, or is about to be."""
        kind = request.POST.get("kind") or request.GET.get("kind") or (obj.kind if obj else "")
        carried = [
            inline
            for code, inline in CARRIES.items()
            if (hasattr(obj, code) or kind in (code, ""))
            and (request.method != "POST" or f"{code}-TOTAL_FORMS" in request.POST)
        ]
        evidence = [EvidenceInline, NewPassageInline] if obj else [NewPassageInline]
        return [*carried, *evidence, EventChargeInline]

    def get_inline_instances(self, request: HttpRequest, obj: Any = None) -> Any:
        """While the kind is not known yet, sentence and release are folded up."""
        inlines = super().get_inline_instances(request, obj)
        for inline in inlines:
            if obj is None and isinstance(inline, tuple(CARRIES.values())):
                inline.classes = ["collapse"]
        return inlines

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Event], search_term: str
    ) -> tuple[QuerySet[Event], bool]:
        if not search_term.strip():
            return queryset, False
        people = searching.ranked_people(search_term)
        return queryset.filter(person__in=people) | queryset.filter(place__icontains=search_term), False

    @admin.display(description="Person", ordering="person")
    def person_name(self, event: Event) -> SafeString:
        return person_link(event.person)

    @admin.display(description="Date", ordering="date_earliest")
    def shown_date(self, event: Event) -> str:
        return dates.parse(event.date).show() if event.date else "–"

    @admin.display(description="Passages", ordering="passages")
    def passages(self, event: Any) -> int:
        return int(event.passages)

    @admin.display(description="Back to")
    def back(self, event: Event) -> SafeString | str:
        return person_link(event.person) if event.pk else "a person to choose"

    @admin.display(description="Proposals")
    def panels(self, event: Event) -> str:
        return panels(event)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """What a researcher wrote is kept as written when documents are imported."""
        obj.hand_edited = True
        super().save_model(request, obj, form, change)

    def complete(self, row: Any, parent: Event) -> None:
        if isinstance(row, Charge):
            row.person = parent.person

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        before = Person.objects.filter(pk=form.initial.get("person")) if change else []
        record.rebuild_custody([form.instance.person, *before])
        if not form.instance.citations.exists():
            self.message_user(request, "No passage of a source supports this event yet.", messages.WARNING)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        person = obj.person
        super().delete_model(request, obj)
        record.rebuild_custody([person])


def person_link(person: Person) -> SafeString:
    """A person's page of the desk."""
    return format_html(
        '<a href="{}">{}</a>', reverse("admin:cases_person_change", args=[person.pk]), str(person)
    )
