"""Sentences: every way in which English says that a court imposed a term, and who bears it."""

from itertools import pairwise

import regex

from importers.prose.durations import DurationFound
from importers.rules.base import Context, Example, Rule, Values
from importers.rules.charged import charges_in
from importers.rules.lengths import PRISON_AFTER, bare_years, terms_in, values_of
from importers.rules.parts import (
    fine_in,
    setting,
    term_of,
)
from importers.view import D, N

THEME = "sentencing"
_TERM_LINK = regex.compile(
    r"\b(?:to|for|with|of|an?|the|another|additional|and|received?|by)\b[\s\w’'“”,-]*$", regex.I
)
_ONE = regex.compile(r"[^.;]{0,120}?\b(?:to|for)\s+(?:an?|one)\s+(?P<unit>year|month)\b(?![’'-])", regex.I)
_ELSEWHERE = regex.compile(
    r"[^.;]{0,90}?\bto\s+(?:the|an?|his|her|their)\s+(?!prison|jail|penal|labou?r|fine|term|suspended|"
    r"correct|colony|"
    r"strict|maximum|total|further|harsh|long|lengthy|one|combined|minimum|mandatory|year|month|heavy)\w+",
    regex.I,
)
_BETWEEN_TERMS = regex.compile(r"\s*(?:,|\band\b|&)\s*(?:and\s+)?", regex.I)
_FINED = regex.compile(r"\bfined?\b", regex.I)
_RANGE_LEAD = regex.compile(r"[^.;,]{0,80}?\bto\s+(?:between\s+|from\s+)?")
_TERM_NEXT = regex.compile(r"[\s-]*(?:\w+[\s-]){0,4}?(?:sentence|term)s?\b")
_PENAL = regex.compile(r"\b(?:sentence|term|prison|jail|imprisonment|administrative)", regex.I)
_OF_COURTS = regex.compile(r"\b(?:sentenc|jail|prison|convict|court|trial)", regex.I)


def _one(ctx: Context) -> Values:
    """ "Jailed for a year": a length that only its article counts."""
    match = _ONE.match(ctx.masked, ctx.hit.end, min(ctx.territory.end, ctx.hit.end + 160))
    if not match:
        return {}
    ctx.reach(ctx.hit.pos, match.end())
    return {match["unit"].lower() + "s": 1} | setting(ctx, ctx.hit.start, match.end())


def _indeterminate(ctx: Context) -> list[DurationFound]:
    """The two ends of "sentenced to 12 to 18 years"; the longer one is what may be served."""
    found = [one for one in ctx.view.lengths_in(ctx.hit.end, ctx.territory.end) if one.range_role == "range"]
    near = found and _RANGE_LEAD.fullmatch(ctx.masked[ctx.hit.end : found[0].start])
    return found[:2] if near else []


def _are_listed(ctx: Context, terms: list[DurationFound]) -> bool:
    """Whether lengths stand in one list, as many as there are people: "six and five years"."""
    gaps = [ctx.masked[a.end : b.start] for a, b in pairwise(terms)]
    return len(terms) == len(ctx.hit.patients.people) and all(_BETWEEN_TERMS.fullmatch(gap) for gap in gaps)


def _sentenced(ctx: Context) -> Values | None:
    """ "Sentenced to eleven years", also with several terms for several people."""
    end = ctx.territory.end
    closed = ctx.masked.find("respectively", ctx.hit.end, end)  # what follows is of another list
    last = closed if closed > 0 else ctx.hit.end + 230
    terms = [one for one in terms_in(ctx, ctx.hit.start, end) if one.start < last] or terms_in(
        ctx, ctx.hit.start, min(end, ctx.hit.end + 230)
    )
    if terms:
        values = values_of(ctx, terms[0], end)
        if len(terms) > 1:
            values["_terms"] = [term_of(one) for one in terms]
            values["_listed"] = _are_listed(ctx, terms)
            ctx.reach(
                terms[0].start,
                terms[-1].end if "respectively" in ctx.masked[ctx.hit.start : end] else terms[0].end,
            )
        return values
    if not terms and ctx.hit.voice != "adjective":
        terms = _indeterminate(ctx)
        if terms:
            return values_of(ctx, terms[-1], end)
    if not terms and (one := _one(ctx) or bare_years(ctx, ctx.hit.end, ctx.territory.end)):
        return one
    if not terms and _ELSEWHERE.match(ctx.masked, ctx.hit.end, ctx.territory.end):
        return None
    ahead = [one for one in terms_in(ctx, ctx.territory.start, ctx.hit.pos) if ctx.hit.pos - one.end < 30]
    stretch = ctx.view.text[ctx.hit.start : end]
    values = setting(ctx, ctx.hit.start, end) | charges_in(ctx, end)
    if _FINED.search(stretch[:120]):
        return values | fine_in(stretch) | {"_fine": True}
    if ctx.hit.match["v"].lower() in ("jailed", "imprisoned"):
        return values_of(ctx, ahead[0], end) if ahead else None
    return values | {"_conviction": True}


def _served(ctx: Context) -> Values | None:
    """ "Is serving a ten-year sentence": the sentence; when it was pronounced stands elsewhere."""
    terms = terms_in(ctx, ctx.hit.start, min(ctx.territory.end, ctx.hit.end + 40))
    inside = [one for one in terms if one.end <= ctx.hit.end]
    if not terms:
        return None
    return values_of(ctx, (inside or terms)[-1 if inside else 0], ctx.territory.end) | {"_serving": True}


def imposed(ctx: Context) -> Values | None:
    """ "Received eleven years in prison": a length that is of a prison, and was got."""
    terms = [one for one in terms_in(ctx, ctx.hit.start, ctx.territory.end) if one.start < ctx.hit.end + 5]
    if not terms:
        return None
    term = terms[0]
    around = ctx.masked[term.end : term.end + 60]
    is_penal = term.life or term.death_penalty or PRISON_AFTER.match(around) or _TERM_NEXT.match(around)
    is_penal = is_penal or _PENAL.search(ctx.hit.match[0])
    context = ctx.view.text[max(ctx.view.article.start, ctx.hit.start - 400) : ctx.reader.sentence.end]
    if not (is_penal or _OF_COURTS.search(context)):
        return None
    return values_of(ctx, term, ctx.territory.end) | _several(ctx, term)


def _several(ctx: Context, first: DurationFound) -> Values:
    """The other lengths of "received terms of five and three years, respectively"."""
    terms = [one for one in terms_in(ctx, first.start, ctx.territory.end) if one.start - first.end < 120]
    if len(terms) < 2 or len(terms) != len(ctx.hit.patients.people):
        return {}
    return {"_terms": [term_of(one) for one in terms], "_listed": _are_listed(ctx, terms)}


def _given(ctx: Context) -> Values | None:
    """ "Gave P ten years in prison": the length behind the person."""
    terms = [one for one in terms_in(ctx, ctx.hit.start, ctx.territory.end) if one.start - ctx.hit.end < 200]
    if not terms:
        return None
    term, last = terms[0], ctx.view.lengths_in(ctx.hit.end, ctx.reader.sentence.end)[-1]
    around = ctx.masked[last.end : last.end + 60]
    if not (
        term.life
        or term.death_penalty
        or PRISON_AFTER.match(ctx.masked[term.end : term.end + 60])
        or PRISON_AFTER.match(around)
        or _TERM_NEXT.match(around)
    ):
        return None
    return values_of(ctx, term, ctx.territory.end)


RULES = (
    Rule(
        name="sentencing.sentenced",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=(
            r"\b(?P<v>(?:re-?)?sentenced|(?:re-?)?sentences(?=\s+(?:\w+\s+){0,6}?\ue000)|"
            r"condemned(?=\s+(?:to\b|in absentia|\ue020|"
            r"(?:[\w’'-]+\s+){0,6}?\ue000[^.;]{0,60}?\bto\s+(?:[\w-]+\s+){0,2}?\ue020))|"
            r"sent\s+(?:back\s+)?to\s+(?:prison|jail|a\s+penal\s+colony)(?=\s+for\s+(?:[\w-]+\s+){0,2}?\ue020)|(?:jailed|"
            r"imprisoned)(?:(?=[^.;]{0,170}(?:\ue020|\ba (?:year|month)\b))|"
            r"(?<=\ue020\ue021*\s+\w+))|ordered to (?:serve|spend)|(?:given|handed|slapped|"
            r"punished)\s+with(?=\s+(?:an?\s+)?\ue020))\b"
        ),
        mode="verb",
        build=_sentenced,
        priority=3,
        examples=(
            Example(
                (
                    "[[On 3 May 2022 the court sentenced journalist Polad Rzayev to five years and six "
                    "months "
                    "in prison]]."
                ),
                people=("Polad Rzayev",),
                date="2022-05-03",
                kind="sentence",
                values={"years": 5, "months": 6},
            ),
            Example(
                "Blogger [[Pham Van Lam was jailed for seven years]].",
                people=("Pham Van Lam",),
                date="2024-06",
                kind="sentence",
                values={"years": 7},
            ),
            Example(
                (
                    "[[Nguyen Thi Ha and Tran Duc Binh were sentenced to six and five years]] in prison "
                    "respectively."
                ),
                people=("Nguyen Thi Ha",),
                date="2024-06",
                kind="sentence",
                values={"years": 6},
            ),
        ),
        counter_examples=(
            "Journalist Polad Rzayev faces up to ten years if convicted.",
            "The prosecutor asked for eight years in prison for Polad Rzayev.",
        ),
    ),
    Rule(
        name="sentencing.serving",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=(
            rf"\b(?P<v>(?:(?:is|was|are|were|has been|had been|have been|been|currently|now|"
            rf"still)\s+(?:\w+\s+){{0,2}}?)?serv(?:ing|es|e|ed))\s+(?:out\s+)?(?:an?\s+|his\s+|her\s+|"
            rf"their\s+|the\s+|(?:\w+\s+){{0,4}}?of\s+(?:an?\s+|his\s+|"
            rf"her\s+)?)?(?:[\w-]+\s+){{0,4}}?(?:more "
            rf"than\s+)?(?P<term>{N})(?:[’']?s?[\s-]*(?:\w+[\s-]){{0,3}}?(?:sentences?|terms?|"
            rf"imprisonment|in prison|in jail|behind bars|prison))?"
            r"(?!\s+(?:as|on|under|with|in\s+(?:the\s+)?(?:army|navy|air force|military|police|parliament|"
            r"senate|congress|cabinet|government|office|assembly))\b)"
        ),
        mode="subject",
        build=_served,
        priority=2,
        dated=False,
        examples=(
            Example(
                "Student [[Salma Qahtani is serving a 27-year sentence]].",
                people=("Salma Qahtani",),
                kind="sentence",
                values={"years": 27},
            ),
        ),
        counter_examples=("Student Salma Qahtani is serving coffee.",),
    ),
    Rule(
        name="sentencing.received",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=(
            rf"\b(?P<v>(?:(?<=(?:\band|\bthen|,)\s+(?:{D},?\s+)?)(?:given|handed)|received?|receives|got|"
            rf"gets|drew|earned|was dealt|were dealt|incurred|(?:was|"
            rf"were|is|are|been|be)\s+(?:\w+\s+){{0,2}}?(?:given|handed(?: down)?|awarded|served|slapped "
            rf"with|meted out|dealt|issued|facing execution after)))\s+(?:with\s+)?(?:down\s+)?(?:an?\s+|"
            rf"the\s+)?(?:[\w’'“”-]+\s+){{0,6}}?(?P<term>{N})(?:[’']?s?[\s-]*(?:\w+[\s-]){{0,3}}?(?:senten"
            rf"ces?|terms?|imprisonment|in prison|in jail|behind bars))?"
        ),
        mode="subject",
        build=imposed,
        priority=2,
        examples=(
            Example(
                "Editor [[Murat Kılıç received a prison term of eight years]].",
                people=("Murat Kılıç",),
                kind="sentence",
                values={"years": 8},
            ),
            Example(
                "Activist [[Nigar Hazi was given 30 days of administrative detention]].",
                people=("Nigar Hazi",),
                kind="sentence",
                values={"days": 30},
            ),
        ),
        counter_examples=("Editor Murat Kılıç received a letter.",),
    ),
    Rule(
        name="sentencing.gave",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=(
            rf"\b(?P<v>(?:gave|handed(?: down)?|hands(?: down)?|awarded|dealt|meted out|issued|imposed|"
            rf"pronounced|passed|delivered|slapped))(?=\s+(?:(?:[\w’'-]+\s+){{0,8}}?\ue000[^.;]{{0,60}}?|"
            rf"him\s+|her\s+|them\s+)(?:with\s+)?(?:an?\s+)?(?:[\w-]+\s+){{0,4}}?(?P<term>{N}))"
        ),
        mode="object",
        build=_given,
        priority=2,
        examples=(
            Example(
                "The judge [[gave Hamza Bello ten years in prison]].",
                people=("Hamza Bello",),
                kind="sentence",
                values={"years": 10},
            ),
        ),
        counter_examples=("The judge gave Hamza Bello ten days to answer.",),
    ),
)
