"""The charge told together with an arrest, a trial or a sentence: "on charges of", "under the … Act"."""

import regex

from importers.charges import articles_of, charge_words, law_of
from importers.clues import Clue
from importers.rules.base import Context, Values

# The words that neither of the two forms below is found without.
_CHARGE = Clue(r"\b(?:charges?|counts?|suspicion|accusations?|allegations?|accused)\b")
_ON_CHARGES = regex.compile(
    r"\b(?:on|over|under|for|with|amid)\s+(?:[\w’'-]+\s+){0,5}?(?:charges?|counts?|suspicion|accusations?|"
    r"allegations?)\s+(?:of|that|relating to|related to|including)\b|\baccused of",
    regex.I,
)
# "On terrorism charges", "on politically motivated charges": the charge before the word, or a view of it.
_KIND_OF_CHARGES = regex.compile(
    r"\b(?:on|over|under|with)\s+(?P<kind>(?:(?!(?:no|without|the|of)\b)[\w’'-]+\s+){0,5}?)(?:charges?|accusations?|counts?)\b"
    r"(?!\s+(?:of|that|relat\w+|including)\b)",
    regex.I,
)
_EMPTY_KIND = regex.compile(
    r"(?:(?:politically|trumped|up|trumped-up|motivated|politically-motivated|fabricated|false|bogus|spurious|"
    r"baseless|groundless|unfounded|criminal|serious|similar|unspecified|additional|new|these|those|various|"
    r"several|multiple|other|such|further|separate|dubious|alleged|an?|all|his|her|their|same|absurd|fake|"
    r"two|three|four|five|six|seven|eight|nine|ten|\d+|and|or|a|number|wholly|entirely|clearly)[\s-]*)*",
    regex.I,
)
# Offences that a court tries, behind "for": "jailed for five years for sedition".
OFFENCE = (
    r"(?:(?:high\s+)?treason|sedition|espionage|spying|terrorism|extremism|separatism|subversion|subverting\s+state|"
    r"incit(?:ing|ement)|blasphemy|apostasy|l[èe]se[- ]majest[ée]|(?:criminal\s+)?(?:defamation|libel)|"
    r"slander|fraud|"
    r"embezzlement|extortion|bribery|corruption|smuggling|hooliganism|rioting|mass\s+riots|contempt\s+of\s+court|"
    r"tax\s+evasion|money[- ]laundering|drug\s+\w+|illegal\s+\w+|unlawful\s+\w+|"
    r"spreading\s+(?:\w+\s+)?(?:false|fake|rumou?rs|propaganda|disinformation|misinformation)|"
    r"insulting\s+(?:the|a|religious|Islam)|discrediting\s+the|picking\s+quarrels|"
    r"(?:participat\w+|membership|taking\s+part)\s+(?:in|of)\s+(?:an?\s+)?(?:\w+\s+)?(?:extremist|terrorist|illegal|banned|unauthori[sz]ed|unlawful)|"
    r"(?:justifying|supporting|financing|promoting|glorifying)\s+(?:\w+\s+)?(?:terrorism|extremism|separatism|Nazism)|"
    r"conspir(?:acy|ing)|endangering\s+(?:national|state)|undermining\s+(?:national|state|the)|"
    r"disturbing\s+public\s+order|disobey\w+|disobedience|resisting\s+arrest)"
)
_FOR_OFFENCE = regex.compile(rf"\b(?:for|over)\s+(?:alleged(?:ly)?\s+|the\s+)?(?={OFFENCE}\b)", regex.I)
_UNDER_LAW = regex.compile(
    r"\bunder\s+(?P<law>(?:[\w’'()-]+\s+){1,9}?(?-i:Act|Law|Ordinance|Decree|laws?|"
    r"legislation)\b(?:\s*\([A-Z]{2,6}\))?)",
    regex.I,
)
_ARTICLE = regex.compile(r"^(?:the|an?)\s+")
_NO_LAW = regex.compile(
    r"\b(?:martial|international|sharia|islamic|human rights|domestic|national|local|\w+ian|"
    r"which|what)\s+law",
    regex.I,
)


def charges_in(ctx: Context, end: int) -> Values:
    """The charges in the event's own stretch, as worded, with their articles and the law.

    `_charged` says that there is a charge where the text does not say which: "on trumped-up charges";
    `_reason` that the words are why somebody was punished, and perhaps not what the charge said.
    """
    values = _worded(ctx, end)
    stretch = ctx.view.text[ctx.hit.start : end]
    articles = articles_of(stretch)
    if articles:
        values["articles"] = articles
        if law := law_of(stretch):
            values["law"] = law
    elif "charges" not in values and (under := _UNDER_LAW.search(ctx.masked, ctx.hit.end, end)):
        law = ctx.view.text[slice(*under.span("law"))]
        if not _NO_LAW.search(law):
            values["law"] = _ARTICLE.sub("", law)
    return values


def _worded(ctx: Context, end: int) -> Values:
    """The charge behind "on charges of", before "charges", or an offence behind "for"."""
    start = ctx.hit.start
    told = _CHARGE.search(ctx.reader.memory.clues, ctx.masked, start, end)
    match = _ON_CHARGES.search(ctx.masked, start, end) if told else None
    if match:
        return _from(ctx, match.end(), end) or {"_charged": True}
    match = _KIND_OF_CHARGES.search(ctx.masked, start, end) if told else None
    if match:
        kind = ctx.view.text[slice(*match.span("kind"))].strip()
        if _EMPTY_KIND.fullmatch(kind):
            return {"_charged": True}
        return {"charges": [ctx.view.text[match.start("kind") : match.end()]]}
    match = _FOR_OFFENCE.search(ctx.masked, ctx.hit.end, end)
    found = _from(ctx, match.end(), end) if match else {}
    return found | {"_reason": True} if found else {}


def _from(ctx: Context, start: int, end: int) -> Values:
    worded, stop = charge_words(ctx.masked, ctx.view.text, start, end)
    return {"charges": worded, "_charges_end": stop} if worded else {}
