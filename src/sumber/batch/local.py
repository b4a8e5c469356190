"""The local runner: processes of this machine, by pebble, which tells which task a dead process was at."""

import multiprocessing
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait

from pebble import ProcessExpired, ProcessPool

from .entries import Entry
from .options import Options
from .units import Unit
from .work import document_in_work, failed, read_unit

__all__ = ["run_local"]

_MOST_DEATHS = 20  # of one unit; then it is given up, and the manifest says so
_TICK_S = 0.5


def run_local(units: list[Unit], options: Options) -> Iterator[Entry | None]:
    """Yield the entry of each unit as it gets done, and None twice a second while none does."""
    waiting = list(reversed(units))
    deaths = _Deaths()
    running: dict[Future[Entry], Unit] = {}
    context = multiprocessing.get_context("spawn")
    pool = ProcessPool(max_workers=options.workers, context=context)
    try:
        while waiting or running:
            while waiting and len(running) < 2 * options.workers:
                unit = waiting.pop()
                running[pool.schedule(read_unit, args=[unit, options, deaths.skip(unit.name)])] = unit
            done, _ = wait(running, timeout=_TICK_S, return_when=FIRST_COMPLETED)
            for future in done:
                unit = running.pop(future)
                entry = _outcome(future, unit, options, deaths)
                if entry is None:
                    waiting.append(unit)
                else:
                    yield entry
            if not done:
                yield None
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


class _Deaths:
    """At which documents the processes of a unit ended. A process may be killed from outside: once proves nothing."""

    def __init__(self) -> None:
        self.at: dict[str, Counter[int]] = {}

    def note(self, unit: str, number: int | None) -> int:
        """Note one death; return how many there were of this unit."""
        counts = self.at.setdefault(unit, Counter())
        counts[-1 if number is None else number] += 1
        return counts.total()

    def skip(self, unit: str) -> tuple[int, ...]:
        """Return the numbers of the documents at which a process ended twice."""
        return tuple(number for number, times in self.at.get(unit, {}).items() if times > 1 and number >= 0)


def _outcome(future: Future[Entry], unit: Unit, options: Options, deaths: _Deaths) -> Entry | None:
    """Return the entry of a unit, or None if its process ended and it must be read again."""
    try:
        return future.result()
    except ProcessExpired as error:
        times = deaths.note(unit.name, document_in_work(options.out, unit.name))
        return (
            failed(unit, options, f"its process ended {times} times: {error}")
            if times > _MOST_DEATHS
            else None
        )
    except OSError as error:
        return failed(unit, options, error.strerror or str(error))
    except Exception as error:
        return failed(unit, options, f"{type(error).__name__}: {error}")
