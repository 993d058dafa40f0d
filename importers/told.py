"""What documents and the record tell of people, gathered for resolution in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from cases.models import Affiliation, Charge, Event
from importers.models import Mention, Proposal
from importers.resolve.facts import Facts, Told, facts_of
from importers.spans import Article, PersonFound


def told_of_found(people: Iterable[PersonFound], articles: Sequence[Article]) -> dict[str, Facts]:
    """What a reading tells of each person it found, by name; a name that stands for two tells nothing."""
    told: dict[str, list[Told]] = {}
    twice: set[str] = set()
    for person in people:
        if person.name in told:
            twice.add(person.name)
        told[person.name] = [
            Told(claim.kind, claim.date, claim.values, _published(claim.start, articles))
            for claim in person.claims
            if claim.modality in ("stated", "reported")
        ]
    return {name: facts_of(mine) for name, mine in told.items() if name not in twice}


def _published(start: int, articles: Sequence[Article]) -> str:
    return next((one.published for one in articles if one.start <= start < one.end), "")


def told_of_mentions(mentions: Iterable[Mention]) -> dict[str, Facts]:
    """What the proposals tell of each mention that is stored, by its name."""
    stored = {mention.pk: mention.name for mention in mentions if not mention._state.adding}
    told: dict[str, list[Told]] = defaultdict(list)
    rows = Proposal.objects.filter(mention__in=stored, state__in=("open", "accepted"))
    for row in rows.select_related("source").defer("quote"):
        answer = row.answer
        if answer.get("modality", "stated") in ("stated", "reported"):
            one = Told(row.kind, answer.get("date") or "", answer.get("values", {}), row.source.published)
            told[stored[row.mention_id or 0]].append(one)
    return {name: facts_of(mine) for name, mine in told.items()}


def told_of_people(keys: Sequence[int]) -> dict[int, Facts]:
    """What the record tells of each of these people, by key: three queries."""
    if not keys:
        return {}
    told: dict[int, list[Told]] = {key: [] for key in keys}
    events = Event.objects.filter(person__in=keys, modality__in=("stated", "reported"))
    columns = ("person_id", "kind", "date", "place", "organisation__name", "sentence__court__name")
    for person, kind, date, place, body, court in events.values_list(*columns):
        values = {"place": place, "court": court or body}
        told[person].append(Told(kind, date, values))
    for person, article, worded in Charge.objects.filter(person__in=keys).values_list(
        "person_id", "article", "as_worded"
    ):
        values = {"articles": [article]} if article else {"charges": [worded]}
        told[person].append(Told("charge", "", values))
    roles = Affiliation.objects.filter(person__in=keys)
    for person, name in roles.values_list("person_id", "organisation__name"):
        told[person].append(Told("affiliation", "", {"organisation": name}))
    return {key: facts_of(mine) for key, mine in told.items()}
