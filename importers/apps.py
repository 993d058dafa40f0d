"""From documents to proposals, and from accepted proposals to the record."""

from django.apps import AppConfig


class ImportersConfig(AppConfig):
    name = "importers"
    verbose_name = "Import and review"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cases import merging
        from importers.recompute.merged import recompute_merged

        merging.AFTERWARDS.append(recompute_merged)
