"""The process in which untrusted bytes are parsed: one document after the other, each within its limits.

It reads requests from its standard input until that ends, and gets neither the settings of the site nor its
database: `importers.read.sandbox` starts it with an environment of its own. What it sends back is text.
"""

import gc
import importlib
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import IO, Any

from importers.read.errors import ReadError
from importers.read.frames import BrokenFrameError, receive, send
from importers.read.kinds import NAMES
from importers.read.limits import MAX_ARCHIVE
from importers.read.parsed import Parsed
from importers.read.plain import decode

resource: Any
try:
    resource = importlib.import_module("resource")
except ImportError:  # not Unix: the time limit of the parent remains
    resource = None

Parser = Callable[[bytes, str, str], Parsed]


def main() -> None:
    """Answer requests until there are no more."""
    requests, answers = sys.stdin.buffer, _answers()
    limited = False
    while True:
        try:
            request, data = receive(requests, MAX_ARCHIVE + 1024 * 1024)
        except BrokenFrameError:
            return
        if not limited:
            _limit("RLIMIT_AS", request["memory"])
            _limit("RLIMIT_FSIZE", 0)
            _limit("RLIMIT_CORE", 0)
            limited = True
        _limit_cpu(request["cpu"])
        if request["kind"] == "archive":
            _unpack(answers, data, request["name"])
        else:
            send(answers, _parse(data, request))


def _answers() -> IO[bytes]:
    """The pipe to the parent, out of reach of libraries that print."""
    kept = os.dup(1)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.close(silent)
    return os.fdopen(kept, "wb")


def _limit(name: str, value: int) -> None:
    if resource is None or not hasattr(resource, name):
        return
    try:
        resource.setrlimit(getattr(resource, name), (value, value))
    except (ValueError, OSError):  # a system that has the name and not the limit
        return


def _limit_cpu(seconds: float) -> None:
    """So many seconds from now on; beyond them the system ends the process."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + seconds) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    if hard == resource.RLIM_INFINITY or until < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


def _parse(data: bytes, request: dict[str, Any]) -> dict[str, Any]:
    kind, name = request["kind"], request["name"]
    try:
        return {"parsed": asdict(_parser(kind)(data, name, request["charset"]))}
    except ReadError as error:
        return {"error": str(error)}
    except MemoryError:
        gc.collect()
        return {"error": f"{name} needs more memory than a document may take."}
    except Exception:  # noqa: BLE001  # whatever a parser raises on such bytes is one thing: not readable
        return {"error": f"{name} is damaged, or is not {NAMES[kind]}."}


def _parser(kind: str) -> Parser:
    """The parser of a kind; its library is loaded when the first document needs it."""
    if kind == "html":
        from importers.read.html import parse_html  # noqa: PLC0415

        return parse_html
    if kind == "pdf":
        from importers.read.pdf import parse_pdf  # noqa: PLC0415

        return parse_pdf
    if kind == "docx":
        from importers.read.docx import parse_docx  # noqa: PLC0415

        return parse_docx
    if kind == "mail":
        from importers.read.mail import parse_mail  # noqa: PLC0415

        return parse_mail
    return _parse_text


def _parse_text(data: bytes, name: str, charset: str) -> Parsed:
    """Text whose encoding must be found out."""
    text, encoding, notes = decode(data, name, charset)
    return Parsed(text, encoding=encoding, notes=notes)


def _unpack(answers: IO[bytes], data: bytes, name: str) -> None:
    """One message for each member, then one that says that it is the last."""
    from importers.read.archive import members  # noqa: PLC0415

    try:
        for member in members(data, name):
            send(answers, {"member": member.name, "error": member.error}, member.data)
    except ReadError as error:
        send(answers, {"error": str(error)})
    except MemoryError:
        send(answers, {"error": f"{name} needs more memory than an archive may take."})
    except BrokenPipeError:
        raise
    except Exception:  # noqa: BLE001  # as above
        send(answers, {"error": f"{name} is damaged, or is not {NAMES['archive']}."})
    send(answers, {"end": True})


if __name__ == "__main__":
    main()
