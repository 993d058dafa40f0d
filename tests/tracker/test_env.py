"""Environment variables: what is read, and how a bad value is told."""

import pytest

from tracker import env
from tracker.env import SettingError


@pytest.mark.parametrize("value", ["1", "true", "YES", " on "])
def test_a_flag_is_on(value: str) -> None:
    assert env.flag("X", env={"X": value}) is True


@pytest.mark.parametrize("value", ["0", "false", "no", "Off", ""])
def test_a_flag_is_off(value: str) -> None:
    assert env.flag("X", True, env={"X": value}) is False


def test_an_absent_flag_is_its_default() -> None:
    assert env.flag("X", True, env={}) is True


@pytest.mark.parametrize("value", ["2", "maybe", "-1"])
def test_a_flag_that_is_neither_is_told_by_name(value: str) -> None:
    with pytest.raises(SettingError, match=r"^X: .*neither 1 nor 0"):
        env.flag("X", env={"X": value})


def test_blank_text_is_the_default() -> None:
    assert env.text("X", "default", env={"X": "  "}) == "default"


def test_text_loses_surrounding_blanks() -> None:
    assert env.text("X", env={"X": " a b "}) == "a b"


def test_hosts_are_split_at_commas() -> None:
    assert env.hosts("X", (), env={"X": "a.org, .b.org,[::1]"}) == ["a.org", ".b.org", "[::1]"]


@pytest.mark.parametrize("value", ["https://a.org", "a.org:80", "a.org/x", "a b"])
def test_a_host_that_is_none_is_told_by_name(value: str) -> None:
    with pytest.raises(SettingError, match=r"^X: .*not a host name"):
        env.hosts("X", (), env={"X": value})
