"""How well one word of a name agrees with one word of another, and why."""

import re
from typing import NamedTuple

from cases.names.given import initial_fits, is_short_form
from cases.names.parse import EITHER, FAMILY, GIVEN, INITIAL, Word
from cases.names.script import fold
from cases.names.sounds import fine_sounds, is_abjad, likeness, skeleton

_SHORT_FORM = 0.98
_INITIAL_ONLY = 0.86
_INITIALS_ALIKE = 0.95
_INITIALS_HEARD_ALIKE = 0.8  # A. and O. may be Aleh and Oleg, and may be Alexei and Oleg
_BY_CONSONANTS = 0.95
_NEARLY = 0.8
_GIVEN_LEAST = 0.8  # two given names that the table does not know
_GIVEN_LEAST_BESIDE_KNOWN = 0.9
_GIVEN_UNLIKE = 0.25
_FAMILY_UNLIKE = 0.6
_DERIVED = 0.75  # Kavalenkau is another family than Kavalenka, and Mansouri than Mansour
_SYLLABLES_UNLIKE = 0.6  # Thu and Thuy, Linh and Lanh: in one syllable each sound counts
_CONSONANT = re.compile("[^AEIOUYH]")
_HIS_AND_HERS = ({"o", "a"}, {"о", "а"})  # Mario and Maria


class How(NamedTuple):
    """How freely vowels are read: Arabic ones are romanised freely, Slavic ones change with the stress."""

    loose: bool
    slavic: bool


class Pair(NamedTuple):
    """How well two words agree, 0 to 1, with a sentence where there is something to say."""

    score: float
    reason: str = ""


def pair(one: Word, other: Word, how: How) -> Pair:
    """How well two words of two names agree."""
    if INITIAL in {one.role, other.role}:
        return _initial(one, other)
    score = 1.0 if fold(one.text) == fold(other.text) else _likeness(one, other, how)
    as_given = FAMILY not in {one.role, other.role}
    if one.given and other.given:
        return _known(one, other, score, as_given)
    if as_given and {one.role, other.role} <= {GIVEN, EITHER}:
        return _given(one, other, score)
    return Pair(score, _spelling(one, other, score))


def _likeness(one: Word, other: Word, how: How) -> float:
    """How alike two words sound, seen as strictly as their languages allow."""
    if is_abjad(one.text) != is_abjad(other.text):
        return max(likeness(one.sounds, other.sounds, how.loose), _by_consonants(one, other))
    if how.slavic and not how.loose and min(_syllables(one), _syllables(other)) > 1:
        score = likeness(one.sounds, other.sounds, how.loose)
    else:
        left, right = (fine_sounds(word.text, word.readings) for word in (one, other))
        if any(how):  # an а stays an а where it must be stressed, but г is g or h everywhere
            left, right = (tuple(sound.replace("G", "H") for sound in heard) for heard in (left, right))
        score = likeness(left, right, how.loose)
    if one.article != other.article:
        joined, bare = (other, one) if one.article else (one, other)
        score = max(score, likeness(tuple("AL" + sound for sound in bare.sounds), joined.sounds, how.loose))
    return score if score > 0.999 else min(score, _most(one, other, how))


def _most(one: Word, other: Word, how: How) -> float:
    """The most that two words can agree which are not pronounced alike."""
    if not any(how) and one.is_syllable and other.is_syllable:
        return _SYLLABLES_UNLIKE
    shorter, longer = sorted((one.sounds[0], other.sounds[0]), key=len)
    rest = longer[len(shorter) :] if longer.startswith(shorter) else ""
    derived = _CONSONANT.search(rest) or (how.loose and rest == "I")
    return _DERIVED if derived and len(shorter) > 3 else 1.0


def _syllables(word: Word) -> int:
    return sum(letter in "AEIOU" for letter in word.sounds[0])


def _by_consonants(one: Word, other: Word) -> float:
    bones, others = _bones(one), _bones(other)
    return _BY_CONSONANTS * likeness(bones, others) if all(bones) and all(others) else 0.0


def _bones(word: Word) -> tuple[str, ...]:
    """The consonants; و is a vowel as often as a consonant, so no v is kept."""
    return tuple(skeleton(sound).replace("V", "") for sound in word.sounds)


def _known(one: Word, other: Word, score: float, as_given: bool) -> Pair:
    """Two names of the table, which in many countries are family names too."""
    rows = one.given & other.given
    if not rows:
        least = _GIVEN_UNLIKE if as_given else _FAMILY_UNLIKE
        sure = as_given and GIVEN in {one.role, other.role}
        return Pair(0.0 if sure else min(score, least), f"{_both(one, other)} are two different names.")
    if fold(one.text) == fold(other.text):
        return Pair(1.0)
    if not as_given:
        score = max(score, _SHORT_FORM if one.role == other.role else score)
        return Pair(score, _spelling(one, other, score))
    row = min(rows)
    if is_short_form(one.text, row) != is_short_form(other.text, row):
        return Pair(_SHORT_FORM, f"{_both(one, other)} are a name and its short form.")
    return Pair(1.0, f"{_both(one, other)} are forms of one given name.")


def _given(one: Word, other: Word, score: float) -> Pair:
    """Given names of which one at least is not in the table: they must be nearly alike."""
    least = _GIVEN_LEAST_BESIDE_KNOWN if one.given or other.given else _GIVEN_LEAST
    if score < least and GIVEN in {one.role, other.role}:
        score = min(score, _GIVEN_UNLIKE)
    shorter, longer = sorted((one.sounds[0], other.sounds[0]), key=len)
    if (longer[:-1] == shorter and longer[-1] in "AE") or {one.text[-1], other.text[-1]} in _HIS_AND_HERS:
        score = min(score, _FAMILY_UNLIKE)  # a man's name and the woman's name made from it
    return Pair(score, _spelling(one, other, score))


def _initial(one: Word, other: Word) -> Pair:
    initial, name = (one, other) if one.role == INITIAL else (other, one)
    if initial.text == name.text:
        return Pair(_INITIALS_ALIKE)
    if name.role == INITIAL:
        return Pair(0.0 if set(initial.sounds).isdisjoint(name.sounds) else _INITIALS_HEARD_ALIKE)
    firsts = {sound[0] for sound in name.sounds} | {fold(name.text)[0]}
    fits = not firsts.isdisjoint({fold(initial.text), *(sound[0] for sound in initial.sounds)})
    fits = fits or any(initial_fits(initial.text, row) for row in name.given)
    if not fits or name.role == FAMILY:
        return Pair(0.0)
    return Pair(_INITIAL_ONLY, f"“{initial.text.upper()}.” may be {name.text.title()}.")


def _both(one: Word, other: Word) -> str:
    return f"{one.text.title()} and {other.text.title()}"


def _spelling(one: Word, other: Word, score: float) -> str:
    if fold(one.text) == fold(other.text):
        return ""
    if score > 0.999:
        return f"{_both(one, other)} are spellings of one name."
    return f"{_both(one, other)} are nearly alike." if score >= _NEARLY else f"{_both(one, other)} differ."
