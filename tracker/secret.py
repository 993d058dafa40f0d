"""The secret key of a local installation."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

from tracker.env import SettingError


def local_secret(data: Path) -> str:
    """The key kept in the data directory, made at first use and readable by its owner only."""
    path = data / "secret_key"
    try:
        if not path.exists():
            _make(path)
        key = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingError(
            "TRACKER_DATA", f"cannot keep a secret key in “{data}” ({problem}). Or set TRACKER_SECRET_KEY."
        ) from None
    if not key:
        raise SettingError("TRACKER_SECRET_KEY", f"is not set, and “{path}” is empty.")
    return key


def _make(path: Path) -> None:
    """Write a new key under another name and link it in place: of two processes one wins, whole."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)  # mkstemp makes files of mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64) + "\n")
        with suppress(FileExistsError):  # the other process was first; its key is the key
            path.hardlink_to(name)
    finally:
        Path(name).unlink()
