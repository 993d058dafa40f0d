"""Organisations, courts, prisons and agencies, and people's roles in them."""

from django.db import models
from django.db.models import Q

from cases import vocab
from cases.models.base import Record, visibility_known
from cases.models.fields import BoundField, PartialDateField, PublicIdField, TermField, known, ordered
from cases.models.people import COUNTRY_CODE, Person


class Organisation(Record):
    """A body that people belong to, or that arrests, tries, holds or recognises them."""

    public_id = PublicIdField()
    name = models.CharField(max_length=200)
    other_names = models.TextField(blank=True, help_text="One a line.")
    kind = TermField(vocab.ORGANISATION_KINDS, default="other")
    country = models.CharField(max_length=2, blank=True, validators=[COUNTRY_CODE])
    key = models.CharField(max_length=200, editable=False, default="", db_index=True)
    settled = models.JSONField(
        default=list,
        blank=True,
        editable=False,
        help_text="Fields that a researcher set; imports leave them alone.",
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            visibility_known("organisation"),
            known("organisation", "kind", vocab.ORGANISATION_KINDS),
            models.UniqueConstraint(fields=["key"], condition=~Q(key=""), name="organisation_key_once"),
            models.CheckConstraint(condition=~Q(name=""), name="organisation_name_given"),
        ]

    def __str__(self) -> str:
        return self.name


class Affiliation(Record):
    """A person's role in an organisation, with dates as far as known."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="affiliations")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="affiliations")
    role = TermField(vocab.AFFILIATION_ROLES, default="member")
    title = models.CharField(max_length=200, blank=True, help_text="As a source words it: “vice chair”.")
    date = PartialDateField()
    date_earliest = BoundField(side="earliest")
    date_latest = BoundField(side="latest")

    class Meta:
        constraints = [
            visibility_known("affiliation"),
            known("affiliation", "role", vocab.AFFILIATION_ROLES),
            ordered("affiliation"),
            models.UniqueConstraint(fields=["person", "organisation", "role"], name="affiliation_role_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title or vocab.AFFILIATION_ROLES.label(self.role)}, {self.organisation}"


class Recognition(Record):
    """An organisation's decision that a person is a political prisoner or prisoner of conscience."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="recognitions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="recognitions")
    recognised_as = TermField(vocab.RECOGNITION_STATUSES, default="political_prisoner")
    decision = TermField(vocab.RECOGNITION_DECISIONS, default="recognised")
    date = PartialDateField()
    date_earliest = BoundField(side="earliest")
    date_latest = BoundField(side="latest")
    criteria = models.CharField(
        max_length=200, blank=True, help_text="Codes joined with commas, such as PACE1900:a,PACE1900:e."
    )
    statement_url = models.URLField(max_length=500, blank=True)

    class Meta:
        constraints = [
            visibility_known("recognition"),
            known("recognition", "recognised_as", vocab.RECOGNITION_STATUSES),
            known("recognition", "decision", vocab.RECOGNITION_DECISIONS),
            ordered("recognition"),
            models.UniqueConstraint(
                fields=["person", "organisation", "recognised_as", "decision"], name="recognition_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{vocab.RECOGNITION_STATUSES.label(self.recognised_as)} ({self.organisation})"
