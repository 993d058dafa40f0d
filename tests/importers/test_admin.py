"""Review of proposals at the desk."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.management.commands.create_researcher import researchers
from cases.models import Event, Person, Source
from importers.models import Mention, Proposal
from importers.pipeline import import_reading
from tests.cases import builders as b
from tests.cases.admin.cast import errors, submit
from tests.importers.texts import ARREST, SENTENCE, reading

pytestmark = pytest.mark.django_db
LIST = reverse("admin:index") + "importers/proposal/"


@pytest.fixture
def desk() -> Client:
    user = User.objects.create_user("vera", is_staff=True)
    user.groups.add(researchers())
    client = Client()
    client.force_login(user)
    return client


def proposed(text: str = ARREST, kind: str = "arrest") -> Proposal:
    import_reading(reading(text), by="ana")
    return Proposal.objects.filter(kind=kind, document__text__startswith=text[:20]).order_by("-pk")[0]


def page(proposal: Proposal) -> str:
    return reverse("admin:importers_proposal_change", args=[proposal.pk])


def act(desk: Client, action: str, *proposals: Proposal, **more: str) -> Any:
    chosen = [one.pk for one in proposals]
    return desk.post(LIST, {"action": action, "_selected_action": chosen, **more}, follow=True)


def test_the_list_shows_the_passage_in_its_paragraph(desk: Client) -> None:
    proposal = proposed()
    shown = desk.get(LIST).content.decode()
    assert f"<mark>{proposal.quote}</mark>" in shown
    assert "Nino Varazashvili" in shown


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 1),
        ("state=rejected", 0),
        ("state=all&kind__exact=arrest", 1),
        ("match=new", 1),
        ("match=link", 0),
        ("sure=low", 0),
        ("q=Varazashvili", 1),
        ("q=nobody", 0),
    ],
)
def test_the_list_is_filtered(desk: Client, query: str, number: int) -> None:
    proposed()
    Proposal.objects.exclude(kind="arrest").delete()
    answer: Any = desk.get(f"{LIST}?{query}")
    assert answer.context["cl"].result_count == number


def test_a_proposal_is_accepted_as_it_is(desk: Client) -> None:
    proposal = proposed()
    answer = submit(desk, page(proposal), _accept="Accept", reason="Clear")
    assert answer.status_code == 302, errors(answer)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_by, proposal.why) == ("accepted", "vera", "Clear")
    assert proposal.decision is None
    assert Person.objects.get().events.get().date == "2024-03-02"


def test_a_corrected_reading_stands_beside_what_the_rules_said(desk: Client) -> None:
    proposal = proposed()
    machine = proposal.machine
    answer = submit(desk, page(proposal), _accept="Accept", date="2024-03", modality="reported")
    assert answer.status_code == 302, errors(answer)
    proposal.refresh_from_db()
    assert proposal.machine == machine
    assert proposal.decision is not None
    assert (proposal.decision["date"], proposal.decision["modality"]) == ("2024-03", "reported")
    event = Event.objects.get()
    assert (event.date, event.modality) == ("2024-03", "reported")


def test_an_accepted_reading_can_be_corrected_later(desk: Client) -> None:
    proposal = proposed()
    submit(desk, page(proposal), _accept="Accept")
    before = Event.objects.get().public_id
    answer = submit(desk, page(proposal), _continue="Keep", date="2024-03-01")
    assert answer.status_code == 302, errors(answer)
    event = Event.objects.get()
    assert (event.date, event.public_id) == ("2024-03-01", before)


def test_a_proposal_is_rejected_with_a_reason_and_its_event_goes(desk: Client) -> None:
    proposal = proposed()
    submit(desk, page(proposal), _accept="Accept")
    answer = submit(desk, page(proposal), _reject="Reject", reason="Of somebody else")
    assert answer.status_code == 302, errors(answer)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.why) == ("rejected", "Of somebody else")
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"_reject": "Reject"}, "Say why it is rejected"),
        ({"_accept": "Accept", "date": "yesterday"}, "“yesterday”"),
        ({"_accept": "Accept", "details": "[1]"}, "names with values"),
        ({"_accept": "Accept", "details": "{"}, "JSON"),
        ({"_accept": "Accept", "who": "other", "other": "nobody"}, "Nobody in the record"),
    ],
)
def test_a_review_that_says_too_little_comes_back(
    desk: Client, values: dict[str, str], complaint: str
) -> None:
    proposal = proposed()
    answer = submit(desk, page(proposal), **values)
    assert answer.status_code == 200
    assert complaint in errors(answer)
    proposal.refresh_from_db()
    assert proposal.state == "open"


def test_somebody_of_the_record_is_chosen_for_a_mention(desk: Client) -> None:
    proposal, known = proposed(), b.make_person("Nino Varazashvili-Beridze")
    answer = submit(desk, page(proposal), _accept="Accept", who="other", other=known.public_id)
    assert answer.status_code == 302, errors(answer)
    assert Mention.objects.get().person == known
    assert known.events.count() == 1


def test_candidates_are_offered_with_their_reasons(desk: Client) -> None:
    proposal, known = proposed(), b.make_person("Nino Varazashvili")
    Mention.objects.update(
        match="ask",
        candidates=[
            {"id": known.public_id, "name": "Nino Varazashvili", "score": 0.8, "reasons": ["same name"]}
        ],
    )
    assert "Nino Varazashvili (0.80: same name)" in desk.get(page(proposal)).content.decode()
    submit(desk, page(proposal), _accept="Accept", who=known.public_id)
    assert known.events.count() == 1


def test_proposals_are_accepted_in_bulk_with_a_reason(desk: Client) -> None:
    proposed()
    everything = list(Proposal.objects.all())
    assert 'name="reason"' in act(desk, "accept_selected", *everything).content.decode()
    assert not Person.objects.exists()
    shown = act(desk, "accept_selected", *everything, confirmed="yes", reason="Checked").content.decode()
    assert f"Accepted: {len(everything)}, about Nino Varazashvili." in shown


def test_proposals_are_rejected_in_bulk_with_a_reason(desk: Client) -> None:
    proposal = proposed()
    act(desk, "reject_selected", proposal, confirmed="yes", reason="An old story")
    proposal.refresh_from_db()
    assert (proposal.state, proposal.why) == ("rejected", "An old story")


def test_an_event_that_rests_on_proposals_is_not_deleted_by_hand(desk: Client) -> None:
    submit(desk, page(proposed()), _accept="Accept")
    event = Event.objects.get()
    address = reverse("admin:cases_event_delete", args=[event.pk])
    desk.post(address, {"post": "yes", "reason": "Wrong"})
    assert Event.objects.exists()


def test_the_proposals_of_a_source_are_on_its_page(desk: Client) -> None:
    proposal = proposed()
    shown = desk.get(reverse("admin:cases_source_change", args=[Source.objects.get().pk])).content.decode()
    assert page(proposal) in shown


@pytest.mark.parametrize("address", [f"{LIST}?state=all", reverse("admin:index") + "importers/mention/"])
def test_lists_take_no_more_queries_for_more_rows(desk: Client, address: str) -> None:
    def queries() -> int:
        desk.get(address)
        with CaptureQueriesContext(connection) as made:
            assert desk.get(address).status_code == 200
        return len(made)

    submit(desk, page(proposed()), _accept="Accept")
    few = queries()
    for text in (SENTENCE, ARREST.replace("Nino", "Tamar"), ARREST.replace("Nino", "Ana")):
        submit(desk, page(proposed(text, "sentence" if text == SENTENCE else "arrest")), _accept="Accept")
    assert queries() <= few


def test_strangers_are_sent_to_the_login(client: Client) -> None:
    assert client.get(LIST).status_code == 302
    assert client.get(page(proposed())).status_code == 302


def test_somebody_who_may_only_look_cannot_decide(client: Client) -> None:
    from django.contrib.auth.models import Permission

    user = User.objects.create_user("reader", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_proposal"))
    client.force_login(user)
    proposal = proposed()
    assert client.get(page(proposal)).status_code == 200
    client.post(page(proposal), {"_accept": "Accept"})
    act(client, "accept_selected", proposal, confirmed="yes", reason="x")
    proposal.refresh_from_db()
    assert proposal.state == "open"
