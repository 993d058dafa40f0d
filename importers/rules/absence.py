"""What awaits or hides somebody: years in prison that they face, and that nobody knows where they are."""

from importers.rules.base import Context, Example, Rule, Values
from importers.view import N

THEME = "absence"


def _threatened(_: Context) -> Values:
    return {"status": "pending"}


RULES = (
    Rule(
        name="absence.missing_are",
        version=1,
        theme=THEME,
        kind="disappearance",
        pattern=r"\b(?P<v>(?:missing|disappeared)\s+(?:is|are|was|were))(?=\s+(?:[\w’'-]+\s+){0,5}?\ue000)",
        mode="object",
        confidence=0.8,
        priority=4,
        examples=(
            Example(
                "Also [[missing are teacher Amal Osman]] and student Musab Idris.",
                people=("Amal Osman",),
                kind="disappearance",
            ),
        ),
        counter_examples=("What is missing is clear to teacher Amal Osman.",),
    ),
    Rule(
        name="absence.faces_prison",
        version=1,
        theme=THEME,
        kind="charge",
        pattern=(
            rf"\b(?P<v>(?:could\s+|may\s+|might\s+|now\s+)?fac(?:es?|ed|ing)\s+(?:up\s+to\s+|as\s+much\s+as\s+|"
            rf"at\s+least\s+|a\s+(?:maximum|possible)\s+(?:\w+\s+)?(?:of\s+)?)?(?:an?\s+)?(?:[\w-]+\s+){{0,3}}?{N}"
            rf"[’']?s?[\s-]*(?:\w+[\s-]){{0,2}}?(?:in\s+(?:prison|jail)|behind\s+bars|imprisonment|prison|jail|"
            rf"sentence))\b"
        ),
        mode="subject",
        build=_threatened,
        dated=False,
        confidence=0.75,
        priority=7,
        examples=(
            Example(
                "Poet [[Ivo Salas faces up to ten years in prison]] for a poem.",
                people=("Ivo Salas",),
                kind="charge",
                values={"status": "pending"},
            ),
        ),
        counter_examples=("Poet Ivo Salas faces ten years of work.",),
    ),
)
