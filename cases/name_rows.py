"""The computed columns of names and organisations: keys, scripts, search tokens, one-line texts."""

import unicodedata
from collections.abc import Sequence

from django.db import models

from cases import bulk, names
from cases.models import NameToken, Organisation, PersonName
from cases.organisation_names import organisation_key


def set_key(name: PersonName) -> None:
    """Bring the text, key and script of a name into the form in which they are kept."""
    name.text = one_line(name.text)
    name.key = names.key(name.text)[: _size(PersonName, "key")]
    name.key_version = names.KEY_VERSION
    name.script = names.script_of(name.text)


def set_tokens(rows: Sequence[PersonName], *, are_new: bool = False) -> set[int]:
    """Write the search tokens that these names should have; the keys of the names where that was a change.

    Names that were inserted just now have none yet, and need no look.
    """
    size = _size(NameToken, "token")
    wanted = {(name.pk, token[:size]) for name in rows for token in names.tokens(name.text)}
    stored = {} if are_new else _stored_tokens(rows)
    stale = stored.keys() - wanted
    missing = sorted(wanted - stored.keys())
    if stale:
        NameToken.objects.filter(pk__in=[stored[one] for one in stale]).delete()
    bulk.insert([NameToken(name_id=pk, token=token) for pk, token in missing])
    return {pk for pk, _ in stale} | {pk for pk, _ in missing}


def _stored_tokens(rows: Sequence[PersonName]) -> dict[tuple[int, str], int]:
    tokens = NameToken.objects.filter(name__in=[name.pk for name in rows])
    return {(token.name_id, token.token): token.pk for token in tokens}


def key_of_organisation(name: str) -> str:
    """The key under which an organisation is kept."""
    return organisation_key(name)[: _size(Organisation, "key")]


def one_line(text: str) -> str:
    """Composed Unicode with single blanks, so that one spelling is one text."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _size(model: type[models.Model], field: str) -> int:
    size: int | None = model._meta.get_field(field).max_length  # type: ignore[union-attr]  # a text column
    assert size is not None
    return size
