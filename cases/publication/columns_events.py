"""The columns of events, as `/events.csv` has them: one row for one thing that happened to one person."""

from dataclasses import dataclass
from functools import cached_property

from cases import vocab
from cases.publication.columns import (
    Column,
    char,
    edtf,
    flag,
    long_text,
    moment,
    number,
    site_address,
)
from cases.publication.facts import Json, PersonFacts, article, joined


@dataclass(frozen=True)
class EventFacts:
    """One event of a person's document."""

    person: PersonFacts
    event: Json

    @property
    def sentence(self) -> Json:
        return self.event["sentence"] or {}

    @property
    def release(self) -> Json:
        return self.event["release"] or {}

    @cached_property
    def citation(self) -> Json:
        """The passage to show where there is room for one: supporting, and unhedged if any is."""
        return min(
            self.event["citations"], key=lambda one: (one["stance"] != "supports", one["hedged"]), default={}
        )

    @cached_property
    def source(self) -> Json:
        wanted = self.citation.get("source")
        return next((one for one in self.person.document["sources"] if one["id"] == wanted), {})

    def named(self, key: str, part: str) -> str:
        """The id or name of what the event is tied to; empty where it is tied to nothing."""
        return str((self.event[key] or {}).get(part, ""))


E = Column[EventFacts]


def _term(unit: str) -> E:
    return E(
        unit, "number", f"Full {unit} of the term.", "6", read=lambda e: e.sentence.get(unit), field=number
    )


def _yes_no(header: str, meaning: str) -> E:
    return E(header, "flag", meaning, "no", read=lambda e: e.sentence.get(header), field=flag)


EVENTS: list[E] = [
    E("id", "text", "The event's id. It never changes.", "p3x8w2kd9m", read=lambda e: e.event["id"]),
    E(
        "url",
        "address",
        "The event on the person's page, with its quotes.",
        compute=site_address,
        needs=("path",),
    ),
    E("person_id", "text", "The id of the person.", "7k2m9p4qxa", read=lambda e: e.person.id),
    E(
        "name",
        "text",
        "The name that the record goes by.",
        "Maryia Kalesnikava",
        read=lambda e: e.person.document["name"],
        field=char(),
    ),
    E(
        "kind",
        "code",
        "What happened.",
        "sentence",
        read=lambda e: e.event["kind"],
        field=char(30, index=True),
        vocabulary=vocab.EVENT_KINDS,
    ),
    E(
        "manner",
        "code",
        "How an arrest came about.",
        "abducted",
        read=lambda e: e.event["manner"],
        field=char(30),
        vocabulary=vocab.ARREST_MANNERS,
    ),
    *edtf("date", "The date as far as known.", "2021-09-06", lambda e: e.event["date"]),
    E(
        "date_basis",
        "code",
        "Where the date comes from.",
        "stated",
        read=lambda e: e.event["date_basis"],
        field=char(30),
        vocabulary=vocab.DATE_BASES,
    ),
    E(
        "modality",
        "code",
        "How sure the source is that it happened.",
        "stated",
        read=lambda e: e.event["modality"],
        field=char(30, index=True),
        vocabulary=vocab.MODALITIES,
    ),
    E(
        "set_aside",
        "flag",
        "Sources differ, and another reading is the current one.",
        "no",
        read=lambda e: e.event["id"] in e.person.set_aside,
        field=flag,
    ),
    E(
        "country",
        "text",
        "The state whose case it is, by its two letters of ISO 3166-1.",
        "BY",
        read=lambda e: e.person.document["country"],
        field=char(2, index=True),
    ),
    E("place", "text", "Where.", "Minsk", read=lambda e: e.event["place"], field=char()),
    E(
        "organisation",
        "text",
        "The prison, agency or other body that the event is tied to.",
        "Colony No. 4, Homel",
        read=lambda e: e.named("organisation", "name"),
        field=char(),
    ),
    E(
        "court",
        "text",
        "The court of a sentence.",
        "Minsk Regional Court",
        read=lambda e: (e.sentence.get("court") or {}).get("name", ""),
        field=char(),
    ),
    E(
        "sentence_text",
        "text",
        "The penalty in words.",
        "11 years",
        read=lambda e: e.sentence.get("text", ""),
        field=char(300),
    ),
    _term("years"),
    _term("months"),
    _term("days"),
    _yes_no("life", "Life imprisonment."),
    _yes_no("death_penalty", "Death."),
    _yes_no("suspended", "The penalty is suspended."),
    _yes_no("in_absentia", "The sentence was passed without the person there."),
    E(
        "regime",
        "code",
        "Where and how the sentence is served.",
        "reinforced",
        read=lambda e: e.sentence.get("regime", ""),
        field=char(30),
        vocabulary=vocab.REGIMES,
    ),
    E(
        "release_manner",
        "code",
        "How custody ended.",
        "pardon",
        read=lambda e: e.release.get("manner", ""),
        field=char(30),
        vocabulary=vocab.RELEASE_MANNERS,
    ),
    E(
        "release_conditions",
        "codes",
        "What was tied to the release.",
        "forced_exile",
        read=lambda e: joined(e.release.get("conditions", ())),
        field=char(300),
        vocabulary=vocab.RELEASE_CONDITIONS,
    ),
    E(
        "charges",
        "list",
        "Charges of this event as sources word them.",
        "tax evasion",
        read=lambda e: joined(one["as_worded"] for one in e.event["charges"]),
        field=long_text,
    ),
    E(
        "articles",
        "list",
        "Articles of law with their code.",
        "BY-CC 361-4",
        read=lambda e: joined(article(one) for one in e.event["charges"]),
        field=long_text,
    ),
    E(
        "incident_id",
        "text",
        "The id of the incident that the event is a part of.",
        "d8k3q7wz2n",
        read=lambda e: e.named("incident", "id"),
        field=char(10, index=True),
    ),
    E(
        "incident",
        "text",
        "Its title.",
        "Release of 123 people, 13 December 2025, Belarus",
        read=lambda e: e.named("incident", "title"),
        field=char(),
    ),
    E("note", "text", "A note of the researchers.", read=lambda e: e.event["note"], field=long_text),
    E(
        "quote",
        "text",
        "The sentence of the source that says so.",
        "She was released on 13 December.",
        read=lambda e: e.citation.get("quote", ""),
        field=long_text,
    ),
    E(
        "source_id",
        "text",
        "The id of that source.",
        "h5c7m2xk4t",
        read=lambda e: e.source.get("id", ""),
        field=char(10, index=True),
    ),
    E(
        "source_title",
        "text",
        "Its title.",
        "Belarus: release of political prisoners",
        read=lambda e: e.source.get("title", ""),
        field=char(500),
    ),
    E(
        "source_publisher",
        "text",
        "Who published it.",
        "Amnesty International",
        read=lambda e: e.source.get("publisher", ""),
        field=char(),
    ),
    E(
        "source_published",
        "edtf",
        "When it was published.",
        "2025-12-13",
        read=lambda e: e.source.get("published", ""),
        field=char(40),
    ),
    E(
        "source_url",
        "address",
        "Its address, where it has one.",
        "https://www.amnesty.org/en/latest/news/",
        read=lambda e: e.source.get("url", ""),
        field=char(1000),
    ),
    E(
        "source_count",
        "number",
        "Sources that support the event.",
        "2",
        read=lambda e: len({one["source"] for one in e.event["citations"] if one["stance"] == "supports"}),
        field=number,
    ),
    E(
        "version",
        "number",
        "The version of the person's page that says so.",
        "2",
        read=lambda e: e.person.version,
        field=number,
    ),
    E(
        "updated_at",
        "moment",
        "When that version was published.",
        "2026-01-05T09:30:00Z",
        read=lambda e: e.person.at,
        field=moment,
    ),
    # For filters, orders and the columns computed above.
    E(
        "path",
        "address",
        "The address on this site.",
        read=lambda e: f"{e.person.path}#e-{e.event['id']}",
        field=char(3000),
        export=False,
    ),
]
