"""What goes into the derivation of custody and what comes out, and a fact's place in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.dates import PartialDate, from_date, interval, parse
from cases.vocab import EVENT_KINDS, Effect

HAPPENED = ("stated", "reported")


@dataclass(frozen=True, slots=True)
class CustodyFact:
    """One event as custody needs it."""

    id: str
    kind: str  # a code of EVENT_KINDS
    date: PartialDate | None
    modality: str
    published: PartialDate | None = None  # of the newest source that supports it
    manner: str = ""  # of the release or of the arrest
    conditions: tuple[str, ...] = ()  # of the release
    in_absentia: bool = False
    suspended: bool = False
    non_custodial: bool = False  # a fine only, or an open institution
    length: tuple[int, int, int] = (0, 0, 0)  # of the sentence, in years, months and days
    chosen: bool | None = None  # a researcher's ruling: this reading, or set aside
    ruling: str = ""  # why


@dataclass(frozen=True, slots=True)
class Period:
    """A time in custody. Ends are as far as known: a fact's own date, or the bounds that the facts leave."""

    start: PartialDate | None
    end: PartialDate | None
    open: bool  # no fact ends it
    start_fact: str
    end_fact: str  # "" where it is open, or where only a later arrest shows that it ended

    @property
    def start_earliest(self) -> date | None:
        return self.start.earliest if self.start else None

    @property
    def start_latest(self) -> date | None:
        return self.start.latest if self.start else None

    @property
    def end_earliest(self) -> date | None:
        return self.end.earliest if self.end else None

    @property
    def end_latest(self) -> date | None:
        return self.end.latest if self.end else None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Facts that cannot all be true, the one that is followed, and why in a public sentence."""

    what: str  # "custody", "date" or "length"
    facts: tuple[str, ...]
    current: str  # "" where a researcher set a fact aside and nothing stands against it
    reason: str


@dataclass(frozen=True, slots=True)
class Custody:
    """Custody, legal stage and their grounds, at a date or on the latest evidence."""

    status: str  # a code of STATUSES
    stage: str  # a code of LEGAL_STAGES
    since: PartialDate | None
    last_confirmed: PartialDate | None
    reported_only: bool  # no source says it without a hedge
    periods: tuple[Period, ...]
    conflicts: tuple[Conflict, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A fact with the first and the last day on which it can have happened."""

    fact: CustodyFact
    when: PartialDate | None
    first: date
    last: date

    @property
    def kind(self) -> str:
        return self.fact.kind

    @property
    def stated(self) -> bool:
        return self.fact.modality == "stated"

    @property
    def effect(self) -> Effect:
        return EVENT_KINDS[self.fact.kind].effect


def place(fact: CustodyFact) -> Placed:
    """A fact's place in time. Nothing that happened did so after the newest source that tells it."""
    told = fact.published.latest if fact.published else None
    when = fact.date
    if when is None and EVENT_KINDS[fact.kind].effect is Effect.CONFIRMS:
        when = fact.published  # "remains in prison" is said of the day of the source
    first = (when.earliest if when else None) or date.min
    last = (when.latest if when else None) or told or date.max
    if told and first <= told < last:
        last = told
    return Placed(fact, when, first, last)


def by(placed: Placed) -> PartialDate | None:
    """Open at the beginning: at some time, by the date of a fact."""
    if placed.last == date.max:
        return None
    told = placed.when or placed.fact.published
    if told and told.precision != "interval" and told.latest == placed.last:
        return interval(None, told)
    return interval(None, from_date(placed.last))


def between(first: date, last: date) -> PartialDate | None:
    """Some time between two days, of which the extremes mean that nothing is known."""
    if first == date.min and last == date.max:
        return None
    start = from_date(first) if first != date.min else None
    end = from_date(last) if last != date.max else None
    return interval(start, end) if not (start and end) or first <= last else parse(end.edtf)


def latest(placed: Iterable[Placed]) -> PartialDate | None:
    """The latest date among facts that are dated; a single day before a month that holds it."""
    dated = [one for one in placed if one.when and one.when.earliest]
    best = max(
        dated, key=lambda one: (one.first, one.when.precision == "day" if one.when else False), default=None
    )
    return best.when if best else None
