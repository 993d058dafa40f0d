"""Where facts contradict each other: which is followed, which are set aside, and why."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from cases.custody import reasons
from cases.custody.order import TAKEN, loosely_compatible, same_event
from cases.custody.values import Conflict, Placed
from cases.dates import compatible, refines
from cases.vocab import Effect

# Held so long after an undisputed release means imprisoned again, not that the release is in doubt.
AGAIN_DAYS = 180
# Kinds that say of a day that the person is held, and so contradict a release before it.
HELD_KINDS = ("still_held", "incommunicado", "transfer", "hospitalisation", "visit")


@dataclass(slots=True)
class Settlement:
    """Facts to leave out, the fact that dates each arrest, release or death, and the conflicts."""

    aside: set[str] = field(default_factory=set)
    current: dict[str, Placed] = field(default_factory=dict)  # by the id of any fact of the same event
    conflicts: list[Conflict] = field(default_factory=list)

    def add(self, what: str, current: Placed, others: Iterable[Placed], reason: str) -> None:
        losers = sorted({one.fact.id for one in others})
        self.aside.update(losers)
        self.conflicts.append(Conflict(what, (current.fact.id, *losers), current.fact.id, reason))


def settle(ordered: list[Placed], denied: list[Placed]) -> Settlement:
    """Decide between the facts that contradict each other."""
    settled = Settlement()
    for kind in ("arrest", "release", "death"):
        for cluster in _clusters(ordered, kind):
            _settle_date(cluster, settled)
    _settle_lengths([one for one in ordered if one.kind == "sentence"], settled)
    left = [one for one in ordered if one.fact.id not in settled.aside]
    for end in _ends(left, settled):
        _settle_custody(end, left, settled)
    for no in denied:
        same = [one for one in left if one.kind == no.kind and same_event(one, no)]
        if same:
            best = max(same, key=_strength)
            ids = (best.fact.id, no.fact.id)
            settled.conflicts.append(Conflict("custody", ids, best.fact.id, reasons.DENIED))
    return settled


def set_aside_by_hand(facts: Iterable[Placed], ordered: list[Placed]) -> list[Conflict]:
    """The conflicts of facts that a researcher set aside, each with what is followed in its stead."""
    conflicts = []
    for out in facts:
        rivals = [one for one in ordered if one.kind == out.kind and same_event(one, out)]
        rivals = rivals or [one for one in ordered if _opposed(one, out)]
        best = max(rivals, key=_strength, default=None)
        ids = (best.fact.id, out.fact.id) if best else (out.fact.id,)
        reason = out.fact.ruling or reasons.RULED
        what = "date" if best and best.kind == out.kind else "custody"
        conflicts.append(Conflict(what, ids, best.fact.id if best else "", reason))
    return conflicts


def _clusters(ordered: list[Placed], kind: str) -> list[list[Placed]]:
    """Facts of a kind that could be one event: nothing of the other side stands between them."""
    clusters: list[list[Placed]] = []
    broken = True
    for one in ordered:
        if one.kind == kind:
            if broken or not same_event(clusters[-1][0], one):
                clusters.append([])
            clusters[-1].append(one)
            broken = False
        elif _breaks(one, kind) and clusters:
            broken = broken or one.first > clusters[-1][-1].last or kind == "arrest"
    return clusters


def _breaks(one: Placed, kind: str) -> bool:
    if kind == "arrest":
        # Days of administrative arrest end by themselves, so that the next arrest is another.
        days = one.fact.length[2] and not any(one.fact.length[:2])
        return one.effect in (Effect.FREES, Effect.DIES) or one.kind == "exile" or bool(days)
    return kind == "release" and (one.kind in TAKEN or _imprisons(one))


def _imprisons(one: Placed) -> bool:
    fact = one.fact
    return fact.kind == "sentence" and not (fact.in_absentia or fact.suspended or fact.non_custodial)


def _settle_date(cluster: list[Placed], settled: Settlement) -> None:
    dated = [one for one in cluster if one.when]
    if not dated:
        current = max(cluster, key=_strength)
    else:
        current = max(dated, key=_strength)
        # A month from a firmer source, and a day in it from another, make the day.
        finer = [one for one in dated if one.when and current.when and refines(one.when, current.when)]
        finer = [one for one in finer if one.stated or not current.stated]
        if finer and current.fact.chosen is not True:
            current = max(finer, key=lambda one: (one.first - one.last, _strength(one)))
    settled.current.update({one.fact.id: current for one in cluster})
    others = [
        one for one in dated if one.when and current.when and not loosely_compatible(one.when, current.when)
    ]
    if others:
        settled.add("date", current, others, _why_date(current, others))


def _why_date(current: Placed, others: list[Placed]) -> str:
    if current.fact.chosen:
        return current.fact.ruling or reasons.RULED
    if current.stated and not any(one.stated for one in others):
        return reasons.WITHOUT_HEDGE
    if _exact(current) and not any(_exact(one) for one in others):
        return reasons.EXACT_DATE
    if all(_told(current) > _told(one) for one in others):
        return reasons.LATER_SOURCE
    return reasons.EARLIER_DATE


def _settle_lengths(sentences: list[Placed], settled: Settlement) -> None:
    """Two lengths for a sentence of one day: both stay in the record, the later source is followed."""
    known = [one for one in sentences if any(one.fact.length) and one.when and one.when.precision == "day"]
    for a, b in combinations(known, 2):
        if a.when and b.when and compatible(a.when, b.when) and a.fact.length != b.fact.length:
            if {a.fact.id, b.fact.id} & settled.aside:
                continue
            best, other = sorted((a, b), key=_strength, reverse=True)
            reason = (best.fact.ruling or reasons.RULED) if best.fact.chosen else reasons.LENGTHS
            settled.add("length", best, [other], reason)


def _ends(ordered: list[Placed], settled: Settlement) -> list[list[Placed]]:
    """Releases and deaths, those of one event together."""
    groups: dict[str, list[Placed]] = {}
    for one in ordered:
        if one.kind in ("release", "death"):
            groups.setdefault(settled.current[one.fact.id].fact.id, []).append(one)
    return list(groups.values())


def _settle_custody(end: list[Placed], ordered: list[Placed], settled: Settlement) -> None:
    """A release or death against later facts that the person is held, with no arrest between."""
    current = settled.current[end[0].fact.id]
    rivals = _held_after(current, ordered)
    if not rivals:
        return
    best = max(rivals, key=_strength)
    last_end = max(end, key=_strength)
    if _is_again(last_end, best):
        return
    if _beats(best, last_end):
        settled.add("custody", best, end, _why_custody(best, last_end))
    else:
        settled.add("custody", last_end, rivals, _why_custody(last_end, best))


def _held_after(end: Placed, ordered: list[Placed]) -> list[Placed]:
    rivals = []
    for one in ordered[ordered.index(end) + 1 :]:
        if one.first <= end.last:
            continue
        if end.kind == "release" and (one.kind in (*TAKEN, "pretrial_detention") or _imprisons(one)):
            break
        if one.kind in HELD_KINDS or (end.kind == "death" and one.effect in (Effect.HOLDS, Effect.CONFIRMS)):
            rivals.append(one)
    return rivals


def _is_again(end: Placed, held: Placed) -> bool:
    ruled = end.fact.chosen is True or held.fact.chosen is True
    far = held.first - end.last > timedelta(days=AGAIN_DAYS)
    return end.kind == "release" and end.stated and far and not ruled


def _beats(held: Placed, end: Placed) -> bool:
    if held.fact.chosen is not end.fact.chosen:
        return held.fact.chosen is True
    if held.stated is not end.stated:
        return held.stated
    if end.kind == "death" and end.stated:
        return False
    return (_told(held), held.last) > (_told(end), end.last)


def _why_custody(winner: Placed, loser: Placed) -> str:
    if winner.fact.chosen:
        return winner.fact.ruling or reasons.RULED
    later = _told(winner) > _told(loser)
    if winner.stated and not loser.stated:
        return reasons.LATER_WITHOUT_HEDGE if later else reasons.WITHOUT_HEDGE
    if winner.kind == "death":
        return reasons.DEATH_STANDS
    return reasons.LATER_SOURCE if later else reasons.LATER_FACT


def _opposed(one: Placed, out: Placed) -> bool:
    held = (Effect.HOLDS, Effect.CONFIRMS)
    ends = (Effect.FREES, Effect.DIES)
    return (one.effect in held and out.effect in ends) or (one.effect in ends and out.effect in held)


def _exact(one: Placed) -> bool:
    return one.when is not None and not (one.when.approximate or one.when.uncertain)


def _told(one: Placed) -> date:
    """When the newest source for a fact was published; the calendar's first day if nobody knows."""
    return (one.fact.published.latest if one.fact.published else None) or date.min


def _strength(one: Placed) -> tuple[bool, bool, bool, date, int, str]:
    """The firmer fact: ruled, without a hedge, exact, of the later source, of the earlier date."""
    return (one.fact.chosen is True, one.stated, _exact(one), _told(one), -one.first.toordinal(), one.fact.id)
