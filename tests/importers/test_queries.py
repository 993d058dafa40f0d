"""How often an import asks the database: as often for a page of people as for one."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Event, Person
from importers.pipeline import import_reading
from tests.importers.texts import reading

pytestmark = pytest.mark.django_db
GIVEN = ("Nino", "Davit", "Mariam", "Zurab", "Tekla", "Irakli", "Salome", "Vakhtang")
FAMILIES = ("Varazashvili", "Tsulukadze", "Kobalidze", "Mgeladze")


def page(people: int, first: int = 0) -> str:
    """A document in which so many people were arrested and sentenced."""
    told = []
    for number in range(first, first + people):
        name = f"{GIVEN[number % len(GIVEN)]} {FAMILIES[number // len(GIVEN)]}"
        told.append(
            f"Journalist {name} was arrested on {1 + number % 28} March 2024 in Tbilisi. The Tbilisi City"
            f" Court sentenced {name} to {2 + number % 5} years in prison on 9 June 2024."
        )
    return "Georgia: Journalists\n\nTbilisi, 10 June 2024\n\n" + "\n\n".join(told) + "\n"


def queries(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        work()
    return len(asked)


def taken(text: str, accept_all: bool) -> Callable[[], object]:
    return lambda: import_reading(reading(text), by="ana", accept_all=accept_all)


def test_proposing_asks_as_often_for_many_people_as_for_one() -> None:
    taken(page(1), False)()  # what is asked once a process
    one, many = queries(taken(page(1, 1), False)), queries(taken(page(20, 2), False))
    assert many <= one


def test_accepting_asks_as_often_for_many_people_as_for_one() -> None:
    taken(page(1), True)()
    one = queries(taken(page(1, 1), True))
    many = queries(taken(page(20, 2), True))
    assert Person.objects.count() == 22
    assert many <= one


def test_accepting_more_of_people_who_are_known_asks_as_often_for_many_as_for_one() -> None:
    taken(page(21), True)()
    later = "Released\n\n12 May 2025\n\n" + page(21).partition("2024\n\n")[2]
    one = queries(taken(later.partition("\n\nJournalist Davit")[0] + "\n", True))
    many = queries(taken(later, True))
    assert Person.objects.count() == 21
    assert Event.objects.filter(kind="arrest").count() == 21
    assert many <= one
