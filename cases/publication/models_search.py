"""The tables that the public search reads: keys of people and of titles, and the words in those keys.

PostgreSQL sorts keys and words by their bytes, as SQLite does (see `migrations/`): the order of the index is
the order of the answer, and must not depend on the language of the database.
"""

from django.db import models

from cases.names.lookup import KEY_LENGTH, WORD_LENGTH


class PublicKey(models.Model):
    """One search key of a published person (`cases.names.lookup`); PostgreSQL sorts it by its bytes."""

    person = models.ForeignKey("PublicPerson", on_delete=models.CASCADE, related_name="keys", db_index=False)
    key = models.CharField(max_length=KEY_LENGTH)

    class Meta:
        indexes = [
            models.Index(fields=["key", "person"], name="publickey_key"),
            models.Index(fields=["person"], name="publickey_person"),
        ]

    def __str__(self) -> str:
        return self.key


class PublicWord(models.Model):
    """A word that keys of people begin with, under one of its variants."""

    variant = models.CharField(max_length=WORD_LENGTH)
    word = models.CharField(max_length=WORD_LENGTH)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["variant", "word"], name="publicword_once")]
        indexes = [models.Index(fields=["word"], name="publicword_word")]

    def __str__(self) -> str:
        return self.word


class PublicTitle(models.Model):
    """What search finds besides people: an organisation, a place or an incident, with what it is found by."""

    key = models.CharField(primary_key=True, max_length=30, help_text="Its kind and id.")
    kind = models.CharField(max_length=20)
    text = models.CharField(max_length=200)
    searched = models.CharField(max_length=401, help_text="The words of its title that tell it from others.")
    path = models.CharField(max_length=3000)

    def __str__(self) -> str:
        return self.text


class PublicTitleKey(models.Model):
    """One search key of a title."""

    title = models.ForeignKey(PublicTitle, on_delete=models.CASCADE, related_name="keys", db_index=False)
    key = models.CharField(max_length=KEY_LENGTH)

    class Meta:
        indexes = [
            models.Index(fields=["key", "title"], name="publictitlekey_key"),
            models.Index(fields=["title"], name="publictitlekey_title"),
        ]

    def __str__(self) -> str:
        return self.key


class PublicTitleWord(models.Model):
    """A word that keys of titles begin with, under one of its variants."""

    variant = models.CharField(max_length=WORD_LENGTH)
    word = models.CharField(max_length=WORD_LENGTH)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["variant", "word"], name="publictitleword_once")]
        indexes = [models.Index(fields=["word"], name="publictitleword_word")]

    def __str__(self) -> str:
        return self.word
