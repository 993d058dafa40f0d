"""Who changed what, when and why. Rows are only ever added; the database refuses the rest."""

from django.db import models


class Change(models.Model):
    """One row of the record before and after one act, with its author and reason."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    by = models.CharField(max_length=150, help_text="The user name, or the command that did it.")
    action = models.CharField(max_length=10)
    model = models.CharField(max_length=40)
    object_id = models.CharField(max_length=20)
    person = models.CharField(
        max_length=10, blank=True, db_index=True, help_text="Public id of the person concerned."
    )
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["model", "object_id"], name="change_of_object")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(action__in=["add", "change", "delete"]), name="change_action_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.model} {self.object_id} by {self.by}"
