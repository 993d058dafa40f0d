"""The claims of one person in one document, put together: verdict and term, remand and arrest, echoes.

A document tells one event in several places: "was convicted in 2023 … serving a ten-year sentence". What
belongs together is joined here, and a claim that only repeats a fuller one keeps its own passage.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from cases.dates import DateError, compatible, parse
from importers.spans import Claim

TERM = ("years", "months", "days", "life", "death_penalty")
_AWAITED = re.compile(
    r"\b[Ss]entenc(?:es|ing)\b[^.]{0,30}\b(?:will be|is|are)\s+(?:handed|set|scheduled|expected|due|to be)|"
    r"\b(?:awaits?|awaiting|pending) sentenc"
)
NEAR = 400  # characters between a verdict and its term


def tidy(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims in order of the text, joined and without echoes."""
    ordered = sorted(set_apart(_placed(claims)), key=lambda one: (one.start, one.end))
    joined = _with_charges(_join_sentences(ordered, text))
    return [_clean(one) for one in _remand_as_arrest(_tried_in_absence(_exile_with_release(joined)))]


def _exile_with_release(claims: list[Claim]) -> list[Claim]:
    """Exile as the condition of a release is a condition of that release, and happens with it."""
    exiles = [one for one in claims if one.kind == "exile" and one.values.get("conditions")]
    freed = [one for one in claims if one.kind == "release" and one.modality in ("stated", "reported")]
    if not exiles or not freed:
        return claims
    conditions = sorted({code for one in exiles for code in one.values["conditions"]})
    date = max((one.date for one in freed), key=len)
    changed = {id(one): replace(one, values={**one.values, "conditions": conditions}) for one in freed}
    changed |= {
        id(one): replace(one, date=date, date_basis="inferred") for one in exiles if date and not one.date
    }
    return [changed.get(id(one), one) for one in claims]


def _tried_in_absence(claims: list[Claim]) -> list[Claim]:
    """Who was tried in absentia was sentenced so, where no arrest is told."""
    absent = any(one.kind == "trial" and one.values.get("in_absentia") for one in claims)
    if not absent or any(one.kind in ("arrest", "pretrial_detention", "still_held") for one in claims):
        return claims
    return [
        replace(one, values={**one.values, "in_absentia": True}) if one.kind == "sentence" else one
        for one in claims
    ]


def _placed(claims: Sequence[Claim]) -> list[Claim]:
    """ "Arrested, and taken to prison": being put there is a move where an arrest is told as well."""
    arrests = [one for one in claims if one.kind == "arrest" and not one.values.get("_placed")]
    if not arrests:
        return list(claims)
    return [
        replace(one, kind="transfer", values={})
        if one.kind == "arrest" and one.values.get("_placed")
        else one
        for one in claims
    ]


def set_apart(claims: Sequence[Claim]) -> list[Claim]:
    """Each passage once for each kind."""
    seen: dict[tuple[str, int, int, bool], Claim] = {}
    for claim in claims:
        seen.setdefault((claim.kind, claim.start, claim.end, has_term(claim)), claim)
    return list(seen.values())


def _join_sentences(claims: list[Claim], text: str) -> list[Claim]:
    """Verdicts without a term join the term that belongs to them; a term without a date takes theirs."""
    terms = [one for one in claims if one.kind == "sentence" and has_term(one)]
    verdicts = [one for one in claims if one.kind == "sentence" and not has_term(one)]
    kept = [one for one in claims if one.kind != "sentence"]
    dated = _dated_by_verdict(terms, verdicts, text)
    awaited = bool(verdicts) and _is_awaited(text)
    for verdict in verdicts:
        if _is_only_a_finding(verdict) or (
            (dated or awaited) and (verdict.values.get("_conviction") or not verdict.values.get("_fine"))
        ):
            kept += _as_charge(verdict, term_told=bool(dated))
        else:
            kept.append(verdict)
    return sorted([*kept, *dated], key=lambda one: (one.start, one.end))


@lru_cache(maxsize=4)
def _is_awaited(text: str) -> bool:
    """Whether a document says that a sentence is still to come."""
    return bool(_AWAITED.search(text))


def _is_only_a_finding(verdict: Claim) -> bool:
    """Whether a court is only told to have found somebody guilty, and of what: no penalty is told."""
    values = verdict.values
    return bool(values.get("_guilty") and (values.get("charges") or values.get("articles")))


def _dated_by_verdict(terms: list[Claim], verdicts: list[Claim], text: str) -> list[Claim]:
    result = []
    undated = [one for one in terms if not one.date]
    for term in terms:
        fitting = [v for v in verdicts if v.date and v.modality == term.modality]
        near = [v for v in fitting if abs(v.start - term.start) < NEAR] or fitting
        if term.date or not near or not _same_length(undated):
            result.append(term)
            continue
        best = min(near, key=lambda v: abs(v.start - term.start))
        values = {**best.values, **term.values}
        dated = replace(
            term,
            date=best.date,
            date_basis=best.date_basis,
            values=values,
            reasons=(*term.reasons, "dated by the verdict"),
        )
        result.append(_over_both(dated, best, text))
    return result


def _over_both(term: Claim, verdict: Claim, text: str) -> Claim:
    """The passage from verdict to term, where they stand in one paragraph."""
    start, end = min(term.start, verdict.start), max(term.end, verdict.end)
    quote = text[start:end]
    return term if "\n" in quote or len(quote) > NEAR else replace(term, start=start, end=end, quote=quote)


def _same_length(terms: Sequence[Claim]) -> bool:
    return len({tuple(one.values.get(key) for key in TERM) for one in terms}) <= 1


def _as_charge(verdict: Claim, *, term_told: bool) -> list[Claim]:
    """A conviction whose term stands elsewhere still says of what: a charge, with its outcome."""
    if not (verdict.values.get("charges") or verdict.values.get("articles")):
        return [] if term_told else [replace(verdict, kind="trial", values={"verdict": "convicted"})]
    values = {key: value for key, value in verdict.values.items() if key in ("charges", "articles", "law")}
    return [replace(verdict, kind="charge", values=values | {"status": "convicted"})]


CHARGED = ("charges", "articles", "law")
TELLS = {
    "arrest": "an arrest",
    "pretrial_detention": "a remand",
    "trial": "a trial",
    "sentence": "a sentence",
}


def _with_charges(claims: list[Claim]) -> list[Claim]:
    """ "Arrested on charges of …", "sentenced for …": a charge of its own, once, where none is told so."""
    told = {_wording(one) for one in claims if one.kind == "charge"}
    added = []
    for claim in claims:
        if (
            claim.kind not in TELLS
            or claim.values.get("_reason")
            or claim.modality not in ("stated", "reported")
        ):
            continue
        worded = _wording(claim)
        unsaid = claim.values.get("_charged") and not told  # "on trumped-up charges"
        if not unsaid and (not any(worded) or any(_covers(one, worded) for one in told)):
            continue
        told.add(worded)
        added.append(_charge_of(claim))
    return sorted([*claims, *added], key=lambda one: (one.start, one.end))


def _charge_of(claim: Claim) -> Claim:
    values = {key: claim.values[key] for key in CHARGED if claim.values.get(key)}
    return replace(
        claim,
        kind="charge",
        date="",
        date_basis="",
        values=values | {"status": "convicted" if claim.kind == "sentence" else "pending"},
        reasons=(*claim.reasons, f"told with {TELLS[claim.kind]}"),
    )


def _wording(claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    charges, articles = (claim.values.get(key) or () for key in ("charges", "articles"))
    return tuple(one.lower() for one in charges), tuple(articles)


def _covers(
    told: tuple[tuple[str, ...], tuple[str, ...]], new: tuple[tuple[str, ...], tuple[str, ...]]
) -> bool:
    """Whether a charge that was told says all that another says."""
    said = " ".join(told[0])
    return all(one in said for one in new[0]) and set(new[1]) <= set(told[1])


def has_term(claim: Claim) -> bool:
    return any(claim.values.get(key) for key in TERM)


def _remand_as_arrest(claims: list[Claim]) -> list[Claim]:
    """Remand or house arrest begins custody for a reader who is told of no arrest."""
    if any(one.kind == "arrest" for one in claims):
        return claims
    sentenced = any(one.kind == "sentence" for one in claims)
    kinds = ("pretrial_detention",) if sentenced else ("pretrial_detention", "house_arrest")
    begins = [one for one in claims if one.kind in kinds and one.modality in ("stated", "reported")]
    if not begins:
        return claims
    first = next((one for one in begins if one.date), begins[0])
    if first.values.get("_prolonged"):  # when it began is not told
        first = replace(first, date="", date_basis="")
    told = "remand" if first.kind == "pretrial_detention" else "house arrest"
    arrest = replace(
        first,
        kind="arrest",
        values={"manner": "detained"},
        confidence=round(first.confidence * 0.8, 4),
        reasons=(*first.reasons, f"{told}, no arrest told"),
    )
    claims = [_as_confirmation(one) for one in claims]
    return sorted([*claims, arrest], key=lambda one: (one.start, one.end))


def _as_confirmation(claim: Claim) -> Claim:
    """ "Held in pre-trial detention for over 19 months": the months tell when it began."""
    reckoned = claim.kind == "pretrial_detention" and claim.date_basis == "inferred" and "~" in claim.date
    return replace(claim, date="", date_basis="") if reckoned else claim


def _clean(claim: Claim) -> Claim:
    own = {key: value for key, value in claim.values.items() if not key.startswith("_")}
    return claim if len(own) == len(claim.values) else replace(claim, values=own)


def agree(a: str, b: str) -> bool:
    """Whether two dates may be one; an unknown date agrees with every date."""
    try:
        return not a or not b or compatible(parse(a), parse(b))
    except DateError:
        return False
