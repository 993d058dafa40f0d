"""Documents as they were received, the articles in them, and the passages that facts rest on."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from cases import vocab
from cases.models.base import Record, visibility_known
from cases.models.events import Charge, Event
from cases.models.fields import BoundField, PartialDateField, PublicIdField, TermField, known, ordered
from cases.models.incidents import Figure, Incident
from cases.models.organisations import Affiliation, Recognition
from cases.models.people import Person, PersonName


class Document(models.Model):
    """The bytes as received and the text read from them, fixed once: every offset refers to `text`."""

    sha256 = models.CharField(max_length=64, unique=True)
    text_sha256 = models.CharField(max_length=64, db_index=True)
    filename = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    encoding = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=12, blank=True)
    url = models.URLField(max_length=1000, blank=True)
    retrieved_at = models.DateTimeField()
    headers = models.JSONField(default=dict, blank=True, help_text="What the web address answered with.")
    notes = models.JSONField(default=list, blank=True, help_text="What reading changed or left out.")
    original = models.BinaryField()
    text = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="document_text_given"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="document_sha256_is_hex"
            ),
        ]

    def __str__(self) -> str:
        return self.filename


class Source(Record):
    """One article of a document: what a reader would call the source. A plain document has one."""

    public_id = PublicIdField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="sources")
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField()
    title = models.CharField(max_length=500)
    publisher = models.CharField(max_length=200, blank=True)
    published = PartialDateField()
    published_earliest = BoundField(of="published", side="earliest", db_index=True)
    published_latest = BoundField(of="published", side="latest")
    published_basis = TermField(vocab.DATE_BASES, default="unknown")
    language = models.CharField(max_length=12, blank=True)
    url = models.URLField(max_length=1000, blank=True)
    licence = models.CharField(max_length=100, blank=True)
    open_licence = models.BooleanField(default=False, help_text="The licence lets us show the whole text.")
    repeats = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        help_text="An earlier source with the same text.",
    )

    class Meta:
        ordering = ["-published_earliest", "pk"]
        constraints = [
            visibility_known("source"),
            known("source", "published_basis", vocab.DATE_BASES),
            ordered("source", "published"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="source_end_after_start"),
            models.UniqueConstraint(fields=["document", "start"], name="source_start_once"),
        ]

    def __str__(self) -> str:
        return self.title


# The kinds of fact that a passage can be evidence for; the constraint below is made from this list.
CITED = ("person", "name", "affiliation", "event", "charge", "recognition", "incident", "figure")


def _exactly_one_target() -> Q:
    condition = Q()
    for target in CITED:
        condition |= Q(**{f"{field}__isnull": field != target for field in CITED})
    return condition


class Citation(Record):
    """A passage of a source that supports or contradicts one fact."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    stance = TermField(vocab.STANCES, default="supports")
    hedged = models.BooleanField(default=False, help_text="The passage hedges: reportedly, is said to.")
    person = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        help_text="For what is said of the person as such: occupation, age.",
    )
    name = models.ForeignKey(
        PersonName, null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    affiliation = models.ForeignKey(
        Affiliation, null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    event = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    charge = models.ForeignKey(
        Charge, null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    recognition = models.ForeignKey(
        Recognition, null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    incident = models.ForeignKey(
        Incident, null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    figure = models.ForeignKey(
        Figure, null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )

    class Meta:
        ordering = ["source_id", "start"]
        constraints = [
            visibility_known("citation"),
            known("citation", "stance", vocab.STANCES),
            models.CheckConstraint(condition=_exactly_one_target(), name="citation_has_exactly_one_target"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="citation_end_after_start"),
            models.CheckConstraint(
                condition=Q(end=F("start") + Length("quote")), name="citation_quote_fills_its_span"
            ),
            *(
                models.UniqueConstraint(
                    fields=["source", "start", "end", target],
                    condition=Q(**{f"{target}__isnull": False}),
                    name=f"citation_once_a_{target}",
                )
                for target in CITED
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.quote}”"

    @property
    def target(self) -> Person | PersonName | Affiliation | Event | Charge | Recognition | Incident | Figure:
        """The fact that the passage is evidence for."""
        found: Person | PersonName | Affiliation | Event | Charge | Recognition | Incident | Figure
        found = next(getattr(self, field) for field in CITED if getattr(self, f"{field}_id") is not None)
        return found
