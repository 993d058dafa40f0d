"""Who works at the desk."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.management.commands.create_researcher import researchers


@pytest.fixture
def researcher(db: None) -> User:
    """Somebody with the permissions that `create_researcher` gives."""
    user = User.objects.create_user("vera", password="a long password of hers", is_staff=True)
    user.groups.add(researchers())
    assert Group.objects.count() == 1
    return user


@pytest.fixture
def desk(researcher: User) -> Client:
    """A browser in which the researcher is signed in."""
    client = Client()
    client.force_login(researcher)
    return client


@pytest.fixture
def queries_of(desk: Client) -> Callable[[str], int]:
    """How many queries a page of the desk takes."""

    def count(address: str) -> int:
        desk.get(address)  # what is cached between requests is not the page's
        with CaptureQueriesContext(connection) as made:
            answer: Any = desk.get(address)
        assert answer.status_code == 200, answer
        return len(made)

    return count
