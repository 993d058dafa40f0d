"""Review of proposals at the desk: one by one, and in bulk."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cases import dates, vocab
from cases.admin.actions import ask_reason
from cases.admin.base import OBJECTIONS, PANELS, ReadOnlyAdmin, who
from cases.admin.passages import in_context, source_link
from cases.models import Document, Event, Person, PersonName, Source
from importers.accept import Accepted, accept, reject, settle
from importers.admin.review import ReviewForm, kinds
from importers.models import Proposal

REVIEWED = "Reviewed"


class State(admin.SimpleListFilter):
    """What is open, unless another state is asked for."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*vocab.PROPOSAL_STATES.choices, ("all", "All")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "all" or request.method == "POST":
            return queryset
        return queryset.filter(state=self.value() or "open")

    def choices(self, changelist: Any) -> Any:
        """Without the “All” that Django puts first, which would be a second one."""
        asked = self.value() or "open"
        for code, label in self.lookup_choices:
            link = changelist.get_query_string({self.parameter_name: code})
            yield {"selected": code == asked, "query_string": link, "display": label}


class Confidence(admin.SimpleListFilter):
    """How sure the rules are."""

    title = "confidence"
    parameter_name = "sure"
    BANDS = {"high": Q(confidence__gte=0.9), "middle": Q(confidence__gte=0.7, confidence__lt=0.9)}

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("high", "0.9 and more"), ("middle", "0.7 to 0.9"), ("low", "less than 0.7")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.value():
            return queryset
        return queryset.filter(self.BANDS.get(str(self.value()), Q(confidence__lt=0.7)))


class Match(admin.SimpleListFilter):
    """Whether it is known whom a proposal is about."""

    title = "who is meant"
    parameter_name = "match"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return vocab.MATCHES.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(mention__match=self.value()) if self.value() else queryset


@admin.register(Proposal)
class ProposalAdmin(ReadOnlyAdmin):
    form = ReviewForm
    change_form_template = "admin/importers/proposal/review.html"
    list_display = ("proposed", "about", "quoted", "sure", "state")
    list_filter = (State, Match, "subject", "kind", Confidence, "document")
    search_fields = ("mention__name", "quote", "rule")
    search_help_text = "A name as the document writes it, words of the passage, or a rule."
    ordering = ("document", "start", "pk")
    list_per_page = 25
    actions = ("accept_selected", "reject_selected")
    readonly_fields = ("passage", "about", "by_rule", "said_by_rules", "decided")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().changelist_view(request, {"title": "Proposals to review", **(extra_context or {})})

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Reviewing is changing; adding and deleting by hand is not possible."""
        return bool(request.user.has_perm("importers.change_proposal"))

    def has_review_permission(self, request: HttpRequest) -> bool:
        """Whether this user may decide."""
        return self.has_change_permission(request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Proposal]:
        return with_text(super().get_queryset(request))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Only what applies: numbers are nobody's and have no modality."""
        of_person = obj is not None and obj.subject == "person"
        reading: list[Any] = ["kind", ("date", "date_basis"), *(["modality"] if of_person else []), "details"]
        asked = [("Who is meant", {"fields": ["who", "other"]})] if of_person else []
        return [
            (None, {"fields": ["passage", "about", "by_rule", "said_by_rules", "decided"]}),
            ("The reading, as it would enter the record", {"fields": reading}),
            *asked,
            ("Decision", {"fields": ["reason"]}),
        ]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The review form declares all its fields; nothing of the row itself is typed."""
        return super().get_form(request, obj, change, **{**kwargs, "fields": []})

    @admin.display(description="Proposed", ordering="kind")
    def proposed(self, proposal: Proposal) -> str:
        return summary(proposal)

    @admin.display(description="About", ordering="mention__name")
    def about(self, proposal: Proposal) -> SafeString | str:
        mention = proposal.mention
        if mention is None:
            return "–"
        if mention.person is None:
            return f"{mention.name} ({mention.get_match_display().lower()})"
        address = reverse("admin:cases_person_change", args=[mention.person.pk])
        return format_html('{}: <a href="{}">{}</a>', mention.name, address, mention.person)

    @admin.display(description="Passage")
    def quoted(self, proposal: Proposal) -> SafeString:
        return in_context(proposal.document.text, proposal.start, proposal.end)

    @admin.display(description="Sure", ordering="confidence")
    def sure(self, proposal: Proposal) -> str:
        return f"{proposal.confidence:.2f}"

    @admin.display(description="Passage")
    def passage(self, proposal: Proposal) -> SafeString:
        return format_html(
            '<div class="quoted">{}<p class="from">{}</p></div>',
            self.quoted(proposal),
            source_link(proposal.source),
        )

    @admin.display(description="Rule")
    def by_rule(self, proposal: Proposal) -> str:
        reasons = f": {'; '.join(proposal.reasons)}" if proposal.reasons else ""
        return f"{proposal.rule}, version {proposal.rule_version}, {proposal.confidence:.2f} sure{reasons}"

    @admin.display(description="The rules say")
    def said_by_rules(self, proposal: Proposal) -> str:
        return render_to_string("admin/desk/answer.html", {"answer": flat(proposal.machine)})

    @admin.display(description="State")
    def decided(self, proposal: Proposal) -> str:
        state = proposal.get_state_display()
        if not proposal.decided_by or proposal.decided_at is None:
            return str(state)
        when = f"{proposal.decided_at:%Y-%m-%d %H:%M} UTC"
        return f"{state} by {proposal.decided_by} on {when}. {proposal.why}".strip()

    @transaction.atomic
    def save_model(self, request: HttpRequest, obj: Proposal, form: Any, change: bool) -> None:
        """The reviewer's reading beside the machine's; then who is meant; then the verdict."""
        why = form.cleaned_data["reason"].strip() or REVIEWED
        decision = form.decision()
        amended = decision != obj.decision
        if amended:
            obj.decision = decision
            obj.save(update_fields=["decision"])
        if obj.mention and form.says_who:
            settle(obj.mention, form.person(), by=who(request), why=why)
        if form.verdict == "reject":
            reject([obj], by=who(request), why=why)
        elif form.verdict == "accept" or (amended and obj.state == "accepted"):
            if obj.state == "accepted":
                Proposal.objects.filter(pk=obj.pk).update(state="open")
                obj.state = "open"
            tell(self, request, accept([obj], by=who(request), why=why))

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]  # it returns no entry
        """Nothing: the proposal keeps its decision, and the audit log what came of it."""

    @admin.action(description="Accept …", permissions=["review"])
    def accept_selected(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> HttpResponse | None:
        """Take proposals into the record."""
        why = confirmed(request)
        if not why:
            return ask_reason(self, request, queryset, action="accept_selected", verb="Accept")
        tell(self, request, accept(list(queryset), by=who(request), why=why))
        return None

    @admin.action(description="Reject …", permissions=["review"])
    def reject_selected(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> HttpResponse | None:
        """Refuse proposals; what an acceptance put into the record is taken back."""
        why = confirmed(request)
        if not why:
            return ask_reason(self, request, queryset, action="reject_selected", verb="Reject")
        number = reject(list(queryset), by=who(request), why=why)
        self.message_user(request, f"Rejected: {number}.", messages.SUCCESS)
        return None


def confirmed(request: HttpRequest) -> str:
    """The reason given on the page between; empty before it."""
    return request.POST.get("reason", "").strip() if "confirmed" in request.POST else ""


def tell(desk: ProposalAdmin, request: HttpRequest, report: Accepted) -> None:
    """What became of accepted proposals."""
    if report.taken:
        people = Person.objects.filter(public_id__in=report.people).prefetch_related("names")
        of = ", ".join(sorted(str(person) for person in people))
        desk.message_user(
            request, f"Accepted: {report.taken}{f', about {of}' if of else ''}.", messages.SUCCESS
        )
    for question in report.left:
        desk.message_user(request, f"Left open: {question}", messages.WARNING)


def with_text(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """Proposals with all that their lines show, in a fixed number of queries."""
    names = Prefetch("mention__person__names", PersonName.objects.order_by("-is_primary", "pk"))
    documents = Prefetch("document", Document.objects.defer("original"))
    related = proposals.select_related("source", "mention__person", "mention__document")
    return related.defer("mention__document__original", "mention__document__text").prefetch_related(
        documents, names
    )


def summary(proposal: Proposal) -> str:
    """A proposal in a few words: “Sentence, 6 September 2021 (reported): years 11”."""
    answer = proposal.answer
    label = dict(kinds(proposal)).get(answer.get("kind", ""), answer.get("kind", ""))
    when = shown(answer.get("date") or "")
    modality = answer.get("modality", "stated")
    hedge = f" ({vocab.MODALITIES.label(modality).lower()})" if modality not in ("", "stated") else ""
    values = answer.get("values", {name: answer[name] for name in ("qualifier", "count") if answer.get(name)})
    said = ", ".join(f"{name} {value}" for name, value in flat(values))
    return f"{label}{f', {when}' if when else ''}{hedge}{f': {said}' if said else ''}"


def shown(date: str) -> str:
    """A date in words; as it stands where it is none."""
    try:
        return dates.parse(date).show() if date else ""
    except dates.DateError:
        return date


def flat(answer: dict[str, Any]) -> list[tuple[str, str]]:
    """An answer as lines of names and values; what is empty or only for the machine is left out."""
    asked = {name: value for name, value in answer.items() if name not in ("values", "phrase")}
    rows = {**asked, **answer.get("values", {})}
    return [(name.replace("_", " "), in_words(value)) for name, value in rows.items() if in_words(value)]


def in_words(value: Any) -> str:
    """A value of an answer for people: lists joined, yes for true, nothing for what is empty or false."""
    if isinstance(value, list | tuple):
        return "; ".join(in_words(one) for one in value)
    if isinstance(value, dict):
        return "; ".join(f"{name} {in_words(one)}" for name, one in value.items())
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value).replace("_", " ")


def panel(proposals: Iterable[Proposal]) -> SafeString:
    """Proposals as a table on another page of the desk."""
    rows = [(one, summary(one)) for one in proposals]
    return render_to_string("admin/desk/proposals.html", {"rows": rows})


def of_source(source: Source) -> SafeString:
    """The proposals from a source."""
    return panel(with_text(source.proposals.order_by("start", "pk")))


def of_person(person: Person) -> SafeString:
    """The proposals about a person that nobody has decided."""
    return panel(with_text(Proposal.objects.filter(mention__person=person, state="open").order_by("pk")))


def of_event(event: Event) -> SafeString:
    """The proposals that an event was made from."""
    return panel(with_text(event.proposals.order_by("pk")))


def rests_on_proposals(event: Event) -> str:
    """Why an event is not deleted by hand: the next acceptance would bring it back."""
    number = event.proposals.filter(state="accepted").count()
    return f"This event rests on {number} accepted proposals. Reject those instead." if number else ""


PANELS.setdefault(Source, []).append(of_source)
PANELS.setdefault(Person, []).append(of_person)
PANELS.setdefault(Event, []).append(of_event)
OBJECTIONS.setdefault(Event, []).append(rests_on_proposals)
