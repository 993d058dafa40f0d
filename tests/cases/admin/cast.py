"""People to work on at the desk, and forms filled in as a browser would."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from lxml import html

from cases import record
from cases.models import Person
from tests.cases import builders as b

RELEASED = "She was released on 13 December 2025 and taken abroad."


def full_person(name: str = "Maryia Kalesnikava", times: int = 1) -> Person:
    """Somebody of whom everything is known, each kind of fact so many times."""
    person = b.make_person(name, country="BY", gender="female")
    for n in range(times):
        text = f"Article {n} of {name}\n\n{b.TEXT}"
        source = b.make_source(text)
        b.make_name(person, f"{name} {n}")
        arrest = b.make_event(person, "arrest", f"2020-09-{n + 1:02}", source=source)
        incident = b.make_incident(f"Release {n} of {name}")
        b.make_event(
            person, "release", "2025-12-13", source=source, release={}, incident=incident, quote=RELEASED
        )
        b.make_event(person, "sentence", "2021-09-06", source=source, sentence={"years": 11})
        organisation = b.make_organisation(f"Organisation {n} of {name}", key=f"organisation {n} of {name}")
        affiliation = b.make_affiliation(person, organisation)
        b.make_citation(source, affiliation)
        b.make_citation(source, b.make_recognition(person, organisation))
        b.make_citation(source, b.make_charge(person, f"charge {n}", event=arrest))
        b.make_citation(source, person.names.get(is_primary=True))
        b.make_citation(source, incident)
        b.make_citation(source, b.make_figure(1000 + n, stated_by=organisation))
    record.rebuild_custody([person])
    return person


def submit(desk: Client, address: str, **values: Any) -> Any:
    """Open a page, fill in its form and send it, as a browser without JavaScript does."""
    opened = desk.get(address)
    assert opened.status_code == 200, opened.status_code
    form = next(
        one for one in html.fromstring(opened.content.decode()).forms if one.get("id", "").endswith("_form")
    )
    data: dict[str, Any] = {}
    for name, value in form.form_values():
        data.setdefault(name, []).append(value)
    return desk.post(address, {**data, **values})


def errors(answer: HttpResponse) -> str:
    """What a page that came back complains of."""
    page = html.fromstring(answer.content.decode())
    found = page.xpath("//*[contains(@class, 'errorlist') or (self::li and contains(@class, 'error'))]")
    return " ".join(" ".join(one.text_content().split()) for one in found)
