"""What one document may cost: time by two alarms, memory by the kernel's limit on a process.

The first alarm raises inside Python after ``seconds``. Code that never comes back to Python is met by the second: after
three times as long the process ends, and the runner reads the unit again without that document.
"""

import ctypes
import faulthandler
import resource
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

__all__ = ["TooLongError", "give_back_memory", "memory_limit", "time_limit"]

_HARD = 3


class TooLongError(BaseException):
    """A document took longer than it may. No ``Exception``, so that no layer takes it for a fault of its own."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TooLongError in the block after some seconds; end the process after three times as many.

    Outside the main thread, where no alarm can be had, only the second holds.
    """
    in_main = threading.current_thread() is threading.main_thread()
    if in_main:
        before = signal.signal(signal.SIGALRM, _ring)
        signal.setitimer(signal.ITIMER_REAL, seconds)
    faulthandler.dump_traceback_later(seconds * _HARD, exit=True, file=sys.__stderr__ or sys.stderr)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        if in_main:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


def _ring(*_: object) -> None:
    raise TooLongError


@contextmanager
def memory_limit(megabytes: int) -> Iterator[None]:
    """Let this process have in the block at most so much address space above what it had at its first; more fails."""
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _at_first() + megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))


@cache
def _at_first() -> int:
    """Return how much address space the process had when this was asked first, with what watching the time takes."""
    with time_limit(60):
        pass
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def give_back_memory() -> bool:
    """Give the kernel the memory that the allocator holds though nothing uses it; return whether there was any.

    Texts of all lengths leave holes in it, so that a process that reads for hours would hold ever more. It takes some
    milliseconds. Nothing is done where the C library has no ``malloc_trim``.
    """
    trim = _trim()
    return trim is not None and bool(trim(0))


@cache
def _trim() -> Callable[[int], int] | None:
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return None
