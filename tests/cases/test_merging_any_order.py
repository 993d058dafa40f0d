"""Any merges, undone in any order, leave the record as it was: random sequences of both."""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from cases import merging, record, rowstate
from cases.models import CustodyPeriod, Merge, NameToken, Person
from tests.cases import builders as b

PEOPLE = 4
# Spellings and organisations are shared, so that merged people have what the other has already.
SPELLINGS = ("Maryia Kalesnikava", "Мария Колесникова", "Maria Kolesnikova")


def cast() -> list[Person]:
    """People with something of every kind, much of it alike."""
    source, court = b.make_source(), b.make_organisation("Viasna", key="viasna")
    people = []
    for n in range(PEOPLE):
        person = b.make_person(
            f"Person {n}", gender=("unknown", "female")[n % 2], birth_date=("", "1982")[n % 2]
        )
        for spelling in SPELLINGS[n % 2 : n % 2 + 2]:
            b.make_citation(source, b.make_name(person, spelling))
        event = b.make_event(person, "arrest", f"2020-09-0{n + 1}", source=source)
        b.make_event(person, "sentence", f"2021-09-0{n + 1}", sentence={"years": n + 1})
        b.make_citation(source, b.make_charge(person, "tax evasion", event=event))
        b.make_citation(source, b.make_affiliation(person, court, role=("member", "founder")[n % 2]))
        b.make_citation(source, b.make_recognition(person, court))
        b.make_citation(source, person)
        people.append(person)
    record.rebuild_custody(people)
    return people


def dump(exactly: bool = True) -> Any:
    """The whole record of people; without the times of changes where merges are in force."""
    rows = rowstate.rows_of(Person.objects.all())
    if not exactly:
        rows = {key: {**row, "updated_at": ""} for key, row in rows.items()}
    tokens = sorted(NameToken.objects.values_list("name", "token"))
    periods = sorted(CustodyPeriod.objects.values_list("person", "start", "end", "open"))
    return rows, tokens, periods


class Merging(RuleBasedStateMachine):
    """Joins any two and takes apart any; what the record is depends on the merges in force alone."""

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.savepoint()

    @initialize()
    def begin(self) -> None:
        cast()
        self.untouched = dump()
        self.seen: dict[tuple[tuple[str, str], ...], Any] = {}
        self.check()

    def active(self) -> list[Merge]:
        return list(Merge.objects.filter(undoes=None, undone=None).order_by("pk"))

    def alive(self) -> list[Person]:
        return list(Person.objects.filter(merged_into=None).order_by("pk"))

    @rule(data=st.data())
    @precondition(lambda self: len(self.alive()) > 1)
    def merge(self, data: st.DataObject) -> None:
        gone, kept = data.draw(st.permutations(self.alive()))[:2]
        merging.merge(gone, into=kept, by="vera", why="The same")
        self.check()

    @rule(data=st.data())
    @precondition(lambda self: self.active())
    def undo(self, data: st.DataObject) -> None:
        merging.undo(data.draw(st.sampled_from(self.active())), by="vera", why="Not the same")
        self.check()

    def check(self) -> None:
        """The same merges in force are the same record, however it came to them."""
        in_force = tuple((one.merged, one.kept) for one in self.active())
        now = dump(exactly=False)
        assert self.seen.setdefault(in_force, now) == now
        if not in_force:
            assert dump() == self.untouched
        assert len(self.alive()) == PEOPLE - len(in_force)

    def teardown(self) -> None:
        try:
            while active := self.active():
                merging.undo(active[len(active) // 2], by="vera", why="Not the same")
            assert dump() == self.untouched
        finally:
            transaction.savepoint_rollback(self.savepoint)


@pytest.mark.django_db
def test_any_merges_and_their_undoing_restore_the_record_exactly() -> None:
    quick = settings(
        max_examples=6,
        stateful_step_count=6,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),  # to make a failure smaller takes minutes
    )
    run_state_machine_as_test(Merging, settings=quick)
