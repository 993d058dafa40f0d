"""Readers of environment variables. A bad value raises SettingError, which names the variable."""

import os
import re
from collections.abc import Mapping

from django.core.exceptions import ImproperlyConfigured

YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"0", "false", "no", "off", ""})
HOST = re.compile(r"\*|\.?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*|\[[0-9A-Fa-f:]+\]")


class SettingError(ImproperlyConfigured):
    """A setting that cannot be used; the text names the variable and says what it may be."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.name = name


def text(name: str, default: str = "", *, env: Mapping[str, str] = os.environ) -> str:
    """The variable without surrounding blanks, or the default where it is absent or empty."""
    return env.get(name, "").strip() or default


def flag(name: str, default: bool = False, *, env: Mapping[str, str] = os.environ) -> bool:
    """The variable as yes or no."""
    if name not in env:
        return default
    value = env[name].strip().lower()
    if value not in YES | NO:
        raise SettingError(name, f"“{env[name]}” is neither 1 nor 0.")
    return value in YES


def hosts(name: str, default: tuple[str, ...], *, env: Mapping[str, str] = os.environ) -> list[str]:
    """The variable as host names, split at commas. A name may start with a dot: all below it."""
    found = [part.strip() for part in text(name, ",".join(default), env=env).split(",") if part.strip()]
    for host in found:
        if not HOST.fullmatch(host):
            raise SettingError(name, f"“{host}” is not a host name (no scheme, port or path).")
    return found
