"""A document to what it says: articles, people with their claims, incidents, figures. Pure.

The steps, each in a module of its own: segment the text, find who is named, mark people, dates and lengths,
run the rules over each article, and put together what is said of one person. Nothing is read from a database.
"""

from collections.abc import Sequence
from dataclasses import replace

from importers.between import date_between
from importers.echoes import once, with_names
from importers.facts import Found, read_article
from importers.memory import genders_of
from importers.mentions import Candidate, Cast, Person, find_candidates, gather
from importers.persons import country_told, person_found
from importers.read.language import name_of
from importers.rules import COUNT_RULES
from importers.segment import segment
from importers.spans import (
    Article,
    Claim,
    Extraction,
    FigureFound,
    GroupEvent,
    PersonFound,
    Reading,
    Span,
    Unsettled,
)
from importers.tidy import tidy
from importers.view import View, make_views

LANGUAGES = frozenset({"en"})  # rules belong to a language; these are the ones that have rules
FIRST_WORDS = 200  # characters of an article that is not read, enough to know it by


def extract(reading: Reading) -> Extraction:
    """Everything that the rules find in a document."""
    articles = segment(reading)
    cast = gather(_candidates(reading.text, [one for one in articles if is_read(one)]))
    genders = genders_of(cast.people, reading.text)
    views = [view for view in make_views(reading.text, articles, cast) if is_read(view.article)]
    found = [read_article(view, genders) for view in views]
    people, doubtful = _people(cast, genders, views, found)
    events, figures = _counts(views)
    return Extraction(
        articles=articles,
        people=tuple(people),
        group_events=tuple(with_names(one, people, articles) for one in events),
        figures=tuple(figures),
        unsettled=(*_in_other_languages(reading.text, articles), *_unsettled(found, doubtful)),
    )


def is_read(article: Article) -> bool:
    """Whether there are rules for the language of an article."""
    return article.language in LANGUAGES


def _in_other_languages(text: str, articles: Sequence[Article]) -> list[Unsettled]:
    """An article that the rules do not read is named, by its first line, and nothing is proposed from it."""
    found = []
    for one in articles:
        if not is_read(one) and one.repeats is None:
            line = text[one.start : min(one.end, one.start + FIRST_WORDS)].partition("\n")[0]
            end = one.start + len(line)
            reason = f"The rules do not read {name_of(one.language)} yet."
            found.append(Unsettled(one.start, end, line, reason))
    return found


def _candidates(text: str, articles: Sequence[Article]) -> list[Candidate]:
    return [one for article in articles for one in find_candidates(text, article.start, article.end)]


def _people(
    cast: Cast, genders: dict[int, str], views: Sequence[View], found: Sequence[Found]
) -> tuple[list[PersonFound], list[Unsettled]]:
    """Those of whom the document says that they were held, charged or wanted; and where that is in doubt."""
    people: list[PersonFound] = []
    doubtful: list[Unsettled] = []
    told: dict[Person, list[Claim]] = {}
    for view, part in zip(views, found, strict=True):
        for who, claim in date_between(part.claims, view):
            told.setdefault(who, []).append(claim)
    for person in cast.people:
        claims = told.get(person, [])
        made = person_found(person, tidy(claims, views[0].text), genders.get(id(person), "unknown"), views)
        if isinstance(made, Unsettled):
            doubtful.append(made)
        elif made is not None:
            people.append(made)
    return sorted(people, key=lambda one: one.mentions[0].start), doubtful


def _counts(views: Sequence[View]) -> tuple[list[GroupEvent], list[FigureFound]]:
    events: list[GroupEvent] = []
    figures: list[FigureFound] = []
    for view in views:
        for rule in COUNT_RULES:
            for found in rule.find(view, rule):
                one = replace(found, country=found.country or country_told(view, found.start))
                (events if isinstance(one, GroupEvent) else figures).append(one)  # type: ignore[arg-type]  # by its kind
    return once(events), figures


def _unsettled(found: Sequence[Found], doubtful: Sequence[Unsettled]) -> list[Unsettled]:
    """Each passage once."""
    passages = (*(one for part in found for one in part.unsettled), *doubtful)
    by_span = {Span(one.start, one.end): one for one in passages}
    return [by_span[span] for span in sorted(by_span)]
