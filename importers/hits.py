"""Where rules speak in an article: the matches of their patterns, each word given to one rule. Pure.

A rule is tried only at the words that can open it, in sentences that hold the words it needs. Overlaps are
settled in one place, `settle`: where two rules read the same words, the one with the smaller priority
speaks, then the longer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from importers.clues import KNOWN, Clues
from importers.openers import Openers, Word, numbers_of
from importers.rules import PERSON_RULES
from importers.rules.base import Hit
from importers.spans import Span
from importers.view import PERSON, View

DESCRIPTION = "description"
# No rule speaks of a sentence without one of these; most sentences of a digest have none.
CUE = regex.compile(
    r"criminal|\bcases?\b|investigat|proceedings|arrest|detain|detention|custody|prison|jail|sentenc|"
    r"convict|charg|accus|indict|prosecut|releas|free[ds]?\b|free\b|pardon|amnest|acquit|exonerat|cleared|"
    r"bail\b|parole|exile|deport|"
    r"expel|banish|flee|citizenship|nationality|died|death|dead|killed|life\b|execut|hang|hospital|"
    r"intensive care|incommunicado|hunger|visit|\bsee\b|meet|transfer|moved|tortur|beaten|"
    r"treat|trial|tried|hearing|court|warrant|wanted|held|holds|kept|abduct|kidnap|snatch|disappear|taken|"
    r"seiz|captur|bars\b|\ue020|imprison|incarcerat|recogni|conscience|swap|exchang|traded|"
    r"handed|guilty|fined|appeal|remand|locked|rounded|picked up|apprehend|left out|excluded|omitted|"
    r"languish|served|serving|contact|committed|cell\b|colony|\blist\b|isolat|solitary|"
    r"condemn|repatriat|denied|let go|liberty|freedom|custod|journalist|activist|lawyer|member|founder|"
    r"candidate|student|leader|"
    r"\btook\b|dragged|hauled|bundled|handcuff|surrender|turned (?:him|her|them)|gave (?:him|her|"
    r"them)|extradit|"
    r"fled\b|missing|vanish|\bbody\b|booked|plead|suspect|question|interrogat|summon|search|raid|banned|barred|"
    r"forbid|travel|extend|prolong|lost (?:his|her|their)|complet|finish|amnest|starv|succumb",
    regex.I,
)
Words = Sequence[tuple[int, Word]]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with what rules find in it, settled, in the order of the text, and the clues it can hold."""

    sentence: Span
    hits: list[Hit]
    clues: Clues


def lines_of(view: View) -> list[Line]:
    """The sentences of an article. No rule is tried in those without a word of custody."""
    return [
        Line(sentence, settle(_hits(view, sentence, words)), _clues(words))
        for sentence, words in _words(view)
    ]


@lru_cache(maxsize=1)
def words_of(view: View) -> Words:
    """The words of an article that say something, in order, with what they say."""
    return _openers().words(view.masked, view.article.start, view.article.end)


def _words(view: View) -> Iterator[tuple[Span, Words]]:
    """Each sentence with those of its words that say something."""
    words, first, last = words_of(view), 0, 0
    for sentence in view.sentences:
        while first < len(words) and words[first][0] < sentence.start:
            first += 1
        last = max(first, last)
        while last < len(words) and words[last][0] < sentence.end:
            last += 1
        yield sentence, words[first:last]
        first = last


def _hits(view: View, sentence: Span, words: Words) -> list[Hit]:
    """Every match of every rule in a sentence, by rule."""
    named = PERSON in view.masked[sentence.start : sentence.end]
    allowed = _allowed(words) & (-1 if named else ~_describing())
    found = [
        Hit(PERSON_RULES[number], match, sentence, match.start("v"), match.end())
        for number, match in _matches(view.masked, sentence, words, allowed)
    ]
    if found and not any(word.cue for _, word in words):
        return found if CUE.search(view.masked, sentence.start, sentence.end) else []
    return found


def _clues(words: Words) -> Clues:
    clues = _openers().always
    for _, word in words:
        clues |= word.clues
    return clues


def _allowed(words: Words) -> int:
    allowed = _openers().free
    for _, word in words:
        allowed |= word.allows
    return allowed


def _matches(
    masked: str, sentence: Span, words: Words, allowed: int
) -> Iterator[tuple[int, "regex.Match[str]"]]:
    """Each rule's matches, from left to right, none within another; rules in their order."""
    places: dict[int, list[int]] = {number: [] for number in numbers_of(_openers().anywhere & allowed)}
    for at, word in words:
        for number in numbers_of(word.opens & allowed):
            places.setdefault(number, []).append(at)
    for number in sorted(places):
        pattern, after = PERSON_RULES[number].compiled, sentence.start
        if not places[number]:
            yield from ((number, one) for one in pattern.finditer(masked, sentence.start, sentence.end))
        for at in places[number]:
            match = pattern.match(masked, at, sentence.end) if at >= after else None
            if match:
                after = match.end()
                yield number, match


@lru_cache(maxsize=1)
def _openers() -> Openers:
    return Openers([rule.pattern for rule in PERSON_RULES], CUE, [one.pattern.pattern for one in KNOWN])


@lru_cache(maxsize=1)
def _describing() -> int:
    """The rules that say what somebody is, as bits."""
    return sum(1 << number for number, rule in enumerate(PERSON_RULES) if rule.theme == DESCRIPTION)


def settle(hits: Sequence[Hit]) -> list[Hit]:
    """The hits of a sentence that do not overlap, in order of the text."""
    if len(hits) < 2:
        return list(hits)
    kept: list[Hit] = []
    described = [hit for hit in hits if hit.rule.theme == DESCRIPTION]
    others = [hit for hit in hits if hit.rule.theme != DESCRIPTION]
    for hit in sorted(others, key=lambda one: (one.rule.priority, one.pos - one.end, one.start)):
        if not any(hit.pos < other.end and other.pos < hit.end for other in kept):
            kept.append(hit)
    return sorted([*kept, *described], key=lambda one: one.pos)
