"""Records -> the desk: idempotent, in batches that are kept whole or not at all."""

import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from msgspec import Struct

from ..record import Record, Scope
from ..stories.edges import is_translation
from ..stories.linker import Item, Linker
from ..stories.origins import COPIES, SAME_TEXT, TRANSLATES
from ..stories.passages import Shingles, hashes_of, is_copy, share, sketch_of
from ..stories.terms import Terms, terms_of
from .database import Database
from .entities import KnownNames, add_names
from .fields import (
    day_of,
    document_of,
    fold,
    index_row,
    next_row,
    outlet_key,
    print_of,
    title_of,
)
from .packing import pack_record, pack_terms, unpack_record, unpack_terms
from .storylines import refresh_stories
from .views import Added

__all__ = ["Adder", "index_article"]

_BATCH = 256
_BATCH_S = 1.0  # seconds after which a batch is kept although it is not full
_TOUCH = 0.1  # part of the words that backs a named source
_LEAST_SHARED = 2  # hashes of the sketch
_MOST_COMPARED = 6
_COMMON_HASH = 200  # articles with one hash: a boilerplate


class _Row(Struct, frozen=True):
    """An article on its way in."""

    number: int
    row: int
    record: Record


class Adder:
    """Adds records to a desk; keeps what linking needs in memory between calls."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._linker: Linker | None = None
        self._names = KnownNames()
        self._seen_version = -1

    def add(self, records: Iterable[Record]) -> Iterator[Added]:
        """Yield what became of each record, once it is safely in the file."""
        batch: list[Record] = []
        start = time.monotonic()
        for record in records:
            batch.append(record)
            if len(batch) >= _BATCH or time.monotonic() - start > _BATCH_S:
                yield from self._keep(batch)
                batch = []
                start = time.monotonic()
        if batch:
            yield from self._keep(batch)

    def _keep(self, batch: list[Record]) -> list[Added]:
        try:
            with self._database.write() as store:
                self._check_linker(store)
                found: list[Added] = []
                rows: list[_Row] = []
                touched: set[int] = set()
                for record in batch:
                    added, row = self._one(store, record, touched)
                    found.append(added)
                    if row:
                        rows.append(row)
                index_articles(store, rows, self._names)
                refresh_stories(store, touched)
        except BaseException:
            self._linker = None
            self._names = KnownNames()
            raise
        self._seen_version = _data_version(self._database.read)
        return found

    def rebuild(self, read: Callable[[str], Record]) -> None:
        """Make everything but records and corrections anew, in the order in which articles were added."""
        with self._database.write() as store:
            for table in ("mention", "event", "relay", "sketch", "edge", "story"):
                store.execute(f"DELETE FROM {table}")
            store.execute("INSERT INTO words (words) VALUES ('delete-all')")
            store.execute("UPDATE article SET story = NULL")
            self._linker = None
            self._names = KnownNames()
            self._check_linker(store)
            touched: set[int] = set()
            rows: list[_Row] = []
            for number, key, day, row in store.execute(
                "SELECT id, key, day, row FROM article WHERE replaced IS NULL ORDER BY id"
            ).fetchall():
                record = read(key)
                touched.add(self._place(store, number, day, record, touched))
                rows.append(_Row(number, row, record))
                if len(rows) >= _BATCH:
                    index_articles(store, rows, self._names)
                    rows = []
            index_articles(store, rows, self._names)
            refresh_stories(store, touched)
            self._linker = None

    def _check_linker(self, store: sqlite3.Connection) -> None:
        """Start linking afresh from the file if another process wrote to it."""
        if self._linker is None or self._seen_version != _data_version(store):
            last = store.execute("SELECT coalesce(max(id), 0) FROM story").fetchone()[0]
            self._names = KnownNames()
            self._linker = Linker(load=lambda day: _members_of_day(store, day), next_story=last + 1)
            self._seen_version = _data_version(store)

    def _one(self, store: sqlite3.Connection, record: Record, touched: set[int]) -> tuple[Added, _Row | None]:
        mark = print_of(record.article)
        known = store.execute("SELECT key, story FROM article WHERE print = ?", (mark,)).fetchone()
        if known:
            return Added(id=known[0], what="known", story=known[1]), None
        previous = store.execute(
            "SELECT id, key, story FROM article WHERE document = ? AND replaced IS NULL",
            (document_of(record.article),),
        ).fetchone()
        if previous:
            _retire(store, previous[0])
            if previous[2]:
                touched.add(previous[2])
            self._linker_of().forget(previous[0], previous[2])
        number, day, key, row = _insert(store, record, mark)
        if previous:
            store.execute("UPDATE article SET replaced = ? WHERE id = ?", (number, previous[0]))
        story = self._place(store, number, day, record, touched)
        touched.add(story)
        added = Added(
            id=key,
            what="version" if previous else "new",
            story=story,
            previous=previous[1] if previous else None,
        )
        return added, _Row(number, row, record)

    def _linker_of(self) -> Linker:
        assert self._linker is not None
        return self._linker

    def _place(
        self, store: sqlite3.Connection, number: int, day: int, record: Record, touched: set[int]
    ) -> int:
        """Link an article to its story; a copy goes to the story of what it copies."""
        copies = _copies(store, number, hashes_of(record.article))
        packed = pack_terms(_terms(record))
        terms = unpack_terms(packed)  # as the file will give it back
        near = None
        if copies:
            near = store.execute("SELECT story FROM article WHERE id = ?", (copies[0][0],)).fetchone()[0]
        placed = self._linker_of().place(Item(number, day, terms), near=near)
        for old, new in placed.merged:
            store.execute("UPDATE article SET story = ? WHERE story = ?", (new, old))
            store.execute("UPDATE story SET merged = ?, articles = 0, origins = 0 WHERE id = ?", (new, old))
            touched.discard(old)
        store.execute("UPDATE article SET story = ?, terms = ? WHERE id = ?", (placed.story, packed, number))
        if placed.is_new:
            store.execute("INSERT INTO story VALUES (?, '', '', '', 0, 0, NULL)", (placed.story,))
        else:
            _translations(store, number, placed.story, record)
        return placed.story


def _data_version(store: sqlite3.Connection) -> int:
    return int(store.execute("PRAGMA data_version").fetchone()[0])


def _terms(record: Record) -> Terms:
    article = record.article
    body = "\n".join(block.of(article.text) for block in article.body())
    return terms_of(body or article.text, title_of(article), article.language)


def _members_of_day(store: sqlite3.Connection, day: int) -> Iterator[tuple[int, Item]]:
    rows = store.execute(
        "SELECT story, id, day, terms FROM article WHERE replaced IS NULL AND story IN "
        "(SELECT story FROM article WHERE day = ? AND replaced IS NULL) ORDER BY id",
        (day,),
    ).fetchall()
    for story, number, its_day, terms in rows:
        yield story, Item(number, its_day, unpack_terms(terms))


def _insert(store: sqlite3.Connection, record: Record, mark: bytes) -> tuple[int, int, str, int]:
    article = record.article
    added = datetime.now(UTC).isoformat(timespec="seconds")
    published = article.published.value if article.published else None
    day = day_of(published, added)
    number = store.execute("SELECT coalesce(max(id), 0) + 1 FROM article").fetchone()[0]
    key, row = _free_key(store, article.id), next_row(store, day)
    outlet = outlet_number(store, article.outlet.name, article.outlet.domain)
    store.execute(
        "INSERT INTO article (id, key, print, document, url, outlet, language, title, published, day, added, "
        "origin, row, terms, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, x'', ?)",
        (
            number, key, mark, document_of(article), article.url, outlet, article.language, title_of(article),
            published, day, added, row, pack_record(record),
        ),
    )  # fmt: skip
    return number, day, key, row


def _free_key(store: sqlite3.Connection, wanted: str) -> str:
    key, turn = wanted, 1
    while store.execute("SELECT 1 FROM article WHERE key = ?", (key,)).fetchone():
        turn += 1
        key = f"{wanted}~{turn}"
    return key


def outlet_number(store: sqlite3.Connection, name: str | None, domain: str | None = None) -> int | None:
    """Return the number of an outlet, made if it is new; None if nothing is known of it."""
    key = outlet_key(name, domain)
    if key is None:
        return None
    shown = " ".join((name or domain or key).split())
    known = outlet_in(store, key, shown)
    if known is not None:
        if domain:
            store.execute("UPDATE outlet SET domain = coalesce(domain, ?) WHERE id = ?", (domain, known[0]))
        return known[0]
    cursor = store.execute("INSERT INTO outlet (key, name, domain) VALUES (?, ?, ?)", (key, shown, domain))
    return int(cursor.lastrowid or 0)


def outlet_in(store: sqlite3.Connection, key: str, name: str) -> tuple[int, str] | None:
    """Return the number and key of an outlet that is here under a key or, folded, under a name."""
    found = store.execute("SELECT id, key FROM outlet WHERE key = ? OR key = ?", (key, fold(name))).fetchone()
    found = (
        found or store.execute("SELECT id, key FROM outlet WHERE name = ? COLLATE NOCASE", (name,)).fetchone()
    )
    return (int(found[0]), str(found[1])) if found else None


def _copies(store: sqlite3.Connection, number: int, shingles: Shingles) -> list[tuple[int, float]]:
    """Write down which articles share their text with this one; return them, the likest first."""
    sketch = sketch_of(shingles)
    found_at: dict[int, list[int]] = {}
    marks = ", ".join("?" * len(sketch))
    for value, article in store.execute(
        f"SELECT hash, article FROM sketch WHERE hash IN ({marks}) LIMIT ?", (*sketch, 20 * _COMMON_HASH)
    ):
        found_at.setdefault(value, []).append(article)
    votes = Counter(article for at in found_at.values() if len(at) < _COMMON_HASH for article in at)
    store.executemany("INSERT OR IGNORE INTO sketch VALUES (?, ?)", [(value, number) for value in sketch])
    likeliest = sorted((-count, article) for article, count in votes.items() if count >= _LEAST_SHARED)
    found: list[tuple[int, float]] = []
    for _, article in likeliest[:_MOST_COMPARED]:
        row = store.execute(
            "SELECT record FROM article WHERE id = ? AND replaced IS NULL", (article,)
        ).fetchone()
        if row is None:
            continue
        other = hashes_of(unpack_record(row[0]).article)
        here, there = share(shingles, other), share(other, shingles)
        kind = COPIES if max(here, there) >= _TOUCH and is_copy(shingles, other) else SAME_TEXT
        if kind == COPIES:
            found.append((article, here))
        if max(here, there) >= _TOUCH:
            rows = [(number, article, kind, here), (article, number, kind, there)]
            store.executemany("INSERT OR REPLACE INTO edge VALUES (?, ?, ?, ?)", rows)
    return sorted(found, key=lambda each: -each[1])


def _translations(store: sqlite3.Connection, number: int, story: int, record: Record) -> None:
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


def _retire(store: sqlite3.Connection, number: int) -> None:
    """Take an article that has a newer version out of everything but the record itself."""
    for table in ("mention", "event", "relay", "sketch"):
        store.execute(f"DELETE FROM {table} WHERE article = ?", (number,))
    store.execute("DELETE FROM edge WHERE source = ? OR target = ?", (number, number))


def index_articles(store: sqlite3.Connection, rows: Iterable[_Row], known: KnownNames) -> None:
    """Write what articles are found by; in the order of the index, which is many times quicker."""
    for row in sorted(rows, key=lambda row: row.row):
        index_article(store, row.number, row.row, row.record, known)


def index_article(
    store: sqlite3.Connection, number: int, row: int, record: Record, known: KnownNames | None = None
) -> None:
    """Write what one article is found by: words, names, events, relays."""
    words = index_row(record)
    store.execute(
        "INSERT INTO words (rowid, title, body, stems, speakers, people, bodies, places) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (row, words.title, words.body, words.stems, words.speakers, words.people, words.bodies, words.places),
    )
    add_names(store, number, record, known or KnownNames())
    events = []
    for event in record.events:
        when = record.time_of(event.time)
        span = (when.earliest, when.latest) if when else (None, None)
        events.append((number, event.id, event.type, event.mode, event.status, *span))
    store.executemany("INSERT OR REPLACE INTO event VALUES (?, ?, ?, ?, ?, ?, ?)", events)
    for relay in record.relays:
        outlet = outlet_number(store, relay.outlet)
        if outlet is not None:
            scope = relay.scope if relay.scope is Scope.ARTICLE else "sentence"
            store.execute(
                "INSERT INTO relay VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET scope = 'article' "
                "WHERE excluded.scope = 'article'",
                (number, outlet, scope),
            )
