"""What happened to a person: events, with the sentence or release that one carries, and charges."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from cases import vocab
from cases.models.base import Record, visibility_known
from cases.models.fields import (
    BoundField,
    PartialDateField,
    PublicIdField,
    TermField,
    known,
    ordered,
    validate_terms,
)
from cases.models.incidents import Incident
from cases.models.organisations import Organisation
from cases.models.people import Person


class Event(Record):
    """One thing that happened to one person on a date as far as it is known."""

    public_id = PublicIdField()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="events")
    incident = models.ForeignKey(
        Incident, null=True, blank=True, on_delete=models.SET_NULL, related_name="events"
    )
    kind = TermField(vocab.EVENT_KINDS, db_index=True)
    manner = TermField(vocab.ARREST_MANNERS, blank=True, help_text="Of an arrest only.")
    date = PartialDateField()
    date_earliest = BoundField(side="earliest", db_index=True)
    date_latest = BoundField(side="latest", db_index=True)
    date_basis = TermField(vocab.DATE_BASES, default="stated")
    modality = TermField(vocab.MODALITIES, default="stated")
    place = models.CharField(max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
        help_text="The court, prison or agency.",
    )
    note = models.TextField(blank=True, help_text="A sentence for the public page.")
    chosen = models.BooleanField(
        null=True,
        blank=True,
        help_text="Where sources differ: yes for the current reading, no to set aside, empty for the rules.",
    )
    ruling = models.TextField(
        blank=True, help_text="Why this reading was chosen or set aside. Shown publicly."
    )
    hand_edited = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["date_earliest", "pk"]
        constraints = [
            visibility_known("event"),
            known("event", "kind", vocab.EVENT_KINDS),
            known("event", "manner", vocab.ARREST_MANNERS, blank=True),
            known("event", "date_basis", vocab.DATE_BASES),
            known("event", "modality", vocab.MODALITIES),
            ordered("event"),
            models.CheckConstraint(
                condition=Q(manner="") | Q(kind="arrest"), name="event_manner_of_arrest_only"
            ),
            models.CheckConstraint(
                condition=Q(chosen__isnull=True) | ~Q(ruling=""), name="event_ruling_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (vocab.EVENT_KINDS.label(self.kind), self.date) if part)


class Sentence(Record):
    """The penalty that a sentence event pronounced. Years, months and days are kept apart."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="sentence")
    court = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="sentences"
    )
    judge = models.CharField(max_length=200, blank=True)
    years = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(1000)])
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    life = models.BooleanField(default=False)
    death_penalty = models.BooleanField(default=False)
    suspended = models.BooleanField(default=False)
    in_absentia = models.BooleanField(default=False)
    regime = TermField(vocab.REGIMES, blank=True)
    fine_amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    fine_currency = models.CharField(max_length=3, blank=True, help_text="Three letters of ISO 4217.")
    finality = TermField(vocab.FINALITIES, default="unknown")

    class Meta:
        constraints = [
            visibility_known("sentence"),
            known("sentence", "regime", vocab.REGIMES, blank=True),
            known("sentence", "finality", vocab.FINALITIES),
            models.CheckConstraint(
                condition=~Q(life=True, death_penalty=True), name="sentence_life_or_death"
            ),
            models.CheckConstraint(
                condition=Q(fine_amount__isnull=True) | ~Q(fine_currency=""),
                name="sentence_fine_has_currency",
            ),
        ]

    def __str__(self) -> str:
        return self.length or "Sentence"

    @property
    def length(self) -> str:
        """The term in words: “6 years 6 months”, “life imprisonment”; empty where none is known."""
        return sentence_length(self.years, self.months, self.days, self.life, self.death_penalty)


def sentence_length(
    years: int | None, months: int | None, days: int | None, life: bool = False, death_penalty: bool = False
) -> str:
    """A term of imprisonment in English words."""
    if death_penalty:
        return "death penalty"
    if life:
        return "life imprisonment"
    parts = ((years, "year"), (months, "month"), (days, "day"))
    return " ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in parts if number)


class Release(Record):
    """How a release event came about, and what was tied to it."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="release")
    manner = TermField(vocab.RELEASE_MANNERS, default="unclear")
    conditions = models.CharField(
        max_length=200,
        blank=True,
        help_text="Codes joined with commas: " + ", ".join(vocab.RELEASE_CONDITIONS.codes),
    )

    class Meta:
        constraints = [visibility_known("release"), known("release", "manner", vocab.RELEASE_MANNERS)]

    def __str__(self) -> str:
        return vocab.RELEASE_MANNERS.label(self.manner)

    def clean(self) -> None:
        validate_terms(vocab.RELEASE_CONDITIONS, self.conditions)


class Charge(Record):
    """An article of a law code, or the charge as a source words it, with its dated status."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="charges")
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.SET_NULL, related_name="charges")
    law = models.CharField(
        max_length=40, blank=True, help_text="The code, such as BY-CC for Belarus’s Criminal Code."
    )
    article = models.CharField(max_length=40, blank=True, help_text="Article and part, such as 361-4/1.")
    as_worded = models.TextField(blank=True, help_text="The charge in the words of a source.")
    status = TermField(vocab.CHARGE_STATUSES, default="unknown")
    status_date = PartialDateField()
    status_date_earliest = BoundField(of="status_date", side="earliest")
    status_date_latest = BoundField(of="status_date", side="latest")

    class Meta:
        constraints = [
            visibility_known("charge"),
            known("charge", "status", vocab.CHARGE_STATUSES),
            ordered("charge", "status_date"),
            models.CheckConstraint(condition=~Q(article="", as_worded=""), name="charge_says_something"),
        ]

    def __str__(self) -> str:
        return self.as_worded or f"Article {self.article}"


class CustodyPeriod(models.Model):
    """A time in custody with both ends as bounds; derived from the events, never edited."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="custody_periods")
    start = models.CharField(max_length=40, blank=True)
    start_earliest = models.DateField(null=True)
    start_latest = models.DateField(null=True)
    end = models.CharField(max_length=40, blank=True)
    end_earliest = models.DateField(null=True)
    end_latest = models.DateField(null=True)
    open = models.BooleanField()

    class Meta:
        ordering = ["start_earliest", "pk"]
        constraints = [ordered("custodyperiod", "start"), ordered("custodyperiod", "end")]

    def __str__(self) -> str:
        return f"{self.start or '?'} – {'' if self.open else self.end or '?'}"
