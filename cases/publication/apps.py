"""The publication of the record."""

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "cases.publication"
    label = "publication"
    default_auto_field = "django.db.models.BigAutoField"
