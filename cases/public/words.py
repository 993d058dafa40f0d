"""What the pages say, in words: dates in a sentence, events, sentences, releases, a person's status.

Plain functions over values of a published document; nothing here reads a database.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cases import dates, vocab
from cases.dates import DateError, PartialDate

Document = Mapping[str, Any]
STALE_DAYS = 365

STATUS_WORDS = {
    "detained": "In custody",
    "released": "Released",
    "at_large": "Not in custody, but wanted, charged or sentenced",
    "deceased": "Deceased",
    "unknown": "Nothing in the record says whether this person is in custody",
}

BASIS_WORDS = {
    "inferred": "worked out from other dates in the document",
    "metadata": "from the page, not from its text",
    "operator": "given at import",
}
FINALITY_WORDS = {"final": "final", "overturned": "set aside by a higher court"}


def partial(text: str | None) -> PartialDate | None:
    """The partial date of an EDTF text; None where there is none or it cannot be read."""
    if not text:
        return None
    try:
        return dates.parse(text)
    except DateError:
        return None


def on(text: str | None) -> str:
    """A date as a sentence goes on with it: “on 7 September 2020”, “in September 2020”, “between …”."""
    known = partial(text)
    if known is None:
        return ""
    if known.approximate or known.precision == "interval":
        return known.show()
    return f"{'on' if known.precision == 'day' else 'in'} {known.show()}"


def since(text: str | None) -> str:
    """A date as the beginning of something: “since September 2020”, “since May 2024 or earlier”."""
    known = partial(text)
    if known is None:
        return ""
    if known.precision != "interval":
        return f"since {known.show()}"
    start, end = known.edtf.split("/")
    if start == dates.OPEN:
        return f"since {dates.parse(end).show()} or earlier"
    if end == dates.OPEN:
        return f"since {dates.parse(start).show()} or later"
    return f"since some time {known.show()}"


def plural(number: int, one: str, many: str = "") -> str:
    """A number with its noun: “1 person”, “1,100 people”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def join(parts: list[str]) -> str:
    """Words in a row: “a, b and c”."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def term(sentence: Document) -> str:
    """The length of a sentence: “6 years 6 months”, “life imprisonment”; empty where none is known."""
    if sentence.get("death_penalty"):
        return "the death penalty"
    if sentence.get("life"):
        return "life imprisonment"
    return " ".join(
        plural(sentence[unit], unit[:-1]) for unit in ("years", "months", "days") if sentence.get(unit)
    )


def fine(sentence: Document) -> str:
    """The fine of a sentence with its currency."""
    amount = str(sentence.get("fine_amount") or "")
    amount = amount.rstrip("0").rstrip(".") if "." in amount else amount
    return f"a fine of {amount} {sentence.get('fine_currency', '')}".strip() if amount else ""


def sentence_words(sentence: Document) -> str:
    """A sentence as a clause: “11 years, suspended, in absentia; reinforced regime”."""
    length = " and ".join(part for part in (term(sentence), fine(sentence)) if part)
    details = [
        length,
        "suspended" if sentence.get("suspended") else "",
        "in absentia" if sentence.get("in_absentia") else "",
        vocab.REGIMES.label(sentence.get("regime") or "").lower(),
        {"final": "final", "overturned": "set aside by a higher court"}.get(
            sentence.get("finality") or "", ""
        ),
    ]
    return ", ".join(part for part in details if part)


def release_words(release: Document) -> str:
    """How somebody was released: “pardon; forced exile”."""
    manner = release.get("manner") or ""
    parts = [vocab.RELEASE_MANNERS.label(manner).lower()] if manner and manner != "unclear" else []
    parts += [vocab.RELEASE_CONDITIONS.label(code).lower() for code in release.get("conditions") or []]
    return ", ".join(parts)


def event_title(event: Document) -> str:
    """What happened, in a few words: “Abducted”, “Sentenced to 11 years”, “Released: pardon”."""
    kind = event["kind"]
    if kind == "arrest" and event.get("manner"):
        return vocab.ARREST_MANNERS.label(event["manner"])
    if kind == "sentence":
        words = sentence_words(event.get("sentence") or {})
        return f"Sentenced to {words}" if term(event.get("sentence") or {}) else _with("Sentenced", words)
    if kind == "release":
        return _with("Released", release_words(event.get("release") or {}))
    return vocab.EVENT_KINDS.label(kind)


def modality_words(event: Document) -> str:
    """How sure the sources are, as a badge; empty for what a source simply states."""
    return {
        "reported": "reported, not confirmed",
        "planned": "announced, not known to have happened",
        "denied": "a source says that this did not happen",
    }.get(event.get("modality") or "", "")


def date_note(event: Document) -> str:
    """Where a date was not read from the text, how it was found."""
    return BASIS_WORDS.get(event.get("date_basis") or "", "") if event.get("date") else ""


def status_line(status: Document) -> str:
    """The status in a sentence, without “since”: “In custody, on the latest evidence”."""
    words = STATUS_WORDS.get(status["code"], vocab.STATUSES.label(status["code"]))
    if not status.get("reported_only") or status["code"] == "unknown":
        return words
    return f"Reportedly {words[0].lower()}{words[1:]}"


def status_when(status: Document) -> str:
    """When the status began: “since 2020” for what lasts, “on 13 December 2025” for what happened."""
    lasting = status["code"] in ("detained", "at_large")
    return since(status.get("since")) if lasting else on(status.get("since"))


def quoted(text: str) -> str:
    """Somebody's words in quotation marks, unless they bring their own."""
    return text if any(mark in text for mark in '“”«»"') else f"“{text}”"


def is_stale(status: Document, today: date) -> bool:
    """Is somebody called in custody on evidence that is more than a year old?"""
    confirmed = partial(status.get("last_confirmed_on"))
    if status["code"] != "detained" or confirmed is None or confirmed.latest is None:
        return False
    return (today - confirmed.latest).days > STALE_DAYS


def _with(word: str, more: str) -> str:
    return f"{word}: {more}" if more else word
