"""Publishing and withdrawing from the lists of the desk: a page asks why, then says what happened."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from cases.admin.base import ModelDesk, who
from cases.publication.publish import publish, withdraw

Act = Callable[["PublishActions", HttpRequest, list[Any], str], None]
# What the verbs of publication call the rows of each model.
GROUPS = {"person": "persons", "incident": "incidents", "figure": "figures"}


class PublishActions(ModelDesk):
    """Adds publish and withdraw to a list whose rows are subjects of publications."""

    actions: tuple[str, ...] = ("publish_selected", "withdraw_selected")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Whether this user may add to the log of publications."""
        return bool(request.user.has_perm("publication.add_version"))

    @admin.action(description="Publish …", permissions=["publish"])
    def publish_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """The record as it stands, to the public pages."""
        return self._ask(request, queryset, "publish_selected", "Publish", _publish)

    @admin.action(description="Withdraw from the public pages …", permissions=["publish"])
    def withdraw_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """The public page goes; the record and the log stay."""
        return self._ask(request, queryset, "withdraw_selected", "Withdraw", _withdraw)

    def _ask(
        self, request: HttpRequest, queryset: QuerySet[Any], action: str, verb: str, act: Act
    ) -> HttpResponse | None:
        if not self.has_publish_permission(request):
            raise PermissionDenied
        reason = request.POST.get("reason", "").strip()
        if "confirmed" in request.POST and reason:
            act(self, request, list(queryset), reason)
            return None
        return ask_reason(
            self,
            request,
            queryset,
            action=action,
            verb=verb,
            note="The reason is kept in the public log of versions."
            if verb == "Withdraw"
            else "Only what is marked public is published, each fact with its quotes.",
        )


def ask_reason(
    desk: ModelDesk, request: HttpRequest, queryset: QuerySet[Any], *, action: str, verb: str, note: str = ""
) -> HttpResponse:
    """The page between choosing rows and acting on them: what is meant, and why."""
    context = {
        **desk.admin_site.each_context(request),
        "title": f"{verb}: {queryset.count()} {desk.opts.verbose_name_plural}",
        "opts": desk.opts,
        "verb": verb,
        "note": note,
        "action": action,
        "rows": list(queryset),
        "selected": ACTION_CHECKBOX_NAME,
        "missing": "confirmed" in request.POST,
    }
    return TemplateResponse(request, "admin/desk/reason.html", context)


def _publish(desk: PublishActions, request: HttpRequest, rows: list[Any], why: str) -> None:
    report = publish(**_group(desk, rows), by=who(request), why=why)
    names = {row.public_id: str(row) for row in rows}
    if report.published:
        said = _listed(names[version.subject_id] for version in report.published)
        desk.message_user(request, f"Published: {said}.", messages.SUCCESS)
    if report.unchanged:
        said = _listed(names[public_id] for _, public_id in report.unchanged)
        desk.message_user(request, f"Unchanged, so nothing was added to the log: {said}.")
    for refusal in report.refused:
        said = f"Not published: {names[refusal.subject[1]]}. {refusal.reason}"
        desk.message_user(request, said, messages.WARNING)


def _withdraw(desk: PublishActions, request: HttpRequest, rows: list[Any], why: str) -> None:
    versions = withdraw(**_group(desk, rows), by=who(request), why=why)
    gone = {version.subject_id for version in versions}
    if gone:
        said = _listed(str(row) for row in rows if row.public_id in gone)
        desk.message_user(request, f"Withdrawn: {said}.", messages.SUCCESS)
    if len(gone) < len(rows):
        said = _listed(str(row) for row in rows if row.public_id not in gone)
        desk.message_user(request, f"Not public, so there was nothing to withdraw: {said}.")


def _group(desk: PublishActions, rows: list[Any]) -> dict[str, Any]:
    return {GROUPS[str(desk.opts.model_name)]: rows}


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
