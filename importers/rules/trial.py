"""Trials, held or announced; arrest warrants and wanted lists."""

from importers.rules.base import Context, Example, Rule, Values
from importers.rules.charged import charges_in
from importers.rules.parts import setting

THEME = "trial"


def _trial(ctx: Context) -> Values | None:
    return charges_in(ctx, ctx.territory.end) | {
        key: value
        for key, value in setting(ctx, ctx.hit.start, ctx.hit.end).items()
        if key in ("court", "judge", "in_absentia")
    }


RULES = (
    Rule(
        name="trial.subject",
        version=1,
        theme=THEME,
        kind="trial",
        pattern=(
            r"\b(?P<v>(?:went|goes|go|going|put|placed|is|are|was|were|currently|now)\s+on\s+trial|"
            r"(?:stood|stands?|standing|awaiting|await(?:s|ed)?|fac(?:es|e|ing|"
            r"ed))\s+(?:an?\s+)?(?:[\w-]+\s+){0,4}?trial|(?:is|are|was|were|"
            r"being)\s+(?:being\s+)?(?:re)?tried|appeared\s+(?:in|before)\s+(?:an?\s+|"
            r"the\s+)?(?:[\w’'-]+\s+){0,4}?(?:court|judge|tribunal|prosecutor)|committed to trial)\b"
        ),
        mode="subject",
        build=_trial,
        examples=(
            Example(
                "Economist [[Wei Guoliang went on trial in Tianjin on 3 April 2019]].",
                people=("Wei Guoliang",),
                date="2019-04-03",
                kind="trial",
            ),
        ),
        counter_examples=("Economist Wei Guoliang tried a new method.",),
    ),
    Rule(
        name="trial.noun",
        version=1,
        theme=THEME,
        kind="trial",
        pattern=r"\b(?P<v>(?:re)?trial)\b(?!\s+(?:court|chamber|detention))",
        mode="noun",
        build=_trial,
        priority=7,
        confidence=0.75,
        examples=(
            Example(
                "The [[trial of economist Wei Guoliang opened on 3 April 2019]].",
                people=("Wei Guoliang",),
                date="2019-04-03",
                kind="trial",
            ),
        ),
        counter_examples=("Economist Wei Guoliang criticised the trial.",),
    ),
    Rule(
        name="trial.warrant",
        version=1,
        theme=THEME,
        kind="wanted",
        pattern=(
            r"\b(?P<v>(?:arrest|detention|international arrest|Interpol)\s+(?:warrants?|"
            r"notices?)\s+(?:(?:was|were|has been|had been|have been|is)\s+)?(?:issued\s+)?(?:in "
            r"absentia\s+)?(?:for|against)(?:\s+the\s+arrest\s+of)?|(?:issued|"
            r"issues)\s+(?:an?\s+)?(?:[\w-]+\s+){0,3}?(?:warrants?|red notices?)\s+(?:for|"
            r"against)(?:\s+the\s+arrest\s+of)?|warrants? for the arrest of)(?=\s)"
        ),
        mode="object",
        priority=2,
        examples=(
            Example(
                "A court [[issued an arrest warrant for blogger Igor Melnik on 8 May 2024]].",
                people=("Igor Melnik",),
                date="2024-05-08",
                kind="wanted",
            ),
        ),
        counter_examples=("Blogger Igor Melnik asked for a search warrant.",),
    ),
    Rule(
        name="trial.wanted",
        version=1,
        theme=THEME,
        kind="wanted",
        pattern=(
            r"\b(?P<v>(?:put|placed|added|is|was|were|are|included)\s+(?:(?:him|her|them|"
            r"\ue000\ue001*)\s+)?(?:to|on|in)\s+(?:an?\s+|"
            r"the\s+)?(?:[\w’'-]+\s+){0,4}?(?:wanted|most[- ]wanted)\s+list|declared wanted|wanted by "
            r"(?:the )?(?:\w+\s+){0,3}(?:authorities|police|Interpol|prosecutors?|security))"
        ),
        mode="verb",
        priority=2,
        examples=(
            Example(
                "Blogger [[Igor Melnik was put on a wanted list in May 2024]].",
                people=("Igor Melnik",),
                date="2024-05",
                kind="wanted",
            ),
        ),
        counter_examples=("Blogger Igor Melnik wanted a list.",),
    ),
)
