"""When somebody was born, as far as the ages that dated sources tell allow."""

import pytest

from cases.models import Person
from importers.accept import accept, settle
from importers.models import Mention
from importers.pipeline import import_reading
from tests.importers.texts import reading

pytestmark = pytest.mark.django_db

TEXT = """Georgia: Journalist detained

Tbilisi, {day}

Journalist Nino Varazashvili, {age}, was arrested in Tbilisi.
"""
ROWS = [
    ("one age leaves a year", [("4 March 2024", 20)], "2003-03/2004-03"),
    ("two ages narrow it", [("4 March 2024", 20), ("10 September 2024", 21)], "2003-03/2003-09"),
    ("ages that cannot both be right say nothing", [("4 March 2024", 20), ("5 March 2024", 30)], ""),
]


@pytest.mark.parametrize(("told", "born"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_birth_date_is_as_wide_as_the_ages_leave_it(told: list[tuple[str, int]], born: str) -> None:
    for day, age in told:
        import_reading(reading(TEXT.format(day=day, age=age)), by="ana", accept_all=True)
    person = Person.objects.get()
    for mention in Mention.objects.filter(person=None):  # years of birth that differ are a question
        settle(mention, person, by="ana", why="The same case.")
        accept(mention.proposals.all(), by="ana")
    person.refresh_from_db()
    assert person.birth_date == born
    assert person.citations.count() == len(told)
