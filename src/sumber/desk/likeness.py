"""Which articles share their text with a new one, and which of its story tell the same in another language."""

import sqlite3
from collections import Counter

from ..record import Article, Record
from ..stories.edges import is_translation
from ..stories.origins import COPIES, SAME_TEXT, TRANSLATES
from ..stories.passages import hashes_of, is_copy, share, sketch_in, words_in
from .packing import unpack_record

__all__ = ["Sketches", "write_translations"]

_TOUCH = 0.1  # part of the words that backs a named source
_LEAST_SHARED = 2  # hashes of the sketch
_MOST_COMPARED = 6
_COMMON_HASH = 200  # articles with one hash: a boilerplate; no more are written down


class Sketches:
    """Sketches of texts: those in the file, and those of a batch that are written at its end, in order."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self._new: dict[int, list[int]] = {}

    def copies(self, number: int, article: Article, words: list[str]) -> list[tuple[int, float]]:
        """Write down which articles share their words with this one; return those it copies, the likest first."""
        likeliest = self._likeliest(number, sketch_in(words))
        if not likeliest:
            return []
        found: list[tuple[int, float]] = []
        shingles = hashes_of(article, words)
        for target in likeliest:
            row = self._store.execute(
                "SELECT record FROM article WHERE id = ? AND replaced IS NULL", (target,)
            ).fetchone()
            if row is None:
                continue
            other = hashes_of(unpack_record(row[0]).article)
            here, there = share(shingles, other), share(other, shingles)
            kind = COPIES if max(here, there) >= _TOUCH and is_copy(shingles, other) else SAME_TEXT
            if kind == COPIES:
                found.append((target, here))
            if max(here, there) >= _TOUCH:
                rows = [(number, target, kind, here), (target, number, kind, there)]
                self._store.executemany("INSERT OR REPLACE INTO edge VALUES (?, ?, ?, ?)", rows)
        return sorted(found, key=lambda each: -each[1])

    def _likeliest(self, number: int, sketch: tuple[int, ...]) -> list[int]:
        """Return the articles that share most of a sketch, and keep it."""
        marks = ", ".join("?" * len(sketch))
        found_at: dict[int, list[int]] = {}
        for value, article in self._store.execute(
            f"SELECT hash, article FROM sketch WHERE hash IN ({marks})", sketch
        ):
            found_at.setdefault(value, []).append(article)
        votes: Counter[int] = Counter()
        for value in sketch:
            new = self._new.get(value)
            at = [*found_at.get(value, ()), *(new or ())]
            if len(at) >= _COMMON_HASH:
                continue
            votes.update(at)
            if new is None:
                self._new[value] = [number]
            else:
                new.append(number)
        likeliest = sorted((-count, article) for article, count in votes.items() if count >= _LEAST_SHARED)
        return [article for _, article in likeliest[:_MOST_COMPARED]]

    def forget(self, number: int, article: Article) -> None:
        """Take an article out, be it in the file or on its way there."""
        sketch = sketch_in(words_in(article))
        self._store.executemany(
            "DELETE FROM sketch WHERE hash = ? AND article = ?", [(value, number) for value in sketch]
        )
        for value in sketch:
            if number in self._new.get(value, ()):
                self._new[value].remove(number)

    def write(self) -> None:
        """Write what is new, in the order of the table, which is many times quicker."""
        rows = [(value, article) for value in sorted(self._new) for article in self._new[value]]
        self._store.executemany("INSERT OR IGNORE INTO sketch VALUES (?, ?)", rows)
        self._new.clear()


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
