"""Addresses: the research desk, and the public pages."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

desk = [path("admin/", admin.site.urls)] if settings.ADMIN_ENABLED else []
urlpatterns: list[URLPattern | URLResolver] = [*desk, path("", include("cases.public.urls"))]
