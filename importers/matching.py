"""Whom of the record a mention is: the database's part of resolution.

Candidates come from the keys of names; the decision is made by `importers.resolve`, which knows
nothing of the database.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from cases.models import NameToken, Person, PersonName
from importers.models import Mention
from importers.resolve import Decision, Known, decide
from importers.resolve import Mention as Named
from importers.resolve.block import block_tokens

MENTIONS_A_BATCH = 100  # their keys are the parameters of one query


def resolve(mention: Mention) -> Decision:
    """Link, new, or a question for a person, with scores and reasons."""
    return resolve_all([mention])[0]


def resolve_all(mentions: Sequence[Mention]) -> list[Decision]:
    """The same for each of many, against the record as it is now: none of them is a candidate for another.

    Three queries, whatever the number of mentions in one document.
    """
    decisions: list[Decision] = []
    for at in range(0, len(mentions), MENTIONS_A_BATCH):
        decisions += _resolve_batch(mentions[at : at + MENTIONS_A_BATCH])
    return decisions


def _resolve_batch(mentions: Sequence[Mention]) -> list[Decision]:
    named = [_named(mention) for mention in mentions]
    keys = [block_tokens(one) for one in named]
    block = _block(set().union(*keys))
    known = _known(set().union(*block.values()))
    return [_decide(one, _of(tokens, block, known)) for one, tokens in zip(named, keys, strict=True)]


def _of(tokens: set[str], block: dict[str, set[int]], known: dict[int, Known]) -> list[Known]:
    """The candidates of one mention: who shares a key with it."""
    keys = set().union(*(block[token] for token in tokens if token in block))
    return [known[key] for key in sorted(keys)]


def _decide(named: Named, candidates: Iterable[Known]) -> Decision:
    """A lone surname or given name that fits nobody known is a question too: it makes no person."""
    decision = decide(named, candidates)
    lone = all(len(name.split()) == 1 for name in named.names)
    return replace(decision, action="ask") if decision.action == "new" and lone else decision


def _named(mention: Mention) -> Named:
    return Named(
        names=tuple(full_names(mention)), gender=mention.gender, country=mention.country, birth_year=None
    )


def full_names(mention: Mention) -> list[str]:
    """The forms of a mention that have more than one part; the whole name where there is no such form."""
    forms = [form for form in [mention.name, *mention.also] if len(form.split()) > 1]
    return forms or [mention.name]


def _block(tokens: set[str]) -> dict[str, set[int]]:
    """The keys of the people who have a name with a token, for each of these tokens that anybody has."""
    if not tokens:
        return {}
    rows = NameToken.objects.filter(token__in=tokens, name__person__merged_into__isnull=True)
    block: dict[str, set[int]] = defaultdict(set)
    for token, person in rows.values_list("token", "name__person_id"):
        block[token].add(person)
    return block


def _known(keys: set[int]) -> dict[int, Known]:
    """These people as resolution knows them, by key, each with all their names."""
    if not keys:
        return {}
    names: dict[int, list[str]] = defaultdict(list)
    spelt = PersonName.objects.filter(person__in=keys).order_by("-is_primary", "text")
    for person, text in spelt.values_list("person_id", "text"):
        names[person].append(text)
    people = Person.objects.filter(pk__in=keys)
    columns = people.values_list("pk", "public_id", "gender", "country", "birth_date_earliest")
    return {
        pk: Known(public_id, tuple(names[pk]), gender, country, born.year if born else None)
        for pk, public_id, gender, country, born in columns
    }


def as_rows(decision: Decision) -> list[dict[str, Any]]:
    """The candidates of a decision as they are kept with the mention."""
    return [
        {"id": one.id, "name": one.name, "score": round(one.score, 3), "reasons": list(one.reasons)}
        for one in decision.candidates
    ]
