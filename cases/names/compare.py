"""Whether two written names can be one person's, as a score with the sentences that say why.

Words are paired so that the whole fits best; every word of the shorter name must have a partner.
The score starts at 1 and each doubt takes its part of it. Names only propose: two people may have
one name, so whoever links records must also look at facts (importers/resolve).
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, permutations

from cases.names.gender import UNKNOWN, gender_of_parsed
from cases.names.given import initial_fits, is_short_form
from cases.names.parse import (
    EITHER,
    FAMILY,
    FATHER,
    GIVEN,
    INITIAL,
    OPTIONAL,
    Parsed,
    Word,
    fathers_stem,
    parse,
)
from cases.names.script import fold
from cases.names.sounds import fine_sounds, is_abjad, likeness, skeleton, sounds

LINK = 0.92
"""At this score the spellings are those of one name; no pair of different names in our tables reaches it."""
ASK = 0.75
"""From this score on, a person should look."""

_LOOSE_ORIGINS = frozenset({"ar", "fa", "az"})  # their vowels are romanised freely
_SHORT_FORM = 0.98
_OTHER_ORDER = 0.96
_OTHER_ORDER_AGAINST = 0.85  # both names say which part is the given name, and say it differently
_INITIAL_ONLY = 0.86
_MISSING = {1: 0.9, 2: 0.84}
_MISSING_MORE = 0.78
_ONE_WORD = 0.7  # a lone family or given name is no identification
_FATHERS_DIFFER = 0.4
_GENDERS_DIFFER = 0.3
_GIVEN_UNLIKE = 0.25
_UNKNOWN_GIVEN_LEAST = 0.8
_JOINED_LEAST = 0.95
_HIS_AND_HERS = ({"o", "a"}, {"о", "а"})  # Mario and Maria
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Match:
    """How well two names agree, 0 to 1, and why in sentences."""

    score: float
    reasons: tuple[str, ...]


_NO_MATCH = Match(0.0, ("The names have no part in common.",))


@dataclass(frozen=True, slots=True)
class _Pair:
    """One word of either name, and how well they agree."""

    left: Word
    right: Word
    score: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _How:
    """How freely vowels are read: Arabic ones are romanised freely, Slavic ones change with the stress."""

    loose: bool
    slavic: bool


@lru_cache(100_000)
def compare(a: str, b: str) -> Match:
    """How well two names agree; the order of the two does not matter to the score."""
    if fold(a) == fold(b) and fold(a):
        return _same_letters(a)
    left, right = parse(a), parse(b)
    if not left.words or not right.words:
        return _NO_MATCH
    how = _How(
        loose=bool((left.origins | right.origins) & _LOOSE_ORIGINS), slavic=left.is_slavic or right.is_slavic
    )
    found = max(_compared(left, right, how), _joined_alike(left, right, how), key=lambda match: match.score)
    return _checked(found, left, right)


def _same_letters(name: str) -> Match:
    parsed = parse(name)
    if len(parsed.words) > 1:
        return Match(1.0, ("The names are written alike.",))
    return Match(_ONE_WORD, ("Both are the same single word, which many people may be called.",))


def _checked(found: Match, left: Parsed, right: Parsed) -> Match:
    """The score held down where the names say that they are of different people."""
    genders = {gender_of_parsed(left), gender_of_parsed(right)}
    if UNKNOWN not in genders and len(genders) == 2 and found.score > _GENDERS_DIFFER:
        found = Match(_GENDERS_DIFFER, (*found.reasons, "One is a woman's name and the other a man's."))
    fathers = left.having(FATHER), right.having(FATHER)
    if all(fathers) and not _one_father(fathers[0][0], fathers[1][0]):
        reason = f"The fathers' names differ: {fathers[0][0].text} and {fathers[1][0].text}."
        found = Match(found.score * _FATHERS_DIFFER, (*found.reasons, reason))
    return found


def _one_father(left: Word, right: Word) -> bool:
    if likeness(left.sounds, right.sounds) >= 0.8:
        return True
    stems = [parse(fathers_stem(word.text)).words for word in (left, right)]
    return all(stems) and bool(stems[0][0].given & stems[1][0].given)


# ---- words paired ------------------------------------------------------------------------------


def _compared(left: Parsed, right: Parsed, how: _How) -> Match:
    """The best pairing of the words of two names."""
    few, many = sorted((_needed(left), _needed(right)), key=len)
    if not few or len(few) > _MOST_WORDS or len(many) > _MOST_WORDS:
        return _NO_MATCH
    table = {(i, j): _pair(one, other, how) for i, one in enumerate(few) for j, other in enumerate(many)}
    best: tuple[float, tuple[int, ...]] = (0.0, ())
    for order in permutations(range(len(many)), len(few)):
        score = _order(order, few, many, left.certain and right.certain)[0]
        for i, j in enumerate(order):
            score *= table[i, j].score
            if score <= best[0]:
                break
        else:
            best = score, order
    return _explained(best, few, many, table, left.certain and right.certain)


def _needed(name: Parsed) -> list[Word]:
    """The words that must have a partner: not the father's name, not what stands in brackets."""
    words = [word for word in name.words if word.role not in {FATHER, OPTIONAL}]
    return words or list(name.words)


def _pair(one: Word, other: Word, how: _How) -> _Pair:
    """How well two words agree."""
    if INITIAL in {one.role, other.role}:
        return _initial_pair(one, other)
    score = _likeness(one, other, how)
    as_given = GIVEN in {one.role, other.role} or EITHER in {one.role, other.role}
    if not as_given or FAMILY in {one.role, other.role}:
        return _Pair(one, other, score, _spelling(one, other, score))
    if one.given and other.given:
        return _known_given_pair(one, other, score)
    return _given_pair(one, other, score)


def _likeness(one: Word, other: Word, how: _How) -> float:
    """How alike two words sound, seen as strictly as their languages allow."""
    if is_abjad(one.text) != is_abjad(other.text):
        return max(likeness(one.sounds, other.sounds, how.loose), _by_consonants(one, other))
    one_beat = min(_beats(one), _beats(other)) < 2
    if how.slavic and not one_beat:
        score = likeness(one.sounds, other.sounds, how.loose)
    else:
        left, right = (fine_sounds(word.text, word.readings) for word in (one, other))
        if how.slavic:  # an а stays an а where it must be stressed, but г is g or h everywhere
            left, right = (tuple(sound.replace("G", "H") for sound in sounds) for sounds in (left, right))
        score = likeness(left, right, how.loose)
    if one.article != other.article:
        joined, bare = (other, one) if one.article else (one, other)
        score = max(score, likeness(tuple("AL" + sound for sound in bare.sounds), joined.sounds, how.loose))
    return score


def _beats(word: Word) -> int:
    """How many vowels a word has: Belarusian changes only those that are not stressed."""
    return sum(letter in "AEIOU" for letter in word.sounds[0])


def _by_consonants(one: Word, other: Word) -> float:
    bones, others = _bones(one), _bones(other)
    return 0.95 * likeness(bones, others) if all(bones) and all(others) else 0.0


def _bones(word: Word) -> tuple[str, ...]:
    """The consonants; و is a vowel as often as a consonant, so no v is kept."""
    return tuple(skeleton(sound).replace("V", "") for sound in word.sounds)


def _known_given_pair(one: Word, other: Word, score: float) -> _Pair:
    both = one.given & other.given
    if not both:
        sure = GIVEN in {one.role, other.role}
        return _Pair(one, other, 0.0 if sure else min(score, _GIVEN_UNLIKE))
    if fold(one.text) == fold(other.text):
        return _Pair(one, other, 1.0)
    row = min(both)
    if is_short_form(one.text, row) != is_short_form(other.text, row):
        return _Pair(one, other, _SHORT_FORM, f"{_both(one, other)} are a name and its short form.")
    return _Pair(one, other, 1.0, f"{_both(one, other)} are forms of one given name.")


def _given_pair(one: Word, other: Word, score: float) -> _Pair:
    """Given names of which one at least is not in the table: they must be nearly alike."""
    least = 0.9 if one.given or other.given else _UNKNOWN_GIVEN_LEAST
    if score < least and GIVEN in {one.role, other.role}:
        score = min(score, _GIVEN_UNLIKE)
    shorter, longer = sorted((one.sounds[0], other.sounds[0]), key=len)
    if (longer[:-1] == shorter and longer[-1] in "AE") or {one.text[-1], other.text[-1]} in _HIS_AND_HERS:
        score = min(score, 0.6)  # a man's name and the woman's name made from it
    return _Pair(one, other, score, _spelling(one, other, score))


def _initial_pair(one: Word, other: Word) -> _Pair:
    initial, name = (one, other) if one.role == INITIAL else (other, one)
    if name.role == INITIAL:
        alike = not set(initial.sounds).isdisjoint(name.sounds) or initial.text == name.text
        return _Pair(one, other, 0.95 if alike else 0.0)
    firsts = {sound[0] for sound in name.sounds} | {fold(name.text)[0]}
    fits = bool(firsts & {fold(initial.text), *(sound[0] for sound in initial.sounds)})
    fits = fits or any(initial_fits(initial.text, row) for row in name.given)
    if not fits or name.role == FAMILY:
        return _Pair(one, other, 0.0)
    return _Pair(one, other, _INITIAL_ONLY, f"“{initial.text.upper()}.” may be {name.text.title()}.")


def _both(one: Word, other: Word) -> str:
    return f"{one.text.title()} and {other.text.title()}"


def _spelling(one: Word, other: Word, score: float) -> str:
    if fold(one.text) == fold(other.text):
        return ""
    if score >= 0.999:
        return f"{_both(one, other)} are spellings of one name."
    return f"{_both(one, other)} are nearly alike." if score >= 0.8 else f"{_both(one, other)} differ."


# ---- the whole ---------------------------------------------------------------------------------


def _order(order: tuple[int, ...], few: list[Word], many: list[Word], certain: bool) -> tuple[float, str]:
    """What the order of the words takes from the score, and why."""
    crossed = [
        (few[i], many[j]) for i, j in enumerate(order) if {few[i].role, many[j].role} == {GIVEN, FAMILY}
    ]
    if crossed and certain:
        return _OTHER_ORDER_AGAINST, "What is a given name in one stands as a family name in the other."
    guessed = EITHER in {word.role for word in few} or EITHER in {word.role for word in many} or crossed
    if guessed and any(i > j for i, j in pairwise(order)):
        return _OTHER_ORDER, "The words stand in another order."
    return 1.0, ""


def _explained(
    best: tuple[float, tuple[int, ...]],
    few: list[Word],
    many: list[Word],
    table: dict[tuple[int, int], _Pair],
    certain: bool,
) -> Match:
    score, order = best
    if not order:
        return _NO_MATCH
    reasons = [table[i, j].reason for i, j in enumerate(order)] + [_order(order, few, many, certain)[1]]
    missing = [word for j, word in enumerate(many) if j not in order and word.role != INITIAL]
    if len(few) == 1:
        score *= _ONE_WORD
        reasons.append(f"Only {few[0].text.title()} is to compare, which many people may be called.")
    elif missing:
        score *= _MISSING.get(len(missing), _MISSING_MORE)
        reasons.append(f"{_listed(missing)} stands in one of the names only.")
    return Match(score, tuple(reason for reason in reasons if reason))


def _listed(words: list[Word]) -> str:
    return " ".join(word.text.title() for word in words)


def _joined_alike(left: Parsed, right: Parsed, how: _How) -> Match:
    """Names whose words are divided otherwise: Liu Xiao Bo and Xiaobo Liu."""
    ones, others = _needed(left), _needed(right)
    if len(ones) == len(others) or min(len(ones), len(others)) < 2:
        return _NO_MATCH
    whole = "".join(word.text for word in ones)
    turned = ["".join(word.text for word in others[at:] + others[:at]) for at in range(len(others))]
    read = sounds if how.slavic else fine_sounds
    score = max(
        likeness(read(whole, ones[0].readings), read(one, others[0].readings), how.loose) for one in turned
    )
    if score < _JOINED_LEAST:
        return _NO_MATCH
    return Match(score * 0.98, ("The same name, its words divided in another way.",))
