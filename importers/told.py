"""What documents and the record tell of people, gathered for resolution in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cases.models import Affiliation, Charge, Citation, Event, PersonName
from cases.names import key
from importers.models import Mention, Proposal
from importers.resolve.facts import Facts, Told, facts_of
from importers.resolve.score import BESIDE
from importers.spans import Article, PersonFound

MOST = 5000  # of people in sources that are looked at: a list of thousands tells little of anybody


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
    beside = {name: key(name) for name in told}
    return {
        name: _with_others(facts_of(mine), {other for one, other in beside.items() if one != name})
        for name, mine in told.items()
        if name not in twice
    }


def _with_others(facts: Facts, keys: Iterable[str]) -> Facts:
    """The facts, with the keys of the names of others of whom the same source tells."""
    others = frozenset(keys)
    return replace(facts, shared={**facts.shared, BESIDE: others}) if others else facts


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
    """What the record tells of each of these people, by key, in a fixed number of queries."""
    if not keys:
        return {}
    told: dict[int, list[Told]] = {person: [] for person in keys}
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
    others = _named_beside(keys)
    return {person: _with_others(facts_of(mine), others.get(person, ())) for person, mine in told.items()}


def _named_beside(keys: Sequence[int]) -> Mapping[int, set[str]]:
    """The keys of the names of those whom a source of these people's events tells of as well."""
    cited = Citation.objects.filter(event__isnull=False, event__person__merged_into=None)
    sources: dict[int, set[int]] = defaultdict(set)
    for person, source in cited.filter(event__person__in=keys).values_list("event__person_id", "source_id"):
        sources[source].add(person)
    pairs = cited.filter(source__in=sources).values_list("source_id", "event__person_id").distinct()[:MOST]
    beside: dict[int, set[int]] = defaultdict(set)
    for source, other in pairs:
        for person in sources[source] - {other}:
            beside[person].add(other)
    everybody = set().union(*beside.values())
    names = dict(
        PersonName.objects.filter(person__in=everybody, is_primary=True).values_list("person_id", "key")
    )
    return {person: {names[one] for one in others if one in names} for person, others in beside.items()}
