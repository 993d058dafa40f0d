"""What holds of every public page: headers, no cookie, no script, nobody else's server, sound HTML."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from tests.cases.public.site import text, world

pytestmark = pytest.mark.django_db

LISTS = [
    "/",
    "/people/",
    "/events/",
    "/incidents/",
    "/organisations/",
    "/sources/",
    "/about/",
    "/about/data/",
]
FILES = ["/people.csv", "/people.json", "/events.csv", "/sources.csv", "/robots.txt", "/favicon.ico"]
WRONG = ["/nothing/", "/people/?status=x", "/people/abcdefghjk/"]
VOID = {"meta", "link", "input", "br", "hr", "img"}


def addresses() -> list[str]:
    """Every kind of page, one of each subject included."""
    world()
    found = re.findall(
        r'href="(/(?:people|sources|incidents|organisations)/[^"?#]+)"', "".join(map(text, LISTS))
    )
    return [*LISTS, *WRONG, *sorted(set(found))]


class Sound(HTMLParser):
    """Checks that elements close in order, ids are unique, and nothing is inline or foreign."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.headings: list[int] = []
        self.labels: set[str] = set()
        self.fields: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert tag not in ("script", "style", "iframe", "img"), tag
        assert not [name for name in given if name.startswith("on") or name == "style"], given
        if tag not in VOID:
            self.open.append(tag)
        if key := given.get("id"):
            assert key not in self.ids, key
            self.ids.add(key)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "label":
            self.labels.add(given["for"] or "")
        if tag in ("input", "select") and given.get("type") != "hidden":
            self.fields.add(given["id"] or "")
        for name in ("src", "srcset", "action", "data"):
            assert not (given.get(name) or "").startswith(("http", "//")), given
        if tag == "link" and given.get("rel") != "canonical":
            assert (given["href"] or "").startswith("/static/"), given

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, (tag, self.getpos())


def test_every_page_is_sound_html_without_scripts_styles_or_strangers() -> None:
    for address in addresses():
        page = Client().get(address).content.decode()
        sound = Sound()
        sound.feed(page)
        assert sound.open == [], address
        assert sound.headings[0] == 1, address
        assert sound.headings.count(1) == 1, address
        assert all(
            after - before <= 1 for before, after in zip(sound.headings, sound.headings[1:], strict=False)
        ), address
        assert sound.fields <= sound.labels, address
        assert '<html lang="en">' in page
        assert "{{" not in page and "{%" not in page


def test_every_link_inside_the_site_leads_somewhere() -> None:
    links: set[str] = set()
    for address in addresses():
        links |= set(re.findall(r'href="(/[^"#]*)', Client().get(address).content.decode()))
    for link in {link.replace("&amp;", "&") for link in links if not link.startswith("/static/")}:
        assert Client().get(link).status_code == 200, link


def test_every_anchor_that_a_page_links_to_is_there() -> None:
    links: set[tuple[str, str]] = set()
    for address in addresses():
        links |= set(re.findall(r'href="(/[^"#?]+)#([^"]+)"', Client().get(address).content.decode()))
    assert len(links) > 10
    for address, anchor in links:
        assert f'id="{anchor}"' in text(address), (address, anchor)


def test_no_answer_sets_a_cookie_or_depends_on_one_and_caches_may_keep_it() -> None:
    for address in [*addresses(), *FILES]:
        response = Client().get(address)
        assert not response.cookies, address
        assert "cookie" not in response.headers.get("Vary", "").lower(), address
        if response.status_code != 404:
            assert "public" in response["Cache-Control"], address
        assert response["Content-Security-Policy"].startswith("default-src 'self'"), address


def test_pages_are_small() -> None:
    for address in addresses():
        if address != "/about/data/":
            assert len(Client().get(address).content) < 60_000, address


def test_the_style_sheet_is_small_and_asks_nobody_else(repository: Any) -> None:
    css = (repository / "static" / "record.css").read_text()
    assert len(css.encode()) < 20_000
    assert "http" not in css
    assert "@import" not in css


def test_robots_may_read_what_people_may_read() -> None:
    assert text("/robots.txt") == "User-agent: *\nDisallow: /admin/\n"


def test_a_hostile_host_is_refused() -> None:
    assert Client().get("/", headers={"host": "evil.example"}).status_code == 400
