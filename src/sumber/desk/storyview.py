"""Stories for people: the list with its counts, and one story with its evidence."""

import sqlite3
from collections import Counter

import msgspec

from ..record import Record, Role
from ..stories.claims import claims_of, timeline_of
from ..stories.edges import edges_of
from ..stories.views import Origin
from .fields import iso_day, outlet_key
from .indexing import outlet_in, told_record
from .lines import article_lines, origin_name
from .saying import said_lines
from .views import ArticleLine, OutletCount, StoryLine, StoryPage, StoryView

__all__ = ["current_story", "story_line", "story_page", "story_view"]

_MOST_READ = 120  # articles of a story whose records are compared
_COLUMNS = "s.id, s.title, s.articles, s.origins"
_ORDERS = {
    "newest": "s.last DESC, s.id DESC",
    "biggest": "s.articles DESC, s.last DESC",
    "origins": "s.origins DESC, s.articles DESC, s.last DESC",
}


def story_page(
    store: sqlite3.Connection, *, limit: int, offset: int, order: str, least: int, since: str | None
) -> StoryPage:
    """Return some stories of at least ``least`` articles."""
    where = "s.articles >= ? AND s.last >= ?"
    values = (least, since or "")
    total = store.execute(f"SELECT count(*) FROM story s WHERE {where}", values).fetchone()[0]
    rows = store.execute(
        f"SELECT {_COLUMNS} FROM story s WHERE {where} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?",
        (*values, limit, offset),
    ).fetchall()
    return StoryPage(total=total, offset=offset, stories=tuple(story_line(store, row) for row in rows))


def current_story(store: sqlite3.Connection, number: int) -> tuple[object, ...] | None:
    """Return the row of a story, or of the one that it became part of; None if there is none."""
    for _ in range(50):
        row = store.execute(f"SELECT {_COLUMNS}, s.merged FROM story s WHERE s.id = ?", (number,)).fetchone()
        if row is None or row[-1] is None:
            return tuple(row[:-1]) if row and row[2] else None
        number = row[-1]
    return None


def story_line(store: sqlite3.Connection, row: tuple[object, ...]) -> StoryLine:
    """Return the line of a story, with what it is made of."""
    number, title, articles, origins = row
    members = store.execute(
        "SELECT a.day, a.published, a.language, o.name, a.derives FROM article a LEFT JOIN outlet o ON o.id = a.outlet "
        "WHERE a.story = ? AND a.replaced IS NULL",
        (number,),
    ).fetchall()
    statuses = store.execute(
        "SELECT e.status, count(*) FROM article a JOIN event e ON e.article = a.id WHERE a.story = ? "
        "GROUP BY 1 ORDER BY 2 DESC",
        (number,),
    ).fetchall()
    outlets = Counter(outlet for *_, outlet, _ in members if outlet)
    dates = [published for _, published, *_ in members if published]
    days = Counter(day for day, published, *_ in members if published)
    return StoryLine(
        id=int(str(number)),
        title=str(title),
        first=min(dates, default=None),
        last=max(dates, default=None),
        articles=int(str(articles)),
        origins=int(str(origins)),
        copies=sum(derives is not None for *_, derives in members),
        outlets=tuple(OutletCount(outlet=name, articles=count) for name, count in outlets.most_common()),
        languages=tuple(sorted({language for _, _, language, _, _ in members})),
        statuses=dict(statuses),
        days=tuple((iso_day(day), count) for day, count in sorted(days.items())),
    )


def story_view(store: sqlite3.Connection, row: tuple[object, ...], read: dict[str, Record]) -> StoryView:
    """Return a story with its evidence; ``read`` are the records of its articles by key, earliest first."""
    lines = {line.id: line for line in article_lines(store, "a.story = ?", (row[0],))}
    records = [_seen(store, record) for record in read.values() if record.article.id in lines][:_MOST_READ]
    keys = [lines[record.article.id].origin for record in records]
    outlets = [_key(store, record.article.outlet.name, record.article.outlet.domain) for record in records]
    stated = [[_key(store, relay.outlet) or "" for relay in record.relays] for record in records]
    claims = claims_of(records, keys)
    return StoryView(
        line=story_line(store, row),
        articles=tuple(lines.values()),
        origins=_origins(store, list(lines.values())),
        edges=tuple(edges_of(records, outlets, stated)),
        timeline=tuple(timeline_of(records, claims)),
        claims=tuple(claims),
        statements=tuple(said for record in records for said in said_lines(record)),
    )


def _key(store: sqlite3.Connection, name: str | None, domain: str | None = None) -> str | None:
    """Return the key that an outlet has in this desk."""
    key = outlet_key(name, domain)
    known = outlet_in(store, key, name or domain or key) if key else None
    return known[1] if known else key


def _seen(store: sqlite3.Connection, record: Record) -> Record:
    """Return a record with what the desk adds to it: a title, and relays from outlets whose reports it had before."""
    row = store.execute("SELECT id FROM article WHERE key = ?", (record.article.id,)).fetchone()
    return told_record(store, row[0], _titled(record))


def _titled(record: Record) -> Record:
    """Return the record with the title that its text has, if none was given."""
    article = record.article
    if article.title:
        return record
    title = next((block.of(article.text) for block in article.blocks if block.role is Role.TITLE), None)
    return (
        msgspec.structs.replace(record, article=msgspec.structs.replace(article, title=title))
        if title
        else record
    )


def _origins(store: sqlite3.Connection, lines: list[ArticleLine]) -> tuple[Origin, ...]:
    by_key: dict[str, list[ArticleLine]] = {}
    for line in reversed(lines):
        by_key.setdefault(line.origin, []).append(line)
    return tuple(
        Origin(
            key=key,
            name=origin_name(store, key),
            in_desk=any(line.derives is None for line in members),
            articles=tuple(line.id for line in members),
        )
        for key, members in sorted(by_key.items(), key=lambda each: -len(each[1]))
    )
