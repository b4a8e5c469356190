"""What articles are found by, written down: words, names, events, outlets and who takes from whom."""

import sqlite3
from collections.abc import Iterable

from msgspec import Struct

from ..reading.relays.outlets import outlet_named
from ..record import Record, Scope
from ..stories.told import plain_outlet, with_told
from ..stories.words import Words
from .entities import KnownNames, add_names
from .fields import fold, index_row, outlet_key

__all__ = ["KnownOutlets", "Row", "index_articles", "outlet_in", "outlet_of", "told_record"]


class Row(Struct, frozen=True):
    """An article on its way in: its number, its row in the word index, and the words of its text if known."""

    number: int
    row: int
    record: Record
    words: Words | None = None


class KnownOutlets(dict[tuple[str | None, str | None], tuple[int, str] | None]):
    """Numbers and keys of outlets that are surely in the file, by name and domain as given."""


def outlet_of(
    store: sqlite3.Connection, known: KnownOutlets, name: str | None, domain: str | None = None
) -> tuple[int, str] | None:
    """Return the number and key of an outlet, made if it is new; None if nothing is known of it."""
    if (name, domain) not in known:
        known[name, domain] = _outlet_of(store, name, domain)
    return known[name, domain]


def _outlet_of(store: sqlite3.Connection, name: str | None, domain: str | None) -> tuple[int, str] | None:
    key = outlet_key(name, domain)
    if key is None:
        return None
    shown = " ".join((name or domain or key).split())
    found = outlet_in(store, key, shown)
    if found is not None:
        if domain:
            store.execute("UPDATE outlet SET domain = coalesce(domain, ?) WHERE id = ?", (domain, found[0]))
        return found
    cursor = store.execute("INSERT INTO outlet (key, name, domain) VALUES (?, ?, ?)", (key, shown, domain))
    return int(cursor.lastrowid or 0), key


def outlet_in(store: sqlite3.Connection, key: str, name: str) -> tuple[int, str] | None:
    """Return the number and key of an outlet that is here under a key or, folded, under a name."""
    found = store.execute("SELECT id, key FROM outlet WHERE key = ? OR key = ?", (key, fold(name))).fetchone()
    found = (
        found or store.execute("SELECT id, key FROM outlet WHERE name = ? COLLATE NOCASE", (name,)).fetchone()
    )
    return (int(found[0]), str(found[1])) if found else None


def told_record(store: sqlite3.Connection, number: int, record: Record) -> Record:
    """Return the record with the relays that only this desk can see: from outlets whose reports it had before."""

    def is_known(name: str) -> bool:
        key = outlet_key(name)
        found = outlet_in(store, key, name) if key else None
        if found is None:
            return outlet_named(plain_outlet(name)) is not None
        had = "SELECT 1 FROM article WHERE outlet = ? AND id < ? LIMIT 1"
        return store.execute(had, (found[0], number)).fetchone() is not None or outlet_named(name) is not None

    return with_told(record, is_known)


def index_articles(
    store: sqlite3.Connection, rows: Iterable[Row], names: KnownNames, outlets: KnownOutlets
) -> None:
    """Write what articles are found by; in the order of the index, which is many times quicker."""
    rows = sorted(rows, key=lambda row: row.row)
    store.executemany(
        "INSERT INTO words (rowid, title, body, stems, speakers, people, bodies, places) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [_words(row) for row in rows],
    )
    add_names(store, ((row.number, row.record) for row in rows), names)
    events = sorted((event for row in rows for event in _events(row)), key=lambda event: event[:2])
    store.executemany("INSERT OR REPLACE INTO event VALUES (?, ?, ?, ?, ?, ?, ?)", events)
    for row in rows:
        for relay in told_record(store, row.number, row.record).relays:
            outlet = outlet_of(store, outlets, relay.outlet)
            if outlet is not None:
                scope = relay.scope if relay.scope is Scope.ARTICLE else "sentence"
                store.execute(
                    "INSERT INTO relay VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET scope = 'article' "
                    "WHERE excluded.scope = 'article'",
                    (row.number, outlet[0], scope),
                )


def _words(row: Row) -> tuple[int | str, ...]:
    found = index_row(row.record, row.words)
    return (
        row.row,
        *(found.title, found.body, found.stems, found.speakers),
        *(found.people, found.bodies, found.places),
    )


def _events(row: Row) -> list[tuple[int, str, str, str | None, str, str | None, str | None]]:
    found = []
    for event in row.record.events:
        when = row.record.time_of(event.time)
        span = (when.earliest, when.latest) if when else (None, None)
        found.append((row.number, event.id, event.type, event.mode, event.status.value, *span))
    return found
