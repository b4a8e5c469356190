"""Which articles share their text with a new one, and which of its story tell the same in another language."""

import sqlite3
from collections.abc import Iterable

from ..record import Record
from ..stories.edges import is_translation
from ..stories.origins import COPIES, SAME_TEXT, TRANSLATES
from ..stories.passages import hashes_of, is_copy, share
from ..stories.words import Words, words_in
from .packing import unpack_record

__all__ = ["Sketches", "write_translations"]

_TOUCH = 0.1  # part of the words that backs a named source
_LEAST_SHARED = 2  # hashes of the sketch
_MOST_COMPARED = 6
_AT_ONCE = 16_384  # hashes of one query
_COMMON_HASH = 200  # articles with one hash: a boilerplate; no more are written down


class Sketches:
    """Sketches of texts: those in the file, and those of a batch that are written at its end, in order."""

    def __init__(self, store: sqlite3.Connection, sketches: Iterable[tuple[int, ...]] = ()) -> None:
        self._store = store
        self._at: dict[int, list[int]] = {}
        self._new: list[tuple[int, int]] = []
        self._known: set[int] = set()
        self._look_up({value for sketch in sketches for value in sketch})

    def copies(self, number: int, words: Words, sketch: tuple[int, ...]) -> list[tuple[int, float]]:
        """Write down which articles share their words with this one; return those it copies, the likest first."""
        likeliest = self._likeliest(number, sketch)
        if not likeliest:
            return []
        found: list[tuple[int, float]] = []
        shingles = hashes_of(words)
        for target in likeliest:
            row = self._store.execute(
                "SELECT record FROM article WHERE id = ? AND replaced IS NULL", (target,)
            ).fetchone()
            if row is None:
                continue
            other = hashes_of(words_in(unpack_record(row[0]).article))
            here, there = share(shingles, other), share(other, shingles)
            kind = COPIES if max(here, there) >= _TOUCH and is_copy(shingles, other) else SAME_TEXT
            if kind == COPIES:
                found.append((target, here))
            if max(here, there) >= _TOUCH:
                rows = [(number, target, kind, here), (target, number, kind, there)]
                self._store.executemany("INSERT OR REPLACE INTO edge VALUES (?, ?, ?, ?)", rows)
        return sorted(found, key=lambda each: -each[1])

    def _look_up(self, values: set[int]) -> None:
        """Find the articles of many hashes at once, in the order of the table, which is many times quicker."""
        fresh = sorted(values - self._known)
        self._known |= values
        for start in range(0, len(fresh), _AT_ONCE):
            part = fresh[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(part))
            for value, article in self._store.execute(
                f"SELECT hash, article FROM sketch WHERE hash IN ({marks})", part
            ):
                self._at.setdefault(value, []).append(article)

    def _likeliest(self, number: int, sketch: tuple[int, ...]) -> list[int]:
        """Return the articles that share most of a sketch, and keep it."""
        self._look_up(set(sketch))
        votes: dict[int, int] = {}
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
            self._new.append((value, number))
        likeliest = sorted((-count, article) for article, count in votes.items() if count >= _LEAST_SHARED)
        return [article for _, article in likeliest[:_MOST_COMPARED]]

    def forget(self, number: int, sketch: tuple[int, ...]) -> None:
        """Take an article out, be it in the file or on its way there."""
        self._look_up(set(sketch))
        rows = [(value, number) for value in sketch]
        self._store.executemany("DELETE FROM sketch WHERE hash = ? AND article = ?", rows)
        for value in sketch:
            if number in self._at.get(value, ()):
                self._at[value].remove(number)
        self._new = [row for row in self._new if row[1] != number]

    def write(self) -> None:
        """Write what is new, in the order of the table, which is many times quicker."""
        self._new.sort()
        self._store.executemany("INSERT OR IGNORE INTO sketch VALUES (?, ?)", self._new)
        self._new = []


def write_translations(store: sqlite3.Connection, number: int, story: int, record: Record) -> None:
    """Write down which articles of the story, in another language, tell the same name by name."""
    rows = store.execute(
        "SELECT id, record FROM article WHERE story = ? AND language <> ? AND replaced IS NULL "
        "ORDER BY id DESC LIMIT ?",
        (story, record.article.language, _MOST_COMPARED),
    ).fetchall()
    for other, packed in rows:
        if is_translation(record, unpack_record(packed)):
            both = [(number, other, TRANSLATES, 1.0), (other, number, TRANSLATES, 1.0)]
            store.executemany("INSERT OR REPLACE INTO edge VALUES (?, ?, ?, ?)", both)
