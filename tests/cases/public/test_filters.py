"""FilterSets: nothing is found where the question was not understood, whoever asks."""

from typing import Any

import pytest
from django.http import QueryDict

from cases.public.filters import EventFilter, PeopleFilter
from cases.public.strict import StrictFilterSet
from cases.publication.models import PublicEvent, PublicPerson
from tests.cases.public.site import world

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("kind", "model"), [(PeopleFilter, PublicPerson), (EventFilter, PublicEvent)])
@pytest.mark.parametrize("query", ["sort=x", "colour=red", "country=ZZ", "page=x", "country=BY&country=BY"])
def test_what_is_not_understood_has_no_rows(kind: type[StrictFilterSet], model: Any, query: str) -> None:
    world()
    assert kind(QueryDict(""), queryset=model.objects.all()).qs.exists()
    listing = kind(QueryDict(query), queryset=model.objects.all())
    assert not listing.qs.exists()
    assert len(listing.problems) == 1


def test_all_filters_at_once_find_the_one_whom_all_fit() -> None:
    world()
    query = (
        "q=kalesnikava&status=released&country=BY&organisation=Viasna&article=361-1&gender=female"
        "&arrested_from=2020-09-07&arrested_to=2020-09&released_from=2025&released_to=2025-12-13"
        "&held_on=2021&recognised_by=Amnesty+International&court=Minsk+Regional+Court&sort=name&page=1"
    )
    listing = PeopleFilter(QueryDict(query), queryset=PublicPerson.objects.all())
    assert listing.problems == []
    assert [person.name for person in listing.qs] == ["Maryia Kalesnikava"]


def test_a_chip_says_a_value_in_words() -> None:
    made = world()
    query = f"organisation={made['viasna'].public_id}&country=BY&status=detained&held_on=2021-05"
    listing = PeopleFilter(QueryDict(query), queryset=PublicPerson.objects.all())
    assert {chip.label: chip.value for chip in listing.chips()} == {
        "Organisation": "Viasna",
        "Country": "Belarus",
        "Status": "Detained",
        "In custody on": "2021-05",
    }
