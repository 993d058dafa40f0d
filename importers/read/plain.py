"""Bytes to text: which encoding, or why there is none."""

import codecs
import re

from importers.read.errors import ReadError

BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark is its beginning
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
SAMPLE = 100_000
# Latin-1 as pages declare it means Windows-1252 (WHATWG Encoding Standard, §4.2).
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# The high bytes of Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic and punctuation in UTF-16.
_HIGH = frozenset((0, 1, 2, 3, 4, 5, 6, 0x20))


def decode_certain(data: bytes, name: str) -> tuple[str, str] | None:
    """The text and its encoding where there is no doubt (a byte order mark, or valid UTF-8), else None.

    Raises `ReadError` for what announces an encoding and breaks it, and for binary.
    """
    for bom, encoding in BOMS.items():
        if data.startswith(bom):
            return _text(_strictly(data, encoding, name), name), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if "\x00" in text[:SAMPLE] and (wide := _wide(data)):
        return wide
    return _text(text, name), "utf-8"


def decode(data: bytes, name: str, declared: str = "") -> tuple[str, str, list[str]]:
    """The text of `data`, its encoding, and notes on what was lost; raises `ReadError` for binary or unknown.

    `declared` is what a page or a server says; it is believed after valid UTF-8 and before a guess.
    """
    if certain := decode_certain(data, name):
        return *certain, []
    if mended := _mended(data):
        return *mended, ["Some bytes were damaged; they are shown as “\ufffd”."]
    if wide := _wide(data):
        return *wide, []
    if (encoding := _known(declared)) and (text := _as(data, encoding)) is not None:
        return _text(text, name), encoding, []
    return *_guessed(data, name), []


def _strictly(data: bytes, encoding: str, name: str) -> str:
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") > 1 + len(text) // 1000:
        raise ReadError(f"{name} begins as {encoding} and is not.")
    return text


def _mended(data: bytes) -> tuple[str, str] | None:
    """UTF-8 in which a few bytes are broken, or the last character is cut off."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for char in text[:SAMPLE] if char > "\x7f") - broken
    if sound and (broken <= sound // 10 or (broken == 1 and text.endswith("\ufffd"))):
        return text, "utf-8"
    return None


def _wide(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a byte order mark: every other byte is one of few."""
    sample = data[:4096]
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        common = sum(1 for byte in high if byte in _HIGH)
        if len(high) >= 4 and common >= 0.95 * len(high):
            text = _as(data[: len(data) // 2 * 2], encoding)
            if text is not None and not _is_binary(text) and _has_spaces(text[:2048]):
                return text, encoding
    return None


def _has_spaces(sample: str) -> bool:
    """Whether there are as many gaps between words as in any writing with an alphabet."""
    return len(sample) < 20 or sum(1 for char in sample if char.isspace()) * 50 >= len(sample)


def _known(declared: str) -> str:
    """The codec of a declared name, or "" for one that is unknown or is no encoding of text."""
    try:
        info = codecs.lookup(declared.strip().strip("\"'"))
    except (LookupError, ValueError):
        return ""
    if not getattr(info, "_is_text_encoding", True) or info.name.startswith(("utf", "idna", "punycode")):
        return ""
    return _MEANT.get(info.name, info.name)


def _as(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, ValueError):
        return None


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # a quarter of a second that few files need

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise ReadError(f"{name} is not a text file, or its encoding is not known.")
    text = _as(data, best.encoding)
    if text is None:
        raise ReadError(f"{name}: its encoding is not known ({best.encoding} was tried).")
    return _text(text, name), best.encoding


def _text(text: str, name: str) -> str:
    if _is_binary(text):
        raise ReadError(f"{name} is not a text file.")
    return text


def _is_binary(text: str) -> bool:
    sample = text[:SAMPLE]
    return "\x00" in sample or len(_CONTROLS.findall(sample)) > len(sample) / 100
