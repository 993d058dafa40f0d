"""The lexicons as sets and patterns, loaded once. The data stands in the TOML files beside this module.

They hold kinds of words (titles, roles, countries, heads of organisations' names) and never answers.
"""

import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

from cases.names import given_names as known_given_names
from importers.alternatives import alternation

HERE = Path(__file__).parent


@lru_cache(maxsize=16)
def load(name: str) -> dict[str, Any]:
    """One lexicon file by its name without ending."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Lower case, accents and apostrophes off: how words are compared with a lexicon."""
    plain = unicodedata.normalize(
        "NFKD", word.replace("ı", "i").replace("ł", "l").replace("đ", "d").replace("Đ", "D")
    )
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’ʼ‘`").casefold()


@lru_cache(maxsize=32)
def words(file: str, key: str) -> frozenset[str]:
    """A set of folded words: a list in the file, or one long text of words."""
    value = load(file)[key]
    return frozenset(fold(one) for one in (value.split() if isinstance(value, str) else value))


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Folded given names: those of the lexicon, and those by which the record compares people."""
    known = {fold(form) for name in known_given_names() for form in (*name.forms, *name.short)}
    usual = {one for one in known if one.isascii() and len(one) > 2}
    return words("names", "given") | (usual - words("words", "common"))


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Folded name of a country, people or place to the ISO code of the country ("ZZ": of none)."""
    table: dict[str, str] = {}
    for code, row in load("places").items():
        for name in (*row["names"], *row["people"], *row["places"]):
            table.setdefault(fold(name), code)
    return table


@lru_cache(maxsize=1)
def country_words() -> frozenset[str]:
    """Folded names of countries and peoples, without cities."""
    return frozenset(
        fold(name) for row in load("places").values() for name in (*row["names"], *row["people"])
    )


@lru_cache(maxsize=1)
def place_words() -> frozenset[str]:
    """Every single word that stands in a name of a place or a people."""
    return frozenset(word for name in countries() for word in name.split() if len(word) > 2)


def plural(noun: str) -> str:
    """The regular plural of an English noun."""
    if noun.endswith(("man", "woman")) and not noun.endswith("human"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


@lru_cache(maxsize=2)
def role_pattern(*, backwards: bool = False) -> str:
    """Any role noun, singular or plural."""
    roles = load("people")["roles"]
    return alternation(sorted({*roles, *(plural(one) for one in roles)}), backwards=backwards)


@lru_cache(maxsize=2)
def family_pattern(*, backwards: bool = False) -> str:
    return alternation(load("people")["family"], backwards=backwards)


@lru_cache(maxsize=2)
def kin_pattern(*, backwards: bool = False) -> str:
    return alternation(load("people")["kin"], backwards=backwards)
