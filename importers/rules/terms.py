"""Sentences told as a term that somebody has: "her five-year sentence", "a term for P", "and P to seven"."""

import regex

from importers.rules.base import Context, Example, Rule, Values
from importers.rules.lengths import bare_years, terms_in, values_of
from importers.view import D, N, P

THEME = "sentencing"
_SENTENCED_NEAR = regex.compile(
    r"\b(?:sentenc|jail|condemn|imprison|convict|receiv|terms?\b|prison\b)", regex.I
)
_PRISON_NEAR = regex.compile(r"\b(?:sentenc|jail|prison)", regex.I)
_CHANGED = regex.compile(
    (
        r"\b(?:reduc|cut|commut|increas|extend|uph[eo]ld|upheld|confirm|lower|rais|overturn|quash|annul|"
        r"suspend)\w*\b"
    ),
    regex.I,
)


def _possessed(ctx: Context) -> Values | None:
    """A term that somebody has; where it was upheld or changed, the date told is not when it was imposed."""
    terms = terms_in(ctx, ctx.hit.start, ctx.hit.end)
    if not terms:
        return None
    stretch = ctx.masked[ctx.hit.start : ctx.reader.sentence.end][:160]
    decided = _CHANGED.search(ctx.before(60)) or _CHANGED.search(stretch)
    return values_of(ctx, terms[0], ctx.territory.end) | ({"_date": ""} if decided else {})


def _gapped(ctx: Context) -> Values | None:
    """ "… and P to seven": only where the sentence has spoken of sentencing before."""
    around = ctx.masked[ctx.reader.sentence.start : ctx.reader.sentence.end]
    near = ctx.view.text[max(ctx.view.article.start, ctx.hit.start - 700) : ctx.hit.start]
    if not (_SENTENCED_NEAR.search(around) or _PRISON_NEAR.search(near)):
        return None
    terms = terms_in(ctx, ctx.hit.start, ctx.hit.end)
    if not terms:
        return bare_years(ctx, ctx.hit.start, ctx.reader.sentence.end) or None
    return values_of(ctx, terms[0], ctx.hit.end)


RULES = (
    Rule(
        name="sentencing.imposed_on",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=(
            r"\b(?<!\b(?:was|were|been|being)\s)"
            rf"(?P<v>(?:handed down|handed|hands down|imposed|issued|pronounced|passed|delivered|gave|"
            rf"upheld|confirmed)\s+(?:down\s+)?(?:an?\s+|"
            rf"the\s+)?(?:(?!him\b|her\b|them\b)[\w’'“”-]+\s+){{0,4}}?(?P<term>{N})[’']?s?[\s-]*(?:\w+[\s-"
            rf"]){{0,4}}?(?:sentences"
            rf"?|terms?|imprisonment|in prison|in jail)?\s*(?:in absentia\s+)?(?:on|to|against|"
            rf"for))(?=\s)(?!\s+{D})"
        ),
        mode="object",
        build=_possessed,
        priority=1,
        examples=(
            Example(
                "The court [[handed down a six-year sentence to playwright Olga Serova on 22 May 2023]].",
                people=("Olga Serova",),
                date="2023-05-22",
                kind="sentence",
                values={"years": 6},
            ),
        ),
        counter_examples=("The court handed down a ruling to playwright Olga Serova.",),
    ),
    Rule(
        name="sentencing.whose_term",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=(
            rf"(?<=[’']s\s|[’']\s|\b(?:his|her|their)\s)(?:(?:current|initial|original|first|second|"
            rf"entire|full|harsh|unjust|politically motivated|recent|"
            rf"\w+)\s+){{0,2}}?(?P<v>{N})[’']?s?[\s-]*(?:\w+[\s-]){{0,4}}?(?:sentences?|terms?|"
            rf"imprisonment|in prison|in jail|behind bars)\b"
        ),
        mode="noun",
        build=_possessed,
        priority=3,
        dated=False,
        examples=(
            Example(
                "Aliya Sarsen lost her health during her [[five-year prison sentence]].",
                people=("Aliya Sarsen",),
                kind="sentence",
                values={"years": 5},
            ),
        ),
        counter_examples=("Her five-year plan has ruined Aliya Sarsen.",),
    ),
    Rule(
        name="sentencing.term_for",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=(
            rf"(?P<v>{N})[’']?s?[\s-]*(?:\w+[\s-]){{0,4}}?(?:sentences?|terms?|imprisonment|in prison|in "
            rf"jail|behind bars)\s+(?:\w+\s+){{0,3}}?(?:for|of|to|against|"
            rf"on)(?=\s+(?:(?!{N})[\w’'-]+\s+){{0,7}}?\ue000)"
        ),
        mode="object",
        build=_possessed,
        priority=5,
        confidence=0.75,
        examples=(
            Example(
                "A [[ten-year prison sentence for activist Bilal Khan]] was announced.",
                people=("Bilal Khan",),
                kind="sentence",
                values={"years": 10},
            ),
        ),
        counter_examples=("A ten-year plan for activist Bilal Khan was announced.",),
    ),
    Rule(
        name="sentencing.gapped",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=(
            rf"(?=\ue000\ue001*+\s+(?:(?:to|got|for|received|was)\b|\ue020))(?<=\ue020[^.;\n]*?){P}\K(?:(?P<v>\s+(?:to|got|for|"
            rf"received|was given|was handed)\s+(?:an?\s+)?(?P<term>{N})(?:\s+(?:in|of)\s+(?:prison|jail|"
            rf"imprisonment))?)|(?<=\band\s+\ue000\ue001*)(?P<v>\s+(?P<term>{N})(?:\s+(?:in|of)\s+(?:prison|jail|"
            rf"imprisonment))?)(?=\s*(?:[),;.]|$|\n|in\b|of\b|and\b))"
            r"|(?P<v>\s+to\s+(?:[a-z]+|\d{1,2})(?=\s*(?:[,;.]|$|\band\b))))"
            rf"|{P}(?:,\s+[^,.;:()\ue000]{{2,60}}?)??\K(?P<v>\s*(?:[–—:-]|\(|"
            rf",)\s*(?:an?\s+)?(?:sentenced to\s+)?(?P<term>{N})(?:\s+(?:in|of)\s+(?:prison|jail|"
            rf"imprisonment))?)(?=\s*(?:[),;.]|$|\n|in\b|of\b|and\b))"
        ),
        mode="beside",
        build=_gapped,
        priority=7,
        dated=False,
        confidence=0.75,
        examples=(
            Example(
                (
                    "On 4 May 2023 the court sentenced Nino Beridze to nine years in prison and [[Gia "
                    "Lomidze "
                    "to seven years]]."
                ),
                people=("Gia Lomidze",),
                date="2023-05-04",
                kind="sentence",
                values={"years": 7},
            ),
        ),
        counter_examples=("Nino Beridze gave four years to the project and Gia Lomidze two.",),
    ),
)
