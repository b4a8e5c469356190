"""Sketches of the texts of a desk: which articles have a hash, in sorted runs that are held in memory while adding."""

import sqlite3
from collections.abc import Iterable
from itertools import chain

import numpy as np
from numpy.typing import NDArray

__all__ = ["Sketches"]

_FAN = 8  # runs of one size that become one
_SMALLEST = 1 << 15  # hashes up to which runs are of the smallest size
_COMMON_HASH = 200  # articles with one hash: a boilerplate; no more are written down
_LEAST_SHARED = 2  # hashes of the sketch
_PACKED = np.dtype("<u4")
Packed = NDArray[np.uint32]


class _Run:
    """Hashes in order, each with its article: as many as ``len`` says."""

    def __init__(self, number: int, hashes: Packed, articles: Packed) -> None:
        self.number, self.hashes, self.articles = number, hashes, articles

    def size(self) -> int:
        """Return the class of its length: 0 for the smallest, one more for each time that it is a fan longer."""
        length, found = len(self.hashes), 0
        while length > _SMALLEST * _FAN**found:
            found += 1
        return found


class Sketches:
    """The sketches of a desk: those in the file, and those of a batch that are written at its end.

    Memory: 8 bytes a hash, about 0.3 MB for a thousand articles. Sketches are true as long as nobody else writes.
    """

    def __init__(self, store: sqlite3.Connection) -> None:
        self._runs = [
            _Run(number, np.frombuffer(hashes, _PACKED), np.frombuffer(articles, _PACKED))
            for number, hashes, articles in store.execute(
                "SELECT id, hashes, articles FROM sketch_run ORDER BY id"
            )
        ]
        self._gone = {row[0] for row in store.execute("SELECT article FROM sketch_gone")}
        self._leaving: list[int] = []  # gone since the last batch was written
        self._at: dict[int, list[int]] = {}  # articles of the hashes of a batch
        self._new: dict[int, list[int]] = {}  # hashes of new articles
        self._older = store.execute("SELECT hash, article FROM sketch").fetchall()
        if self._older:
            self._runs.insert(0, _sorted(*np.array(self._older, dtype=_PACKED).T))

    def expect(self, sketches: Iterable[tuple[int, ...]]) -> None:
        """Look up the hashes of a batch at once."""
        values = np.unique(np.fromiter(chain.from_iterable(sketches), dtype=_PACKED))
        self._at = {}
        for run in self._runs:
            starts = np.searchsorted(run.hashes, values, "left")
            ends = np.searchsorted(run.hashes, values, "right")
            for at in np.flatnonzero(ends > starts).tolist():
                found = run.articles[starts[at] : ends[at]].tolist()
                known = self._at.setdefault(int(values[at]), [])
                known += [article for article in found if article not in self._gone]

    def likeliest(self, number: int, sketch: tuple[int, ...], most: int) -> list[int]:
        """Return the articles that share most of a sketch that was expected, and keep it."""
        votes: dict[int, int] = {}
        kept = self._new[number] = []
        for value in sketch:
            at = self._at.get(value)
            if at is None:
                self._at[value] = [number]
            elif len(at) < _COMMON_HASH:
                for article in at:
                    votes[article] = votes.get(article, 0) + 1
                at.append(number)
            else:
                continue
            kept.append(value)
        likeliest = sorted((-count, article) for article, count in votes.items() if count >= _LEAST_SHARED)
        return [article for _, article in likeliest[:most]]

    def forget(self, number: int, sketch: tuple[int, ...]) -> None:
        """Take an article out, be it in the file or on its way there."""
        for value in sketch:
            if number in self._at.get(value, ()):
                self._at[value].remove(number)
        if self._new.pop(number, None) is None:
            self._gone.add(number)
            self._leaving.append(number)

    def write(self, store: sqlite3.Connection) -> None:
        """Write what is new as a run; let runs become one when there are many of one size."""
        store.executemany("INSERT INTO sketch_gone VALUES (?)", [(number,) for number in self._leaving])
        if self._older:
            store.execute("DELETE FROM sketch")
            self._insert(store, self._runs.pop(0))
        self._leaving, self._older = [], []
        values = np.fromiter(chain.from_iterable(self._new.values()), dtype=_PACKED)
        if len(values):
            numbers = np.array(list(self._new), dtype=_PACKED)
            self._insert(store, _sorted(values, np.repeat(numbers, list(map(len, self._new.values())))))
        self._new = {}
        self._merge(store)

    def _merge(self, store: sqlite3.Connection) -> None:
        """Let the last runs become one, without articles that are gone, if so many are of one size or smaller."""
        sizes = [run.size() for run in reversed(self._runs)]
        for size in range(max(sizes, default=0) + 1):
            count = next((at for at, each in enumerate(sizes) if each > size), len(sizes))
            if count >= _FAN:
                runs, self._runs = self._runs[-count:], self._runs[:-count]
                store.executemany("DELETE FROM sketch_run WHERE id = ?", [(run.number,) for run in runs])
                hashes = np.concatenate([run.hashes for run in runs])
                articles = np.concatenate([run.articles for run in runs])
                kept = ~np.isin(articles, list(self._gone))
                self._insert(store, _sorted(hashes[kept], articles[kept]))
                return

    def _insert(self, store: sqlite3.Connection, run: _Run) -> None:
        packed = (run.hashes.tobytes(), run.articles.tobytes())
        cursor = store.execute("INSERT INTO sketch_run (hashes, articles) VALUES (?, ?)", packed)
        run.number = int(cursor.lastrowid or 0)
        self._runs.append(run)


def _sorted(hashes: Packed, articles: Packed) -> _Run:
    both = np.sort(
        (hashes.astype(np.uint64) << np.uint64(32)) + articles
    )  # ten times quicker than by two keys
    return _Run(0, (both >> np.uint64(32)).astype(_PACKED), (both & np.uint64(0xFFFFFFFF)).astype(_PACKED))
