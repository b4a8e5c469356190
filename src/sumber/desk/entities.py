"""Names of articles -> persons, organisations and places over all articles."""

import sqlite3
from collections import Counter
from collections.abc import Iterable

from ..errors import DeskError
from ..record import Name, NameKind, Record
from .corrections import Correction
from .fields import fold, forms_of

__all__ = ["KnownNames", "add_names", "entity_key", "merge", "resolve", "split"]

_Mention = tuple[int, int, str, int, int, int]  # entity, article, name, how often it stands, speaks and acts


def entity_key(name: Name) -> str:
    """Return what a name is the same by in every article: the gazetteer's id of a place, else the folded name."""
    if name.kind is NameKind.PLACE and name.place is not None:
        return f"g:{name.place.gazetteer_id}"
    return fold(name.name)


class KnownNames:
    """Entities and forms that are surely in the file, so that the commonest need not be looked up."""

    def __init__(self) -> None:
        self.entities: dict[tuple[str, str], int] = {}
        self.forms: set[tuple[str, int]] = set()

    def shrink(self) -> None:
        """Forget all if too much is known."""
        if len(self.forms) > 200_000:
            self.entities.clear()
            self.forms.clear()


def add_names(store: sqlite3.Connection, records: Iterable[tuple[int, Record]], known: KnownNames) -> None:
    """Write the names of articles down, each with how often it stands, speaks and acts."""
    known.shrink()
    mentions = [row for article, record in records for row in _mentions(store, article, record, known)]
    mentions.sort(key=lambda row: row[:3])
    store.executemany("INSERT OR REPLACE INTO mention VALUES (?, ?, ?, ?, ?, ?)", mentions)


def _mentions(store: sqlite3.Connection, article: int, record: Record, known: KnownNames) -> list[_Mention]:
    """Return the mentions of one article; entities and forms that are new are written down."""
    mentions: list[_Mention] = []
    forms: list[tuple[str, int, str]] = []
    said = Counter(
        [each.source.name for each in record.statements if each.source is not None and each.source.name]
    )
    did = Counter([a.name for event in record.events for a in (*event.actors, *event.recipients) if a.name])
    for name in record.names:
        key = entity_key(name)
        if not key:
            continue
        number = known.entities.get((name.kind, key))
        if number is None:
            number = known.entities[name.kind, key] = _entity(store, name, key)
        for form in forms_of(name):
            folded = fold(form)
            if folded and (folded, number) not in known.forms:
                known.forms.add((folded, number))
                forms.append((folded, number, form))
        mentions.append((number, article, name.id, len(name.mentions), said[name.id], did[name.id]))
    if forms:
        store.executemany("INSERT OR IGNORE INTO variant VALUES (?, ?, ?)", forms)
    return mentions


def _entity(store: sqlite3.Connection, name: Name, key: str) -> int:
    """Return the number of a name's entity, made if it is new."""
    found = store.execute("SELECT id FROM entity WHERE kind = ? AND key = ?", (name.kind, key)).fetchone()
    if found is None and name.kind is NameKind.PERSON and " " in key:
        found = store.execute(
            "SELECT v.entity FROM variant v CROSS JOIN entity e ON e.id = v.entity "  # CROSS: the variant first
            "WHERE v.key = ? AND e.kind = ? ORDER BY v.entity LIMIT 1",
            (key, name.kind),
        ).fetchone()
    return int(found[0]) if found else _made(store, name, key)


def _made(store: sqlite3.Connection, name: Name, key: str) -> int:
    place = name.place
    where = (place.lat, place.lon, place.level) if place else (None, None, None)
    cursor = store.execute(
        "INSERT INTO entity (kind, key, name, country, lat, lon, level) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (name.kind, key, " ".join(name.name.split()), name.country, *where),
    )
    return int(cursor.lastrowid or 0)


def resolve(store: sqlite3.Connection, entity: int) -> int:
    """Return the entity that one was merged into, itself if none."""
    seen = {entity}
    while True:
        found = store.execute("SELECT merged FROM entity WHERE id = ?", (entity,)).fetchone()
        if found is None or found[0] is None or found[0] in seen:
            return entity
        entity = int(found[0])
        seen.add(entity)


def merge(store: sqlite3.Connection, correction: Correction) -> None:
    """Make one entity part of another, as a correction has it: ``value`` becomes part of ``words``."""
    kept, part = (
        _numbered(store, correction, correction.words),
        _numbered(store, correction, correction.value),
    )
    kept = resolve(store, kept)
    if kept != part:
        store.execute("UPDATE entity SET merged = ? WHERE id = ? OR merged = ?", (kept, part, part))


def split(store: sqlite3.Connection, correction: Correction) -> None:
    """Undo a merge: ``value`` is an entity of its own again."""
    store.execute(
        "UPDATE entity SET merged = NULL WHERE id = ?", (_numbered(store, correction, correction.value),)
    )


def _numbered(store: sqlite3.Connection, correction: Correction, name: str | None) -> int:
    """Return the number of an entity that a correction names, by number (``#12``) or name."""
    name = name or ""
    if name.startswith("#") and name[1:].isdigit():
        row = store.execute("SELECT id FROM entity WHERE id = ?", (int(name[1:]),)).fetchone()
    else:
        row = store.execute(
            "SELECT id FROM entity WHERE key = ? AND kind = coalesce(?, kind) LIMIT 1",
            (fold(name), correction.kind),
        ).fetchone()
        row = row or store.execute("SELECT id FROM entity WHERE name = ? LIMIT 1", (name,)).fetchone()
    if row is None:
        raise DeskError.unknown("name", name)
    return int(row[0])
