"""Rows of the file -> article lines."""

import sqlite3
from collections.abc import Sequence

from .views import ArticleLine

__all__ = ["ARTICLE_COLUMNS", "FROM_ARTICLE", "article_line", "article_lines", "origin_name"]

ARTICLE_COLUMNS = (
    "a.key, a.title, o.name, a.url, a.language, a.published, a.added, a.story, a.origin, a.derives, "
    "(SELECT name FROM outlet WHERE key = a.origin)"
)
FROM_ARTICLE = "article a LEFT JOIN outlet o ON o.id = a.outlet"


def article_line(row: Sequence[object]) -> ArticleLine:
    """Return the line of a row of ARTICLE_COLUMNS."""
    key, title, outlet, url, language, published, added, story, origin, derives, root = row
    return ArticleLine(
        id=str(key),
        title=str(title or ""),
        outlet=_text(outlet),
        url=_text(url),
        language=str(language),
        published=_text(published),
        added=str(added),
        story=int(str(story)) if story is not None else None,
        origin=str(origin),
        derives=_text(derives),
        origin_name=_text(root),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def article_lines(
    store: sqlite3.Connection, where: str, values: Sequence[object], *, limit: int = -1, offset: int = 0
) -> tuple[ArticleLine, ...]:
    """Return current articles that a condition holds for, newest first."""
    rows = store.execute(
        f"SELECT {ARTICLE_COLUMNS} FROM {FROM_ARTICLE} WHERE a.replaced IS NULL AND {where} "
        "ORDER BY a.day DESC, a.published DESC, a.id DESC LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return tuple(article_line(row) for row in rows)


def origin_name(store: sqlite3.Connection, key: str) -> str:
    """Return the readable name of an origin."""
    if key.startswith("article:"):
        row = store.execute("SELECT title FROM article WHERE id = ?", (int(key[8:]),)).fetchone()
        return str(row[0]) if row else key
    row = store.execute("SELECT name FROM outlet WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else key
