"""Which package may import which. The arrows of the design, held."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PURE = [
    "cases/vocab",
    "cases/countries",
    "cases/dates",
    "cases/names",
    "cases/custody",
    "cases/publication/project",
    "importers/spans",
    "importers/segment",
    "importers/extract",
    "importers/read",
    "importers/rules",
    "importers/consolidate",
    "importers/corpus",
    "importers/corpus_baseline",
    "importers/resolve/compare",
    "importers/resolve/score",
    "importers/resolve/decide",
]
# What the public side may not reach, whether directly or through others.
INTERNAL = ("cases/models", "cases/record", "cases/admin", "importers")
PROJECT = ("cases", "importers", "tracker", "scripts", "tests")


def files(*places: str) -> list[Path]:
    """The Python files of modules and packages."""
    found: list[Path] = []
    for place in places:
        path = ROOT / place
        found += (
            [path.with_suffix(".py")] if path.with_suffix(".py").is_file() else sorted(path.rglob("*.py"))
        )
    return found


def imports(path: Path) -> Iterator[str]:
    """The dotted name of everything a module imports, at its top or within a function."""
    yield from imported(path.read_text(encoding="utf-8"), path.relative_to(ROOT).with_suffix("").parts[:-1])


def imported(code: str, package: tuple[str, ...] = ()) -> Iterator[str]:
    """The same, of source code in a package."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def within(name: str, *packages: str) -> bool:
    """Whether a dotted name is one of the packages or lies in it."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def breaches(paths: list[Path], *forbidden: str) -> list[str]:
    """Every import of a forbidden package, as “file imports name”."""
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in paths
        for name in imports(path)
        if within(name, *forbidden)
    ]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("import importers.read", ["importers.read"]),
        ("from importers import read as r", ["importers.read"]),
        ("def f():\n    from django.db import models", ["django.db.models"]),
        ("from ..models import Person", ["cases.models.Person"]),
        ("from . import views", ["cases.public.views"]),
        ("x = 'import importers'", []),
    ],
)
def test_every_way_to_import_is_seen(code: str, names: list[str]) -> None:
    assert list(imported(code, ("cases", "public"))) == names


def test_the_record_does_not_know_the_importers() -> None:
    assert breaches(files("cases"), "importers") == []


def test_the_project_does_not_know_the_prisoners() -> None:
    allowed = "cases.public.urls"
    code = [path for path in files("tracker") if path.name != "urls.py"]
    assert breaches(code, "cases", "importers") == []
    names = [name for name in imports(ROOT / "tracker/urls.py") if within(name, "cases", "importers")]
    assert all(within(name, allowed) for name in names)


def test_the_public_side_reads_publications_only() -> None:
    internal = {str(path.relative_to(ROOT)) for path in files(*INTERNAL)}
    wrong = [
        f"{path.relative_to(ROOT)} reaches {name}"
        for path in files("cases/public")
        for name in sorted(reached(path) & internal)
    ]
    assert wrong == []


@pytest.mark.parametrize("place", PURE)
def test_pure_modules_are_free_of_the_framework(place: str) -> None:
    found = files(place)
    assert found, f"{place} does not exist"
    assert breaches(found, "django", "django_filters") == []


def test_pure_modules_are_free_of_it_through_others_too() -> None:
    """A pure module imports nothing of the project that imports the framework."""
    wrong = []
    for path in files(*PURE):
        for name in sorted(reached(path)):
            wrong += breaches([ROOT / name], "django", "django_filters")
    assert sorted(set(wrong)) == []


def reached(path: Path) -> set[str]:
    """The project's files that a module imports, directly or not."""
    seen: set[str] = set()
    waiting = [path]
    while waiting:
        for name in imports(waiting.pop()):
            module = source(name)
            if module and module not in seen:
                seen.add(module)
                waiting.append(ROOT / module)
    return seen


def source(name: str) -> str:
    """The file of an imported name of the project: a module, or the module the name stands in."""
    if not within(name, *PROJECT):
        return ""
    whole = name.split(".")
    for parts in (whole, whole[:-1]):
        for candidate in ("/".join(parts) + ".py", "/".join([*parts, "__init__.py"])):
            if (ROOT / candidate).is_file():
                return candidate
    return ""


def test_nothing_marks_text_as_safe_for_a_page() -> None:
    code = [
        str(path.relative_to(ROOT))
        for path in files("cases", "importers", "tracker")
        if "mark_safe" in path.read_text(encoding="utf-8")
    ]
    pages = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "templates").rglob("*"))
        if path.is_file() and ("|safe" in path.read_text() or "autoescape off" in path.read_text())
    ]
    assert (code, pages) == ([], [])
