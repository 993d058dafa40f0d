"""The log does not say who looked for whom."""

import logging

import pytest

from tracker.logs import NoQuery

LOGGERS = ("django", "django.server")


def logged(message: str, *args: object) -> str:
    record = logging.LogRecord("x", logging.INFO, "", 0, message, args, None)
    NoQuery().filter(record)
    return record.getMessage()


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ('"GET /people/?q=Kalesnikava&status=detained HTTP/1.1" 200', '"GET /people/?… HTTP/1.1" 200'),
        ("Not Found: /people/x/", "Not Found: /people/x/"),
        ("Is it there? 100%", "Is it there? 100%"),
    ],
)
def test_a_query_is_cut_and_nothing_else(message: str, kept: str) -> None:
    assert logged(message) == kept


def test_a_query_within_the_arguments_is_cut_too() -> None:
    assert logged("%s %s", "/people/?q=secret", 200) == "/people/?… 200"


def test_every_handler_cuts_queries() -> None:
    handlers = [
        handler
        for logger in LOGGERS
        for handler in logging.getLogger(logger).handlers
        if type(handler) is logging.StreamHandler
    ]
    assert handlers
    assert all(any(isinstance(kept, NoQuery) for kept in handler.filters) for handler in handlers)
