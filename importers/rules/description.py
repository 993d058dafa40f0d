"""What people do and where they belong: "journalist P", "P, founder of the Centre"."""

import regex

from importers.lexicons import role_pattern
from importers.rules.base import Context, Example, Rule, Values
from importers.view import P

THEME = "description"
_NOT_A_TRADE = frozenset(
    [
        "man",
        "woman",
        "boy",
        "girl",
        "mother",
        "father",
        "couple",
        "people",
        "person",
        "individual",
        "prisoner",
        "detainee",
        "inmate",
        "convict",
        "defendant",
        "accused",
        "suspect",
        "captive",
        "hostage",
        "figure",
        "resident",
        "citizen",
        "national",
        "winner",
        "laureate",
        "colleague",
        "associate",
        "member",
        "head",
        "leader",
        "founder",
        "victim",
        "deputy",
        "official",
        "youth",
        "men",
        "women",
        "children",
        "grandmother",
        "chair",
        "chairman",
        "chairwoman",
        "chairperson",
        "vice",
        "chair",
        "co-founder",
        "candidate",
    ]
) | {"vice chair", "staff member"}
_ROLE_CODES = [
    ("founder", r"(?:co-?)?founder"),
    ("deputy", r"vice[ -]chair\w*|deputy[\w\s-]*|vice[ -]president"),
    (
        "head",
        (
            r"chair\w*|head|director|president|leader|editor-in-chief|chief editor|coordinator|secretary[ "
            r"-]general"
        ),
    ),
    ("lawyer", r"lawyer|attorney|solicitor|barrister|counsel"),
    ("journalist", r"journalist|reporter|correspondent|editor|columnist|presenter|photographer|cameraman"),
    ("member", r"member|activist|volunteer|employee|staffer|worker|coordinator|campaigner"),
]
_CODES = [(code, regex.compile(rf"\b(?:{pattern})\b", regex.I)) for code, pattern in _ROLE_CODES]
_BODY = (
    r"(?:(?:the|an?)\s+)?(?P<body>(?:(?:banned|outlawed|independent|opposition|now-defunct|online|local|"
    r"human rights|news|Human Rights|outlet|website|newspaper|group|organi[sz]ation|NGO|channel|party|"
    r"movement)\s+){0,3}(?-i:\p{Lu}[\w’'&.-]*)(?:\s+(?:(?-i:\p{Lu})[\w’'&.-]*|of|for|and|the|in|on|de|du|"
    r"des|la))*(?<!\b(?:of|for|and|the|in|on|de|du|la)))"
)
# Words without which the trade says little: a human rights lawyer is not any lawyer.
_FIELD = r"(?:human[ -]rights|opposition|investigative|freelance|environmental|women’s rights|trade union)"
_TITLE = (
    r"(?:(?:(?:former|deputy|vice|senior|executive|acting|managing|chief|co-|"
    r"investigative)\s*){0,2}(?:founder|co-founder|chair|chairman|chairwoman|chairperson|vice[ -]chair|"
    r"head|director|president|leader|editor-in-chief|editor|coordinator|secretary general|lawyer|attorney|"
    r"journalist|reporter|correspondent|columnist|member|activist|volunteer|employee|staff member))"
)


def _occupation(ctx: Context) -> Values | None:
    word = ctx.hit.match["v"].lower()
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return None if word in _NOT_A_TRADE or singular in _NOT_A_TRADE else {"occupation": singular}


def _age(ctx: Context) -> Values:
    return {"age": int(ctx.hit.match["age"])}


def _affiliation(ctx: Context) -> Values | None:
    start, end = ctx.hit.match.span("body")
    title = ctx.view.text[slice(*ctx.hit.match.span("title"))]
    body = ctx.view.text[start:end].strip(" .,")
    code = next((code for code, pattern in _CODES if pattern.search(title)), "member")
    return {"organisation": body, "role": code, "title": title}


RULES = (
    Rule(
        name="description.before",
        version=1,
        theme=THEME,
        kind="occupation",
        pattern=rf"\m(?P<v>(?:{_FIELD}\s+)?{role_pattern()})(?=\s+(?:and\s+\w+\s+)?{P})",
        mode="object",
        build=_occupation,
        dated=False,
        priority=9,
        examples=(
            Example(
                "Police arrested [[photographer Diego Luna]].",
                people=("Diego Luna",),
                kind="occupation",
                values={"occupation": "photographer"},
            ),
        ),
        counter_examples=("Police arrested Diego Luna.",),
    ),
    Rule(
        name="description.after",
        version=1,
        theme=THEME,
        kind="occupation",
        pattern=(
            rf"\m(?<={P}(?:\s\([^)]*\))?,\s+(?:an?|"
            rf"the)\s+(?:[\w’'-]+\s+){{0,5}}?)(?P<v>(?:{_FIELD}\s+)?{role_pattern()})\b(?!\s+{P})"
        ),
        mode="apposition",
        build=_occupation,
        dated=False,
        priority=9,
        examples=(
            Example(
                "Police arrested [[Diego Luna, a freelance photographer]].",
                people=("Diego Luna",),
                kind="occupation",
                values={"occupation": "freelance photographer"},
            ),
        ),
        counter_examples=(
            "Police arrested Diego Luna, a resident of Oaxaca.",
            "Police arrested Diego Luna, the group’s lawyer Ana Ruiz and others.",
        ),
    ),
    Rule(
        name="description.age",
        version=1,
        theme=THEME,
        kind="age",
        pattern=rf"\m(?<={P},\s+(?:an?\s+|the\s+)?)(?P<v>(?P<age>[1-9]\d)(?:-year-old\b|(?=\s*,)))",
        mode="apposition",
        build=_age,
        dated=False,
        priority=9,
        examples=(
            Example(
                "Police arrested [[Diego Luna, a 34-year-old]] photographer.",
                people=("Diego Luna",),
                kind="age",
                values={"age": 34},
            ),
            Example(
                "Police arrested [[Diego Luna, 34]], in Oaxaca.",
                people=("Diego Luna",),
                kind="age",
                values={"age": 34},
            ),
        ),
        counter_examples=(
            "Police arrested Diego Luna, who faces 34 years in prison.",
            "Police arrested Diego Luna and a 34-year-old man.",
        ),
    ),
    Rule(
        name="description.affiliation_after",
        version=1,
        theme=THEME,
        kind="affiliation",
        pattern=(
            rf"\m(?<={P}(?:\s\([^)]*\))?,\s+(?:(?:an?|the)\s+)?(?:[\w’'-]+\s+(?:and\s+)?){{0,7}}?)(?P<v>(?P<"
            rf"title>{_TITLE})\s+(?:of|at|for|with|in)\s+{_BODY})"
        ),
        mode="apposition",
        build=_affiliation,
        dated=False,
        priority=8,
        examples=(
            Example(
                "Police arrested [[Diego Luna, coordinator of the Water Movement.]]",
                people=("Diego Luna",),
                kind="affiliation",
                values={"organisation": "Water Movement", "role": "head", "title": "coordinator"},
            ),
        ),
        counter_examples=("Police arrested Diego Luna, father of Ana.",),
    ),
    Rule(
        name="description.affiliation_before",
        version=1,
        theme=THEME,
        kind="affiliation",
        pattern=rf"\b(?P<v>(?P<title>{_TITLE})\s+(?:of|at|for|with)\s+{_BODY})(?=,?\s+{P})",
        mode="object",
        build=_affiliation,
        dated=False,
        priority=8,
        examples=(
            Example(
                "Police arrested the [[director of Radio Norte, Diego Luna]].",
                people=("Diego Luna",),
                kind="affiliation",
                values={"organisation": "Radio Norte", "role": "head", "title": "director"},
            ),
        ),
        counter_examples=("Police arrested the brother of Diego Luna.",),
    ),
)
