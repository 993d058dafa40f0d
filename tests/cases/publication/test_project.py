"""The projection in tables: what of a record becomes public, and what does not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cases.publication.project import (
    NotPublishableError,
    canonical,
    project_figure,
    project_incident,
    project_person,
    sentence_text,
)
from cases.publication.registry import INTERNAL, LINKS, PUBLIC, Row

TEXT = "She was held. She was freed. She is a musician."

BLANK: dict[str, Any] = {
    "years": None, "months": None, "days": None, "life": False, "death_penalty": False, "suspended": False,
    "in_absentia": False, "fine_amount": None, "announced_count": 123, "count": 7, "chosen": None,
    "qualifier": "exactly", "date_basis": "stated", "modality": "stated", "is_primary": False,
    "hedged": False, "stance": "supports", "start": 0, "end": 13, "quote": "She was held.", "kind": "common",
    "visibility": "public", "merged_into_id": None,
}  # fmt: skip


def row(model: str, *, one: Any = None, many: Any = None, **values: Any) -> Row:
    """A row with every field that the model has: blank, or “secret” where it is internal."""
    fields = [*PUBLIC[model], *LINKS.get(model, ())]
    filled = dict.fromkeys(INTERNAL.get(model, ()), "secret") | {name: BLANK.get(name, "") for name in fields}
    return Row({**filled, "visibility": "public", "merged_into_id": None, **values}, one or {}, many or {})


def source(key: str = "s1", **values: Any) -> Row:
    document = Row({"id": 1, "text": TEXT})
    return row(
        "source", one={"document": document}, public_id=key, title=key, start=0, end=len(TEXT), **values
    )


def cited(by: Row | None = None, **values: Any) -> Row:
    return row("citation", one={"source": by or source()}, **values)


def event(kind: str = "arrest", when: str = "2020-09-07", *, key: str = "", **values: Any) -> Row:
    many = {"citations": [cited()], **values.pop("many", {})}
    one = values.pop("one", {})
    return row("event", one=one, many=many, kind=kind, date=when, public_id=key or f"{kind}{when}", **values)


def person(*events: Row, **values: Any) -> Row:
    many = {
        "names": [row("personname", text="Maryia Kalesnikava", is_primary=True)],
        "events": events or (event(),),
        **values.pop("many", {}),
    }
    return row("person", many=many, public_id="p1", **values)


def hidden(one: Row, how: str = "internal") -> Row:
    return replace(one, values={**one.values, "visibility": how})


@pytest.mark.parametrize("how", ["partners", "internal", "sealed", "", None, "Public"])
def test_only_public_people_are_published(how: Any) -> None:
    with pytest.raises(NotPublishableError, match="not marked public"):
        project_person(hidden(person(), how))


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (person(merged_into_id=3), "merged"),
        (person(many={"names": []}), "No name"),
        (person(many={"names": [hidden(row("personname", text="X"))]}), "No name"),
        (person(event(many={"citations": []})), "has a quote"),
        (person(event(many={"citations": [hidden(cited())]})), "has a quote"),
        (person(event(many={"citations": [cited(hidden(source()))]})), "has a quote"),
        (person(event(many={"citations": [cited(stance="contradicts")]})), "has a quote"),
        (person(hidden(event())), "has a quote"),
    ],
)
def test_the_refusal_says_why(record: Row, reason: str) -> None:
    with pytest.raises(NotPublishableError, match=reason):
        project_person(record)


def test_nothing_internal_is_in_the_document() -> None:
    organisation = row("organisation", public_id="o1", name="Viasna")
    everything = person(
        event(
            "sentence",
            "2021",
            one={
                "organisation": organisation,
                "sentence": row("sentence", one={"court": organisation}, years=1),
                "release": row("release"),
                "incident": row("incident", many={"citations": [cited()]}),
            },
            many={"charges": [row("charge", as_worded="x", many={"citations": [cited()]})]},
        ),
        many={
            "affiliations": [
                row("affiliation", one={"organisation": organisation}, many={"citations": [cited()]})
            ],
            "recognitions": [
                row("recognition", one={"organisation": organisation}, many={"citations": [cited()]})
            ],
            "charges": [row("charge", article="1", many={"citations": [cited()]})],
        },
        notes="secret",
    )
    written = canonical(project_person(everything)).decode()
    assert "secret" not in written
    assert "Viasna" in written


Hide = Callable[[Row], Row]


def organisation(**values: Any) -> Row:
    return row("organisation", **{"public_id": "o1", "name": "Viasna", **values})


def incident(**values: Any) -> Row:
    return row("incident", title="Zed", many={"citations": [cited()]}, **values)


def fact(model: str, of: Row | None = None, **values: Any) -> Row:
    """A cited charge, role or recognition."""
    return row(model, one={"organisation": of or organisation()}, many={"citations": [cited()]}, **values)


def sentenced(penalty: Row) -> Row:
    return person(event("sentence", "2021", one={"sentence": penalty}))


def freed(how: Row) -> Row:
    return person(event("release", "2021", one={"release": how}))


def told(*citations: Row) -> Row:
    return person(event(many={"citations": citations}))


# A record with “Zed” in the one row that the case hides.
HIDE: dict[str, Callable[[Hide], Row]] = {
    "event": lambda h: person(event(), h(event("death", "2021", note="Zed"))),
    "name": lambda h: person(many={"names": [row("personname", text="A"), h(row("personname", text="Zed"))]}),
    "sentence": lambda h: sentenced(h(row("sentence", judge="Zed"))),
    "court": lambda h: sentenced(row("sentence", one={"court": h(organisation(name="Zed"))})),
    "release": lambda h: freed(h(row("release", conditions="Zed"))),
    "organisation": lambda h: person(event(one={"organisation": h(organisation(name="Zed"))})),
    "incident": lambda h: person(event(one={"incident": h(incident())})),
    "charge of an event": lambda h: person(event(many={"charges": [h(row("charge", as_worded="Zed"))]})),
    "charge": lambda h: person(event(), many={"charges": [h(fact("charge", as_worded="Zed"))]}),
    "role": lambda h: person(event(), many={"affiliations": [h(fact("affiliation", title="Zed"))]}),
    "recognition": lambda h: person(event(), many={"recognitions": [h(fact("recognition", decision="Zed"))]}),
    "role in an organisation": lambda h: person(
        event(), many={"affiliations": [fact("affiliation", h(organisation()), title="Zed")]}
    ),
    "recognition by an organisation": lambda h: person(
        event(), many={"recognitions": [fact("recognition", h(organisation()), decision="Zed")]}
    ),
    "passage": lambda h: told(cited(), h(cited(quote="Zed"))),
    "source": lambda h: told(cited(), cited(h(source("Zed")))),
}


@pytest.mark.parametrize("build", HIDE.values(), ids=HIDE)
@pytest.mark.parametrize("how", ["partners", "internal", "sealed"])
def test_what_is_hidden_leaves_no_word(build: Callable[[Hide], Row], how: str) -> None:
    assert "Zed" in canonical(project_person(build(lambda one: one))).decode()
    assert "Zed" not in canonical(project_person(build(lambda one: hidden(one, how)))).decode()


def test_hiding_what_is_shown_once_is_the_same_as_not_having_it() -> None:
    assert project_person(HIDE["passage"](hidden)) == project_person(told(cited()))


@pytest.mark.parametrize(
    "record",
    [
        person(event(one={"incident": row("incident", title="Zed")})),
        person(event(), many={"charges": [row("charge", as_worded="Zed")]}),
        person(
            event(),
            many={"affiliations": [row("affiliation", title="Zed", one={"organisation": organisation()})]},
        ),
        person(
            event(),
            many={"recognitions": [row("recognition", decision="Zed", one={"organisation": organisation()})]},
        ),
        person(event(), event("death", "2021", note="Zed", many={"citations": []})),
    ],
)
def test_what_has_no_quote_leaves_no_word(record: Row) -> None:
    assert "Zed" not in canonical(project_person(record)).decode()


def test_hidden_events_do_not_count_for_the_status() -> None:
    assert project_person(person(event(), event("release", "2021")))["status"]["code"] == "released"
    assert project_person(person(event(), hidden(event("release", "2021"))))["status"]["code"] == "detained"


def test_a_charge_stands_under_its_event_or_alone_but_not_twice() -> None:
    charge = row("charge", as_worded="tax evasion", many={"citations": [cited()]})
    under = project_person(person(event(many={"charges": [charge]}), many={"charges": [charge]}))
    assert [one["as_worded"] for one in under["events"][0]["charges"]] == ["tax evasion"]
    assert under["charges"] == []
    alone = project_person(
        person(event(), hidden(event(many={"charges": [charge]})), many={"charges": [charge]})
    )
    assert [one["as_worded"] for one in alone["charges"]] == ["tax evasion"]


def test_a_passage_comes_with_its_paragraph_and_a_key_without_counters() -> None:
    [citation] = project_person(
        person(event(many={"citations": [cited(start=14, end=28, quote="She was freed.")]}))
    )["events"][0]["citations"]
    assert (citation["before"], citation["quote"], citation["after"]) == (
        "She was held. ",
        "She was freed.",
        " She is a musician.",
    )
    assert citation["id"] == "s1-14-28"


def test_sources_are_listed_once_in_the_order_of_their_dates() -> None:
    early, late = source("a", published="2025-12-19"), source("b", published="2025-12-13")
    document = project_person(
        person(
            event(many={"citations": [cited(early), cited(late)]}),
            event("trial", "2021", many={"citations": [cited(early)]}),
        )
    )
    assert [one["id"] for one in document["sources"]] == ["b", "a"]
    assert [one["source"] for one in document["events"][0]["citations"]] == ["b", "a"]


def test_the_order_of_the_rows_makes_no_difference() -> None:
    events = [
        event("trial", "2021"),
        event(),
        event("visit", ""),
        event("visit", "2020"),
        event("search", "2020"),
    ]
    names = [row("personname", text=text, is_primary=text == "C") for text in "ACB"]
    documents = {
        canonical(project_person(person(*order, many={"names": spelled})))
        for order, spelled in ((events, names), (events[::-1], names[::-1]))
    }
    assert len(documents) == 1
    document = project_person(person(*events, many={"names": names}))
    assert [one["text"] for one in document["names"]] == ["C", "A", "B"]
    assert [one["kind"] for one in document["events"]] == ["search", "visit", "arrest", "trial", "visit"]


def test_conflicts_name_the_current_reading() -> None:
    earlier, later = source("a", published="2025-12-13"), source("b", published="2025-12-19")
    document = project_person(
        person(
            event("release", "2025-12-13", modality="reported", many={"citations": [cited(earlier)]}),
            event("still_held", "2025-12-19", many={"citations": [cited(later)]}),
        )
    )
    [conflict] = document["conflicts"]
    assert conflict["current"] == "still_held2025-12-19"
    assert conflict["events"] == ["release2025-12-13", "still_held2025-12-19"]
    assert conflict["reason"]
    assert document["status"]["code"] == "detained"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, ""),
        ({"years": 11}, "11 years"),
        ({"years": 6, "months": 6}, "6 years 6 months"),
        ({"years": 1, "months": 1, "days": 1}, "1 year 1 month 1 day"),
        ({"life": True}, "life imprisonment"),
        ({"death_penalty": True}, "death penalty"),
        ({"years": 2, "suspended": True}, "2 years, suspended"),
        ({"years": 12, "in_absentia": True}, "12 years, in absentia"),
        ({"fine_amount": "500", "fine_currency": "BYN"}, "fine of 500 BYN"),
        ({"days": 15, "fine_amount": "500", "fine_currency": "BYN"}, "15 days and fine of 500 BYN"),
    ],
)
def test_a_penalty_in_words(values: dict[str, Any], words: str) -> None:
    blank = {name: BLANK.get(name, "") for name in PUBLIC["sentence"]}
    assert sentence_text({**blank, "fine_amount": "", **values}) == words


@pytest.mark.parametrize(("kind", "project"), [("incident", project_incident), ("figure", project_figure)])
def test_incidents_and_figures_need_a_quote(kind: str, project: Callable[[Row], Any]) -> None:
    told = row(kind, many={"citations": [cited()]}, public_id="i1", date="2025-12-13")
    document = project(told)
    assert (document["type"], document["id"], document["date_earliest"]) == (kind, "i1", "2025-12-13")
    assert [one["id"] for one in document["sources"]] == ["s1"]
    assert "secret" not in canonical(document).decode()
    for wrong in (
        hidden(told),
        row(kind, public_id="i1"),
        row(kind, many={"citations": [cited(hidden(source()))]}),
    ):
        with pytest.raises(NotPublishableError):
            project(wrong)


def test_a_figure_names_who_stated_it_if_that_is_public() -> None:
    viasna = row("organisation", public_id="o1", name="Viasna")
    told = row("figure", many={"citations": [cited()]}, one={"stated_by": viasna})
    assert project_figure(told)["stated_by"]["name"] == "Viasna"
    assert project_figure(replace(told, one={"stated_by": hidden(viasna)}))["stated_by"] is None


def test_bounds_are_worked_out_again_from_the_date() -> None:
    [one] = project_person(person(event(when="2020-09", date_earliest=date(1999, 1, 1))))["events"]
    assert (one["date_earliest"], one["date_latest"]) == ("2020-09-01", "2020-09-30")
