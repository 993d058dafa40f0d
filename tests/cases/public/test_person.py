"""`/people/<name>-<id>/`: one person."""

from typing import Any

import pytest
from django.test import Client

from cases.publication.publish import withdraw
from tests.cases import builders
from tests.cases.public.site import person, published, text, world

pytestmark = pytest.mark.django_db


def address(name: str, who: Any) -> str:
    return f"/people/{name}-{who.public_id}/"


def test_a_person_has_names_status_timeline_and_sources() -> None:
    made = world()
    page = text(address("maryia-kalesnikava", made["maryia"]))
    for wanted in (
        "<h1><bdi>Maryia Kalesnikava</bdi></h1>",
        '<bdi lang="be">Марыя Калеснікава</bdi>',
        "Released</strong> on 13 December 2025",
        "Abducted",
        "Sentenced to 11 years",
        "Released: pardon, forced exile",
        "Prisoner of conscience",
        "123 people in all",
        "extremism",
        "https://example.org/left-out",
    ):
        assert wanted in page, wanted


def test_every_quote_links_to_its_passage_in_its_source() -> None:
    made = world()
    page = text(address("maryia-kalesnikava", made["maryia"]))
    quote = "Maryia Kalesnikava was released &amp; taken abroad"
    start = made["early"].document.text.index("Maryia Kalesnikava was")
    anchor = f"p-{start}-{start + len(quote) - 4}"
    link = f"/sources/release-of-123-{made['early'].public_id}/#{anchor}"
    assert f"<b>{quote}</b>" in page
    assert f'href="{link}"' in page
    assert f'id="{anchor}"' in text(link.partition("#")[0])


def test_where_sources_differ_both_are_quoted_with_the_reason() -> None:
    made = world()
    page = text(address("uladzimir-labkovich", made["uladzimir"]))
    assert "Sources differ" in page
    section = page[page.index("Sources differ") : page.index("What happened")]
    assert "Uladzimir Labkovich was reportedly released" in section
    assert "remains in prison" in section
    assert section.index("Current reading") < section.index("Set aside")
    assert "In custody</strong> since 14 July 2021" in page
    assert "Last confirmed on 19 December 2025" in page


def test_what_is_only_reported_is_said_to_be() -> None:
    source = builders.make_source()
    ana = person("Ana Petrova", source=source)
    builders.make_event(ana, "release", "2025-12-13", modality="reported", source=source)
    published(ana)
    page = text(address("ana-petrova", ana))
    assert "Reportedly released" in page
    assert "reported, not confirmed" in page


def test_what_is_not_known_is_said() -> None:
    ana = person("Ana Petrova")
    published(ana)
    page = text(address("ana-petrova", ana))
    assert "What is not known" in page
    assert "Whether there has been a sentence." in page


@pytest.mark.parametrize("slug", ["wrong-", "", "Maryia-Kalesnikava-", "марыя-"])
def test_another_spelling_of_the_address_leads_to_the_right_one(slug: str) -> None:
    made = world()
    response = Client().get(f"/people/{slug}{made['maryia'].public_id}/")
    assert response.status_code == 301
    assert response["Location"] == address("maryia-kalesnikava", made["maryia"])


@pytest.mark.parametrize("end", ["abcdefghjk", "maryia-abcdefghjk", "1", "maryia", "x" * 300])
def test_an_unknown_person_is_not_found(end: str) -> None:
    world()
    text(f"/people/{end}/", status=404)


def test_withdrawn_and_never_published_are_the_same() -> None:
    made = world()
    withdraw(persons=[made["maryia"]], by="tests", why="asked for")
    never = builders.make_person("Ana Petrova")
    answers = []
    for who in (made["maryia"], never):
        response = Client().get(f"/people/{who.public_id}/")
        answers.append((response.status_code, response.content, dict(response.headers)))
    assert answers[0] == answers[1]
    assert answers[0][0] == 404


def test_the_page_is_two_queries_or_fewer_whatever_is_on_it(django_assert_max_num_queries: Any) -> None:
    source = builders.make_source()
    for size in (1, 12):
        ana = builders.make_person(f"Ana Petrova {size}")
        for n in range(size):
            builders.make_event(ana, "still_held", f"20{10 + n}", source=source)
        published(ana)
        with django_assert_max_num_queries(2):
            text(address(f"ana-petrova-{size}", ana))


def test_facts_that_nobody_has_looked_at_are_said_to_be() -> None:
    source = builders.make_source()
    looked_at = person("Ana Petrova", source=source)
    unattended = person("Olga Ivanova", source=source, unattended=True)
    published(looked_at, unattended)
    words = "No researcher has confirmed every fact"
    assert words in text(address("olga-ivanova", unattended))
    assert words not in text(address("ana-petrova", looked_at))
