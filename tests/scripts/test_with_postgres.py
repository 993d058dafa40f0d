"""Finding PostgreSQL for the tests."""

from pathlib import Path

import pytest

from scripts import with_postgres


def test_without_postgresql_the_exit_code_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    monkeypatch.setattr(with_postgres, "reachable", lambda: "")
    monkeypatch.setattr(with_postgres, "find_binaries", lambda: None)
    assert with_postgres.main(["true"]) == with_postgres.NONE_FOUND
    assert "no server" in capsys.readouterr().out


def test_a_named_server_comes_first_and_its_password_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TEST_DATABASE_URL", "postgres://me:secret@db.example.org/record")
    show = 'test "$DATABASE_URL" = "$TEST_DATABASE_URL" && exit 5'
    assert with_postgres.main(["sh", "-c", show]) == 5
    assert "secret" not in capsys.readouterr().out


def test_a_server_of_its_own_comes_and_goes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if with_postgres.find_binaries() is None:
        pytest.skip("no server binaries on this machine")
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    monkeypatch.setattr(with_postgres, "reachable", lambda: "")
    seen = tmp_path / "url"
    assert with_postgres.main(["sh", "-c", f'echo "$DATABASE_URL" > {seen}']) == 0
    port = int(seen.read_text().partition("127.0.0.1:")[2].partition("/")[0])
    monkeypatch.undo()
    assert with_postgres.reachable(port) == ""


@pytest.mark.parametrize(
    ("folder", "major"), [("/usr/lib/postgresql/15/bin", 15), ("/usr/pgsql-16/bin", 16), ("/usr/bin", 0)]
)
def test_the_version_of_a_server_is_read_from_its_folder(folder: str, major: int) -> None:
    assert with_postgres.version(Path(folder)) == major
