"""Whether reading gets slower or bigger with the number of reports: ``python -m evaluation.growth [ARTICLES]``.

Reports are made of paragraphs of real ones (``$SUMBER_DATA/articles``; without them, of our samples) in a new order,
with made-up names and other numbers, so that no cache knows them. The same thousand are read at the beginning (three
times; the better of the last two counts) and at the end (twice; the better counts), in one process, in CPU time. A
fixed loop is timed beside them, since the clock of a shared machine wanders: ``steady`` is the ratio over that loop's.
After each thousand the process gives back the memory that it does not use, as a batch does.
"""

import gc
import json
import random
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import sumber
from sumber.batch.limits import give_back_memory
from sumber.page.document import Document

from .bench import articles

__all__ = ["growth", "made"]

_SYLLABLES = ("ba", "di", "ku", "lan", "ma", "ne", "ri", "san", "to", "wi")
_NUMBER = re.compile(r"\d")
_CAPITAL = re.compile(r"(?<=[a-z] )[A-Z][a-z]{4,}")
_PROBE = 1000


def made(count: int, seed: int) -> Iterator[Document]:
    """Yield reports of three paragraphs; the same for the same seed."""
    chance = random.Random(seed)
    pool = {
        code: [
            part
            for one in articles(code)
            for part in (one.text or "").split("\n")
            if 15 <= len(part.split()) <= 80
        ]
        for code in ("id", "en")
    }
    for number in range(count):
        code = ("id", "en")[number % 2]
        text = "\n\n".join(chance.choice(pool[code]) for _ in range(3))
        text = _CAPITAL.sub(lambda found: _name(chance) if chance.random() < 0.3 else found[0], text)
        text = _NUMBER.sub(lambda _: str(chance.randrange(10)), text)
        yield Document(text=text, language=code, published="2025-06-12")


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(3)).capitalize()


def growth(count: int) -> dict[str, float]:
    """Return the figures of a run through so many reports."""
    probe = list(made(_PROBE, seed=0))
    _spent(probe)
    early, loop_early = min(_spent(probe), _spent(probe)), _loop()
    give_back_memory()
    memory_early = _memory()
    blocks = [_block(number) for number in range(count // _PROBE)]
    late, loop_late = min(_spent(probe), _spent(probe)), _loop()
    give_back_memory()
    return {
        "articles": count,
        "ms_each_early": early,
        "ms_each_late": late,
        "ratio": late / early,
        "steady": late / early / (loop_late / loop_early),
        "memory_mb_after_1000": memory_early,
        "memory_mb_at_end": _memory(),
        "ms_each_first_tenth": _mean(blocks[: len(blocks) // 10 or 1]),
        "ms_each_last_tenth": _mean(blocks[-(len(blocks) // 10 or 1) :]),
    }


def _block(number: int) -> float:
    """Read a thousand new reports; return CPU milliseconds each, and tell stderr."""
    spent = _spent(list(made(_PROBE, seed=number + 1)))
    give_back_memory()
    print(f"{number} {spent:.3f} {_loop():.1f} {_memory():.1f}", file=sys.stderr, flush=True)
    return spent


def _spent(documents: list[Document]) -> float:
    at = time.process_time()
    for document in documents:
        sumber.read(document)
    return (time.process_time() - at) / len(documents) * 1000


def _loop() -> float:
    """Return CPU milliseconds of a fixed piece of work, the best of twenty; it touches neither caches nor models."""
    best = 1e9
    for _ in range(20):
        at = time.process_time()
        " ".join(sorted(str(number * 7919 % 100_003) for number in range(100_000)))
        best = min(best, (time.process_time() - at) * 1000)
    return best


def _memory() -> float:
    """Return what this process holds in memory, in MB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


if __name__ == "__main__":
    print(json.dumps(growth(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000), indent=1))
