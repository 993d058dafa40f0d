"""The form in which a researcher reviews one proposal: correct the reading, say who is meant, decide."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from cases import merging, vocab
from cases.models import Person
from cases.models.fields import validate_partial_date
from importers.models import Mention, Proposal

if TYPE_CHECKING:
    Form = forms.ModelForm[Proposal]
else:
    Form = forms.ModelForm

AS_IT_IS, NEW, OTHER = "same", "new", "other"
VERDICTS = {"_accept": "accept", "_reject": "reject"}


class ReviewForm(Form):
    """The reading as the reviewer leaves it; what the rules said stays beside it unchanged."""

    kind = forms.ChoiceField(label="What happened")
    date = forms.CharField(
        required=False,
        max_length=40,
        validators=[validate_partial_date],
        help_text="As far as known: 2023, 2021-09, 2021-09-06, 1979-08~.",
    )
    date_basis = forms.ChoiceField(choices=[("", "–"), *vocab.DATE_BASES.choices], required=False)
    modality = forms.ChoiceField(choices=vocab.MODALITIES.choices, required=False)
    details = forms.JSONField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "cols": 70, "spellcheck": "false"}),
        help_text="What else the passage says: years, charges, court, place … as the rules name it.",
    )
    who = forms.ChoiceField(label="Who is meant", widget=forms.RadioSelect, required=False, initial=AS_IT_IS)
    other = forms.CharField(
        label="Somebody else", required=False, max_length=10, help_text="The id of a person of the record."
    )
    reason = forms.CharField(
        label="Reason", required=False, max_length=500, widget=forms.TextInput(attrs={"class": "vTextField"})
    )

    class Meta:
        model = Proposal
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer, mention = self.instance.answer, self.instance.mention
        for name, value in split(answer).items():
            self.fields[name].initial = value
        self.fields["kind"].choices = kinds(self.instance)  # type: ignore[attr-defined]  # a choice field
        if self.instance.subject != "person":
            del self.fields["modality"]
        if mention is None:
            del self.fields["who"], self.fields["other"]
        else:
            self.fields["who"].choices = who_may_be_meant(mention)  # type: ignore[attr-defined]  # a choice field

    def clean_details(self) -> dict[str, Any]:
        details = self.cleaned_data["details"]
        if details is None:
            return {}
        if not isinstance(details, dict):
            raise ValidationError("Write it as names with values: {“years”: 11}.")
        return details

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.verdict == "reject" and not cleaned.get("reason", "").strip():
            self.add_error("reason", "Say why it is rejected.")
        if cleaned.get("who") == OTHER and not self._other():
            self.add_error("other", "Nobody in the record has this id.")
        return cleaned

    @property
    def verdict(self) -> str:
        """`accept`, `reject`, or nothing where only the reading is saved."""
        return next((verdict for name, verdict in VERDICTS.items() if name in self.data), "")

    @property
    def says_who(self) -> bool:
        """Whether the reviewer settled whom the mention means."""
        return self.cleaned_data.get("who", "") not in ("", AS_IT_IS)

    def person(self) -> Person | None:
        """The person whom the reviewer chose; None for a new one."""
        who = self.cleaned_data["who"]
        if who == NEW:
            return None
        return self._other() if who == OTHER else merging.current(Person.objects.get(public_id=who))

    def decision(self) -> dict[str, Any] | None:
        """The reviewer's reading where it differs from the machine's."""
        merged = join(self.instance, self.cleaned_data)
        return merged if merged != self.instance.machine else None

    def _other(self) -> Person | None:
        typed = self.cleaned_data.get("other", "").strip().lower()
        return Person.objects.filter(public_id=typed, merged_into__isnull=True).first()


def kinds(proposal: Proposal) -> list[tuple[str, str]]:
    """What a proposal may be corrected to: an event to another event, anything else to nothing else."""
    if proposal.kind in vocab.EVENT_KINDS:
        return vocab.EVENT_KINDS.choices
    return [(proposal.kind, vocab.FIGURE_SUBJECTS.label(proposal.kind).capitalize())]


def split(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer as the fields of the form."""
    plain = {name: answer.get(name) or "" for name in ("kind", "date", "date_basis")}
    if "values" in answer:
        return {**plain, "modality": answer.get("modality") or "stated", "details": answer["values"]}
    return {**plain, "details": {name: value for name, value in answer.items() if name not in plain}}


def join(proposal: Proposal, cleaned: dict[str, Any]) -> dict[str, Any]:
    """The fields of the form as an answer; what the form does not ask for is the machine's."""
    machine = proposal.machine
    # A key that was empty before and is empty now stays as it was: nothing or an empty text.
    plain = {
        name: cleaned[name] if cleaned.get(name) or machine[name] else machine[name]
        for name in ("kind", "date", "date_basis", "modality")
        if name in machine
    }
    if "values" in machine:
        return {**machine, **plain, "values": cleaned["details"]}
    return {**cleaned["details"], **plain}


def who_may_be_meant(mention: Mention) -> list[tuple[str, str]]:
    """The person taken to be meant, the candidates with their reasons, somebody new, somebody else."""
    now = f"As it is: {mention.person or mention.get_match_display()}"
    candidates = [
        (one["id"], f"{one['name']} ({one['score']:.2f}: {'; '.join(one['reasons']) or 'no reason given'})")
        for one in mention.candidates
    ]
    return [(AS_IT_IS, now), *candidates, (NEW, "A new person"), (OTHER, "Somebody else, by the id below")]
