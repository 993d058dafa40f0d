"""What the public search reads beside the keys of people: titles with their keys, and the words of keys."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Model, QuerySet

from cases.finding import Index, vocabulary
from cases.names.lookup import index_keys, words_of
from cases.publication.models import (
    PublicIncident,
    PublicOrganisation,
    PublicPlace,
)
from cases.publication.models_search import (
    PublicKey,
    PublicTitle,
    PublicTitleKey,
    PublicTitleWord,
    PublicWord,
)

PEOPLE = Index(PublicKey, PublicWord, "publication_publickey")
TITLES = Index(
    PublicTitleKey, PublicTitleWord, "publication_publictitlekey", owner="title_id", place="title_id"
)

TITLED: dict[type[Model], str] = {
    PublicOrganisation: "organisation",
    PublicPlace: "place",
    PublicIncident: "incident",
}
BATCH = 500
SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "de",
        "del",
        "der",
        "des",
        "di",
        "du",
        "el",
        "for",
        "from",
        "in",
        "la",
        "las",
        "le",
        "les",
        "los",
        "of",
        "on",
        "the",
        "to",
        "y",
    ]
)
_WORD = re.compile(r"[^\W\d_]+")


def telling(text: str) -> str:
    """A title or a query without the words that every title has; all of it where it has no others."""
    words = _WORD.findall(text)
    return " ".join([word for word in words if word.lower() not in SMALL_WORDS] or words)


def words_of_people(persons: Iterable[str]) -> set[str]:
    """The words in the keys of these people."""
    return words_of(PublicKey.objects.filter(person__in=list(persons)).values_list("key", flat=True))


def settle_words(persons: Iterable[str], before: set[str]) -> None:
    """Enter the words that these people have now; take out those of before that nobody has any longer."""
    now = words_of_people(persons)
    vocabulary.learn(PublicWord, now)
    vocabulary.forget(PEOPLE, before - now)


def write_titles(rows: Sequence[Model]) -> None:
    """The titles of these organisations, places and incidents, in the place of what they had."""
    made = [_title(row) for row in rows]
    before = _remove([title.key for title in made])
    PublicTitle.objects.bulk_create(made, batch_size=BATCH)
    keys = [
        PublicTitleKey(title=title, key=key) for title in made for key in sorted(index_keys(title.searched))
    ]
    PublicTitleKey.objects.bulk_create(keys, batch_size=BATCH)
    vocabulary.learn(PublicTitleWord, (key.key for key in keys))
    vocabulary.forget(TITLES, before)


def remove_titles(model: type[Model], ids: Iterable[str]) -> None:
    """The titles of these go, and the words that only they had."""
    vocabulary.forget(TITLES, _remove([f"{TITLED[model]}:{one}" for one in ids]))


def rebuild_words() -> None:
    """The words of all keys, made anew."""
    vocabulary.rebuild(PEOPLE)
    vocabulary.rebuild(TITLES)


def rebuild_titles() -> None:
    """Titles, their keys and words, made anew."""
    PublicTitleKey.objects.all().delete()
    PublicTitle.objects.all().delete()
    PublicTitleWord.objects.all().delete()
    for model in TITLED:
        rows: QuerySet[Model] = model._default_manager.order_by("pk")
        write_titles(list(rows))


def _title(row: Any) -> PublicTitle:
    kind = TITLED[type(row)]
    text = getattr(row, "title" if kind == "incident" else "name")
    more = getattr(row, "place", "")
    return PublicTitle(
        key=f"{kind}:{row.pk}", kind=kind, text=text, path=row.path, searched=telling(f"{text} {more}")
    )


def _remove(keys: list[str]) -> list[str]:
    """Titles without their words; the keys that they had."""
    old = PublicTitleKey.objects.filter(title__in=keys)
    had = list(old.values_list("key", flat=True))
    old.delete()
    PublicTitle.objects.filter(pk__in=keys).delete()
    return had
