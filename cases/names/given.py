"""Given names: which spellings and short forms are one name, and whose name it is.

The table is data/given_names.tsv. A form is looked up as it is written, then by its sounds, so
romanisations need not all stand in the table.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from cases.names.latin import readings_for
from cases.names.script import fold, words
from cases.names.sounds import sounds

_SHORTEST_HEARD = 4  # by its sounds a Chinese Zhen would be the French Jean
TABLE = Path(__file__).parent.parent / "data" / "given_names.tsv"


@dataclass(frozen=True, slots=True)
class GivenName:
    """One given name: `forms` are spellings of it, `short` its diminutives."""

    id: str
    gender: str  # "f", "m", or "u" where both bear it
    origin: str
    forms: tuple[str, ...]
    short: tuple[str, ...]


@cache
def given_names() -> tuple[GivenName, ...]:
    """The table of given names, in the order of the file."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith(("#", "id\t"))]
    return tuple(
        GivenName(name, gender, origin, tuple(forms.split()), tuple(short.split()))
        for name, gender, origin, forms, short in rows
    )


@dataclass(frozen=True, slots=True)
class _Index:
    """Numbers of rows by the folded form and by its sounds; full forms and short ones apart."""

    written: dict[str, frozenset[int]]
    sounding: dict[str, frozenset[int]]
    short_written: dict[str, frozenset[int]]
    short_sounding: dict[str, frozenset[int]]
    initials: tuple[frozenset[str], ...]


@cache
def _index() -> _Index:
    tables: list[dict[str, set[int]]] = [defaultdict(set) for _ in range(4)]
    initials: list[frozenset[str]] = []
    for number, name in enumerate(given_names()):
        firsts: set[str] = set()
        for forms, (written, sounding) in ((name.forms, tables[:2]), (name.short, tables[2:])):
            for form in forms:
                heard = _sounds_of_form(form)
                written[fold(form)].add(number)
                for sound in heard:
                    sounding[sound].add(number)
                firsts |= {heard[0][0], fold(form)[0]}
        initials.append(frozenset(firsts))
    frozen = [{form: frozenset(rows) for form, rows in table.items()} for table in tables]
    return _Index(frozen[0], frozen[1], frozen[2], frozen[3], tuple(initials))


def _sounds_of_form(form: str) -> tuple[str, ...]:
    """The likeliest sounds of a form in the table: its own marks say how it is read."""
    parts = words(form)
    readings = readings_for(" ".join(parts))
    return sounds("".join(parts), readings[:1])


@lru_cache(200_000)
def given_ids(word: str, readings: tuple[str, ...] = ("english",)) -> frozenset[int]:
    """The rows of the table that a word can be, full or short; empty where it is no known given name."""
    index = _index()
    folded = fold(word)
    full, short = index.written.get(folded), index.short_written.get(folded)
    if full or short:
        return (full or frozenset()) | (short or frozenset())
    for sound in sounds(word, readings):
        if len(sound) < _SHORTEST_HEARD:
            continue
        full, short = index.sounding.get(sound), index.short_sounding.get(sound)
        if full or short:
            return (full or frozenset()) | (short or frozenset())
    return frozenset()


def given_heard(sound: str) -> frozenset[int]:
    """The rows of the table that have a form of these sounds; none where too few sounds tell."""
    if len(sound) < _SHORTEST_HEARD:
        return frozenset()
    index = _index()
    return index.sounding.get(sound, frozenset()) | index.short_sounding.get(sound, frozenset())


def is_short_form(word: str, row: int) -> bool:
    """Whether a word is written as a short form of that name and not as a full one."""
    index, folded = _index(), fold(word)
    return row in index.short_written.get(folded, ()) and row not in index.written.get(folded, ())


def initial_fits(initial: str, row: int) -> bool:
    """Whether a name of the table has a form that begins with this letter: N. may be Mikola (Nikolai)."""
    return (
        not _index().initials[row].isdisjoint({fold(initial), *(one[0] for one in _initial_sounds(initial))})
    )


def initials_of(row: int) -> frozenset[str]:
    """The letters, and as capitals the sounds, that forms of a name of the table begin with."""
    return _index().initials[row]


def _initial_sounds(initial: str) -> tuple[str, ...]:
    return sounds(initial, ("english",))


def gender_of_rows(rows: frozenset[int]) -> str:
    """One of female, male and unknown: unknown where the rows disagree or there are none."""
    genders = {given_names()[row].gender for row in rows}
    return {"f": "female", "m": "male"}.get(genders.pop(), "unknown") if len(genders) == 1 else "unknown"
