"""The numbered checks of a deployment."""

from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from tracker.checks import deployment

GOOD_KEY = "0123456789-abcdefghijklmnopqrstuvwxyz-0123456789"
PUBLIC = {
    "ALLOWED_HOSTS": ["record.example.org"],
    "HTTPS": True,
    "DEBUG": False,
    "SECRET_KEY": GOOD_KEY,
    "SECRET_KEY_IS_LOCAL": False,
    "DATABASES": {"default": {"ENGINE": "django.db.backends.postgresql", "HOST": "127.0.0.1"}},
}
REMOTE = {"ENGINE": "django.db.backends.postgresql", "HOST": "db.example.org"}


def found(settings: Settings, **changes: Any) -> list[str | None]:
    """The ids that a good public deployment with these changes gets."""
    for name, value in {**PUBLIC, **changes}.items():
        setattr(settings, name, value)
    return [message.id for message in deployment()]


pytestmark = pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")


@pytest.mark.parametrize(
    ("changes", "ids"),
    [
        ({}, []),
        ({"ALLOWED_HOSTS": ["*"]}, ["tracker.E001"]),
        ({"DEBUG": True}, ["tracker.E002"]),
        ({"DEBUG": True, "HTTPS": False, "ALLOWED_HOSTS": ["localhost"]}, []),
        ({"SECRET_KEY": "short"}, ["tracker.E004"]),
        ({"SECRET_KEY": "a" * 60}, ["tracker.E004"]),
        ({"HTTPS": False}, ["tracker.W001"]),
        ({"HTTPS": False, "ALLOWED_HOSTS": ["localhost", "[::1]"]}, []),
        ({"DATABASES": {"default": REMOTE}}, ["tracker.W002"]),
        ({"DATABASES": {"default": {**REMOTE, "OPTIONS": {"sslmode": "prefer"}}}}, ["tracker.W002"]),
        ({"DATABASES": {"default": {**REMOTE, "OPTIONS": {"sslmode": "verify-full"}}}}, []),
        ({"DATABASES": {"default": {**REMOTE, "HOST": "/run/postgresql"}}}, []),
    ],
)
def test_a_wrong_deployment_is_told_by_number(
    settings: Settings, changes: dict[str, Any], ids: list[str]
) -> None:
    assert found(settings, **changes) == ids


def test_a_public_site_needs_a_key_of_its_own(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "secret_key").touch(mode=0o600)
    assert found(settings, SECRET_KEY_IS_LOCAL=True, DATA_DIR=tmp_path) == ["tracker.E003"]


def test_a_local_key_that_others_can_read_is_told(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "secret_key").touch()
    (tmp_path / "secret_key").chmod(0o644)
    local = {"SECRET_KEY_IS_LOCAL": True, "DATA_DIR": tmp_path, "ALLOWED_HOSTS": ["localhost"]}
    assert found(settings, **local) == ["tracker.W003"]


def test_a_database_directory_that_cannot_be_written_is_told(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.checks.os.access", lambda *_: False)
    sqlite = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "x.sqlite3"}
    assert found(settings, DATABASES={"default": sqlite}) == ["tracker.E005"]
