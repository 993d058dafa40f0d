"""What a reader of dates knows besides the words: the document's date, earlier dates, cues of the future."""

from dataclasses import dataclass, field
from typing import Literal

import regex

from cases.dates import DateError, PartialDate, is_before, parse
from importers.prose.reckoning import year_for

# "Three days later" reaches back so many characters for its date, and "On 10 May" so many days on from it.
REACH = 500
STORY_DAYS = 45

_SENTENCE_END = regex.compile(r"[.!?…][\"”’)]*+\s|\n")
_PAST = r"\b(?:was|were|had|did|said|announced|told|reported|after|since|has|have)\b"
_CUE_BEFORE = regex.compile(
    r"\b(?:will|shall|scheduled|slated|set (?:for|to)|planned|upcoming|forthcoming|expected|ahead of"
    r"|due (?:on|to|in|for)|to be|opens|begins|starts|resumes|takes place|deadline|is to|are to|expires?"
    r"|ends)\b",
    regex.I,
)
_CUE_BESIDE = regex.compile(r"\b(?:until|till|next|coming)\s+(?:the\s+)?$", regex.I)
_CUE_AFTER = regex.compile(
    r"[^.!?;\n]{0,45}?\b(?:will|(?:is|are) (?:scheduled|due|expected|set|planned|to))\b", regex.I
)
_HELD = regex.compile(r"\b(?:was|were|had|been|\p{L}+ed|held)\b", regex.I)
_PAST_WORD = regex.compile(_PAST, regex.I)
_PAST_OR_PARTICIPLE = regex.compile(rf"{_PAST}|\b\p{{L}}+ed\b", regex.I)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date that prose gives: where in the whole text, as EDTF, and how it was known."""

    start: int
    end: int
    edtf: str
    basis: Literal["stated", "inferred"]  # inferred: the year, or all of it, comes from another date
    future: bool  # after the document's date, or announced


@dataclass(slots=True)
class Scene:
    """The text, the document's date if it is known, and the dates read so far."""

    text: str
    anchor: PartialDate | None
    read: list[DateFound] = field(default_factory=list)

    def found(self, start: int, end: int, edtf: str | PartialDate | None, stated: bool) -> list[DateFound]:
        """One date of these words, or none where they are no date of the calendar."""
        try:
            partial = parse(edtf) if isinstance(edtf, str) else edtf
        except DateError:
            return []
        if partial is None:
            return []
        future = self._lies_ahead(partial, start, end)
        return [DateFound(start, end, partial.edtf, "stated" if stated else "inferred", future)]

    def before(self, start: int) -> PartialDate | None:
        """The date read last, if it stands close before `start`."""
        if self.read and start - self.read[-1].end <= REACH:
            return parse(self.read[-1].edtf)
        return None

    def year(self, month: int, day: int | None, start: int, end: int) -> tuple[int, bool] | None:
        """The year of a day or month without one, and whether it is sure: the story's, else by the anchor."""
        told = self._year_of_story(month, day, start) or self._year_of_list(start)
        if told is not None:
            return told, True
        if self.anchor is None:
            return None
        return year_for(month, day, self.anchor, is_future(self.text, start, end))

    def _year_of_story(self, month: int, day: int | None, start: int) -> int | None:
        """ "She was detained on 5 May 2021. On 10 May …": a year goes on for some weeks of a paragraph."""
        if not self.read or "\n\n" in self.text[self.read[-1].end : start]:
            return None
        last = parse(self.read[-1].edtf)
        if last.precision != "day" or last.earliest is None or self.read[-1].future:
            return None
        for year in (last.earliest.year, last.earliest.year + 1):
            if (found := _try(year, month, day)) is None or found.earliest is None or found.latest is None:
                continue
            if found.latest >= last.earliest and (found.earliest - last.earliest).days <= STORY_DAYS:
                return year
        return None

    def _year_of_list(self, start: int) -> int | None:
        """ "Arrests in 2023 included P (5 February)": a day in brackets lies in its sentence's year."""
        if not self.read or self.text[start - 1 : start] != "(" or self.read[-1].future:
            return None
        last = parse(self.read[-1].edtf)
        if last.earliest is None or last.latest is None or last.earliest.year != last.latest.year:
            return None
        return None if _SENTENCE_END.search(self.text, self.read[-1].end, start) else last.earliest.year

    def _lies_ahead(self, partial: PartialDate, start: int, end: int) -> bool:
        if self.anchor and is_before(self.anchor, partial):
            return True
        if self.anchor and is_before(partial, self.anchor):
            return False
        return is_future(self.text, start, end)


def is_future(text: str, start: int, end: int) -> bool:
    """Do the words of the sentence around a date announce it? "scheduled for", "will … on", "until"."""
    before = text[max(0, start - 90) : start]
    if breaks := list(_SENTENCE_END.finditer(before)):
        before = before[breaks[-1].end() :]
    if _CUE_BESIDE.search(before):
        return not _HELD.search(before)
    if (cues := list(_CUE_BEFORE.finditer(before))) and not _PAST_WORD.search(before, cues[-1].end()):
        return True
    after = _CUE_AFTER.match(text, end, min(len(text), end + 60))
    return bool(
        after and not _PAST_OR_PARTICIPLE.search(_without_cue(after.group())) and not _past_before(before)
    )


def _without_cue(words: str) -> str:
    # The cue's own participle ("is scheduled") is no sign of the past.
    return regex.sub(r"(?:will|(?:is|are) \w+)$", "", words, flags=regex.I)


def _past_before(before: str) -> bool:
    return bool(_PAST_OR_PARTICIPLE.search(before))


def _try(year: int, month: int, day: int | None) -> PartialDate | None:
    try:
        return parse(f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else ""))
    except DateError:
        return None
