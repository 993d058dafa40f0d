"""How quickly the public search answers, and whether its statements read the indexes alone."""

import random
import time
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection

from cases.benchmark.calibration import NOMINAL as LOOP
from cases.benchmark.calibration import loop_milliseconds
from cases.benchmark.measure import slip
from cases.benchmark.people import Invented
from cases.public import search
from cases.publication.models import PublicPerson

PAGE = 50
NOMINAL = LOOP / 100  # seconds of ten million additions on the machine that the limits are meant for
KINDS = ("full name", "one slip", "surname", "initial and surname", "half typed")

WHOLE_TABLE = ("Seq Scan on publication_", "SCAN publication_")

Statement = tuple[str, Any]


def calibration() -> float:
    """Seconds that this machine takes for ten million additions, now: the loop of every benchmark."""
    return loop_milliseconds() / 100


def queries(people: list[Invented], seed: int = 3) -> Iterator[tuple[str, str]]:
    """For each of these people one thing that somebody might type, with its kind."""
    rng = random.Random(seed)  # noqa: S311 - names, not secrets
    for number, one in enumerate(people):
        kind, place = KINDS[number % len(KINDS)], rng.randrange(3)
        text, family = one.spellings[place], one.families[place]
        given = next((word for word in text.split() if word not in family.split()), text)
        yield (
            kind,
            {
                "full name": text,
                "one slip": slip(text, rng),
                "surname": family,
                "initial and surname": f"{given[0]}. {family}",
                "half typed": f"{given} {family[: max(3, len(family) // 2)]}",
            }[kind],
        )


def answer(query: str) -> list[Any]:
    """What the page does with a query, short of its HTML: the people of the first page and spellings."""
    rows = list(search.matching(PublicPerson.objects.order_by("sort_name", "id"), query)[:PAGE])
    search.spellings_found([row.pk for row in rows], query)
    return rows


def timed(ask: Callable[[str], Any], query: str) -> float:
    """Milliseconds that a query takes."""
    started = time.perf_counter()
    ask(query)
    return (time.perf_counter() - started) * 1000


def percentile(times: list[float], share: float) -> float:
    """The time within which this share of the queries was answered."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def scans(asked: list[str]) -> list[str]:
    """Lines of the plans of these queries that read a whole table; there should be none."""
    statements: list[Statement] = []

    def keep(execute: Callable[..., Any], sql: str, parameters: Any, many: bool, context: Any) -> Any:
        statements.append((sql, parameters))
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(keep):
        for query in asked:
            search.people(query)
    lines = (line for sql, parameters in statements for line in _plan(sql, parameters))
    return sorted(
        {line for line in lines if "Seq Scan on publication_" in line or "SCAN publication_" in line}
    )


def _plan(sql: str, parameters: Any) -> Iterator[str]:
    word = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
    with connection.cursor() as cursor:
        cursor.execute(f"{word} {sql}", parameters)
        for row in cursor.fetchall():
            yield str(row[-1])
