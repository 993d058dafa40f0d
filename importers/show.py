"""What extraction prints: one JSON object a document (the format of the scorer), or a table for people."""

from typing import Any

from importers.spans import Article, Claim, Extraction, FigureFound, GroupEvent, PersonFound, Reading

SENTENCE_KEYS = ("years", "months", "days", "life", "death_penalty", "in_absentia", "suspended", "regime")


def as_json(reading: Reading, found: Extraction) -> dict[str, Any]:
    """One document as `extract --json` prints it."""
    return {
        "path": reading.path,
        "sha256": reading.sha256,
        "text_length": len(reading.text),
        "articles": [_article(one) for one in found.articles],
        "people": [_person(one) for one in found.people],
        "group_events": [_group(one) for one in found.group_events],
        "figures": [_figure(one) for one in found.figures],
        "unsettled": [
            {"quote": u.quote, "start": u.start, "end": u.end, "reason": u.reason} for u in found.unsettled
        ],
    }


def _article(one: Article) -> dict[str, Any]:
    row: dict[str, Any] = {
        "title": one.title,
        "publisher": one.publisher,
        "published": one.published,
        "published_basis": one.published_basis,
        "language": one.language,
        "start": one.start,
        "end": one.end,
    }
    return row if one.repeats is None else row | {"repeats": one.repeats}


def _person(one: PersonFound) -> dict[str, Any]:
    return {
        "name": one.name,
        "also": list(one.also),
        "country": one.country,
        "gender": one.gender,
        "status": one.status,
        "facts": [_fact(claim) for claim in one.claims],
    }


def _fact(claim: Claim) -> dict[str, Any]:
    row: dict[str, Any] = {
        "kind": claim.kind,
        "date": claim.date,
        "date_basis": claim.date_basis,
        "modality": claim.modality,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "rule": claim.rule,
    }
    return row | dict(claim.values)


def _group(one: GroupEvent) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "date": one.date,
        "date_basis": one.date_basis,
        "count": one.count,
        "qualifier": one.qualifier,
        "quote": one.quote,
        "start": one.start,
        "end": one.end,
        "country": one.country,
        "place": one.place,
        "named": list(one.named),
        "rule": one.rule,
    }


def _figure(one: FigureFound) -> dict[str, Any]:
    return {
        "what": one.what,
        "count": one.count,
        "qualifier": one.qualifier,
        "date": one.date,
        "quote": one.quote,
        "start": one.start,
        "end": one.end,
        "country": one.country,
        "rule": one.rule,
    }


def as_table(reading: Reading, found: Extraction) -> str:
    """One document for a reader at a terminal."""
    lines = [f"{reading.path}: {len(found.articles)} articles, {len(found.people)} people"]
    for person in found.people:
        also = f" (also {', '.join(person.also)})" if person.also else ""
        lines.append(
            f"  {person.name}{also} · {person.status}{f' · {person.country}' if person.country else ''}"
        )
        lines += [
            f"    {c.kind:<18} {c.date or '–':<12} {c.modality:<9} “{_short(c.quote)}”" for c in person.claims
        ]
    lines += [
        f"  {g.kind} of {g.qualifier} {g.count} {g.date}: “{_short(g.quote)}”" for g in found.group_events
    ]
    lines += [f"  {f.what}: {f.qualifier} {f.count} {f.date}: “{_short(f.quote)}”" for f in found.figures]
    if found.unsettled:
        lines.append(f"  {len(found.unsettled)} passages left for a person to settle")
    return "\n".join(lines)


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= 90 else words[:89] + "…"
