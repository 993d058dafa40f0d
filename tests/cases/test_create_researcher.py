"""The researcher's login."""

from io import StringIO

import pytest
from django.contrib.auth.models import Permission, User
from django.core.management import CommandError, call_command
from django.test import Client


def create(*arguments: str) -> str:
    out = StringIO()
    call_command("create_researcher", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_the_printed_password_opens_the_desk(client: Client) -> None:
    printed = create()
    password = printed.split("password “")[1].split("”")[0]
    assert len(password) >= 20
    assert client.login(username="researcher", password=password)
    assert client.get("/admin/").status_code == 200


@pytest.mark.django_db
def test_a_second_time_changes_nothing_and_prints_no_password() -> None:
    create()
    before = User.objects.values().get()
    assert "password “" not in create()
    assert User.objects.values().get() == before


@pytest.mark.django_db
def test_a_researcher_may_change_the_record_but_not_users() -> None:
    create()
    user = User.objects.get()
    assert user.is_staff
    assert not user.is_superuser
    assert user.has_perms(["cases.add_person", "importers.change_proposal"])
    assert not user.has_perm("auth.change_user")


@pytest.mark.django_db
def test_permissions_that_came_later_are_added_to_those_who_were_there() -> None:
    create()
    group = User.objects.get().groups.get()
    group.permissions.remove(Permission.objects.get(codename="change_person"))
    create()
    assert User.objects.get().has_perm("cases.change_person")


@pytest.mark.django_db
def test_a_superuser_is_made_only_when_asked_for() -> None:
    create("boss", "--superuser")
    assert User.objects.get(username="boss").has_perm("auth.change_user")


@pytest.mark.django_db
def test_a_name_that_cannot_be_a_login_is_refused() -> None:
    with pytest.raises(CommandError) as raised:
        create("a b")
    assert raised.value.returncode == 2
    assert not User.objects.exists()
