"""A human being and every way in which sources write the name."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from cases import vocab
from cases.models.base import Record, visibility_known
from cases.models.fields import BoundField, PartialDateField, PublicIdField, TermField, known, ordered

COUNTRY_CODE = RegexValidator(r"^[A-Z]{2}$", "Two capital letters of ISO 3166-1, such as BY.")


class Person(Record):
    """One human being. What happened is in events; custody is derived from them, never typed."""

    public_id = PublicIdField()
    gender = TermField(vocab.GENDERS, default="unknown")
    birth_date = PartialDateField()
    birth_date_earliest = BoundField(of="birth_date", side="earliest")
    birth_date_latest = BoundField(of="birth_date", side="latest")
    country = models.CharField(
        max_length=2,
        blank=True,
        validators=[COUNTRY_CODE],
        db_index=True,
        help_text="The state whose case it is: that holds, charged or sentenced the person (ISO 3166-1).",
    )
    occupation = models.CharField(max_length=200, blank=True)
    summary = models.TextField(blank=True, help_text="A few sentences for the public page.")
    notes = models.TextField(blank=True, help_text="For researchers. Never published.")
    unattended = models.BooleanField(
        default=False,
        editable=False,
        help_text="Some facts were accepted by an import and nobody has looked at them. The page says so.",
    )
    settled = models.JSONField(
        default=list,
        blank=True,
        editable=False,
        help_text="Fields that a researcher set; imports leave them alone.",
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="merged_from"
    )

    class Meta:
        verbose_name_plural = "people"
        constraints = [
            visibility_known("person"),
            known("person", "gender", vocab.GENDERS),
            ordered("person", "birth_date"),
            models.CheckConstraint(
                condition=Q(country="") | Q(country__regex=r"^[A-Z]{2}$"), name="person_country_is_iso"
            ),
        ]

    def __str__(self) -> str:
        return self.name or f"Person {self.public_id}"

    @property
    def name(self) -> str:
        """The primary name; reads prefetched names when there are any."""
        names = sorted(self.names.all(), key=lambda name: (not name.is_primary, name.pk))
        return names[0].text if names else ""


class PersonName(Record):
    """One spelling of a person's name, with the keys that search finds it by."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(max_length=200)
    kind = TermField(vocab.NAME_KINDS, default="common")
    script = TermField(vocab.SCRIPTS, default="Latn")
    language = models.CharField(max_length=12, blank=True, help_text="BCP 47, such as be, ru, en, be-Latn.")
    is_primary = models.BooleanField(default=False)
    key = models.CharField(max_length=400, blank=True, editable=False, db_index=True)
    key_version = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        constraints = [
            visibility_known("personname"),
            known("personname", "kind", vocab.NAME_KINDS),
            known("personname", "script", vocab.SCRIPTS),
            models.UniqueConstraint(
                fields=["person"], condition=Q(is_primary=True), name="personname_one_primary"
            ),
            models.UniqueConstraint(fields=["person", "text"], name="personname_text_once"),
            models.CheckConstraint(condition=~Q(text=""), name="personname_text_given"),
        ]

    def __str__(self) -> str:
        return self.text


class NameToken(models.Model):
    """One search key of one part of a name; what every search in the record starts from."""

    name = models.ForeignKey(PersonName, on_delete=models.CASCADE, related_name="tokens")
    token = models.CharField(max_length=80, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "token"], name="nametoken_once")]

    def __str__(self) -> str:
        return self.token
