"""A thousand hostile inputs, made from one seed: each is read or refused with a sentence, and soon."""

import random
import time
from collections.abc import Callable

import pytest

from importers.read import ReadError, Reading, Unread, read_each
from importers.read.reading import reading_of
from tests.importers.read.builders import archive, locked, mail, pdf, word

SEED = 20240506
NUMBER = 1000
TEXT = "Паэт Алесь Каранюк, 36, was sentenced to “nine years” on 6 May 2024 — ўсё. " * 8
HTML = (
    f"<html><head><title>Poet</title></head><body><article><h1>Poet</h1><p>{TEXT}</p></article></body></html>"
)
PDF, WORD, ZIP = (
    pdf(["A court in Tbilisi sentenced him."] * 20),
    word(TEXT),
    archive({"a.txt": TEXT, "b.html": HTML}),
)
MAIL = mail("Subject: Poet", "From: Desk <a@example.org>", "Date: Mon, 6 May 2024 10:00:00 +0000", body=TEXT)
WHOLE = [
    *(("a.txt", TEXT.encode()), ("a.html", HTML.encode()), ("a.pdf", PDF), ("a.docx", WORD)),
    *(("a.zip", ZIP), ("a.eml", MAIL), ("a.md", f"---\ntitle: {TEXT}\n---\n{TEXT}".encode())),
]
ODD = [
    "\x00",
    "\ud800",
    "\udfff",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\ufffe",
    "\U000e0041",
    "\u0301" * 50,
    "\u2028",
    "\x1b[31m",
    "\x85",
]
HEADERS = ["Subject", "From", "Date", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition"]
Input = tuple[str, bytes]
Maker = Callable[[random.Random], Input]


def cut(dice: random.Random) -> Input:
    name, data = dice.choice(WHOLE)
    return name, data[: dice.randrange(1, len(data))]


def flipped(dice: random.Random) -> Input:
    name, data = dice.choice(WHOLE)
    spoiled = bytearray(data)
    for _ in range(dice.choice([1, 5, 50])):
        spoiled[dice.randrange(len(spoiled))] = dice.randrange(256)
    return name, bytes(spoiled)


def spliced(dice: random.Random) -> Input:
    (name, one), (_, other) = dice.sample(WHOLE, 2)
    at = dice.randrange(len(one))
    return name, one[:at] + other[dice.randrange(len(other)) :] + one[at:]


def misnamed(dice: random.Random) -> Input:
    (name, _), (_, data) = dice.sample(WHOLE, 2)
    return name, data


def encoded(dice: random.Random) -> Input:
    encoding = dice.choice(
        ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-7", "utf-8-sig", "cp1251"]
    )
    data = TEXT.encode(encoding, "replace")
    return dice.choice(["a.txt", "a.html", "a.md"]), data[: len(data) - dice.randrange(5)]


def odd_letters(dice: random.Random) -> Input:
    text = list(TEXT)
    for _ in range(dice.choice([1, 10, 100])):
        text.insert(dice.randrange(len(text)), dice.choice(ODD))
    name = dice.choice(["a.txt", "a.html", "a.md", "a.eml"])
    return name, "".join(text).encode("utf-8", "surrogatepass")


def noise(dice: random.Random) -> Input:
    head = dice.choice(
        [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"PK\x05\x06", b"\xff\xfe", b"\xef\xbb\xbf", b"<html>", b"---\n"]
    )
    return dice.choice(WHOLE)[0], head + dice.randbytes(dice.choice([0, 1, 50, 5000]))


def headers(dice: random.Random) -> Input:
    values = [
        *(
            "",
            "\x00",
            "=?utf-8?b?////?=",
            "=?x?q?=",
            "multipart/mixed",
            "multipart/mixed; boundary=b",
            "base64",
        ),
        *("text/html; charset=martian", "text/plain; charset=utf-7", "99 Foo 99999"),
        *("(" * 500, "a@b, " * 500, "x" * 5000),
    ]
    lines = [f"{dice.choice(HEADERS)}: {dice.choice(values)}" for _ in range(dice.randrange(1, 8))]
    return "a.eml", ("\r\n".join(lines) + "\r\n\r\n" + dice.choice(["", TEXT, "--b\r\n" * 30])).encode()


def nested(dice: random.Random) -> Input:
    tag = dice.choice(["div", "b", "table><tr><td", "ul><li", "blockquote", "svg", "font"])
    return "a.html", b"<html><body>" + f"<{tag}>".encode() * dice.choice([100, 3000, 10_000]) + TEXT.encode()


def zipped(dice: random.Random) -> Input:
    members: dict[str, bytes | str] = {}
    for number in range(dice.randrange(1, 5)):
        folder = dice.choice(["../", "/", "C:\\", "a/" * 50, "", "\u202e", "x" * 300])
        ending = dice.choice(["txt", "pdf", "zip", "docx"])
        members[f"{folder}{number}.{ending}"] = dice.choice([b"", TEXT.encode(), PDF, b"\x00" * 9000])
    data = archive(members)
    return "a.zip", locked(data) if dice.random() < 0.2 else data


def single(data: bytes, name: str) -> Maker:
    return lambda _dice: (name, data)


MAKERS: list[Maker] = [cut, flipped, spliced, misnamed, encoded, odd_letters, noise, headers, nested, zipped]
GREAT: list[Maker] = [
    single(b"<html><body>" + b"<div>" * 200_000 + b"Hello." + b"</div>" * 200_000, "divs.html"),
    single(b"<html><body>" + b"<p>" + b"<a href=x>" * 100_000, "links.html"),
    single(archive({"bomb.txt": b"0" * 60_000_000}), "bomb.zip"),
    single(archive({"word/document.xml": b"<a>" * 20_000_000}), "bomb.docx"),
    single(pdf(["x"], encrypted=True), "locked.pdf"),
    single(pdf(*[["Page"]] * 2001), "pages.pdf"),
    single(b"a" * 100_000_000, "line.txt"),
    single(b"a" * 19_000_000, "long.txt"),
    single(b"\n" * 5_000_000 + b"x", "lines.txt"),
    single(b"Subject: x\r\n" * 100_000 + b"\r\nHello", "headers.eml"),
]


def inputs() -> list[Input]:
    dice = random.Random(SEED)
    makers = [*GREAT, *(MAKERS[number % len(MAKERS)] for number in range(NUMBER - len(GREAT)))]
    return [make(dice) for make in makers]


def check(found: Reading | Unread, name: str) -> None:
    """What is read can be stored; what is refused is named in one line."""
    if isinstance(found, Unread):
        assert name in found.error
        assert "\n" not in found.error
        assert len(found.error) < 1000
        return
    assert found.text.strip()
    assert not set(found.text) & set("\x00\ufeff\ufffe\u202e\u2066\x1b\x85")
    for field in (found.text, found.name, found.path, found.title, found.publisher, *found.notes):
        field.encode("utf-8")
    assert max(len(found.name), len(found.title) // 2, len(found.publisher), len(found.language) * 20) <= 255


@pytest.mark.parametrize("part", range(4))
def test_each_is_read_or_refused_with_a_sentence_and_soon(
    part: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    slowest = 0.0
    for number, (name, data) in list(enumerate(inputs()))[part::4]:
        path = folder / f"{number}-{name}"
        path.write_bytes(data)
        begun = time.monotonic()
        results = list(read_each(str(path)))
        slowest = max(slowest, time.monotonic() - begun)
        path.unlink()
        assert results, f"{path.name} gave nothing"
        for found in results:
            check(found, path.name)
    assert slowest < 10


def test_good_documents_are_still_read_after_all_that() -> None:
    for name, data in WHOLE:
        if name != "a.zip":
            assert reading_of(data, name).text


def test_the_generator_makes_what_it_says() -> None:
    made = inputs()
    assert len(made) == NUMBER
    assert made[20:] == inputs()[20:]
    outcomes = set()
    for name, data in made[20:80]:
        try:
            reading_of(data, name)
            outcomes.add("read")
        except ReadError:
            outcomes.add("refused")
    assert outcomes == {"read", "refused"}
