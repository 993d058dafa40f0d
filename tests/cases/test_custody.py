"""What facts say of custody: rows of facts as one-line texts, and the status that follows."""

import pytest

from cases.custody import Custody, custody, reasons, status
from tests.cases.custody_notation import facts, shown, summary

ROWS = [
    # Held
    ("a arrest 2020-09-07", "detained investigation 2020-09-07 2020-09-07", ["2020-09-07 → "]),
    ("a arrest 2020-09", "detained investigation 2020-09 2020-09", ["2020-09 → "]),
    ("a arrest -", "detained investigation  ", [" → "]),
    ("a arrest - pub=2025-12-13", "detained investigation ../2025-12-13 ", ["../2025-12-13 → "]),
    ("a arrest 2025 pub=2025-05-03", "detained investigation 2025 2025", ["2025 → "]),
    ("h held 2025-12-19", "detained none ../2025-12-19 2025-12-19", ["../2025-12-19 → "]),
    ("h held - pub=2025-12-19", "detained none ../2025-12-19 2025-12-19", ["../2025-12-19 → "]),
    ("h held -", "detained none  ", [" → "]),
    ("a arrest 2020-09; h held 2025-12-19", "detained investigation 2020-09 2025-12-19", ["2020-09 → "]),
    (
        "a arrest 2020-09; h held 2025-12-19; g held 2025-12-13",
        "detained investigation 2020-09 2025-12-19",
        ["2020-09 → "],
    ),
    ("s sentence 2021-09-06", "detained convicted ../2021-09-06 2021-09-06", ["../2021-09-06 → "]),
    (
        "a arrest 2020-09-07; s sentence 2021-09-06",
        "detained convicted 2020-09-07 2021-09-06",
        ["2020-09-07 → "],
    ),
    ("a arrest 2020; s sentence 2020", "detained convicted 2020 2020", ["2020 → "]),
    ("h house 2021-03", "detained investigation 2021-03 2021-03", ["2021-03 → "]),
    ("a arrest 2021-01; h house 2021-03", "detained investigation 2021-01 2021-03", ["2021-01 → "]),
    ("h house 2021-01; a arrest 2021-03", "detained investigation 2021-01 2021-03", ["2021-01 → "]),
    ("p pretrial 2024-11", "detained investigation ../2024-11 2024-11", ["../2024-11 → "]),
    (
        "d disappearance 2020-09-07; a arrest 2020-09-09",
        "detained investigation 2020-09-07 2020-09-09",
        ["2020-09-07 → "],
    ),
    ("v visit 2024-11-12; i incommunicado 2023-02", "detained none ../2023-02 2024-11-12", ["../2023-02 → "]),
    ("h hospitalisation 2022-11", "detained none ../2022-11 2022-11", ["../2022-11 → "]),
    # Released
    ("r release 2025-12-13", "released closed 2025-12-13 2025-12-13", ["../2025-12-13 → 2025-12-13"]),
    ("r release -", "released closed  ", [" → ?"]),
    (
        "a arrest 2020-09-07; s sentence 2021-09-06; r release 2025-12-13",
        "released closed 2025-12-13 2025-12-13",
        ["2020-09-07 → 2025-12-13"],
    ),
    (
        "h held 2025-12-13; r release 2025-12-13",
        "released closed 2025-12-13 2025-12-13",
        ["../2025-12-13 → 2025-12-13"],
    ),
    (
        "s sentence - pub=2025-12-13; r release 2025-12-13",
        "released closed 2025-12-13 2025-12-13",
        ["../2025-12-13 → 2025-12-13"],
    ),
    (
        "a arrest 2021-05; r release 2021-06 bail",
        "released investigation 2021-06 2021-06",
        ["2021-05 → 2021-06"],
    ),
    (
        "a arrest 2021-05-05; r release 2021-05-05",
        "released closed 2021-05-05 2021-05-05",
        ["2021-05-05 → 2021-05-05"],
    ),
    ("a arrest 2021-05; x exile 2021-07", "released investigation 2021-07 2021-07", ["2021-05 → 2021-07"]),
    (
        "r release 2025-12-13; x exile 2025-12-13",
        "released closed 2025-12-13 2025-12-13",
        ["../2025-12-13 → 2025-12-13"],
    ),
    (
        "r release 2025-12-13; x exile 2025-12",
        "released closed 2025-12-13 2025-12-13",
        ["../2025-12-13 → 2025-12-13"],
    ),
    (
        "a arrest 2021-05; r release 2021-06-30; q release 2021-06",
        "released closed 2021-06-30 2021-06-30",
        ["2021-05 → 2021-06-30"],
    ),
    (
        "a arrest 2020; r release 2021 exiled; s sentence 2023",
        "released convicted 2021 2021",
        ["2020 → 2021"],
    ),
    # Taken again
    (
        "a arrest 2020-05; r release 2020-06; b arrest 2021-03",
        "detained investigation 2021-03 2021-03",
        ["2020-05 → 2020-06", "2021-03 → "],
    ),
    (
        "a arrest 2020-05; r release 2020-06 bail; s sentence 2021-03",
        "detained convicted 2021-03 2021-03",
        ["2020-05 → 2020-06", "2021-03 → "],
    ),
    (
        "a arrest 2020-05-01; r release 2021-06-02; b arrest 2021-06-02",
        "detained investigation 2021-06-02 2021-06-02",
        ["2020-05-01 → 2021-06-02", "2021-06-02 → "],
    ),
    (
        "a arrest 2020-05-01; b arrest 2021-03-02",
        "detained investigation 2021-03-02 2021-03-02",
        ["2020-05-01 → 2020-05-01/2021-03-02", "2021-03-02 → "],
    ),
    (
        "a arrest 2020-05; r release 2020-06; h held 2023-01-10",
        "detained closed 2020-06-01/2023-01-10 2023-01-10",
        ["2020-05 → 2020-06", "2020-06-01/2023-01-10 → "],
    ),
    (
        "a arrest 2020-05; r release 2020-06; p pretrial 2020-08",
        "detained investigation 2020-06-01/2020-08-31 2020-08",
        ["2020-05 → 2020-06", "2020-06-01/2020-08-31 → "],
    ),
    (
        "a arrest 2020-05-01; s sentence 2020-05-02 15d; b arrest 2020-05-20",
        "detained convicted 2020-05-20 2020-05-20",
        ["2020-05-01 → 2020-05-16/2020-05-17", "2020-05-20 → "],
    ),
    (
        "a arrest 2020-05; r release 2020-06; q release 2023-06",
        "released closed 2023-06 2023-06",
        ["2020-05 → 2020-06", "2020-06-01/2023-06-30 → 2023-06"],
    ),
    # At large
    ("w wanted 2021", "at_large none 2021 ", []),
    ("x exile 2021", "at_large none 2021 ", []),
    ("s sentence 2023-03 absent", "at_large convicted 2023-03 ", []),
    ("w wanted 2021; s sentence 2023-03 absent", "at_large convicted 2021 ", []),
    ("w wanted 2021; s sentence 2023-03", "at_large convicted 2021 2023-03", []),
    ("w wanted 2021; a arrest 2022-05", "detained investigation 2022-05 2022-05", ["2022-05 → "]),
    ("s sentence 2023-03 suspended", "at_large convicted 2023-03 ", []),
    ("s sentence 2023-03 fine", "at_large convicted 2023-03 ", []),
    (
        "s sentence 2023-03 suspended; b sentence 2024-03",
        "detained convicted 2024-03 2024-03",
        ["2024-03 → "],
    ),
    (
        "a arrest 2020-05; r release 2020-06; w wanted 2021",
        "at_large closed 2021 2020-06",
        ["2020-05 → 2020-06"],
    ),
    (
        "a arrest 2020-05; r release 2020-06; s sentence 2023-03 absent",
        "at_large convicted 2023-03 2020-06",
        ["2020-05 → 2020-06"],
    ),
    (
        "a arrest 2020-05; w wanted 2021",
        "at_large investigation 2021 2020-05",
        ["2020-05 → 2020-05-01/2021-12-31"],
    ),
    (
        "a arrest 2020-05; s sentence 2021-03 absent; h held 2021-04",
        "detained convicted 2020-05 2021-04",
        ["2020-05 → "],
    ),
    # Penalties that take no liberty
    (
        "a arrest 2020-05; s sentence 2021-03 suspended",
        "released convicted 2021-03 2021-03",
        ["2020-05 → 2021-03"],
    ),
    (
        "a arrest 2020-05; s sentence 2021-03 fine",
        "released convicted 2021-03 2021-03",
        ["2020-05 → 2021-03"],
    ),
    (
        "a arrest 2020-05; s sentence 2021-03 suspended; h held 2021-04",
        "detained convicted 2020-05 2021-04",
        ["2020-05 → "],
    ),
    # Days that are over
    (
        "a arrest 2020-05-01; s sentence 2020-05-02 15d",
        "unknown convicted  2020-05-02",
        ["2020-05-01 → 2020-05-16/2020-05-17"],
    ),
    ("s sentence 2020-05-02 15d", "unknown convicted  2020-05-02", ["../2020-05-02 → 2020-05-02/2020-05-17"]),
    (
        "s sentence 2020-05-02 15d; h held 2020-07-01",
        "detained convicted ../2020-05-02 2020-07-01",
        ["../2020-05-02 → "],
    ),
    (
        "s sentence 2020-05-02 15d; r release 2020-05-17",
        "released closed 2020-05-17 2020-05-17",
        ["../2020-05-02 → 2020-05-17"],
    ),
    ("s sentence 2020-05-02 5y", "detained convicted ../2020-05-02 2020-05-02", ["../2020-05-02 → "]),
    # Dead
    ("d death 2023-07-11", "deceased none 2023-07-11 ", []),
    (
        "a arrest 2020-05; d death 2023-07-11",
        "deceased investigation 2023-07-11 2023-07-11",
        ["2020-05 → 2023-07-11"],
    ),
    ("a arrest 2020; r release 2021; d death 2023", "deceased closed 2023 2023", ["2020 → 2021"]),
    # What never counts
    ("r release 2025-12-13 planned", "unknown none  ", []),
    (
        "a arrest 2020-05; r release 2025-12-13 planned",
        "detained investigation 2020-05 2020-05",
        ["2020-05 → "],
    ),
    (
        "a arrest 2020-05; r release 2025-12-13 denied",
        "detained investigation 2020-05 2020-05",
        ["2020-05 → "],
    ),
    (
        "a arrest 2024-05; t trial 2025-12-15 planned",
        "detained investigation 2024-05 2024-05",
        ["2024-05 → "],
    ),
    ("t trial 2025-12-15", "unknown trial  ", []),
    ("c charge 2020-10", "unknown investigation  ", []),
    ("a arrest 2020-09; c charge -; s sentence 2021", "detained convicted 2020-09 2021", ["2020-09 → "]),
    ("s sentence 2021; b appeal 2022", "detained appealed ../2021 2021", ["../2021 → "]),
    ("z search 2020-05-01", "unknown none  ", []),
    # Reported only counts where nothing says otherwise
    ("r release 2025-12-13 ?", "released closed 2025-12-13 2025-12-13", ["../2025-12-13 → 2025-12-13"]),
]


@pytest.mark.parametrize(("text", "expected", "periods"), ROWS)
def test_status_stage_since_and_periods_follow_from_the_facts(
    text: str, expected: str, periods: list[str]
) -> None:
    found = custody(facts(text))
    assert " ".join(summary(found)) == expected
    assert [shown(one) for one in found.periods] == periods
    assert found.conflicts == ()
    assert found.reason.endswith(".")
    assert status(facts(text)) == found.status


def test_somebody_without_facts_is_unknown_and_says_so() -> None:
    assert custody([]) == Custody("unknown", "none", None, None, False, (), (), reasons.NOTHING_KNOWN)
