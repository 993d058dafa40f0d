"""Custody as the public may know it: derived anew from the public events, and from nothing else of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cases import dates
from cases.custody import Custody, CustodyFact, Period, custody
from cases.dates import PartialDate
from cases.publication.facts import partial
from cases.publication.registry import Row, take

Json = dict[str, Any]


def standing(events: Sequence[Row], order: Sequence[str]) -> Json:
    """Status, conflicts and periods by these public events, which the document has in this order (ids)."""
    return _derived(custody([fact(row) for row in events]), order)


def fact(event: Row) -> CustodyFact:
    """A public event as the derivation of custody reads it; what is not public of it does not count."""
    values = take("event", event)
    sentence, release = event.public("sentence"), event.public("release")
    penalty = take("sentence", sentence) if sentence else {}
    freed = take("release", release) if release else {}
    return CustodyFact(
        id=values["public_id"],
        kind=values["kind"],
        date=partial(values["date"]),
        modality=values["modality"],
        published=_newest(event),
        manner=freed.get("manner") or values["manner"],
        conditions=tuple(codes(freed.get("conditions", ""))),
        in_absentia=bool(penalty.get("in_absentia")),
        suspended=bool(penalty.get("suspended")),
        non_custodial=_non_custodial(penalty),
        length=(penalty.get("years") or 0, penalty.get("months") or 0, penalty.get("days") or 0),
        chosen=values["chosen"],
        ruling=values["ruling"],
    )


def codes(text: str) -> list[str]:
    """The codes of a comma-joined column."""
    return [code.strip() for code in text.split(",") if code.strip()]


def _derived(derived: Custody, order: Sequence[str]) -> Json:
    """Status, conflicts and periods; events of a conflict in the order of the document."""
    place = {key: number for number, key in enumerate(order)}
    conflicts = [
        {
            "what": conflict.what,
            "current": conflict.current,
            "events": sorted(conflict.facts, key=place.__getitem__),
            "reason": conflict.reason,
        }
        for conflict in derived.conflicts
    ]
    return {
        "status": {
            "code": derived.status,
            "stage": derived.stage,
            "since": _edtf(derived.since),
            "last_confirmed_on": _edtf(derived.last_confirmed),
            "reported_only": derived.reported_only,
            "reason": derived.reason,
        },
        "conflicts": sorted(conflicts, key=lambda one: ([place[key] for key in one["events"]], one["what"])),
        "periods": [_period(period) for period in derived.periods],
    }


def _period(period: Period) -> Json:
    return {
        "start": _edtf(period.start),
        "start_earliest": iso(period.start_earliest),
        "start_latest": iso(period.start_latest),
        "end": _edtf(period.end),
        "end_earliest": iso(period.end_earliest),
        "end_latest": iso(period.end_latest),
        "open": period.open,
    }


def _newest(event: Row) -> PartialDate | None:
    sources = [c.public("source") for c in event.publics("citations") if c.values["stance"] == "supports"]
    published = [partial(source.values["published"]) for source in sources if source]
    return max((one for one in published if one), key=dates.sort_key, default=None)


def _non_custodial(penalty: Json) -> bool:
    """An open institution, or a fine and no term."""
    if not penalty:
        return False
    term = any(penalty[part] for part in ("years", "months", "days", "life", "death_penalty"))
    return penalty["regime"] == "open" or (penalty["fine_amount"] is not None and not term)


def _edtf(known: PartialDate | None) -> str:
    return known.edtf if known else ""


def iso(day: date | None) -> str:
    """A calendar day as the document has it; empty for none."""
    return day.isoformat() if day else ""
