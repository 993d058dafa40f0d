"""Accept and reject: the only writers from proposals into the record.

Accepting marks proposals and then recomputes what the accepted claims say, of each person, incident
and figure that they concern. Decided proposals are the source; machine-made rows are derived.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from cases import bulk, record
from cases.models import Person
from importers.matching import as_rows, resolve_all
from importers.models import Mention, Proposal
from importers.recompute import groups
from importers.recompute.people import recompute_people
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
    researcher who accepts the same proposals later confirms them. `decisions` are those of a document that
    was stored in this transaction: nothing else was accepted of its mentions, which are not resolved again.

    A mention that may be somebody known is a question: its proposals stay open, and the report says so.
    """
    report = Accepted()
    by_mention: dict[Mention | None, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        if proposal.state != "accepted" or (proposal.unattended and not unattended):
            by_mention[proposal.mention].append(proposal)
    told = {mention: mine for mention, mine in by_mention.items() if mention is not None}
    sure = [one for one in told if not unattended or one.confidence >= SURE]
    made = identify({one: told[one] for one in sure}, decisions, by=by, why=why, unattended=unattended)
    taken: list[Proposal] = list(by_mention.get(None, []))
    people: dict[int, Person] = {}
    for mention, mine in told.items():
        if unattended and mention.confidence < SURE:
            report.left.append(f"{mention.document}: speaks of {mention.name} in passing; is it a case?")
        elif mention.person is None:
            report.left.append(_question(mention))
        else:
            people.setdefault(mention.person.pk, mention.person)
            taken += mine
    _decide(taken, "accepted", by, why, unattended)
    groups.recompute({p.document_id for p in taken if p.subject != "person"}, by=by, why=why)
    new = {made[mention].pk: told[mention] for mention in made} if decisions is not None else {}
    recompute_people(list(people.values()), by=by, why=why, new=new)
    report.people = {person.public_id for person in people.values()}
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
    recompute_people(list(people), by=by, why=why)
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
        identify({mention: accepted}, by=by, why=why)
        person = mention.person
    changed = [one for one in (before, person) if one and accepted and before != person]
    recompute_people(changed, by=by, why=why)
    record.rebuild_custody(changed)
    return mention


def identify(
    mentions: Mapping[Mention, Sequence[Proposal]],
    decisions: Mapping[int, Decision] | None = None,
    *,
    by: str,
    why: str,
    unattended: bool = False,
) -> dict[Mention, Person]:
    """Give each mention the person of the record that it is, made if nobody fits; a question stays without.

    Returns the people made. All are resolved against the record as it was: none is a candidate for another.
    """
    without = [mention for mention in mentions if mention.person_id is None]
    open_ones = [mention for mention in without if not mention.decided_by]
    found = (
        {one.pk: decision for one, decision in zip(open_ones, resolve_all(open_ones), strict=True)}
        if decisions is None
        else decisions
    )
    linked = {found[one.pk].person for one in open_ones if found[one.pk].action == "link"}
    known = Person.objects.in_bulk(linked, field_name="public_id") if linked else {}
    for mention in open_ones:
        decision = found[mention.pk]
        mention.match, mention.candidates = decision.action, as_rows(decision)
        mention.person = known.get(decision.person)
    made: dict[Mention, Person] = {}
    for mention in without:
        if mention.match == "new":
            openness = groups.openness(mentions[mention])
            person = Person(visibility=openness, country=mention.country, gender=mention.gender)
            person.unattended = unattended
            made[mention] = mention.person = person
    record.save_many(made.values(), by=by, why=why)
    bulk.update(without, ["person", "match", "candidates"])
    return made


def _question(mention: Mention) -> str:
    names = ", ".join(candidate["name"] for candidate in mention.candidates)
    if not names:
        return f"{mention.document}: who is “{mention.name}”? A part of a name alone makes no person."
    return f"{mention.document}: is {mention.name} the same person as {names}?"


def _decide(proposals: list[Proposal], state: str, by: str, why: str, unattended: bool = False) -> None:
    """All get the same answer, so one statement writes it."""
    values = {"state": state, "decided_by": by, "decided_at": timezone.now(), "why": why}
    values["unattended"] = unattended
    for proposal in proposals:
        for name, value in values.items():
            setattr(proposal, name, value)
    Proposal.objects.filter(pk__in=[proposal.pk for proposal in proposals]).update(**values)
