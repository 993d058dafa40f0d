"""Messages through a pipe: two lengths, a JSON object, bytes. Nothing is unpickled, on either side."""

import json
import struct
from typing import IO, Any

_HEAD = struct.Struct(">IQ")


class BrokenFrameError(Exception):
    """The other side ended, or sent what is no message."""


def send(stream: IO[bytes], head: dict[str, Any], data: bytes = b"") -> None:
    """Write one message; raises `OSError` where the other side is gone."""
    packed = json.dumps(head).encode()
    stream.write(_HEAD.pack(len(packed), len(data)))
    stream.write(packed)
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes], largest: int) -> tuple[dict[str, Any], bytes]:
    """The next message; raises `BrokenFrameError` at the end, and for one with more than `largest` bytes."""
    head_size, data_size = _HEAD.unpack(_exactly(stream, _HEAD.size))
    if head_size + data_size > largest:
        raise BrokenFrameError
    head, data = _exactly(stream, head_size), _exactly(stream, data_size)
    try:
        message = json.loads(head)
    except ValueError:
        raise BrokenFrameError from None
    if not isinstance(message, dict):
        raise BrokenFrameError
    return message, data


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise BrokenFrameError
    return data
