"""Whether two written names can be one person's, as a score with the sentences that say why.

Words are paired so that the whole fits best; every word of the shorter name must have a partner.
The score starts at 1 and each doubt takes its part of it. Names only propose: two people may have
one name, so whoever links records must also look at facts (importers/resolve).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, permutations

from cases.names.gender import UNKNOWN, gender_of_parsed
from cases.names.given import given_names
from cases.names.pairs import How, Pair, pair
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
from cases.names.parts import is_vietnamese
from cases.names.script import fold
from cases.names.sounds import fine_sounds, likeness, sounds

LINK = 0.92
"""At this score the spellings are those of one name; no pair of different names in our tables reaches it."""
ASK = 0.75
"""From this score on, a person should look."""

_WITH_FATHERS_NAMES = frozenset(("ar", "fa", "az", "am"))  # where fathers' given names are last names
_OF_A_FAMILY = re.compile(r"(?:AVA?|LI|LU|I|ZADA?|ZADE|EN)$")  # endings, in sounds, of last names there
_LOOSE_ORIGINS = frozenset(("ar", "fa", "az"))  # their vowels are romanised freely
_OTHER_ORDER = 0.96
_OTHER_ORDER_AGAINST = 0.85  # both names say which part is the given name, and say it differently
_OTHER_ORDER_OF_SYLLABLES = 0.9  # Wen Li may be Li Wen written for the West, and may be another
_OTHER_ORDER_OF_FATHERS = 0.8  # Ali Aydın and Aydın Ali: the last may be the father's given name
_SWAPPED = 0.6  # Ali Hassan is not Hassan Ali: where every part can be a given name, the order tells
_SCRAMBLED = 0.65  # Ana María and María Ana, Pérez Gómez and Gómez Pérez
_MISSING = (1.0, 0.9, 0.84, 0.78)  # by the number of words that one name lacks
_MISSING_SLAVIC = 0.84  # half of a double family name is another family's name
_MISSING_LAST = 0.75  # the last word of a Vietnamese name is the given name: Mai is not Mai Anh
_ONE_WORD = 0.7  # a lone family or given name is no identification
_FATHERS_DIFFER = 0.4
_FATHERS_LEAST = 0.8
_GENDERS_DIFFER = 0.3
_JOINED = 0.98
_JOINED_LEAST = 0.95
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Match:
    """How well two names agree, 0 to 1, and why in sentences."""

    score: float
    reasons: tuple[str, ...]


_NO_MATCH = Match(0.0, ("The names have no part in common.",))


@lru_cache(50_000)
def compare(a: str, b: str) -> Match:
    """How well two names agree; the order of the two does not matter to the score."""
    left, right = parse(a), parse(b)
    if not left.words or not right.words:
        return _NO_MATCH
    if fold(a) == fold(b):
        return _same_letters(left)
    how = How(
        loose=bool((left.origins | right.origins) & _LOOSE_ORIGINS), slavic=left.is_slavic or right.is_slavic
    )
    found = max(_paired(left, right, how), _joined_alike(left, right, how), key=lambda match: match.score)
    return _checked(found, left, right)


def _same_letters(name: Parsed) -> Match:
    if len(name.words) > 1:
        return Match(1.0, ("The names are written alike.",))
    return Match(_ONE_WORD, ("Both are the same single word, which many people may be called.",))


def _checked(found: Match, left: Parsed, right: Parsed) -> Match:
    """The score held down where the names say that they are of different people."""
    genders = {gender_of_parsed(left), gender_of_parsed(right)}
    if UNKNOWN not in genders and len(genders) == 2 and found.score > _GENDERS_DIFFER:
        found = Match(_GENDERS_DIFFER, (*found.reasons, "One is a woman's name and the other a man's."))
    fathers = left.having(FATHER), right.having(FATHER)
    if all(fathers) and not _one_father(fathers[0][0], fathers[1][0]):
        reason = f"The fathers' names differ: {fathers[0][0].text.title()} and {fathers[1][0].text.title()}."
        found = Match(found.score * _FATHERS_DIFFER, (*found.reasons, reason))
    return found


def _one_father(left: Word, right: Word) -> bool:
    if likeness(left.sounds, right.sounds) >= _FATHERS_LEAST:
        return True
    stems = [parse(fathers_stem(word.text)).words for word in (left, right)]
    return all(stems) and bool(stems[0][0].given & stems[1][0].given)


class _Pairing:
    """The ways to pair the words of two names, of which `few` are not more than `many`."""

    def __init__(self, few: list[Word], many: list[Word], how: How, certain: bool) -> None:
        self.few = few
        self.many = many
        self.certain = certain
        self.all_given = all(word.given for word in (*few, *many))
        self.short = len(many) == 2 and all(word.is_syllable for word in many)
        self.fathers = not how.slavic and _by_fathers_names(few, many)
        self.pairs: list[list[Pair]] = [[pair(one, other, how) for other in many] for one in few]

    def best(self) -> tuple[float, tuple[int, ...]]:
        """The best score, and for each of the few the place of its partner."""
        best: tuple[float, tuple[int, ...]] = (0.0, ())
        for places in permutations(range(len(self.many)), len(self.few)):
            score = self.order(places)[0]
            for row, at in zip(self.pairs, places, strict=True):
                score *= row[at].score
                if score <= best[0]:
                    break
            else:
                best = score, places
        return best

    def order(self, places: tuple[int, ...]) -> tuple[float, str]:
        """What the order of the words takes from the score, and why."""
        roles = [{one.role, self.many[at].role} for one, at in zip(self.few, places, strict=True)]
        crossed = {GIVEN, FAMILY} in roles
        if crossed and self.certain:
            return (
                _SWAPPED if self.all_given else _OTHER_ORDER_AGAINST,
                "What is a given name in one stands as a family name in the other.",
            )
        turns = sum(before > after for before, after in pairwise(places))
        if not turns:
            return 1.0, ""
        if turns + (places[-1] > places[0]) > 1:
            return _SCRAMBLED, "The words stand in an order that makes another name."
        if not crossed and all(word.role != EITHER for word in (*self.few, *self.many)):
            return 1.0, ""
        if self.all_given:
            return _SWAPPED, "Each part can be the given name, and they stand in another order."
        if self.fathers:
            return _OTHER_ORDER_OF_FATHERS, "A father's name can be the last, so the order tells."
        score = _OTHER_ORDER_OF_SYLLABLES if self.short else _OTHER_ORDER
        return score, "The words stand in another order."

    def reasons(self, places: tuple[int, ...]) -> list[str]:
        return [row[at].reason for row, at in zip(self.pairs, places, strict=True)] + [self.order(places)[1]]


def _paired(left: Parsed, right: Parsed, how: How) -> Match:
    """The best pairing of the words of two names."""
    few, many = sorted((_needed(left), _needed(right)), key=len)
    if not few or len(many) > _MOST_WORDS:
        return _NO_MATCH
    pairing = _Pairing(few, many, how, left.certain and right.certain)
    score, places = pairing.best()
    if not places:
        return _NO_MATCH
    reasons = pairing.reasons(places)
    missing = [word for at, word in enumerate(many) if at not in places and word.role != INITIAL]
    if len(few) == 1:
        score *= _ONE_WORD
        reasons.append(f"Only {few[0].text.title()} is to compare, which many people may be called.")
    elif missing:
        score *= min(_MISSING[min(len(missing), 3)], _MISSING_SLAVIC if how.slavic else 1.0)
        if missing[-1] is many[-1] and is_vietnamese([word.text for word in many]):
            score *= _MISSING_LAST
        reasons.append(f"{' '.join(word.text.title() for word in missing)} stands in one of the names only.")
    return Match(score, tuple(reason for reason in reasons if reason))


def _by_fathers_names(few: list[Word], many: list[Word]) -> bool:
    """Whether these may be names of a person and of the father, none with the look of a family's name."""
    words = (*few, *many)
    origins = {given_names()[row].origin for word in words for row in word.given}
    if origins.isdisjoint(_WITH_FATHERS_NAMES) or any(word.article for word in words):
        return False
    return not any(_OF_A_FAMILY.search(word.sounds[0]) for word in words if not word.given)


def _needed(name: Parsed) -> list[Word]:
    """The words that must have a partner: not the father's name, not what stands in brackets."""
    words = [word for word in name.words if word.role not in {FATHER, OPTIONAL}]
    return words or list(name.words)


def _joined_alike(left: Parsed, right: Parsed, how: How) -> Match:
    """Names whose words are divided otherwise: Liu Xiao Bo and Xiaobo Liu."""
    ones, others = _needed(left), _needed(right)
    if len(ones) == len(others) or min(len(ones), len(others)) < 2:
        return _NO_MATCH
    heard = sounds if how.slavic else fine_sounds
    whole = heard("".join(word.text for word in ones), ones[0].readings)
    turned = ["".join(word.text for word in others[at:] + others[:at]) for at in range(len(others))]
    score = max(likeness(whole, heard(text, others[0].readings), how.loose) for text in turned)
    if score < _JOINED_LEAST:
        return _NO_MATCH
    return Match(score * _JOINED, ("The same name, its words divided in another way.",))
