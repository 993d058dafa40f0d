"""An e-mail to text: subject, then the body; sender and date as metadata. Runs in the process that parses.

The plain part is preferred, since it is what was written; HTML is read as a page where there is no other.
"""

from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

from importers.read.errors import ReadError
from importers.read.html import page_of
from importers.read.parsed import Parsed
from importers.read.plain import decode

LONGEST_HEADER = 4000  # characters
ENOUGH = 40  # characters; “see the HTML version” is shorter than any body


def parse_mail(data: bytes, name: str, _charset: str = "") -> Parsed:
    """The message with its metadata; raises `ReadError` where it has neither subject nor text."""
    message = message_from_bytes(data, policy=policy.default)
    subject = " ".join(_header(message, "subject").split())
    body = _body(message, name)
    if not subject and not body:
        raise ReadError(f"{name} has neither a subject nor text.")
    return Parsed(
        f"{subject}\n\n{body}".strip(),
        title=subject,
        publisher=_sender(message),
        published=_date(message),
        language=_header(message, "content-language"),
        notes=_left_out(message),
    )


def _body(message: EmailMessage, name: str) -> str:
    plain = _part(message, "plain", name)
    if len(plain.strip()) >= ENOUGH:
        return plain
    html = _part(message, "html", name)
    return page_of(html, name).text if html.strip() else plain


def _part(message: EmailMessage, kind: str, name: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return ""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    text, _, _ = decode(data, name, part.get_content_charset() or "")
    return _flowed(text) if kind == "plain" and part.get_param("format") == "flowed" else text


def _flowed(text: str) -> str:
    """Lines that end in a space go on in the next one (RFC 3676); the signature mark “-- ” does not."""
    lines: list[str] = []
    going_on = False
    for line in text.splitlines():
        if going_on:
            lines[-1] += line
        else:
            lines.append(line)
        going_on = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


def _is_sane(message: EmailMessage, name: str) -> bool:
    """Whether a header is short enough to be parsed, which takes more than its length in time."""
    return all(len(str(raw)) <= LONGEST_HEADER for key, raw in message.raw_items() if key.lower() == name)


def _header(message: EmailMessage, name: str) -> str:
    """A header's text; one that is absurdly long, or breaks the standard library, counts as absent."""
    if not _is_sane(message, name):
        return ""
    try:
        return str(message.get(name, "") or "").strip()
    except Exception:  # noqa: BLE001  # it raises IndexError, AttributeError and others for malformed ones
        return ""


def _sender(message: EmailMessage) -> str:
    """The name of the sender, or the domain of the address."""
    if not _is_sane(message, "from"):
        return ""
    try:
        addresses = message["from"].addresses
        return str(addresses[0].display_name or addresses[0].domain)
    except Exception:  # noqa: BLE001  # as above, and there may be no sender
        return ""


def _date(message: EmailMessage) -> str:
    """The day of sending at the sender's place, as EDTF."""
    if not _is_sane(message, "date"):
        return ""
    try:
        sent = message["date"].datetime
    except Exception:  # noqa: BLE001  # as above
        return ""
    return sent.date().isoformat() if isinstance(sent, datetime) and sent.year >= 1971 else ""


def _left_out(message: EmailMessage) -> list[str]:
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    return [f"Attachments that were not read: {', '.join(names)}."] if names else []
