"""What is told of a group, and then of those of it who are named."""

import pytest

from importers.extract import extract
from tests.importers.texts import reading

HEAD = "Tunis, 12 December 2025\n\n"
GROUP = (
    "Six activists face a criminal trial, the group said ahead of the opening of their trial on 15 December."
)
HELD = " have been held in pretrial detention for over 19 months."
ROWS = [
    ("the same word", "Three of the activists: Amel Trabelsi, Karim Jaziri and Sonia Mabrouk" + HELD, 3),
    ("them", "Two of them, Amel Trabelsi and Karim Jaziri," + HELD, 2),
    ("other people", "Two of the judges, Amel Trabelsi and Karim Jaziri," + HELD, 0),
    ("no part of a group", "Amel Trabelsi and Karim Jaziri" + HELD, 0),
]


@pytest.mark.parametrize(("text", "count"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_planned_trial_of_a_group_is_that_of_its_named_members(text: str, count: int) -> None:
    found = extract(reading(f"{HEAD}{GROUP}\n\n{text}\n"))
    planned = [c for p in found.people for c in p.claims if (c.kind, c.modality) == ("trial", "planned")]
    assert [(c.date, c.date_basis) for c in planned] == [("2025-12-15", "inferred")] * count
