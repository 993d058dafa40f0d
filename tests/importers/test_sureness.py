"""Every proposal says how sure it is, and why."""

import pytest

from importers.models import Proposal
from importers.pipeline import import_reading
from importers.sureness import sureness
from tests.importers.helpers import claims_of, found_in
from tests.importers.texts import ARREST, reading

COUNTS = """Georgia: Many freed

Tbilisi, 4 March 2024

On 2 March 2024, 31 prisoners were released in Tbilisi.
"""


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Nino Varazashvili was arrested on 2 March 2024.", "found as subject"),
        ("Nino Varazashvili was reportedly arrested on 2 March 2024.", "the source tells it with a hedge"),
        ("Nino Varazashvili was arrested yesterday.", "its date was worked out"),
    ],
)
def test_a_claim_names_what_makes_it_sure_or_less_sure(sentence: str, reason: str) -> None:
    [claim] = claims_of(found_in(f"Journalist {sentence}"), "Nino Varazashvili", "arrest")
    assert reason in sureness(claim)[1]


def test_a_claim_about_whom_a_pronoun_means_is_less_sure() -> None:
    text = "Journalist Nino Varazashvili was arrested on 2 March 2024. She was released on 5 March 2024."
    [named] = claims_of(found_in(text), "Nino Varazashvili", "arrest")
    [meant] = claims_of(found_in(text), "Nino Varazashvili", "release")
    assert sureness(meant)[0] < sureness(named)[0]
    assert "found as pronoun" in sureness(meant)[1]


@pytest.mark.django_db
@pytest.mark.parametrize("text", [ARREST, COUNTS])
def test_no_proposal_is_without_a_reason(text: str) -> None:
    import_reading(reading(text), by="ana")
    proposals = Proposal.objects.all()
    assert proposals
    assert all(0 < p.confidence < 1 and p.reasons for p in proposals)
