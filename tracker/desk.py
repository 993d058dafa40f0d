"""Sessions, users and messages, for the research desk only.

Django's own classes, asleep outside /admin/: a public page has no user, reads no session and
sets no cookie, whoever asks for it.
"""

from collections.abc import Awaitable

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.deprecation import MiddlewareMixin

DESK = "/admin/"


class DeskOnly(MiddlewareMixin):
    """Skips the middleware it is mixed into, outside the desk."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase | Awaitable[HttpResponseBase]:
        if request.path_info.startswith(DESK):
            return super().__call__(request)
        return self.get_response(request)


class DeskSessions(DeskOnly, SessionMiddleware):
    """Sessions, on the desk."""


class DeskUsers(DeskOnly, AuthenticationMiddleware):
    """`request.user`, on the desk."""


class DeskMessages(DeskOnly, MessageMiddleware):
    """Messages to the user, on the desk."""
