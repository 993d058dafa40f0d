"""Charges: charged with, indicted, accused in a court, facing charges, convicted of."""

import regex

from importers.charges import articles_of, charge_words, law_of
from importers.rules.base import Context, Example, Rule, Values
from importers.rules.charged import charges_in
from importers.rules.parts import term_of
from importers.view import P

THEME = "charges"
# Who can open a case; what anybody else accuses somebody of is no charge.
PROSECUTION = regex.compile(
    r"\b(?:prosecut\w+|police|authorit\w+|courts?|judges?|investigat\w+|indictment|charge sheet|security|"
    r"intelligence|detectives?|officials?|interior ministry|public ministry|FSB|KGB|regime)\b",
    regex.I,
)
_DROPPED = regex.compile(
    r"[^.;]{0,60}?\b(?:was|were|has been|have been|had been|be|being)\s+(?:\w+ly\s+|later\s+)*"
    r"(?:dropped|withdrawn|dismissed|quashed|lifted|annulled)\b",
    regex.I,
)
_CONVICTED = regex.compile(r"convict|guilty", regex.I)
_TO_TERM = regex.compile(r"\s+to\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}")
_NOT_GUILTY = regex.compile(r"not\s+guilty|innocent", regex.I)


def charge(ctx: Context) -> Values | None:
    """The charge as worded, its articles and how far it has come; nothing where the text names no charge."""
    stop = min(ctx.territory.end, ctx.reader.sentence.end)
    behind = ctx.hit.patients.end if ctx.hit.voice in ("active", "object") else 0
    worded, end = charge_words(ctx.masked, ctx.view.text, max(ctx.hit.end, behind), ctx.reader.sentence.end)
    raw = ctx.view.text[ctx.hit.start : max(stop, end)]
    left = ctx.masked[ctx.hit.end : ctx.reader.sentence.end]
    values: Values = {"status": "dropped" if _DROPPED.match(left) else "pending"}
    if worded:
        values["charges"] = worded
        ctx.reach(ctx.hit.start, end)
    if articles := articles_of(raw):
        values["articles"] = articles
        if law := law_of(raw):
            values["law"] = law
    return values


def _convicted(ctx: Context) -> Values | None:
    """A conviction: a charge with its outcome; it dates a term that stands elsewhere, and is no sentence."""
    if ctx.hit.voice == "noun" and (term := _term_of_noun(ctx)):
        return term
    values = (charges_in(ctx, ctx.territory.end) if ctx.hit.voice == "noun" else charge(ctx)) or {}
    values["status"] = "convicted"
    return values | {"_kind": "sentence", "_conviction": True, "_guilty": True}


def _term_of_noun(ctx: Context) -> Values:
    """ "The sentencing of P to six years in jail"."""
    behind = max(ctx.hit.end, ctx.hit.patients.end)
    for length in ctx.view.lengths_in(behind, ctx.reader.sentence.end)[:1]:
        if _TO_TERM.fullmatch(ctx.masked, behind, length.start):
            ctx.reach(ctx.hit.pos, length.end)
            return term_of(length) | {"_kind": "sentence"}
    return {}


def _accused(ctx: Context) -> Values | None:
    """What somebody is accused of; by whom, where that is told, must be those who can bring a charge."""
    by = ctx.masked[max(ctx.reader.sentence.start, ctx.hit.pos - 90) : ctx.hit.pos]
    if ctx.hit.voice == "active" and not PROSECUTION.search(by):
        return None
    values = charge(ctx)
    if values is None or ("charges" not in values and "articles" not in values):
        return None
    return values


RULES = (
    Rule(
        name="charges.charged",
        version=1,
        theme=THEME,
        kind="charge",
        pattern=(
            r"\b(?P<v>(?<!trumped-up |politically |un)(?:re)?charged|indicted|arraigned|formally accused|"
            r"prosecuted(?=\s+(?:under|with|on|in|by|for|over|\ue010|and)\b))\b(?!\s+(?:atmosphere|language|"
            r"environment|\w+ (?:fees|price)))"
        ),
        mode="verb",
        build=charge,
        examples=(
            Example(
                (
                    "Publisher [[Grace Mutua was charged with sedition under Article 77 of the Penal Code on "
                    "9 May 2024]]."
                ),
                people=("Grace Mutua",),
                date="2024-05-09",
                kind="charge",
                values={
                    "status": "pending",
                    "charges": ["sedition under Article 77 of the Penal Code"],
                    "articles": ["77"],
                    "law": "Penal Code",
                },
            ),
        ),
        counter_examples=("Publisher Grace Mutua was not charged with any crime.",),
    ),
    Rule(
        name="charges.brought",
        version=1,
        theme=THEME,
        kind="charge",
        pattern=(
            r"\b(?P<v>(?:brought|filed|laid|pressed|opened|initiated|launched|instituted|lodged|levelled|"
            r"leveled)\s+(?:\w+[\s-]){0,4}?(?:charges?|cases?|proceedings|investigations?|indictments?|"
            r"complaints?|prosecutions?)(?:\s+(?:of|for|under)\s+[^.,;\ue000]{3,80}?)?\s+(?:against|into|"
            r"on))(?=\s)"
        ),
        mode="object",
        build=charge,
        examples=(
            Example(
                "Prosecutors [[filed terrorism charges against rapper Pau Rovira]].",
                people=("Pau Rovira",),
                kind="charge",
                values={"status": "pending"},
            ),
        ),
        counter_examples=("Journalist Pau Rovira filed a complaint against the police.",),
    ),
    Rule(
        name="charges.case_opened",
        version=1,
        theme=THEME,
        kind="charge",
        pattern=(
            r"\b(?P<v>(?:criminal\s+(?:case|proceedings|charges?|investigation)|charges?|"
            r"indictments?)\s+(?:(?:was|were|has been|have been|had been)\s+)?(?:\w+\s+)?(?:brought|filed|"
            r"laid|opened|initiated|launched|instituted|pressed|levelled)?\s*against)(?=\s)"
        ),
        mode="object",
        build=charge,
        priority=6,
        examples=(
            Example(
                "A [[criminal case was opened against blogger Ainur Seitkali for insult]].",
                people=("Ainur Seitkali",),
                kind="charge",
                values={"status": "pending", "charges": ["insult"]},
            ),
        ),
        counter_examples=("A new school was opened by Ainur Seitkali.",),
    ),
    Rule(
        name="charges.facing",
        version=1,
        theme=THEME,
        kind="charge",
        pattern=(
            r"\b(?P<v>(?:fac(?:es|e|ed|ing)|(?:is|are|was|were)\s+facing|fought|contest(?:s|ed)?|"
            r"answer(?:s|ed)?(?: to)?)\s+(?:\w+[\s-]){0,6}?(?:charges?|accusations|prosecution|counts?|"
            r"allegations|indictment|criminal case|trial\s+(?:on|for|"
            r"over)(?:\s+\w+){0,3}?(?:\s+charges)?))\b"
        ),
        mode="subject",
        build=charge,
        examples=(
            Example(
                "Student [[Ananda Phiri faces charges of treason]].",
                people=("Ananda Phiri",),
                kind="charge",
                values={"status": "pending", "charges": ["treason"]},
            ),
        ),
        counter_examples=("Student Ananda Phiri faces an uncertain future.",),
    ),
    Rule(
        name="charges.accused",
        version=1,
        theme=THEME,
        kind="charge",
        pattern=(
            r"\b(?P<v>accus(?:ed|es|ing|e))(?=\s+(?:(?:him|her|them|"
            r"(?:[\w’'-]+\s+){0,4}?\ue000[^.;,]{0,60}?)\s+)?of\b)"
        ),
        mode="verb",
        build=_accused,
        confidence=0.6,
        priority=7,
        examples=(
            Example(
                (
                    "Editor Paulo Matsinhe was arrested in May 2023. He was [[accused of insulting the "
                    "president]]."
                ),
                people=("Paulo Matsinhe",),
                kind="charge",
                values={"status": "pending", "charges": ["insulting the president"]},
            ),
        ),
        counter_examples=("Editor Paulo Matsinhe accused the police of theft.",),
    ),
    Rule(
        name="charges.against",
        version=1,
        theme=THEME,
        kind="charge",
        pattern=(
            r"\b(?P<v>(?:drop|dropp(?:ed|ing)|withdraw|quash|dismiss)\s+(?:all\s+|the\s+|"
            r"any\s+)*(?:\w+[\s-]){0,3}?(?:charges?|case|cases|accusations|prosecution)\s+against)(?=\s)"
        ),
        mode="object",
        build=lambda _: {"status": "dropped"},
        dated=False,
        confidence=0.8,
        when_demanded="charge",
        examples=(
            Example(
                "The authorities must [[drop all charges against singer Leïla Trabelsi]].",
                people=("Leïla Trabelsi",),
                kind="charge",
                values={"demanded": True},
            ),
        ),
        counter_examples=("The minister must drop the project against pollution, said Leïla Trabelsi.",),
    ),
    Rule(
        name="charges.convicted",
        version=2,
        theme=THEME,
        kind="sentence",
        pattern=(
            r"\b(?P<v>(?:re-?)?convicted|found guilty|declared guilty)\b(?=\s*(?:of|on|for|in|under|over|"
            r"along|together|with|and|by|at|to|after|\ue010|,|\.|\ue000|opposition|journalist|him|her|them|"
            r"the|human|activist|former|four|three|two|five|six))"
        ),
        mode="verb",
        build=_convicted,
        examples=(
            Example(
                "Pastor [[Samuel Okello was convicted of incitement in March 2021]].",
                people=("Samuel Okello",),
                date="2021-03",
                kind="charge",
                values={"status": "convicted", "charges": ["incitement"]},
            ),
        ),
        counter_examples=("Pastor Samuel Okello was convinced of his calling.",),
    ),
    Rule(
        name="charges.found_guilty",
        version=1,
        theme=THEME,
        kind="sentence",
        pattern=(
            r"\b(?P<v>(?:found|finds|declared|judged|ruled|pronounced)\s+(?:(?!(?:not|no|that|it|out)\b)[\w’'-]+\s+){0,6}?"
            rf"(?:{P}|(?:him|her|them|both)\b)(?:(?!\bnot\b)[^.;:\n]){{0,160}}?\sguilty)\b"
        ),
        mode="verb",
        build=_convicted,
        priority=3,
        examples=(
            Example(
                "[[On 5 December 2022 the city court found Samuel Okello and Anna Kirch guilty of rioting]].",
                people=("Samuel Okello", "Anna Kirch"),
                date="2022-12-05",
                kind="charge",
                values={"status": "convicted", "charges": ["rioting"]},
            ),
            Example(
                "Pastor Anna Kirch stood up. [[On 5 May 2023 the court found her guilty of theft]].",
                people=("Anna Kirch",),
                date="2023-05-05",
                kind="charge",
                values={"status": "convicted", "charges": ["theft"]},
            ),
        ),
        counter_examples=(
            "The court found Samuel Okello not guilty of rioting.",
            "The court found that Samuel Okello was there and nobody guilty.",
        ),
    ),
    Rule(
        name="charges.conviction",
        version=2,
        theme=THEME,
        kind="sentence",
        pattern=r"\b(?P<v>conviction|sentencing)\b",
        mode="noun",
        build=_convicted,
        priority=6,
        examples=(
            Example(
                "The [[conviction of pastor Samuel Okello]] shocked the town.",
                people=("Samuel Okello",),
                kind="sentence",
                values={"status": "convicted"},
            ),
            Example(
                "The union condemns the [[sentencing of pastor Samuel Okello to a harsh six years]] in jail.",
                people=("Samuel Okello",),
                date="2024-06",
                kind="sentence",
                values={"years": 6},
            ),
        ),
        counter_examples=("Pastor Samuel Okello spoke with conviction.",),
    ),
)
