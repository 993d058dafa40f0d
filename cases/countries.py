"""Names of countries by their two-letter code (ISO 3166-1), from the Unicode CLDR."""

from functools import lru_cache

from babel import Locale


@lru_cache(maxsize=2048)
def country_name(code: str, language: str = "en") -> str:
    """The country's name in a language; the code itself where CLDR has none."""
    return str(Locale.parse(language).territories.get(code, code)) if code else ""


def country_codes() -> list[str]:
    """Every two-letter code of a territory, in order."""
    codes = [str(code) for code in Locale("en").territories]
    return sorted(
        code for code in codes if len(code) == 2 and code.isalpha() and code not in ("ZZ", "EU", "UN")
    )
