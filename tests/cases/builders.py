"""Rows of the record for tests: public and complete unless a test says otherwise."""

import hashlib
from typing import Any

from django.utils import timezone

from cases.models import (
    Affiliation,
    Charge,
    Citation,
    Document,
    Event,
    Figure,
    Incident,
    NameToken,
    Organisation,
    Person,
    PersonName,
    Recognition,
    Release,
    Sentence,
    Source,
)
from cases.models.base import Record
from cases.names import KEY_VERSION, key, script_of, tokens

TEXT = (
    "Prisoner of conscience freed\n\n"
    "Maryia Kalesnikava was abducted by masked men in Minsk on 7 September 2020. "
    "A year later a court sentenced her to 11 years in a penal colony.\n\n"
    "She was released on 13 December 2025 and taken abroad."
)


def make_person(name: str = "Maryia Kalesnikava", *, visibility: str = "public", **values: Any) -> Person:
    """A person with a primary name."""
    person = Person.objects.create(visibility=visibility, **values)
    make_name(person, name, is_primary=True)
    return person


def make_cited_person(name: str, source: Source, **values: Any) -> Person:
    """A person with one event that the source's first line is evidence for: ready to be published."""
    person = make_person(name, **values)
    make_event(person, source=source)
    return person


def make_name(person: Person, text: str, *, visibility: str = "public", **values: Any) -> PersonName:
    """One spelling with its search keys."""
    values = {"script": script_of(text), **values}
    name = PersonName.objects.create(
        person=person, text=text, visibility=visibility, key=key(text), key_version=KEY_VERSION, **values
    )
    NameToken.objects.bulk_create(NameToken(name=name, token=token) for token in tokens(text))
    return name


def make_source(text: str = TEXT, *, visibility: str = "public", **values: Any) -> Source:
    """A source that is a whole document of its own; the same text again is the same document."""
    data = text.encode()
    document, _ = Document.objects.get_or_create(
        sha256=hashlib.sha256(data).hexdigest(),
        defaults={
            "text_sha256": hashlib.sha256(data).hexdigest(),
            "filename": "source.txt",
            "media_type": "text/plain",
            "encoding": "utf-8",
            "retrieved_at": timezone.now(),
            "original": data,
            "text": text,
        },
    )
    values = {
        "title": text.splitlines()[0][:200],
        "publisher": "Amnesty International",
        "published": "2025-12-13",
        "published_basis": "stated",
        "language": "en",
        "start": 0,
        "end": len(text),
        **values,
    }
    return Source.objects.create(document=document, visibility=visibility, **values)


def make_citation(
    source: Source, target: Record, quote: str = "", *, visibility: str = "public", **values: Any
) -> Citation:
    """A passage of the source, its first line if no quote is given, as evidence for a fact."""
    text = source.document.text
    quote = quote or text[source.start : source.end].splitlines()[0]
    start = text.index(quote, source.start)
    values[str(target._meta.model_name).replace("personname", "name")] = target
    return Citation.objects.create(
        source=source, start=start, end=start + len(quote), quote=quote, visibility=visibility, **values
    )


def make_event(
    person: Person,
    kind: str = "arrest",
    date: str = "2020-09-07",
    *,
    source: Source | None = None,
    quote: str = "",
    visibility: str = "public",
    sentence: dict[str, Any] | None = None,
    release: dict[str, Any] | None = None,
    **values: Any,
) -> Event:
    """An event, cited if a source is given; `sentence` and `release` are the values of its detail."""
    event = Event.objects.create(person=person, kind=kind, date=date, visibility=visibility, **values)
    if sentence is not None:
        Sentence.objects.create(event=event, **{"visibility": "public", **sentence})
    if release is not None:
        Release.objects.create(event=event, **{"visibility": "public", **release})
    if source is not None:
        make_citation(source, event, quote)
    return event


def make_organisation(name: str = "Viasna", *, visibility: str = "public", **values: Any) -> Organisation:
    """An organisation."""
    return Organisation.objects.create(name=name, visibility=visibility, **values)


def make_affiliation(
    person: Person, organisation: Organisation, *, visibility: str = "public", **values: Any
) -> Affiliation:
    """A role in an organisation."""
    return Affiliation.objects.create(
        person=person, organisation=organisation, visibility=visibility, **values
    )


def make_charge(
    person: Person, as_worded: str = "tax evasion", *, visibility: str = "public", **values: Any
) -> Charge:
    """A charge."""
    return Charge.objects.create(person=person, as_worded=as_worded, visibility=visibility, **values)


def make_recognition(
    person: Person, organisation: Organisation, *, visibility: str = "public", **values: Any
) -> Recognition:
    """An organisation's decision on a person."""
    return Recognition.objects.create(
        person=person, organisation=organisation, visibility=visibility, **values
    )


def make_incident(
    title: str = "Release of 123 people", kind: str = "release", *, visibility: str = "public", **values: Any
) -> Incident:
    """Something that happened to many."""
    values = {"date": "2025-12-13", "announced_count": 123, "country": "BY", **values}
    return Incident.objects.create(title=title, kind=kind, visibility=visibility, **values)


def make_figure(
    count: int = 1100, subject: str = "political_prisoners", *, visibility: str = "public", **values: Any
) -> Figure:
    """A number that a source states."""
    values = {"qualifier": "more_than", "date": "2025-12-19", "country": "BY", **values}
    return Figure.objects.create(count=count, subject=subject, visibility=visibility, **values)
