"""At the desk: two people side by side, what is decided of them, and merges undone."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from cases import merging
from cases.models import Decision, Merge, Person
from cases.publication.publish import publish
from tests.cases.admin.cast import full_person, submit

pytestmark = pytest.mark.django_db
LIST = reverse("admin:index") + "cases/person/"
QUESTIONS = reverse("admin:index") + "cases/decision/"
MERGES = reverse("admin:index") + "cases/merge/"


def two() -> tuple[Person, Person]:
    return full_person("Maryia Kalesnikava"), full_person("Мария Колесникова")


def page_of(one: Person, other: Person) -> str:
    return f"{LIST}pair/{one.public_id}/{other.public_id}/"


def act(desk: Client, address: str, action: str, *rows: Any, **more: str) -> Any:
    return desk.post(
        address, {"action": action, "_selected_action": [one.pk for one in rows], **more}, follow=True
    )


def test_two_chosen_people_are_shown_side_by_side(desk: Client) -> None:
    one, other = two()
    page = act(desk, LIST, "compare_selected", one, other).content.decode()
    assert "Мария Колесникова" in page
    assert "agree to 1.00" in page
    assert "7 September 2020" not in page
    assert "1 September 2020" in page


def test_one_or_three_are_no_pair(desk: Client) -> None:
    one, other = two()
    assert "Choose exactly two" in act(desk, LIST, "compare_selected", one).content.decode()
    three = act(desk, LIST, "compare_selected", one, other, full_person("Ales Bialiatski"))
    assert "Choose exactly two" in three.content.decode()


def test_a_merge_keeps_the_chosen_record_and_the_reason(desk: Client) -> None:
    one, other = two()
    submit(desk, page_of(one, other), verdict="second", reason="The same trial")
    merge = Merge.objects.get()
    assert (merge.kept, merge.merged) == (other.public_id, one.public_id)
    assert (merge.by, merge.why) == ("vera", "The same trial")
    assert f">{other}</a>" in desk.get(LIST).content.decode()
    assert f">{one}</a>" not in desk.get(LIST).content.decode()
    assert desk.get(page_of(one, other)).status_code == 404


@pytest.mark.parametrize(
    "values", [{"verdict": "first"}, {"reason": "Seen"}, {"verdict": "x", "reason": "y"}]
)
def test_nothing_is_decided_without_a_verdict_and_a_reason(desk: Client, values: dict[str, str]) -> None:
    one, other = two()
    submit(desk, page_of(one, other), **values)
    assert not Decision.objects.exists()
    assert not Merge.objects.exists()


def test_open_questions_are_listed_until_somebody_decides(desk: Client) -> None:
    one, other = two()
    merging.decide(one.public_id, other.public_id, "asked", by="find_duplicates", why="Alike", score=0.9)
    assert page_of(*sorted((one, other), key=lambda p: p.public_id)) in desk.get(QUESTIONS).content.decode()
    submit(desk, page_of(one, other), verdict="different", reason="Born in other years")
    listed = desk.get(QUESTIONS).content.decode()
    assert page_of(*sorted((one, other), key=lambda p: p.public_id)) not in listed
    assert "Born in other years" in desk.get(QUESTIONS, {"verdict": "different"}).content.decode()
    assert "Alike" in desk.get(page_of(one, other)).content.decode()


def test_undoing_asks_why_and_takes_the_records_apart(desk: Client) -> None:
    one, other = two()
    merge = merging.merge(other, into=one, by="vera", why="The same")
    assert 'name="reason"' in act(desk, MERGES, "undo_selected", merge).content.decode()
    assert merging.current(Person.objects.get(pk=other.pk)) == one
    page = act(desk, MERGES, "undo_selected", merge, confirmed="yes", reason="Two sisters")
    assert "undone." in page.content.decode()
    assert Person.objects.get(pk=other.pk).merged_into is None
    again = act(desk, MERGES, "undo_selected", merge, confirmed="yes", reason="Two sisters")
    assert "undone before" in again.content.decode()


def test_who_may_not_publish_does_not_merge_what_is_public(client: Client) -> None:
    one, other = two()
    publish(persons=[one, other], by="vera", why="Checked")
    clerk = User.objects.create_user("clerk", is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename__in=["change_person", "view_person"]))
    client.force_login(clerk)
    answer = client.post(page_of(one, other), {"verdict": "first", "reason": "The same"})
    assert answer.status_code == 403
    assert not Merge.objects.exists()
    assert client.get(MERGES).status_code == 403


def test_a_refusal_is_said_and_changes_nothing(desk: Client) -> None:
    one, other = two()
    publish(persons=[one], by="vera", why="Checked")
    page = submit(desk, page_of(one, other), verdict="second", reason="The same").content.decode()
    assert "Nothing was changed." in page
    assert not Merge.objects.exists()
