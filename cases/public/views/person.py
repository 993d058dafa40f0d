"""A person's page: one row of the publication, shown."""

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from cases.public.answers import moved, public
from cases.public.portrait import description, portrait
from cases.public.words import is_stale
from cases.publication.models import PublicDocument, PublicRedirect

MOST_STEPS = 20  # of one person merged into the next


@public
def person(request: HttpRequest, key: str) -> HttpResponseBase:
    """Everything published of a person. Withdrawn and never published are the same 404.

    The address of somebody who turned out to be another published person leads to that one's page.
    """
    page = _page(key)
    if page is None:
        raise Http404
    if page.subject_id != key:
        return HttpResponsePermanentRedirect(page.path)
    if redirect := moved(request, page.path):
        return redirect
    values = {
        "page": page,
        "document": page.body,
        "description": description(page.body),
        "is_stale": is_stale(page.body["status"], timezone.now().date()),
    }
    return render(request, "person.html", {**values, **portrait(page.body)})


def _page(key: str) -> PublicDocument | None:
    """The document at an address, or where that leads; a redirect to what is withdrawn leads nowhere."""
    for _ in range(MOST_STEPS):
        page = PublicDocument.objects.filter(subject_type="person", subject_id=key).first()
        redirect = None if page else PublicRedirect.objects.filter(pk=key).first()
        if redirect is None:
            return page
        key = redirect.target_id
    return None
