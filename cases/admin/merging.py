"""One person or two: two people side by side with what was said of them, merges to undo, open questions."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cases import dates, derive, merging, names, vocab
from cases.admin.actions import ask_reason
from cases.admin.base import ModelDesk, ReadOnlyAdmin, reason_of, who
from cases.models import Decision, Merge, Person
from cases.publication.models import PublicPerson

KEEP_FIRST, KEEP_SECOND = "first", "second"
OPEN = ("asked", "unsure")


class VerdictForm(forms.Form):
    """What a researcher holds of two people, and why."""

    verdict = forms.ChoiceField(label="They are", widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Reason", max_length=500, widget=forms.TextInput(attrs={"class": "vTextField"})
    )

    def __init__(self, *args: Any, pair: "tuple[Person, Person]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verdict"].choices = [  # type: ignore[attr-defined]  # a choice field
            (KEEP_FIRST, f"one person: keep the first record, {pair[0]} ({pair[0].public_id})"),
            (KEEP_SECOND, f"one person: keep the second record, {pair[1]} ({pair[1].public_id})"),
            ("different", "two people"),
            ("unsure", "not to be told yet"),
        ]


class PairActions(ModelDesk):
    """Adds to the list of people the page on which two of them are compared."""

    actions: tuple[str, ...] = ("compare_selected",)

    def get_urls(self) -> list[URLPattern]:
        pair = path("pair/<str:one>/<str:other>/", self.admin_site.admin_view(self.pair), name="cases_pair")
        return [pair, *super().get_urls()]

    @admin.action(description="Are these two one person? …", permissions=["change"])
    def compare_selected(self, request: HttpRequest, queryset: QuerySet[Person]) -> HttpResponse | None:
        """Two people side by side, to be merged or to be told apart."""
        chosen = list(queryset.values_list("public_id", flat=True)[:3])
        if len(chosen) != 2:
            self.message_user(request, "Choose exactly two people.", messages.WARNING)
            return None
        return HttpResponseRedirect(pair_address(*chosen))

    def pair(self, request: HttpRequest, one: str, other: str) -> HttpResponse:
        """The page of two people; what is decided there is written down with its reason."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        people = _pair(one, other)
        form = VerdictForm(request.POST or None, pair=people)
        if request.method == "POST" and form.is_valid() and self._decide(request, people, form.cleaned_data):
            return HttpResponseRedirect(reverse("admin:cases_decision_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "title": f"{people[0]} and {people[1]}: one person?",
            "opts": self.opts,
            "sides": [_side(person) for person in people],
            "reasons": _reasons(*people),
            "decisions": _decisions(*people),
            "form": form,
        }
        return TemplateResponse(request, "admin/desk/pair.html", context)

    def _decide(self, request: HttpRequest, people: tuple[Person, Person], said: dict[str, str]) -> bool:
        verdict, why, by = said["verdict"], said["reason"], who(request)
        try:
            if verdict in (KEEP_FIRST, KEEP_SECOND):
                kept, gone = people if verdict == KEEP_FIRST else people[::-1]
                _may_publish(request, *people)
                merging.merge(gone, into=kept, by=by, why=why)
                self.message_user(request, f"{gone} is part of {kept} now.", messages.SUCCESS)
            else:
                merging.decide(people[0].public_id, people[1].public_id, verdict, by=by, why=why)
                self.message_user(request, f"Written down: {vocab.VERDICTS.label(verdict).lower()}.")
        except ValidationError as refused:
            self.message_user(request, f"Nothing was changed. {reason_of(refused)}", messages.ERROR)
            return False
        return True


def pair_address(one: str, other: str) -> str:
    """Where two people are compared."""
    return reverse("admin:cases_pair", args=[one, other])


def _pair(one: str, other: str) -> tuple[Person, Person]:
    found = {
        person.public_id: person
        for person in Person.objects.filter(public_id__in=[one, other], merged_into=None).prefetch_related(
            "names", derive.with_events(), "affiliations__organisation"
        )
    }
    if len(found) != 2:
        raise Http404("One of them is not in the record, or was merged.")
    return found[one], found[other]


def _may_publish(request: HttpRequest, *people: Person) -> None:
    """A merge of somebody published changes public pages: only who may publish does it."""
    shown = PublicPerson.objects.filter(pk__in=[person.public_id for person in people]).exists()
    if shown and not request.user.has_perm("publication.add_version"):
        raise PermissionDenied


def _side(person: Person) -> dict[str, Any]:
    """A person in lines: what may speak for or against their being somebody else."""
    events = [
        f"{vocab.EVENT_KINDS.label(event.kind)}{f', {shown(event.date)}' if event.date else ''}"
        f"{f', {event.place}' if event.place else ''}"
        for event in person.events.all()
    ]
    return {
        "person": person,
        "lines": [
            ("Names", [name.text for name in person.names.all()]),
            ("Gender", [vocab.GENDERS.label(person.gender)]),
            ("Born", [shown(person.birth_date)]),
            ("Country", [person.country]),
            ("Occupation", [person.occupation]),
            ("Roles", [str(one) for one in person.affiliations.all()]),
            ("Status", [vocab.STATUSES.label(derive.custody_of(person).status)]),
            ("Events", events),
        ],
    }


def shown(date: str) -> str:
    """A partial date in words; empty where nothing is known."""
    return dates.parse(date).show() if date else ""


def _reasons(one: Person, other: Person) -> list[str]:
    """How the two names that agree best agree, in sentences."""
    pairs = [
        (names.compare(left.text, right.text), left.text, right.text)
        for left in one.names.all()
        for right in other.names.all()
    ]
    if not pairs:
        return []
    match, left, right = max(pairs, key=lambda pair: pair[0].score)
    return [f"“{left}” and “{right}” agree to {match.score:.2f}.", *match.reasons]


def _decisions(one: Person, other: Person) -> QuerySet[Decision]:
    first, second = sorted((one.public_id, other.public_id))
    return Decision.objects.filter(one=first, other=second)


class State(admin.SimpleListFilter):
    """What is open, unless something else is asked for."""

    title = "verdict"
    parameter_name = "verdict"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*vocab.VERDICTS.choices, ("all", "All")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "all":
            return queryset
        return queryset.filter(verdict__in=[self.value()] if self.value() else OPEN)

    def choices(self, changelist: Any) -> Any:
        """What is open first, which Django would call “All”."""
        asked = self.value()
        yield {
            "selected": not asked,
            "query_string": changelist.get_query_string(remove=["verdict"]),
            "display": "Open",
        }
        for code, label in self.lookup_choices:
            link = changelist.get_query_string({self.parameter_name: code})
            yield {"selected": code == asked, "query_string": link, "display": label}


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    """Pairs of people of whom it was asked or said whether they are one: open ones unless asked otherwise."""

    list_display = ("pair", "verdict", "score", "by", "at", "why")
    list_filter = (State,)
    list_display_links = None
    search_fields = ("=one", "=other", "by", "why")
    search_help_text = "The id of a person, who decided, or a word of the reason."
    fields = ("one", "other", "verdict", "score", "by", "at", "why")
    readonly_fields = fields

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().changelist_view(
            request, {"title": "One person or two: open questions", **(extra_context or {})}
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Decision]:
        return merging.standing()

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The list with the people of its page, in a fixed number of queries."""
        changelist = super().get_changelist_instance(request)
        rows = list(changelist.result_list)
        ids = {key for row in rows for key in (row.one, row.other)}
        people = Person.objects.filter(public_id__in=ids).prefetch_related("names")
        found = {person.public_id: person for person in people}
        for row in rows:
            row.__dict__["people"] = [found.get(key) for key in (row.one, row.other)]
        changelist.result_list = rows
        return changelist

    @admin.display(description="People")
    def pair(self, decision: Any) -> SafeString | str:
        people: list[Person | None] = decision.people
        called = [str(person or "somebody no longer there") for person in people]
        if any(person is None or person.merged_into_id for person in people):
            return " and ".join(called)
        address = pair_address(decision.one, decision.other)
        return format_html('<a href="{}">{} and {}</a>', address, *called)


@admin.register(Merge)
class MergeAdmin(ReadOnlyAdmin):
    """Every merge and every undoing; a merge that holds can be undone, with a reason."""

    list_display = ("at", "kept", "merged", "what", "by", "why")
    list_display_links = None
    actions = ("undo_selected",)
    search_fields = ("=kept", "=merged", "by", "why")
    search_help_text = "The id of a person, who did it, or a word of the reason."
    fields = ("at", "kept", "merged", "by", "why")
    readonly_fields = fields

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().changelist_view(
            request, {"title": "Merges and their undoing", **(extra_context or {})}
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Merge]:
        found: QuerySet[Merge] = super().get_queryset(request).select_related("undone").defer("changed")
        return found

    @admin.display(description="What")
    def what(self, merge: Merge) -> str:
        if merge.undoes_id:
            return "undoing"
        return "merge, undone" if hasattr(merge, "undone") else "merge"

    def has_undo_permission(self, request: HttpRequest) -> bool:
        """Whether this user may take records apart, which can change public pages."""
        return bool(request.user.has_perms(["cases.change_person", "publication.add_version"]))

    @admin.action(description="Undo …", permissions=["undo"])
    def undo_selected(self, request: HttpRequest, queryset: QuerySet[Merge]) -> HttpResponse | None:
        """Both records as they were; the pages of both follow."""
        why = request.POST.get("reason", "").strip() if "confirmed" in request.POST else ""
        if not why:
            note = "What was added since stays with the person who was kept."
            return ask_reason(self, request, queryset, action="undo_selected", verb="Undo", note=note)
        for merge in queryset.order_by("-pk"):
            try:
                merging.undo(merge, by=who(request), why=why)
            except ValidationError as refused:
                self.message_user(request, f"{merge}: {reason_of(refused)}", messages.ERROR)
            else:
                self.message_user(request, f"{merge}: undone.", messages.SUCCESS)
        return None


def questions_about(person: Person) -> QuerySet[Decision]:
    """The open questions in which somebody stands."""
    mine = Q(one=person.public_id) | Q(other=person.public_id)
    return merging.standing().filter(mine, verdict__in=OPEN)
