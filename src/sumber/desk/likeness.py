"""Which articles share their text with a new one, and which of its story tell the same in another language."""

import sqlite3
from collections.abc import Iterable

from ..record import Record
from ..stories.edges import is_translation
from ..stories.origins import COPIES, SAME_TEXT, TRANSLATES
from ..stories.passages import hashes_of, is_copy, share
from ..stories.words import Words, words_in
from .packing import unpack_record

__all__ = ["MOST_COMPARED", "write_copies", "write_translations"]

_TOUCH = 0.1  # part of the words that backs a named source
MOST_COMPARED = 6


def write_copies(
    store: sqlite3.Connection, number: int, words: Words, likeliest: Iterable[int]
) -> list[tuple[int, float]]:
    """Write down which of some articles share their words with a new one; return those it copies, the likest first."""
    found: list[tuple[int, float]] = []
    shingles = None
    for target in likeliest:
        row = store.execute(
            "SELECT record FROM article WHERE id = ? AND replaced IS NULL", (target,)
        ).fetchone()
        if row is None:
            continue
        shingles = shingles or hashes_of(words)
        other = hashes_of(words_in(unpack_record(row[0]).article))
        here, there = share(shingles, other), share(other, shingles)
        kind = COPIES if max(here, there) >= _TOUCH and is_copy(shingles, other) else SAME_TEXT
        if kind == COPIES:
            found.append((target, here))
        if max(here, there) >= _TOUCH:
            rows = [(number, target, kind, here), (target, number, kind, there)]
            store.executemany("INSERT OR REPLACE INTO edge VALUES (?, ?, ?, ?)", rows)
    return sorted(found, key=lambda each: -each[1])


def write_translations(store: sqlite3.Connection, number: int, story: int, record: Record) -> None:
    """Write down which articles of the story, in another language, tell the same name by name."""
    rows = store.execute(
        "SELECT id, record FROM article WHERE story = ? AND language <> ? AND replaced IS NULL "
        "ORDER BY id DESC LIMIT ?",
        (story, record.article.language, MOST_COMPARED),
    ).fetchall()
    for other, packed in rows:
        if is_translation(record, unpack_record(packed)):
            both = [(number, other, TRANSLATES, 1.0), (other, number, TRANSLATES, 1.0)]
            store.executemany("INSERT OR REPLACE INTO edge VALUES (?, ?, ?, ?)", both)
