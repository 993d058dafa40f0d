"""What resolution works on."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody as one document names them. An unknown fact is "", "unknown" or None."""

    names: tuple[str, ...]  # every form the document uses, the fullest first
    gender: str = "unknown"
    country: str = ""  # ISO 3166-1 alpha-2 of the state whose case it is
    birth_year: int | None = None
    facts: Mapping[str, frozenset[str]] = field(default_factory=dict)  # see `score.SUPPORTING`
    last_alive: str = ""  # the last full date of something that happens to the living


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the record, by every name the record has for them."""

    id: str
    names: tuple[str, ...]
    gender: str = "unknown"
    country: str = ""
    birth_year: int | None = None
    facts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    died: str = ""  # the full date of a death


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person of the record that the mention may be: `name` is the one of their names that fits best."""

    id: str
    name: str
    score: float  # how well the name agrees, 0 to 1; facts do not raise it
    reasons: tuple[str, ...]
    against: int = 0  # how many facts say that this is another person
    partial: bool = False  # one of the two is a lone name or has an initial: no ground to link on
