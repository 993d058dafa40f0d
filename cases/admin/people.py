"""A person of the record: everything about them on one page, with the quotes it rests on."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cases import countries, dates, derive, history, record, searching, vocab
from cases.admin.actions import PublishActions
from cases.admin.base import (
    OBJECTIONS,
    FormSet,
    LabelledForm,
    RecordAdmin,
    StackedRecords,
    TabularRecords,
    panels,
    said,
)
from cases.admin.filters import PUBLISHED, Country, Custody, Published, Sourced
from cases.admin.merging import PairActions
from cases.admin.passages import citation_html, with_text
from cases.admin.widgets import CodesField
from cases.models import (
    Affiliation,
    Change,
    Charge,
    Citation,
    Event,
    Person,
    PersonName,
    Recognition,
)
from cases.models.people import COUNTRY_CODE
from cases.publication.models import PublicPerson

# What a researcher sets by hand stays as set when documents are imported.
SETTLED = ("gender", "birth_date", "country", "occupation")


class NameForm(LabelledForm):
    """A spelling, in single blanks."""

    def clean_text(self) -> str:
        return " ".join(self.cleaned_data["text"].split())


class NameFormSet(FormSet):
    """The names of one person: one is the primary name, where there is any."""

    def clean(self) -> None:
        super().clean()
        kept = [
            form.cleaned_data
            for form in self.forms
            if getattr(form, "cleaned_data", None) and not form.cleaned_data.get("DELETE")
        ]
        if not kept:
            raise ValidationError("A person needs a name, so that they can be found.")
        if sum(bool(row.get("is_primary")) for row in kept) != 1:
            raise ValidationError("Mark exactly one name as the primary one.")


class NameInline(TabularRecords):
    model = PersonName
    form = NameForm
    formset = NameFormSet
    fields = ("text", "is_primary", "kind", "language", "visibility")
    verbose_name = "name"
    verbose_name_plural = "Names in every script and spelling"


class AffiliationInline(TabularRecords):
    model = Affiliation
    fields = ("organisation", "role", "title", "date", "visibility")
    autocomplete_fields = ("organisation",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Affiliation]:
        return super().get_queryset(request).select_related("organisation")


class ChargeInline(TabularRecords):
    model = Charge
    fields = ("law", "article", "as_worded", "status", "status_date", "visibility")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "as_worded":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 2, "cols": 40})
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class RecognitionForm(LabelledForm):
    """A recognition, its criteria as boxes."""

    criteria = CodesField(vocab.CRITERIA, label="Criteria")


class RecognitionInline(StackedRecords):
    model = Recognition
    form = RecognitionForm
    extra = 0
    fields = (
        ("organisation", "recognised_as", "decision"),
        ("date", "statement_url", "visibility"),
        "criteria",
    )
    autocomplete_fields = ("organisation",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Recognition]:
        return super().get_queryset(request).select_related("organisation")


def still_public(person: Person) -> str:
    """Why somebody must not be deleted while readers can see them."""
    shown = PublicPerson.objects.filter(pk=person.public_id).exists()
    return "There is a public page of this person. Withdraw it first." if shown else ""


OBJECTIONS.setdefault(Person, []).append(still_public)


@admin.register(Person)
class PersonAdmin(PairActions, PublishActions, RecordAdmin):
    actions = (*PublishActions.actions, *PairActions.actions)
    list_display = (
        "shown_name",
        "status",
        "country",
        "gender",
        "last_event",
        "sources",
        "visibility",
        "is_published",
    )
    list_filter = (Custody, Country, "gender", "visibility", Published, Sourced)
    search_fields = ("names__text",)  # shows the box; the search itself is cases.searching
    search_help_text = "Any spelling in any script, part of a name, initials, or an id."
    ordering = ("-updated_at", "-pk")
    inlines = (NameInline, AffiliationInline, ChargeInline, RecognitionInline)
    readonly_fields = ("custody", "timeline", "other_evidence", "panels")
    fieldsets = (
        (None, {"fields": ("custody", "visibility")}),
        ("What happened", {"fields": ("timeline", "panels")}),
        ("Person", {"fields": (("gender", "birth_date"), ("country", "occupation"), "summary", "notes")}),
        ("Quotes for names, roles, charges and recognitions", {"fields": ("other_evidence",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        names = PersonName.objects.order_by("-is_primary", "pk")
        people = super().get_queryset(request).annotate(published=PUBLISHED)
        found: QuerySet[Person] = people.prefetch_related(Prefetch("names", names))
        return found

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """A person who is not in the record yet has no events to show."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is not None:
            return fieldsets
        shown = [one for one in fieldsets if "timeline" not in one[1]["fields"]]
        shown = [one for one in shown if "other_evidence" not in one[1]["fields"]]
        return [
            (name, {**one, "fields": [f for f in one["fields"] if f != "custody"]}) for name, one in shown
        ]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Person], search_term: str
    ) -> tuple[QuerySet[Person], bool]:
        queryset = queryset.filter(merged_into=None)  # who was merged is found as who they are
        if not search_term.strip():
            return queryset, False
        found = searching.people(search_term, queryset)
        chosen_order = bool(request) and request.GET.get("o")
        return (found.order_by(*queryset.query.order_by) if chosen_order else found), False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().changelist_view(request, {"title": "People of the record", **(extra_context or {})})

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The list with what its columns read, in a fixed number of queries."""
        changelist = super().get_changelist_instance(request)
        page: Iterable[Person] = changelist.result_list
        if isinstance(page, QuerySet):
            changelist.result_list = page.prefetch_related(derive.with_events(), "names__citations")
        return changelist

    @admin.display(description="Name")
    def shown_name(self, person: Person) -> str:
        return str(person)

    @admin.display(description="Status")
    def status(self, person: Person) -> str:
        custody = derive.custody_of(person)
        label = vocab.STATUSES.label(custody.status)
        return f"{label} (reported)" if custody.reported_only else label

    @admin.display(description="Last event")
    def last_event(self, person: Person) -> str:
        dated = [event for event in person.events.all() if event.date and event.modality != "planned"]
        if not dated:
            return "–"
        last = max(dated, key=lambda event: (dates.sort_key(dates.parse(event.date)), event.pk))
        return f"{vocab.EVENT_KINDS.label(last.kind)}, {dates.parse(last.date).show()}"

    @admin.display(description="Sources")
    def sources(self, person: Any) -> int:
        events = {one.source_id for event in person.events.all() for one in event.supporting}
        return len(events | {one.source_id for name in person.names.all() for one in name.citations.all()})

    @admin.display(description="Published", boolean=True)
    def is_published(self, person: Any) -> bool:
        return bool(person.published)

    @admin.display(description="Custody")
    def custody(self, person: Person) -> SafeString:
        found = derive.custody_of(person)
        return format_html(
            "<strong>{}</strong>{}{}<br>{}",
            vocab.STATUSES.label(found.status),
            f", since {found.since.show()}" if found.since else "",
            f", last confirmed on {found.last_confirmed.show()}" if found.last_confirmed else "",
            found.reason or "Derived from the events below; never typed.",
        )

    @admin.display(description="Events")
    def timeline(self, person: Person) -> str:
        events = sorted(_events(person), key=lambda event: (_when(event), event.pk))
        rows = [
            (event, shown(event.date), [citation_html(one) for one in event.citations.all()])
            for event in events
        ]
        return render_to_string("admin/desk/timeline.html", {"person": person, "rows": rows})

    @admin.display(description="Quotes")
    def other_evidence(self, person: Person) -> str:
        citations = with_text(Citation.objects.filter(_about(person)))
        citations = citations.select_related(
            "name", "charge", "affiliation__organisation", "recognition__organisation"
        )
        rows = [(str(one.target), citation_html(one)) for one in citations]
        return render_to_string("admin/desk/evidence.html", {"rows": rows})

    @admin.display(description="Open proposals")
    def panels(self, person: Person) -> str:
        return panels(person)

    def changes(self, obj: Any) -> QuerySet[Change]:
        """The history of a person is that of everything about them."""
        return history.changes_of_person(obj)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.settled = sorted({*obj.settled, *(name for name in SETTLED if name in form.changed_data)})
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        person: Person = form.instance
        renamed = formset.model is PersonName and any(
            "is_primary" in one.changed_data for one in formset.forms
        )
        if renamed and "primary_name" not in person.settled:
            person.settled = sorted({*person.settled, "primary_name"})
            record.save(person, **said(request, form))

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "country":
            return country_field(db_field)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


def country_field(db_field: Any) -> forms.ChoiceField:
    """A country by its name, stored by its code."""
    named = sorted(
        ((code, countries.country_name(code)) for code in countries.country_codes()), key=lambda one: one[1]
    )
    return forms.ChoiceField(
        choices=[("", "Not known"), *named],
        required=False,
        validators=[COUNTRY_CODE],
        help_text=db_field.help_text,
    )


def shown(date: str) -> str:
    """A partial date in words."""
    return dates.parse(date).show() if date else "date unknown"


def _events(person: Person) -> QuerySet[Event]:
    related = person.events.select_related("sentence", "release", "organisation", "incident")
    return related.prefetch_related(Prefetch("citations", with_text(Citation.objects.all())), "charges")


def _when(event: Event) -> Any:
    return dates.sort_key(dates.parse(event.date) if event.date else None)


def _about(person: Person) -> Q:
    """Citations of names, charges, roles and recognitions; a look-up each, so that the indexes serve."""
    return (
        Q(name__in=person.names.values("pk"))
        | Q(charge__in=person.charges.values("pk"))
        | Q(affiliation__in=person.affiliations.values("pk"))
        | Q(recognition__in=person.recognitions.values("pk"))
    )
