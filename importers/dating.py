"""The date of an event that a sentence tells: its own, one that was told before, or that of the news."""

from dataclasses import dataclass

import regex

from importers.carried import carried, day_before, hit_of_group
from importers.prose.dates import DateFound
from importers.rules.base import Context, Values

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
NOT_NEWS = 99


@dataclass(slots=True)
class Said:
    """What a hit comes to: kind, modality, values, and the number of its sentence in the article."""

    kind: str
    modality: str
    values: Values
    number: int


def dated(ctx: Context, date: DateFound | None, said: Said) -> tuple[str, str]:
    """The date of a claim and how it is known; ("", "") where nothing says."""
    kind, values, memory = said.kind, said.values, ctx.reader.memory
    if "_date" in values:
        edtf = values.pop("_date")
        return edtf, "inferred" if edtf else ""
    if date is not None:
        return _after_earlier(ctx, date, kind), date.basis
    if kind == "release" and "arrest" in memory.dates and _AFTER_BEING.search(ctx.before(40)):
        arrest = memory.dates["arrest"][0]
        return (f"../{arrest}" if "/" not in arrest else ""), "inferred"
    if (hit_of_group(ctx) or ctx.hit.rule.mode == "beside") and kind in memory.dates:
        return memory.dates[kind][0], "inferred"
    if day := carried(ctx, kind, values, said.number) or day_before(ctx, kind):
        return day, "inferred"
    published = ctx.view.article.published
    if kind in ("still_held", "incommunicado", "visit") and published and ctx.hit.voice != "noun":
        return published, "inferred"
    return (published[:7], "inferred") if _is_news(ctx, said) else ("", "")


def _is_news(ctx: Context, said: Said) -> bool:
    """Whether a sentence tells as news what happened: its month is then that of the report."""
    if said.kind not in ("sentence", "arrest", "release") or said.modality not in ("stated", "reported"):
        return False
    values = said.values
    known = len(ctx.view.article.published) == 10 and not values.get("_since") and not values.get("_serving")
    if not known or said.number > 3:
        return False
    just_done = regex.search(r"\b(?:has|have) been\s*$|\bha(?:s|ve)\s*$", ctx.before(20))
    return _is_lede(ctx, said.number) or bool(_NEWS.search(ctx.view.text[slice(*_bounds(ctx))]) or just_done)


def _is_lede(ctx: Context, number: int) -> bool:
    """The first sentences of a dated report tell its news in the simple past, in the main clause."""
    return (
        number <= 2
        and ctx.view.article.published_basis == "stated"
        and ctx.hit.voice in ("passive", "active")
        and ctx.hit.patients.how in ("subject", "object")
        and not regex.search(
            r"\b(?:who|had|which|been|since|previously|earlier)\b[^,;]*$", ctx.before(60), regex.I
        )
        and bool(
            ctx.hit.voice == "active"
            or regex.search(r"\b(?:was|were)\b[^,;]{0,30}$", ctx.before(40), regex.I)
        )
    )


def _after_earlier(ctx: Context, date: DateFound, kind: str) -> str:
    """A date without a year comes after what the sentence told before it."""
    told = ctx.reader.told
    rank = ORDER.get(kind, 0)
    if (
        date.basis != "inferred"
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
