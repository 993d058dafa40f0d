"""Recognition as a prisoner of conscience or a political prisoner, with who recognises."""

import regex

from importers.rules.base import Context, Example, Rule, Values

THEME = "recognition"
_WHO = regex.compile(
    r"\b(?:(?P<who>Amnesty International|(?:the\s+)?(?:\p{Lu}[\w’'-]+\s+){1,6}?(?:Centre|Center|Committee|"
    r"Group|Union|Council|Foundation|Watch|Defenders|Parliament|Memorial|Federation))|(?P<short>Amnesty|"
    r"Memorial|Viasna))\b"
)


def _recognised(ctx: Context) -> Values | None:
    words = ctx.masked[ctx.hit.start : ctx.hit.end].lower()
    conscience = "conscience" in words
    values: Values = {
        "recognised_as": "prisoner_of_conscience" if conscience else "political_prisoner",
        "decision": "recognised",
    }
    who = _WHO.search(ctx.view.text, ctx.reader.sentence.start, ctx.reader.sentence.end)
    if who:
        values["organisation"] = (who["who"] or who["short"]).removeprefix("the ").strip()
    elif ctx.view.article.publisher:
        values["organisation"] = ctx.view.article.publisher
    elif conscience:
        # the term is Amnesty International's own
        values["organisation"] = "Amnesty International"
    return values


_AS = r"(?:an?\s+|the\s+)?(?:[\w’'-]+\s+){0,2}?(?:prisoners?[- ]of[- ]conscience|political prisoners?)"


def _recognised_in_sentence(ctx: Context) -> Values | None:
    match = regex.search(_AS, ctx.masked[ctx.hit.end : ctx.reader.sentence.end], regex.I)
    if not match or "\ue000" not in ctx.masked[ctx.hit.end : ctx.hit.end + match.start()]:
        return None
    ctx.reach(ctx.hit.start, ctx.hit.end + match.end())
    values = _recognised(ctx) or {}
    values["recognised_as"] = (
        "prisoner_of_conscience" if "conscience" in match[0].lower() else "political_prisoner"
    )
    return values


RULES = (
    Rule(
        name="recognition.recognised",
        version=1,
        theme=THEME,
        kind="recognition",
        pattern=(
            rf"\b(?P<v>(?:recogni[sz]ed|declared|designated|named|adopted|considered|regarded|listed|"
            rf"deemed|described|included|is|was|are|were|became|"
            rf"become)\s+(?:by\s+[^.,;]{{3,70}}?\s+)?(?:as\s+|to be\s+|among\s+)?{_AS})\b"
        ),
        mode="verb",
        build=_recognised,
        examples=(
            Example(
                "Accountant [[Vera Lis was recognised as a political prisoner in May 2022]].",
                people=("Vera Lis",),
                date="2022-05",
                kind="recognition",
                values={"recognised_as": "political_prisoner", "decision": "recognised"},
            ),
        ),
        counter_examples=("Accountant Vera Lis was recognised as a leader of her field.",),
    ),
    Rule(
        name="recognition.considers",
        version=1,
        theme=THEME,
        kind="recognition",
        pattern=(
            rf"\b(?P<v>recogni[sz](?:es|ed)|considers|regards|declared|designated|named|adopted|"
            rf"considered)\s+(?=[^.;]{{0,120}}?\b(?:as\s+|to be\s+)?{_AS})"
        ),
        mode="object",
        build=_recognised_in_sentence,
        examples=(
            Example(
                "Amnesty International [[considers teacher Rana Odeh to be a prisoner of conscience]].",
                people=("Rana Odeh",),
                kind="recognition",
                values={
                    "recognised_as": "prisoner_of_conscience",
                    "decision": "recognised",
                    "organisation": "Amnesty International",
                },
            ),
        ),
        counter_examples=("Amnesty International considers teacher Rana Odeh a friend.",),
    ),
    Rule(
        name="recognition.title",
        version=1,
        theme=THEME,
        kind="recognition",
        pattern=(
            r"\b(?P<v>prisoners? of conscience|political prisoners?)(?=\s+(?:(?!who\b|in\b|are\b|were\b|"
            r"have\b|including\b|on\b|from\b|among\b|and\b)[\w’'-]+\s+){0,5}?\ue000)"
        ),
        mode="object",
        build=_recognised,
        dated=False,
        priority=6,
        confidence=0.8,
        examples=(
            Example(
                "We wrote to [[prisoner of conscience Rana Odeh]].",
                people=("Rana Odeh",),
                kind="recognition",
                values={
                    "recognised_as": "prisoner_of_conscience",
                    "decision": "recognised",
                    "organisation": "Amnesty International",
                },
            ),
        ),
        counter_examples=("Rana Odeh wrote about prisoners of conscience.",),
    ),
    Rule(
        name="recognition.apposition",
        version=1,
        theme=THEME,
        kind="recognition",
        pattern=(
            r"\m(?<=\ue000\ue001*(?:\s\([^)]*\))?,\s+(?:[^.,;]{0,60},\s+)?)(?P<v>(?:(?:an?|the|former|"
            r"declared|recogni[sz]ed|adopted|considered|jailed)\s+(?:[\w’'-]+\s+){0,3}?)?(?:prisoners? of "
            r"conscience|political prisoner))\b"
        ),
        mode="apposition",
        build=_recognised,
        dated=False,
        priority=5,
        examples=(
            Example(
                "[[Rana Odeh, a prisoner of conscience]], turned forty.",
                people=("Rana Odeh",),
                kind="recognition",
                values={
                    "recognised_as": "prisoner_of_conscience",
                    "decision": "recognised",
                    "organisation": "Amnesty International",
                },
            ),
        ),
        counter_examples=("Rana Odeh, a teacher, met a prisoner of conscience.",),
    ),
)
