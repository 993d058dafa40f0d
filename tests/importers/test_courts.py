"""Courts of sentences: a court that the source names is an organisation, any court is not."""

import pytest

from importers.recompute.events import is_named


@pytest.mark.parametrize(
    ("court", "named"),
    [("Minsk Regional Court", True), ("Supreme Court", True), ("court in Tbilisi", False), ("", False)],
)
def test_only_a_named_court_is_kept(court: str, named: bool) -> None:
    assert is_named(court) is named
