"""Penalties beside the common sentence: administrative arrest, fines, and what an appeal makes of a term."""

import regex

from importers.rules.base import Context, Example, Rule, Values
from importers.rules.lengths import terms_in, values_of
from importers.rules.parts import fine_in, term_of
from importers.rules.sentencing import imposed
from importers.view import N

THEME = "penalties"
_UPHELD = regex.compile(r"uph|confirm|reject|dismiss")
_REDUCED = regex.compile(r"reduc|cut|commut|lower")
_INCREASED = regex.compile(r"\b(?:increas|extend|rais|lengthen)", regex.I)
_FROM = regex.compile(r"\bfrom\s+(?:an?\s+)?(?=\ue020)")


def _fined(ctx: Context) -> Values | None:
    return fine_in(ctx.view.text[ctx.hit.start : ctx.territory.end]) | {"_fine": True}


def _appealed(ctx: Context) -> Values | None:
    word = ctx.masked[ctx.hit.start : ctx.hit.end].lower()
    outcome = "upheld" if _UPHELD.search(word) else "reduced" if _REDUCED.search(word) else "changed"
    terms = ctx.view.lengths_in(ctx.hit.start, ctx.territory.end)
    return {"outcome": outcome} | (term_of(terms[-1]) if terms and outcome == "reduced" else {})


def _own_appeal(ctx: Context) -> Values | None:
    """ "Upheld her sentence"; a term that was increased is a sentence of its own."""
    before = ctx.before(80)
    if _INCREASED.search(before):
        terms = terms_in(ctx, ctx.hit.end, ctx.territory.end)
        if terms:
            return values_of(ctx, terms[-1], ctx.territory.end) | {"_kind": "sentence"}
    return {"outcome": "upheld" if _UPHELD.search(before) or "denied" in before else "changed"}


def _changed_from(ctx: Context) -> Values | None:
    """ "Raised the sentence of P from six years to 34": the first was the sentence."""
    terms = ctx.view.lengths_in(ctx.hit.end, ctx.territory.end)
    start = _FROM.search(ctx.masked, ctx.hit.end, ctx.reader.sentence.end)
    if not terms or not start:
        return None
    ctx.reach(terms[0].start, terms[0].end)
    return term_of(terms[0])


def _with_term(ctx: Context) -> Values | None:
    terms = [one for one in terms_in(ctx, ctx.hit.start, ctx.hit.end) if one.range_role != "up_to"]
    return values_of(ctx, terms[-1], ctx.territory.end) if terms else None


RULES = (
    Rule(
        name="penalties.changed",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=(
            r"\b(?P<v>(?:reduc|cut|rais|increas|lower|commut|lengthen|shorten|extend)\w*\s+(?:the|"
            r"an?)\s+(?:[\w’'-]+\s+){0,3}?"
            r"(?:sentence|term)\s+of)(?=[^.;]{0,120}\bfrom\s+(?:an?\s+)?\ue020)"
        ),
        mode="object",
        build=_changed_from,
        dated=False,
        priority=1,
        examples=(
            Example(
                (
                    "The court [[reduced the prison sentence of blogger Tran Quoc Lam from nine years]] to "
                    "eight."
                ),
                people=("Tran Quoc Lam",),
                kind="sentence",
                values={"years": 9},
            ),
        ),
        counter_examples=("The court reduced the fee of lawyer Tran Quoc Lam from nine to eight dollars.",),
    ),
    Rule(
        name="penalties.with_a_sentence",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=rf"\b(?P<v>with\s+an?\s+(?:[\w-]+\s+){{0,3}}?(?:sentence|term)\s+of\s+(?:an?\s+)?{N})",
        mode="subject",
        build=_with_term,
        dated=False,
        priority=3,
        confidence=0.75,
        examples=(
            Example(
                "Teacher [[Ruth Moyo walked out of prison with a suspended sentence of two years]].",
                people=("Ruth Moyo",),
                kind="sentence",
                values={"years": 2, "suspended": True},
            ),
        ),
        counter_examples=("Teacher Ruth Moyo began a letter with a sentence of two words.",),
    ),
    Rule(
        name="penalties.term_of",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=(
            rf"\m(?<=(?:[’']s?|\b(?:his|her|their))\s(?:[\w-]+\s){{0,2}})(?P<v>(?:sentence|"
            rf"term)\s+of\s+(?:an?\s+)?{N})"
        ),
        mode="noun",
        build=_with_term,
        dated=False,
        priority=3,
        confidence=0.8,
        examples=(
            Example(
                "Lawyer Dang Hoang Phu was released before the end of his [[term of three years]].",
                people=("Dang Hoang Phu",),
                kind="sentence",
                values={"years": 3},
            ),
        ),
        counter_examples=("Lawyer Dang Hoang Phu ended his term of office.",),
    ),
    Rule(
        name="penalties.given_life",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=r"\b(?P<v>(?:given|handed|got|received)\s+life)\b(?!\s+(?:advice|lessons|support))",
        mode="verb",
        build=lambda _: {"life": True},
        priority=3,
        examples=(
            Example(
                "Judges met on Monday. Those [[given life include jurist Salim Kaabi]].",
                people=("Salim Kaabi",),
                date="2024-06-10",
                kind="sentence",
                values={"life": True},
            ),
        ),
        counter_examples=("Jurist Salim Kaabi was given life advice.",),
    ),
    Rule(
        name="penalties.administrative",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=(
            rf"\b(?P<v>(?:placed|put|held|kept|jailed|arrested|detained|ordered|sent)\s+(?:in|under|to|"
            rf"into|for)\s+(?:an?\s+)?(?P<term>{N})[’']?s?[\s-]*(?:of\s+|"
            rf"in\s+)?(?:administrative\s+)(?:arrest|detention|custody|imprisonment)|(?:placed|put|held|"
            rf"kept|taken|sent)\s+(?:in|under|into|to)\s+administrative\s+(?:arrest|detention|"
            rf"custody)\s+for\s+(?P<term>{N})|(?:administratively\s+(?:arrested|detained|"
            rf"jailed)\s+for\s+(?P<term>{N})))"
        ),
        mode="verb",
        build=imposed,
        priority=1,
        examples=(
            Example(
                "Activist [[Timur Aliyev was placed in administrative detention for 15 days]].",
                people=("Timur Aliyev",),
                date="2024-06",
                kind="sentence",
                values={"days": 15},
            ),
        ),
        counter_examples=("Activist Timur Aliyev worked for 15 days in the administrative office.",),
    ),
    Rule(
        name="penalties.fined",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=(
            r"\b(?P<v>fined)\b(?=\s+(?:[$€£¥]|\d|an?\b|the equivalent|[A-Z]{2,3}\s?\d|about|over|more "
            r"than|approximately|around|by|for|to pay))"
        ),
        mode="verb",
        build=_fined,
        confidence=0.75,
        examples=(
            Example(
                "Activist [[Timur Aliyev was fined 150,000 roubles in October 2023]].",
                people=("Timur Aliyev",),
                date="2023-10",
                kind="sentence",
                values={"fine": "150,000", "fine_currency": "roubles"},
            ),
        ),
        counter_examples=("Activist Timur Aliyev was fine.",),
    ),
    Rule(
        name="penalties.appeal",
        version=1,
        theme=THEME,
        kind="appeal",
        pattern=(
            r"\b(?P<v>(?:rejected|dismissed|upheld|confirmed|reduced|overturned|quashed|annulled|"
            r"increased|extended|commuted|denied|cut|heard))\s+(?:an?\s+|"
            r"the\s+)?(?:[\w’'-]+\s+){0,3}?(?:appeals?|convictions?|sentences?|verdict)\s+(?:of|by|"
            r"against|filed by|lodged by|for)(?=\s)"
        ),
        mode="object",
        build=_appealed,
        priority=4,
        examples=(
            Example(
                "[[On 31 December 2018 the court rejected the appeal of poet Rima Saleh]].",
                people=("Rima Saleh",),
                date="2018-12-31",
                kind="appeal",
                values={"outcome": "upheld"},
            ),
        ),
        counter_examples=("Poet Rima Saleh made an appeal for peace.",),
    ),
    Rule(
        name="penalties.own_appeal",
        version=1,
        theme=THEME,
        kind="appeal",
        pattern=(
            r"\m(?<=\b(?:rejected|dismissed|upheld|confirmed|reduced|overturned|quashed|annulled|increased|"
            r"extended|commuted|denied|cut)\s+(?:\ue000\ue001*[’']s?|his|her|their)\s+(?:(?:\ue020\ue021*|"
            r"[\w’'-]+)[\s-]+){0,4}?)(?P<v>appeals?|convictions?|sentences?|verdict|terms?)\b"
        ),
        mode="noun",
        build=_own_appeal,
        priority=4,
        examples=(
            Example(
                "The court upheld [[Rima Saleh’s sentence on 31 December 2018]].",
                people=("Rima Saleh",),
                date="2018-12-31",
                kind="appeal",
                values={"outcome": "upheld"},
            ),
        ),
        counter_examples=("The court heard Rima Saleh’s sister.",),
    ),
)
