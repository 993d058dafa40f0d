"""Accusations not worded as "charged": investigated, booked, named a suspect, pleading, hit with charges."""

import regex

from importers.rules.base import Context, Example, Rule, Values
from importers.rules.charging import charge

THEME = "charges"
_IN_A_CASE = regex.compile(
    r"\s+in\s+(?:an?\s+|the\s+)?(?P<case>(?:[\w’'-]+\s+){1,4}?(?:case|investigation|plot))\b", regex.I
)


def _named(ctx: Context) -> Values | None:
    """Only where the words say of what: an article, a case, a charge."""
    values = charge(ctx)
    return values if values and ("charges" in values or "articles" in values) else None


def _case(ctx: Context) -> Values | None:
    """ "A suspect in a fraud case": the case is the charge."""
    values = charge(ctx) or {}
    match = regex.match(
        r"\s+in\s+(?:an?\s+|the\s+)?(?P<case>(?:[\w’'-]+\s+){1,4}?(?:case|investigation|plot))\b",
        ctx.after(80),
    )
    if match:
        start = ctx.hit.end + match.start("case")
        ctx.reach(ctx.hit.start, ctx.hit.end + match.end("case"))
        values["charges"] = [ctx.view.text[start : ctx.hit.end + match.end("case")]]
    return values


RULES = (
    Rule(
        name="charges.booked",
        version=1,
        theme=THEME,
        kind="charge",
        pattern=(
            r"\b(?P<v>booked)(?=\s+(?:by\s+(?:[\w’'-]+\s+){1,4}?)?"
            r"(?:under|for\s+(?!\d|an?\b|the\b|two\b|three\b)|on charges)"
            r"|\s+(?:[\w’'-]+\s+){0,4}?\ue000[^.;]{0,60}?\b(?:under|on charges))"
        ),
        mode="verb",
        build=charge,
        examples=(
            Example(
                "Journalist [[Arjun Sethi was booked under Section 153A of the Penal Code]].",
                people=("Arjun Sethi",),
                date="2024-06",
                kind="charge",
                values={
                    "status": "pending",
                    "charges": ["Section 153A of the Penal Code"],
                    "articles": ["153A"],
                    "law": "Penal Code",
                },
            ),
        ),
        counter_examples=("Journalist Arjun Sethi booked a table for three.",),
    ),
    Rule(
        name="charges.hit_with",
        version=1,
        theme=THEME,
        kind="charge",
        pattern=(
            r"\b(?P<v>(?:hit|slapped|presented|served|confronted|saddled)\s+with\s+(?:[\w’'-]+\s+){0,5}?(?:charges?|"
            r"indictments?|accusations))\b"
        ),
        mode="verb",
        build=charge,
        examples=(
            Example(
                "Nurse [[Rosa Lemus was hit with new charges of sabotage]].",
                people=("Rosa Lemus",),
                date="2024-06",
                kind="charge",
                values={"status": "pending", "charges": ["sabotage"]},
            ),
        ),
        counter_examples=("Nurse Rosa Lemus was presented with a prize.",),
    ),
    Rule(
        name="charges.investigated",
        version=1,
        theme=THEME,
        kind="charge",
        pattern=(
            r"\b(?P<v>(?:under\s+(?:criminal\s+)?investigation|(?:criminally\s+|being\s+)?investigated))"
            r"(?=\s+(?:by\s+(?:[\w’'-]+\s+){1,5}?)?(?:for|under|on|over|as|in\s+connection)\b)"
        ),
        mode="verb",
        build=_named,
        confidence=0.75,
        examples=(
            Example(
                "Blogger [[Ilya Morozov is under investigation for discrediting the army]].",
                people=("Ilya Morozov",),
                kind="charge",
                values={"status": "pending", "charges": ["discrediting the army"]},
            ),
        ),
        counter_examples=("Blogger Ilya Morozov investigated corruption under the old mayor.",),
    ),
    Rule(
        name="charges.suspect",
        version=1,
        theme=THEME,
        kind="charge",
        pattern=(
            r"\b(?P<v>(?:named|declared|designated|identified|summoned|questioned|interrogated|treated|recogni[sz]ed|"
            r"listed)\s+(?:as\s+)?(?:an?\s+|the\s+)?(?:\w+\s+)?(?:suspects?|accused|defendants?))\b"
        ),
        mode="verb",
        build=_case,
        confidence=0.8,
        examples=(
            Example(
                "Driver [[Besik Loria was named as a suspect in a sabotage case on 4 May 2024]].",
                people=("Besik Loria",),
                date="2024-05-04",
                kind="charge",
                values={"status": "pending", "charges": ["sabotage case"]},
            ),
        ),
        counter_examples=("Driver Besik Loria was named as a witness.",),
    ),
    Rule(
        name="charges.pleaded",
        version=1,
        theme=THEME,
        kind="charge",
        pattern=(
            r"\b(?P<v>(?:plead(?:s|ed|ing)?|pled)\s+(?:not\s+)?guilty(?:\s+to(?:\s+(?:the|all|both|these))?"
            r"(?:\s+(?:charges?|counts?))?(?:\s+of)?)?|den(?:y|ies|ied|ying)\s+(?:(?:all|the|both|any|these|those|his|"
            r"her|their|all\s+the)\s+)?(?:\w+\s+)?charges?(?:\s+against\s+(?:him|her|them))?(?:\s+of)?)"
        ),
        mode="subject",
        build=charge,
        dated=False,
        confidence=0.8,
        examples=(
            Example(
                "Editor [[Anna Kirch pleaded not guilty to sedition]].",
                people=("Anna Kirch",),
                kind="charge",
                values={"status": "pending", "charges": ["sedition"]},
            ),
        ),
        counter_examples=("Editor Anna Kirch denies the rumours.",),
    ),
    Rule(
        name="charges.case_against",
        version=1,
        theme=THEME,
        kind="charge",
        pattern=(
            r"\b(?P<v>(?:case|cases|FIR|first information report|criminal complaint|proceedings|"
            r"investigation|"
            r"charge sheet)\s+(?:was|were|has been|have been|had been)\s+(?:\w+\s+)?(?:opened|filed|"
            r"registered|"
            r"lodged|launched|brought|initiated|instituted|started|submitted)\s+against)(?=\s)"
        ),
        mode="object",
        build=charge,
        priority=7,
        examples=(
            Example(
                "A [[case was registered against farmer Gurpreet Gill under Section 124A]].",
                people=("Gurpreet Gill",),
                kind="charge",
                values={"status": "pending", "charges": ["Section 124A"], "articles": ["124A"]},
            ),
        ),
        counter_examples=("A case was opened by farmer Gurpreet Gill.",),
    ),
)
