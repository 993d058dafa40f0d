"""The port that `make run` is given."""

import socket

import pytest

from scripts.serve import port_of


@pytest.mark.parametrize("given", ["", "0", "65536", "http", "-1", "80.5"])
def test_a_port_that_is_none_is_told_and_nothing_starts(
    given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        port_of([given])
    assert stopped.value.code == 2
    assert "PORT" in capsys.readouterr().err


def test_a_port_in_use_is_told_with_a_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(SystemExit):
        port_of([str(taken.getsockname()[1])])
    assert "make run PORT=" in capsys.readouterr().err


def test_a_free_port_is_taken_as_it_is() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert port_of([str(port)]) == port
