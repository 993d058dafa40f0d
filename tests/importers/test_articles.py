"""Which articles of a law a charge names: text -> numbers, parts in brackets."""

import pytest

from importers.charges import articles_of

TABLE = {
    "under Article 157 of the Criminal Code": ["157"],
    "under Article 157-1, part 2, of the Criminal Code": ["157-1(2)"],
    "under Article 342, part 1 and part 2": ["342(1)", "342(2)"],
    "under Articles 157 and 158": ["157", "158"],
    "under Section 124A": ["124A"],
    "under Article 234.4.3": ["234.4.3"],
    "part 2 of the plan": [],
}


@pytest.mark.parametrize(("text", "numbers"), TABLE.items(), ids=TABLE)
def test_articles_are_named_with_their_parts(text: str, numbers: list[str]) -> None:
    assert articles_of(text) == numbers
