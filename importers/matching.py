"""Whom of the record a mention is: the database's part of resolution.

Candidates come from the keys of names; the decision is made by `importers.resolve`, which knows
nothing of the database. However many people the record has, few are looked at: where a family name is
common, only who shares another part of the name as well.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from cases.models import NameToken, Person, PersonName
from cases.names import Block, key
from importers.models import Mention
from importers.resolve import Decision, Known, decide
from importers.resolve import Mention as Named
from importers.resolve.block import blocks_of
from importers.resolve.facts import Facts
from importers.told import told_of_mentions, told_of_people

MENTIONS_A_BATCH = 100  # their keys are the parameters of one query
LOOKUPS_A_QUERY = 200  # SQLite joins no more than 500 selects
COMMON = 30  # so many people with one key are looked at; of a commoner one, who shares more than it
SCANNED = 1000  # of those with a common family name, so many are asked for another part that is alike


def resolve(mention: Mention) -> Decision:
    """Link, new, or a question for a person, with scores and reasons."""
    return resolve_all([mention])[0]


def resolve_all(mentions: Sequence[Mention], told: Mapping[str, Facts] | None = None) -> list[Decision]:
    """The same for each of many, against the record as it is now: none of them is a candidate for another.

    `told` is what the document tells of each, by name; it is read from the proposals where it is not given.
    The number of queries does not grow with the mentions.
    """
    decisions: list[Decision] = []
    for at in range(0, len(mentions), MENTIONS_A_BATCH):
        batch = mentions[at : at + MENTIONS_A_BATCH]
        decisions += _resolve_batch(batch, told_of_mentions(batch) if told is None else told)
    return decisions


def _resolve_batch(mentions: Sequence[Mention], told: Mapping[str, Facts]) -> list[Decision]:
    named = [_named(mention, told.get(mention.name, Facts())) for mention in mentions]
    found = _found(named)
    known = _known(set().union(*(one.people for one in found)))
    weighed = [decide(one, _of(its, known)) for one, its in zip(named, found, strict=True)]
    asked = {candidate.id for decision in weighed for candidate in decision.candidates}
    known = _with_facts(known, asked)
    settled = [
        decide(one, _of(its, known)) if first.candidates else first
        for one, its, first in zip(named, found, weighed, strict=True)
    ]
    return [_decided(*one) for one in zip(named, found, settled, strict=True)]


@dataclass(slots=True)
class _Found:
    """The people who share keys with a mention; `all` where nobody who does was left out."""

    people: set[int]
    all: bool = True


def _of(found: _Found, known: Mapping[int, Known]) -> list[Known]:
    return [known[key] for key in sorted(found.people) if key in known]


def _decided(named: Named, found: _Found, decision: Decision) -> Decision:
    """A lone name that fits nobody is a question too: it makes no person. So is a name that too many bear."""
    lone = all(len(name.split()) == 1 for name in named.names)
    if decision.action == "new" and lone:
        return replace(decision, action="ask")
    if decision.action == "link" and not found.all:
        many = "More people have such a name than can be looked at."
        return replace(decision, action="ask", person="", reason=many)
    return decision


def _named(mention: Mention, facts: Facts) -> Named:
    return Named(
        names=tuple(full_names(mention)),
        gender=mention.gender,
        country=mention.country,
        birth_year=facts.birth_year,
        facts=facts.shared,
        last_alive=facts.last_alive,
    )


def full_names(mention: Mention) -> list[str]:
    """The forms of a mention that have more than one part; the whole name where there is no such form."""
    forms = [form for form in [mention.name, *mention.also] if len(form.split()) > 1]
    return forms or [mention.name]


def _found(mentions: Sequence[Named]) -> list[_Found]:
    """For each mention the people to look at."""
    blocks = [blocks_of(one) for one in mentions]
    tokens = sorted({token for mine in blocks for block in mine for token in block.exact})
    people = dict(zip(tokens, _looked_up([(BEARERS, [token]) for token in tokens]), strict=True))
    common = {token for token, found in people.items() if len(found) > COMMON}
    pending: dict[Block | str, Lookup] = {block: _narrowed(block) for mine in blocks for block in mine}
    keys = [[key(name) for name in one.names] for one in mentions]
    pending |= {whole: (NAMESAKES, [whole]) for mine in keys for whole in mine}
    alone = sorted({block.lone for mine in blocks for block in mine if block.exact & common})
    pending |= {lone: (NAMESAKES, [lone]) for lone in alone}
    narrowed = dict(zip(pending, _looked_up(list(pending.values())), strict=True))
    return [_of_blocks(*one, people, common, narrowed) for one in zip(keys, blocks, strict=True)]


def _of_blocks(
    keys: Sequence[str],
    blocks: Sequence[Block],
    people: Mapping[str, set[int]],
    common: set[str],
    narrowed: Mapping[Block | str, set[int]],
) -> _Found:
    found = _Found(set())
    for whole in keys:
        found.people |= narrowed[whole]
        found.all = found.all and len(narrowed[whole]) <= COMMON
    for block in blocks:
        found.people |= narrowed[block] | narrowed.get(block.lone, set())
        for token in block.exact - common:
            found.people |= people[token]
    return found


_TOKENS, _NAMES = NameToken._meta.db_table, PersonName._meta.db_table
# Who has a token: a look into the index that ends where the token turns out to be common.
BEARERS = (
    f"SELECT DISTINCT n.person_id FROM {_TOKENS} t JOIN {_NAMES} n ON n.id = t.name_id"  # noqa: S608 - names of tables
    " WHERE t.token = %s"
)
# Whose whole name has one key, however common its parts are.
NAMESAKES = f"SELECT DISTINCT n.person_id FROM {_NAMES} n WHERE n.key = %s"  # noqa: S608 - a name of a table
# Who shares two parts of a name, among some who have the first. CROSS JOIN, since SQLite keeps its order.
SHARING = (
    "SELECT DISTINCT n.person_id FROM"  # noqa: S608 - names of tables
    f" (SELECT name_id FROM {_TOKENS} WHERE token IN ({{family}}) LIMIT {{most}}) t"
    f" CROSS JOIN {_TOKENS} o CROSS JOIN {_NAMES} n"
    " WHERE o.name_id = t.name_id AND o.token IN ({others}) AND n.id = t.name_id"
)
Lookup = tuple[str, list[str]]


def _narrowed(block: Block) -> Lookup:
    """The look-up of those whose family name is near or alike, and who share another part with it.

    A name of one part has no other: then some of those who bear it, for a researcher to see the question.
    """
    if not block.others:
        return BEARERS, sorted(block.exact)[:1]
    family, others = sorted(block.exact | block.alike), sorted(block.others)
    sql = SHARING.format(family=_places(family), others=_places(others), most=SCANNED)
    return sql, [*family, *others]


def _places(values: Sequence[str]) -> str:
    return ", ".join(["%s"] * len(values))


def _looked_up(lookups: Sequence[Lookup]) -> list[set[int]]:
    """What each of these finds, of each COMMON and one more at the most: one query for many of them."""
    found: list[set[int]] = [set() for _ in lookups]
    for at in range(0, len(lookups), LOOKUPS_A_QUERY):
        batch = lookups[at : at + LOOKUPS_A_QUERY]
        parts = [
            f"SELECT {at + n}, person_id FROM ({sql} LIMIT {COMMON + 1}) AS found{n}"  # noqa: S608 - numbers
            for n, (sql, _) in enumerate(batch)
        ]
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), [value for _, values in batch for value in values])
            for place, person in cursor.fetchall():
                found[place].add(person)
    return found


def _known(keys: set[int]) -> dict[int, Known]:
    """These people as resolution knows them, by key, each with all their names."""
    if not keys:
        return {}
    names: dict[int, list[str]] = defaultdict(list)
    spelt = PersonName.objects.filter(person__in=keys).order_by("-is_primary", "text")
    for person, text in spelt.values_list("person_id", "text"):
        names[person].append(text)
    people = Person.objects.filter(pk__in=keys, merged_into=None)
    columns = people.values_list("pk", "public_id", "gender", "country", "birth_date_earliest")
    return {
        pk: Known(public_id, tuple(names[pk]), gender, country, born.year if born else None)
        for pk, public_id, gender, country, born in columns
    }


def _with_facts(known: Mapping[int, Known], asked: set[str]) -> dict[int, Known]:
    """The same with what the record tells of those who are in question."""
    told = told_of_people([pk for pk, person in known.items() if person.id in asked])
    return {
        pk: replace(person, facts=told[pk].shared, died=told[pk].died) if pk in told else person
        for pk, person in known.items()
    }


def as_rows(decision: Decision) -> list[dict[str, Any]]:
    """The candidates of a decision as they are kept with the mention."""
    return [
        {"id": one.id, "name": one.name, "score": round(one.score, 3), "reasons": list(one.reasons)}
        for one in decision.candidates
    ]
