"""One incident told several times in an article is one: the passage with the finest date stands for it."""

from collections.abc import Sequence
from dataclasses import replace

from cases.dates import compatible, parse
from importers.spans import Article, GroupEvent, PersonFound

FAMILIES = {"pardon": "release"}  # a pardon of thirty-one and the release of thirty-one are one incident
STRENGTH = ("exactly", "more_than", "about", "nearly")


def once(events: Sequence[GroupEvent]) -> list[GroupEvent]:
    """Each incident of an article once; a pardon beside a release of the same number is a pardon."""
    groups: dict[tuple[int, int, str], list[GroupEvent]] = {}
    for event in events:
        groups.setdefault((event.article, event.count, FAMILIES.get(event.kind, event.kind)), []).append(
            event
        )
    found = []
    for same in groups.values():
        best = max(
            same,
            key=lambda one: (len(one.date), one.date_basis == "stated", one.modality == "stated", -one.start),
        )
        kind = "pardon" if any(one.kind == "pardon" for one in same) else best.kind
        found.append(replace(best, kind=kind))
    return sorted(found, key=lambda one: one.start)


def with_names(event: GroupEvent, people: Sequence[PersonFound], articles: Sequence[Article]) -> GroupEvent:
    """The incident with those of its article of whom the same is told for the same date."""
    article = articles[event.article]
    kinds = {event.kind, FAMILIES.get(event.kind, event.kind)}
    named = [
        person.name
        for person in people
        if any(
            claim.kind in kinds
            and article.start <= claim.start < article.end
            and _same_day(claim.date, event.date)
            for claim in person.claims
        )
    ]
    return replace(event, named=tuple(named))


def _same_day(a: str, b: str) -> bool:
    return bool(a and b) and compatible(parse(a), parse(b))
