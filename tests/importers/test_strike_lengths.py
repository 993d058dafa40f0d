"""The days of a hunger strike are no prison term, and a term beside a strike still is one."""

import pytest

from tests.importers.helpers import claims_of, found_in


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Imprisoned economist Tomas Veliz Carrasco ends hunger strike after 31 days.", 0),
        ("On Monday Tomas Veliz Carrasco was sentenced to 31 days in prison after a hunger strike.", 1),
    ],
)
def test_the_days_of_a_hunger_strike_are_no_term(text: str, terms: int) -> None:
    found = found_in(f"{text}\n\nTomas Veliz Carrasco was arrested on 3 May 2024.")
    assert len(claims_of(found, "Tomas Veliz Carrasco", "sentence")) == terms
