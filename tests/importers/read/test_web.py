"""Fetching, against a server of the test's own. Nothing here leaves this machine."""

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from importers.read import ReadError, Unread, read_each, web
from importers.read.addresses import is_public
from importers.read.web import Guard, fetch

TEXT = b"The editor was released on Monday, and her lawyer said that she is well."
PAGE = b"<html lang=en><body><article><h1>Freed</h1>" + b"<p>" + TEXT + b"</p></article></body></html>"
Answer = Callable[[BaseHTTPRequestHandler], None]


class Server(ThreadingHTTPServer):
    """Answers each path as told, and remembers who asked for what with which headers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.connections = 0

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def process_request(self, request: Any, client_address: Any) -> None:
        self.connections += 1
        super().process_request(request, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is what is being tested."""


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        server.asked.append((self.path, dict(self.headers)))
        server.answers.get(self.path, told(404))(self)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name that the base class gives it
        """Say nothing."""


def told(status: int, body: bytes = b"", **headers: str) -> Answer:
    """An answer with this status, body and headers (underscores for dashes)."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        usual = {"Content_Type": "text/plain", "Content_Length": str(len(body))}
        for name, value in {**usual, **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield made
        made.shutdown()


@pytest.fixture
def guard(server: Server) -> Guard:
    """The one hole in the wall: names ending in .test are this server; every other rule holds."""

    def resolve(host: str, _port: int) -> list[str]:
        return ["127.0.0.1"] if host.endswith(".test") else [host]

    allowed = {"127.0.0.1"}
    return Guard(
        resolve=resolve, allows=lambda number: number in allowed, ports=(80, 443, server.port), total=3
    )


@pytest.fixture
def known(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every reading goes through the guard of the test."""
    monkeypatch.setattr(web, "GUARD", guard)


def address(server: Server, path: str = "/a", host: str = "desk.test") -> str:
    return f"http://{host}:{server.port}{path}"


def refused(where: str, guard: Guard | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        fetch(where, guard)
    return str(caught.value)


def test_bytes_headers_address_and_time_are_kept(server: Server, guard: Guard) -> None:
    server.answers["/a"] = told(302, Location="/b/story.txt")
    server.answers["/b/story.txt"] = told(200, TEXT, ETag='"1"', Set_Cookie="who=you")
    found = fetch(address(server), guard)
    assert (found.data, found.address, found.name) == (TEXT, address(server, "/b/story.txt"), "story.txt")
    assert found.headers["etag"] == '"1"'
    assert "set-cookie" not in found.headers
    assert found.at.tzinfo is not None


def test_nothing_says_who_asks(server: Server, guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    server.answers["/a"] = told(302, Location="/b", Set_Cookie="who=you")
    server.answers["/b"] = told(200, TEXT)
    fetch(address(server), guard)
    for _, headers in server.asked:
        assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
        assert headers["User-Agent"] == "Mozilla/5.0 (compatible)"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0", "[::1]", "①②⑦.⓪.⓪.①"]
)
def test_this_machine_is_never_asked(server: Server, host: str) -> None:
    guard = Guard(ports=(server.port,))
    assert "is not" in refused(f"http://{host}:{server.port}/a", guard) or host == "[::1]"
    assert server.connections == 0


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]"]
)
def test_a_redirect_into_our_own_network_is_not_followed(server: Server, guard: Guard, host: str) -> None:
    server.answers["/a"] = told(302, Location=f"http://{host}:{server.port}/secret")
    server.answers["/secret"] = told(200, TEXT)
    asked = server.asked

    def only_at_first(number: str) -> bool:
        return is_public(number) or (number == "127.0.0.1" and not asked)

    first = replace(guard, allows=only_at_first)
    assert "is not on the public internet" in refused(address(server), first)
    assert [path for path, _ in server.asked] == ["/a"]


def test_a_name_with_one_private_address_among_public_ones_is_refused(server: Server, guard: Guard) -> None:
    mixed = replace(guard, resolve=lambda _host, _port: ["127.0.0.1", "10.0.0.1"])
    assert "is not on the public internet" in refused(address(server), mixed)
    assert server.connections == 0


def test_the_connection_goes_to_what_was_checked(server: Server, guard: Guard) -> None:
    """DNS rebinding: the second answer would be another machine, and is never asked for."""
    answers = [["127.0.0.1"], ["10.0.0.1"]]
    server.answers["/a"] = told(200, TEXT)
    rebinding = replace(guard, resolve=lambda _host, _port: answers.pop(0))
    assert fetch(address(server), rebinding).data == TEXT
    assert answers == [["10.0.0.1"]]


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("ftp://desk.test/a", "only addresses with http"),
        ("file:///etc/passwd", "only addresses with http"),
        ("http://user:secret@desk.test/", "name or password"),
        ("http://desk.test:22/", "port 22"),
        ("http://[broken/", "is not a web address"),
        ("/a", "more than 5 times"),
    ],
)
def test_a_redirect_is_checked_like_the_first_address(
    server: Server, guard: Guard, location: str, words: str
) -> None:
    server.answers["/a"] = told(302, Location=location)
    assert words in refused(address(server), guard)
    assert server.connections <= 6


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A header, then one letter after the other, for ever."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/plain")
    handler.end_headers()
    for _ in range(600):
        handler.wfile.write(b"a")
        time.sleep(0.05)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    for number in range(600):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" if number == 0 else b"X")
        time.sleep(0.05)


def silent(_handler: BaseHTTPRequestHandler) -> None:
    time.sleep(10)


@pytest.mark.parametrize("answer", [drip, drip_headers, silent])
def test_a_server_that_is_slow_without_end_is_left(server: Server, guard: Guard, answer: Answer) -> None:
    server.answers["/a"] = answer
    begun = time.monotonic()
    assert "did not answer in time" in refused(address(server), replace(guard, total=0.6))
    assert time.monotonic() - begun < 2


def test_a_resolver_that_is_slow_is_left(server: Server, guard: Guard) -> None:
    def slow(_host: str, _port: int) -> list[str]:
        time.sleep(2)
        return ["127.0.0.1"]

    assert "did not answer in time" in refused(address(server), replace(guard, resolve=slow, connect=0.2))


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/plain")
    handler.end_headers()
    for _ in range(2000):
        handler.wfile.write(b"word " * 20_000)


def many_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    for number in range(10_000):
        handler.send_header(f"X-{number}", "x")
    handler.end_headers()


BOMB = gzip.compress(b"0" * 3_000_000)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (told(200, b"x" * 2_000_001), "has more than 2 MB"),
        (told(200, b"x", Content_Length="99999999999"), "has more than 2 MB"),
        (endless, "has more than 2 MB"),
        (told(200, BOMB, Content_Encoding="gzip"), "has more than 2 MB"),
        (told(200, b"no gzip", Content_Encoding="gzip"), "packed, and damaged"),
        (told(200, b"x", Content_Encoding="br"), "packed as “br”"),
        (told(200, b"half", Content_Length="100"), "broke off before its end"),
        (told(200, b"x", Content_Type="image/png"), "is image/png, which is no document"),
        (told(404), "answered 404 Not Found"),
        (told(500), "answered 500 Internal Server Error"),
        (told(302), "answered 302 Found"),
        (many_headers, "what is not HTTP"),
        (lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n"), "what is not HTTP"),
        (lambda handler: None, "cannot be read"),
    ],
)
def test_an_answer_that_is_no_document_says_why(
    server: Server, guard: Guard, answer: Answer, words: str
) -> None:
    server.answers["/a"] = answer
    message = refused(address(server), replace(guard, largest=2_000_000))
    assert address(server) in message
    assert words in message


def test_a_body_that_is_packed_unasked_is_unpacked(server: Server, guard: Guard) -> None:
    server.answers["/a"] = told(200, gzip.compress(TEXT), Content_Encoding="gzip")
    assert fetch(address(server), guard).data == TEXT


def test_nobody_there_is_a_plain_error(guard: Guard) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert "connection refused" in refused(f"http://desk.test:{port}/", replace(guard, ports=(port,)))


def test_a_server_without_a_valid_certificate_is_not_believed(server: Server, guard: Guard) -> None:
    where = address(server).replace("http:", "https:")
    assert "no safe connection" in refused(where, guard)


def test_the_certificate_is_checked_against_the_name(server: Server, guard: Guard) -> None:
    seen: dict[str, Any] = {}

    class Context(ssl.SSLContext):
        def wrap_socket(self, sock: socket.socket, **options: Any) -> Any:  # type: ignore[override]  # fewer options
            seen.update(options, peer=sock.getpeername()[0], mode=self.verify_mode, host=self.check_hostname)
            raise ssl.SSLError(1, "enough seen")

    made = Context(ssl.PROTOCOL_TLS_CLIENT)
    refused(address(server).replace("http:", "https:"), replace(guard, trust=lambda: made))
    asked = {"server_hostname": "desk.test", "peer": "127.0.0.1"}
    assert seen == {**asked, "mode": ssl.CERT_REQUIRED, "host": True}
    assert Guard().trust is ssl.create_default_context


def test_a_safe_address_that_leads_to_an_open_one_is_not_followed() -> None:
    target = web.target_of("https://desk.test/a")
    with pytest.raises(ReadError, match="leads to an unprotected address"):
        web._next(target, "http://desk.test/b", Guard())


@pytest.mark.parametrize(
    ("body", "media_type", "kind"),
    [
        (PAGE, "text/html; charset=utf-8", "text/html"),
        (PAGE, "", "text/html"),
        (TEXT, "text/plain", "text/plain"),
        (b"---\ntitle: x\n---\n" + TEXT, "text/markdown", "text/markdown"),
    ],
)
@pytest.mark.usefixtures("known")
def test_a_page_becomes_a_document(server: Server, body: bytes, media_type: str, kind: str) -> None:
    server.answers["/a"] = told(302, Location="/story.php")
    server.answers["/story.php"] = told(200, body, Content_Type=media_type)
    (found,) = read_each(address(server))
    assert not isinstance(found, Unread)
    assert TEXT.decode() in found.text
    assert (found.path, found.url, found.name) == (
        address(server),
        address(server, "/story.php"),
        "story.php",
    )
    assert (found.data, found.media_type) == (body, kind)
    assert found.headers["content-type"] == media_type
    assert found.retrieved_at is not None


@pytest.mark.usefixtures("known")
def test_what_cannot_be_fetched_is_named(server: Server) -> None:
    (found,) = read_each(address(server, "/gone"))
    assert isinstance(found, Unread)
    assert found.error == f"{address(server, '/gone')} answered 404 Not Found."
