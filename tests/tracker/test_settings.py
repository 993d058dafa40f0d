"""The settings as a process meets them: each case is a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts.with_postgres import free_port

SHOW = (
    "import json, django; django.setup(); from django.conf import settings as s;"
    "print(json.dumps({name: getattr(s, name) for name in dir(s) if name.isupper()}, default=str))"
)


def run(root: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of this Python with an environment that holds nothing but what is given."""
    base = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, *command],
        cwd=root,
        env={**base, "DJANGO_SETTINGS_MODULE": "tracker.settings", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def settings(root: Path, data: Path, **environment: str) -> dict[str, Any]:
    done = run(root, "-c", SHOW, TRACKER_DATA=str(data), **environment)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_without_an_environment_the_site_is_closed_and_local(repository: Path, tmp_path: Path) -> None:
    found = settings(repository, tmp_path / "new")
    assert found["DEBUG"] is False
    assert found["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert len(found["SECRET_KEY"]) > 60
    assert str(found["DATABASES"]["default"]["NAME"]) == str(tmp_path / "new" / "tracker.sqlite3")


def test_the_local_key_is_made_once_and_private(repository: Path, tmp_path: Path) -> None:
    keys = {settings(repository, tmp_path)["SECRET_KEY"] for _ in range(2)}
    assert keys == {(tmp_path / "secret_key").read_text().strip()}
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_key_of_the_environment_leaves_no_file(repository: Path, tmp_path: Path) -> None:
    assert settings(repository, tmp_path, TRACKER_SECRET_KEY="k" * 60)["SECRET_KEY"] == "k" * 60
    assert not (tmp_path / "secret_key").exists()


def test_https_turns_everything_on_that_needs_it(repository: Path, tmp_path: Path) -> None:
    found = settings(repository, tmp_path, TRACKER_HTTPS="1")
    assert found["SECURE_SSL_REDIRECT"] is True
    assert found["SECURE_HSTS_SECONDS"] >= 31536000
    assert found["SESSION_COOKIE_SECURE"] is found["CSRF_COOKIE_SECURE"] is True
    assert found["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert found["CSRF_COOKIE_NAME"].startswith("__Host-")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TRACKER_DEBUG", "maybe"),
        ("TRACKER_HTTPS", "2"),
        ("TRACKER_ADMIN", "x"),
        ("TRACKER_POOL", "x"),
        ("TRACKER_HOSTS", "https://record.example.org/"),
        ("DATABASE_URL", "mysql://host/name"),
        ("TRACKER_DATA", "/dev/null/x"),
    ],
)
def test_a_bad_value_is_one_sentence_that_names_the_variable(repository: Path, name: str, value: str) -> None:
    for command in (["manage.py", "check"], ["-m", "scripts.serve", str(free_port())]):
        done = run(repository, *command, **{"TRACKER_SECRET_KEY": "", name: value})
        assert done.returncode == 2
        assert name in done.stderr
        assert "Traceback" not in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


def test_a_database_that_does_not_answer_is_told_without_a_traceback(
    repository: Path, tmp_path: Path
) -> None:
    done = run(
        repository,
        "manage.py",
        "migrate",
        TRACKER_DATA=str(tmp_path),
        DATABASE_URL="postgres://me:secret@127.0.0.1:1/record",
    )
    assert done.returncode == 2
    assert done.stderr.startswith("Database: ")
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr


def test_a_server_does_not_start_with_a_wrong_deployment(repository: Path, tmp_path: Path) -> None:
    done = run(repository, "-c", "import tracker.wsgi", TRACKER_DATA=str(tmp_path), TRACKER_HOSTS="*")
    assert done.returncode != 0
    assert "tracker.E001" in done.stderr


def test_without_the_admin_the_public_process_has_no_desk(repository: Path, tmp_path: Path) -> None:
    show = (
        "import django; django.setup(); from django.urls import resolve, Resolver404\n"
        "try: resolve('/admin/login/'); print('desk')\n"
        "except Resolver404: print('none')"
    )
    for value, expected in (("1", "desk"), ("0", "none")):
        done = run(repository, "-c", show, TRACKER_DATA=str(tmp_path), TRACKER_ADMIN=value)
        assert done.stdout.strip() == expected, done.stderr
