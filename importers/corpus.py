"""How right an extraction is: what was found in documents, against what a careful reader takes from them.

Pure. An expectation is a JSON object a document: `people`, each with `name`, `also`, `status` and `facts`,
then `not_people`, and in the project's own corpus `group_events` and `figures`. What was found comes as
`extract --json` prints it. The definitions:

* Names agree if they are equal without accents and case, or if all words of one stand in the other, and it
  has two words or more or is the other's last word. One expected person takes one found person; a second is
  a `split`.
* A fact agrees if its kind does and, of a sentence that gives a term, the term. Facts announced or denied do
  not count. Two facts that agree with one expectation are no error: two passages may say the same.
* A date agrees if it is the expected one, or a coarser or finer form of it.
* What is `optional` is neither asked for nor wrong. Where `facts` is null, neither facts nor status are
  looked at.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Row = Mapping[str, Any]
Verdict = Literal["right", "missed", "wrong"]
What = Literal["person", "fact", "date", "status", "group", "figure", "published"]

SCORED = ("arrest", "charge", "sentence", "release", "death", "exile")
NOT_HAPPENED = ("planned", "denied")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was right, missed or wrong in a document."""

    doc: str
    what: What
    verdict: Verdict
    label: str  # the same words for the same thing in every run
    kind: str = ""  # of a fact, its kind; of a wrong person, "split" or "forbidden"
    detail: str = ""  # what was found instead, or the quote

    @property
    def key(self) -> str:
        return f"{self.what}: {self.label}"


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one kind of thing."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return _ratio(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return _ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        return _ratio(2 * self.right, 2 * self.right + self.wrong + self.missed)

    @property
    def share(self) -> float:
        """Of those looked at, how many were right: for dates and statuses, which are right or wrong."""
        return _ratio(self.right, self.right + self.wrong)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of many findings."""

    people: Tally
    facts: Tally
    dates: Tally
    status: Tally
    groups: Tally
    counts: Tally
    published: Tally
    forbidden: int
    kinds: Mapping[str, Tally]


def score(expected: Mapping[str, Row], found: Mapping[str, Row]) -> list[Finding]:
    """All findings, document by document; a document of which nothing was found is missed altogether."""
    findings: list[Finding] = []
    for doc, row in expected.items():
        findings += score_document(doc, row, found.get(doc, {}))
    return findings


def score_document(doc: str, expected: Row, found: Row) -> list[Finding]:
    """What is right, missed and wrong in one document."""
    pairs, findings = _pair(doc, expected, found.get("people", ()))
    for n, person in enumerate(expected["people"]):
        if not person.get("optional"):
            findings += _about(doc, person, pairs.get(n))
    for what, name, label in (("group", "group_events", "kind"), ("figure", "figures", "what")):
        if name in expected:
            findings += _counted(doc, what, label, expected[name], found.get(name, ()))  # type: ignore[arg-type]  # two of What
    return [*findings, *_published(doc, expected, found)]


def figures(findings: Iterable[Finding]) -> Figures:
    """Precision, recall and shares over findings."""
    rows = list(findings)
    kinds = sorted({one.kind for one in rows if one.what == "fact"})
    return Figures(
        people=_tally(rows, "person"),
        facts=_tally(rows, "fact"),
        dates=_tally(rows, "date"),
        status=_tally(rows, "status"),
        groups=_tally(rows, "group"),
        counts=_tally(rows, "figure"),
        published=_tally(rows, "published"),
        forbidden=sum(one.kind == "forbidden" for one in rows),
        kinds={kind: _tally([one for one in rows if one.kind == kind], "fact") for kind in kinds},
    )


def words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without accents and apostrophes."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’")
    return tuple("".join(c if c.isalnum() else " " for c in plain).split())


def names_agree(one: str, other: str) -> bool:
    """Whether two forms can be of one person in one document."""
    short, long = sorted((words(one), words(other)), key=len)
    if not short or short == long:
        return bool(short)
    return set(short) <= set(long) and (len(short) > 1 or short[-1] == long[-1])


def dates_agree(found: str | None, expected: str | None) -> bool:
    """Whether a date is the expected one, coarser or finer; where none is expected, any will do."""
    if not expected:
        return True
    plain, wanted = (found or "").rstrip("~?%"), expected.rstrip("~?%")
    return bool(plain) and (wanted.startswith(plain) or plain.startswith(wanted))


def term(fact: Row) -> float | str | None:
    """The length of a sentence in months, "life", "death", or None where none is given."""
    if fact.get("life"):
        return "life"
    if fact.get("death_penalty"):
        return "death"
    years, months, days = (fact.get(unit) or 0 for unit in ("years", "months", "days"))
    return round(years * 12 + months + days / 30, 1) if years or months or days else None


def label_of(fact: Row) -> str:
    """A fact in a few words: “sentence 2025-02-07, 9 years”."""
    said = f"{fact['kind']} {fact.get('date') or 'undated'}"
    if fact["kind"] != "sentence":
        return said
    if isinstance(length := term(fact), str):
        return f"{said}, {length}"
    units = [f"{fact[unit]} {unit}" for unit in ("years", "months", "days") if fact.get(unit)]
    return ", ".join([said, *units])


def _pair(doc: str, expected: Row, found: Sequence[Row]) -> tuple[dict[int, Row], list[Finding]]:
    """Each expected person with the found one, and findings of those found who are nobody's or too many."""
    pairs: dict[int, Row] = {}
    wrong = []
    for person in found:
        same = [n for n, one in enumerate(expected["people"]) if _same(person, one)]
        free = [n for n in same if n not in pairs]
        if free:
            pairs[free[0]] = person
            continue
        forbidden = any(names_agree(person["name"], one) for one in expected.get("not_people", ()))
        kind = "split" if same else "forbidden" if forbidden else ""
        wrong.append(Finding(doc, "person", "wrong", person["name"], kind))
    return pairs, wrong


def _same(found: Row, expected: Row) -> bool:
    return any(names_agree(one, other) for one in _names(found) for other in _names(expected))


def _names(person: Row) -> list[str]:
    return [person["name"], *person.get("also", ())]


def _about(doc: str, person: Row, found: Row | None) -> Iterator[Finding]:
    """Findings of one expected person."""
    name: str = person["name"]
    yield Finding(doc, "person", "right" if found else "missed", name)
    if person.get("facts") is None:
        return
    mine = [one for one in (found or {}).get("facts", ()) if _counts(one)]
    yield from _numbered(_facts(doc, name, [one for one in person["facts"] if one["kind"] in SCORED], mine))
    if found and person.get("status"):
        right = found.get("status") == person["status"]
        label = f"{name} {person['status']}"
        yield Finding(
            doc, "status", "right" if right else "wrong", label, detail=f"found {found.get('status')}"
        )


def _counts(fact: Row) -> bool:
    return fact["kind"] in SCORED and fact.get("modality") not in NOT_HAPPENED


def _facts(doc: str, name: str, wanted: Sequence[Row], mine: Sequence[Row]) -> Iterator[Finding]:
    used: set[int] = set()
    for want in sorted(wanted, key=lambda one: bool(one.get("optional"))):
        options = [n for n, one in enumerate(mine) if n not in used and _fact_agrees(one, want)]
        dated = [n for n in options if dates_agree(mine[n].get("date"), want.get("date"))]
        best = next(iter(dated or options), None)
        if best is not None:
            used.add(best)
        if want.get("optional"):
            continue
        label = f"{name}: {label_of(want)}"
        yield Finding(doc, "fact", "missed" if best is None else "right", label, want["kind"])
        if best is not None and want.get("date"):
            verdict: Verdict = "right" if dated else "wrong"
            yield Finding(
                doc, "date", verdict, label, want["kind"], f"found {mine[best].get('date') or 'none'}"
            )
    for n, one in enumerate(mine):
        if n not in used and not any(_fact_agrees(one, want) for want in wanted):
            yield Finding(
                doc, "fact", "wrong", f"{name}: {label_of(one)}", one["kind"], _short(one.get("quote"))
            )


def _fact_agrees(found: Row, expected: Row) -> bool:
    return found["kind"] == expected["kind"] and (
        expected["kind"] != "sentence" or term(expected) in (None, term(found))
    )


def _counted(
    doc: str, what: What, name: str, expected: Sequence[Row], found: Sequence[Row]
) -> Iterator[Finding]:
    """Findings of counts without names: of one kind, one number, a date that agrees."""
    left = list(found)
    for want in sorted(expected, key=lambda one: bool(one.get("optional"))):
        same = [one for one in left if one[name] == want[name] and one["count"] == want["count"]]
        left = [one for one in left if one not in same]
        if want.get("optional"):
            continue
        label = f"{want['count']} {want[name]}"
        yield Finding(doc, what, "right" if same else "missed", label, want[name])
    yield from _numbered(
        Finding(doc, what, "wrong", f"{one['count']} {one[name]}", one[name], _short(one.get("quote")))
        for one in left
    )


def _published(doc: str, expected: Row, found: Row) -> Iterator[Finding]:
    if day := expected.get("published"):
        said = [one.get("published") or "" for one in found.get("articles", ())]
        verdict: Verdict = "right" if any(dates_agree(one, day) for one in said) else "wrong"
        yield Finding(
            doc, "published", verdict, day, detail=f"found {', '.join(filter(None, said)) or 'none'}"
        )


def _numbered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The second of two equal findings is told apart, so that losing one of them shows."""
    seen: dict[tuple[str, str], int] = {}
    for one in findings:
        n = seen[one.what, one.label] = seen.get((one.what, one.label), 0) + 1
        label = one.label if n == 1 else f"{one.label} ({n})"
        yield Finding(one.doc, one.what, one.verdict, label, one.kind, one.detail)


def _tally(findings: Sequence[Finding], what: What) -> Tally:
    verdicts = [one.verdict for one in findings if one.what == what]
    return Tally(verdicts.count("right"), verdicts.count("wrong"), verdicts.count("missed"))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _short(quote: str | None) -> str:
    text = " ".join((quote or "").split())
    return f"“{text if len(text) <= 100 else text[:99] + '…'}”" if text else ""
