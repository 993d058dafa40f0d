"""Which kind of document some bytes are. Name and content must agree: a PDF called .txt is refused."""

import re
from pathlib import PurePath

from importers.read.errors import ReadError

READABLE = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "mail",
    ".zip": "archive",
}
MEDIA_TYPES = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "mail": "message/rfc822",
    "archive": "application/zip",
}
NAMES = {
    "text": "a text file",
    "markdown": "a text file",
    "html": "a web page",
    "pdf": "a PDF",
    "docx": "a Word document (.docx)",
    "mail": "an e-mail",
    "archive": "a ZIP archive",
}
BINARY = ("pdf", "docx", "archive")
# Documents that people send and that are not read: named, so that nobody believes they were imported.
UNREAD = {
    ".doc": "an old Word file; save it as .docx",
    ".rtf": "a Rich Text file; save it as .docx",
    ".odt": "an OpenDocument text; save it as .docx",
    ".pages": "a Pages document; save it as .docx",
    ".msg": "an Outlook message; save it as .eml",
    ".mht": "a web archive; save it as .html",
    ".mhtml": "a web archive; save it as .html",
    ".epub": "a book; save its text as .html or .txt",
    ".csv": "a table, and tables are imported otherwise",
    ".xls": "a table, and tables are imported otherwise",
    ".xlsx": "a table, and tables are imported otherwise",
    ".ods": "a table, and tables are imported otherwise",
    ".ppt": "a presentation; save it as .pdf",
    ".pptx": "a presentation; save it as .pdf",
    ".rar": "an archive of another kind; make it a ZIP",
    ".7z": "an archive of another kind; make it a ZIP",
    ".gz": "an archive of another kind; make it a ZIP",
    ".tgz": "an archive of another kind; make it a ZIP",
    ".tar": "an archive of another kind; make it a ZIP",
}
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,1500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NO_TEXT = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"Rar!",
    b"II*\0",
)
_IN_ZIP = (
    (b"xl/workbook", ".xlsx"),
    (b"ppt/presentation", ".pptx"),
    (b"application/vnd.oasis.opendocument", ".odt"),
    (b"application/epub+zip", ".epub"),
)


def suffix_of(name: str) -> str:
    """The ending of a name, small: “.pdf”, or ""."""
    return PurePath(name.replace("\\", "/").rpartition("/")[2]).suffix.lower()


def is_document(name: str) -> bool:
    """Whether a file of a folder or an archive is meant to be read, or must be refused by name."""
    plain = name.replace("\\", "/").rpartition("/")[2]
    return not plain.startswith((".", "~$")) and suffix_of(plain) in READABLE.keys() | UNREAD.keys()


def kind_of(data: bytes, name: str) -> str:
    """The kind of a file, a key of `NAMES`; raises `ReadError` for one that is not read."""
    suffix = suffix_of(name)
    found = _by_content(data, name)
    if suffix in UNREAD and not found:
        raise ReadError(f"{name} is {UNREAD[suffix]}.")
    called = READABLE.get(suffix, "")
    if not called:
        return found or "text"
    if found and found != called:
        raise ReadError(f"{name} is not {NAMES[called]}: by its content it is {NAMES[found]}.")
    if not found and called in BINARY:
        raise ReadError(f"{name} is not {NAMES[called]}: it begins otherwise.")
    return called


def kind_on_web(data: bytes, name: str, media_type: str) -> str:
    """The kind of what a server sent: its content says, then the server, then the end of the address."""
    if found := _by_content(data, name):
        return found
    if media_type == "application/xhtml+xml":
        return "html"
    stated = next((kind for kind, media in MEDIA_TYPES.items() if media == media_type), "")
    if stated in BINARY:
        raise ReadError(f"{name} is not {NAMES[stated]}: it begins otherwise.")
    called = READABLE.get(suffix_of(name), "text")
    return stated if stated not in ("", "text") else "text" if called in BINARY else called


def looks_like_html(text: str) -> bool:
    """Whether a text is a page, whatever its name."""
    return bool(_HTML.match(text[:2000]))


def _by_content(data: bytes, name: str) -> str:
    """The kind that bytes show themselves to be, or "" for what may be text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _in_zip(data, name)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise ReadError(f"{name} is protected with a password; save it without one.")
        raise ReadError(f"{name} is {UNREAD['.doc']}.")
    if data.startswith(b"{\\rtf"):
        raise ReadError(f"{name} is {UNREAD['.rtf']}.")
    if data.startswith(_NO_TEXT):
        raise ReadError(f"{name} is not a text file.")
    return ""


def _in_zip(data: bytes, name: str) -> str:
    if b"word/document" in data:
        return "docx"
    for mark, suffix in _IN_ZIP:
        if mark in data:
            raise ReadError(f"{name} is {UNREAD[suffix]}.")
    return "archive"
