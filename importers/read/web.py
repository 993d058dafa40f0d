"""A web address to bytes, without letting an address lead into our own network.

What is connected to is the very address that was checked: names are resolved once for each hop, every answer
must be public, and the connection is made to the number. Redirects are followed by hand and checked again.
No cookies, no credentials, no proxy of the environment, and nothing that says who asks.
"""

import http.client
import io
import queue
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from importers.read.addresses import is_public
from importers.read.clean import shown
from importers.read.errors import ReadError
from importers.read.kinds import MEDIA_TYPES
from importers.read.limits import MAX_BYTES, megabytes

HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible)",
    "Accept": "*/*",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
MAX_ADDRESS = 1000  # characters, as the column that keeps it
REDIRECTS = (301, 302, 303, 307, 308)
DOCUMENTS = frozenset(
    [*MEDIA_TYPES.values(), "application/xhtml+xml", "application/octet-stream", "binary/octet-stream", ""]
)
_UNSAFE = frozenset(map(chr, [*range(33), 127])) | set("\\\u00a0\u2028\u2029")


def resolve_host(host: str, port: int) -> list[str]:
    """Every numeric address of a name; raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be asked, and for how long. Times in seconds; tests put a server of their own in here."""

    resolve: Callable[[str, int], list[str]] = resolve_host
    allows: Callable[[str], bool] = is_public
    ports: Collection[int] = (80, 443)
    redirects: int = 5
    connect: float = 10
    total: float = 30
    largest: int = MAX_BYTES
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context


GUARD = Guard()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: its bytes, unpacked and otherwise untouched, with headers, place and time."""

    data: bytes
    address: str
    headers: Mapping[str, str]
    at: datetime
    notes: list[str] = field(default_factory=list)

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        return self.headers.get("content-type", "").lower().partition("charset=")[2].partition(";")[0]

    @property
    def name(self) -> str:
        """The last part of the path, or the host where there is none."""
        parts = urlsplit(self.address)
        return shown(unquote(parts.path).rstrip("/").rpartition("/")[2]) or parts.hostname or "page"


@dataclass(frozen=True, slots=True)
class Target:
    """An address in its parts, once it is known to be one that may be asked."""

    scheme: str
    host: str  # ASCII
    port: int
    path: str  # with query, percent-encoded

    @property
    def address(self) -> str:
        usual = {"http": 80, "https": 443}[self.scheme]
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{'' if self.port == usual else f':{self.port}'}{self.path}"


def is_web_address(text: str) -> bool:
    """Whether a path on the command line means an address rather than a file (whatever its scheme)."""
    scheme, mark, _ = text.partition("://")
    return bool(mark) and scheme.isascii() and scheme.replace("+", "").replace("-", "").isalnum()


def target_of(address: str, ports: Collection[int] = GUARD.ports) -> Target:
    """The parts of an address; raises `ReadError` for one that is not asked whatever it leads to."""
    said = shown(address)
    if len(address) > MAX_ADDRESS or not _UNSAFE.isdisjoint(address):
        why = "it is too long, or has characters that none has"
        raise ReadError(f"{said[:100]} is not a web address: {why}.")
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        raise ReadError(f"{said} is not a web address.") from None
    if parts.scheme not in ("http", "https"):
        raise ReadError(f"{said}: only addresses with http:// or https:// are read.")
    if not host or "%" in host or len(host) > 253:
        raise ReadError(f"{said} is not a web address: it has no host.")
    if parts.username is not None or parts.password is not None:
        raise ReadError(f"{said.partition('//')[0]}//…: addresses with a name or password are not read.")
    port = (443 if parts.scheme == "https" else 80) if port is None else port
    if port not in ports:
        raise ReadError(f"{said}: port {port} is not one of {', '.join(map(str, sorted(ports)))}.")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    return Target(parts.scheme, host, port, f"{path}?{query}" if query else path)


def fetch(address: str, guard: Guard | None = None) -> Fetched:
    """The document at an address; raises `ReadError`, whose message names the address."""
    guard = guard or GUARD
    end = time.monotonic() + guard.total
    target = target_of(address, guard.ports)
    for _ in range(guard.redirects + 1):
        try:
            answer = _ask(target, guard, end)
        except (TimeoutError, queue.Empty):
            raise ReadError(f"{address} did not answer in time.") from None
        except ssl.SSLError as error:
            reason = getattr(error, "verify_message", "") or getattr(error, "reason", "") or "TLS failed"
            raise ReadError(f"{address}: no safe connection ({reason}).") from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise ReadError(f"{address} cannot be read: {_said(error)}.") from None
        if isinstance(answer, Fetched):
            return answer
        target = _next(target, answer, guard)
    raise ReadError(f"{address} leads from one address to the next, more than {guard.redirects} times.")


def _said(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "no such host is known"
    if isinstance(error, OSError):
        return (error.strerror or "the connection broke").lower()
    return "its server answers with what is not HTTP"


def _next(target: Target, location: str, guard: Guard) -> Target:
    """Where a redirect leads, checked like the first address; never from a safe connection to an open one."""
    try:
        location = location.encode("latin-1").decode("utf-8")  # what http.client took for Latin-1
    except UnicodeError:
        location = quote(location, safe="/%:@!$&'()*+,;=~-._?#[]")
    try:
        address = urljoin(target.address, location.strip().replace(" ", "%20")).partition("#")[0]
    except ValueError:
        raise ReadError(f"{target.address} leads to what is not a web address.") from None
    following = target_of(address, guard.ports)
    if target.scheme == "https" and following.scheme == "http":
        raise ReadError(f"{target.address} leads to an unprotected address: {following.address}")
    return following


def _ask(target: Target, guard: Guard, end: float) -> Fetched | str:
    """The document, or the address that the server points to."""
    numbers = _checked(target, guard, end)
    connection = http.client.HTTPConnection(target.host, target.port)
    with _connected(target, numbers, guard, end) as sock:
        connection.sock = _Connection(sock, end)
        connection.request("GET", target.path, headers=HEADERS)
        answer = connection.getresponse()
        if answer.status in REDIRECTS and (location := answer.getheader("Location")):
            return location
        return _document(target, answer, guard)


def _checked(target: Target, guard: Guard, end: float) -> list[str]:
    """The numeric addresses of the host, all public; asked in a thread, as a resolver knows no time limit."""
    answers: queue.Queue[list[str] | OSError] = queue.Queue()

    def ask() -> None:
        try:
            answers.put(guard.resolve(target.host, target.port))
        except (OSError, UnicodeError) as error:
            answers.put(error if isinstance(error, OSError) else OSError("the name is not one"))

    threading.Thread(target=ask, daemon=True).start()
    found = answers.get(timeout=max(0.01, min(guard.connect, end - time.monotonic())))
    if isinstance(found, OSError):
        raise found
    if not found or not all(guard.allows(number) for number in found):
        raise ReadError(f"{target.address} is not on the public internet, and is not asked.")
    return found


def _connected(target: Target, numbers: list[str], guard: Guard, end: float) -> socket.socket:
    """A connection to the first of the numbers that answers, with the name checked where it is TLS."""
    problem: OSError = OSError("no address")
    for number in numbers:
        left = max(0.01, min(guard.connect, end - time.monotonic()))
        plain = socket.socket(socket.AF_INET6 if ":" in number else socket.AF_INET, socket.SOCK_STREAM)
        plain.settimeout(left)
        try:
            plain.connect((number, target.port))
            return (
                guard.trust().wrap_socket(plain, server_hostname=target.host)
                if target.scheme == "https"
                else plain
            )
        except OSError as error:
            plain.close()
            problem = error
    raise problem


def _document(target: Target, answer: http.client.HTTPResponse, guard: Guard) -> Fetched:
    headers = {key.lower(): shown(value) for key, value in answer.getheaders()}
    if answer.status != http.HTTPStatus.OK:
        known = {one.value: one.phrase for one in http.HTTPStatus}
        raise ReadError(
            f"{target.address} answered {answer.status} {known.get(answer.status, '')}".strip() + "."
        )
    headers.pop("set-cookie", None)
    found = Fetched(b"", target.address, headers, datetime.now(UTC))
    if found.media_type not in DOCUMENTS:
        raise ReadError(f"{target.address} is {found.media_type}, which is no document.")
    if (answer.length or 0) > guard.largest:
        raise _too_large(target, guard)
    data = answer.read(guard.largest + 1)
    if len(data) > guard.largest:
        raise _too_large(target, guard)
    if answer.length:
        raise ReadError(f"{target.address} broke off before its end.")
    data = _unpacked(data, headers.get("content-encoding", "").lower(), target, guard)
    return Fetched(data, target.address, headers, found.at)


def _unpacked(data: bytes, encoding: str, target: Target, guard: Guard) -> bytes:
    """The body of a server that packs although it was asked not to."""
    if encoding in ("", "identity"):
        return data
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise ReadError(f"{target.address} is packed as “{encoding}”, which was not asked for.")
    try:
        body = zlib.decompressobj(47).decompress(data, guard.largest + 1)  # 47: gzip or zlib, by its head
    except zlib.error:
        raise ReadError(f"{target.address} is packed, and damaged.") from None
    if len(body) > guard.largest:
        raise _too_large(target, guard)
    return body


def _too_large(target: Target, guard: Guard) -> ReadError:
    return ReadError(f"{target.address} has more than {megabytes(guard.largest)}.")


class _Connection:
    """A socket whose every wait ends at one moment, however slowly bytes come in."""

    def __init__(self, sock: socket.socket, end: float) -> None:
        self.sock, self.end = sock, end

    def sendall(self, data: bytes) -> None:
        self.sock.settimeout(_left(self.end))
        self.sock.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self.sock, self.end))

    def close(self) -> None:
        """Nothing: http.client closes before it has read the body; who opened the socket closes it."""


class _Incoming(io.RawIOBase):
    """The bytes that come in, until `end`."""

    def __init__(self, sock: socket.socket, end: float) -> None:
        super().__init__()
        self.sock, self.end = sock, end

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # “Buffer” has a name from Python 3.12 on
        self.sock.settimeout(_left(self.end))
        return self.sock.recv_into(buffer)


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
