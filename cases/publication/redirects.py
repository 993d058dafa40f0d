"""The public address of somebody who turned out to be another person: logged, and leading to their page."""

from django.core.exceptions import ValidationError

from cases.models import Person
from cases.publication import public_rows
from cases.publication.log import Act, Log
from cases.publication.models import PublicDocument, PublicRedirect
from cases.publication.project import canonical
from cases.publication.publish import publish, withdraw_subjects


def shown(person: Person) -> bool:
    """Whether readers see a page of this person."""
    return PublicDocument.objects.filter(subject_type="person", subject_id=person.public_id).exists()


def check(gone: Person, kept: Person) -> None:
    """Raises ValidationError where a public page would vanish because the other person has none."""
    if shown(gone) and not shown(kept):
        raise ValidationError(
            f"{gone} has a public page and {kept} has none: keep {gone}, or withdraw that page."
        )


def lead(gone: Person, kept: Person, *, by: str, why: str) -> None:
    """After a merge: the old address leads to the one who is kept, whose page tells all of it.

    Nothing is logged of somebody who had no page: their address stays one of nobody.
    """
    if shown(gone):
        subject = ("person", gone.public_id)
        body = canonical({"type": "redirect", "id": gone.public_id, "target": kept.public_id})
        [version] = Log(by=by, why=why).append([Act(subject, "redirect", body)])
        public_rows.remove([subject])
        public_rows.write_redirects([version.document])
    if shown(kept):
        publish(persons=[kept], by=by, why=why)


def part(gone: Person, kept: Person, *, by: str, why: str) -> None:
    """After a merge was undone: both have pages of their own again, and neither tells of the other."""
    led = PublicRedirect.objects.filter(pk=gone.public_id).exists()
    if led:
        withdraw_subjects([("person", gone.public_id)], by=by, why=why)
    again = [person for person, was in ((kept, shown(kept)), (gone, led)) if was]
    if again:
        publish(persons=again, by=by, why=why)
