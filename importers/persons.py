"""One person of a document: the forms of the name, the country, the status that the document leaves."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from weakref import WeakKeyDictionary

import regex

from cases.custody import CustodyFact, status
from cases.dates import parse
from cases.vocab import EVENT_KINDS
from importers.confidence import FOUND_AS
from importers.doubts import doubt, unsettled
from importers.lexicons import countries, country_words, fold
from importers.mentions import Person
from importers.spans import Claim, PersonFound, Span, Unsettled
from importers.view import View

# Kinds that make somebody a person of the record; the rest only tells more of one.
MAKES_A_CASE = frozenset(kind.code for kind in EVENT_KINDS if kind.makes_a_case)
ENOUGH = 0.7
# "The blogger, who was captured in 2021, posted photographs": a text that tells a case in passing.
IN_PASSING, LESS_SURE = "found as relative", 0.8
NEAR = 160
_POSSESSIVE = regex.compile(r"[’']s?\b")
_CAPITALISED = regex.compile(r"\p{Lu}[\p{L}’'-]+(?:\s+(?:of\s+)?\p{Lu}[\p{L}’'-]+){0,2}")


def person_found(
    person: Person, claims: Sequence[Claim], gender: str, views: Sequence[View]
) -> PersonFound | Unsettled | None:
    """The person with all that was found; a passage to look at where it is doubtful; None without a case."""
    happened = [one for one in claims if one.modality != "denied"]
    strong = [one for one in happened if one.kind in MAKES_A_CASE and one.confidence >= ENOUGH]
    if not strong:
        return None
    if reason := doubt(person, strong, views):
        return unsettled(strong, reason)
    spans = tuple(Span(*one) for one in sorted(person.mentions))
    first = view_at(views, spans[0].start)
    forms = sorted(person.forms, key=lambda form: (-person.forms[form], form))
    reasons = tuple(dict.fromkeys(reason for one in strong for reason in one.reasons))
    found_as = tuple(one for one in reasons if one.startswith(FOUND_AS))
    sure = 1.0 if found_as != (IN_PASSING,) else LESS_SURE
    return PersonFound(
        name=person.name,
        also=tuple(form for form in forms if form != person.name),
        mentions=spans,
        country=country_of(person, views),
        gender=gender,
        status=status_of(claims, views),
        claims=tuple(claims),
        article=first.index if first else 0,
        confidence=sure * max(one.confidence for one in strong),
        reasons=reasons,
    )


def view_at(views: Sequence[View], offset: int) -> View | None:
    """The article in which an offset lies, of articles in the order of the text."""
    place = bisect_right(views, offset, key=lambda one: one.article.start)
    return views[place - 1] if place and offset < views[place - 1].article.end else None


def status_of(claims: Sequence[Claim], views: Sequence[View]) -> str:
    """Custody as the document leaves it: a function of all claims, whatever their order."""
    # "arrested hours after being released": an end before the beginning that is told ends nothing
    telling = [one for one in claims if not one.date.startswith("../")]
    facts = [_fact(str(number), claim, views) for number, claim in enumerate(telling)]
    return status(facts)


def _fact(name: str, claim: Claim, views: Sequence[View]) -> CustodyFact:
    view = view_at(views, claim.start)
    published = view.anchor if view else None
    return CustodyFact(
        id=name,
        kind=claim.kind,
        date=parse(claim.date) if claim.date else None,
        modality=claim.modality,
        published=published,
        manner=str(claim.values.get("manner", "")),
        conditions=tuple(claim.values.get("conditions", ())),
        in_absentia=bool(claim.values.get("in_absentia")),
        suspended=bool(claim.values.get("suspended")),
        non_custodial=bool(claim.values.get("fine") or claim.values.get("regime") == "open"),
    )


def country_of(person: Person, views: Sequence[View]) -> str:
    """The country that the articles about a person name most often, the passages nearest counting more."""
    votes: dict[str, int] = {}
    told: dict[View, list[int]] = {}
    for start, _ in sorted(person.mentions):
        if (view := view_at(views, start)) is not None:
            told.setdefault(view, []).append(start)
    for view, mine in told.items():
        named = _countries_named(view)
        for code, count in named.votes.items():
            votes[code] = votes.get(code, 0) + count
        for number in {number for start in mine for number in named.near(start, NEAR)}:
            votes[named.codes[number]] += 1
    return max(votes, key=votes.__getitem__, default="")


def country_told(view: View, start: int) -> str:
    """The country that an article speaks of, for a number in it that names none; "" where two compete."""
    named = _countries_named(view)
    near = {named.codes[number] for number in named.near(start, 2 * NEAR)}
    if len(near) == 1:
        return near.pop()
    ranked = named.votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] < 1.5 * ranked[1][1]):
        return ""
    return ranked[0][0]


class _Named:
    """Where an article names a country, its people or a place in it, in order."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.codes: list[str] = []
        self.votes = Counter[str]()  # how much that says of each country, a city less

    def near(self, at: int, reach: int) -> range:
        """The numbers of the places at most so far from an offset."""
        return range(bisect_left(self.starts, at - reach), bisect_right(self.starts, at + reach))


_KNOWN: WeakKeyDictionary[View, _Named] = WeakKeyDictionary()


def _countries_named(view: View) -> _Named:
    if view not in _KNOWN:
        table, states = countries(), country_words()
        named = _KNOWN[view] = _Named()
        for match in _CAPITALISED.finditer(view.text, view.article.start, view.article.end):
            key = _key(match[0])
            if key and table[key] != "ZZ":
                named.starts.append(match.start())
                named.codes.append(table[key])
                named.votes[table[key]] += 3 if key in states else 1
    return _KNOWN[view]


@lru_cache(maxsize=1 << 14)
def _key(words: str) -> str:
    """What the lexicon knows of a run of capitalised words, the whole before its parts; "" for nothing."""
    parts, table = fold(_POSSESSIVE.sub("", words)).split(), countries()
    return next((one for one in (" ".join(parts), *parts) if one in table), "")
