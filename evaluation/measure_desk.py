"""The desk at size: adding, searching, size on disk, and being killed while adding.

The number of made-up articles of 400 words is ``SUMBER_DESK_ARTICLES`` (default 3,000; the goal is set for 100,000),
that of kills ``SUMBER_DESK_KILLS`` (default 5; the goal is 50).
"""

import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sumber.desk import Desk, adding
from sumber.stories.linker import Linker

from .synthetic import records

__all__ = ["measure"]

_QUERIES = 40
_BATCH = 1024  # records of one call


def measure() -> dict[str, float]:
    """Return articles added per second, what one more costs on a full desk, milliseconds of searches, size.

    ``add_per_s`` is wall time, ``cpu`` the time of this process: on a busy machine that is what one core does.
    ``link_with_terms`` is the part of it that compares an article with others; ``without_linking`` is all else.
    """
    count = int(os.environ.get("SUMBER_DESK_ARTICLES", "3000"))
    kills = int(os.environ.get("SUMBER_DESK_KILLS", "5"))
    with tempfile.TemporaryDirectory() as folder:
        figures = _size_and_speed(Path(folder) / "big.sumber", count)
        return figures | _killed(Path(folder) / "killed.sumber", kills)


class _Clock:
    """Adds up the process time of calls."""

    def __init__(self) -> None:
        self.spent = 0.0

    def around(self, called: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same and is timed."""

        def timed(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            try:
                return called(*given, **named)
            finally:
                self.spent += time.process_time() - start

        return timed


def _size_and_speed(path: Path, count: int) -> dict[str, float]:
    text, made = 0, records(count)
    wall, spent, sizes = [0.0], [0.0], [0]
    linking = _Clock()
    with (
        Desk.open(path) as desk,
        patch.object(adding, "_terms", linking.around(adding._terms)),
        patch.object(Linker, "place", linking.around(Linker.place)),
    ):
        while batch := list(islice(made, _BATCH)):
            text += sum(len(record.article.text.encode()) for record in batch)
            start, process = time.perf_counter(), time.process_time()
            sizes.append(sizes[-1] + len(desk.add(batch)))
            wall.append(wall[-1] + time.perf_counter() - start)
            spent.append(spent[-1] + time.process_time() - process)
        common, rare = _words(desk)
        added, size = sizes[-1], desk.about().size_bytes
        return {
            "desk.articles_count": added,
            "desk.add_per_s": added / wall[-1],
            "desk.add_cpu_per_s": added / spent[-1],
            "desk.add_without_linking_cpu_per_s": added / (spent[-1] - linking.spent),
            "desk.link_with_terms_cpu_per_s": added / linking.spent,
            "desk.growth_count": _growth(sizes, spent),
            "desk.search_common_p95_ms_count": _p95(desk, common, time.perf_counter),
            "desk.search_rare_p95_ms_count": _p95(desk, rare, time.perf_counter),
            "desk.search_common_cpu_p95_ms_count": _p95(desk, common, time.process_time),
            "desk.search_rare_cpu_p95_ms_count": _p95(desk, rare, time.process_time),
            "desk.beside_text_kb_count": (size - text) / added / 1000,
        }


def _growth(sizes: list[int], spent: list[float]) -> float:
    """Return what the last tenth of the articles cost against the first, in process time."""
    steps = max(1, (len(sizes) - 1) // 10)
    first = (spent[steps] - spent[0]) / (sizes[steps] - sizes[0])
    last = (spent[-1] - spent[-1 - steps]) / (sizes[-1] - sizes[-1 - steps])
    return last / first


def _words(desk: Desk) -> tuple[list[str], list[str]]:
    """Return words that stand in most articles, and words that stand in a few."""
    import sqlite3

    store = sqlite3.connect(desk.path)
    store.execute("CREATE VIRTUAL TABLE temp.counts USING fts5vocab('main', 'words', 'row')")
    rows = store.execute(
        "SELECT term, doc FROM temp.counts WHERE length(term) > 2 ORDER BY doc DESC"
    ).fetchall()
    store.close()
    few = [term for term, doc in rows if 2 <= doc <= 50]
    return [term for term, _ in rows[:_QUERIES]], random.Random(3).sample(few, min(len(few), _QUERIES))


def _p95(desk: Desk, words: list[str], clock: Callable[[], float]) -> float:
    times = []
    for word in words:
        start = clock()
        desk.search(word)
        times.append(1000 * (clock() - start))
    return statistics.quantiles(times, n=20)[-1]


def _killed(path: Path, kills: int) -> dict[str, float]:
    """Kill a process that adds, at random moments; count what was reported as added and is not there."""
    chance = random.Random(11)
    reported: set[str] = set()
    broken = 0
    for turn in range(kills):
        command = [sys.executable, "-m", "evaluation.adding_forever", str(path), str(turn)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            reported.add(process.stdout.readline().strip())
            time.sleep(chance.uniform(0.0, 1.5))
            process.send_signal(signal.SIGKILL)
            reported |= {line.strip() for line in process.stdout if line.endswith("\n")}
        with Desk.open(path) as desk:
            broken += bool([each for each in desk.examine() if each.level == "error"])
    with Desk.open(path) as desk:
        lost = sum(not desk.has(url) for url in reported if url)
    return {
        "desk.kills_count": kills,
        "desk.lost_count": lost,
        "desk.broken_count": broken,
        "desk.reported_count": len(reported),
    }
