"""Release in all its forms: term served, pardon, amnesty, swap, bail, acquittal; and calls for it."""

import regex

from importers.rules.base import Context, Example, Rule, Values
from importers.when import pick_date

THEME = "release"
_MANNERS = [
    ("exchange", r"\b(?:swap\w*|exchang\w+|in return for|traded)\b"),
    ("amnesty", r"\bamnest\w+"),
    ("pardon", r"\b(?:pardon\w*|clemency|royal decree)\b"),
    (
        "bail",
        (
            r"\b(?:bail|recognizance|surety|bond|pending trial|pending (?:the )?investigation|own "
            r"recognisance|travel ban pending)\b"
        ),
    ),
    (
        "dropped",
        (
            r"\b(?:charges? (?:were |was |against \w+ (?:were |was )?)?dropped|case (?:was )?(?:dropped|"
            r"closed)|dropp(?:ed|ing) (?:the |all )?charges)\b"
        ),
    ),
    ("acquittal", r"\bacquit\w*"),
    (
        "term_served",
        (
            r"\b(?:after (?:having )?serv\w+|served (?:his|her|their|out|the)|serving (?:out )?(?:his|her|"
            r"their) (?:full |entire )?|complet\w+ (?:his|her|their)|end of (?:his|her|their) (?:sentence|"
            r"term)|expir\w+)\b"
        ),
    ),
    (
        "early",
        (
            r"\b(?:parole|conditional(?:ly)?|early release|humanitarian|medical|health|suspended|sick|"
            r"furlough)\b"
        ),
    ),
    (
        "custody_changed",
        (
            r"\b(?:without (?:being )?charge[ds]?|after (?:being )?(?:questioned|questioning|interrogat\w+)|"
            r"hours later|the same day|next day|shortly after\w*)\b"
        ),
    ),
]
MANNERS = [(code, regex.compile(pattern, regex.I)) for code, pattern in _MANNERS]
_CONDITIONS = [
    (
        "forced_exile",
        regex.compile(
            (
                r"\b(?:forced (?:in)?to exile|into exile|forced exile|deport\w+|expell\w+|sent abroad|leave "
                r"the country|flown (?:out|to)|taken to the border)\b"
            ),
            regex.I,
        ),
    ),
    (
        "supervision",
        regex.compile(
            (
                r"\b(?:report (?:weekly |daily |regularly )?to (?:the |a )?police|probation|supervision|"
                r"electronic (?:tag|bracelet|monitor\w*))\b"
            ),
            regex.I,
        ),
    ),
    ("record_kept", regex.compile(r"\bcriminal records? (?:\w+ ){0,3}not (?:\w+ )?clear", regex.I)),
    (
        "travel_ban",
        regex.compile(r"\btravel ban|banned from (?:travel\w+|leaving)|barred from leaving", regex.I),
    ),
]
_GUILTY_TOO = regex.compile(r"\b(?:but|while)\b[^.;]{0,60}\b(?:guilty|convicted|sentenced|jailed)\b", regex.I)
_FREED_TOO = regex.compile(r"\b(?:released|freed|walked free|set free)\b", regex.I)


def manner_of(stretch: str) -> str:
    return next((code for code, pattern in MANNERS if pattern.search(stretch)), "unclear")


def conditions_of(stretch: str) -> list[str]:
    return [code for code, pattern in _CONDITIONS if pattern.search(stretch)]


def _released(ctx: Context) -> Values | None:
    """A release with its manner; "the recently released journalist P" counts as one."""
    stretch = ctx.masked[max(ctx.territory.start, ctx.hit.pos - 60) : ctx.territory.end]
    values: Values = {"manner": manner_of(ctx.hit.match[0] + " " + stretch)}
    if conditions := conditions_of(stretch):
        values["conditions"] = conditions
    return values


_STILL_INSIDE = regex.compile(
    r"\b(?:not|never|yet to be|awaits?|awaiting)\s+(?:yet\s+)?(?:been\s+)?(?:(?:his|her|"
    r"their)\s+)?(?:released?|freed)\b|"
    r"\b(?:remains?|still)\s+(?:in|behind)\b",
    regex.I,
)


def _pardoned(ctx: Context) -> Values | None:
    """A pardon frees, unless the sentence says that the person is still to be released."""
    if _STILL_INSIDE.search(ctx.masked, ctx.hit.end, ctx.reader.sentence.end):
        return {"_kind": "pardon"}
    return _released(ctx) | {"manner": "amnesty" if "amnest" in ctx.hit.match[0].lower() else "pardon"}  # type: ignore[operator]  # never None


def _acquitted(ctx: Context) -> Values | None:
    """An acquittal ends the case; it frees only where the text says that the person was let go."""
    rest = ctx.masked[ctx.hit.end : ctx.reader.sentence.end]
    if _GUILTY_TOO.search(rest):
        return None
    if _FREED_TOO.search(rest):
        return {"manner": "acquittal"}
    return {"manner": "acquittal", "_weak": True}


def _denied(ctx: Context) -> Values | None:
    """Bail refused, once, at a time that is told or not: no sign that somebody is held today."""
    return {"denied": "bail"} if pick_date(ctx) else {"denied": "bail", "_date": ""}


_PEOPLE_NEXT = (
    r"(?!\s+(?:an?\s+|the\s+|its\s+|his\s+|her\s+|their\s+|this\s+|new\s+|"
    r"\w+\s+)?(?:\w+\s+)?(?:statements?|reports?|videos?|photos?|images?|footage|letters?|figures?|data|"
    r"information|lists?|albums?|films?|books?|documents?|results?|songs?|recordings?|details|names|"
    r"findings|pictures?|audio|transcripts?|poems?|press|news|documentary)\b)"
)

RULES = (
    Rule(
        name="release.released",
        version=1,
        theme=THEME,
        kind="release",
        pattern=(
            rf"\b(?P<v>released|freed|set free|let (?:go|out)|set at liberty|repatriated|exchanged|"
            rf"swapped|bailed|"
            rf"free(?=\s+(?:on bail|after|from (?:prison|jail|custody)))|frees|releases|(?:to|must|should|"
            rf"immediately|unconditionally|please|and|could|will)\s+(?:immediately\s+|unconditionally\s+|"
            rf"and\s+)*(?:release|free|set free)(?:\s+from\s+(?:prison|jail|custody|"
            rf"detention))?)\b{_PEOPLE_NEXT}(?!\s+(?:speech|press|expression|trade|"
            rf"to\s+(?:speak|leave)))"
        ),
        mode="verb",
        build=_released,
        when_demanded="still_held",
        examples=(
            Example(
                "Journalist [[Floriane Irakoze was released from prison on 14 May 2024]].",
                people=("Floriane Irakoze",),
                date="2024-05-14",
                kind="release",
                values={"manner": "unclear"},
            ),
            Example(
                "The government [[freed opposition leader Denis Ochieng]].",
                people=("Denis Ochieng",),
                date="2024-06",
                kind="release",
                values={"manner": "unclear"},
            ),
            Example(
                "Reporter [[Ines Duarte was reportedly released on Monday]].",
                people=("Ines Duarte",),
                date="2024-06-10",
                kind="release",
                modality="reported",
                values={"manner": "unclear"},
            ),
        ),
        counter_examples=("Journalist Floriane Irakoze released a report on prisons.",),
    ),
    Rule(
        name="release.walked_out",
        version=1,
        theme=THEME,
        kind="release",
        pattern=(
            r"\b(?P<v>(?:left|walked (?:out of|free from)|emerged from|got out of|came out of|"
            r"departed)\s*(?:the\s+)?(?:[\w’'-]+\s+){0,3}?(?:prison|jail|custody|detention|penal colony)|"
            r"walked free|(?:is|are|was|were)\s+(?:now\s+|finally\s+|a\s+)?(?:free|at liberty|out of "
            r"(?:prison|jail)|out on bail|free (?:man|woman))(?=[\s.,;]))"
        ),
        mode="subject",
        build=_released,
        examples=(
            Example(
                "Singer [[Mehdi Yazdani walked out of prison on 5 January 2023]].",
                people=("Mehdi Yazdani",),
                date="2023-01-05",
                kind="release",
                values={"manner": "unclear"},
            ),
        ),
        counter_examples=("Singer Mehdi Yazdani walked out of the meeting.",),
    ),
    Rule(
        name="release.granted",
        version=1,
        theme=THEME,
        kind="release",
        pattern=(
            r"\b(?P<v>(?:(?:was|were|has been|have been|been|is)\s+(?:\w+\s+){0,2}(?:granted|given|"
            r"released on|freed on|out on|admitted to|let out on)|(?:made|posted|received|secured|won|"
            r"gained|obtained|got|gets))\s+(?:an?\s+|his\s+|her\s+|their\s+)?(?:\w+\s+){0,2}?(?:bail|amnesty|"
            r"parole|clemency|early release|conditional release|conditional liberty|release|freedom|"
            r"(?:presidential\s+|royal\s+)?pardon|medical furlough|furlough))\b"
        ),
        mode="subject",
        build=_released,
        priority=2,
        examples=(
            Example(
                "Lawmaker [[Jay Banda was granted bail on 6 June 2023]].",
                people=("Jay Banda",),
                date="2023-06-06",
                kind="release",
                values={"manner": "bail"},
            ),
        ),
        counter_examples=("Lawmaker Jay Banda was granted an interview.",),
    ),
    Rule(
        name="release.noun",
        version=2,
        theme=THEME,
        kind="release",
        pattern=(
            r"\b(?P<v>(?:re)?(?<!press |media |news |immediate )release(?!\s+(?:date|of\s+(?:a|the|this|"
            r"its)\s+(?:report|statement|film|book)))|immediate(?: and unconditional)? release|"
            r"freedom(?=\s+(?:for|of(?!\s+(?:the\s+)?(?:media|press|expression|speech|information|assembly|"
            r"association|movement|religion|belief|thought|conscience|opinion|worship)\b))"
            r"\s+(?:[\w’'-]+\s+){0,6}?\ue000)|liberation)\b"
        ),
        mode="noun",
        build=_released,
        when_demanded="still_held",
        priority=6,
        examples=(
            Example(
                "Following her [[release on 5 March 2024, Teresa Almeida]] left the country.",
                people=("Teresa Almeida",),
                date="2024-03-05",
                kind="release",
                values={"manner": "unclear"},
            ),
            Example(
                "The [[release of editor Teresa Almeida on 5 March 2024]] was welcomed.",
                people=("Teresa Almeida",),
                date="2024-03-05",
                kind="release",
                values={"manner": "unclear"},
            ),
        ),
        counter_examples=("Editor Teresa Almeida read the press release.",),
    ),
    Rule(
        name="release.pardoned",
        version=1,
        theme=THEME,
        kind="release",
        pattern=r"\b(?P<v>pardoned|pardons(?=\s+(?:[\w’'-]+\s+){0,6}?\ue000)|amnestied)\b",
        mode="verb",
        build=_pardoned,
        when_demanded="still_held",
        priority=4,
        examples=(
            Example(
                "The president [[pardoned farmer Abel Tesfaye on 1 May 2020]].",
                people=("Abel Tesfaye",),
                date="2020-05-01",
                kind="release",
                values={"manner": "pardon"},
            ),
        ),
        counter_examples=("The president met farmer Abel Tesfaye on 1 May 2020.",),
    ),
    Rule(
        name="release.swapped",
        version=1,
        theme=THEME,
        kind="release",
        pattern=(
            r"\b(?P<v>returned|handed over|traded|flown|sent|transferred|included|"
            r"delivered)\b(?=[^.;]{0,60}\b(?:prisoner\s+)?(?:swap|exchange)\b)"
        ),
        mode="verb",
        build=lambda _: {"manner": "exchange"},
        priority=3,
        examples=(
            Example(
                (
                    "Berlin said that engineer [[Pavel Kozlov was handed over in a prisoner exchange in May "
                    "2024]]."
                ),
                people=("Pavel Kozlov",),
                date="2024-05",
                kind="release",
                values={"manner": "exchange"},
            ),
        ),
        counter_examples=("Engineer Pavel Kozlov was handed over a prize.",),
    ),
    Rule(
        name="release.acquitted",
        version=1,
        theme=THEME,
        kind="release",
        pattern=r"\b(?P<v>acquitted|exonerated|cleared(?=\s+of\b)|found not guilty|found innocent)\b",
        mode="verb",
        build=_acquitted,
        confidence=0.75,
        examples=(
            Example(
                "Columnist [[Kadri Aydın was acquitted in April 2018]].",
                people=("Kadri Aydın",),
                date="2018-04",
                kind="release",
                values={"manner": "acquittal"},
            ),
        ),
        counter_examples=("Columnist Kadri Aydın was acquainted with the law.",),
    ),
    Rule(
        name="release.bail_denied",
        version=1,
        theme=THEME,
        kind="still_held",
        pattern=(
            r"\b(?P<v>(?:was|were|has been|have been|been)\s+(?:\w+ly\s+|again\s+)?(?:denied|"
            r"refused)\s+(?:\w+\s+)?(?:bail|parole|early release|release))\b"
        ),
        mode="subject",
        build=_denied,
        priority=1,
        examples=(
            Example(
                "Lawmaker [[Jay Banda was denied bail]].",
                people=("Jay Banda",),
                kind="still_held",
                values={"denied": "bail"},
            ),
        ),
        counter_examples=("Lawmaker Jay Banda was denied a visa.",),
    ),
)
