"""What every row of the record carries."""

from typing import Any

from django.db import models

from cases import vocab
from cases.models.fields import TermField


class Record(models.Model):
    """A row of the record: who may see it, when it was made and last changed."""

    visibility = TermField(
        vocab.VISIBILITIES,
        default="internal",
        db_index=True,
        help_text="Only “Public” can be published, and only when the person is published too.",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


def visibility_known(model: str) -> models.CheckConstraint:
    """The constraint that a row's visibility is a term."""
    return models.CheckConstraint(
        condition=models.Q(visibility__in=vocab.VISIBILITIES.codes), name=f"{model}_visibility_known"
    )


def code_list(text: str) -> list[str]:
    """The codes of a comma-joined column, in order, without blanks."""
    return [code.strip() for code in text.split(",") if code.strip()]


JSON = dict[str, Any]
