"""Bytes to text: which encoding, or why there is none."""

import codecs

from charset_normalizer import from_bytes

from importers.read.errors import ReadError

BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# What common files begin with that are not text.
MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
)
SAMPLE = 100_000


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of `data` and the name of its encoding; raises `ReadError` for binary or unknown."""
    if data.startswith(MAGIC):
        raise ReadError(f"{name} is not a text file.")
    for bom, encoding in BOMS.items():
        if data.startswith(bom):
            return _strictly(data, encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data, name)
    if _is_binary(text):
        raise ReadError(f"{name} is not a text file.")
    return text, "utf-8"


def _strictly(data: bytes, encoding: str, name: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        raise ReadError(f"{name} begins as {encoding} and is not.") from None


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise ReadError(f"{name} is not a text file, or its encoding is not known.")
    try:
        text = data.decode(best.encoding)
    except UnicodeDecodeError:
        raise ReadError(f"{name}: its encoding is not known ({best.encoding} was tried).") from None
    if _is_binary(text):
        raise ReadError(f"{name} is not a text file.")
    return text, best.encoding


def _is_binary(text: str) -> bool:
    sample = text[:SAMPLE]
    odd = sum(1 for char in sample if char < " " and char not in "\t\n\r\f\x0b\x1b")
    return "\x00" in sample or odd > len(sample) / 100
