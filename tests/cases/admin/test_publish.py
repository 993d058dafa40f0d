"""Publishing and withdrawing from the list of people."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from cases.models import Person
from cases.publication.models import PublicPerson, Version
from tests.cases import builders as b
from tests.cases.admin.cast import full_person

pytestmark = pytest.mark.django_db
LIST = reverse("admin:index") + "cases/person/"


def act(desk: Client, action: str, *people: Person, **more: str) -> Any:
    return desk.post(
        LIST, {"action": action, "_selected_action": [one.pk for one in people], **more}, follow=True
    )


def test_publishing_asks_why_first(desk: Client) -> None:
    page = act(desk, "publish_selected", full_person()).content.decode()
    assert "Maryia Kalesnikava" in page
    assert 'name="reason"' in page
    assert not PublicPerson.objects.exists()


def test_publishing_says_what_was_published(desk: Client) -> None:
    person = full_person()
    page = act(desk, "publish_selected", person, confirmed="yes", reason="Checked").content.decode()
    assert "Published: Maryia Kalesnikava." in page
    version = Version.objects.get()
    assert (version.by, version.reason, version.subject_id) == ("vera", "Checked", person.public_id)


def test_publishing_again_says_that_nothing_changed(desk: Client) -> None:
    person = full_person()
    act(desk, "publish_selected", person, confirmed="yes", reason="Checked")
    page = act(desk, "publish_selected", person, confirmed="yes", reason="Again").content.decode()
    assert "Unchanged, so nothing was added to the log: Maryia Kalesnikava." in page
    assert Version.objects.count() == 1


def test_what_is_not_public_is_refused_with_the_reason(desk: Client) -> None:
    person = b.make_person(visibility="internal")
    page = act(desk, "publish_selected", person, confirmed="yes", reason="Checked").content.decode()
    assert "Not published: Maryia Kalesnikava." in page
    assert not Version.objects.exists()


def test_withdrawing_takes_the_page_away(desk: Client) -> None:
    person, other = full_person(), b.make_person("Ales Bialiatski")
    act(desk, "publish_selected", person, confirmed="yes", reason="Checked")
    page = act(
        desk, "withdraw_selected", person, other, confirmed="yes", reason="At her wish"
    ).content.decode()
    assert "Withdrawn: Maryia Kalesnikava." in page
    assert "nothing to withdraw: Ales Bialiatski." in page
    assert not PublicPerson.objects.exists()
    assert Version.objects.order_by("-number")[0].reason == "At her wish"


@pytest.mark.parametrize("action", ["publish_selected", "withdraw_selected"])
def test_without_a_reason_the_page_asks_again(desk: Client, action: str) -> None:
    page = act(desk, action, full_person(), confirmed="yes", reason=" ").content.decode()
    assert "Say why, in a few words." in page
    assert not Version.objects.exists()


def test_somebody_who_may_not_publish_is_not_offered_it(client: Client) -> None:
    user = User.objects.create_user("clerk", is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(codename__in=["view_person", "change_person"]))
    client.force_login(user)
    person = full_person()
    assert "publish_selected" not in client.get(LIST).content.decode()
    act(client, "publish_selected", person, confirmed="yes", reason="Checked")
    assert not Version.objects.exists()


@pytest.mark.parametrize("make", [b.make_incident, b.make_figure])
def test_incidents_and_figures_are_published_the_same_way(desk: Client, make: Any) -> None:
    row = make()
    b.make_citation(b.make_source(), row)
    address = reverse(f"admin:cases_{row._meta.model_name}_changelist")
    form = {
        "action": "publish_selected",
        "_selected_action": [row.pk],
        "confirmed": "yes",
        "reason": "Checked",
    }
    assert desk.post(address, form).status_code == 302
    assert Version.objects.get().subject_id == row.public_id
