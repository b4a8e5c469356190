"""The local runner: processes of this machine, each with a pipe of its own, so that one that dies disturbs no other."""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import Counter
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext
from pathlib import Path

from .entries import Entry
from .options import Options
from .units import Unit
from .work import document_in_work, failed, read_unit, warm

__all__ = ["run_local"]

_PROOF = 6  # deaths at one document, as counted below; then it goes into the quarantine
_MOST_DEATHS = 40  # of one unit; then it is given up, and the manifest says so
_TICK_S = 0.5


def run_local(units: list[Unit], options: Options, folder: Path) -> Iterator[Entry | None]:
    """Yield the entry of each unit as it gets done, and None twice a second while none does.

    ``folder`` is where output is made.
    """
    waiting = list(reversed(units))
    deaths = _Deaths()
    context = multiprocessing.get_context("spawn")
    workers = [_Worker(context, options, folder) for _ in range(max(1, min(options.workers, len(units))))]
    try:
        while waiting or any(worker.unit for worker in workers):
            for worker in workers:
                if worker.unit is None and waiting:
                    unit = waiting.pop()
                    worker.give(unit, deaths.skip(unit.name))
            busy = {worker.pipe: worker for worker in workers if worker.unit}
            ready = wait(list(busy), timeout=_TICK_S)
            for worker in [busy[pipe] for pipe in ready if isinstance(pipe, Connection)]:
                unit, entry = worker.take()
                if entry is None:
                    at = document_in_work(folder, unit.name)
                    entry = _after_death(unit, options, deaths, at, worker.process.exitcode)
                    worker.replace()
                if entry is None:
                    waiting.append(unit)
                else:
                    yield entry
            if not ready:
                yield None
    finally:
        for worker in workers:
            worker.stop()


class _Worker:
    """A process, this side of its pipe, and the unit that it reads, if any."""

    def __init__(self, context: SpawnContext, options: Options, folder: Path) -> None:
        self.context, self.told = context, (options, folder)
        self.unit: Unit | None = None
        self._start()

    def _start(self) -> None:
        self.pipe, theirs = self.context.Pipe()
        self.process = self.context.Process(target=_serve, args=(theirs, *self.told), daemon=True)
        self.process.start()
        theirs.close()

    def give(self, unit: Unit, skip: tuple[int, ...]) -> None:
        """Let the process read a unit; if it is dead already, ``take`` will tell."""
        self.unit = unit
        try:
            self.pipe.send((unit, skip))
        except OSError:
            self.process.kill()

    def take(self) -> tuple[Unit, Entry | None]:
        """Return the unit that was read and its entry, or None if the process ended."""
        unit, self.unit = self.unit, None
        assert unit is not None
        try:
            return unit, self.pipe.recv()
        except (EOFError, OSError):
            self.process.join()
            return unit, None

    def replace(self) -> None:
        """Start a new process in place of one that ended."""
        self.stop()
        self._start()

    def stop(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _serve(pipe: Connection, options: Options, folder: Path) -> None:
    """Read units until the pipe is closed; end with the process that started this one, however that ends."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()
    with contextlib.suppress(Exception):
        warm(options)  # so that a kill while models are loaded is held against no document
    while True:
        try:
            unit, skip = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            entry = read_unit(unit, options, folder, skip)
        except Exception as error:
            entry = failed(unit, options, error)
        pipe.send(entry)


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


class _Deaths:
    """At which documents the processes of a unit ended.

    A crash counts three, SIGKILL one: that comes from outside as often as from a document that wanted all memory.
    """

    def __init__(self) -> None:
        self.at: dict[str, Counter[int]] = {}

    def note(self, unit: str, number: int | None, *, crashed: bool) -> int:
        """Note one death; return what those of this unit come to."""
        counts = self.at.setdefault(unit, Counter())
        counts[-1 if number is None else number] += 3 if crashed else 1
        return counts.total()

    def skip(self, unit: str) -> tuple[int, ...]:
        """Return the numbers of the documents at which a process crashed twice or was killed six times."""
        return tuple(
            number for number, count in self.at.get(unit, {}).items() if count >= _PROOF and number >= 0
        )


def _after_death(
    unit: Unit, options: Options, deaths: _Deaths, number: int | None, code: int | None
) -> Entry | None:
    """Return the entry of a unit that is given up, or None if it is to be read again."""
    if deaths.note(unit.name, number, crashed=code != -signal.SIGKILL) <= _MOST_DEATHS:
        return None
    return failed(unit, options, f"its processes ended again and again, the last one with exit code {code}")
