"""Release told by who grants it, or by the end of a term; house arrest imposed on somebody by name."""

from importers.rules.base import Context, Example, Rule, Values
from importers.rules.parts import term_of
from importers.rules.release import conditions_of, manner_of
from importers.view import N

THEME = "release"
_GRANT = (
    r"(?:bail|parole|clemency|amnesty|(?:presidential\s+|royal\s+|full\s+)?pardons?|early\s+release|"
    r"conditional\s+release|(?:his|her|their)\s+release)"
)
_HOUSE = r"(?:house|home)\s+(?:arrest|confinement|detention)"


def _granted(ctx: Context) -> Values | None:
    """A release with its manner, as the words of the grant say."""
    ctx.reach(ctx.hit.pos, ctx.hit.match.end("what"))
    words = ctx.masked[ctx.hit.start : ctx.reader.sentence.end]
    values: Values = {"manner": manner_of(words)}
    if conditions := conditions_of(words):
        values["conditions"] = conditions
    return values


def _ended(_: Context) -> Values | None:
    return {"manner": "term_served"}


def _confined(ctx: Context) -> Values | None:
    ctx.reach(ctx.hit.pos, ctx.hit.match.end("what"))
    return {}


def _from_term(ctx: Context) -> Values | None:
    """ "Released from a 4.5-year prison sentence": the sentence."""
    lengths = ctx.view.lengths_in(ctx.hit.start, ctx.hit.end)
    return term_of(lengths[0]) if lengths and lengths[0].range_role != "up_to" else None


RULES = (
    Rule(
        name="release.bail_granted",
        version=1,
        theme=THEME,
        kind="release",
        pattern=(
            rf"\b(?P<v>(?:granted|grants|gave|awarded|allowed)\s+(?P<what>(?:[\w-]+\s+){{0,3}}?{_GRANT})\s+(?:to|for))(?=\s)"
            rf"|\b(?P<v>granted|grants|gave|awarded)(?=\s+(?:him|her|them|(?:[\w’'-]+\s+){{0,6}}?\ue000\ue001*)\s+"
            rf"(?P<what>(?:[\w-]+\s+){{0,2}}?{_GRANT}))"
        ),
        mode="object",
        build=_granted,
        priority=3,
        examples=(
            Example(
                "A judge [[granted bail to student Mary Otieno on 3 May 2024]].",
                people=("Mary Otieno",),
                date="2024-05-03",
                kind="release",
                values={"manner": "bail"},
            ),
            Example(
                "[[On 3 May 2024 a judge granted student Mary Otieno bail]].",
                people=("Mary Otieno",),
                date="2024-05-03",
                kind="release",
                values={"manner": "bail"},
            ),
        ),
        counter_examples=("A judge granted student Mary Otieno an interview.",),
    ),
    Rule(
        name="release.term_ended",
        version=1,
        theme=THEME,
        kind="release",
        pattern=(
            r"\b(?P<v>(?:completed|finished|ended)\s+(?:serving\s+)?(?:out\s+)?(?:his|her|their)\s+(?:full\s+|entire\s+)?"
            rf"(?:(?:{N}|prison|jail)[\s-]+){{0,2}}(?:prison\s+|jail\s+)?(?:sentences?|terms?))\b"
        ),
        mode="subject",
        build=_ended,
        priority=4,
        confidence=0.75,
        examples=(
            Example(
                "Student [[Mary Otieno finished serving her sentence in May 2024]].",
                people=("Mary Otieno",),
                date="2024-05",
                kind="release",
                values={"manner": "term_served"},
            ),
        ),
        counter_examples=("Student Mary Otieno completed her essay.",),
    ),
    Rule(
        name="release.amnestied",
        version=1,
        theme=THEME,
        kind="release",
        pattern=(
            r"\b(?P<v>(?:benefit(?:ed|ted)\s+from|freed\s+under|released\s+under|granted)\s+(?:an?|the|this)\s+"
            r"(?P<what>(?:[\w-]+\s+){0,2}?(?:amnesty|pardon)))\b"
        ),
        mode="subject",
        build=_granted,
        priority=3,
        confidence=0.8,
        examples=(
            Example(
                "Student [[Mary Otieno benefited from the royal pardon]].",
                people=("Mary Otieno",),
                kind="release",
                values={"manner": "pardon"},
            ),
        ),
        counter_examples=("Student Mary Otieno benefited from the lesson.",),
    ),
    Rule(
        name="release.from_term",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=(
            rf"\b(?P<v>(?:from|after\s+serving|after\s+completing)\s+(?:an?|his|her)\s+{N}[\s-]*(?:[\w-]+\s+){{0,2}}?"
            r"(?:sentence|term))\b(?<=\b(?:released|freed|discharged)\s+(?:from|after)\b[^.;]{0,90})"
        ),
        mode="subject",
        build=_from_term,
        dated=False,
        priority=2,
        examples=(
            Example(
                "Lawyer [[Mary Otieno was released from a four-year prison term]].",
                people=("Mary Otieno",),
                kind="sentence",
                values={"years": 4},
            ),
        ),
        counter_examples=("Lawyer Mary Otieno was released from a four-year contract.",),
    ),
    Rule(
        name="conditions.house_arrest_imposed",
        version=1,
        theme="conditions",
        kind="house_arrest",
        pattern=(
            rf"\b(?P<v>(?:ordered|imposed)\s+(?:an?\s+)?(?:\w+\s+)?(?P<what>{_HOUSE})\s+(?:for|of|on))(?=\s)"
        ),
        mode="object",
        build=_confined,
        priority=1,
        examples=(
            Example(
                "[[On 3 May 2024 a court ordered house arrest for mayor Ana Ferri]].",
                people=("Ana Ferri",),
                date="2024-05-03",
                kind="house_arrest",
            ),
        ),
        counter_examples=("A court ordered a house for mayor Ana Ferri.",),
    ),
)
