"""Dates that follow from the arrest told before and the day of the report."""

import pytest

from importers.between import REASON, common
from tests.importers.helpers import claims_of, found_in

ARRESTED = "On 14 May 2022 police detained the activist Samuel Okello. "


@pytest.mark.parametrize(
    ("first", "last", "sure"),
    [
        ("2022-05-14", "2022-05-18", "2022-05"),
        ("2022-05", "2022-05-18", "2022-05"),
        ("2022-05-14", "2022-07-01", "2022"),
        ("2022", "2022-07-01", "2022"),
        ("2021-05-14", "2022-07-01", ""),
        ("2022-05~", "2022-05-18", ""),
        ("2022-05-14/2022-05-16", "2022-05-18", ""),
        ("2022-05-19", "2022-05-18", ""),
        ("2022-05-14", "", ""),
    ],
)
def test_only_what_two_dates_have_in_common_is_sure(first: str, last: str, sure: str) -> None:
    assert common(first, last) == sure


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        (f"{ARRESTED}He was taken far away, after which he was freed.", "2022-05-18", "2022-05"),
        (f"{ARRESTED}He was taken far away, after which he was freed.", "2022-08-18", "2022"),
        (f"{ARRESTED}He was taken far away, after which he was freed.", "2023-08-18", ""),
        (f"{ARRESTED}He had previously been freed by a court.", "2022-05-18", ""),
    ],
)
def test_a_release_lies_between_the_arrest_and_the_report(text: str, published: str, date: str) -> None:
    (release,) = claims_of(found_in(text, published), "Samuel Okello", "release")
    assert release.date == date
    assert (REASON in release.reasons) == bool(date)
    assert release.date_basis == ("inferred" if date else "")
