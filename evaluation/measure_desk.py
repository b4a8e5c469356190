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
from pathlib import Path

from sumber.desk import Desk

from .synthetic import records

__all__ = ["measure"]

_QUERIES = 40


def measure() -> dict[str, float]:
    """Return articles added per second (wall and process time), milliseconds of searches, bytes beside the text."""
    count = int(os.environ.get("SUMBER_DESK_ARTICLES", "3000"))
    kills = int(os.environ.get("SUMBER_DESK_KILLS", "5"))
    with tempfile.TemporaryDirectory() as folder:
        figures = _size_and_speed(Path(folder) / "big.sumber", count)
        return figures | _killed(Path(folder) / "killed.sumber", kills)


def _size_and_speed(path: Path, count: int) -> dict[str, float]:
    wall = spent = text = 0.0
    added = 0
    with Desk.open(path) as desk:
        batch = []
        for record in records(count):
            batch.append(record)
            text += len(record.article.text.encode())
            if len(batch) == 512 or len(batch) + added == count:
                start, process = time.perf_counter(), time.process_time()
                added += len(desk.add(batch))
                wall += time.perf_counter() - start
                spent += time.process_time() - process
                batch = []
        common, rare = _words(desk)
        size = desk.about().size_bytes
        return {
            "desk.articles_count": added,
            "desk.add_per_s": added / wall,
            "desk.add_cpu_per_s": added / spent,
            "desk.search_common_p95_ms_count": _p95(desk, common),
            "desk.search_rare_p95_ms_count": _p95(desk, rare),
            "desk.beside_text_kb_count": (size - text) / added / 1000,
        }


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


def _p95(desk: Desk, words: list[str]) -> float:
    times = []
    for word in words:
        start = time.perf_counter()
        desk.search(word)
        times.append(1000 * (time.perf_counter() - start))
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
