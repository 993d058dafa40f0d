"""Accept and reject: the only writers from proposals into the record.

Accepting marks proposals and then recomputes what the accepted claims say, of each person, incident
and figure that they concern. Decided proposals are the source; machine-made rows are derived.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from cases import record
from cases.models import Person
from importers.matching import as_rows, resolve
from importers.models import Mention, Proposal
from importers.recompute import groups
from importers.recompute.people import recompute_person
from importers.resolve import Decision

SURE = 0.75  # an import accepts by itself nobody whom the rules are less sure of


@dataclass(slots=True)
class Accepted:
    """What became of the proposals: how many were taken, and what stays for a researcher."""

    taken: int = 0
    people: set[str] = field(default_factory=set)  # public ids
    left: list[str] = field(default_factory=list)  # a sentence each


@transaction.atomic
def accept(
    proposals: Iterable[Proposal],
    *,
    by: str,
    why: str = "",
    unattended: bool = False,
    decisions: Mapping[int, Decision] | None = None,
) -> Accepted:
    """Take proposals into the record.

    `unattended` says that an import does it because the operator asked, and that nobody has looked. A
    researcher who accepts the same proposals later confirms them.

    A mention that may be somebody known is a question: its proposals stay open, and the report says so.
    """
    report = Accepted()
    by_mention: dict[Mention | None, list[Proposal]] = defaultdict(list)
    known = decisions or {}
    for proposal in proposals:
        if proposal.state != "accepted" or (proposal.unattended and not unattended):
            by_mention[proposal.mention].append(proposal)
    people: dict[int, Person] = {}
    taken: list[Proposal] = []
    for mention, mine in by_mention.items():
        if mention is not None:
            if unattended and mention.confidence < SURE:
                report.left.append(f"{mention.document}: speaks of {mention.name} in passing; is it a case?")
                continue
            person = person_of(mention, mine, by=by, why=why, decision=known.get(mention.pk))
            if person is None:
                report.left.append(_question(mention))
                continue
            people[person.pk] = person
        taken += mine
    _decide(taken, "accepted", by, why, unattended)
    groups.recompute({p.document_id for p in taken if p.subject != "person"}, by=by, why=why)
    for person in people.values():
        recompute_person(person, by=by, why=why)
        report.people.add(person.public_id)
    groups.link_events({p.document_id for p in taken}, by=by, why=why)
    record.rebuild_custody(people.values())
    report.taken = len(taken)
    return report


@transaction.atomic
def reject(proposals: Iterable[Proposal], *, by: str, why: str) -> int:
    """Refuse proposals; what an earlier acceptance put into the record is taken back. Returns how many."""
    mine = list(proposals)
    accepted = [proposal for proposal in mine if proposal.state == "accepted"]
    _decide(mine, "rejected", by, why)
    people = {p.mention.person for p in accepted if p.mention and p.mention.person}
    for person in people:
        recompute_person(person, by=by, why=why)
    groups.recompute({p.document_id for p in accepted if p.subject != "person"}, by=by, why=why)
    record.rebuild_custody(people)
    return len(mine)


@transaction.atomic
def settle(mention: Mention, person: Person | None, *, by: str, why: str = "") -> Mention:
    """A researcher says who a mention is: somebody known, or (None) a new person.

    A mention whose proposals were already accepted may move to another person; both are recomputed.
    """
    before = mention.person
    mention.person = person
    mention.match = "link" if person else "new"
    mention.decided_by, mention.decided_at, mention.why = by, timezone.now(), why
    mention.save()
    accepted = list(mention.proposals.filter(state="accepted"))
    if accepted and person is None:
        person = person_of(mention, accepted, by=by, why=why)
    changed = [one for one in (before, person) if one and accepted and before != person]
    for one in changed:
        recompute_person(one, by=by, why=why)
    record.rebuild_custody(changed)
    return mention


def person_of(
    mention: Mention, proposals: list[Proposal], *, by: str, why: str, decision: Decision | None = None
) -> Person | None:
    """The person of the record that a mention is, made if nobody fits; None where that is a question."""
    if mention.person is not None:
        return mention.person
    if not mention.decided_by:
        decision = decision or resolve(mention)
        mention.match, mention.candidates = decision.action, as_rows(decision)
        if decision.action == "link":
            mention.person = Person.objects.get(public_id=decision.person)
    if mention.match == "new":
        person = Person(visibility=groups.openness(proposals), country=mention.country, gender=mention.gender)
        record.save(person, by=by, why=why)
        mention.person = person
    mention.save()
    return mention.person


def _question(mention: Mention) -> str:
    names = ", ".join(candidate["name"] for candidate in mention.candidates)
    if not names:
        return f"{mention.document}: who is “{mention.name}”? A part of a name alone makes no person."
    return f"{mention.document}: is {mention.name} the same person as {names}?"


def _decide(proposals: list[Proposal], state: str, by: str, why: str, unattended: bool = False) -> None:
    now = timezone.now()
    for proposal in proposals:
        proposal.state, proposal.decided_by, proposal.decided_at, proposal.why = state, by, now, why
        proposal.unattended = unattended
    fields = ["state", "decided_by", "decided_at", "why", "unattended"]
    Proposal.objects.bulk_update(proposals, fields)
