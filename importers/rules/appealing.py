"""What a higher court made of a sentence: told of it ("was upheld") or of the person ("lost her appeal")."""

import regex

from importers.rules.base import Context, Example, Rule, Values
from importers.rules.parts import term_of
from importers.view import N

THEME = "penalties"
_DECIDED = (
    r"(?:upheld|confirmed|reduced|overturned|quashed|annulled|increased|extended|commuted|cut|rejected|dismissed|"
    r"lowered|set\s+aside|thrown\s+out|suspended|doubled|shortened|lengthened)"
)
_WHAT = r"(?:sentences?|convictions?|verdicts?|appeals?|terms?)"
_WERE = r"(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+\s+)?"
_DECISION = regex.compile(_DECIDED, regex.I)
_OUTCOMES = (
    ("upheld", regex.compile(r"upheld|confirmed|rejected|dismissed|lost\b|thrown", regex.I)),
    ("reduced", regex.compile(r"reduced|commuted|cut\b|lowered|shortened", regex.I)),
    ("overturned", regex.compile(r"overturned|quashed|annulled|set\s+aside|won\b", regex.I)),
)


_TO = regex.compile(r"\bto\s+(?:an?\s+)?$", regex.I)


def _outcome(ctx: Context) -> Values | None:
    """How the court decided, and to what term it reduced another."""
    match = _DECISION.search(ctx.after(160)) if ctx.hit.voice == "noun" else None
    if match:
        ctx.reach(ctx.hit.pos, ctx.hit.end + match.end())
    words = match[0] if match else ctx.hit.match[0]
    outcome = next((code for code, pattern in _OUTCOMES if pattern.search(words)), "changed")
    values: Values = {"outcome": outcome}
    lengths = ctx.view.lengths_in(ctx.hit.end, ctx.territory.end)
    if outcome == "reduced" and lengths and _TO.search(ctx.masked[ctx.hit.end : lengths[-1].start]):
        values |= term_of(lengths[-1])
    return values


def _appealed_term(ctx: Context) -> Values | None:
    lengths = ctx.view.lengths_in(ctx.hit.start, ctx.hit.end)
    return term_of(lengths[-1]) if lengths and lengths[-1].range_role != "up_to" else None


RULES = (
    Rule(
        name="penalties.was_decided",
        version=1,
        theme=THEME,
        kind="appeal",
        pattern=(
            rf"\b(?P<v>{_WHAT})\b(?:(?=\s+of\b[^.;]{{0,90}}?\b{_WERE}{_DECIDED}\b)"
            rf"|(?=\s+{_WERE}{_DECIDED}\b)(?<=(?:[’']s?|\b(?:his|her|their))\s+(?:(?:\ue020\ue021*|[\w-]+)[\s-]+){{0,3}}\w+)"
            rf"|(?=\s+{_DECIDED}\b)(?<=\b(?:has|had|have)\s+(?:his|her|their)\s+(?:[\w-]+\s+){{0,2}}\w+))"
        ),
        mode="noun",
        build=_outcome,
        priority=5,
        examples=(
            Example(
                "The [[conviction of lawyer Saw Htoo was overturned on 3 May 2024]].",
                people=("Saw Htoo",),
                date="2024-05-03",
                kind="appeal",
                values={"outcome": "overturned"},
            ),
        ),
        counter_examples=("The sentence of lawyer Saw Htoo was long.",),
    ),
    Rule(
        name="penalties.lost_appeal",
        version=1,
        theme=THEME,
        kind="appeal",
        pattern=r"\b(?P<v>(?:lost|won)\s+(?:an?|his|her|their)\s+(?:[\w-]+\s+)?appeals?)\b",
        mode="subject",
        build=_outcome,
        priority=4,
        examples=(
            Example(
                "Singer [[Saw Htoo lost his appeal on 3 May 2024]].",
                people=("Saw Htoo",),
                date="2024-05-03",
                kind="appeal",
                values={"outcome": "upheld"},
            ),
        ),
        counter_examples=("Singer Saw Htoo lost his guitar.",),
    ),
    Rule(
        name="sentencing.appealed_term",
        version=1,
        theme="sentencing",
        kind="sentence",
        pattern=(
            rf"\b(?P<v>(?:appeals?\s+against|appealed(?:\s+against)?|appealing(?:\s+against)?|overturned|upheld)\s+"
            rf"(?:an?|his|her|their|the)\s+(?:[\w-]+\s+){{0,2}}?{N}[\s-]*(?:[\w-]+\s+){{0,3}}?(?:sentence|term))\b"
        ),
        mode="subject",
        build=_appealed_term,
        dated=False,
        priority=4,
        confidence=0.8,
        examples=(
            Example(
                "Singer [[Saw Htoo appealed against a nine-year prison sentence]].",
                people=("Saw Htoo",),
                kind="sentence",
                values={"years": 9},
            ),
        ),
        counter_examples=("Singer Saw Htoo appealed for calm.",),
    ),
)
