"""How fast this machine is just now: one plain loop, so that measurements of two machines can be compared."""

import time
from statistics import median

NOMINAL = 50.0  # milliseconds of the loop on the machine that the promised speeds are meant for
_ADDITIONS = 1_000_000
_TIMES = 7


def loop_milliseconds() -> float:
    """How long a fixed loop of plain Python takes now, in milliseconds: the middle one of some runs."""
    return median(_once() for _ in range(_TIMES)) * 1000


def slowness(milliseconds: float) -> float:
    """How many times slower than nominal a machine is whose loop takes so long."""
    return milliseconds / NOMINAL


def _once() -> float:
    began = time.perf_counter()
    total = 0
    for number in range(_ADDITIONS):
        total += number
    return time.perf_counter() - began


def core_slowness() -> float:
    """The same as `slowness`, by a short loop and this core's own time: to be asked many times in between."""
    began, total = time.process_time(), 0
    for number in range(_ADDITIONS // 2):
        total += number
    return slowness((time.process_time() - began) * 2 * 1000)
