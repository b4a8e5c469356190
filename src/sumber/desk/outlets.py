"""Outlets: how much is their own reporting, whom they take from, who takes from them."""

import sqlite3

from ..errors import DeskError
from .lines import article_lines
from .views import OutletCount, OutletLine, OutletView

__all__ = ["outlet_view", "outlets"]

_LINES = """
SELECT o.id, o.name, o.domain, group_concat(DISTINCT a.language), count(a.id), sum(a.derives IS NULL), max(a.published),
  (SELECT count(DISTINCT r.article) FROM relay r WHERE r.outlet = o.id)
FROM outlet o LEFT JOIN article a ON a.outlet = o.id AND a.replaced IS NULL
"""


def _line(row: tuple[object, ...]) -> OutletLine:
    number, name, domain, languages, articles, own, last, relayed = row
    count = int(str(articles))
    mine = int(str(own or 0)) if count else 0
    return OutletLine(
        id=int(str(number)),
        name=str(name),
        domain=str(domain) if domain else None,
        languages=tuple(sorted(str(languages).split(","))) if languages else (),
        articles=count,
        own=mine,
        copies=count - mine,
        relayed_by=int(str(relayed)),
        last=str(last) if last else None,
    )


def outlets(store: sqlite3.Connection) -> tuple[OutletLine, ...]:
    """Return all outlets, also those that are only named as a source; those with most articles first."""
    return tuple(
        _line(row) for row in store.execute(f"{_LINES} GROUP BY o.id ORDER BY 5 DESC, 8 DESC, o.name")
    )


def outlet_view(store: sqlite3.Connection, number: int) -> OutletView:
    """Return one outlet; raises DeskError if there is none of this number."""
    row = store.execute(f"{_LINES} WHERE o.id = ? GROUP BY o.id", (number,)).fetchone()
    if row is None:
        raise DeskError.unknown("outlet", str(number))
    takes = store.execute(
        "SELECT t.name, count(DISTINCT r.article) FROM article a JOIN relay r ON r.article = a.id "
        "JOIN outlet t ON t.id = r.outlet WHERE a.outlet = ? AND a.replaced IS NULL AND t.id <> ? "
        "GROUP BY t.id ORDER BY 2 DESC",
        (number, number),
    )
    taken = store.execute(
        "SELECT t.name, count(DISTINCT r.article) FROM relay r JOIN article a ON a.id = r.article "
        "JOIN outlet t ON t.id = a.outlet WHERE r.outlet = ? AND t.id <> ? GROUP BY t.id ORDER BY 2 DESC",
        (number, number),
    )
    return OutletView(
        line=_line(row),
        takes_from=tuple(OutletCount(outlet=name, articles=count) for name, count in takes),
        taken_by=tuple(OutletCount(outlet=name, articles=count) for name, count in taken),
        articles=article_lines(store, "a.outlet = ?", (number,), limit=50),
    )
