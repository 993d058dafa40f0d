"""Addresses: the research desk, and the public pages."""

from importlib.util import find_spec

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = []
if settings.ADMIN_ENABLED:
    urlpatterns += [path("admin/", admin.site.urls)]
if find_spec("cases.public") and find_spec("cases.public.urls"):
    urlpatterns += [path("", include("cases.public.urls"))]
