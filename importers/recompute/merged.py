"""What proposals say of people whose records were joined or taken apart: one event where both had it."""

from cases.models import Person
from importers.models import Proposal
from importers.recompute import groups
from importers.recompute.people import recompute_person


def recompute_merged(people: list[Person], by: str, why: str) -> None:
    """Bring the machine-made part of these people's record up to the mentions that are theirs now."""
    for person in people:
        accepted = Proposal.objects.filter(mention__person=person, state="accepted")
        documents = set(accepted.values_list("document", flat=True))
        if documents:
            recompute_person(person, by=by, why=why)
            groups.link_events(documents, by=by, why=why)
