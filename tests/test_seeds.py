"""What a careful reader takes from the five bundled documents, and what the site must then show."""

import csv
import io
import re
from html import unescape
from typing import Any

from django.core.management import call_command
from django.test import Client, TestCase

from cases.models import Change, Event, Person
from cases.publication.models import Version

# A spelling to search by -> what the one row of the CSV must hold.
PEOPLE: dict[str, dict[str, str]] = {
    "Kalesnikava": {
        "status": "released",
        "arrest_date": "2020-09-07",
        "sentence_date": "2021-09-06",
        "years": "11",
        "release_date": "2025-12-13",
        "release_conditions": "forced_exile",
        "country": "BY",
    },
    "Bialiatski": {
        "status": "released",
        "sentence_date": "2023",
        "years": "10",
        "release_date": "2025-12-13",
        "regime": "penal_colony",
    },
    "Marfa Rabkova": {"status": "detained", "arrest_date": "2020-09", "last_confirmed_on": "2025-12-19"},
    "Nasta Loika": {"status": "detained", "arrest_date": "2022-09", "last_confirmed_on": "2025-12-19"},
    "Stefanovich": {"status": "detained", "last_confirmed_on": "2025-12-19", "has_conflict": "yes"},
    "Labkovich": {"status": "released", "release_date": "2025-12-13"},
    "Maksim Znak": {"status": "released", "release_date": "2025-12-13"},
    "Danuta Pyarednya": {"status": "detained", "years": "6", "months": "6", "sentence_date": "2022-07"},
    "Andrei Sannikau": {"status": "detained"},
    "Viktar Babaryka": {"status": "detained", "last_confirmed_on": "2024-11"},
    "Tsikhanouskiy": {"status": "detained", "last_confirmed_on": "2024-11"},
    "Statkevich": {"status": "detained", "last_confirmed_on": "2024-11"},
    "Ihar Losik": {"status": "detained", "last_confirmed_on": "2024-11"},
    "Sherifa Riahi": {"status": "detained", "country": "TN", "arrest_date": "2024-05~"},
    "Yadh Bousselmi": {"status": "detained", "country": "TN", "arrest_date": "2024-05~"},
    "Mohamed Joo": {"status": "detained", "country": "TN", "arrest_date": "2024-05~"},
    "Rico Krieger": {
        "status": "released",
        "country": "BY",
        "release_date": "2024-08",
        "death_penalty": "yes",
    },
}

NOT_PEOPLE = """Marie Struthers; Rafael Mariano Grossi; Sara Hashash; Kerry Moscogiuri; Joe Freeman;
Jen Clark;
Bushra Khalidi; Eric Mathet; Lukashenka; Lukashenko; Syarhey Sidorski; Andrea Huber; Siarhei Bobrykau;
Chemodanova;
Dmytro Lubinets; Tatyana Moskalkova; Gitanas Nauseda; Steven Rosenberg; GUNEYEV; SAMSON;
Storm Byron; Zaporizhzhya;
Palestine Action; Nicola Duckworth; John Dalhuisen; Wende Gozan Brown; Sean Gallup; Nasha Niva"""

SEARCHES = {
    "Kolesnikova": "Kalesnikava",
    "Калесникова": "Kalesnikava",
    "Колесникова": "Kalesnikava",
    "Калеснікава": "Kalesnikava",
    "kalesnikava m": "Kalesnikava",
    "Bialiatski": "Bialiatski",
    "Беляцкий": "Bialiatski",
    "Stefanovič": "Stefanovi",
    "Stefanovic": "Stefanovi",
}


class SeedsTest(TestCase):
    """The seeds are imported once for all of these tests."""

    @classmethod
    def setUpTestData(cls) -> None:
        call_command("load_seeds", stdout=io.StringIO())
        cls.rows = list(csv.DictReader(io.StringIO(_text(Client(), "/people.csv"))))

    rows: list[dict[str, str]]

    def row(self, query: str) -> dict[str, str]:
        found = [row for row in self.rows if query in f"{row['name']}; {row['other_names']}"]
        assert len(found) == 1, f"{query}: {[row['name'] for row in found]}"
        return found[0]

    def page(self, query: str) -> str:
        return _readable(_text(self.client, self.row(query)["url"]))

    def test_each_person_has_the_facts_of_the_documents(self) -> None:
        for query, expected in PEOPLE.items():
            row = self.row(query)
            with self.subTest(query):
                held = {column: row[column] for column in expected}
                if query == "Andrei Sannikau":
                    assert "2011-05" in row["sentence_date"]
                for column, value in expected.items():
                    assert held[column].startswith(value), f"{column}: {held[column]}"

    def test_nobody_else_is_in_the_record(self) -> None:
        known = {self.row(query)["id"] for query in PEOPLE}
        assert [row["name"] for row in self.rows if row["id"] not in known] == []

    def test_officials_spokespersons_and_photographers_are_not_people_of_the_record(self) -> None:
        names = "; ".join(f"{row['name']}; {row['other_names']}" for row in self.rows).casefold()
        for wrong in NOT_PEOPLE.replace("\n", " ").split(";"):
            assert wrong.strip().casefold() not in names

    def test_any_spelling_finds_the_person_first(self) -> None:
        for query, expected in SEARCHES.items():
            with self.subTest(query):
                first = re.search(r'href="/people/([^"/]+)/"', _text(self.client, "/people/", {"q": query}))
                assert first is not None
                assert expected.casefold() in first.group(1)

    def test_kalesnikava_is_one_person_with_evidence_from_three_documents(self) -> None:
        row = self.row("Kalesnikava")
        assert {"Maria Kalesnikava", "Maryia Kalesnikava"} <= {row["name"], *row["other_names"].split("; ")}
        page = self.page("Kalesnikava")
        for quote in (
            "abducted by masked agents",
            "11-year prison sentence",
            "intensive care",
            "600 days",
            "forced exile",
        ):
            assert quote in page, quote
        assert "November 2022" in page
        assert "November 2024" in page
        assert "prisoner of conscience" in page.casefold()
        assert _text(self.client, self.row("Kalesnikava")["url"]).count("<blockquote") >= 6

    def test_bialiatski_has_both_charges_and_his_organisation(self) -> None:
        page = self.page("Bialiatski")
        assert "tax evasion" in page
        assert "financing actions deemed to violate public order" in page
        assert "Viasna" in self.row("Bialiatski")["organisations"]

    def test_the_sources_differ_on_stefanovich_and_the_page_says_so(self) -> None:
        page = self.page("Stefanovich")
        assert "Sources differ" in page
        assert "reportedly among the released" in page
        assert "more than four years in prison" in page

    def test_a_release_that_is_only_reported_is_shown_as_reported(self) -> None:
        assert "reported" in self.page("Maksim Znak").casefold()

    def test_a_trial_to_come_is_planned_and_not_happened(self) -> None:
        for query in ("Sherifa Riahi", "Yadh Bousselmi", "Mohamed Joo"):
            trials = Event.objects.filter(person__public_id=self.row(query)["id"], kind="trial")
            assert [(t.date, t.modality) for t in trials] == [("2025-12-15", "planned")]

    def test_an_item_that_stands_twice_is_one_event(self) -> None:
        events = Event.objects.filter(person__public_id=self.row("Andrei Sannikau")["id"], kind="sentence")
        assert events.count() == 1

    def test_the_released_are_an_incident_of_which_the_named_are_a_part(self) -> None:
        page = _readable(_text(self.client, "/incidents/"))
        assert "123" in page
        assert "31" in page
        assert "13 December 2025" in page
        assert "7 November 2024" in page

    def test_stated_numbers_keep_their_qualifier(self) -> None:
        page = _readable(_text(self.client, "/"))
        for words in ("more than 1,100", "nearly 1,300", "about 1,300"):
            assert words in page.casefold(), words

    def test_every_published_event_rests_on_a_quote(self) -> None:
        events = list(csv.DictReader(io.StringIO(_text(self.client, "/events.csv"))))
        assert len(events) > 30
        assert [event for event in events if not event["quote"]] == []

    def test_loading_again_changes_nothing(self) -> None:
        before = (
            Version.objects.count(),
            Change.objects.count(),
            Event.objects.count(),
            Person.objects.count(),
        )
        call_command("load_seeds", stdout=io.StringIO())
        after = (
            Version.objects.count(),
            Change.objects.count(),
            Event.objects.count(),
            Person.objects.count(),
        )
        assert after == before

    def test_the_record_and_the_log_hold(self) -> None:
        call_command("check_record", stdout=io.StringIO())
        call_command("verify_publications", stdout=io.StringIO())


def _text(client: Client, url: str, query: dict[str, Any] | None = None) -> str:
    path = re.sub(r"^https?://[^/]+", "", url)
    response = client.get(path, query)
    assert response.status_code == 200, f"{url}: {response.status_code}"
    content = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    return content.decode()


def _readable(html: str) -> str:
    """The words of a page as a reader sees them."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html)))
