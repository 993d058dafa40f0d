"""The record of prisoners and its publication."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = "Record"
    default_auto_field = "django.db.models.BigAutoField"
