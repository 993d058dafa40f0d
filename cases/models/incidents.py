"""Things that happened to many people at once, and numbers that sources state."""

from django.db import models

from cases import vocab
from cases.models.base import Record, visibility_known
from cases.models.fields import BoundField, PartialDateField, PublicIdField, TermField, known, ordered
from cases.models.organisations import Organisation
from cases.models.people import COUNTRY_CODE


class Incident(Record):
    """One thing that happened to many: the number announced, against the people named in events."""

    public_id = PublicIdField()
    kind = TermField(vocab.EVENT_KINDS)
    title = models.CharField(max_length=200)
    date = PartialDateField()
    date_earliest = BoundField(side="earliest", db_index=True)
    date_latest = BoundField(side="latest")
    date_basis = TermField(vocab.DATE_BASES, default="stated")
    place = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True, validators=[COUNTRY_CODE])
    announced_count = models.PositiveIntegerField(null=True, blank=True)
    qualifier = TermField(vocab.QUALIFIERS, default="exactly")

    class Meta:
        ordering = ["-date_earliest", "pk"]
        constraints = [
            visibility_known("incident"),
            known("incident", "kind", vocab.EVENT_KINDS),
            known("incident", "qualifier", vocab.QUALIFIERS),
            known("incident", "date_basis", vocab.DATE_BASES),
            ordered("incident"),
        ]

    def __str__(self) -> str:
        return self.title


class Figure(Record):
    """A number that a source states, with its date and how sure the source is of it."""

    public_id = PublicIdField()
    subject = TermField(vocab.FIGURE_SUBJECTS)
    count = models.PositiveIntegerField()
    qualifier = TermField(vocab.QUALIFIERS, default="exactly")
    date = PartialDateField()
    date_earliest = BoundField(side="earliest", db_index=True)
    date_latest = BoundField(side="latest")
    date_basis = TermField(vocab.DATE_BASES, default="stated")
    country = models.CharField(max_length=2, blank=True, validators=[COUNTRY_CODE])
    stated_by = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="figures"
    )

    class Meta:
        ordering = ["-date_earliest", "pk"]
        constraints = [
            visibility_known("figure"),
            known("figure", "subject", vocab.FIGURE_SUBJECTS),
            known("figure", "qualifier", vocab.QUALIFIERS),
            known("figure", "date_basis", vocab.DATE_BASES),
            ordered("figure"),
        ]

    def __str__(self) -> str:
        subject = vocab.FIGURE_SUBJECTS.label(self.subject)
        return f"{vocab.QUALIFIERS.label(self.qualifier)} {self.count:,}: {subject}"
