"""What somebody is charged with: the words of the source, and the articles of law that they name."""

import regex

ARTICLE = regex.compile(
    r"\b(?:articles?|arts?\.|sections?|sec\.|§+|paragraphs?)\s*(?P<list>\d[\w.\-()/–]*(?:(?:,\s*|"
    r"\s+and\s+|\s*,?\s*or\s+|\s*/\s*|\s*&\s*)(?:part\s+)?\d[\w.\-()/–]*)*)"
    r"(?P<law>\s+of\s+(?:the\s+)?(?:\p{Lu}?[\w’'\-]+\s+){0,4}(?:Code|Law|Act|Constitution|Decree|"
    r"Ordinance|Statute)\b(?:\s+of\s+\p{Lu}\w+)?)?",
    regex.I,
)
_NUMBER = regex.compile(r"\d[\w.\-()/–]*")
_LEAD = regex.compile(
    r"\s*,?\s*(?:also\s+)?(?:(?:on|in|last)\s+\ue010\ue011*,?\s*|"
    r"\ue010\ue011*,?\s+)?(?:by\s+(?:[\w’'-]+\s+){1,6}?(?=with|under|for))?(?:in\s+absentia\s+)?(?:with|"
    r"of|for|on|over|under|to\s+charges\s+of|in\s+connection\s+with|on\s+(?:\w+\s+){0,4}?(?:charges?|"
    r"counts?|suspicion|accusations?|allegations?)\s*(?:of|that|including|relating to|related to|for|"
    r"under)?|"
    r"(?:\w+\s+){0,3}(?:charges?|counts?)\s+of|(?:him|her|them)\s+(?:include[sd]?|are|were|of|for|under|with)\b"
    r"|include[sd]?\b|including\b|related\s+to\b|relating\s+to\b)?\s*:?\s*",
    regex.I,
)
_STOP = regex.compile(
    r"[.;\n](?:\s|$)|[–—]|,?\s++(?:and|but|before|after|when|while|which|who|where|then)\s++(?:\w+ly\s++|"
    r"later\s++|then\s++|was\s++|were\s++|is\s++|are\s++|has\s++|had\s++)*"
    r"(?:got|received|sentenced|placed|remanded|released|transferred|taken|held|was|were|is|are|has|had|"
    r"faces?|given|ordered|fined|jailed|arrested|detained|received|could|may|on\s|in\s|he\b|she\b|they\b|"
    r"his\b|her\b|if\b)"
    r"|,?[”\"]\s*+,?\s*+(?:says|told|tells|added|adds|wrote|writes|believes?)\b|\s++because\b"
    r"|,\s++(?:which|who|according|reports?|said|after|following|while|where|and|but|in what|despite|"
    r"although|as)\b|\s++(?:carr(?:y|ies|ying)\s|that carr|punishable|if convicted|by a\b|by the\b|on\s*+$"
    r"|alongside\b|(?:along|together) with\b|as well as \ue000)"
    r"|\s++(?:and\s++)?(?:sentenced|placed in|remanded)\b|\s[\ue010]|[”\"]\s*+,?\s*+(?:said|according|"
    r"and\s++(?:was|is|has))|\s++(?:was|were|is|are|has been|had been)\s|\s++(?:for|to)\s++[\ue020]",
    regex.I,
)
_QUOTES = "“”\"‘’' ,"
_EMPTY = frozenset(
    (
        "",
        "charges",
        "trumped-up charges",
        "a crime",
        "crimes",
        "the crime",
        "this",
        "it",
        "that",
        "any crime",
        "anything",
        "an offence",
        "offences",
    )
)
_TRAILING = regex.compile(
    r"(?:\s+(?:on|in|at|since|by|during|of|for|with|and|to|the|from|early|late|last))+\s*$", regex.I
)
_NO_CHARGE = regex.compile(
    r"(?:and|but|or|while|after|before|when|who|he|she|they|was|were|by|in|on|at)\b|[\ue000-\ue0ff\W\d]+$",
    regex.I,
)
_QUOTED = regex.compile(r"[“\"‘]([^”\"’]{3,120})[”\"’]")
MAX = 170


def charge_words(masked: str, text: str, pos: int, end: int) -> tuple[list[str], int]:
    """The charges that stand from `pos` on, as worded, and the offset where they end."""
    lead = _LEAD.match(masked, pos, end)
    start = lead.end() if lead else pos
    stop = _STOP.search(masked, start, min(end, start + MAX))
    limit = int(stop.start()) if stop else min(end, start + MAX)
    if trailing := _TRAILING.search(text, start, limit):
        limit = trailing.start()
    words = _unquoted(text[start:limit].strip(" ,."))
    if masked.startswith("\ue010", start):
        return [], pos  # "charged on 3 May": a date is no charge
    if words.lower() in _EMPTY or len(words) < 3 or _NO_CHARGE.match(words):
        return [], pos
    return _split(words), limit


def _unquoted(words: str) -> str:
    """Quotation marks around the whole taken off; those around a part stay."""
    inner = words[1:-1]
    if (
        len(words) > 2
        and words[0] in "“\"‘'«"
        and words[-1] in "”\"’'»"
        and not any(mark in inner for mark in '“”"«»')
    ):
        return inner.strip(" ,.")
    return words


def _split(words: str) -> list[str]:
    quoted = _QUOTED.findall(words)
    if len(quoted) > 1 or (quoted and len(quoted[0]) > len(words) * 0.6):
        return [one.strip(_QUOTES) for one in quoted]
    return [words]


def articles_of(text: str) -> list[str]:
    """The numbers of the articles that a passage names, in order, each once: "157, part 2" is 157(2)."""
    found: list[str] = []
    for match in ARTICLE.finditer(text):
        for number in _NUMBER.finditer(match["list"]):
            before = match["list"][: number.start()].rstrip().lower()
            if found and before.endswith("part"):
                article, part = found[-1].partition("(")[0], f"({number[0].strip('.-–')})"
                found[-1:] = [article + part] if "(" not in found[-1] else [found[-1], article + part]
            else:
                found.append(number[0].strip(".-–"))
    return list(dict.fromkeys(found))


def law_of(text: str) -> str:
    """The law that the articles of a passage belong to, or ""."""
    match = ARTICLE.search(text)
    return (
        regex.sub(r"^\s*of\s+(?:the\s+)?", "", match["law"], flags=regex.I) if match and match["law"] else ""
    )
