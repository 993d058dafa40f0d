"""Facts in order, told as a story: taken, held, set free, at large, dead, with the periods in custody."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from cases.custody import reasons
from cases.custody.order import TAKEN
from cases.custody.values import Period, Placed, between, by
from cases.dates import PartialDate


@dataclass(slots=True)
class Change:
    """From some day between `first` and `last` on, the person's status is this."""

    status: str
    first: date
    last: date
    since: PartialDate | None
    facts: list[Placed]  # that say so
    why: str  # a sentence of `reasons`, with its date to be put in


@dataclass(slots=True)
class Held:
    """The period in custody that is open."""

    start: PartialDate | None
    first: date
    start_fact: Placed
    taken_as: str  # arrest, house_arrest, disappearance, or the kind that shows custody
    facts: list[Placed]
    ends: tuple[date, date] | None = None  # when days of administrative arrest are over
    penalty: Placed | None = None  # a penalty that takes no liberty, the last that is heard


@dataclass(slots=True)
class Story:
    """The changes of status and the periods, as facts are told one by one."""

    current: dict[str, Placed]
    changes: list[Change] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    held: Held | None = None
    exiled: bool = False

    @property
    def status(self) -> str:
        return self.changes[-1].status if self.changes else "unknown"

    def tell(self, placed: Placed) -> None:
        """Take the next fact in order."""
        teller = TELLERS.get(placed.kind)
        if teller is not None and self.status != "deceased":
            teller(self, placed)

    def finish(self, on: date | None) -> None:
        """Nothing more is known: what ends by itself has ended."""
        if self.held:
            self._let_run_out(on)

    # --- What the tellers do

    def dated(self, placed: Placed) -> Placed:
        """The fact that dates an event of which this is one telling."""
        return self.current.get(placed.fact.id, placed)

    def open(self, placed: Placed, start: PartialDate | None, first: date, why: str) -> None:
        self.held = Held(start, first, placed, placed.kind, [placed])
        self.changes.append(Change("detained", first, placed.last, start, self.held.facts, why))

    def close(self, end: PartialDate | None, end_fact: str) -> None:
        if self.held:
            self.periods.append(Period(self.held.start, end, False, self.held.start_fact.fact.id, end_fact))
        self.held = None

    def close_before(self, placed: Placed) -> None:
        """Custody ended at a time not known, between its last sign and this fact."""
        self._let_run_out(placed.first)
        if self.held is None:
            return
        first = max(one.first for one in self.held.facts)
        end = between(first, placed.last)
        self.changes.append(Change("unknown", first, placed.last, end, [placed], reasons.NO_LONGER))
        self.close(end, "")

    def change(self, status: str, placed: Placed, why: str) -> None:
        self.changes.append(Change(status, placed.first, placed.last, placed.when, [placed], why))

    def start_between(self, placed: Placed) -> tuple[PartialDate | None, date]:
        """Custody shown by a fact began at some time since the last change, or at any time before."""
        if not self.changes:
            return by(placed), date.min
        first = self.changes[-1].first
        return between(first, placed.last), first

    def _let_run_out(self, by_day: date | None) -> None:
        held = self.held
        if held is None:
            return
        if held.penalty is not None:
            self.change("released", held.penalty, reasons.NO_PRISON)
            self.close(held.penalty.when, held.penalty.fact.id)
        elif held.ends and (by_day is None or by_day > held.ends[1]):
            first, last = held.ends
            end = between(first, last)
            self.changes.append(Change("unknown", first, last, end, [held.facts[-1]], reasons.TERM_OVER))
            self.close(end, held.facts[-1].fact.id)


def _take(story: Story, placed: Placed) -> None:
    """An arrest, house arrest or disappearance."""
    dated = story.dated(placed)
    held = story.held
    if held and held.penalty is None:
        same = story.dated(held.start_fact) is dated
        moved = held.taken_as in TAKEN and held.taken_as != placed.kind
        if same or moved:
            held.facts.append(placed)
            held.taken_as = placed.kind
            held.ends = None
            return
    story.close_before(dated)
    story.exiled = False
    story.open(dated, dated.when or by(dated), dated.first, reasons.ARRESTED)
    if story.held:
        story.held.taken_as = placed.kind


def _confirm(story: Story, placed: Placed) -> None:
    held = story.held
    if held:
        held.facts.append(placed)
        held.ends = held.penalty = None
        return
    start, first = story.start_between(placed)
    story.open(placed, start, first, reasons.CONFIRMED)


def _sentence(story: Story, placed: Placed) -> None:
    fact = placed.fact
    if fact.in_absentia:
        _not_present(story, placed)
    elif fact.suspended or fact.non_custodial:
        if story.held:
            story.held.penalty = placed
        elif story.status == "unknown":
            story.change("at_large", placed, reasons.NO_PRISON)
    else:
        _imprison(story, placed)


def _not_present(story: Story, placed: Placed) -> None:
    if story.held is None:
        if story.status == "at_large":
            story.changes[-1].facts.append(placed)
        else:
            story.change("at_large", placed, reasons.ABSENT)


def _imprison(story: Story, placed: Placed) -> None:
    if story.held is None:
        sought = story.status == "at_large" and story.changes[-1].why != reasons.NO_PRISON
        if sought or (story.status == "released" and story.exiled):
            return  # nobody says that the person was caught, or came back
        if story.status == "unknown":
            start, first = story.start_between(placed)
        else:
            start, first = placed.when or by(placed), placed.first
        story.open(placed, start, first, reasons.SENTENCED)
    else:
        story.held.facts.append(placed)
        story.held.penalty = None
    if story.held:
        story.held.ends = _days_over(story.held, placed)


def _days_over(held: Held, placed: Placed) -> tuple[date, date] | None:
    """When days of administrative arrest end, from the arrest at the earliest; None for longer terms."""
    years, months, days = placed.fact.length
    if years or months or not days or placed.when is None or placed.last == date.max:
        return None
    counted = timedelta(days=days)
    first = placed.first if held.first == date.min else max(placed.first, held.first + counted)
    return first, placed.last + counted


def _free(story: Story, placed: Placed) -> None:
    dated = story.dated(placed)
    same = story.changes and story.changes[-1].status == "released" and _tells(story.changes[-1], dated)
    if same:
        story.changes[-1].facts.append(placed)
    else:
        if story.held is None:
            start, _ = story.start_between(dated)
            story.periods.append(Period(start, dated.when, False, dated.fact.id, dated.fact.id))
        story.close(dated.when, dated.fact.id)
        story.changes.append(Change("released", dated.first, dated.last, dated.when, [placed], reasons.FREED))
        story.exiled = False
    story.exiled = story.exiled or "forced_exile" in placed.fact.conditions


def _tells(change: Change, dated: Placed) -> bool:
    return change.since == dated.when and (change.first, change.last) == (dated.first, dated.last)


def _expel(story: Story, placed: Placed) -> None:
    if story.held:
        story.close(placed.when, placed.fact.id)
        story.change("released", placed, reasons.EXPELLED)
    elif story.status == "at_large":
        story.changes[-1].facts.append(placed)
    elif story.status != "released":
        story.change("at_large", placed, reasons.EXPELLED)
    story.exiled = True


def _seek(story: Story, placed: Placed) -> None:
    if story.held:
        if placed.first <= max(one.last for one in story.held.facts):
            return
        story.close_before(placed)
    if story.status == "at_large":
        story.changes[-1].facts.append(placed)
    else:
        story.change("at_large", placed, reasons.WANTED)


def _die(story: Story, placed: Placed) -> None:
    dated = story.dated(placed)
    if story.held and story.held.penalty:
        story.close_before(dated)
    story.close(dated.when, dated.fact.id)
    story.changes.append(Change("deceased", dated.first, dated.last, dated.when, [placed], reasons.DIED))


TELLERS: dict[str, Callable[[Story, Placed], None]] = {
    "arrest": _take,
    "house_arrest": _take,
    "disappearance": _take,
    "pretrial_detention": _confirm,
    "still_held": _confirm,
    "incommunicado": _confirm,
    "transfer": _confirm,
    "hospitalisation": _confirm,
    "visit": _confirm,
    "sentence": _sentence,
    "release": _free,
    "exile": _expel,
    "wanted": _seek,
    "death": _die,
}
