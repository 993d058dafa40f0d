"""What a rule is: a pattern on masked text, the grammar that finds the person, values, and its examples.

A rule carries texts with the expected quote in [[double brackets]] and texts in which it must say nothing;
`tests/importers/test_rules.py` runs all of them through the whole extraction.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Literal

import regex

from importers.grammar import Reader
from importers.openers import Openers
from importers.parties import Patients
from importers.rules.counts import COUNTED
from importers.spans import FigureFound, GroupEvent, Span
from importers.view import View

Mode = Literal[
    "verb",  # a participle or finite verb of doing: voice is worked out ("was arrested", "police arrested P")
    "noun",  # "the arrest of P", "P’s arrest", "her arrest"
    "subject",  # the person is the subject: "is serving", "died in custody"
    "object",  # the person follows: "freed opposition leader P"
    "adjective",  # "jailed journalist P"
    "beside",  # the name right before, and nobody else: "P (ten years), P (five)"
    "apposition",  # "P, a prisoner of conscience"
]
Match = "regex.Match[str]"


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the quote in [[…]], and what is claimed of whom."""

    text: str
    people: tuple[str, ...] = ()
    date: str | None = None
    kind: str = ""
    modality: str = "stated"
    published: str = "2024-06-15"
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Hit:
    """A pattern found in a sentence; `pos` is where its verb or noun begins."""

    rule: "Rule"
    match: "regex.Match[str]"
    sentence: Span
    pos: int
    end: int
    patients: Patients = field(default_factory=Patients)
    voice: str = ""

    @property
    def start(self) -> int:
        return self.match.start()


@dataclass(slots=True)
class Context:
    """What `build` may look at: the hit, its sentence, and the stretch of text that is its own."""

    reader: Reader
    hit: Hit
    territory: Span  # from the previous event of the sentence to the next
    extra_end: int = 0  # how far the values reach, for the quote
    extra_start: int = 0

    @property
    def view(self) -> View:
        return self.reader.view

    @property
    def masked(self) -> str:
        return self.reader.view.masked

    def after(self, size: int = 200) -> str:
        return self.masked[self.hit.end : min(self.territory.end, self.hit.end + size)]

    def before(self, size: int = 160) -> str:
        return self.masked[max(self.reader.sentence.start, self.hit.pos - size) : self.hit.pos]

    def reach(self, start: int, end: int) -> None:
        """Say that the values were read from this stretch, so that the quote covers it."""
        self.extra_start = min(self.extra_start or self.hit.pos, start)
        self.extra_end = max(self.extra_end, end)


Values = dict[str, Any]
Build = Callable[[Context], Values | None]


def no_values(_: Context) -> Values:
    return {}


@dataclass(frozen=True)
class Rule:
    """One way of saying one thing of a person."""

    name: str
    version: int
    theme: str
    kind: str
    pattern: str  # on masked text; group "v" marks the verb where the match begins before it
    mode: Mode
    examples: tuple[Example, ...]
    counter_examples: tuple[str, ...]
    build: Build = no_values
    when_demanded: str = ""  # the kind that a demand implies: asking for a release says that someone is held
    when_planned: bool = True  # whether a plan is worth a claim
    dated: bool = True  # whether dates around belong to it
    date_must: str = ""  # a pattern that must stand before the date for it to be this event's
    needs_date: bool = False
    priority: int = 5  # settles overlaps: smaller wins
    confidence: float = 0.9

    @cached_property
    def compiled(self) -> "regex.Pattern[str]":
        return regex.compile(self.pattern, regex.I)


@dataclass(frozen=True)
class CountRule:
    """One way of saying a number of people: of an incident, or a figure."""

    name: str
    version: int
    theme: str
    find: Callable[[View, "CountRule"], list[GroupEvent] | list[FigureFound]]
    examples: tuple[Example, ...]
    counter_examples: tuple[str, ...]


COUNTING: dict["regex.Pattern[str]", int] = {}


def enter(pattern: "regex.Pattern[str]") -> None:
    """Let a pattern of counts be looked for together with the others; it begins with a word."""
    COUNTING.setdefault(pattern, len(COUNTING))


def counts_in(view: View, pattern: "regex.Pattern[str]") -> Iterator["regex.Match[str]"]:
    """The matches in an article of a pattern that was entered, tried only at the words it may begin with."""
    after, end = 0, view.article.end
    for at in _places(view).get(COUNTING[pattern], ()):
        if at >= after and (match := pattern.match(view.masked, at, end)):
            yield match
            after = match.end()


@lru_cache(maxsize=1)
def _places(view: View) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    openers, counted = _openers(len(COUNTING)), _counted(len(COUNTING))
    for at, numbers in openers.places(view.masked, view.article.start, view.article.end):
        none = not counted.isdisjoint(numbers) and not COUNTED.match(view.masked, at, view.article.end)
        for number in numbers:
            if not (none and number in counted):
                found.setdefault(number, []).append(at)
    return found


@lru_cache(maxsize=1)
def _openers(_: int) -> Openers:
    return Openers([one.pattern for one in COUNTING])


@lru_cache(maxsize=1)
def _counted(_: int) -> frozenset[int]:
    """The patterns that begin with a count: where none stands, none of them is tried."""
    return frozenset(n for one, n in COUNTING.items() if one.pattern.startswith(COUNTED.pattern))


AnyRule = Rule | CountRule
