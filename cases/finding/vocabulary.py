"""The words that occur in an index, by their variants: from a misspelt word to those it could be.

There are far fewer words than names, so this stays small, and asking it costs the same on any database.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby, islice
from typing import Any

from django.db.models import Model
from rapidfuzz.distance import OSA

from cases.finding.index import Index
from cases.names.lookup import LAST, SEPARATOR, variants, words_of
from cases.names.sounds import skeleton

BATCH = 500
MOST_ALIKE = 10  # words that one misspelt word is looked up as
LEAST_NEAR = 0.6
SAME_BONES = 0.7
SAME_BONES = 0.7


def alike(index: Index, words: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """For each word, given by its sounds, the words of an index that could have been meant."""
    wanted = [{one for sound in words_of(sounds) for one in variants(sound)} for sounds in words]
    return [_nearest(sounds, near) for sounds, near in zip(words, index.near(wanted), strict=True)]


def _nearest(sounds: tuple[str, ...], words: Iterable[str]) -> tuple[str, ...]:
    near = sorted((-nearness(sounds, word), word) for word in words if word not in sounds)
    return tuple(word for like, word in near[:MOST_ALIKE] if -like >= LEAST_NEAR)


def nearness(sounds: Iterable[str], word: str) -> float:
    """How much of a word the nearest of some sound strings has in common with it, 0 to 1."""
    return max((_near(sound, word) for sound in sounds), default=0.0)


def _near(sound: str, word: str) -> float:
    """By the letters that one would have to change; the same consonants are near whatever the vowels are."""
    near = OSA.normalized_similarity(sound, word)
    if near >= SAME_BONES or sound[0] != word[0]:
        return near
    bones = skeleton(sound)
    return SAME_BONES if len(bones) > 2 and bones == skeleton(word) else near


def learn(words: type[Model], keys: Iterable[str]) -> None:
    """Enter the words of these keys that are not there yet."""
    new = sorted(words_of(keys))
    rows: Any = words._default_manager
    for at in range(0, len(new), BATCH):
        batch = new[at : at + BATCH]
        there = set(rows.filter(variant__in=batch, word__in=batch).values_list("word", flat=True))
        missing = [word for word in batch if word not in there]
        made = [words(variant=variant, word=word) for word in missing for variant in sorted(variants(word))]
        rows.bulk_create(made, batch_size=BATCH, ignore_conflicts=True)


def forget(index: Index, keys: Iterable[str]) -> None:
    """Take out the words of keys that were deleted, where no other key has them: a name that went is gone."""
    gone = sorted(word for word in words_of(keys) if not _is_used(index, word))
    for at in range(0, len(gone), BATCH):
        index.words._default_manager.filter(word__in=gone[at : at + BATCH]).delete()


def _is_used(index: Index, word: str) -> bool:
    low = word + SEPARATOR
    used = {f"{index.column}__gte": low, f"{index.column}__lt": low + LAST}
    return bool(index.keys._default_manager.filter(**used).exists())


def rebuild(index: Index) -> int:
    """Make the words anew from the keys; how many keys begin with a word of their own."""
    index.words._default_manager.all().delete()
    keys = index.keys._default_manager.order_by(index.column).values_list(index.column, flat=True)
    heads = (head for head, _ in groupby(key.partition(SEPARATOR)[0] for key in keys.iterator()))
    count = 0
    while batch := [f"{head}{SEPARATOR}" for head in islice(heads, BATCH)]:
        learn(index.words, batch)
        count += len(batch)
    return count
