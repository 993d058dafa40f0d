"""What an operator names (files, folders, archives, addresses, “-”) to the documents in it, one by one."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from importers.read import web
from importers.read.clean import shown
from importers.read.errors import ReadError
from importers.read.kinds import READABLE, is_document, kind_of, kind_on_web, suffix_of
from importers.read.limits import MAX_ARCHIVE, MAX_BYTES
from importers.read.reading import check, check_size, reading_of
from importers.read.sandbox import unpack
from importers.spans import Reading

INPUTS = (
    "Text, Markdown, HTML, PDF, Word, e-mail or ZIP; folders of these; web addresses; - for standard input."
)
STDIN = "-"
STDIN_NAME = "standard input"


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read: where it is, and a sentence that names it and says why."""

    path: str
    error: str


def find_documents(paths: list[str]) -> list[str]:
    """Each file, address or “-” that `paths` name, once, folders expanded in a fixed order.

    Raises `ReadError`. A folder without a document is an error, and so is a path that does not exist.
    """
    found: list[str] = []
    for given in paths:
        if given == STDIN:
            found.append(given)
        elif web.is_web_address(given):
            web.target_of(given, web.GUARD.ports)
            found.append(given)
        elif Path(given).is_dir():
            found.extend(_inside(given))
        elif not Path(given).exists():
            raise ReadError(f"{shown(given)} does not exist.")
        else:
            found.append(given)
    return list(dict.fromkeys(found))


def _inside(folder: str) -> list[str]:
    inside = sorted(str(one) for one in Path(folder).rglob("*") if is_document(one.name) and one.is_file())
    if not inside:
        kinds = ", ".join(sorted(READABLE))
        raise ReadError(f"{shown(folder)} holds no document; looked for {kinds}.")
    return inside


def read(source: str | Path | bytes, name: str = "") -> Reading:
    """The one document in a file, or in bytes called `name`; raises `ReadError`."""
    if isinstance(source, bytes):
        return reading_of(source, shown(name) or "document")
    path = Path(source)
    name = shown(name or path.name)
    return reading_of(_bytes_of(path), name, path=shown(str(source)))


def read_each(place: str) -> Iterator[Reading | Unread]:
    """Every document in a file, an archive, an address or standard input, or why it cannot be read."""
    try:
        if place == STDIN:
            yield from _each(_standard_input(), STDIN_NAME, STDIN_NAME)
        elif web.is_web_address(place):
            yield from _on_web(place)
        else:
            yield from _each(_bytes_of(Path(place)), shown(Path(place).name), shown(place))
    except ReadError as error:
        yield Unread(shown(place), str(error))


def _each(data: bytes, name: str, path: str, kind: str = "", charset: str = "") -> Iterator[Reading | Unread]:
    check(data, name, MAX_ARCHIVE)
    if (kind or kind_of(data, name)) != "archive":
        yield reading_of(data, name, path=path, kind=kind, charset=charset)
        return
    for member, content, error in unpack(data, name):
        inner = shown(member)
        where = path[: len(path) - len(name)] + inner if path.endswith(name) else inner
        try:
            if error:
                raise ReadError(error)
            yield reading_of(content, inner, path=where)
        except ReadError as problem:
            yield Unread(where, str(problem))


def _on_web(address: str) -> Iterator[Reading | Unread]:
    fetched = web.fetch(address, web.GUARD)
    kind = kind_on_web(fetched.data, fetched.name, fetched.media_type)
    for one in _each(fetched.data, fetched.name, address, kind, fetched.charset):
        if isinstance(one, Unread):
            yield one
        else:
            yield replace(one, url=fetched.address, headers=fetched.headers, retrieved_at=fetched.at)


def _bytes_of(path: Path) -> bytes:
    largest = MAX_ARCHIVE if suffix_of(path.name) == ".zip" else MAX_BYTES
    name = shown(str(path))
    try:
        if path.is_dir():
            raise ReadError(f"{name} is a folder, not a document.")
        if not path.is_file() and path.exists():
            raise ReadError(f"{name} is no ordinary file.")
        check_size(path.stat().st_size, name, largest)
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except FileNotFoundError:
        raise ReadError(f"{name} does not exist.") from None
    except (OSError, ValueError) as error:
        raise ReadError(f"{name} cannot be read: {getattr(error, 'strerror', '') or error}.") from None
    check_size(len(data), name, largest)
    return data


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise ReadError("There is no standard input to read.")
    data = sys.stdin.buffer.read(MAX_ARCHIVE + 1)
    check_size(len(data), STDIN_NAME, MAX_ARCHIVE)
    return data
