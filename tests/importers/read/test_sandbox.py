"""The process in which documents are parsed may die, hang or lie; the reader says so and goes on."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from importers.read import ReadError
from importers.read.limits import Limits
from importers.read.sandbox import ROOT, Sandbox
from tests.importers.read.builders import pdf

GOOD = pdf(["The editor was released on Monday."])
PAGE = b"<html><body>" + b"<p>He was arrested in the city on that day, it said.</p>" * 60_000


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        yield made


def alive(sandbox: Sandbox) -> int:
    """The process of a sandbox."""
    assert sandbox.process is not None
    return sandbox.process.pid


def test_one_process_serves_many_documents(sandbox: Sandbox) -> None:
    sandbox.parse("pdf", GOOD, "a.pdf")
    first = alive(sandbox)
    for _ in range(20):
        assert "released" in sandbox.parse("pdf", GOOD, "a.pdf").text
    assert alive(sandbox) == first


def test_it_is_replaced_after_so_many_documents() -> None:
    with Sandbox(Limits(documents=2)) as sandbox:
        pids = []
        for _ in range(4):
            sandbox.parse("pdf", GOOD, "a.pdf")
            pids.append(alive(sandbox))
    assert (pids[0] == pids[1], pids[1] == pids[2], pids[2] == pids[3]) == (True, False, True)


@pytest.mark.parametrize("limits", [Limits(wall=0.4, cpu=30), Limits(cpu=0, wall=30)], ids=["wall", "cpu"])
def test_a_document_that_takes_too_long_is_named_and_the_next_one_is_read(limits: Limits) -> None:
    with Sandbox(limits) as sandbox:
        begun = time.monotonic()
        with pytest.raises(ReadError, match=r"slow\.html takes too long"):
            sandbox.parse("html", PAGE, "slow.html")
        assert time.monotonic() - begun < 10
        sandbox.limits = Limits()
        assert "released" in sandbox.parse("pdf", GOOD, "a.pdf").text


def test_a_document_that_needs_too_much_memory_is_named() -> None:
    with Sandbox(Limits(memory=120 * 1024 * 1024)) as sandbox:
        with pytest.raises(ReadError, match=r"large\.html (?!takes)"):
            sandbox.parse("html", PAGE * 6, "large.html")
        sandbox.limits = Limits()
        sandbox.close()
        assert "released" in sandbox.parse("pdf", GOOD, "a.pdf").text


def test_a_process_that_dies_between_documents_is_replaced(sandbox: Sandbox) -> None:
    sandbox.parse("pdf", GOOD, "a.pdf")
    os.kill(alive(sandbox), signal.SIGSEGV)
    time.sleep(0.1)
    assert "released" in sandbox.parse("pdf", GOOD, "a.pdf").text


def test_a_process_that_dies_of_a_document_is_told_and_replaced(sandbox: Sandbox) -> None:
    sandbox.parse("pdf", GOOD, "a.pdf")
    threading.Timer(0.3, os.kill, (alive(sandbox), signal.SIGSEGV)).start()
    with pytest.raises(ReadError, match=r"deadly\.html broke the program that reads it"):
        sandbox.parse("html", PAGE, "deadly.html")
    assert "released" in sandbox.parse("pdf", GOOD, "a.pdf").text


def test_no_process_is_left_behind() -> None:
    with Sandbox() as sandbox:
        sandbox.parse("pdf", GOOD, "a.pdf")
        pid = alive(sandbox)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_it_ends_with_a_parent_that_is_killed() -> None:
    code = (
        "import os, sys; from importers.read import sandbox;"
        "sandbox._shared.parse('text', b'caf\\xe9 was closed on that day', 'a.txt');"
        "print(sandbox._shared.process.pid, flush=True); os.kill(os.getpid(), 9)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    pid = int(ended.stdout)
    for _ in range(50):
        if not _runs(pid):
            return
        time.sleep(0.1)
    pytest.fail("the process outlived its parent")


def _runs(pid: int) -> bool:
    """Whether a process is there, and is no zombie that nobody has waited for yet."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False


def test_it_sees_nothing_of_the_environment_of_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://record:secret@/record")
    monkeypatch.setenv("TRACKER_SECRET_KEY", "secret")
    seen: dict[str, Any] = {}

    class StopError(Exception):
        pass

    def popen(_arguments: list[str], **options: Any) -> None:
        seen.update(options["env"])
        raise StopError

    monkeypatch.setattr(subprocess, "Popen", popen)
    with pytest.raises(StopError):
        Sandbox().parse("pdf", GOOD, "a.pdf")
    assert seen
    assert "secret" not in str(seen)


def test_a_process_that_cannot_be_started_is_a_plain_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(ReadError, match=r"a\.pdf cannot be read: no process could be started"):
        Sandbox().parse("pdf", GOOD, "a.pdf")


def test_a_fork_has_a_process_of_its_own() -> None:
    from importers.read import sandbox

    sandbox.parse("pdf", GOOD, "a.pdf")
    pid = os.fork()
    if pid == 0:
        fine = sandbox._shared.process is None and "released" in sandbox.parse("pdf", GOOD, "a.pdf").text
        sandbox._shared.close()
        os._exit(0 if fine else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert "released" in sandbox.parse("pdf", GOOD, "a.pdf").text
