"""The log: chained, guarded by the database, and verified."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, models, transaction

from cases.models import Change
from cases.publication.guards import GUARDED, lower_statements, lowered, missing
from cases.publication.log import content_hash, version_hash
from cases.publication.models import (
    LogHead,
    PublicEvent,
    PublicName,
    PublicPerson,
    PublicSource,
    Version,
    VersionDocument,
)
from cases.publication.publish import publish
from cases.publication.verify import breaches
from tests.cases import builders
from tests.cases.publication.conftest import Story, make_story


@pytest.fixture
def log(story: Story) -> Story:
    """A log of four entries."""
    other = builders.make_person("Ales Bialiatski")
    builders.make_event(other, source=story.source)
    figure = builders.make_figure()
    builders.make_citation(story.source, figure)
    publish(persons=[story.person, other], incidents=[story.incident], figures=[figure], by="a", why="b")
    return story


def test_each_entry_names_the_hash_of_the_one_before(log: Story) -> None:
    versions = list(Version.objects.all())
    assert [version.number for version in versions] == [1, 2, 3, 4]
    assert [version.previous_hash for version in versions] == ["", *(v.hash for v in versions[:-1])]
    assert [version.hash for version in versions] == [version_hash(version) for version in versions]
    assert (LogHead.objects.get().number, LogHead.objects.get().hash) == (4, versions[-1].hash)
    assert list(breaches()) == []


def test_a_document_has_a_salt_of_its_own(log: Story) -> None:
    documents = list(VersionDocument.objects.select_related("version"))
    assert len({document.salt for document in documents}) == 4
    for document in documents:
        assert document.version.content_hash == content_hash(document.salt, document.body.encode())


@pytest.mark.parametrize("model", [Version, VersionDocument, Change])
def test_the_database_refuses_to_change_or_delete_what_is_logged(
    model: type[models.Model], log: Story
) -> None:
    Change.objects.create(by="a", action="add", model="person", object_id="1")
    field = {Version: "reason", VersionDocument: "body", Change: "why"}[model]
    attempts: list[Callable[[], object]] = [
        lambda: model._default_manager.update(**{field: "x"}),
        lambda: model._default_manager.all()._raw_delete("default"),
    ]
    for attempt in attempts:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            attempt()


def test_the_database_refuses_to_replace_or_truncate(log: Story) -> None:
    statement = {
        "sqlite": "INSERT OR REPLACE INTO publication_version SELECT * FROM publication_version",
        "postgresql": "TRUNCATE cases_change",
    }[connection.vendor]
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_a_test_with_real_transactions_finds_an_empty_log_and_its_guards(time: str) -> None:
    assert not Version.objects.exists()
    assert missing() == []
    publish_one()
    with pytest.raises(DatabaseError, match="append-only"):
        Version.objects.update(reason="x")


def test_every_guard_is_up_after_the_migrations(db: None) -> None:
    assert missing() == []


@pytest.mark.parametrize("table", GUARDED)
def test_a_missing_guard_is_a_breach(table: str, db: None) -> None:
    with connection.cursor() as cursor:
        for statement in lower_statements(connection.vendor, table):
            cursor.execute(statement)
    assert [breach for breach in breaches() if table in breach]


def publish_one() -> None:
    """One person in the log."""
    publish(persons=[make_story().person], by="a", why="b")


def _swap_first_two() -> None:
    columns = [field.attname for field in Version._meta.concrete_fields if not field.primary_key]
    first, second = Version.objects.filter(number__in=[1, 2]).values(*columns)
    Version.objects.filter(number=1).update(hash="-", edition=9)
    Version.objects.filter(number=2).update(**first)
    Version.objects.filter(number=1).update(**second)


def _cut_off_the_tail() -> None:
    VersionDocument.objects.filter(version=4)._raw_delete("default")
    Version.objects.filter(number=4)._raw_delete("default")


def _cut_off_the_tail_and_mend_the_head() -> None:
    _cut_off_the_tail()
    LogHead.objects.update(number=3, hash=Version.objects.get(number=3).hash)


def _take_out_the_second() -> None:
    VersionDocument.objects.filter(version=2)._raw_delete("default")
    Version.objects.filter(number=2)._raw_delete("default")


def _recompute_one_hash() -> None:
    version = Version.objects.get(number=2)
    version.reason = "Another reason"
    Version.objects.filter(number=2).update(reason=version.reason, hash=version_hash(version))


TAMPERING: dict[str, tuple[Callable[[], object], str]] = {
    **{
        column: (lambda column=column: Version.objects.filter(number=2).update(**{column: "x"}), "Entry 2 ")  # type: ignore[misc]
        for column in ("reason", "by", "content_hash", "previous_hash", "hash")
    },
    "time": (lambda: Version.objects.filter(number=2).update(at="2020-01-01T00:00:00Z"), "Entry 2 "),
    "edition": (lambda: Version.objects.filter(number=2).update(edition=7), "Entry 2 "),
    "action": (lambda: Version.objects.filter(number=2).update(action="erase", content_hash=""), "Entry 2 "),
    "document": (lambda: VersionDocument.objects.filter(version=3).update(body='{"id":"x"}'), "Entry 3 "),
    "document gone": (lambda: VersionDocument.objects.filter(version=3)._raw_delete("default"), "Entry 3 "),
    "salt": (lambda: VersionDocument.objects.filter(version=3).update(salt="x"), "Entry 3 "),
    "order": (_swap_first_two, "Entry 1 "),
    "one taken out": (_take_out_the_second, "entry 2 of the log is missing"),
    "the end cut off": (_cut_off_the_tail, "cut off"),
    "one hash made to fit": (_recompute_one_hash, "Entry 3 "),
    "the head": (lambda: LogHead.objects.update(hash="x"), "head"),
    "the head gone": (lambda: LogHead.objects.all().delete(), "head"),
}


@pytest.mark.parametrize(("tamper", "place"), TAMPERING.values(), ids=TAMPERING)
def test_tampering_is_found_where_it_is(tamper: Callable[[], object], place: str, log: Story) -> None:
    with lowered(connection):
        tamper()
    found = [breach for breach in breaches() if place in breach]
    assert found, list(breaches())


def test_a_log_that_was_cut_off_with_its_head_is_found_by_a_head_kept_elsewhere(log: Story) -> None:
    kept = LogHead.objects.get().hash
    assert list(breaches(kept)) == []
    with lowered(connection):
        _cut_off_the_tail_and_mend_the_head()
    assert any(kept in breach for breach in breaches(kept))


ROWS: dict[str, Callable[[], object]] = {
    "a cell": lambda: PublicPerson.objects.filter(name="Ales Bialiatski").update(status="released"),
    "an event": lambda: PublicEvent.objects.filter(kind="release").delete(),
    "a name": lambda: PublicName.objects.filter(is_primary=False).delete(),
    "a source": lambda: PublicSource.objects.update(title="Another"),
    "a source more": lambda: PublicSource.objects.create(id="x"),
    "a person": lambda: PublicPerson.objects.filter(name="Ales Bialiatski").delete(),
}


@pytest.mark.parametrize("tamper", ROWS.values(), ids=ROWS)
def test_public_rows_that_no_document_says_are_found(tamper: Callable[[], object], log: Story) -> None:
    tamper()
    assert list(breaches())


def test_the_command_prints_what_is_wrong_and_exits_with_1(log: Story) -> None:
    out = StringIO()
    call_command("verify_publications", stdout=out)
    assert f"Head of the log: 4 {LogHead.objects.get().hash}" in out.getvalue()
    with lowered(connection):
        Version.objects.filter(number=2).update(reason="x")
    with pytest.raises(CommandError) as error:
        call_command("verify_publications", stdout=out)
    assert error.value.returncode == 1
    assert "Entry 2 " in out.getvalue()
