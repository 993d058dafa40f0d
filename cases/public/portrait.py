"""What a person's page shows, made from the published document alone."""

from collections.abc import Mapping
from typing import Any

from cases import dates, vocab
from cases.countries import country_name
from cases.public import words
from cases.public.passages import Quotes, with_quotes
from cases.publication.facts import path

Json = Mapping[str, Any]
Values = dict[str, Any]


def portrait(document: Json) -> Values:
    """Everything that the template of a person's page needs."""
    quotes, aside = Quotes(document), set_aside(document)
    events = sorted(
        ({**_event(event, quotes), "aside": event["id"] in aside} for event in document.get("events") or []),
        key=lambda event: dates.sort_key(words.partial(event["date"])),
    )
    return {
        "names": _names(document),
        "status": _status(document),
        "facts": _facts(document, quotes),
        "about": quotes.of(document),
        "conflicts": _conflicts(document, events),
        "events": events,
        "charges": [
            {**charge, "words": _charge(charge)} for charge in with_quotes(document.get("charges"), quotes)
        ],
        "recognitions": _with_organisations(document.get("recognitions"), quotes),
        "organisations": _affiliations(document, quotes),
        "unknowns": unknowns(document),
        "sources": quotes.listed(),
    }


def set_aside(document: Json) -> set[str]:
    """Ids of the events that lost to another reading."""
    conflicts = document.get("conflicts") or []
    current = {conflict["current"] for conflict in conflicts}
    return {key for conflict in conflicts for key in conflict["events"]} - current


def _names(document: Json) -> list[Values]:
    """Every other spelling, Latin script last because the heading has one of those."""
    others = [name for name in document.get("names") or [] if name["text"] != document["name"]]
    return [
        {**name, "lang": name.get("language") or "", "kind_words": _name_kind(name)}
        for name in sorted(others, key=lambda name: (name.get("script") == "Latn", name["text"]))
    ]


def _name_kind(name: Json) -> str:
    """Said only of names that are more than another spelling."""
    kind = name.get("kind") or ""
    return vocab.NAME_KINDS.label(kind).lower() if kind in ("maiden", "pseudonym", "misspelling") else ""


def _status(document: Json) -> Values:
    status = document["status"]
    return {
        **status,
        "line": words.status_line(status),
        "when": words.status_when(status),
        "confirmed": words.on(status.get("last_confirmed_on")) if status["code"] == "detained" else "",
    }


def _event(event: Json, quotes: Quotes) -> Values:
    """An event with its words, its quotes, and addresses of what it names."""
    sentence = event.get("sentence") or {}
    return {
        **event,
        "title": words.event_title(event),
        "badge": words.modality_words(event),
        "date_note": words.date_note(event),
        "court": _organisation(sentence.get("court")),
        "judge": sentence.get("judge") or "",
        "organisation": _organisation(event.get("organisation")),
        "incident": _incident(event.get("incident")),
        "charge_words": [_charge(charge) for charge in event.get("charges") or []],
        "quotes": quotes.of(event),
    }


def _organisation(organisation: Json | str | None) -> Values | None:
    """An organisation with its address; a court that is a bare name has none."""
    if not organisation:
        return None
    if isinstance(organisation, str):
        return {"name": organisation, "address": ""}
    return {**organisation, "address": path("organisations", organisation["name"], organisation["id"])}


def _incident(incident: Json | None) -> Values | None:
    return {**incident, "address": path("incidents", incident["title"], incident["id"])} if incident else None


def _charge(charge: Json) -> str:
    """A charge in words: “article 361-4 of BY-CC: organising …”."""
    article = " ".join(part for part in ("article", charge.get("article"), charge.get("law")) if part)
    parts = [
        article if charge.get("article") else "",
        _quoted(charge.get("as_worded") or ""),
    ]
    return ": ".join(part for part in parts if part)


def _quoted(worded: str) -> str:
    """The words of a source between quotation marks, unless some of them stand between such marks already."""
    return worded if not worded or "“" in worded or '"' in worded else f"“{worded}”"


def _with_organisations(facts: list[Json] | None, quotes: Quotes) -> list[Values]:
    return [
        {**fact, "organisation": _organisation(fact["organisation"])} for fact in with_quotes(facts, quotes)
    ]


def _affiliations(document: Json, quotes: Quotes) -> list[Values]:
    return [
        {**one, "address": path("organisations", one["name"], one["id"])}
        for one in with_quotes(document.get("organisations"), quotes)
    ]


def _conflicts(document: Json, events: list[Values]) -> list[Values]:
    """Where sources differ: the current reading first, each with its quotes, and why."""
    by_id = {event["id"]: event for event in events}
    found = []
    for conflict in document.get("conflicts") or []:
        readings = [by_id[key] for key in conflict["events"] if key in by_id]
        readings.sort(key=lambda event: event["id"] != conflict["current"])
        found.append(
            {**conflict, "readings": [(event, event["id"] == conflict["current"]) for event in readings]}
        )
    return found


def _facts(document: Json, quotes: Quotes) -> list[tuple[str, str]]:
    """The short list under the heading: label and words, known ones only."""
    sentences = [event for event in document.get("events") or [] if event["kind"] == "sentence"]
    latest = max(sentences, key=lambda event: event.get("date") or "", default=None)
    recognised = [
        f"{vocab.RECOGNITION_STATUSES.label(one['recognised_as']).lower()} ({one['organisation']['name']})"
        for one in document.get("recognitions") or []
        if one.get("decision", "recognised") in ("recognised", "recognised_later")
    ]
    stage = (document["status"].get("stage") or "none").replace("none", "")
    facts = [
        ("Occupation", document.get("occupation") or ""),
        ("Case of", country_name(document.get("country") or "")),
        ("Born", _shown(document.get("birth_date"))),
        ("Sentence", words.sentence_words((latest or {}).get("sentence") or {})),
        ("Stage of the case", vocab.LEGAL_STAGES.label(stage) if stage else ""),
        ("Recognised as", "; ".join(recognised)),
        ("Evidence", words.plural(len(quotes.sources), "source")),
    ]
    return [(label, text[:1].upper() + text[1:]) for label, text in facts if text]


def _shown(text: str | None) -> str:
    date = words.partial(text)
    return date.show() if date else ""


def unknowns(document: Json) -> list[str]:
    """What no source in the record says, in plain sentences. Silence is not an answer, so it is named."""
    status, events = document["status"], document.get("events") or []
    kinds = {event["kind"] for event in events if event.get("modality") != "denied"}
    sentences = [event.get("sentence") or {} for event in events if event["kind"] == "sentence"]
    held = status["code"] == "detained"
    checks = [
        (held and not status.get("since"), "When custody began."),
        (held and not _place(events), "Where the person is held."),
        (not _charged(document) and bool(kinds), "What the charges are, in the words of the law."),
        ("sentence" in kinds and not any(map(words.term, sentences)), "How long the sentence is."),
        (
            "sentence" in kinds and not any(one.get("court") for one in sentences),
            "Which court passed the sentence.",
        ),
        (held and "sentence" not in kinds, "Whether there has been a sentence."),
        (status["code"] == "unknown", "Whether the person is in custody today."),
        (not document.get("birth_date"), "The date of birth."),
    ]
    return [sentence for missing, sentence in checks if missing]


def _court(sentence: Json) -> bool:
    return bool(sentence.get("court"))


def _place(events: list[Json]) -> bool:
    places = [event for event in events if event["kind"] not in ("sentence", "trial", "charge")]
    return any(event.get("place") or event.get("organisation") for event in places)


def _charged(document: Json) -> bool:
    facts = [document, *(document.get("events") or [])]
    return any(fact.get("charges") for fact in facts)


def description(document: Json) -> str:
    """One sentence for search engines and previews."""
    status = document["status"]
    parts = [document["name"], ": ", words.status_line(status)]
    when = words.status_when(status)
    return "".join(parts) + (f" {when}" if when else "") + ". Every fact with its quote and source."
