"""Exile, deportation, death in custody, execution."""

import regex

from importers.rules.base import Context, Rule, Values

THEME = "outcome"
_PLACE = r"(?:prison|jail|custody|detention|captivity|a penal colony|the penal colony|pre-?trial|police station|police cell|(?:his|her|their|a|the)\s+(?:prison\s+)?cell|prison hospital|imprisonment|hospital|hunger strike|behind bars|colony|incarcerat\w+|detained|labou?r camp|barracks|remand)"


def _exile(ctx: Context) -> Values | None:
    word = ctx.hit.match[0].lower()
    if regex.search(r"deport|expel", word):
        return {"manner": "deported"}
    return {"manner": "citizenship_taken"} if regex.search(r"citizenship|nationality", word) else {"manner": "forced"}


def _death(ctx: Context) -> Values | None:
    return {"cause": "execution"} if regex.search(r"execut|hang", ctx.hit.match[0], regex.I) else {}


RULES = (
    Rule(
        name="outcome.deported",
        version=1,
        theme=THEME,
        kind="exile",
        pattern=r"\b(?P<v>(?:forcibly\s+)?deported|expelled(?=\s+(?:from\s+(?:the\s+(?:country|territory)|\p{Lu})|to\b|in\b|on\b|by\b|him\b|her\b|them\b|\ue000|and\b|\.))|(?:forcibly\s+)?exiled(?=\s+(?:to|in|from|on|by|him|her|them|\ue000))|banished|forced into exile|forced to (?:flee|leave) (?:the country|(?:his|her|their) (?:home\s?land|country)|into exile)|stripped of (?:his|her|their)\s+(?:\w+\s+)?(?:citizenship|nationality))\b",
        mode="verb",
        build=_exile,
        examples=(),
        counter_examples=(),
    ),
    Rule(
        name="outcome.exile_condition",
        version=1,
        theme=THEME,
        kind="exile",
        pattern=r"\b(?P<v>(?:subjected to|sent into|driven into|pushed into)\s+(?:forced\s+|involuntary\s+)?exile)\b",
        mode="verb",
        build=lambda ctx: {"manner": "condition_of_release", "conditions": ["forced_exile"]},
        priority=2,
        examples=(),
        counter_examples=(),
    ),
    Rule(
        name="outcome.died",
        version=1,
        theme=THEME,
        kind="death",
        pattern=rf"\b(?P<v>(?:died|passed away|dies|was found dead|were found dead|found dead|lost (?:his|her) life|committed suicide|took (?:his|her) own life|was (?:killed|murdered|beaten to death|tortured to death)|were killed))\b(?=[^.;]{{0,140}}\b{_PLACE}\b)",
        mode="subject",
        build=_death,
        priority=2,
        examples=(),
        counter_examples=(),
    ),
    Rule(
        name="outcome.death_noun",
        version=1,
        theme=THEME,
        kind="death",
        pattern=rf"\b(?P<v>(?:death|killing|murder))\b(?=\s+(?:in\s+(?:\w+\s+)?(?:custody|prison|detention|jail)\s+)?of\b[^.;]{{0,120}}\b(?:in|at)\s+(?:\w+\s+){{0,3}}?{_PLACE}|\s+in\s+(?:\w+\s+)?(?:custody|prison|detention|jail))",
        mode="noun",
        build=_death,
        priority=2,
        examples=(),
        counter_examples=(),
    ),
    Rule(
        name="outcome.executed",
        version=1,
        theme=THEME,
        kind="death",
        pattern=r"\b(?P<v>executed(?!\s+(?:a|the|an)\s+(?:plan|warrant|order|search|operation|document))|put to death|hanged)\b",
        mode="verb",
        build=_death,
        examples=(),
        counter_examples=(),
    ),
    Rule(
        name="outcome.execution",
        version=1,
        theme=THEME,
        kind="death",
        pattern=r"\b(?P<v>execution|hanging)(?=\s+of\b|\s+(?:on|in)\b)",
        mode="noun",
        build=_death,
        examples=(),
        counter_examples=(),
    ),
)
