"""What happened to many at once: "released 123 prisoners", "more than 300 demonstrators were arrested"."""

from dataclasses import dataclass

import regex

from importers.clues import ALL
from importers.fronted_dates import SAYING
from importers.lexicons import role_pattern
from importers.modality import is_demand, modality_of
from importers.prose.dates import DateFound
from importers.rules.base import CountRule, Example, counts_in, enter
from importers.rules.counts import COUNT, number, qualifier
from importers.spans import GroupEvent, Span
from importers.view import View

THEME = "groups"
PEOPLE = (
    rf"(?:(?:(?!of\b|who\b|were\b|years?\b|months?\b|days?\b)[\w’'-]+\s+){{0,5}}?{role_pattern()})(?![\w-])"
)
_VERBS = {
    "release": r"(?:released|freed|set free|exchanged|swapped|amnestied|releases|frees)",
    "pardon": r"(?:pardoned|pardons)",
    "arrest": r"(?:arrested|detained|rounded up|apprehended|abducted|taken into custody|seized)",
    "charge": r"(?:charged|indicted)",
    "sentence": r"(?:sentenced|convicted|jailed|imprisoned)",
    "exile": r"(?:deported|expelled)",
    "death": r"(?:executed|hanged)",
}
_NOUNS = {
    "release": r"(?:release)",
    "arrest": r"(?:arrests?|detention|abduction)",
    "sentence": r"(?:conviction|sentencing)",
    "pardon": r"(?:pardon(?:ing)?)",
    "death": r"(?:execution)",
    "exile": r"(?:deportation|expulsion)",
}
_ANY_VERB = "|".join(rf"(?P<{kind}>{verb})" for kind, verb in _VERBS.items())
_ANY_NOUN = "|".join(rf"(?P<{kind}>{noun})" for kind, noun in _NOUNS.items())
_AUX = r"(?:(?:have|has|had)\s+been|were|was|are|got)"
_TOTALS = regex.compile(
    (
        r"\b(?:since|so far|in total|total|to date|over the (?:past|last)|altogether|during (?:the year|"
        r"\d{4})|last year|this year|annually|each year|as of)\b"
    ),
    regex.I,
)
LEAST = 3  # fewer are named one by one


@dataclass(frozen=True, slots=True)
class _Form:
    """One shape of saying how many, as a compiled pattern; "n" is the count."""

    pattern: "regex.Pattern[str]"
    noun: bool


_PASSIVE = regex.compile(
    rf"\m{COUNT}\s+{PEOPLE}\b[^.;:,\ue000]{{0,40}}?\s+{_AUX}\s+(?:\w+ly\s+|also\s+)?(?:{_ANY_VERB})\b",
    regex.I,
)
_ACTIVE = regex.compile(rf"\b(?:{_ANY_VERB})\s+(?:the\s+)?{COUNT}\s+{PEOPLE}\b", regex.I)
_REDUCED = regex.compile(
    (
        rf"\m{COUNT}\s+{PEOPLE}\s+(?!jailed|imprisoned|convicted)(?:{_ANY_VERB})\b(?=\s+(?:in|on|with|over|"
        rf"after|for|during|by|at|to)\b)"
    ),
    regex.I,
)
_NOMINAL = regex.compile(
    (
        rf"\b(?:{_ANY_NOUN})\s+(?:(?:by|from|in)\s+[^.,;:\ue000]{{2,60}}?\s)?of\s+(?:the\s+)?{COUNT}\s+{PEOPLE}"
        rf"\b"
    ),
    regex.I,
)
_PAIR = regex.compile(
    (
        rf"\m{COUNT}\s+(?P<a>women|men|girls|boys)\s+and\s+(?P<n2>\d[\d,]*|[a-z]+)\s+(?P<b>women|men|girls|"
        rf"boys)\s+{_AUX}\s+(?:{_ANY_VERB})\b"
    ),
    regex.I,
)


def _find(form: "regex.Pattern[str]", *, noun: bool) -> "_Finder":
    return _Finder(_Form(form, noun))


@dataclass(frozen=True, slots=True)
class _Finder:
    form: _Form

    def __post_init__(self) -> None:
        enter(self.form.pattern)

    def __call__(self, view: View, rule: CountRule) -> list[GroupEvent]:
        found = []
        for match in counts_in(view, self.form.pattern):
            event = _event(view, rule, match, noun=self.form.noun)
            if event is not None:
                found.append(event)
        return found


def _event(view: View, rule: CountRule, match: "regex.Match[str]", *, noun: bool) -> GroupEvent | None:
    kind = next(name for name, value in match.groupdict().items() if value and name in _VERBS)
    count = number(match["n"]) + (number(match["n2"]) if "n2" in match.groupdict() else 0)
    sentence = view.sentence_at(match.start()) or Span(match.start(), match.end())
    before = view.masked[sentence.start : match.start()]
    modality = modality_of(before, view.masked[match.end() : match.end() + 60], noun=noun)
    if (
        count < LEAST
        or modality in ("demanded", "possible", "denied", "planned")
        or (noun and is_demand(before))
    ):
        return None
    if _TOTALS.search(view.masked[sentence.start : sentence.end]) and kind in (
        "arrest",
        "sentence",
        "charge",
    ):
        return None
    date = _date(view, sentence, match)
    start, end = match.span()
    if date is not None and max(end, date.end) - min(start, date.start) < 260:
        start, end = min(start, date.start), max(end, date.end)
    edtf, basis = (
        (date.edtf, date.basis)
        if date
        else (view.article.published[:7], "inferred" if view.article.published else "")
    )
    return GroupEvent(
        kind=kind,
        date=edtf,
        date_basis=basis,
        count=count,
        qualifier=qualifier(match),
        quote=view.text[start:end],
        start=start,
        end=end,
        country="",
        place="",
        article=view.index,
        rule=rule.name,
        rule_version=rule.version,
        modality=modality,
    )


def _date(view: View, sentence: Span, match: "regex.Match[str]") -> DateFound | None:
    """The nearest date of the sentence that is not ahead of the document's."""
    dates = [one for one in view.dates_in(sentence.start, sentence.end) if not one.future]
    dates = [
        one
        for one in dates
        if not regex.search(
            r"\b(?:since|until|ahead of|post|election|protests?)\W+(?:the\s+)?$",
            view.masked[max(0, one.start - 25) : one.start],
            regex.I,
        )
    ]
    dates = [
        one
        for one in dates
        if one.start > match.start() or not SAYING.search(ALL, view.masked[one.end : match.start()])
    ]
    return min(dates, key=lambda one: max(match.start() - one.end, one.start - match.end()), default=None)


RULES = (
    CountRule(
        "groups.pair",
        1,
        THEME,
        _find(_PAIR, noun=False),
        (
            Example(
                "[[Two women and 29 men were freed on 7 November 2023]].",
                date="2023-11-07",
                kind="release",
                values={"count": 31, "qualifier": "exactly"},
            ),
        ),
        ("Two women and one man lived there.",),
    ),
    CountRule(
        "groups.passive",
        1,
        THEME,
        _find(_PASSIVE, noun=False),
        (
            Example(
                "[[More than 300 demonstrators were arrested in the capital on 5 May 2024]].",
                date="2024-05-05",
                kind="arrest",
                values={"count": 300, "qualifier": "more_than"},
            ),
        ),
        ("More than 300 demonstrators could be arrested.",),
    ),
    CountRule(
        "groups.active",
        1,
        THEME,
        _find(_ACTIVE, noun=False),
        (
            Example(
                "The government [[released 123 political prisoners on 9 February 2024]].",
                date="2024-02-09",
                kind="release",
                values={"count": 123, "qualifier": "exactly"},
            ),
        ),
        ("The government released two studies.",),
    ),
    CountRule(
        "groups.reduced",
        1,
        THEME,
        _find(_REDUCED, noun=False),
        (
            Example(
                "[[Sixteen activists charged]] with rioting appeared tired.",
                date="2024-06",
                kind="charge",
                values={"count": 16, "qualifier": "exactly"},
            ),
        ),
        ("Sixteen activists sang.",),
    ),
    CountRule(
        "groups.nominal",
        1,
        THEME,
        _find(_NOMINAL, noun=True),
        (
            Example(
                "Observers welcomed the [[release of 45 detainees on 2 June 2024]].",
                date="2024-06-02",
                kind="release",
                values={"count": 45, "qualifier": "exactly"},
            ),
        ),
        ("Observers called for the release of 45 detainees.",),
    ),
)
