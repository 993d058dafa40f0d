"""The log of published versions, and the rows that the public side reads.

`Version` is only ever added to; the database itself refuses the rest (see `migrations/`). The
`Public…` tables hold what is public now. They are a function of the current documents alone:
`public_rows.rebuild_public` makes them anew, with equal rows.
"""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q

from cases import vocab
from cases.publication import models_search  # noqa: F401 - Django looks for models here
from cases.publication.columns import with_columns
from cases.publication.columns_events import EVENTS
from cases.publication.columns_people import PEOPLE
from cases.publication.columns_sources import SOURCES

SUBJECTS = ("person", "incident", "figure")
ID_LENGTH = 10
WITH_DOCUMENT = ("publish", "redirect")  # actions that store a document with their entry


class Version(models.Model):
    """One entry of the log: what was done to which subject, and the hash that ties it to all before it."""

    number = models.PositiveBigIntegerField(primary_key=True, help_text="1, 2, 3 … over all subjects.")
    at = models.DateTimeField(db_index=True)
    subject_type = models.CharField(max_length=10)
    subject_id = models.CharField(max_length=ID_LENGTH)
    edition = models.PositiveIntegerField(help_text="1, 2, 3 … of this subject.")
    action = models.CharField(max_length=30)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=150)
    content_hash = models.CharField(max_length=64, blank=True, help_text="SHA-256 of salt and document.")
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "edition"], name="version_edition_once"
            ),
            models.CheckConstraint(condition=Q(subject_type__in=SUBJECTS), name="version_subject_known"),
            models.CheckConstraint(
                condition=Q(action__in=vocab.DOCUMENT_ACTIONS.codes), name="version_action_known"
            ),
            models.CheckConstraint(
                condition=Q(action__in=WITH_DOCUMENT) ^ Q(content_hash=""), name="version_publish_has_content"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.action} {self.subject_type} {self.subject_id}"


class VersionDocument(models.Model):
    """The bytes of a published document. Erasing deletes them; the version keeps their salted hash."""

    version = models.OneToOneField(
        Version, primary_key=True, on_delete=models.PROTECT, related_name="document"
    )
    salt = models.CharField(max_length=64)
    body = models.TextField(help_text="Canonical JSON.")

    def __str__(self) -> str:
        return f"Document of version {self.version_id}"


class LogHead(models.Model):
    """The end of the log in one row: locked by every writer, and the witness of a tail that was cut off."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="loghead_one_row")]

    def __str__(self) -> str:
        return f"{self.number} {self.hash}"


class Rows(models.Model):
    """Base of tables whose fields come from a list of columns; mypy knows them as Any."""

    class Meta:
        abstract = True

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


class PublicDocument(models.Model):
    """The current document of a subject: all that its page needs, in one row."""

    key = models.CharField(primary_key=True, max_length=21, help_text="Its type and id: person:7k2m9p4qxa.")
    subject_type = models.CharField(max_length=10)
    subject_id = models.CharField(max_length=ID_LENGTH)
    number = models.PositiveBigIntegerField(help_text="Its entry in the log.")
    version = models.PositiveIntegerField(help_text="1, 2, 3 … of this subject.")
    updated_at = models.DateTimeField(db_index=True)
    title = models.CharField(max_length=500)
    path = models.CharField(max_length=3000)
    etag = models.CharField(max_length=64, help_text="SHA-256 of the document's bytes.")
    body = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject_type", "subject_id"], name="publicdocument_once"),
        ]

    def __str__(self) -> str:
        return f"{self.subject_type} {self.subject_id}"


class PublicRedirect(models.Model):
    """Where the address of somebody leads who was published and turned out to be another published person."""

    subject_id = models.CharField(primary_key=True, max_length=ID_LENGTH)
    target_id = models.CharField(max_length=ID_LENGTH, db_index=True)
    number = models.PositiveBigIntegerField(help_text="Its entry in the log.")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(subject_id=F("target_id")), name="publicredirect_elsewhere")
        ]

    def __str__(self) -> str:
        return f"{self.subject_id} → {self.target_id}"


@with_columns(PEOPLE)
class PublicPerson(Rows):
    """One published person, flat: a column for every filter, every order and every cell of the exports."""

    id = models.CharField(primary_key=True, max_length=ID_LENGTH)
    page = models.OneToOneField(PublicDocument, on_delete=models.CASCADE, related_name="person")

    class Meta:
        verbose_name_plural = "public people"
        ordering = ["sort_name", "id"]
        indexes = [models.Index(fields=["sort_name", "id"], name="publicperson_in_order")]

    def __str__(self) -> str:
        return str(self.name)


class PublicName(models.Model):
    """One spelling of a published person's name."""

    key = models.CharField(
        primary_key=True, max_length=20, help_text="The person's id and its place: 7k2m9p4qxa-0."
    )
    person = models.ForeignKey(PublicPerson, on_delete=models.CASCADE, related_name="spellings")
    text = models.CharField(max_length=200)
    kind = models.CharField(max_length=30)
    script = models.CharField(max_length=4)
    language = models.CharField(max_length=12, blank=True)
    is_primary = models.BooleanField()
    key_version = models.PositiveSmallIntegerField(help_text="cases.names.KEY_VERSION of its keys.")

    def __str__(self) -> str:
        return self.text


class PublicTag(models.Model):
    """One value of a filter in which a person may have several.

    Kinds: `organisation` (belongs to it), `recognised_by`, `court` (of a sentence) and `place` (a prison,
    agency or the like of an event), whose value is the organisation's id; `place` also for the place of an
    event as written; `article`, whose value is the article as the export writes it; `charge`, whose value
    is the charge as worded.
    """

    person = models.ForeignKey(PublicPerson, on_delete=models.CASCADE, related_name="tags")
    kind = models.CharField(max_length=20)
    value = models.CharField(max_length=200)
    label = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["kind", "value"], name="publictag_kind_value")]
        constraints = [models.UniqueConstraint(fields=["person", "kind", "value"], name="publictag_once")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.label}"


class PublicPeriod(models.Model):
    """A time in custody with both ends as bounds; null: nothing limits it."""

    person = models.ForeignKey(PublicPerson, on_delete=models.CASCADE, related_name="periods")
    start = models.CharField(max_length=40, blank=True)
    start_earliest = models.DateField(null=True, db_index=True)
    start_latest = models.DateField(null=True, db_index=True)
    end = models.CharField(max_length=40, blank=True)
    end_earliest = models.DateField(null=True, db_index=True)
    end_latest = models.DateField(null=True, db_index=True)
    open = models.BooleanField(help_text="No source says that it ended.")

    def __str__(self) -> str:
        return f"{self.start or '?'} – {'' if self.open else self.end or '?'}"


@with_columns(EVENTS)
class PublicEvent(Rows):
    """One event of a published person, flat."""

    id = models.CharField(primary_key=True, max_length=ID_LENGTH)
    person = models.ForeignKey(PublicPerson, on_delete=models.CASCADE, related_name="events")

    class Meta:
        ordering = [F("date_earliest").desc(nulls_last=True), "id"]
        indexes = [models.Index(fields=["date_earliest", "id"], name="publicevent_in_order")]

    def __str__(self) -> str:
        return f"{self.kind} {self.date}: {self.name}"


@with_columns(SOURCES)
class PublicSource(Rows):
    """A source that a published fact rests on; there while any passage of it is."""

    id = models.CharField(primary_key=True, max_length=ID_LENGTH)

    class Meta:
        ordering = [F("published_earliest").desc(nulls_last=True), "id"]

    def __str__(self) -> str:
        return str(self.title)


class PublicPassage(models.Model):
    """A passage of a source and the published fact that it is evidence for."""

    page = models.ForeignKey(PublicDocument, on_delete=models.CASCADE, related_name="passages")
    source_id = models.CharField(max_length=ID_LENGTH, db_index=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    before = models.TextField(blank=True, help_text="The rest of its paragraph.")
    after = models.TextField(blank=True)
    stance = models.CharField(max_length=30)
    hedged = models.BooleanField()
    fact = models.CharField(
        max_length=20, help_text="name, affiliation, event, charge, recognition, incident, figure"
    )
    fact_id = models.CharField(max_length=ID_LENGTH, blank=True, help_text="Of an event.")
    kind = models.CharField(max_length=30, blank=True, help_text="The kind of the event.")
    date = models.CharField(max_length=40, blank=True, help_text="The date of the fact.")
    address = models.CharField(max_length=3000, help_text="The fact on the page of its subject.")

    class Meta:
        ordering = ["source_id", "start", "end", "address"]

    def __str__(self) -> str:
        return self.quote


class PublicOrganisation(models.Model):
    """An organisation that a published document names; there while any does."""

    id = models.CharField(primary_key=True, max_length=ID_LENGTH)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, db_index=True)
    path = models.CharField(max_length=3000)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class PublicPlace(models.Model):
    """A place that a published event names; there while any does."""

    id = models.CharField(primary_key=True, max_length=ID_LENGTH, help_text="Made from the name.")
    name = models.CharField(max_length=200)
    path = models.CharField(max_length=3000, help_text="The list of people whose case names it.")

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class PublicLink(models.Model):
    """That a document names an organisation or a source, so that rows they share go with the last of them."""

    page = models.ForeignKey(PublicDocument, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=20)  # organisation, source
    target_id = models.CharField(max_length=ID_LENGTH)

    class Meta:
        indexes = [models.Index(fields=["kind", "target_id"], name="publiclink_target")]
        constraints = [models.UniqueConstraint(fields=["page", "kind", "target_id"], name="publiclink_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.target_id}"


class PublicIncident(models.Model):
    """A published incident."""

    id = models.CharField(primary_key=True, max_length=ID_LENGTH)
    page = models.OneToOneField(PublicDocument, on_delete=models.CASCADE, related_name="incident")
    kind = models.CharField(max_length=30, db_index=True)
    title = models.CharField(max_length=200)
    date = models.CharField(max_length=40, blank=True)
    date_earliest = models.DateField(null=True, db_index=True)
    date_latest = models.DateField(null=True)
    date_basis = models.CharField(max_length=30)
    place = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True, db_index=True)
    announced_count = models.PositiveIntegerField(null=True)
    qualifier = models.CharField(max_length=30)
    path = models.CharField(max_length=3000)
    version = models.PositiveIntegerField()
    updated_at = models.DateTimeField()

    class Meta:
        ordering = [F("date_earliest").desc(nulls_last=True), "id"]

    def __str__(self) -> str:
        return self.title


class PublicFigure(models.Model):
    """A published number, as a source states it."""

    id = models.CharField(primary_key=True, max_length=ID_LENGTH)
    page = models.OneToOneField(PublicDocument, on_delete=models.CASCADE, related_name="figure")
    subject = models.CharField(max_length=30, db_index=True)
    count = models.PositiveIntegerField()
    qualifier = models.CharField(max_length=30)
    date = models.CharField(max_length=40, blank=True)
    date_earliest = models.DateField(null=True, db_index=True)
    date_latest = models.DateField(null=True)
    date_basis = models.CharField(max_length=30)
    country = models.CharField(max_length=2, blank=True, db_index=True)
    stated_by_id = models.CharField(max_length=ID_LENGTH, blank=True)
    stated_by = models.CharField(max_length=200, blank=True)
    quote = models.TextField(blank=True)
    source_id = models.CharField(max_length=ID_LENGTH, blank=True)
    source_title = models.CharField(max_length=500, blank=True)
    path = models.CharField(
        max_length=3000, help_text="The passage on the page of its source; a figure has no page of its own."
    )
    version = models.PositiveIntegerField()
    updated_at = models.DateTimeField()

    class Meta:
        ordering = [F("date_earliest").desc(nulls_last=True), "id"]

    def __str__(self) -> str:
        number = f"{vocab.QUALIFIERS.label(self.qualifier)} {self.count:,}"
        return f"{number}: {vocab.FIGURE_SUBJECTS.label(self.subject)}"
