"""What every test stands on: quick passwords, plain static files, and no way out to the network."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings

LOCAL = ("127.0.0.1", "::1", "localhost")


def pytest_configure() -> None:
    """Settings that make tests quick and change nothing that is tested (set before Django starts)."""
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    django_settings.STORAGES = {
        **django_settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that would call another machine fails."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in LOCAL:
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", local_only)


@pytest.fixture(autouse=True, scope="session")
def flush_past_the_guards() -> Iterator[None]:
    """A test with real transactions empties every table at its end, also those that only grow."""
    from django.db import connection
    from django.test import TransactionTestCase

    from cases.publication.guards import lowered

    teardown = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]

    def lowered_teardown(self: TransactionTestCase) -> None:
        with lowered(connection):
            teardown(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lowered_teardown)
        yield


@pytest.fixture
def repository() -> Path:
    """The root of the repository."""
    return Path(__file__).resolve().parent.parent
