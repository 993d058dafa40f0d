"""Bytes to a frozen text with metadata. The only place where text is made; offsets never move after it.

`find_documents` says what is to be read, `read_each` reads it, `read` reads one document and raises
`ReadError`, whose message is one sentence that names the document.
"""

from importers.read.errors import ReadError
from importers.read.inputs import INPUTS, Unread, find_documents, read, read_each
from importers.read.kinds import READABLE
from importers.read.limits import MAX_BYTES
from importers.spans import Reading

__all__ = [
    "INPUTS",
    "MAX_BYTES",
    "READABLE",
    "ReadError",
    "Reading",
    "Unread",
    "find_documents",
    "read",
    "read_each",
]
