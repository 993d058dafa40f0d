"""Static files as they are served in production."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"


@pytest.fixture
def collected(settings: Settings, tmp_path: Path) -> Path:
    """All static files, gathered as in production."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": STORAGE}}
    call_command("collectstatic", verbosity=0, interactive=False)
    return tmp_path


def test_files_are_served_under_their_hash_and_kept_for_ever(collected: Path) -> None:
    name = next(path for path, _ in finders.get_finder(FOLDERS).list([]) if path.endswith(".css"))
    url = staticfiles_storage.url(name)
    assert re.search(r"\.[0-9a-f]{12}\.css$", url)
    answer = Client().get(url)
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert "Content-Security-Policy" in answer.headers


FOLDERS = "django.contrib.staticfiles.finders.FileSystemFinder"
