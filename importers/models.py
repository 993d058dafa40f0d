"""What the rules proposed and what people decided of it, side by side.

A proposal that somebody decided is never rewritten by a later run. What was not decided may be
superseded when newer rules read the document differently.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from cases import vocab
from cases.models import Document, Event, Figure, Incident, Person, Source
from cases.models.fields import TermField, known


class Reading(models.Model):
    """That a document was read, by which version of the rules, and what they could not settle."""

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="reading")
    rules_version = models.CharField(max_length=64)
    read_at = models.DateTimeField(auto_now=True)
    unsettled = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.document} read by rules {self.rules_version[:8]}"

    def unsettled_sentences(self) -> list[str]:
        """What the rules could not settle, a sentence each with the passage."""
        return [f"{self.document}: {one['reason']} “{one['quote']}”" for one in self.unsettled]


class Mention(models.Model):
    """One person as one document names them, and whom of the record that is taken to be."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="mentions")
    name = models.CharField(max_length=200)
    also = models.JSONField(default=list, help_text="Every other form of the name in the document.")
    spans = models.JSONField(
        default=list, help_text="Where the forms stand: start and end in the stored text."
    )
    gender = TermField(vocab.GENDERS, default="unknown")
    country = models.CharField(max_length=2, blank=True)
    confidence = models.FloatField(default=0)
    reasons = models.JSONField(default=list)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="mentions"
    )
    match = TermField(vocab.MATCHES, default="ask")
    candidates = models.JSONField(default=list, help_text="Public id, name, score and reasons of each.")
    decided_by = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    why = models.TextField(blank=True, help_text="Why the mention was taken to be this person.")

    class Meta:
        constraints = [
            known("mention", "gender", vocab.GENDERS),
            known("mention", "match", vocab.MATCHES),
            models.UniqueConstraint(fields=["document", "name"], name="mention_name_once_a_document"),
        ]

    def __str__(self) -> str:
        return self.name


class Proposal(models.Model):
    """One dated fact that a rule found, with its passage, the machine's answer and the reviewer's."""

    fingerprint = models.CharField(max_length=64, unique=True)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="proposals")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="proposals")
    subject = TermField(vocab.PROPOSAL_SUBJECTS, default="person")
    mention = models.ForeignKey(
        Mention, null=True, blank=True, on_delete=models.CASCADE, related_name="proposals"
    )
    kind = models.CharField(max_length=30, db_index=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    rule = models.CharField(max_length=100)
    rule_version = models.PositiveSmallIntegerField()
    machine = models.JSONField(help_text="What the rule said. Never changed.")
    decision = models.JSONField(
        null=True, blank=True, help_text="What the reviewer made of it, where it differs."
    )
    confidence = models.FloatField(default=0)
    reasons = models.JSONField(default=list)
    state = TermField(vocab.PROPOSAL_STATES, default="open", db_index=True)
    decided_by = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    why = models.TextField(blank=True)
    unattended = models.BooleanField(default=False, help_text="Accepted by an import and by nobody yet.")
    event = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposals"
    )
    incident = models.ForeignKey(
        Incident, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposals"
    )
    figure = models.ForeignKey(
        Figure, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposals"
    )

    class Meta:
        ordering = ["document", "start", "pk"]
        constraints = [
            known("proposal", "subject", vocab.PROPOSAL_SUBJECTS),
            known("proposal", "state", vocab.PROPOSAL_STATES),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="proposal_end_after_start"),
            models.CheckConstraint(
                condition=Q(end=F("start") + Length("quote")), name="proposal_quote_fills_its_span"
            ),
            models.CheckConstraint(
                condition=Q(subject="person", mention__isnull=False) | ~Q(subject="person"),
                name="proposal_of_a_person_has_a_mention",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: “{self.quote}”"

    @property
    def answer(self) -> dict[str, Any]:
        """The reviewer's answer where there is one, else the machine's."""
        answer: dict[str, Any] = self.decision if self.decision is not None else self.machine
        return answer
