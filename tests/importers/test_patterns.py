"""No pattern takes for ever on a hostile text: each is fed 100 kB of repetitions of its own pieces.

A pattern gets what it is given in the importer: one that looks at a sentence gets stretches as long as the
longest sentence, one that is only matched at a place is matched, and all others search the whole text. The
limit is in time of the processor, so that a busy machine does not matter.
"""

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType, FunctionType
from typing import Any

import pytest
import regex

import importers
from importers.charges import MAX
from importers.clues import Clue
from importers.published import HEAD
from importers.rules import RULES
from importers.rules.base import Rule
from importers.sentences import LONGEST

LONG = 100_000
SECONDS = 3.0  # for one pattern and one text; a linear one takes some milliseconds
PIECES = 3  # of each pattern, spread over it
SKIPPED = ("admin", "management", "migrations", "models", "apps")
# What a pattern of a module may see at a time; where nothing stands, the whole text.
STRETCHES = {
    "rules": LONGEST,
    "grammar": LONGEST,
    "patients": LONGEST,
    "charges": LONGEST,
    "carried": LONGEST,
    "crowds": LONGEST,
    "facts": LONGEST,
    "hits": LONGEST,
    "modality": LONGEST,
    "when": LONGEST,
    "fronted_dates": LONGEST,
    "occasions": LONGEST,
    "distances": LONGEST,
    "dating": LONGEST,
    "memory": LONGEST,
    "clauses": LONGEST,
    "view": LONGEST,
    "published": HEAD,
    "sentences._WORD_BEFORE": 12,
    "memory._TITLE_WORD": 20,
    "carried._AT_ONCE": 60,
    "charges._STOP": MAX,
    "charges._TRAILING": MAX,
}
MATCHED_IN_LOOPS = {"published._DATELINES", "grammar.lists._TOGETHER"}  # or handed over to be matched
USE = re.compile(r"\b(\w+)\.(search|finditer|findall|subn?|split|match|fullmatch)\(")
NO_PIECES = re.compile(r"\(\?(?:P?<\w+>|[a-z-]+:|<?[=!:]|P=\w+)|\\[A-Za-z](?:\{[^}]*\})?|\[[^]]*\]|\{[^}]*\}")
ANY_TEXT = ("a", "Aa ", " ")


@cache
def patterns() -> dict[str, Any]:
    """Every compiled pattern of the importers, by where it stands."""
    found: dict[str, Any] = {}
    for info in pkgutil.walk_packages(importers.__path__, "importers."):
        if info.name.split(".")[1] in SKIPPED:
            continue
        for name, value in vars(importlib.import_module(info.name)).items():
            for n, one in enumerate(_within(value, info.name)):
                found[f"{info.name.removeprefix('importers.')}.{name}{f'[{n}]' if n else ''}"] = one
    found |= {f"rules.{rule.name}": rule.compiled for rule in RULES if isinstance(rule, Rule)}
    once = {(type(one), one.pattern, one.flags): name for name, one in found.items()}
    return {name: found[name] for name in sorted(once.values())}


def _within(value: Any, module: str) -> Iterator[Any]:
    """Patterns of text in a value: itself, in a collection, or made by a function that is called once."""
    if isinstance(value, re.Pattern | regex.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, Clue):
        yield value.pattern
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _within(one, module)
    elif _makes_a_pattern(value, module):
        yield from _within(value(), module)


def _makes_a_pattern(value: Any, module: str) -> bool:
    made = getattr(value, "__wrapped__", None)
    if not isinstance(made, FunctionType) or made.__module__ != module or made.__code__.co_argcount:
        return False
    return "attern" in str(made.__annotations__.get("return", ""))


@cache
def uses() -> dict[str, set[str]]:
    """How each name is used in a module: “grammar._TAIL” with “search”; and anywhere: “_TAIL”."""
    found: dict[str, set[str]] = {}
    root = Path(importers.__path__[0])
    for path in root.rglob("*.py"):
        module = ".".join(path.relative_to(root).with_suffix("").parts)
        for name, verb in USE.findall(path.read_text(encoding="utf-8")):
            for key in (f"{module}.{name}", name):
                found.setdefault(key, set()).add(verb)
    return found


def run(name: str, text: str) -> None:
    """The pattern on the text as the importer would use it."""
    pattern = patterns()[name]
    plain = name.partition("[")[0]
    used = uses().get(plain) or uses().get(plain.rpartition(".")[2], set())
    stretch = STRETCHES.get(plain) or STRETCHES.get(plain.partition(".")[0]) or len(text)
    for start in range(0, len(text), stretch):
        part = text[start : start + stretch]
        if plain in MATCHED_IN_LOOPS or used == {"match"}:
            pattern.match(part)
        elif used == {"fullmatch"}:
            pattern.fullmatch(part)
        else:
            for _ in pattern.finditer(part):
                pass


def pieces(pattern: str) -> list[str]:
    """Some of the words that a pattern is made of."""
    plain = NO_PIECES.sub("|", pattern).replace("\\", "")
    found = [one for one in re.split(r"[^\w ,’“”-]+", plain) if one.strip()]
    unique = list(dict.fromkeys(found))
    return unique[:: max(1, len(unique) // PIECES)][: PIECES + 1]


def texts(pattern: str) -> Iterator[str]:
    """Long repetitions: of the pieces together and of the longest alone, and of what stands in any text."""
    own = pieces(pattern)
    together = (" ".join(own) + " ", "".join(own), max(own, key=len, default="x") + " ")
    for one in dict.fromkeys((*together, *ANY_TEXT)):
        if one:
            yield (one * (LONG // len(one) + 1))[:LONG] + "\x01"


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises `TimeoutError` after so much time of the processor; both engines look up while they search."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("name", patterns())
def test_a_pattern_is_fast_on_repetitions_of_itself(name: str) -> None:
    for text in texts(patterns()[name].pattern):
        try:
            with at_most(SECONDS):
                run(name, text)
        except TimeoutError:
            pytest.fail(f"{name} takes more than {SECONDS} s on repetitions of {text[:60]!r}")


def test_an_exponential_pattern_would_be_found() -> None:
    with pytest.raises(TimeoutError), at_most(0.2):
        re.match(r"(a+)+$", "a" * 40 + "\x01")


def test_the_patterns_of_every_step_are_among_them() -> None:
    steps = {name.partition(".")[0] for name in patterns()}
    assert {"rules", "prose", "mentions", "segment", "sentences", "grammar", "published"} <= steps
