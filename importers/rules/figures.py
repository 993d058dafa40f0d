"""Numbers that a source states: political prisoners held, deaths in custody, totals of pardons."""

from dataclasses import dataclass

import regex

from importers.rules.base import CountRule, Example, counts_in, enter
from importers.rules.counts import COUNT, number, qualifier
from importers.rules.groups import PEOPLE
from importers.spans import FigureFound, Span
from importers.view import View

THEME = "figures"
_POLITICAL = r"(?:[\w’'-]+\s+){0,4}?(?P<who>political prisoners|prisoners of conscience|political detainees)"
_HELD = (
    r"(?:remain(?:s|ed)?|are|were|still|behind bars|in (?:custody|prison|jail|detention)|held|imprisoned|"
    r"languish\w*|incarcerated|currently|jailed|detained|in the country)"
)

_HELD_AFTER = regex.compile(
    (
        rf"\m{COUNT}\s+{_POLITICAL}\b(?=[^.;]{{0,60}}?\b{_HELD}\b)(?!\s+(?:(?:were|was|have been|has "
        rf"been)\s+)?(?:released|freed|pardoned|died)\b)"
    ),
    regex.I,
)
_HELD_BEFORE = regex.compile(
    (
        rf"\b(?:hold(?:s|ing)?|held|there (?:are|were)|imprisons?|jails?|detains?|number of|keeps?|"
        rf"recogni[sz]es?|counts?|lists?|documented)\s+(?:\w+\s+){{0,2}}?{COUNT}\s+{_POLITICAL}\b"
    ),
    regex.I,
)
_CONSIDERED = regex.compile(
    (
        rf"\m{COUNT}\s+(?:people|persons|individuals|prisoners|detainees)[^;:]{{0,60}}?\b(?:considered|"
        rf"recogni[sz]ed|regarded|deemed)\s+(?:by\s+[^.;,]{{2,50}}?\s+)?(?:to be\s+|as\s+)?(?P<who>political "
        rf"prisoners|prisoners of conscience)\b"
    ),
    regex.I,
)
_DIED = regex.compile(
    (
        rf"\m{COUNT}\s+{PEOPLE}\s+(?:have\s+|had\s+|has\s+)?(?:died|been killed)\s+(?:in|while "
        rf"in)\s+(?:\w+\s+)?(?:custody|prison|detention|jail)\b"
    ),
    regex.I,
)
_TOTAL = regex.compile(
    r"\b(?:total|number)(?:\s+(?:number\s+)?of)?\s+(?:people|prisoners|persons|individuals|detainees|"
    r"those)?\s*(?P<what>pardoned|released|freed|arrested|detained|charged|"
    r"recogni[sz]ed)[^.;]{0,40}?\s(?:to|at|of|is|was|reached|stands at)\s+" + COUNT,
    regex.I,
)
_SINCE = regex.compile(
    (
        rf"\m{COUNT}\s+{PEOPLE}\b[^.;:,]{{0,40}}?\s+(?:have been|has been|were|had "
        rf"been)\s+(?:\w+ly\s+)?(?P<what>arrested|detained|charged|released|pardoned|imprisoned|"
        rf"prosecuted)\b(?=[^.;]{{0,80}}\b(?:since|so far|in total|to date|over the (?:past|last)|during|"
        rf"last "
        rf"year|this year)\b)"
    ),
    regex.I,
)
_RECOGNISED = regex.compile(
    (
        rf"\brecogni[sz]ed\s+{COUNT}\s+(?:[\w’'-]+\s+){{0,3}}?(?:people|persons|individuals|prisoners|"
        rf"detainees)\b"
    ),
    regex.I,
)
_SUBJECTS = {
    "pardoned": "pardoned",
    "released": "released",
    "freed": "released",
    "charged": "charged",
    "prosecuted": "charged",
}


@dataclass(frozen=True, slots=True)
class _Finder:
    pattern: "regex.Pattern[str]"
    subject: str = ""

    def __post_init__(self) -> None:
        enter(self.pattern)

    def __call__(self, view: View, rule: CountRule) -> list[FigureFound]:
        return [_figure(view, rule, match, self.subject) for match in counts_in(view, self.pattern)]


def _figure(view: View, rule: CountRule, match: "regex.Match[str]", subject: str) -> FigureFound:
    start, end = match.span()
    sentence = view.sentence_at(start) or Span(start, end)
    tail = regex.match(
        r"[^.;,]{0,60}?\b(?:behind bars|in (?:custody|prison|jail|detention))\b",
        view.text[end : sentence.end],
    )
    end += tail.end() if tail else 0
    return FigureFound(
        what=subject or _subject(match),
        count=number(match["n"]),
        qualifier=qualifier(match),
        date=view.article.published,
        date_basis="inferred" if view.article.published else "",
        quote=view.text[start:end],
        start=start,
        end=end,
        country="",
        article=view.index,
        rule=rule.name,
        rule_version=rule.version,
    )


def _subject(match: "regex.Match[str]") -> str:
    groups = match.groupdict()
    if groups.get("who"):
        return "prisoners_of_conscience" if "conscience" in groups["who"].lower() else "political_prisoners"
    what = (groups.get("what") or "").lower()
    return "recognised" if what.startswith("recogni") else _SUBJECTS.get(what, "detained")


RULES = (
    CountRule(
        "figures.held_after",
        1,
        THEME,
        _Finder(_HELD_AFTER),
        (
            Example(
                "[[More than 1,100 political prisoners remain behind bars]].",
                date="2024-06-15",
                kind="political_prisoners",
                values={"count": 1100, "qualifier": "more_than"},
            ),
        ),
        ("More than 1,100 houses remain empty.",),
    ),
    CountRule(
        "figures.held_before",
        1,
        THEME,
        _Finder(_HELD_BEFORE),
        (
            Example(
                "The state [[holds about 400 political prisoners]].",
                date="2024-06-15",
                kind="political_prisoners",
                values={"count": 400, "qualifier": "about"},
            ),
        ),
        ("The state holds about 400 companies.",),
    ),
    CountRule(
        "figures.considered",
        1,
        THEME,
        _Finder(_CONSIDERED),
        (
            Example(
                "[[Some 230 people are considered to be political prisoners]].",
                date="2024-06-15",
                kind="political_prisoners",
                values={"count": 230, "qualifier": "about"},
            ),
        ),
        ("Some 230 people are considered to be heroes.",),
    ),
    CountRule(
        "figures.died",
        1,
        THEME,
        _Finder(_DIED, "deaths_in_custody"),
        (
            Example(
                "[[Seven political prisoners died in custody]].",
                date="2024-06-15",
                kind="deaths_in_custody",
                values={"count": 7, "qualifier": "exactly"},
            ),
        ),
        ("Seven patients died in spring.",),
    ),
    CountRule(
        "figures.total",
        1,
        THEME,
        _Finder(_TOTAL),
        (
            Example(
                "That brings the [[total number of people pardoned to 146]].",
                date="2024-06-15",
                kind="pardoned",
                values={"count": 146, "qualifier": "exactly"},
            ),
        ),
        ("That brings the total number of schools to 146.",),
    ),
    CountRule(
        "figures.since",
        1,
        THEME,
        _Finder(_SINCE),
        (
            Example(
                "[[At least 5,000 people have been detained]] since the coup.",
                date="2024-06-15",
                kind="detained",
                values={"count": 5000, "qualifier": "more_than"},
            ),
        ),
        ("At least 5,000 people have been vaccinated since the coup.",),
    ),
    CountRule(
        "figures.recognised",
        1,
        THEME,
        _Finder(_RECOGNISED, "recognised"),
        (
            Example(
                "The group [[recognised another 205 people]] as political prisoners.",
                date="2024-06-15",
                kind="recognised",
                values={"count": 205, "qualifier": "exactly"},
            ),
        ),
        ("The group recognised another song.",),
    ),
)
