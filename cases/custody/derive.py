"""From a person's events to custody: order them, decide between them, tell the story, read it at a date."""

from collections.abc import Iterable
from datetime import date

from cases.custody import reasons
from cases.custody.disputes import Settlement, set_aside_by_hand, settle
from cases.custody.order import in_order
from cases.custody.story import Change, Story
from cases.custody.values import HAPPENED, Conflict, Custody, CustodyFact, Period, Placed, latest, place
from cases.dates import PartialDate
from cases.vocab import EVENT_KINDS, LEGAL_STAGES, Effect

_STAGES = LEGAL_STAGES.codes
_IN_CUSTODY = (Effect.HOLDS, Effect.CONFIRMS, Effect.FREES)


def custody(facts: Iterable[CustodyFact], on: date | None = None) -> Custody:
    """Custody and legal stage by these facts, on the latest evidence or on a day.

    On a day between the bounds of a change the status is ``unknown``. Periods and conflicts are those of all
    facts, whatever the day. The order of the facts never matters.
    """
    happened, denied, out = _sorted_out(facts)
    settled = settle(in_order(happened), denied)
    standing = _standing(happened, settled)
    story = _story(standing, settled, on)
    conflicts = sorted(
        [*settled.conflicts, *set_aside_by_hand(out, standing)], key=lambda one: (one.what, one.facts)
    )
    known = [one for one in standing if on is None or one.first <= on]
    change, otherwise = _at(story.changes, on)
    return Custody(
        status=change.status if change else "unknown",
        stage=_stage(known),
        since=change.since if change and change.status != "unknown" else None,
        last_confirmed=_last_confirmed(change, known),
        reported_only=change is not None and not any(one.stated for one in change.facts),
        periods=_periods(story),
        conflicts=tuple(conflicts),
        reason=_reason(change, otherwise, conflicts),
    )


def status(facts: Iterable[CustodyFact]) -> str:
    """The status by these facts on the latest evidence, alone: as `custody` has it, at less cost."""
    happened, denied, _ = _sorted_out(facts)
    settled = settle(in_order(happened), denied)
    return _story(_standing(happened, settled), settled, None).status


def _standing(happened: list[Placed], settled: Settlement) -> list[Placed]:
    """The facts that count, in order."""
    return in_order(one for one in happened if one.fact.id not in settled.aside)


def _story(standing: list[Placed], settled: Settlement, on: date | None) -> Story:
    story = Story(settled.current)
    for one in standing:
        story.tell(one)
    story.finish(on)
    return story


def _sorted_out(facts: Iterable[CustodyFact]) -> tuple[list[Placed], list[Placed], list[Placed]]:
    """What happened, what is denied, and what a researcher set aside, sorted by id."""
    known = sorted((fact for fact in facts if fact.kind in EVENT_KINDS), key=lambda fact: fact.id)
    happened = [place(fact) for fact in known if fact.modality in HAPPENED and fact.chosen is not False]
    denied = [place(fact) for fact in known if fact.modality == "denied" and fact.chosen is not False]
    out = [place(fact) for fact in known if fact.modality in HAPPENED and fact.chosen is False]
    return happened, denied, out


def _at(changes: list[Change], on: date | None) -> tuple[Change | None, str]:
    """The change that holds at a day, or none and why."""
    if on is None:
        return (changes[-1], "") if changes else (None, reasons.NOTHING_KNOWN)
    certain = [number for number, change in enumerate(changes) if change.last <= on]
    later = changes[certain[-1] + 1 :] if certain else changes
    if any(change.first <= on for change in later):
        return None, reasons.BETWEEN
    return (changes[certain[-1]], "") if certain else (None, reasons.NOTHING_KNOWN)


def _periods(story: Story) -> tuple[Period, ...]:
    held = story.held
    still = [Period(held.start, None, True, held.start_fact.fact.id, "")] if held else []
    return (*story.periods, *still)


def _last_confirmed(change: Change | None, known: list[Placed]) -> PartialDate | None:
    """The latest date that has the person in custody, or that ended it."""
    signs = [one for one in known if one.effect in _IN_CUSTODY and _held_in(one.fact)]
    if change and change.status == "released" and change.since:
        return change.since
    if change and change.status == "deceased":
        signs += [one for one in change.facts if signs]
    return latest(signs)


def _held_in(fact: CustodyFact) -> bool:
    return not (fact.in_absentia or fact.suspended or fact.non_custodial)


def _stage(ordered: list[Placed]) -> str:
    """The furthest stage of the latest case: an arrest after a release, or a step after the end, is new."""
    stage, freed = "none", False
    for one in ordered:
        begins = EVENT_KINDS[one.kind].stage
        if one.kind == "release":
            freed = True
            begins = "" if one.fact.manner == "bail" else begins
        new_case = stage == "closed" or (freed and one.kind in ("arrest", "house_arrest"))
        if begins and (new_case or _STAGES.index(begins) > _STAGES.index(stage)):
            stage = begins
        if one.kind in ("arrest", "house_arrest"):
            freed = False
    return stage


def _reason(change: Change | None, otherwise: str, conflicts: list[Conflict]) -> str:
    if change is None:
        return otherwise
    said = [reasons.sentence(change.why, _told_on(change))]
    if change.status != "unknown" and not any(one.stated for one in change.facts):
        said.append(reasons.HEDGED)
    ids = {one.fact.id for one in change.facts}
    said += [one.reason for one in conflicts if one.what == "custody" and one.current in ids]
    return " ".join(said)


def _told_on(change: Change) -> PartialDate | None:
    """The date that the sentence names: of the custody's last sign where only signs are known."""
    if change.why == reasons.CONFIRMED:
        return latest(change.facts)
    return change.facts[0].when if change.why == reasons.SENTENCED else change.since
