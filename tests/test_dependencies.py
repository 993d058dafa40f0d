"""What is imported is what is pinned, and each pin has its reason."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.test_layering import PROJECT, files, imports

ROOT = Path(__file__).resolve().parent.parent


def named(requirements: str) -> set[str]:
    """The distributions that a requirements file asks for by name."""
    lines = (ROOT / requirements).read_text().splitlines()
    return {plain(found[0]) for line in lines if (found := re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", line))}


def plain(name: str) -> str:
    return re.sub(r"[._-]+", "-", name).lower()


def needed(*places: str) -> Iterator[str]:
    """The distributions whose modules the code imports."""
    owners = packages_distributions()
    for path in files(*places):
        for name in imports(path):
            module = name.partition(".")[0]
            if module not in sys.stdlib_module_names and module not in PROJECT:
                yield plain(owners.get(module, [module])[0])


@pytest.mark.parametrize(
    ("places", "requirements"),
    [
        (("cases", "importers", "tracker"), ["requirements.in"]),
        (("scripts", "tests"), ["requirements.in", "requirements-dev.in"]),
    ],
)
def test_what_is_imported_is_asked_for(places: tuple[str, ...], requirements: list[str]) -> None:
    asked = {name for file in requirements for name in named(file)}
    assert set(needed(*places)) - asked == set()


def test_every_dependency_has_its_reason() -> None:
    reasons = plain((ROOT / "docs/decisions/0001-dependencies.md").read_text())
    asked = named("requirements.in") | named("requirements-dev.in")
    assert {name for name in asked if not re.search(rf"\b{name}\b", reasons)} == set()
