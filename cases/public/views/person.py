"""A person's page: one row of the publication, shown."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from cases.public.answers import moved, public
from cases.public.portrait import description, portrait
from cases.public.words import is_stale
from cases.publication.models import PublicDocument


@public
def person(request: HttpRequest, key: str) -> HttpResponseBase:
    """Everything published of a person. Withdrawn and never published are the same 404."""
    page = get_object_or_404(PublicDocument, subject_type="person", subject_id=key)
    if redirect := moved(request, page.path):
        return redirect
    values = {
        "page": page,
        "document": page.body,
        "description": description(page.body),
        "is_stale": is_stale(page.body["status"], timezone.now().date()),
    }
    return render(request, "person.html", {**values, **portrait(page.body)})
