"""Running a search: one match in the word index, conditions on the tables, snippets for one page."""

import sqlite3

from .fields import day_of, outlet_key
from .lines import ARTICLE_COLUMNS, FROM_ARTICLE, article_line
from .packing import unpack_record
from .query import Query, parse_query
from .snippets import snippets
from .views import Hit, SearchPage, Snippet

__all__ = ["search"]

_COUNTED = 2_000  # hits up to which a search is counted and ranked; beyond, the newest come first
_COLUMNS = "{title body stems}"
_KEY_COLUMN = {
    "speaker": "speakers", "person": "people", "organisation": "bodies", "place": "places", "title": "title",
}  # fmt: skip
_WEIGHTS = "8.0, 1.0, 0.5, 0.0, 0.0, 0.0, 0.0"


def search(
    store: sqlite3.Connection, text: str, *, limit: int = 20, offset: int = 0, order: str = "best"
) -> SearchPage:
    """Return one page of what a search finds.

    Args:
        store: a connection to the desk.
        text: the search, see ``desk/query.py``.
        limit: articles on the page.
        offset: articles before it.
        order: ``best`` (rarer words weigh more, titles most; the newest where a word is very common), ``newest`` or
            ``oldest``.
    """
    query = parse_query(text)
    match = _match(query)
    where, values = _conditions(query)
    source = (
        "words w JOIN article a ON a.row = w.rowid LEFT JOIN outlet o ON o.id = a.outlet"
        if match
        else FROM_ARTICLE
    )
    conditions = ["a.replaced IS NULL", *where]
    if match:
        conditions.insert(0, "words MATCH ?")
        values.insert(0, match)
    condition = " AND ".join(conditions)
    total = store.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {source} WHERE {condition} LIMIT {_COUNTED + 1})", values
    ).fetchone()[0]
    if order == "best" and (total > _COUNTED or not query.match):
        order = "newest"
    rows = store.execute(
        f"SELECT a.id, {ARTICLE_COLUMNS}, a.record FROM {source} WHERE {condition} "
        f"ORDER BY {_order(order, by_index=bool(match))} LIMIT ? OFFSET ?",
        (*values, limit, offset),
    ).fetchall()
    return SearchPage(
        query=text,
        total=min(total, _COUNTED),
        more=total > _COUNTED,
        order=order,
        offset=offset,
        hits=tuple(Hit(article=article_line(row[1:-1]), snippets=_snippets(row[-1], query)) for row in rows),
        notes=query.notes,
    )


def _snippets(packed: bytes, query: Query) -> tuple[Snippet, ...]:
    return snippets(unpack_record(packed), query)


def _order(order: str, *, by_index: bool) -> str:
    if order == "best":
        return f"bm25(words, {_WEIGHTS}), w.rowid DESC"
    row = "w.rowid" if by_index else "a.row"
    return f"{row} ASC" if order == "oldest" else f"{row} DESC"


def _match(query: Query) -> str:
    """Return the expression for the word index; empty if no part of the search needs it."""
    parts = [f"{_COLUMNS} : ({query.match})"] if query.match else []
    for key, values in query.keys.items():
        parts += [_in_columns(key, value) for value in values if _in_columns(key, value)]
    found = " AND ".join(parts)
    without = [f"{_COLUMNS} : ({query.without})"] if query.without else []
    for key, values in query.not_keys.items():
        without += [_in_columns(key, value) for value in values if _in_columns(key, value)]
    if found and without:
        return f"({found}) NOT ({' OR '.join(without)})"
    return found


def _in_columns(key: str, value: str) -> str:
    """Return the expression for a name in its column: its words in a row."""
    words = " ".join(_plain(value))
    if not words:
        return ""
    if key == "name":
        return f'{{people bodies places}} : "{words}"'
    return f'{_KEY_COLUMN[key]} : "{words}"' if key in _KEY_COLUMN else ""


def _plain(value: str) -> list[str]:
    return "".join(character if character.isalnum() else " " for character in value).split()


def _conditions(query: Query) -> tuple[list[str], list[object]]:
    where: list[str] = []
    values: list[object] = []
    for day in query.keys.get("before", ()):
        where.append("a.day < ?")
        values.append(day_of(day, ""))
    for day in query.keys.get("after", ()):
        where.append("a.day >= ?")
        values.append(day_of(day, ""))
    for keys, sign in ((query.keys, ""), (query.not_keys, "NOT ")):
        for key, column in (("language", "a.language"), ("story", "a.story")):
            for value in keys.get(key, ()):
                where.append(f"{sign}{column} = ?")
                values.append(int(value) if key == "story" else value.casefold())
        for value in keys.get("outlet", ()):
            where.append(f"{sign}coalesce(o.key = ? OR o.name LIKE ?, 0)")
            values += [outlet_key(value), f"%{value}%"]
        condition, found = _event_condition(keys)
        if condition:
            where.append(f"{sign}{condition}")
            values += found
    return where, values


def _event_condition(keys: dict[str, tuple[str, ...]]) -> tuple[str, list[object]]:
    """Return the condition that one event of the article has the type, mode and status asked for."""
    types, statuses = keys.get("type", ()), keys.get("status", ())
    if not types and not statuses:
        return "", []
    parts = ["e.article = a.id"]
    values: list[object] = []
    for value in types:
        kind, _, mode = value.partition("/")
        parts.append("(e.type = ? OR e.mode = ?)" if not mode else "(e.type = ? AND e.mode = ?)")
        values += [kind.upper(), (mode or kind).lower()]
    if statuses:
        parts.append(f"e.status IN ({', '.join('?' * len(statuses))})")
        values += [value.casefold() for value in statuses]
    return f"EXISTS (SELECT 1 FROM event e WHERE {' AND '.join(parts)})", values
