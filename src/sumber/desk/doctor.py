"""Is the file whole? What does it hold?"""

import sqlite3
from typing import Literal

from msgspec import Struct

from .database import Database
from .packing import unpack_record
from .views import DeskLine

__all__ = ["Finding", "describe", "examine"]


class Finding(Struct, frozen=True, kw_only=True):
    """Something about a desk: ``error`` if data may be lost, ``warning`` if a table should be built anew."""

    level: Literal["error", "warning"]
    what: str
    advice: str


_CHECKS = (
    (
        "SELECT count(*) FROM article a WHERE a.replaced IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM story s WHERE s.id = a.story)",
        "articles belong to no story",
    ),
    (
        "SELECT count(*) FROM story s WHERE s.articles <> "
        "(SELECT count(*) FROM article a WHERE a.story = s.id AND a.replaced IS NULL)",
        "stories count their articles wrongly",
    ),
    (
        "SELECT count(*) FROM mention m WHERE NOT EXISTS (SELECT 1 FROM article a WHERE a.id = m.article)",
        "mentions belong to no article",
    ),
    (
        "SELECT count(*) FROM edge e WHERE NOT EXISTS (SELECT 1 FROM article a WHERE a.id = e.source) "
        "OR NOT EXISTS (SELECT 1 FROM article a WHERE a.id = e.target)",
        "edges lead to no article",
    ),
)


def examine(database: Database) -> list[Finding]:
    """Return what is wrong with a desk."""
    store = database.read
    found = [
        Finding(level="error", what=str(row[0]), advice="Restore the file from a copy")
        for row in store.execute("PRAGMA integrity_check(20)")
        if row[0] != "ok"
    ]
    try:
        store.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        found.append(Finding(level="error", what=f"the word index is damaged: {error}", advice=_REBUILD))
    missing = store.execute(
        "SELECT count(*) FROM article a WHERE a.replaced IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM words w WHERE w.rowid = a.row)"
    ).fetchone()[0]
    if missing:
        found.append(Finding(level="warning", what=f"{missing} articles cannot be searched", advice=_REBUILD))
    for query, what in _CHECKS:
        count = store.execute(query).fetchone()[0]
        if count:
            found.append(Finding(level="warning", what=f"{count} {what}", advice=_REBUILD))
    return [*found, *_unreadable(store)]


_REBUILD = "Run `sumber desk doctor --rebuild`"


def _unreadable(store: sqlite3.Connection) -> list[Finding]:
    found = []
    for key, packed in store.execute("SELECT key, record FROM article"):
        try:
            unpack_record(packed)
        except Exception as error:
            found.append(
                Finding(
                    level="error",
                    what=f"the record of `{key}` cannot be read: {error}",
                    advice="Add its document again",
                )
            )
    return found


def describe(database: Database) -> DeskLine:
    """Return what a desk holds."""
    store = database.read

    def number(query: str) -> int:
        return int(store.execute(query).fetchone()[0])

    first, last = store.execute("SELECT min(published), max(published) FROM article").fetchone()
    return DeskLine(
        path=str(database.path),
        version=number("PRAGMA user_version"),
        articles=number("SELECT count(*) FROM article WHERE replaced IS NULL"),
        versions=number("SELECT count(*) FROM article WHERE replaced IS NOT NULL"),
        stories=number("SELECT count(*) FROM story WHERE articles > 0"),
        outlets=number("SELECT count(*) FROM outlet"),
        entities=number("SELECT count(*) FROM entity"),
        corrections=number("SELECT count(*) FROM correction"),
        size_bytes=number("PRAGMA page_count") * number("PRAGMA page_size"),
        first=first,
        last=last,
        languages=dict(
            store.execute(
                "SELECT language, count(*) FROM article WHERE replaced IS NULL GROUP BY 1 ORDER BY 2 DESC"
            ).fetchall()
        ),
    )
