"""Bytes to a frozen text with metadata. The only place where text is made; offsets never move after it.

`read` takes a path or bytes and raises `ReadError`, whose message is one sentence that names the file.
"""

import hashlib
from pathlib import Path

from importers.read.errors import ReadError
from importers.read.html import looks_like_html, read_html
from importers.read.plain import decode
from importers.spans import Reading

MAX_BYTES = 20 * 1024 * 1024
READABLE = {".txt": "text/plain", ".md": "text/plain", ".html": "text/html", ".htm": "text/html"}

__all__ = ["MAX_BYTES", "READABLE", "ReadError", "Reading", "find_documents", "read"]


def read(source: str | Path | bytes, name: str = "") -> Reading:
    """The document in a file, or in bytes called `name`; raises `ReadError`."""
    path = "" if isinstance(source, bytes) else str(source)
    data = source if isinstance(source, bytes) else _bytes_of(Path(source))
    name = name or Path(path).name or "document"
    _check_size(len(data), name)
    if not data.strip():
        raise ReadError(f"{name} is empty.")
    decoded, encoding = decode(data, name)
    if Path(name).suffix.lower() in (".html", ".htm") or looks_like_html(decoded):
        page = read_html(decoded, name)
        return _reading(
            path,
            name,
            data=data,
            text=page.text,
            media_type="text/html",
            encoding=encoding,
            metadata=page.metadata,
        )
    text = decoded.replace("\r\n", "\n").replace("\r", "\n")
    return _reading(path, name, data=data, text=text, media_type="text/plain", encoding=encoding, metadata={})


def find_documents(paths: list[str]) -> list[str]:
    """The files that `paths` name, folders expanded in a fixed order; raises `ReadError`.

    A folder without a readable document is an error, and so is a path that does not exist.
    """
    found: list[str] = []
    for given in paths:
        path = Path(given)
        if not path.is_dir():
            if not path.exists():
                raise ReadError(f"{given} does not exist.")
            found.append(given)
            continue
        inside = sorted(str(one) for one in path.rglob("*") if _is_document(one))
        if not inside:
            kinds = ", ".join(sorted(READABLE))
            raise ReadError(f"{given} holds no document; looked for {kinds}.")
        found.extend(inside)
    return list(dict.fromkeys(found))


def _is_document(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in READABLE and not path.name.startswith(".")


def _bytes_of(path: Path) -> bytes:
    try:
        _check_size(path.stat().st_size, str(path))
        if path.is_dir():
            raise ReadError(f"{path} is a folder, not a document.")
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{path} does not exist.") from None
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror or error}.") from None


def _check_size(size: int, name: str) -> None:
    if size > MAX_BYTES:
        raise ReadError(
            f"{name} has {size / 1024 / 1024:.0f} MB; the limit is {MAX_BYTES // 1024 // 1024} MB."
        )


def _reading(
    path: str, name: str, *, data: bytes, text: str, media_type: str, encoding: str, metadata: dict[str, str]
) -> Reading:
    if not text.strip():
        raise ReadError(f"{name} has no text.")
    return Reading(
        path=path or name,
        name=name,
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type=media_type,
        encoding=encoding,
        **metadata,
    )
