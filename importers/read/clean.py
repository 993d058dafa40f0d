"""The text as it is frozen: what is changed once at reading, and is then never changed again.

Letters, quotes, dashes and spaces stay as they are. Taken out is what cannot be seen and would let a text
show one thing to a reader and another to the rules, or what PostgreSQL refuses to store:

* NUL and other control characters, unassigned and “tag” characters, byte order marks;
* marks that turn the direction of writing (Trojan source, CVE-2021-42574);
* soft hyphens, zero-width spaces and word joiners, which split words that a rule must see whole.

A lone surrogate becomes U+FFFD. Every kind of line end becomes one line feed. Letters with a combining mark
become one character where Unicode has it (NFC), so that “é” is one letter to the rules.
"""

import re
import unicodedata

from importers.read.limits import MAX_NAME

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_IN_NAMES = re.compile("[\x00-\x1f\x7f-\x9f]")


def freeze(text: str) -> tuple[str, list[str]]:
    """The text to store, and a sentence on each change that a reader could wonder about."""
    notes = []
    text = _LINE_ENDS.sub("\n", text)
    text, turned = _DIRECTION.subn("", text)
    if turned:
        notes.append(f"{_count(turned, 'mark')} that turned the direction of writing left out.")
    text, lone = _SURROGATE.subn("\ufffd", text)
    if lone:
        notes.append(f"{_count(lone, 'character')} that did not exist shown as “\ufffd”.")
    text = _INVISIBLE.sub("", text)
    return unicodedata.normalize("NFC", text), notes


def shown(name: str, longest: int = MAX_NAME) -> str:
    """A name that can be stored and printed: one line, no marks of direction, no lone surrogates."""
    name = _INVISIBLE.sub("", _DIRECTION.sub("", _NOT_IN_NAMES.sub("", name)))
    name = _SURROGATE.sub("\ufffd", name)
    return name if len(name) <= longest else f"{name[: longest - 101]}…{name[-100:]}"


def _count(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"
