"""An article as the rules see it: the same text, with people, dates and lengths of time as marks.

Every mention of a person becomes one `P` character followed by filler, every date a `D`, every duration an
`N`, each as long as the words it stands for. Offsets are those of the text, and a rule can say
"P (?:was|has been) arrested" without knowing a name.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import regex

from cases.dates import PartialDate, parse
from importers.lexicons import family_pattern, kin_pattern
from importers.mentions import Cast, Person
from importers.needles import needles
from importers.prose.dates import DateFound, find_dates
from importers.prose.durations import DurationFound, find_durations
from importers.published import dateline_end
from importers.sentences import sentences
from importers.spans import Article, Span

# Private-use characters: head and filler.
PERSON, PERSON_MORE = "\ue000", "\ue001"
DATE, DATE_MORE = "\ue010", "\ue011"
LENGTH, LENGTH_MORE = "\ue020", "\ue021"

_MARKUP = regex.compile(r"\*\*|__|</?[a-zA-Z][^<>]{0,80}>")  # emphasis stands between no words
MARKS = frozenset((PERSON, PERSON_MORE, DATE, DATE_MORE, LENGTH, LENGTH_MORE))

# How the patterns of rules write them.
P = rf"{PERSON}{PERSON_MORE}*+"
D = rf"{DATE}{DATE_MORE}*+"
N = rf"{LENGTH}{LENGTH_MORE}*+"

_SPEAKER_AFTER = regex.compile(
    r"\s*(?:,[^.,]{0,90},)?\s*(?:(?:has|have|had|also|later|further)\s+)*(?:said|says|told|tells|added|adds|"
    r"stated|states|noted|notes|commented|comments|explained|explains|emphasi[sz]ed|stressed|argued|argues|"
    r"wrote|writes|tweeted|warned|warns|insisted|insists|claimed|claims|declared|declares|decried|decries|"
    r"condemned|condemns|denounced|denounces|deplored|lamented|criticised|criticized|welcomed|praised|"
    r"reiterated|remarked|recalled|reported|announced|confirmed|revealed|observed|pointed out|"
    r"expressed|described|believes|believed|thinks|fears|replied|responded|reacted|called (?:on|for|upon)|"
    r"calls (?:on|for|upon)|urged|urges|appealed (?:to|for))\b"
)
# "(?r)": what stands before is read backwards, from its end.
_SPEAKER_BEFORE = regex.compile(
    (
        r"(?r)\b(?:said|says|told|added|stated|according to|noted)\s+(?:[^.,“”\"]{0,80}\s)?$|(?:contact|"
        r"author|by|"
        r"photo|reporting by|editing by)\s*:?\s*$"
    ),
    regex.I,
)
# Without a word of it nobody is introduced as a speaker: cheaper to ask for than the pattern.
_SPEAKER_WORDS = needles(_SPEAKER_BEFORE.pattern)
_ACTS_FOR = regex.compile(
    r"(?r)\b(?:lawyers?|attorneys?|counsel|spokes\w+|director|researcher|minister|judge|prosecutor|observer|"
    r"president|head|"
    r"chief|commissioner|representative|expert|analyst|campaigner|coordinator|general|colonel|brigadier|"
    r"officer|"
    r"secretary|chair\w*|editor|ombuds\w+|ambassador|rapporteur)\s*,?\s+$",
    regex.I,
)
_KIN_BEFORE = regex.compile(
    rf"(?r)(?:\b(?:his|her|their)|[’']s?)\s+(?:(?!and\b)[\w-]+\s+){{0,2}}?(?:{family_pattern(backwards=True)}|lawyers?|attorneys?|counsel),?\s+$",
    regex.I,
)
_KIN_OF = regex.compile(
    rf"(?r)\b{kin_pattern(backwards=True)}\s+(?:of|for|to)\s+(?:[\w’'-]+\s+){{0,5}}?{P},?\s+$", regex.I
)
# What happened to somebody follows the post: then the post only says who they are.
_IT_HAPPENED = r"(?![^.;]{0,90},\s+(?:was|were|is|are|has|have|had|who|remains?|faces?|died|went)\b)"
_POST_AFTER = regex.compile(
    rf"{_IT_HAPPENED}\s*,\s+(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){{0,4}}(?:director|researcher|head|"
    r"lead|chief executive|president|CEO|chair|chairman|chairwoman|chairperson|editor|publisher|"
    r"lawyer|attorney|counsel|"
    r"coordinator|spokesperson|spokesman"
    r"|spokeswoman|representative|adviser|advisor|manager|officer|programme|program|secretary[- ]general|"
    r"rapporteur|commissioner|ambassador|minister"
    r"|analyst|campaigner|expert)\b[^.]{0,60}?\b(?:at|of|for|to|with)?\b",
    regex.I,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person is named."""

    start: int
    end: int
    person: Person


@dataclass(eq=False)
class View:
    """One article with its marks; `masked` has the length of the whole text."""

    text: str
    masked: str
    article: Article
    index: int
    mentions: dict[int, Mention]
    dates: list[DateFound]
    lengths: list[DurationFound]
    anchor: PartialDate | None
    # What is asked of a mention again and again, by its start.
    _speakers: dict[int, bool] = field(default_factory=dict, init=False)
    _kin: dict[int, bool] = field(default_factory=dict, init=False)

    def mentions_in(self, start: int, end: int) -> Iterator[Mention]:
        first = bisect_left(self._starts, start)
        for offset in self._starts[first : bisect_left(self._starts, end, first)]:
            yield self.mentions[offset]

    @cached_property
    def _starts(self) -> list[int]:
        return sorted(self.mentions)

    @cached_property
    def _date_starts(self) -> list[int]:
        return [one.start for one in self.dates]

    @cached_property
    def _length_starts(self) -> list[int]:
        return [one.start for one in self.lengths]

    @cached_property
    def sentences(self) -> list[Span]:
        return sentences(self.text, self.article.start, self.article.end)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence in which an offset lies."""
        place = bisect_right(self.sentences, offset, key=_start) - 1
        found = self.sentences[place] if place >= 0 else None
        return found if found and found.covers(offset) else None

    def dates_in(self, start: int, end: int) -> list[DateFound]:
        first = bisect_left(self._date_starts, start)
        last = bisect_left(self._date_starts, end, first)
        return [one for one in self.dates[first:last] if one.end <= end]

    def lengths_in(self, start: int, end: int) -> list[DurationFound]:
        first = bisect_left(self._length_starts, start)
        last = bisect_left(self._length_starts, end, first)
        return [one for one in self.lengths[first:last] if one.end <= end]

    def is_bystander(self, mention: Mention) -> bool:
        """Whether somebody only comments: quoted with a post or after the words, or acting for others."""
        before = self.masked[max(0, mention.start - 100) : mention.start]
        return self.is_speaker(mention) and bool(_SPEAKER_BEFORE.search(before) or self.has_post(mention))

    def has_post(self, mention: Mention) -> bool:
        """Whether somebody speaks by virtue of a post: "P, director of the Centre, said", "lawyer P said"."""
        before = self.masked[max(0, mention.start - 100) : mention.start]
        after = self.masked[mention.end : mention.end + 140]
        return self.is_speaker(mention) and bool(_has_post_in(after) or _ACTS_FOR.search(before))

    def is_kin(self, mention: Mention) -> bool:
        """Whether this mention is somebody's relative: "his daughter, P"; "the lawyer of P, P"."""
        if (known := self._kin.get(mention.start)) is None:
            before = self.masked[max(0, mention.start - 60) : mention.start]
            known = bool(_KIN_BEFORE.search(before)) or self.is_kin_of_named(mention)
            self._kin[mention.start] = known
        return known

    def is_kin_of_named(self, mention: Mention) -> bool:
        """Whether the words before name somebody whose relative or lawyer this is: "the mother of P, P"."""
        return bool(_KIN_OF.search(self.masked[max(0, mention.start - 140) : mention.start]))

    def is_speaker(self, mention: Mention) -> bool:
        """Whether this mention says something, or is introduced with a post, as sources quote people."""
        if (known := self._speakers.get(mention.start)) is None:
            known = self._speakers[mention.start] = self._speaks(mention)
        return known

    def _speaks(self, mention: Mention) -> bool:
        after = self.masked[mention.end : mention.end + 140]
        before = self.masked[max(0, mention.start - 100) : mention.start]
        introduced = any(map(before.lower().__contains__, _SPEAKER_WORDS))
        return bool(
            (introduced and _SPEAKER_BEFORE.search(before))
            or _SPEAKER_AFTER.match(after)
            or _has_post_in(after)
        )


def _has_post_in(after: str) -> bool:
    """Whether a post follows a name, in an apposition: without a comma there is none to look for."""
    return after.lstrip().startswith(",") and bool(_POST_AFTER.match(after))


def _start(one: Span) -> int:
    return one.start


def make_views(text: str, articles: Sequence[Article], cast: Cast) -> list[View]:
    """Each article with all that is known of its people, dates and durations; repeats are left out."""
    chars = list(_MARKUP.sub(lambda match: " " * len(match[0]), text))
    drafts, named = [], sorted(cast.at)
    for index, article in enumerate(articles):
        if article.repeats is not None:
            continue
        anchor = parse(article.published) if article.published else None
        here = named[bisect_left(named, article.start) : bisect_left(named, article.end)]
        mentions = {start: Mention(start, cast.at[start][1], cast.at[start][0]) for start in here}
        for mention in mentions.values():
            _mark(chars, mention.start, mention.end, PERSON, PERSON_MORE)
        lengths = find_durations(text, article.start, article.end)
        head = dateline_end(text, article.start, article.end)
        dates = [
            one
            for one in find_dates(text, article.start, article.end, anchor)
            if one.start >= head or one.end < head - 80
        ]
        kept_lengths = [one for one in lengths if _mark(chars, one.start, one.end, LENGTH, LENGTH_MORE)]
        kept_dates = [one for one in dates if _mark(chars, one.start, one.end, DATE, DATE_MORE)]
        drafts.append((article, index, mentions, kept_dates, kept_lengths, anchor))
    masked = "".join(chars)
    return [View(text, masked, *draft) for draft in drafts]


def _mark(chars: list[str], start: int, end: int, head: str, more: str) -> bool:
    """Write one mark unless another stands there."""
    if not MARKS.isdisjoint(chars[start:end]):
        return False
    chars[start:end] = [head, *more * (end - start - 1)]
    return True
