"""When an article was published, and how that is known: a line, a dateline, or worked out from the text."""

from datetime import date

import regex

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",),
            ("june", "jun"),
            ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"),
            ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_M = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_Y = r"(?P<year>(?:19|20)\d\d)"
DAY_FIRST = rf"{_D}\s+(?:of\s+)?{_M},?\s+{_Y}"
MONTH_FIRST = rf"{_M}\s+{_D},?\s+{_Y}"
ISO = r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
DOTTED = rf"(?P<day>\d{{1,2}})[./](?P<month>0?[1-9]|1[0-2])[./]{_Y}"
_FULL = [regex.compile(rf"(?<![\d\w]){one}(?!\d)", regex.I) for one in (DAY_FIRST, MONTH_FIRST, ISO, DOTTED)]
_MONTH_YEAR = regex.compile(rf"\b{_M},?\s+{_Y}(?!\d)", regex.I)
_DAY_MONTH = [regex.compile(one, regex.I) for one in (rf"(?<!\d){_D}\s+{_M}(?!\w)", rf"\b{_M}\s+{_D}(?!\w)")]
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_LEAD = r"(?:(?:posted|published|updated|released|issued|date|dated)\b[\s:]*(?:on|at)?\s*)?"
_LINE = regex.compile(
    rf"[\W_]*{_LEAD}{_WEEKDAY}(?P<date>[\w .,/’-]{{6,30}}?)(?:[\s,|–-]+\d\d?:\d\d.*)?[\W_]*", regex.I
)
_FUTURE = regex.compile(
    (
        r"\b(?:will|until|till|scheduled|upcoming|expected|ahead of|due|ends?|to be|opening|next|faces?|by|"
        r"expires?)\b"
    ),
    regex.I,
)
_TODAY = regex.compile(r"\btoday\s*[,(]\s*(?P<date>[\w ,]{3,30}?)\s*[,)]", regex.I)
_PLACES = r"(?:(?-i:\p{Lu})[\p{L}’'-]+(?:\s(?-i:\p{Lu})[\p{L}’'-]+){0,2}(?:,|\s[–—-])\s+){0,3}"
_DATELINES = [
    regex.compile(rf"[\W_]*(?:{prefix})?{one}[)*_\s]*(?:\([^()\n]{{1,40}}\)\s*)?{mark}", regex.I)
    for one in (DAY_FIRST, MONTH_FIRST, ISO, DOTTED)
    for prefix, mark in (
        (r"[^\n–—.]{0,60}?[\s(*,]", "[-–—:|]"),
        (_PLACES, r"\.\s"),
        (r"[^\n.]{0,70}?[\s(*,]", r"\s*$"),
    )
]
_RELEASE = regex.compile(
    r"\b(?:for immediate release|published|posted on|date)\b[:\s]*(?P<rest>.{0,60})", regex.I
)
# A field of a profile ("Date of birth: 3 May 1988") gives the day of something else than the publication.
_FIELD = regex.compile(
    r"[\W_]*(?:dates? of (?!(?:publication|issue|release)\s*:)[\w ]{3,30}|d\.?o\.?b\.?|born(?: on)?|birthday|"
    r"(?:date )?(?:arrested|detained|sentenced|convicted|died)(?: on| since)?)\s*[:*_]",
    regex.I,
)
HEAD = 700  # a dateline stands within this many characters


def date_line(line: str) -> str:
    """The day that a line consists of, as EDTF, or "" where the line says anything else."""
    if len(line) > 60:
        return ""
    match = _LINE.fullmatch(line.strip())
    return _whole(match["date"]) if match else ""


def published_of(text: str, start: int, end: int) -> tuple[str, str]:
    """The publication date of an article and its basis; ("", "unknown") where nothing says."""
    head = _without_fields(text[start : min(end, start + HEAD)])
    for line in head.split("\n")[:8]:
        if day := date_line(line):
            return day, "stated"
    for line in head.split("\n")[:8]:
        for pattern in _DATELINES:
            if (match := pattern.match(line)) and (stated := _day_of(match)):
                return stated.isoformat(), "stated"
    if (match := _RELEASE.search(head)) and (day := _first_full(match["rest"][:40])):
        return day, "stated"
    for line in text[max(start, end - 200) : end].split("\n")[-2:]:
        if day := date_line(line):
            return day, "stated"
    return _today_of(text, start, end)


def _without_fields(head: str) -> str:
    """The lines without those that are a field of somebody's life, each of which is left empty."""
    return "\n".join("" if _FIELD.match(line) else line for line in head.split("\n"))


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the dateline of an article ends, whose date is no event's; `start` if there is none."""
    at = start
    for line in text[start : min(end, start + HEAD)].split("\n")[:8]:
        for pattern in _DATELINES:
            if match := pattern.match(line):
                return at + match.end()
        at += len(line) + 1
    return start


def _today_of(text: str, start: int, end: int) -> tuple[str, str]:
    """ "Today (13 December)": the day is stated, the year comes from the rest of the document."""
    match = _TODAY.search(text, start, end)
    if not match:
        return "", "unknown"
    if day := _first_full(match["date"]):
        return day, "stated"
    found = next((m for pattern in _DAY_MONTH if (m := pattern.search(match["date"]))), None)
    latest = document_date(text, [])
    if not found or not latest:
        return "", "unknown"
    month, day_number = MONTHS[found["month"].lower()], int(found["day"])
    years = (int(latest[:4]) + n for n in (-1, 0, 1))
    days = [one for year in years if (one := _date(year, month, day_number))]
    reference = date(int(latest[:4]), int(latest[5:7] or 6), 15)
    nearest = min(days, key=lambda one: abs((one - reference).days), default=None)
    return (nearest.isoformat(), "inferred") if nearest else ("", "unknown")


def document_date(text: str, known: list[str]) -> str:
    """The month that a document without a date was made in, or "": the latest past date that it gives."""
    found = [day[:7] for day in known]
    for pattern in _FULL:
        found += [
            f"{day:%Y-%m}"
            for m in pattern.finditer(text)
            if (day := _day_of(m)) and not _is_future(text, m.start())
        ]
    for match in _MONTH_YEAR.finditer(text):
        if match["month"][0].isupper() and not _is_future(text, match.start()):
            found.append(f"{match['year']}-{MONTHS[match['month'].lower()]:02d}")
    return max(found, default="")


def _is_future(text: str, at: int) -> bool:
    return bool(_FUTURE.search(text, max(0, at - 45), at))


def _whole(text: str) -> str:
    for pattern in _FULL:
        match = pattern.fullmatch(text.strip(" .,"))
        if match and (day := _day_of(match)):
            return day.isoformat()
    return ""


def _first_full(text: str) -> str:
    for pattern in _FULL:
        match = pattern.search(text)
        if match and (day := _day_of(match)):
            return day.isoformat()
    return ""


def _day_of(match: "regex.Match[str]") -> date | None:
    month = match["month"].lower()
    number = MONTHS.get(month) or (int(month) if month.isdigit() else 0)
    return _date(int(match["year"]), number, int(match["day"]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
