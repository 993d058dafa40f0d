"""What the documents promise exists, and the repository keeps its own rules."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "SECURITY.md"]
LONGEST = 450  # lines a file of code may have
DATA = ("cases/data/", "cases/vocab.py", "importers/lexicons/", "seeds/", "LICENSE", "requirements")
TEXT = (".py", ".html", ".css", ".md", ".toml", ".txt", ".in", ".svg", ".yml", "")
QUOTED = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
NO_PATH = ("var/", ".venv", "..")  # made by running it; dates


def tracked() -> list[str]:
    """The files of the repository (also those not committed yet)."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:  # unpacked from an archive
        return [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if path.is_file()]
    return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def documents() -> list[str]:
    return [*DOCUMENTS, *(str(path.relative_to(ROOT)) for path in sorted((ROOT / "docs").rglob("*.md")))]


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))


def commands() -> set[str]:
    """The management commands of this project."""
    return {path.stem for path in ROOT.glob("*/management/commands/*.py")}


@pytest.mark.parametrize("document", documents())
def test_every_path_named_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    missing = [name for name in QUOTED.findall(text) if is_path(name) and not exists(name)]
    assert missing == []


def is_path(name: str) -> bool:
    """Whether a quoted text means a path of the repository: below one of its folders, or a file."""
    if re.search(r"[\s<>{}$=:?]", name) or name.startswith(NO_PATH):
        return False
    head = name.partition("/")[0]
    return ("/" in name and bool(head) and (ROOT / head).exists()) or name.endswith(
        (".py", ".md", ".txt", ".in")
    )


def exists(name: str) -> bool:
    return bool(list(ROOT.glob(name))) if "*" in name else (ROOT / name).exists()


@pytest.mark.parametrize("document", documents())
def test_every_link_leads_somewhere(document: str) -> None:
    path = ROOT / document
    targets = [t for t in LINK.findall(path.read_text(encoding="utf-8")) if not re.match(r"\w+:", t)]
    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("document", documents())
def test_every_command_named_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    targets = re.findall(r"^\s*make ([a-z-]+)|`make ([a-z-]+)", text, flags=re.MULTILINE)
    named = {first or second for first, second in targets}
    assert named - make_targets() == set()
    managed = set(re.findall(r"manage\.py ([a-z_]+)", text))
    assert (
        managed - commands() - {"migrate", "check", "changepassword", "collectstatic", "makemigrations"}
        == set()
    )


def test_the_readme_shows_every_setting_that_is_read() -> None:
    code = "".join(path.read_text() for path in (ROOT / "tracker").glob("*.py"))
    read = set(re.findall(r'env\.\w+\("([A-Z_]+)"', code))
    shown = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "README.md").read_text(), flags=re.MULTILINE))
    assert read == shown


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_pinned_with_hashes_and_name_no_address(name: str) -> None:
    text = (ROOT / name).read_text()
    pins = re.findall(r"^[a-z0-9-]+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", text, flags=re.MULTILINE)
    lines = [line for line in text.splitlines() if line and line[0] not in " #"]
    assert len(pins) == len(lines) > 5
    assert re.findall(r"://|--(?:extra-)?index|--find-links|--trusted|(?:^|\s)/\S+", text) == []


def test_the_two_requirements_agree() -> None:
    pins = [
        dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text(), flags=re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt")
    ]
    shared = pins[0].keys() & pins[1].keys()
    assert shared
    assert {name: pins[0][name] for name in shared} == {name: pins[1][name] for name in shared}


def test_no_file_is_too_long_to_read() -> None:
    long = {
        name: lines
        for name in tracked()
        if name.endswith((".py", ".html", ".css"))
        and not name.startswith(DATA)
        and "/migrations/" not in name
        if (lines := len((ROOT / name).read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_every_decision_is_numbered_once_and_listed() -> None:
    names = sorted(path.name for path in (ROOT / "docs/decisions").glob("[0-9]*.md"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]
    listed = (ROOT / "docs/decisions/README.md").read_text()
    assert [name for name in names if name not in listed] == []


def test_the_changelog_has_both_headings_under_every_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text()
    versions = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    assert versions
    for version in versions:
        assert re.findall(r"^### (.+)$", version, flags=re.MULTILINE) == ["Software", "Data"], version[:30]


def test_the_repository_names_no_home_directory() -> None:
    wrong = [
        name
        for name in tracked()
        if name.endswith(TEXT) and not name.startswith(("seeds/", "tests/test_docs.py"))
        if re.search(r"/(?:work|root|home/\w+)/", (ROOT / name).read_text(encoding="utf-8", errors="replace"))
    ]
    assert wrong == []
