"""Parsing in a process of its own, which may die: the caller gets a `ReadError`, and the batch goes on.

One process serves many documents and is replaced after a crash, after too long, and after so many documents.
It ends with its parent, since its standard input does.
"""

import atexit
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Any, cast

from importers.read.errors import ReadError
from importers.read.frames import BrokenFrameError, receive, send
from importers.read.limits import MAX_ARCHIVE, MAX_BYTES, MAX_CHARACTERS, Limits
from importers.read.parsed import Parsed

ROOT = Path(__file__).resolve().parent.parent.parent
# What the process gets to know of the environment: nothing of the site's settings.
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR")
_LARGEST = 8 * MAX_CHARACTERS + MAX_BYTES  # of an answer: JSON may need 6 bytes for a character
_BY_SIGNAL = tuple(
    -getattr(signal, name) for name in ("SIGXCPU", "SIGKILL", "SIGALRM") if hasattr(signal, name)
)


class Sandbox:
    """A process that parses; usable from one thread at a time (`parse` of this module sees to it)."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self.process: subprocess.Popen[bytes] | None = None
        self.owner = 0  # the process that started it: a fork of ours must not use it
        self.served = 0

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def parse(self, kind: str, data: bytes, name: str, charset: str = "") -> Parsed:
        """What the parser of `kind` finds; raises `ReadError`, also where the process dies or is late."""
        if self.served >= self.limits.documents:
            self.close()
        answer, _ = self._ask(name, self._request(kind, name, charset), data)
        if "parsed" not in answer:
            raise ReadError(str(answer.get("error", f"{name} cannot be read.")))
        return _parsed(answer["parsed"], name)

    def unpack(self, data: bytes, name: str) -> Iterator[tuple[str, bytes, str]]:
        """Name, bytes and error of each member of a ZIP; raises `ReadError` for the whole."""
        answer, member = self._ask(name, self._request("archive", name, ""), data)
        while "end" not in answer:
            if "member" not in answer:
                raise ReadError(str(answer.get("error", f"{name} cannot be read.")))
            yield str(answer["member"]), member, str(answer.get("error", ""))
            with self._watched(name) as process:
                answer, member = receive(_pipe(process.stdout), _LARGEST)

    def close(self) -> None:
        """End the process and wait for it, so that nothing is left behind."""
        process, self.process = self.process, None
        if process is None or self.owner != os.getpid():
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            try:
                _pipe(pipe).close()
            except OSError:  # what was not sent will not be
                continue

    def _request(self, kind: str, name: str, charset: str) -> dict[str, Any]:
        limits = {"cpu": self.limits.cpu, "memory": self.limits.memory}
        return {"kind": kind, "name": name, "charset": charset, **limits}

    def _ask(self, name: str, request: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
        self._start(name)
        self.served += 1
        with self._watched(name) as process:
            send(_pipe(process.stdin), request, data)
            return receive(_pipe(process.stdout), _LARGEST)

    def _start(self, name: str) -> None:
        alive = self.process is not None and self.process.poll() is None
        if alive and self.owner == os.getpid():
            return
        self.close()
        try:
            self.process = subprocess.Popen(  # this interpreter, with a module of this project
                [sys.executable, "-m", "importers.read.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=ROOT,
                env={key: os.environ[key] for key in _PASSED_ON if key in os.environ},
                start_new_session=True,
            )
        except OSError as error:
            raise ReadError(
                f"{name} cannot be read: no process could be started ({error.strerror})."
            ) from None
        self.owner, self.served = os.getpid(), 0

    @contextmanager
    def _watched(self, name: str) -> Iterator[subprocess.Popen[bytes]]:
        """Kill the process where it takes too long; whatever ends it becomes a `ReadError`."""
        process = cast("subprocess.Popen[bytes]", self.process)
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self.limits.wall, stop)
        timer.daemon = True
        timer.start()
        try:
            yield process
        except (BrokenFrameError, OSError, ValueError):
            code = self._ended(process)
            raise ReadError(_reason(name, late.is_set() or code in _BY_SIGNAL)) from None
        finally:
            timer.cancel()

    def _ended(self, process: subprocess.Popen[bytes]) -> int:
        """How the process ended by itself, or was ended here."""
        try:
            code = process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            code = 0
        self.close()
        return code


def _reason(name: str, slow: bool) -> str:
    if slow:
        return f"{name} takes too long to read: it is damaged, or made to do harm."
    return f"{name} broke the program that reads it: it is damaged, or made to do harm."


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def _parsed(answer: Any, name: str) -> Parsed:
    """The answer as a value, distrusted: every field a text, the notes a list of texts."""
    try:
        notes = [str(note) for note in answer.pop("notes")]
        return Parsed(**{key: str(value) for key, value in answer.items()}, notes=notes)
    except (AttributeError, KeyError, TypeError):
        raise ReadError(f"{name} cannot be read: its parser gave no answer that makes sense.") from None


_shared = Sandbox()
_lock = threading.Lock()
atexit.register(_shared.close)


def parse(kind: str, data: bytes, name: str, charset: str = "") -> Parsed:
    """`Sandbox.parse` of the one process that this process shares."""
    with _lock:
        return _shared.parse(kind, data, name, charset)


def unpack(data: bytes, name: str) -> Iterator[tuple[str, bytes, str]]:
    """`Sandbox.unpack` in a process for this archive alone, since its members are parsed meanwhile."""
    if len(data) > MAX_ARCHIVE:
        raise ReadError(f"{name} is larger than an archive may be.")
    with Sandbox() as sandbox:
        yield from sandbox.unpack(data, name)


def forget() -> None:
    """After a fork: the process and the lock belong to the parent."""
    global _shared, _lock  # one for each process, by its nature
    _shared, _lock = Sandbox(), threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=forget)
