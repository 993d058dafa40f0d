"""Which people of the record are one: what was decided of pairs, and each merge with its undoing.

Rows are only ever added; the database refuses the rest. They hold public ids and not relations, so that
nobody's record is kept from being deleted by what was once asked of it.
"""

from django.db import models
from django.db.models import F, Q

from cases import vocab
from cases.models.fields import ID_LENGTH, TermField, known


class Decision(models.Model):
    """What was said of two people: the same, different, or not to be told. The newest row of a pair holds."""

    one = models.CharField(max_length=ID_LENGTH, help_text="The public id that comes first.")
    other = models.CharField(max_length=ID_LENGTH, db_index=True)
    verdict = TermField(vocab.VERDICTS)
    score = models.FloatField(null=True, blank=True, help_text="How well the names agree, 0 to 1.")
    by = models.CharField(max_length=150, help_text="The user name, or the command that asked.")
    at = models.DateTimeField(auto_now_add=True)
    why = models.TextField()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["one", "other"], name="decision_of_pair")]
        constraints = [
            known("decision", "verdict", vocab.VERDICTS),
            models.CheckConstraint(condition=~Q(one=F("other")), name="decision_of_two"),
            models.CheckConstraint(condition=~Q(why=""), name="decision_has_reason"),
            models.CheckConstraint(condition=~Q(by=""), name="decision_has_author"),
        ]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}: {vocab.VERDICTS.label(self.verdict).lower()}"


class Merge(models.Model):
    """That one person's record was joined to another's, or (where `undoes` is set) taken apart again."""

    kept = models.CharField(max_length=ID_LENGTH, db_index=True, help_text="Public id of who is kept.")
    merged = models.CharField(max_length=ID_LENGTH, db_index=True, help_text="Of who became a part of them.")
    undoes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone"
    )
    changed = models.JSONField(default=list, help_text="Each row that changed, as it was and as it became.")
    by = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)
    why = models.TextField()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("merged")), name="merge_of_two"),
            models.CheckConstraint(condition=~Q(why=""), name="merge_has_reason"),
            models.CheckConstraint(condition=~Q(by=""), name="merge_has_author"),
        ]

    def __str__(self) -> str:
        return f"{self.merged} {'taken out of' if self.undoes_id else 'merged into'} {self.kept}"
