"""Two records made one and taken apart again: nothing is lost, and the public address follows."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.test import Client

from cases import merging, record, rowstate
from cases.constraints import RULES
from cases.models import Change, Citation, CustodyPeriod, Decision, Merge, NameToken, Person, PersonName
from cases.names import tokens
from cases.publication.log import version_hash
from cases.publication.models import PublicDocument, PublicRedirect, Version
from cases.publication.public_rows import rebuild_public
from cases.publication.publish import erase, publish, withdraw
from cases.publication.verify import breaches
from tests.cases import builders as b
from tests.cases.admin.cast import full_person

pytestmark = pytest.mark.django_db
WHY: dict[str, Any] = {"by": "vera", "why": "The same date of birth and the same trial"}


def two() -> tuple[Person, Person]:
    """One person who is in the record twice, the second time with a spelling of the first."""
    first, second = full_person("Maryia Kalesnikava"), full_person("Мария Колесникова")
    b.make_name(second, "Maryia Kalesnikava")
    return first, second


def dump() -> tuple[Any, ...]:
    """The record of people to the last column, and what is derived from it."""
    rows = rowstate.rows_of(Person.objects.all())
    names = sorted(NameToken.objects.values_list("name", "token"))
    periods = sorted(CustodyPeriod.objects.values_list("person", "start", "end", "open"))
    return rows, names, periods


def breached() -> list[str]:
    return [sentence for rule in RULES for sentence in rule()]


def test_everything_of_the_one_becomes_the_others() -> None:
    kept, gone = two()
    merging.merge(gone, into=kept, **WHY)
    gone.refresh_from_db()
    assert gone.merged_into == kept
    assert merging.current(gone) == kept
    assert {name.text for name in kept.names.all()} >= {"Maryia Kalesnikava", "Мария Колесникова"}
    assert [name.text for name in kept.names.filter(is_primary=True)] == ["Maryia Kalesnikava"]
    assert (kept.events.count(), gone.events.count()) == (6, 0)
    assert kept.charges.count() == kept.affiliations.count() == kept.recognitions.count() == 2
    assert breached() == []


def test_a_spelling_that_both_have_stays_and_its_evidence_goes() -> None:
    kept, gone = two()
    twin = gone.names.get(text="Maryia Kalesnikava")
    passage = b.make_citation(b.make_source("Another text of hers\n\nMore."), twin)
    merging.merge(gone, into=kept, **WHY)
    assert [name.text for name in gone.names.all()] == ["Maryia Kalesnikava"]
    assert Citation.objects.get(pk=passage.pk).name == kept.names.get(text="Maryia Kalesnikava")


def test_what_only_the_merged_record_knew_is_taken_over_and_what_both_say_is_kept() -> None:
    kept, gone = b.make_person("Ales Bialiatski", gender="male"), b.make_person("Алесь Бяляцкі", country="BY")
    gone.gender, gone.birth_date, gone.settled = "other", "1962-09-25", ["country"]
    record.save(gone, **WHY)
    merging.merge(gone, into=kept, **WHY)
    kept.refresh_from_db()
    assert (kept.gender, kept.birth_date, kept.country) == ("male", "1962-09-25", "BY")
    assert kept.settled == ["country"]


def test_undoing_restores_the_record_to_the_last_column() -> None:
    kept, gone = two()
    before = dump()
    done = merging.merge(gone, into=kept, **WHY)
    assert dump() != before
    merging.undo(done, **WHY)
    assert dump() == before
    assert breached() == []


def test_what_was_added_or_corrected_in_between_stays() -> None:
    kept, gone = two()
    done = merging.merge(gone, into=kept, **WHY)
    added = b.make_event(kept, "transfer", "2022-01-01")
    moved = next(event for event in kept.events.all() if event.kind == "arrest" and event != added)
    hers = next(row for row in done.changed if row["model"] == "cases.event")["pk"]
    corrected = kept.events.get(pk=hers)
    corrected.place = "Homieĺ"
    record.save(corrected, **WHY)
    merging.undo(done, **WHY)
    assert moved.pk
    assert kept.events.filter(pk=added.pk).exists()
    assert gone.events.get(pk=hers).place == "Homieĺ"


def test_the_first_of_two_merges_can_be_undone_alone() -> None:
    kept, first = two()
    second = full_person("Maria Kolesnikova")
    b.make_name(second, "Мария Колесникова")
    merging.merge(second, into=kept, **WHY)
    alone = dump()[0]
    merging.undo(Merge.objects.get(), **WHY)
    done = merging.merge(first, into=kept, **WHY)
    merging.merge(second, into=kept, **WHY)
    merging.undo(done, **WHY)
    timeless = {key: {**row, "updated_at": ""} for key, row in dump()[0].items()}
    assert timeless == {key: {**row, "updated_at": ""} for key, row in alone.items()}
    assert merging.current(Person.objects.get(pk=second.pk)) == kept
    assert Person.objects.get(pk=first.pk).merged_into is None


def test_merges_into_somebody_merged_can_be_undone_from_the_middle() -> None:
    kept, middle = two()
    last = full_person("Maria Kolesnikova")
    done = merging.merge(last, into=middle, **WHY)
    merging.merge(middle, into=kept, **WHY)
    assert merging.current(Person.objects.get(pk=last.pk)) == kept
    merging.undo(done, **WHY)
    assert Person.objects.get(pk=last.pk).merged_into is None
    assert last.events.count() == 3
    assert kept.events.count() == 6


def test_each_moved_row_has_its_line_in_the_history_of_who_is_kept() -> None:
    kept, gone = two()
    merging.merge(gone, into=kept, **WHY)
    moved = Change.objects.filter(person=kept.public_id, action="change", model="event")
    assert [(one.before, one.after, one.by) for one in moved] == [
        ({"person": gone.pk}, {"person": kept.pk}, "vera")
    ] * 3


def test_who_said_so_and_why_is_kept_of_a_merge_and_of_its_undoing() -> None:
    kept, gone = two()
    done = merging.merge(gone, into=kept, **WHY)
    undone = merging.undo(done, by="olga", why="Two sisters-in-law")
    assert [(one.by, one.why, one.undoes) for one in Merge.objects.order_by("pk")] == [
        ("vera", WHY["why"], None),
        ("olga", "Two sisters-in-law", done),
    ]
    assert [one.verdict for one in Decision.objects.order_by("pk")] == ["same", "different"]
    assert merging.standing().get().verdict == "different"
    assert undone.undoes == done


@pytest.mark.parametrize("why", ["", "   "])
def test_a_merge_needs_a_reason(why: str) -> None:
    kept, gone = two()
    with pytest.raises(ValidationError, match="why"):
        merging.merge(gone, into=kept, by="vera", why=why)


def test_nobody_is_merged_into_themselves_twice_or_into_somebody_merged() -> None:
    kept, gone = two()
    with pytest.raises(ValidationError, match="two people"):
        merging.merge(kept, into=kept, **WHY)
    done = merging.merge(gone, into=kept, **WHY)
    third = b.make_person("Somebody Else")
    with pytest.raises(ValidationError, match="merged into another"):
        merging.merge(gone, into=third, **WHY)
    with pytest.raises(ValidationError, match="merged into another"):
        merging.merge(third, into=gone, **WHY)
    merging.undo(done, **WHY)
    with pytest.raises(ValidationError, match="undone before"):
        merging.undo(done, **WHY)


@pytest.mark.parametrize("model", [Decision, Merge])
def test_the_database_keeps_what_was_decided(model: Any) -> None:
    kept, gone = two()
    merging.merge(gone, into=kept, **WHY)
    for change in (model.objects.all().delete, lambda: model.objects.update(why="Another")):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert model.objects.get().why == WHY["why"]


def published() -> tuple[Person, Person, str]:
    """Both public, and the address of the one who will be merged."""
    kept, gone = two()
    publish(persons=[kept, gone], **WHY)
    return kept, gone, PublicDocument.objects.get(subject_id=gone.public_id).path


def test_the_old_address_leads_to_the_page_that_tells_all(client: Client) -> None:
    kept, gone, address = published()
    done = merging.merge(gone, into=kept, **WHY)
    answer = client.get(address)
    assert (answer.status_code, answer["Location"][-11:]) == (301, f"{kept.public_id}/")
    assert "Мария Колесникова" in client.get(answer["Location"]).content.decode()
    assert list(breaches()) == breached() == []
    merging.undo(done, **WHY)
    assert client.get(address).status_code == 200
    again = client.get(answer["Location"])
    assert again.status_code == 200
    assert "Мария Колесникова" not in again.content.decode()
    assert list(breaches()) == breached() == []
    assert all(version.hash == version_hash(version) for version in Version.objects.all())


def test_an_address_that_leads_to_what_is_withdrawn_is_one_of_nobody(client: Client) -> None:
    kept, gone, address = published()
    merging.merge(gone, into=kept, **WHY)
    withdraw(persons=[kept], **WHY)
    never = client.get("/people/nobody-2222222222/")
    withdrawn = client.get(address)
    assert (withdrawn.status_code, never.status_code) == (404, 404)
    assert withdrawn.content == never.content


def test_nothing_is_said_of_somebody_who_was_not_public(client: Client) -> None:
    kept, gone = two()
    publish(persons=[kept], **WHY)
    merging.merge(gone, into=kept, **WHY)
    assert client.get(f"/people/x-{gone.public_id}/").status_code == 404
    assert not Version.objects.filter(subject_id=gone.public_id).exists()


def test_a_public_page_does_not_vanish_into_a_record_that_is_not_public() -> None:
    kept, gone = two()
    publish(persons=[gone], **WHY)
    with pytest.raises(ValidationError, match="public page"):
        merging.merge(gone, into=kept, **WHY)
    assert Merge.objects.count() == Decision.objects.count() == 0


def test_redirects_follow_from_the_log() -> None:
    kept, gone, _ = published()
    merging.merge(gone, into=kept, **WHY)
    stored = list(PublicRedirect.objects.values_list())
    rebuild_public()
    assert list(PublicRedirect.objects.values_list()) == stored != []
    PublicRedirect.objects.update(target_id="2222222222")
    assert any("redirect" in sentence for sentence in breaches())


def test_erasing_somebody_merged_erases_the_redirect_too(client: Client) -> None:
    kept, gone, address = published()
    merging.merge(gone, into=kept, **WHY)
    erase([("person", gone.public_id)], **WHY)
    assert client.get(address).status_code == 404
    assert list(breaches()) == []


def test_search_keys_are_right_after_both() -> None:
    kept, gone = two()
    done = merging.merge(gone, into=kept, **WHY)
    merging.undo(done, **WHY)
    for name in PersonName.objects.all():
        assert {token.token for token in name.tokens.all()} == set(tokens(name.text))
