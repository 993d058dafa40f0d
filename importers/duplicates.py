"""People who may be in the record twice, and rows of a table who may be in it already.

Block, compare, score: only names that share the keys of a family name and of another part are compared, and
what the facts say is weighed as for a document. Nothing is decided in here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cases.models import Decision, Person, PersonName
from cases.names import ASK, blocks, compare, is_given
from importers.resolve import Candidate, Known
from importers.resolve import Mention as Named
from importers.resolve.decide import TOO_MUCH_AGAINST
from importers.resolve.facts import Facts
from importers.resolve.score import score
from importers.told import told_of_people

BATCH = 5000
CROWD = 100  # so many with one family name and one given name are not to be told apart by names


@dataclass(frozen=True, slots=True)
class One:
    """Somebody of the record, or of a table that is to be imported: `place` says where."""

    place: str  # a public id, or "line 7"
    names: tuple[str, ...]
    gender: str = "unknown"
    country: str = ""
    birth_year: int | None = None
    pk: int = 0  # of the record


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who may be one person: how well the names agree, and what speaks for and against it."""

    one: One
    other: One
    score: float
    against: int
    reasons: tuple[str, ...]


def people_of_record() -> Iterator[One]:
    """Everybody of the record who was not merged, with all their names."""
    last = 0
    people = Person.objects.filter(merged_into=None).order_by("pk")
    columns = ("pk", "public_id", "gender", "country", "birth_date_earliest")
    while batch := list(people.filter(pk__gt=last).values_list(*columns)[:BATCH]):
        spelt: dict[int, list[str]] = defaultdict(list)
        mine = PersonName.objects.filter(person__gte=batch[0][0], person__lte=batch[-1][0])
        for person, text in mine.order_by("-is_primary", "pk").values_list("person_id", "text"):
            spelt[person].append(text)
        for pk, public_id, gender, country, born in batch:
            yield One(public_id, tuple(spelt[pk]), gender, country, born.year if born else None, pk)
        last = batch[-1][0]


def pairs(rows: Iterable[One], among: Iterable[One] = (), least: float = ASK) -> list[Pair]:
    """The pairs of people that may be one, best first: within `rows`, and of `rows` with `among`.

    Two whom two facts tell apart, or whom a researcher told apart, are left out.
    """
    new = list(rows)
    everybody = [*new, *among]
    settled = _settled()
    found = []
    for left, right in _near(everybody, len(new)):
        one, other = everybody[left], everybody[right]
        if tuple(sorted((one.place, other.place))) not in settled and _alike(one, other) >= least:
            found.append((one, other))
    weighed = _weighed(found)
    return sorted(weighed, key=lambda pair: (-pair.score, pair.against, pair.one.place, pair.other.place))


def _settled() -> set[tuple[str, str]]:
    """The pairs of which a researcher said the last word."""
    latest: dict[tuple[str, str], str] = {}
    for one, other, verdict in Decision.objects.order_by("pk").values_list("one", "other", "verdict"):
        latest[one, other] = verdict
    return {pair for pair, verdict in latest.items() if verdict in ("same", "different")}


def _near(everybody: Sequence[One], new: int) -> Iterator[tuple[int, int]]:
    """The places of two who share a key, each pair once; the first is one of the new."""
    block: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(everybody):
        for key in _keys(one.names):
            block[key].append(place)
    seen: set[tuple[int, int]] = set()
    for places in block.values():
        if len(places) > CROWD:
            continue
        for at, left in enumerate(places):
            if left >= new:
                break
            for right in places[at + 1 :]:
                if (left, right) not in seen:
                    seen.add((left, right))
                    yield left, right


def _keys(names: Iterable[str]) -> set[int]:
    """What two must share to be compared: a key of a family name with one of another part, or a lone name.

    As numbers, since a record has millions of them; that two keys have one number costs a comparison.
    """
    found: set[int] = set()
    for block in (one for name in names for one in blocks(name)):
        others = [one for one in block.others if len(one) > 1]
        given = [one for one in others if is_given(one)] or others
        found |= {hash((family, one)) for family in block.exact | block.alike for one in given}
        letters = block.initials or [one for one in block.others if len(one) == 1]
        found |= {hash((family, one)) for family in block.exact for one in letters}
        if not block.others and not block.initials:
            found.add(hash(block.lone))
    return found


def _alike(one: One, other: One) -> float:
    return max((compare(left, right).score for left in one.names for right in other.names), default=0.0)


def _weighed(found: Sequence[tuple[One, One]]) -> Iterator[Pair]:
    """The pairs with what the facts say to them; not those whom two facts tell apart."""
    facts: dict[int, Facts] = {}
    keys = sorted({one.pk for pair in found for one in pair if one.pk})
    for at in range(0, len(keys), BATCH):
        facts |= told_of_people(keys[at : at + BATCH])
    for one, other in found:
        candidate = _candidate(one, other, facts)
        if candidate.against < TOO_MUCH_AGAINST:
            yield Pair(one, other, candidate.score, candidate.against, candidate.reasons)


def _candidate(one: One, other: One, facts: Mapping[int, Facts]) -> Candidate:
    mine, others = facts.get(one.pk, Facts()), facts.get(other.pk, Facts())
    said = Named(one.names, one.gender, one.country, one.birth_year, mine.shared, mine.last_alive)
    known = Known(
        other.place, other.names, other.gender, other.country, other.birth_year, others.shared, others.died
    )
    return score(said, known)
