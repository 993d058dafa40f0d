"""The log does not say who looked for whom."""

import logging
from pathlib import Path

import pytest
from django.test import Client

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


@pytest.mark.parametrize("command", ["scripts/serve.py", "docs/operating.md"])
def test_the_server_is_started_without_an_access_log(repository: Path, command: str) -> None:
    text = (repository / command).read_text(encoding="utf-8")
    assert "gunicorn" in text
    assert "--access-log" not in text


def test_a_search_that_fails_leaves_neither_name_nor_reader_in_the_log(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the index is gone")

    monkeypatch.setattr("cases.public.search.people", broken)
    handler = logging.StreamHandler()
    handler.addFilter(NoQuery())
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    try:
        client = Client(raise_request_exception=False, REMOTE_ADDR="203.0.113.9")
        assert client.get("/people/?q=Zarechnaya").status_code == 500
    finally:
        logger.removeHandler(handler)
    logged = capfd.readouterr().err
    assert "the index is gone" in logged
    assert "Zarechnaya" not in logged
    assert "203.0.113.9" not in logged


def test_every_handler_cuts_queries() -> None:
    handlers = [
        handler
        for logger in LOGGERS
        for handler in logging.getLogger(logger).handlers
        if type(handler) is logging.StreamHandler
    ]
    assert handlers
    assert all(any(isinstance(kept, NoQuery) for kept in handler.filters) for handler in handlers)
