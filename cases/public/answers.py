"""How the public side answers: whom it answers, how long an answer may be kept, and files."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from cases.public.exports import Table
from cases.public.strict import StrictFilterSet
from cases.publication.columns import Context

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]", "testserver")
SECONDS_KEPT = 60  # a withdrawn page is gone everywhere within this time

P = ParamSpec("P")


def public(view: Callable[P, HttpResponseBase]) -> Callable[P, HttpResponseBase]:
    """A view for everybody: GET and HEAD only, and any cache may keep the answer for a short while."""

    @wraps(view)
    def answer(*args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        response = view(*args, **kwargs)
        patch_cache_control(response, public=True, max_age=SECONDS_KEPT)
        return response

    safe: Callable[P, HttpResponseBase] = require_safe(answer)
    return safe


def listed(
    request: HttpRequest, template: str, listing: StrictFilterSet, values: dict[str, Any]
) -> HttpResponse:
    """A page with a list; status 400 where the address was not understood."""
    status = 400 if listing.problems else 200
    return render(request, template, {"listing": listing, **values}, status=status)


def moved(request: HttpRequest, path: str) -> HttpResponsePermanentRedirect | None:
    """A redirect if this is not how the address of the page is written now."""
    return HttpResponsePermanentRedirect(path) if request.path != path else None


def context() -> Context:
    """What computed columns depend on; never the request, so that a file is the same for everybody."""
    return Context(today=timezone.now().date(), base=site_address())


def site_address() -> str:
    """The address of the site by its first public host; empty on a machine of one's own."""
    for host in settings.ALLOWED_HOSTS:
        if host not in LOCAL_HOSTS and not host.startswith((".", "*")):
            return f"{'https' if settings.HTTPS else 'http'}://{host}"
    return ""


def file(name: str, media_type: str, chunks: Iterator[str], download: bool = True) -> StreamingHttpResponse:
    """A file, sent as it is written; to take away, or to read in the browser."""
    response = StreamingHttpResponse(chunks, content_type=media_type)
    disposition = "attachment" if download else "inline"
    response.headers["Content-Disposition"] = f'{disposition}; filename="{name}"'
    return response


def csv_file(key: str, listing: StrictFilterSet, table: Table) -> HttpResponseBase:
    """A list as CSV, or 400 with the reason."""
    if listing.problems:
        return HttpResponse(reasons(listing), status=400, content_type="text/plain; charset=utf-8")
    return file(f"{key}-{table.context.today:%Y-%m-%d}.csv", "text/csv; charset=utf-8", table.csv())


def reasons(listing: StrictFilterSet) -> str:
    """What was wrong with an address, a line each."""
    lines = [f"{one.name}: {one.message}" if one.name else one.message for one in listing.problems]
    return "".join(f"{line}\n" for line in lines)
