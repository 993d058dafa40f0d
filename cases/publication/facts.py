"""What a published document of a person says in one value each: the arrest, the sentence, the release …

Plain Python over the document; the columns of `columns.py` are read from here.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from cases import dates, names
from cases.dates import PartialDate

Json = Mapping[str, Any]

# Modalities of what happened; what is planned or denied did not.
HAPPENED = ("stated", "reported")
RECOGNISED = ("recognised", "recognised_later")
CUSTODY_BEGINS = ("arrest", "house_arrest")


def partial(text: str | None) -> PartialDate | None:
    """The partial date of a document's text; None for none."""
    return dates.parse(text) if text else None


def day(text: str | None) -> date | None:
    """The calendar day of a document's text; None for none."""
    return date.fromisoformat(text) if text else None


def path(kind: str, title: str, public_id: str) -> str:
    """The address of a subject's page on this site: ``/people/maryia-kalesnikava-2x9…/``."""
    return f"/{kind}/{f'{names.slug(title)}-{public_id}'.lstrip('-')}/"


def joined(values: Iterable[str]) -> str:
    """Several values in one cell, each once, in the order given."""
    return "; ".join(dict.fromkeys(value for value in values if value))


def article(charge: Json) -> str:
    """An article with its code: ``BY-CC 361-4/1``; empty where the charge names none."""
    return f"{charge['law']} {charge['article']}".strip() if charge["article"] else ""


@dataclass(frozen=True)
class PersonFacts:
    """One person's document with the number and time of its version."""

    document: Json
    version: int
    at: datetime

    @property
    def id(self) -> str:
        return str(self.document["id"])

    @property
    def path(self) -> str:
        return path("people", self.document["name"], self.id)

    @property
    def status(self) -> Json:
        status: Json = self.document["status"]
        return status

    @cached_property
    def set_aside(self) -> frozenset[str]:
        """Ids of events that lost to another reading of the same thing."""
        conflicts = self.document["conflicts"]
        losers = {key for one in conflicts for key in one["events"] if key != one["current"]}
        return frozenset(losers - {one["current"] for one in conflicts})

    def latest(self, *kinds: str) -> Json | None:
        """The latest event of these kinds that happened, on the current reading; dated before undated."""
        found = [
            (_recency(event), place, event)
            for place, event in enumerate(self.document["events"])
            if event["kind"] in kinds and event["modality"] in HAPPENED and event["id"] not in self.set_aside
        ]
        return max(found, key=lambda one: one[:2], default=(None, None, None))[2]

    @staticmethod
    def date_of(event: Json | None) -> str:
        """The date of an event; empty for no event."""
        return str(event["date"]) if event else ""

    @cached_property
    def arrest(self) -> Json | None:
        return self.latest(*CUSTODY_BEGINS)

    @cached_property
    def sentence_event(self) -> Json | None:
        return self.latest("sentence")

    @cached_property
    def sentence(self) -> Json:
        """The penalty of the latest sentence; empty where there is none."""
        return (self.sentence_event or {}).get("sentence") or {}

    @cached_property
    def release_event(self) -> Json | None:
        """The latest release; None for somebody who is in custody, whatever came before."""
        return None if self.status["code"] == "detained" else self.latest("release")

    @cached_property
    def release(self) -> Json:
        return (self.release_event or {}).get("release") or {}

    @cached_property
    def charges(self) -> list[Json]:
        """Every charge, those of events first."""
        of_events = [charge for event in self.document["events"] for charge in event["charges"]]
        return [*of_events, *self.document["charges"]]

    @cached_property
    def recognised_by(self) -> list[Json]:
        """Organisations whose recognition stands."""
        recognitions = self.document["recognitions"]
        return [one["organisation"] for one in recognitions if one["decision"] in RECOGNISED]

    @property
    def other_names(self) -> list[str]:
        return [name["text"] for name in self.document["names"] if name["text"] != self.document["name"]]

    @property
    def open_period(self) -> Json | None:
        return next((period for period in self.document["periods"] if period["open"]), None)

    @cached_property
    def days_detained_min(self) -> int | None:
        """Days in custody that the sources vouch for; an open period counts to its last confirmation only."""
        if not self.document["periods"]:
            return None
        return sum(self._least(period) for period in self.document["periods"])

    def _least(self, period: Json) -> int:
        start, end = day(period["start_latest"]), day(period["end_earliest"])
        if period["open"]:
            confirmed = partial(self.status["last_confirmed_on"])
            end = confirmed.earliest if confirmed else None
        return max(0, (end - start).days) if start and end else 0

    @cached_property
    def closed_days_max(self) -> int | None:
        """The most days of custody in periods that have ended; None where a bound is missing."""
        total = 0
        for period in self.document["periods"]:
            if period["open"]:
                continue
            start, end = day(period["start_earliest"]), day(period["end_latest"])
            if start is None or end is None:
                return None
            total += (end - start).days
        return total if self.document["periods"] else None

    @cached_property
    def expected_release(self) -> tuple[date | None, date | None]:
        """The earliest and latest end of the term: from the beginning of custody, and from the sentence.

        Arithmetic and no forecast: days that count more than once, parole and pardon are not in it.
        """
        term, period = self.sentence, self.open_period
        served = term and not (term["suspended"] or term["life"] or term["death_penalty"])
        if period is None or not served or not any(term[unit] for unit in ("years", "months", "days")):
            return None, None
        sentenced = partial((self.sentence_event or {}).get("date"))
        begun, held_by = day(period["start_earliest"]), day(period["start_latest"])
        ends = [end for end in (held_by, sentenced.latest if sentenced else None) if end]
        return after(begun, term), after(max(ends, default=None), term)


def _recency(event: Json) -> tuple[date, bool]:
    """By the date as far as known; of two on one date the one that says the term."""
    known = partial(event["date"])
    first = (known.earliest or known.latest) if known else None
    term = event["sentence"] or {}
    return first or date.min, any(
        term.get(part) for part in ("years", "months", "days", "life", "death_penalty")
    )


def after(start: date | None, term: Json) -> date | None:
    """The day on which a term of years, months and days that begins on `start` is over."""
    if start is None:
        return None
    months = start.month - 1 + (term["months"] or 0) + 12 * (term["years"] or 0)
    year, month = start.year + months // 12, months % 12 + 1
    if year > date.max.year:
        return None
    first = date(year, month, 1)
    ordinal = first.toordinal() + min(start.day, monthrange(year, month)[1]) - 1 + (term["days"] or 0)
    return date.fromordinal(ordinal) if ordinal <= date.max.toordinal() else None
