"""What one sentence lends to the next: the day of a verdict, and those whom a verdict names.

A report tells the verdict once ("On 20 June the court delivered its verdict") and then who received what,
sentence by sentence; the day stands for all of them. "These journalists" are those of whom it has just told.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from importers.clues import ALL, Clue
from importers.memory import COUNTS
from importers.occasions import is_scene, note_occasions, own_dates
from importers.spans import Claim, Span
from importers.view import P

if TYPE_CHECKING:
    from importers.memory import Memory
    from importers.mentions import Person
    from importers.rules.base import Context, Values
    from importers.view import View

TERM = ("years", "months", "days", "life", "death_penalty")
# A list of terms goes on as long as each next one stands within so many sentences of the last.
REACH = 4
MONTH, DAY = len("2020-05"), len("2020-05-01")
NEWS_KINDS = ("arrest", "release")
YOUNG = 10  # days into a month, in which a report may still tell of the last
BESIDE = 60  # characters behind a claim in which a date would be its own
# Somebody else's arrest, told beside that of the news.
_ELSE = regex.compile(
    r"\b(?:another|other|similar\w*|recently|likewise|separate\w*|also|meanwhile|since|repeated\w*|"
    r"several times|in the past|history|until|after|before|first|again)\b",
    regex.I,
)
_JOINED = regex.compile(r"\ue010\ue011*\s+and\s+(?:\w+ly\s+|then\s+|also\s+)*$", regex.I)
_STOPS = regex.compile(r"[,;:]")
SCENE_REACH = 2
STORY_REACH = 5
VERDICT = 5  # the rank of a sentence among the events of a case
_VERDICT = Clue(
    r"\b(?:deliver|announc|hand|pronounc|issu|read|pass|render|return|impos|g[ai]v)\w*\s+(?:down\s+|out\s+)?"
    r"(?:(?:its|the|their|a|an|his|her)\s+)?(?:(?!not\b)[\w-]+\s+){0,3}?"
    r"(?:verdicts?|judg(?:e)?ments?|sentences?|rulings?)\b"
    r"|\breceiv(?:e|ed|ing)\s+(?:[\w-]+\s+){0,3}?(?:sentences?|terms?)\b"
    r"|\b(?:verdicts?|judg(?:e)?ments?|sentences?),?\s+(?:(?:which\s+)?(?:was|were)\s+)?(?:delivered|announced|"
    r"handed down|read out|pronounced|issued)\b"
    r"|\b(?:found|finds)\s+(?:(?!not\b)(?:[\w’'-]+|\ue000\ue001*)\s+){0,9}?guilty\b|\bconvict(?:ed|s)\b"
    r"|\b(?:trial|proceedings|hearing)\b[^,;.]{0,40}?\b(?:ended|concluded|closed)\b",
)
_EARLIER = Clue(
    r"\b(?:previous(?:ly)?|earlier|formerly|once|had (?:already |also )?been|already|before that|years ago|"
    r"initially|separately|another case|later|subsequently)\b",
)
_ASIDE = regex.compile(r"\b(?:who|which|had|has|have|been|since|while serving|whose)\b[^,;]*$", regex.I)
_AT_ONCE = regex.compile(
    r"\s*(?:(?:up)?on (?:his|her|their) (?:arrival|return)|immediately|at once)\b", regex.I
)
_OPENS = regex.compile(r"\W*(?:early |late )?(?:on|in the (?:morning|evening|night) of)?\s*", regex.I)
_ASKED = Clue(
    r"\b(?:prosecut\w+|demand\w*|request\w*|ask\w*|seek\w*|expect\w*|will|overturn\w*|appeal\w*)\b",
)

_COUNTED = Clue(
    rf"\b(?P<count>(?:{'|'.join(COUNTS)})|\d{{1,3}})\s+(?:[\w’'-]+\s+){{0,5}}?[\w’'-]+,?\s+(?:[–—-]\s+)?"
    r"(?:including|among\s+them|one\s+of\s+them|amongst\s+them)\b",
)
# A letter: "P, who is in detention, writes from Prison No. 5:".
_AUTHOR = Clue(
    rf"(?P<name>{P})[^:“”\"\ue000]{{0,120}}\bwrites?\b[^:“”\"\ue000]{{0,80}}:",
)
_GOES_ON = regex.compile(r"\W*(?:he|she)\b", regex.I)
_UNNAMED = regex.compile(
    r"\W*(?:the |all |those )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|dozens of|"
    r"hundreds of|several|some|many)\s+(?:[\w-]+\s+){0,2}(?:women|men|people|[\w-]+s)\b",
    regex.I,
)
_OF_GROUP = regex.compile(
    r"\b(?:those|among (?:the|those)(?: \w+){0,3})\s+(?:who (?:were|had been)\s+)?$", regex.I
)


def note_verdict(view: "View", sentence: Span, memory: "Memory", number: int) -> None:
    """Keep the one date of a sentence that tells that a verdict was given."""
    dates = [one for one in own_dates(view, sentence) if not one.future]
    if len(dates) != 1 or len(dates[0].edtf) not in (MONTH, DAY):
        return
    words = view.masked[sentence.start : sentence.end]
    here = memory.clues
    if _VERDICT.search(here, words) and not (_ASKED.search(here, words) or _EARLIER.search(here, words)):
        memory.verdict = (dates[0].edtf, number)
        memory.verdicts.add(dates[0].edtf)


def carried(ctx: "Context", kind: str, values: "Values", number: int) -> str:
    """The day of the verdict just told, for a term that stands without a date; "" where none is told."""
    memory = ctx.reader.memory
    start = ctx.reader.sentence.start
    words = (
        ctx.masked[start : start + 40] + " ; " + ctx.before(70) + ctx.masked[ctx.hit.start : ctx.hit.end + 40]
    )
    if (
        kind != "sentence"
        or memory.verdict is None
        or number - memory.verdict[1] > REACH
        or not any(values.get(key) for key in TERM)
        or any(values.get(key) for key in ("_serving", "_since"))
        or (memory.verdict[1] != number and ctx.view.dates_in(ctx.territory.start, ctx.territory.end))
        or _EARLIER.search(ALL, words)  # they may reach into the next sentence
    ):
        return ""
    memory.verdict = (memory.verdict[0], number)
    return memory.verdict[0]


def keep_date(memory: "Memory", kind: str, edtf: str, number: int) -> None:
    """A date told is known for what follows; that of a sentence is a verdict's."""
    if kind == "sentence" and len(edtf) in (MONTH, DAY):
        memory.verdict = (edtf, number)
        memory.verdicts.add(edtf)
    memory.told_dates.setdefault(kind, set()).add(edtf)


def of_one_event(
    claims: list[tuple["Person", Claim]], memory: "Memory", view: "View"
) -> list[tuple["Person", Claim]]:
    """Terms without a date are of the one verdict of an article, arrests of the one that a report tells."""
    months = {kind: _month_of_news(kind, claims, memory, view) for kind in NEWS_KINDS}
    verdict = _one_of(memory.verdicts)
    return [
        (who, _of_news(_of_verdict(claim, verdict, view), months.get(claim.kind, ""), view))
        for who, claim in claims
    ]


def _month_of_news(kind: str, claims: list[tuple["Person", Claim]], memory: "Memory", view: "View") -> str:
    """The month of all events of a kind that a report dates, where that is its own; "" where they differ."""
    told = {one.date for _, one in claims if one.kind == kind and one.date} | memory.told_dates.get(
        kind, set()
    )
    month = _one_of({one[:7] for one in told})
    return month if _is_news(month, view.article.published) else ""


def _one_of(dates: Collection[str]) -> str:
    """The finest of dates that are all one; "" where there are none or two."""
    finest = max(dates, key=len, default="")
    return finest if all(finest.startswith(one) for one in dates) and "/" not in finest else ""


def _is_news(month: str, published: str) -> bool:
    """Whether a report is of the same month, or of the next one while that is young."""
    if len(month) != MONTH or len(published) != DAY:
        return False
    months = [int(one[:4]) * 12 + int(one[5:7]) for one in (month, published)]
    return months[0] == months[1] or (months[1] - months[0] == 1 and int(published[8:]) <= YOUNG)


def _of_verdict(claim: Claim, day: str, view: "View") -> Claim:
    values = claim.values
    if (
        not day
        or claim.kind != "sentence"
        or not any(values.get(key) for key in TERM)
        or any(values.get(key) for key in ("_serving", "_since", "in_absentia", "days"))
        or not _is_undated(claim, view)
    ):
        return claim
    return replace(claim, date=day, date_basis="inferred", reasons=(*claim.reasons, "the one verdict told"))


def _of_news(claim: Claim, month: str, view: "View") -> Claim:
    words = view.masked[max(view.article.start, claim.start - 80) : claim.end + 30]
    if not month or _ELSE.search(words) or claim.values.get("_since"):
        return claim
    if not _is_undated(claim, view):
        return claim
    return replace(claim, date=month, date_basis="inferred", reasons=(*claim.reasons, "the one news told"))


def _is_undated(claim: Claim, view: "View") -> bool:
    before = view.masked[max(view.article.start, claim.start - 60) : claim.end]
    return not (
        claim.date
        or claim.modality not in ("stated", "reported")
        or _EARLIER.search(ALL, before)
        or _ASIDE.search(before)
        or any(
            one.end > claim.end or view.masked[one.end : one.end + 1] != ","  # "P, held since May, was …"
            for one in view.dates_in(claim.start, claim.end + BESIDE)
        )
    )


def day_before(ctx: "Context", kind: str) -> str:
    """The day of what was just told: "On 5 May police raided the office. P was detained"; "" if none."""
    reader = ctx.reader
    if kind in ("arrest", "charge", "sentence") and reader.fronted and ctx.hit.voice in ("chain", "passive"):
        return reader.fronted
    if kind == "sentence" and reader.told and reader.told[0] == VERDICT:
        return reader.told[1]  # "on 16 March convicted P of riot and sentenced her to seven years"
    if kind == "arrest" and ctx.hit.voice == "active" and (joined := _JOINED.search(ctx.before(60))):
        at = ctx.hit.pos - len(joined[0])  # "raided the office on Sunday and detained P"
        return next((one.edtf for one in ctx.view.dates_in(at, ctx.hit.pos) if not one.future), "")
    if kind == "arrest" and reader.told and _AT_ONCE.search(ctx.after(60)):
        return reader.told[1]
    return _of_scene(ctx, kind)


def _of_scene(ctx: "Context", kind: str) -> str:
    """The day of a scene that goes on, and further down its year, as long as no other date is told."""
    memory, start = ctx.reader.memory, ctx.reader.sentence.start
    how = ctx.hit.patients.how
    plain = ctx.hit.voice in ("passive", "active") and how in ("subject", "object", "pronoun", "")
    if kind not in ("arrest", "death") or memory.day is None or not (plain or kind == "death"):
        return ""
    if (
        _EARLIER.search(memory.clues, _clause(ctx))
        or _ASIDE.search(ctx.before(60))
        or ctx.view.dates_in(*_bounds(ctx))
    ):
        return ""
    day, away = memory.day[0], memory.now - memory.day[1]
    broken = bool(how) and "\n" in ctx.view.text[memory.day[2] : start].strip(" ")
    if away <= SCENE_REACH and not broken and kind == "arrest":
        return day
    return day[:4] if away <= STORY_REACH and not broken and day[5:7] != "12" and "/" not in day else ""


def _clause(ctx: "Context") -> str:
    """The words around an event up to the next commas."""
    before = _STOPS.split(ctx.masked[ctx.reader.sentence.start : ctx.hit.start])[-1]
    after = _STOPS.split(ctx.masked[ctx.hit.start : ctx.reader.sentence.end], maxsplit=1)[0]
    return before + after


def note_day(view: "View", sentence: Span, memory: "Memory", number: int) -> None:
    """Keep the day of a scene, and about when that was with which another sentence opens."""
    note_occasions(view, sentence, memory, number)
    dates = own_dates(view, sentence)
    if len(dates) != 1 or dates[0].future:
        memory.day = None if dates else memory.day
    elif is_scene(view, sentence, memory.clues):
        memory.day = (dates[0].edtf, number, sentence.end)
    elif _OPENS.fullmatch(view.masked, sentence.start, dates[0].start) and len(dates[0].edtf) == DAY:
        memory.day = (dates[0].edtf[:7], number, sentence.end)
    else:
        memory.day = None


def hit_of_group(ctx: "Context") -> bool:
    """ "Those released include P", "P is among the freed": the event is the one just told of many."""
    before = ctx.before(40)
    return bool(_OF_GROUP.search(before))


def keep_told(memory: "Memory", claimed: list["Person"], number: int) -> None:
    """Those of whom sentence after sentence tells, for "these journalists"."""
    if not claimed:
        return
    if number - memory.told_at > 2:
        memory.told = ()
    memory.told = tuple(dict.fromkeys((*memory.told, *claimed)))
    memory.told_at = number


def note_counted(view: "View", sentence: Span, memory: "Memory", claimed: list["Person"]) -> None:
    """Keep of how many those are whom a sentence counts in: "five people, including P"."""
    match = None
    if claimed:
        match = _COUNTED.search(memory.clues, view.masked, sentence.start, sentence.end)
    if match:
        word = match["count"].lower()
        memory.include(COUNTS.get(word) or int(word), list(dict.fromkeys(claimed)))


def remember(view: "View", sentence: Span, memory: "Memory", claimed: list["Person"]) -> None:
    """What a reader keeps in mind after a sentence."""
    mentions = [
        m
        for m in view.mentions_in(sentence.start, sentence.end)
        if not (view.is_bystander(m) or view.is_kin(m) or m.person.office)
    ]
    plain = [m for m in mentions if view.masked[m.end : m.end + 2] not in ("’s", "'s")]
    if author := _AUTHOR.search(memory.clues, view.masked, sentence.start, sentence.end):
        memory.author = (view.mentions[author.start("name")].person,)
    topic = memory.topic
    memory.note([m.person for m in mentions])
    memory.note(list(dict.fromkeys(m.person for m in plain[:1])))
    if topic and _GOES_ON.match(view.masked, sentence.start, sentence.end):
        memory.topic = topic  # "He spoke to P": the next "he" is he who spoke
    elif not mentions and (crowd := _UNNAMED.match(view.masked, sentence.start, sentence.end)):
        memory.crowd(crowd[0])
    if claimed:
        memory.note(list(dict.fromkeys(claimed)), claimed=True)


def _bounds(ctx: "Context") -> tuple[int, int]:
    return ctx.reader.sentence.start, ctx.reader.sentence.end
