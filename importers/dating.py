"""The date of an event that a sentence tells: its own, one that was told before, or that of the news."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from importers.carried import carried, day_before, hit_of_group
from importers.distances import reckoned, soon_after
from importers.occasions import days_apart, of_what_was_told, own_dates
from importers.prose.dates import DateFound
from importers.rules.base import Context, Values
from importers.spans import Span
from importers.when import is_older

_NEWS = regex.compile(
    (
        r"\b(?:reacting to|responding to|following) (?:the )?(?:news|reports?|(?:arrest|sentenc|convict|"
        r"releas)\w*)|\btoday\b|\bcondemn\w*|\bwelcom\w*"
    ),
    regex.I,
)
ORDER = {
    "arrest": 1,
    "pretrial_detention": 2,
    "charge": 3,
    "trial": 4,
    "sentence": 5,
    "release": 6,
    "exile": 7,
    "death": 8,
}
_AFTER_BEING = regex.compile(r"\bafter\s+(?:being|having been|(?:his|her|their)(?: \w+)?)\s*$", regex.I)
_ASIDE = regex.compile(r"\b(?:who|which|since|previously|earlier|whose)\b[^,;]*$", regex.I)
_OLD = regex.compile(r"\b(?:who|had|which|been|since|previously|earlier)\b[^,;]*$", regex.I)
# "said on Monday", "on Monday, the paper reported how".
_TOLD = (
    r"(?:said|says|saying|told|announced|reported|confirmed|stated|wrote|tweeted|learned|disclosed|declared)"
)
_TOLD_BEFORE = regex.compile(rf"\b{_TOLD}\b[^.;]{{0,40}}$", regex.I)
_TOLD_AFTER = regex.compile(rf"[^.;]{{0,30}}\b{_TOLD}\b", regex.I)
# "P was arrested at a crossing, police said": what somebody has told the reporter.
_SAID_NOW = regex.compile(
    r",[”\"]?\s+(?:(?:(?!(?:who|which|and|but|as|when|while|that|he|she|they|was|were)\b)[\w’'.&-]+|\ue000\ue001*)"
    r"\s+){1,6}?(?:said|told|confirmed|reported|announced)\b",
    regex.I,
)
# The present of headlines: "gets bail", "walks free".
_PRESENT = regex.compile(r"(?:gets|walks|wins|secures|regains|leaves)\b", regex.I)
_LONG_AGO = regex.compile(r"\b(?:years|months|decades) ago\b|\bin the past\b|\bonce\b", regex.I)
# A weekday or "last week" goes by the report; only a day or a month without its year may go by what was told.
_DAY_OF_MONTH = regex.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b(?!\s+of\s+last)|\b\d{1,2}[./]\d{1,2}\b",
    regex.I,
)
_PROSE = regex.compile(r".{30,}[.!?…][\"”’»)*_]*", regex.S)
# "P, held since June, was released on 16 May": the main clause goes by the report and not by the aside.
_APART = regex.compile(r",\s*(?:was|were|has|have|had|is|are|left|walked|died)\b[^,;]*$", regex.I)
NEWS = ("arrest", "pretrial_detention", "charge", "sentence", "release", "exile", "death")
NEWS_DAYS = 10  # what was told so many days before a report is news to it
FIRST_DAYS = 3
GROUP_REACH = 2
FAR = 40  # no lead goes on for so many sentences
NOT_NEWS = 99


@dataclass(slots=True)
class Said:
    """What a hit comes to: kind, modality, values, and the number of its sentence in the article."""

    kind: str
    modality: str
    values: Values
    number: int


_JUST_DONE = regex.compile(r"\b(?:has|have) (?:also |now |just )?(?:been )?\P{L}*\w*$")
_HAS_BEEN = regex.compile(r"\b(?:has|have) been\b")
_WAS = regex.compile(r"\b(?:was|were)\b[^,;]{0,30}$", regex.I)


def dated(ctx: Context, date: DateFound | None, said: Said) -> tuple[str, str]:
    """The date of a claim and how it is known; ("", "") where nothing says."""
    values = said.values
    if "_date" in values:
        edtf = values.pop("_date")
        return edtf, "inferred" if edtf else ""
    if date is not None:
        return _after_earlier(ctx, date, said.kind), date.basis
    if is_older(ctx):
        return "", ""
    edtf = _lent(ctx, said) or _of_news(ctx, said)
    return edtf, "inferred" if edtf else ""


def _lent(ctx: Context, said: Said) -> str:
    """The date that what was told before, or another event of the sentence, lends to one without."""
    kind, memory = said.kind, ctx.reader.memory
    if kind == "release" and "arrest" in memory.dates and _AFTER_BEING.search(ctx.before(40)):
        arrest = memory.dates["arrest"][0]
        return f"../{arrest}" if "/" not in arrest else ""
    if hit_of_group(ctx) or ctx.hit.rule.mode == "beside":
        if kind in memory.dates:
            return memory.dates[kind][0]
        if memory.last and said.number - memory.last[1] <= GROUP_REACH:
            return memory.last[0]
    if kind not in ORDER or not ctx.hit.rule.dated:
        return ""
    return (
        reckoned(ctx, kind)
        or of_what_was_told(ctx, kind, said.number)
        or carried(ctx, kind, said.values, said.number)
        or day_before(ctx, kind)
        or soon_after(ctx, kind, days_only=_is_of_days(said.values))
    )


def _is_of_days(values: Values) -> bool:
    """Whether a term is administrative arrest for some days."""
    return bool(values.get("days")) and not any(values.get(key) for key in ("years", "months", "life"))


def _of_news(ctx: Context, said: Said) -> str:
    """The day of the report, where it tells what is; its month, where it tells what has just happened."""
    published = ctx.view.article.published
    if said.kind in ("still_held", "incommunicado", "visit") and published and ctx.hit.voice != "noun":
        return published
    if len(published) != 10 or said.kind not in NEWS or said.modality not in ("stated", "reported"):
        return ""
    if any(said.values.get(key) for key in ("_since", "_serving", "conditions")):
        return ""
    if day := _reported_on(ctx):
        return _month_of(day)
    return _month_of(published) if _is_news(ctx, said) else ""


def _month_of(day: str) -> str:
    """The month of what was news on a day; in its first days only the year is sure, in January nothing."""
    if int(day[8:10]) > FIRST_DAYS:
        return day[:7]
    return day[:4] if day[5:7] != "01" else ""


def _reported_on(ctx: Context) -> str:
    """ "Police said on Monday that they had arrested P": the day on which the news was told."""
    start, end = _bounds(ctx)
    days = [one for one in ctx.view.dates_in(start, end) if len(one.edtf) == 10 and not one.future]
    published = ctx.view.article.published
    if len(days) != 1 or not 0 <= days_apart(days[0].edtf, published) <= NEWS_DAYS:
        return ""
    beside = (
        ctx.masked[max(start, days[0].start - 60) : days[0].start],
        ctx.masked[days[0].end : days[0].end + 40],
    )
    told = _TOLD_BEFORE.search(beside[0]) or _TOLD_AFTER.match(beside[1])
    return days[0].edtf if told and not _ASIDE.search(ctx.before(80)) else ""


def _is_news(ctx: Context, said: Said) -> bool:
    """Whether a sentence tells as news what happened: its month is then that of the report."""
    words = ctx.masked[slice(*_bounds(ctx))]
    if _LONG_AGO.search(words) or _is_of_the_past(ctx):
        return False
    if _SAID_NOW.search(words) and _is_told(ctx):
        return True
    number = prose_before(ctx.view.text, ctx.view.sentences[: said.number]) if said.number < FAR else FAR
    if number > 2:
        return False
    just_done = _JUST_DONE.search(ctx.before(24)) or _HAS_BEEN.search(ctx.masked, ctx.hit.start, ctx.hit.end)
    present = number <= 1 and _PRESENT.match(ctx.masked, ctx.hit.start, ctx.hit.end)
    return (number <= 1 and _is_told(ctx)) or bool(present or just_done) or bool(_NEWS.search(words))


def _is_of_the_past(ctx: Context) -> bool:
    """Whether the sentence tells of another time: "arrested during the war of 2015"."""
    published = ctx.view.article.published
    own = own_dates(ctx.view, ctx.reader.sentence)
    return any(
        "/" not in one.edtf and one.edtf[:7] < published[:7] and one.edtf[:4] != published[:4] for one in own
    )


def prose_before(text: str, sentences: Sequence[Span]) -> int:
    """How many sentences of prose these are: titles, datelines and the lines of a file's head are none."""
    return sum(1 for one in sentences if _PROSE.fullmatch(text, one.start, one.end))


def _is_told(ctx: Context) -> bool:
    """A dated report tells its news in the simple past, in the main clause."""
    return (
        ctx.view.article.published_basis == "stated"
        and ctx.hit.voice in ("passive", "active")
        and ctx.hit.patients.how in ("subject", "object")
        and not _OLD.search(ctx.before(60))
        and bool(ctx.hit.voice == "active" or _WAS.search(ctx.before(40)))
    )


def _after_earlier(ctx: Context, date: DateFound, kind: str) -> str:
    """A date without a year comes after what the sentence told before it."""
    told = ctx.reader.told
    rank = ORDER.get(kind, 0)
    if (
        date.basis != "inferred"
        or not _DAY_OF_MONTH.search(ctx.view.text, date.start, date.end)
        or _APART.search(ctx.masked[ctx.territory.start : ctx.hit.pos])
        or not rank
        or not told
        or told[0] >= rank
        or len(told[1]) < 7
        or "/" in date.edtf + told[1]
    ):
        return date.edtf
    year = int(told[1][:4])
    moved = [f"{one}{date.edtf[4:]}" for one in (year, year + 1)]
    later = [one for one in moved if one[:7] >= told[1][:7]]
    return later[0] if later and (date.edtf[:7] < told[1][:7] or later[0] < date.edtf) else date.edtf


def _bounds(ctx: Context) -> tuple[int, int]:
    return ctx.reader.sentence.start, ctx.reader.sentence.end
