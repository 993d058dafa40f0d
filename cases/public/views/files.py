"""Small files that browsers and robots ask for by name."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.templatetags.static import static

from cases.public.answers import public

ROBOTS = "User-agent: *\nDisallow: /admin/\n"


@public
def robots(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001 - a view takes its request
    """Robots may read what people may read; lists with filters are for people."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


@public
def favicon(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001 - a view takes its request
    """Browsers ask for this name whatever a page says."""
    return HttpResponsePermanentRedirect(static("favicon.svg"))
