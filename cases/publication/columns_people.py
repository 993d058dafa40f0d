"""The columns of people: the contract of `/people.csv` (order included), and what filters need besides."""

from collections.abc import Callable
from datetime import date

from cases import names, vocab
from cases.publication.columns import (
    Column,
    Context,
    Row,
    Value,
    a_day,
    char,
    edtf,
    flag,
    long_text,
    moment,
    number,
    site_address,
)
from cases.publication.facts import PersonFacts, article, day, joined

P = Column[PersonFacts]


def days_detained_max(row: Row, context: Context) -> Value:
    """Days in custody at most; an open period counts to today."""
    if row["closed_days_max"] is None or not row["held_now"]:
        return row["closed_days_max"]  # type: ignore[no-any-return]  # a nullable integer column
    since: date | None = row["held_since_earliest"]
    return None if since is None else row["closed_days_max"] + max(0, (context.today - since).days)


def _date(
    header: str, meaning: str, sample: str, read: Callable[[PersonFacts], str], *, export: bool = True
) -> list[P]:
    return edtf(header, meaning, sample, read, export=export)


def _term(unit: str) -> P:
    words = f"Full {unit} of the term of the latest sentence; years, months and days are read together."
    return P(unit, "number", words, "6", read=lambda p: p.sentence.get(unit), field=number)


def _yes_no(header: str, meaning: str) -> P:
    return P(header, "flag", meaning, "no", read=lambda p: p.sentence.get(header), field=flag)


PEOPLE: list[P] = [
    P("id", "text", "The person's id. It never changes.", "7k2m9p4qxa", read=lambda p: p.id),
    P("url", "address", "The page with every fact and its quotes.", compute=site_address, needs=("path",)),
    P(
        "name",
        "text",
        "The name that the record goes by.",
        "Maryia Kalesnikava",
        read=lambda p: p.document["name"],
        field=char(),
    ),
    P(
        "other_names",
        "list",
        "Every other spelling, in every script.",
        "Maria Kalesnikava; Марыя Калеснікава",
        read=lambda p: joined(p.other_names),
        field=long_text,
    ),
    P(
        "gender",
        "code",
        "As stated, or as the language of the sources makes plain.",
        "female",
        read=lambda p: p.document["gender"],
        field=char(30, index=True),
        vocabulary=vocab.GENDERS,
    ),
    P(
        "birth_date",
        "edtf",
        "The date of birth as far as known.",
        "1982-04-24",
        read=lambda p: p.document["birth_date"],
        field=char(40),
    ),
    P(
        "country",
        "text",
        "The state whose case it is, by its two letters of ISO 3166-1.",
        "BY",
        read=lambda p: p.document["country"],
        field=char(2, index=True),
    ),
    P(
        "occupation",
        "text",
        "Profession or activity.",
        "musician",
        read=lambda p: p.document["occupation"],
        field=char(),
    ),
    P(
        "organisations",
        "list",
        "Organisations that the person belongs or belonged to.",
        "Viasna",
        read=lambda p: joined(one["name"] for one in p.document["organisations"]),
        field=long_text,
    ),
    P(
        "status",
        "code",
        "Whether the person is in custody, derived from the published events.",
        "detained",
        read=lambda p: p.status["code"],
        field=char(30, index=True),
        vocabulary=vocab.STATUSES,
    ),
    *_date("status_since", "When this status began.", "2020-09", lambda p: p.status["since"], export=False),
    *_date(
        "last_confirmed_on",
        "The latest date for which a source says that the person was in custody.",
        "2025-12-19",
        lambda p: p.status["last_confirmed_on"],
        export=False,
    ),
    *_date("arrest_date", "The latest arrest.", "2020-09-07", lambda p: p.date_of(p.arrest)),
    P(
        "charges",
        "list",
        "Charges as sources word them.",
        "tax evasion",
        read=lambda p: joined(one["as_worded"] for one in p.charges),
        field=long_text,
    ),
    P(
        "articles",
        "list",
        "Articles of law with their code.",
        "BY-CC 361-4",
        read=lambda p: joined(article(one) for one in p.charges),
        field=long_text,
    ),
    P(
        "court",
        "text",
        "The court of the latest sentence.",
        "Minsk Regional Court",
        read=lambda p: (p.sentence.get("court") or {}).get("name", ""),
        field=char(),
    ),
    *_date(
        "sentence_date",
        "The latest sentence.",
        "2021-09-06",
        lambda p: p.date_of(p.sentence_event),
        export=False,
    ),
    P(
        "sentence_text",
        "text",
        "The penalty of the latest sentence in words.",
        "11 years",
        read=lambda p: p.sentence.get("text", ""),
        field=char(300),
    ),
    _term("years"),
    _term("months"),
    _term("days"),
    _yes_no("life", "The latest sentence is life imprisonment."),
    _yes_no("death_penalty", "The latest sentence is death."),
    _yes_no("in_absentia", "The latest sentence was passed without the person there."),
    P(
        "regime",
        "code",
        "Where and how the latest sentence is served.",
        "reinforced",
        read=lambda p: p.sentence.get("regime", ""),
        field=char(30),
        vocabulary=vocab.REGIMES,
    ),
    P(
        "expected_release_earliest",
        "day",
        "The end of the term counted from the earliest beginning of custody, for those in custody. "
        "Arithmetic, no forecast: it knows no parole, pardon or days that count more than once.",
        "2031-09-07",
        read=lambda p: p.expected_release[0],
        field=a_day(),
    ),
    P(
        "expected_release_latest",
        "day",
        "The end of the term counted from the sentence, or from the latest beginning of custody if later.",
        "2032-09-06",
        read=lambda p: p.expected_release[1],
        field=a_day(),
    ),
    *_date(
        "release_date",
        "The release that ended custody; empty while the person is held.",
        "2025-12-13",
        lambda p: p.date_of(p.release_event),
        export=False,
    ),
    P(
        "release_manner",
        "code",
        "How custody ended.",
        "pardon",
        read=lambda p: p.release.get("manner", ""),
        field=char(30),
        vocabulary=vocab.RELEASE_MANNERS,
    ),
    P(
        "release_conditions",
        "codes",
        "What was tied to the release.",
        "forced_exile",
        read=lambda p: joined(p.release.get("conditions", ())),
        field=char(300),
        vocabulary=vocab.RELEASE_CONDITIONS,
    ),
    P(
        "days_detained_min",
        "number",
        "Days in custody that the sources vouch for, all periods together; a period that has not ended "
        "counts to `last_confirmed_on`. Empty where no period is known.",
        "1500",
        read=lambda p: p.days_detained_min,
        field=number,
    ),
    P(
        "days_detained_max",
        "number",
        "Days in custody at most, all periods together; a period that has not ended counts to today. "
        "Empty where a beginning or an end is not known.",
        "1923",
        compute=days_detained_max,
        needs=("closed_days_max", "held_now", "held_since_earliest"),
    ),
    P(
        "recognised_by",
        "list",
        "Organisations that recognise the person as a political prisoner or the like.",
        "Amnesty International",
        read=lambda p: joined(one["name"] for one in p.recognised_by),
        field=long_text,
    ),
    P(
        "has_conflict",
        "flag",
        "Sources differ on this person; the page shows both readings.",
        "no",
        read=lambda p: bool(p.document["conflicts"]),
        field=flag,
    ),
    P(
        "source_count",
        "number",
        "Sources that the page cites.",
        "3",
        read=lambda p: len(p.document["sources"]),
        field=number,
    ),
    P(
        "source_urls",
        "list",
        "Addresses of the sources, where they have one.",
        "https://www.amnesty.org/en/latest/news/",
        read=lambda p: joined(one["url"] for one in p.document["sources"]),
        field=long_text,
    ),
    P(
        "version",
        "number",
        "How often this person's page has changed in the log, the first time included.",
        "2",
        read=lambda p: p.version,
        field=number,
    ),
    P(
        "updated_at",
        "moment",
        "When this version was published.",
        "2026-01-05T09:30:00Z",
        read=lambda p: p.at,
        field=moment,
    ),
    # For filters, orders and the columns computed above.
    P(
        "path",
        "address",
        "The address of the page on this site.",
        read=lambda p: p.path,
        field=char(3000),
        export=False,
    ),
    P(
        "sort_name",
        "text",
        "The name without accents and case.",
        read=lambda p: names.fold(p.document["name"])[:200],
        field=char(index=True),
        export=False,
    ),
    P(
        "stage",
        "code",
        "How far the case has gone.",
        read=lambda p: p.status["stage"],
        field=char(30),
        vocabulary=vocab.LEGAL_STAGES,
        export=False,
    ),
    P(
        "reported_only",
        "flag",
        "The status rests on hedged reports alone.",
        read=lambda p: p.status["reported_only"],
        field=flag,
        export=False,
    ),
    P(
        "held_now",
        "flag",
        "A period of custody has not ended.",
        read=lambda p: p.open_period is not None,
        field=flag,
        export=False,
    ),
    P(
        "held_since_earliest",
        "day",
        "The earliest beginning of the period that has not ended.",
        read=lambda p: day((p.open_period or {}).get("start_earliest")),
        field=a_day(),
        export=False,
    ),
    P(
        "closed_days_max",
        "number",
        "The most days of custody in periods that have ended.",
        read=lambda p: p.closed_days_max,
        field=number,
        export=False,
    ),
]
