"""Persons, organisations and places over all articles."""

import sqlite3
from collections import Counter
from collections.abc import Callable

import msgspec

from ..record import Record
from ..stories.claims import claims_of, timeline_of
from .entities import resolve
from .fields import fold
from .lines import article_lines
from .saying import said_by, said_of
from .views import ArticleLine, EntityLine, EntityView, NameVariant, Said

__all__ = ["entities", "entity_view"]

_READ = 60  # newest articles whose records are read for one view
_COLUMNS = (
    "e.id, e.kind, e.name, e.country, count(DISTINCT m.article), sum(m.count), sum(m.said), e.lat, e.lon, "
    "e.level"
)
_FROM = "mention m JOIN entity r ON r.id = m.entity JOIN entity e ON e.id = coalesce(r.merged, r.id)"


def _line(row: tuple[object, ...]) -> EntityLine:
    number, kind, name, country, articles, mentions, said, lat, lon, level = row
    return EntityLine(
        id=int(str(number)),
        kind=str(kind),
        name=str(name),
        country=str(country) if country else None,
        articles=int(str(articles or 0)),
        mentions=int(str(mentions or 0)),
        said=int(str(said or 0)),
        lat=float(str(lat)) if lat is not None else None,
        lon=float(str(lon)) if lon is not None else None,
        level=str(level) if level else None,
    )


def entities(
    store: sqlite3.Connection,
    *,
    kind: str | None,
    name: str | None,
    story: int | None,
    limit: int,
    offset: int,
) -> tuple[EntityLine, ...]:
    """Return entities, those in most articles first; ``name`` is a part of one of their forms."""
    where, values = ["1"], list[object]()
    if kind:
        where.append("e.kind = ?")
        values.append(kind)
    if name:
        where.append("e.id IN (SELECT entity FROM variant WHERE key LIKE ?)")
        values.append(f"%{fold(name)}%")
    if story:
        where.append("m.article IN (SELECT id FROM article WHERE story = ? AND replaced IS NULL)")
        values.append(story)
    rows = store.execute(
        f"SELECT {_COLUMNS} FROM {_FROM} WHERE {' AND '.join(where)} "
        "GROUP BY e.id ORDER BY 5 DESC, 6 DESC, e.id LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return tuple(_line(row) for row in rows)


def entity_view(store: sqlite3.Connection, number: int, read: Callable[[str], Record]) -> EntityView | None:
    """Return one entity with what it said and did; None if there is none of this number."""
    number = resolve(store, number)
    parts = [number, *(row[0] for row in store.execute("SELECT id FROM entity WHERE merged = ?", (number,)))]
    marks = ", ".join("?" * len(parts))
    row = store.execute(
        f"SELECT e.id, e.kind, e.name, e.country, count(DISTINCT m.article), sum(m.count), sum(m.said), e.lat, e.lon, "
        f"e.level FROM entity e LEFT JOIN mention m ON m.entity IN ({marks}) WHERE e.id = ?",
        (*parts, number),
    ).fetchone()
    if row is None or row[0] is None:
        return None
    condition = f"a.id IN (SELECT article FROM mention WHERE entity IN ({marks}))"
    lines = article_lines(store, condition, parts, limit=200)
    names: dict[str, set[str]] = {}
    for key, name in store.execute(
        f"SELECT a.key, m.name FROM mention m JOIN article a ON a.id = m.article WHERE m.entity IN ({marks})",
        parts,
    ):
        names.setdefault(key, set()).add(name)
    records = [read(line.id) for line in lines[:_READ]]
    return _view(store, _line(row), lines, [(record, names[record.article.id]) for record in records], parts)


def _view(
    store: sqlite3.Connection,
    line: EntityLine,
    lines: tuple[ArticleLine, ...],
    records: list[tuple[Record, set[str]]],
    parts: list[int],
) -> EntityView:
    forms: Counter[str] = Counter()
    descriptions: Counter[str] = Counter()
    said: list[Said] = []
    of: list[Said] = []
    for record, ids in records:
        mine = [name for name in record.names if name.id in ids]
        text = record.article.text
        forms.update(
            {" ".join(m.of(text).split()) for name in mine for m in name.mentions if m.form == "name"}
        )
        descriptions.update({each for name in mine for each in name.descriptions})
        said += said_by(record, frozenset(ids))
        of += said_of(record, mine)
    claims = claims_of(
        [_only(record, ids) for record, ids in records], [record.article.id for record, _ in records]
    )
    return EntityView(
        line=line,
        variants=tuple(NameVariant(form=form, articles=count) for form, count in forms.most_common()),
        descriptions=tuple(each for each, _ in descriptions.most_common(20)),
        articles=lines,
        said=tuple(said),
        said_of=tuple(of),
        timeline=tuple(
            item for item in timeline_of([record for record, _ in records], claims) if item.kind == "event"
        ),
        beside=_beside(store, parts),
    )


def _only(record: Record, ids: set[str]) -> Record:
    """Return the record with those events only that a name has a part in."""
    events = tuple(
        event
        for event in record.events
        if event.place in ids
        or any(actor.name in ids for actor in (*event.actors, *event.recipients, *event.objects))
    )
    return msgspec.structs.replace(record, events=events)


def _beside(store: sqlite3.Connection, parts: list[int]) -> tuple[EntityLine, ...]:
    """Return who stands in the same articles, most often first."""
    marks = ", ".join("?" * len(parts))
    rows = store.execute(
        f"SELECT {_COLUMNS} FROM {_FROM} "
        f"WHERE m.article IN (SELECT article FROM mention WHERE entity IN ({marks}) LIMIT 5000) "
        f"AND e.id NOT IN ({marks}) GROUP BY e.id ORDER BY 5 DESC, 6 DESC LIMIT 20",
        (*parts, *parts),
    )
    return tuple(_line(row) for row in rows)
