"""Exile, deportation, death in custody, execution."""

import regex

from importers.rules.base import Context, Example, Rule, Values

THEME = "outcome"
_PLACE = (
    r"(?:prison|jail|custody|detention|captivity|a penal colony|the penal colony|pre-?trial|police "
    r"station|police cell|(?:his|her|their|a|the)\s+(?:prison\s+)?cell|prison hospital|imprisonment|"
    r"hospital|hunger strike|serving (?:an?|his|her|the)|behind bars|colony|incarcerat\w+|detained|"
    r"labou?r camp|barracks|remand)"
)


def _exile(ctx: Context) -> Values | None:
    word = ctx.hit.match[0].lower()
    if regex.search(r"deport|expel", word):
        return {"manner": "deported"}
    return (
        {"manner": "citizenship_taken"}
        if regex.search(r"citizenship|nationality", word)
        else {"manner": "forced"}
    )


def _death(ctx: Context) -> Values | None:
    return {"cause": "execution"} if regex.search(r"execut|hang", ctx.hit.match[0], regex.I) else {}


_TAKEN_BEFORE = regex.compile(
    r"\b(?:abduct|kidnap|disappear|arrest|detain|detention|custody|prison|picked up|taken away|captive|cell)",
    regex.I,
)


_FOUND = regex.compile(
    r"\b(?:found|discovered|dumped|recovered|returned|handed|thrown|left|buried)\b", regex.I
)


def _body(ctx: Context) -> Values | None:
    """Somebody whose body is found died in custody where it is told that they had been taken."""
    before = ctx.masked[max(ctx.view.article.start, ctx.hit.start - 400) : ctx.reader.sentence.end]
    if not _TAKEN_BEFORE.search(before):
        return None
    found = _FOUND.search(ctx.after(140))
    if found:
        ctx.reach(ctx.hit.pos, ctx.hit.end + found.end())
    return {"cause": "found dead"}


RULES = (
    Rule(
        name="outcome.deported",
        version=1,
        theme=THEME,
        kind="exile",
        pattern=(
            r"\b(?P<v>(?:forcibly\s+)?deported|expelled(?=\s+(?:from\s+(?:the\s+(?:country|territory)|"
            r"\p{Lu})|to\b|in\b|on\b|by\b|him\b|her\b|them\b|\ue000|and\b|are\b|were\b|include|\.))|"
            r"(?:forcibly\s+)?exiled(?=\s+(?:to|in|from|on|by|him|her|them|\ue000))|banished|forced into "
            r"exile|forced to (?:flee|leave) (?:the country|(?:his|her|their) (?:home\s?land|country)|"
            r"into exile)|stripped of (?:his|her|their)\s+(?:\w+\s+)?(?:citizenship|nationality))\b"
        ),
        mode="verb",
        build=_exile,
        examples=(
            Example(
                "[[On 9 February 2023 priest Luis Mairena was deported]] to Panama.",
                people=("Luis Mairena",),
                date="2023-02-09",
                kind="exile",
                values={"manner": "deported"},
            ),
        ),
        counter_examples=("Priest Luis Mairena wrote about deported families.",),
    ),
    Rule(
        name="outcome.exile_condition",
        version=1,
        theme=THEME,
        kind="exile",
        pattern=(
            r"\b(?P<v>(?:subjected to|sent into|driven into|pushed into)\s+(?:forced\s+|"
            r"involuntary\s+)?exile)\b"
        ),
        mode="verb",
        build=lambda _: {"manner": "condition_of_release", "conditions": ["forced_exile"]},
        priority=2,
        examples=(
            Example(
                "On leaving prison, priest [[Luis Mairena was sent into exile]].",
                people=("Luis Mairena",),
                kind="exile",
                values={"manner": "condition_of_release", "conditions": ["forced_exile"]},
            ),
        ),
        counter_examples=("Priest Luis Mairena wrote a book about exile.",),
    ),
    Rule(
        name="outcome.died",
        version=1,
        theme=THEME,
        kind="death",
        pattern=(
            rf"\b(?P<v>(?:died|passed away|dies|(?:was |were )?found (?:dead|hanged|hanging|lifeless)|"
            rf"lost (?:his|"
            rf"her|their) (?:life|lives)|succumbed|starved to death|committed suicide|took (?:his|"
            rf"her) own life|was (?:killed|murdered|beaten to "
            rf"death|tortured to death)|were killed))\b(?=[^.;]{{0,140}}\b{_PLACE}\b)"
        ),
        mode="subject",
        build=_death,
        priority=2,
        examples=(
            Example(
                "Blogger [[Aleksei Navarov died in prison on 16 February 2024]].",
                people=("Aleksei Navarov",),
                date="2024-02-16",
                kind="death",
            ),
        ),
        counter_examples=("Blogger Aleksei Navarov died at home.",),
    ),
    Rule(
        name="outcome.to_death",
        version=1,
        theme=THEME,
        kind="death",
        pattern=r"\b(?P<v>(?:beaten|tortured|starved)\s+to\s+death)\b(?!\s+by\s+(?:a\s+mob|the\s+mob|hunger))",
        mode="verb",
        build=_death,
        priority=3,
        examples=(
            Example(
                "Farmer Tomas Pires was jailed in May. [[On 4 June 2024 he was tortured to death]].",
                people=("Tomas Pires",),
                date="2024-06-04",
                kind="death",
            ),
        ),
        counter_examples=("Farmer Tomas Pires was bored to death.",),
    ),
    Rule(
        name="outcome.body_found",
        version=1,
        theme=THEME,
        kind="death",
        pattern=(
            r"\b(?P<v>(?:dead\s+)?bod(?:y|ies)|corpses?|remains)\b(?:(?=[^.;]{0,40}?\b(?:was|were|"
            r"has been|have been|"
            r"had been)\s+(?:\w+\s+)?(?:found|discovered|dumped|recovered|returned|handed|thrown|left|"
            r"buried))"
            r"(?<=(?:[’']s?|\b(?:his|her|their))\s+(?:[\w-]+\s+){0,3}\w+)|"
            r"(?=\s+of\b[^.;]{0,90}?\b(?:was|were|has been|"
            r"have been|had been)\s+(?:\w+\s+)?(?:found|discovered|dumped|recovered|returned|handed|"
            r"thrown|left)))"
        ),
        mode="noun",
        build=_body,
        priority=3,
        examples=(
            Example(
                "Poet Daud Mengal was abducted in May 2024. [[On 4 June his body was found]] by a road.",
                people=("Daud Mengal",),
                date="2024-06-04",
                kind="death",
                values={"cause": "found dead"},
            ),
        ),
        counter_examples=("Poet Daud Mengal was arrested in May. His body was tired.",),
    ),
    Rule(
        name="outcome.death_noun",
        version=1,
        theme=THEME,
        kind="death",
        pattern=(
            rf"\b(?P<v>(?:death|killing|murder))\b(?=\s+(?:in\s+(?:\w+\s+)?(?:custody|prison|detention|"
            rf"jail)\s+)?of\b[^.;]{{0,120}}\b(?:in|at)\s+(?:\w+\s+){{0,3}}?{_PLACE}|"
            rf"\s+in\s+(?:\w+\s+)?(?:custody|prison|detention|jail))"
        ),
        mode="noun",
        build=_death,
        priority=2,
        examples=(
            Example(
                "The [[death of poet Baktash Abadi]] in prison has not been investigated.",
                people=("Baktash Abadi",),
                kind="death",
            ),
        ),
        counter_examples=("The death of his father moved poet Baktash Abadi.",),
    ),
    Rule(
        name="outcome.executed",
        version=1,
        theme=THEME,
        kind="death",
        pattern=(
            r"\b(?P<v>executed(?!\s+(?:a|the|an)\s+(?:plan|warrant|order|search|operation|document))|put "
            r"to death|hanged)\b"
        ),
        mode="verb",
        build=_death,
        examples=(
            Example(
                "Protester [[Mohsen Shahriari was hanged on 8 December 2022]].",
                people=("Mohsen Shahriari",),
                date="2022-12-08",
                kind="death",
                values={"cause": "execution"},
            ),
        ),
        counter_examples=("Protester Mohsen Shahriari executed a plan.",),
    ),
    Rule(
        name="outcome.execution",
        version=1,
        theme=THEME,
        kind="death",
        pattern=r"\b(?P<v>execution|hanging)(?=\s+of\b|\s+(?:on|in)\b)",
        mode="noun",
        build=_death,
        examples=(
            Example(
                "The [[execution of protester Mohsen Shahriari on 8 December 2022]] was condemned.",
                people=("Mohsen Shahriari",),
                date="2022-12-08",
                kind="death",
                values={"cause": "execution"},
            ),
        ),
        counter_examples=("Protester Mohsen Shahriari spoke of execution.",),
    ),
)
