"""Web pages, Markdown with front matter and e-mails."""

import pytest

from importers.read import ReadError, Reading, read
from tests.importers.read.builders import mail

BODY = (
    "<p>The editor Teresa Almeida was released on Monday after two years in prison, her lawyer said.</p>" * 3
)
HTML = (
    '<!doctype html><html lang="en"><head><title>Editor freed</title>'
    '<meta property="og:site_name" content="The Desk">'
    '<meta property="article:published_time" content="2024-05-06">'
    f"</head><body>%s<article><h1>Editor freed</h1><h2>Background</h2>{BODY}</article></body></html>"
)


def page(extra: str = "") -> Reading:
    return read((HTML % extra).encode(), "a.html")


def test_a_page_keeps_its_headings_and_says_who_and_when() -> None:
    found = page()
    assert "## Background" in found.text
    assert (found.title, found.publisher) == ("Editor freed", "The Desk")
    assert (found.published, found.published_basis, found.language) == ("2024-05-06", "metadata", "en")


def test_a_box_that_asks_about_cookies_is_not_the_first_paragraph() -> None:
    words = "We value your privacy and use cookies. Accept them all now. " * 9
    assert "cookies" not in page(f'<div id="cookie-banner"><p>{words}</p></div>').text


def test_a_page_within_a_box_of_that_name_is_not_lost() -> None:
    whole = (
        (HTML % "")
        .replace("<body>", '<body><div class="cookie-consent-open">')
        .replace("</body>", "</div></body>")
    )
    assert "Teresa Almeida" in read(whole.replace(BODY, BODY * 40).encode(), "a.html").text


def test_a_page_says_its_encoding_itself() -> None:
    text = (HTML % "").replace("<head>", '<head><meta charset="windows-1251">').replace("Teresa", "Тереза")
    found = read(text.encode("cp1251"), "a.html")
    assert ("Тереза Almeida" in found.text, found.encoding) == (True, "cp1251")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://e.org/" + "x" * 1000, "http://a b"]
)
def test_an_address_that_may_not_be_linked_to_is_dropped(url: str) -> None:
    assert read(f"---\nurl: {url}\n---\nThe text.".encode(), "a.md").url == ""


FRONT = """---
title: "Poet freed"
date: {date}
source: The Desk
url: https://example.org/a
lang: en
tags: [one, two]
---

# Poet freed

The text."""


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("2024-05-06", "2024-05-06"),
        ("2024-05", "2024-05"),
        ("2024-05-06T10:00:00+02:00", "2024-05-06"),
        ("6 May 2024", "2024-05-06"),
        ("May 6, 2024", "2024-05-06"),
    ],
)
def test_front_matter_is_metadata_and_not_text(date: str, published: str) -> None:
    found = read(FRONT.format(date=date).encode(), "a.md")
    assert found.text.strip() == "# Poet freed\n\nThe text."
    assert (found.title, found.publisher, found.url) == ("Poet freed", "The Desk", "https://example.org/a")
    assert (found.published, found.published_basis) == (published, "metadata")


def test_a_date_that_is_none_is_said_and_not_guessed() -> None:
    found = read(FRONT.format(date="last week").encode(), "a.md")
    assert (found.published, found.published_basis) == ("", "unknown")
    assert "“last week”" in found.notes[0]


@pytest.mark.parametrize("text", ["---\nno end", "text\n---\ntitle: x\n---\n", "---\n\n---\nx"])
def test_dashes_alone_are_no_front_matter(text: str) -> None:
    assert read(text.encode(), "a.md").title == ""


HEADERS = ("From: The Desk <press@example.org>", "Subject: =?utf-8?q?Poet_freed_=E2=80=93_today?=",
           "Date: Mon, 6 May 2024 23:30:00 +0400")  # fmt: skip
SAID = "Nino Varazashvili was released from prison on 5 May 2024."


def test_an_email_gives_subject_sender_and_day() -> None:
    found = read(mail(*HEADERS, body=SAID), "a.eml")
    assert found.text == f"Poet freed – today\n\n{SAID}"
    assert (found.title, found.publisher) == ("Poet freed – today", "The Desk")
    assert (found.published, found.published_basis) == ("2024-05-06", "metadata")


def test_an_email_in_html_is_read_as_a_page() -> None:
    found = read(mail(*HEADERS, body=HTML % "", kind="text/html; charset=utf-8"), "a.eml")
    assert "Teresa Almeida" in found.text
    assert "<p>" not in found.text


def test_the_plain_part_is_preferred_and_attachments_are_named() -> None:
    body = (
        f"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{SAID}\r\n"
        "--b\r\nContent-Type: application/pdf\r\n"
        'Content-Disposition: attachment; filename="verdict.pdf"\r\n\r\n%PDF\r\n--b--\r\n'
    )
    found = read(mail(*HEADERS, body=body, kind="multipart/mixed; boundary=b"), "a.eml")
    assert SAID in found.text
    assert found.notes == ("Attachments that were not read: verdict.pdf.",)


def test_flowed_lines_are_one_line() -> None:
    found = read(mail(body="He was \r\nreleased today after \r\nfour years in prison.\r\n-- \r\nDesk",
                      kind="text/plain; charset=utf-8; format=flowed"), "a.eml")  # fmt: skip
    assert found.text == "He was released today after four years in prison.\n-- \nDesk"


@pytest.mark.parametrize(
    "header",
    [
        "From: <<<>>>",
        "From: =?utf-8?b?!!!?=",
        "From: " + "(" * 3000,
        "From: " + "a@b.c, " * 50_000,
        "Date: yesterday",
        "Date: Mon, 99 Foo 99999 99:99:99",
        "Date: Mon, 6 May 0000 00:00:00",
        "Subject: \ud8ff",
        "Subject: " + "=?utf-8?q?a?= " * 50_000,
    ],
)
def test_odd_headers_cost_the_header_and_not_the_message(header: str) -> None:
    header = header.encode("utf-8", "replace").decode()
    assert SAID in read(mail(header, body=SAID), "a.eml").text


def test_an_email_without_anything_is_refused() -> None:
    with pytest.raises(ReadError, match=r"a\.eml has neither a subject nor text"):
        read(mail("X-Nothing: here"), "a.eml")
