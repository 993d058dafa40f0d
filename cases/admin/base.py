"""What every page of the desk shares: saves are verbs of the record, with a reason and an audit row."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import BaseModelAdmin
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import IntegrityError, models
from django.db.models import ForeignKey, ProtectedError, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from cases import history, record
from cases.admin.differences import entries
from cases.admin.widgets import Pick
from cases.models import Change
from cases.models.base import Record

if TYPE_CHECKING:
    Desk = BaseModelAdmin[Any]
    ModelDesk = admin.ModelAdmin[Any]
    Form = forms.ModelForm[Any]
    Tabular = admin.TabularInline[Any, Any]
    Stacked = admin.StackedInline[Any, Any]
    FormSet = forms.BaseInlineFormSet[Any, Any, Any]
else:
    Desk, ModelDesk, Form = BaseModelAdmin, admin.ModelAdmin, forms.ModelForm
    Tabular, Stacked, FormSet = admin.TabularInline, admin.StackedInline, forms.BaseInlineFormSet

CHANGES_A_PAGE = 100
ADDED = "Added by hand"
DELETED = "Deleted by hand"
NOT_ONE = "Not exactly one fits. Type more of the name, or the id."

# What else a page of the desk shows, as HTML: other packages add to these, so that the record need not
# know them.
PANELS: dict[type[models.Model], list[Callable[[Any], SafeString]]] = {}
# Why a row must not be deleted by hand, in a sentence; empty where nothing speaks against it.
OBJECTIONS: dict[type[models.Model], list[Callable[[Any], str]]] = {}


class LabelledForm(Form):
    """A form whose searched relations are shown by the rows that were fetched with the record."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, Pick) and name in self.instance._state.fields_cache:
                row = getattr(self.instance, name)
                if row is not None:
                    widget.labels[str(row.pk)] = str(row)


class ReasonedForm(LabelledForm):
    """A form of one record, with the reason that the history keeps."""

    reason = forms.CharField(
        label="Reason",
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="Kept in the history with what you change, with your name and the time.",
    )

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"].strip()
        if not reason and self.instance.pk:
            raise ValidationError("Say in a few words why you change this.")
        return reason or ADDED


class Picks(Desk):
    """Relations in `autocomplete_fields` are searched for with and without JavaScript."""

    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        models.TextField: {
            "widget": forms.Textarea(attrs={"rows": 3, "cols": 80, "class": "vLargeTextField"})
        },
    }

    def formfield_for_foreignkey(
        self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        if "widget" not in kwargs and db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Pick(db_field, self.admin_site)
            kwargs["error_messages"] = {"invalid_choice": NOT_ONE}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class TabularRecords(Picks, Tabular):
    """Rows of the record that hang on the page's record, a line each."""

    form = LabelledForm
    extra = 1


class StackedRecords(Picks, Stacked):
    """Rows of the record that hang on the page's record, a block each."""

    form = LabelledForm
    extra = 1


class HistoryPage(ModelDesk):
    """The history tab shows the audit log: who, when, what before and after, why."""

    history_form_template = "admin/desk/history.html"

    def changes(self, obj: models.Model) -> QuerySet[Change]:
        """The changes that the history of a record shows."""
        return history.changes_of(obj)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        obj = self.get_object(request, object_id)
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined,no-any-return]  # not in the stubs
        if not self.has_view_or_change_permission(request, obj):
            return HttpResponse(status=403)
        paginator = Paginator(self.changes(obj), CHANGES_A_PAGE)
        page = paginator.get_page(request.GET.get("page"))
        context = {
            **self.admin_site.each_context(request),
            "title": f"History: {obj}",
            "object": obj,
            "opts": self.opts,
            "page": page,
            "entries": entries(page.object_list),
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.history_form_template, context)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]  # it returns no entry
        """Nothing: the audit log has it, and Django's log would keep names that are later erased."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]  # it returns no entry
        """Nothing, for the same reason."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> None:  # type: ignore[override]  # it returns no entry
        """Nothing, for the same reason."""


class RecordAdmin(Picks, HistoryPage):
    """A page of the record: every write goes through `cases.record`."""

    form = ReasonedForm
    save_on_top = False
    list_per_page = 50
    show_full_result_count = False

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The page's own, and at the end the reason, for those who may change something."""
        fieldsets = list(super().get_fieldsets(request, obj))
        may = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return [*fieldsets, ("Why", {"fields": ["reason"]})] if may else fieldsets

    def save_model(self, request: HttpRequest, obj: Record, form: Any, change: bool) -> None:
        record.save(obj, **said(request, form))

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        rows = formset.save(commit=False)
        for row in formset.deleted_objects:
            record.delete(row, **said(request, form))
        for row in rows:
            self.complete(row, form.instance)
            record.save(row, **said(request, form))

    def complete(self, row: Any, parent: Any) -> None:
        """Fill in what an inline does not ask for."""

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """What must not be deleted by hand is refused with the reason."""
        obj = self.get_object(request, object_id)
        for objection in objections(obj):
            self.message_user(request, objection, messages.ERROR)
            return HttpResponseRedirect(
                reverse(f"admin:cases_{self.opts.model_name}_change", args=[object_id])
            )
        return super().delete_view(request, object_id, extra_context)

    def delete_model(self, request: HttpRequest, obj: Record) -> None:
        record.delete(obj, by=who(request), why=request.POST.get("reason", "").strip() or DELETED)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for obj in queryset:
            refused = objections(obj)
            if refused:
                self.message_user(request, f"{obj} stays. {refused[0]}", messages.ERROR)
            else:
                self.delete_model(request, obj)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """What the forms let pass and the record refuses is said plainly, and nothing is written."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except (ValidationError, IntegrityError, ProtectedError) as refused:
            self.message_user(request, f"Nothing was saved. {reason_of(refused)}", messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())


class ReadOnlyAdmin(ModelDesk):
    """Rows that are only looked at: what is appended by acts, and what is derived."""

    show_full_result_count = False
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def panels(obj: Any) -> SafeString:
    """What other packages show on a row's page."""
    return format_html_join("", "{}", ((panel(obj),) for panel in PANELS.get(type(obj), [])))


def objections(obj: Any) -> list[str]:
    """What speaks against deleting a row by hand, a sentence each."""
    return [reason for one in OBJECTIONS.get(type(obj), []) if (reason := one(obj))]


def who(request: HttpRequest) -> str:
    """The name that the audit log keeps."""
    return str(request.user.get_username())


def said(request: HttpRequest, form: Any) -> dict[str, str]:
    """Who changes the record on this page and why, as the verbs take it."""
    return {"by": who(request), "why": form.cleaned_data.get("reason", "") or ADDED}


def reason_of(refused: Exception) -> str:
    """A refusal in a sentence."""
    if isinstance(refused, ValidationError):
        return " ".join(refused.messages)
    if isinstance(refused, ProtectedError):
        return "Something that stays in the record refers to it."
    return f"The database refused it: {refused}"
