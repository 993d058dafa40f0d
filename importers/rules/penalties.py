"""Penalties beside the common sentence: administrative arrest, fines, and what an appeal makes of a term."""

import regex

from importers.rules.base import Context, Example, Rule, Values
from importers.rules.parts import fine_in, term_of
from importers.rules.sentencing import imposed, terms_in, values_of
from importers.view import N

THEME = "penalties"


def _fined(ctx: Context) -> Values | None:
    return fine_in(ctx.view.text[ctx.hit.start : ctx.territory.end]) | {"_fine": True}


def _appealed(ctx: Context) -> Values | None:
    word = ctx.masked[ctx.hit.start : ctx.hit.end].lower()
    outcome = (
        "upheld"
        if regex.search(r"uph|confirm|reject|dismiss", word)
        else "reduced"
        if regex.search(r"reduc|cut|commut|lower", word)
        else "changed"
    )
    terms = ctx.view.lengths_in(ctx.hit.start, ctx.territory.end)
    return {"outcome": outcome} | (term_of(terms[-1]) if terms and outcome == "reduced" else {})


def _own_appeal(ctx: Context) -> Values | None:
    """ "Upheld her sentence"; a term that was increased is a sentence of its own."""
    before = ctx.before(80)
    if regex.search(r"\b(?:increas|extend|rais|lengthen)", before, regex.I):
        terms = terms_in(ctx, ctx.hit.end, ctx.territory.end)
        if terms:
            return values_of(ctx, terms[-1], ctx.territory.end) | {"_kind": "sentence"}
    upheld = regex.search(r"uph|confirm|reject|dismiss|denied", before)
    return {"outcome": "upheld" if upheld else "changed"}


RULES = (
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
            r"(?<=\b(?:rejected|dismissed|upheld|confirmed|reduced|overturned|quashed|annulled|increased|"
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
