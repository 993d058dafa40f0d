"""The public side as a Django app: no models, template tags only."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "cases.public"
    label = "public"
    verbose_name = "Public site"
