"""A ZIP to its members. Nothing is ever written to a disk, so a name cannot lead anywhere.

Sizes are counted as they come out, not as the archive declares them. Runs in a process of its own.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from importers.read.errors import ReadError
from importers.read.kinds import is_document, suffix_of
from importers.read.limits import (
    FREE_OF_RATIO,
    MAX_BYTES,
    MAX_MEMBERS,
    MAX_RATIO,
    MAX_UNPACKED,
    megabytes,
)

CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive, called “archive.zip/folder/file.txt”; `error` says why it has no bytes."""

    name: str
    data: bytes = b""
    error: str = ""


def opened(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive in `data`; raises `ReadError` for one that is cut off or damaged."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
        raise ReadError(f"{name} is damaged or cut off: its list of contents cannot be read.") from None


def check_sizes(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse what declares too many members or too much; what comes out is counted again."""
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise ReadError(f"{name} holds {len(members)} files; the limit is {MAX_MEMBERS}.")
    total = sum(member.file_size for member in members)
    if total > MAX_UNPACKED:
        raise ReadError(f"{name} unpacks to {megabytes(total)}; the limit is {megabytes(MAX_UNPACKED)}.")
    if any(_inflated(member.file_size, member.compress_size) for member in members):
        raise ReadError(f"{name} unpacks to more than {MAX_RATIO} times its size, as no document does.")


def members(data: bytes, name: str) -> Iterator[Member]:
    """The documents of an archive in the order of their names; raises `ReadError` for the whole."""
    with opened(data, name) as archive:
        check_sizes(archive, name)
        wanted = [one for one in archive.infolist() if not one.is_dir() and _is_wanted(one.filename)]
        if not wanted:
            raise ReadError(f"{name} holds no document.")
        left = MAX_UNPACKED
        for member in sorted(wanted, key=lambda one: one.filename):
            read = _member(archive, member, f"{name}/{inner_name(member.filename)}", left)
            left -= len(read.data)
            yield read


def inner_name(name: str) -> str:
    """The name of a member as a plain path below its archive: no drive, no “..”, no root."""
    parts = name.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..") and not part.endswith(":"))


def _is_wanted(name: str) -> bool:
    return is_document(name) and "__MACOSX" not in name


def _inflated(unpacked: int, packed: int) -> bool:
    return unpacked > FREE_OF_RATIO and unpacked > MAX_RATIO * max(packed, 1)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, left: int) -> Member:
    if suffix_of(member.filename) == ".zip":
        return Member(name, error=f"{name} is an archive within an archive; unpack it first.")
    if member.flag_bits & 0x1:
        return Member(name, error=f"{name} is protected with a password.")
    if member.file_size > MAX_BYTES:
        size, limit = megabytes(member.file_size), megabytes(MAX_BYTES)
        return Member(name, error=f"{name} has {size}; the limit is {limit}.")
    try:
        return Member(name, _unpacked(archive, member, name, min(left, MAX_BYTES)))
    except ReadError as error:
        return Member(name, error=str(error))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        return Member(name, error=f"{name} is damaged in its archive.")


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, limit: int) -> bytes:
    whole = bytearray()
    with archive.open(member) as stream:
        while chunk := stream.read(CHUNK):
            whole += chunk
            if len(whole) > limit or _inflated(len(whole), member.compress_size):
                raise ReadError(f"{name} unpacks to more than a document may have.")
    return bytes(whole)
