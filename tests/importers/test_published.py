"""When an article was published: a field of a prisoner's life is not its date."""

import pytest

from importers.published import published_of


@pytest.mark.parametrize(
    ("field", "published"),
    [
        ("Date of birth: 3 May 1988", ""),
        ("**Date of arrest:** 14 June 2021", ""),
        ("Born: 3 May 1988", ""),
        ("Sentenced on: 2 March 2022", ""),
        ("Date: 3 May 2021", "2021-05-03"),
        ("Date of publication: 3 May 2021", "2021-05-03"),
    ],
)
def test_a_field_of_a_profile_is_not_the_day_of_publication(field: str, published: str) -> None:
    text = f"Profile: Ernesto Lamas Veitia\n\n{field}\nOccupation: barber\n\nHe is held in Camaguey.\n"
    assert published_of(text, 0, len(text))[0] == published
