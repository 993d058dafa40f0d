"""What makes a claim less sure is named, and takes something off what its rule is worth."""

import pytest

from importers.confidence import FACTORS, confidence_of
from importers.rules import PERSON_RULES
from importers.spans import Claim
from tests.importers.helpers import claims_of, found_in

HEDGED, INFERRED = "the source tells it with a hedge", "its date was worked out"
WORTH = {rule.name: rule.confidence for rule in PERSON_RULES}
TABLE = [
    ("Adel Karimov was arrested on 3 May 2024.", "arrest", set()),
    ("Adel Karimov was reportedly arrested on 3 May 2024.", "arrest", {HEDGED}),
    ("Adel Karimov is ill. He was arrested on 3 May 2024.", "arrest", {"told of a pronoun"}),
    ("Writer Adel Karimov is ill. The writer was arrested on 3 May 2024.", "arrest", {"told of a role"}),
    ("“I was arrested on 3 May 2024,” Adel Karimov said.", "arrest", {"said in the first person"}),
    ("Adel Karimov was arrested on Monday.", "arrest", {INFERRED}),
    ("We call for Adel Karimov to be released.", "still_held", {"asked for, not told", INFERRED}),
    ("Adel Karimov was beaten and arrested on 3 May 2024.", "arrest", {"goes on from the verb before"}),
    ("Adel Karimov arrested on 3 May 2024\n\nThe town is quiet.", "arrest", {"told in a headline"}),
]


def doubts(claim: Claim) -> set[str]:
    return set(claim.reasons) & set(FACTORS)


@pytest.mark.parametrize(("text", "kind", "wanted"), TABLE, ids=[text for text, *_ in TABLE])
def test_what_makes_a_claim_less_sure_is_named(text: str, kind: str, wanted: set[str]) -> None:
    claim = claims_of(found_in(text), "Adel Karimov", kind)[-1]
    found = doubts(claim) - {"told within a quotation"}
    assert found == wanted
    assert claim.reasons[0].startswith("found as ")


def test_each_doubt_makes_a_claim_less_sure_and_they_add_up() -> None:
    assert all(0 < factor < 1 for factor in FACTORS.values())
    assert confidence_of(0.9, ("found as subject",)) == 0.9
    assert confidence_of(0.9, (HEDGED, INFERRED)) < confidence_of(0.9, (HEDGED,)) < 0.9


def test_two_claims_of_one_rule_are_not_equally_sure() -> None:
    plain, doubtful = (
        claims_of(found_in(text), "Adel Karimov", "arrest")[0]
        for text in ("Adel Karimov was arrested on 3 May 2024.", "Adel Karimov was reportedly arrested.")
    )
    assert plain.rule == doubtful.rule
    assert doubtful.confidence < plain.confidence == WORTH[plain.rule]
