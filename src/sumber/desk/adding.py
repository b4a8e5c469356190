"""Records -> the desk: idempotent, in batches that are kept whole or not at all."""

import gc
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from msgspec import Struct

from ..record import Record
from ..stories.linker import Item, Linker, Placed
from ..stories.passages import sketch_in
from ..stories.terms import Terms, terms_in
from ..stories.words import Words, words_in
from .database import Database
from .entities import KnownNames
from .fields import day_of, document_of, next_row, print_of, title_of
from .indexing import KnownOutlets, Row, index_articles, outlet_of
from .likeness import MOST_COMPARED, write_copies, write_translations
from .packing import pack_record, pack_terms, unpack_record, unpack_terms
from .sketches import Sketches
from .storylines import refresh_stories
from .views import Added

__all__ = ["Adder"]

_BATCH = 1024
_WORKED_OUT = ("mention", "event", "relay", "sketch", "sketch_run", "sketch_gone", "edge", "story")
_BATCH_S = 1.0  # seconds after which a batch is kept although it is not full


class _Memory:
    """What adding keeps in memory between batches: true as long as nobody else writes to the file."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self.names = KnownNames()
        self.outlets = KnownOutlets()
        self.sketches = Sketches(store)
        last = store.execute("SELECT coalesce(max(id), 0) FROM story").fetchone()[0]
        self.linker = Linker(load=lambda day: _members_of_day(store, day), next_story=last + 1)
        self._connection = id(store)
        self._version = _data_version(store)

    def holds(self, store: sqlite3.Connection) -> bool:
        """Return whether nobody else wrote; a version counts for its own connection only."""
        return self._connection == id(store) and self._version == _data_version(store)


class _Read(Struct, frozen=True):
    """A record with the words of its text, their sketch and terms."""

    record: Record
    words: Words
    sketch: tuple[int, ...]
    terms: Terms  # whole steps, so the file gives the same back


class _Batch:
    """One transaction: what is new in it, until it is written."""

    def __init__(self, store: sqlite3.Connection, memory: _Memory, read: Iterable[_Read]) -> None:
        self.store = store
        self.memory = memory
        self.added = datetime.now(UTC).isoformat(timespec="seconds")
        self.memory.sketches.expect(each.sketch for each in read)
        self.rows: list[Row] = []
        self.touched: set[int] = set()
        self.marks: set[bytes] = set()
        self._last: int = store.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()[0]
        self._free: dict[int, int] = {}

    def next_number(self) -> int:
        """Return the number of the next article."""
        self._last += 1
        return self._last

    def next_row(self, day: int) -> int:
        """Return the next free row of the word index on a day."""
        row = self._free.get(day) or next_row(self.store, day)
        self._free[day] = row + 1
        return row

    def write(self) -> None:
        """Write what is found by, shared and counted; everything but the articles themselves."""
        self.memory.sketches.write(self.store)
        index_articles(self.store, self.rows, self.memory.names, self.memory.outlets)
        refresh_stories(self.store, self.touched)


class _New(Struct, frozen=True, kw_only=True):
    """An article that is on its way in."""

    number: int
    day: int
    read: _Read


class _Packed(Struct, frozen=True):
    """An article as the file holds it: its print, its terms, its record."""

    mark: bytes
    terms: bytes
    record: bytes


class Adder:
    """Adds records to a desk; keeps what linking needs in memory between calls."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._memory: _Memory | None = None

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

    def _keep(self, records: list[Record]) -> list[Added]:
        try:
            with self._database.write() as store:
                if self._memory is None or not self._memory.holds(store):
                    self._memory = _Memory(store)
                with _uncollected():
                    found = _added(store, self._memory, records)
        except BaseException:
            self._memory = None
            raise
        return found

    def rebuild(self, read: Callable[[str], Record]) -> None:
        """Make everything but records and corrections anew, in the order in which articles were added."""
        self._memory = None
        with self._database.write() as store:
            for table in _WORKED_OUT:
                store.execute(f"DELETE FROM {table}")
            store.execute("INSERT INTO words (words) VALUES ('delete-all')")
            store.execute("UPDATE article SET story = NULL, origin = '', derives = NULL")
            memory = _Memory(store)
            rows = store.execute(
                "SELECT id, key, day, row FROM article WHERE replaced IS NULL ORDER BY id"
            ).fetchall()
            for start in range(0, len(rows), _BATCH):
                part = rows[start : start + _BATCH]
                reads = _taken_apart([read(key) for _, key, _, _ in part])
                batch = _Batch(store, memory, reads)
                for (number, _, day, row), each in zip(part, reads, strict=True):
                    new = _New(number=number, day=day, read=each)
                    placed = _place(batch, new)
                    store.execute(
                        "UPDATE article SET story = ?, terms = ? WHERE id = ?",
                        (placed.story, pack_terms(each.terms), number),
                    )
                    _placed(batch, new, row, placed)
                batch.write()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Do not look for circles of garbage meanwhile: a batch makes none, and the search took a tenth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _added(store: sqlite3.Connection, memory: _Memory, records: Sequence[Record]) -> list[Added]:
    """Add the records of a batch; each step is done for all of them at once, which lets the next find memory warm."""
    marks = [print_of(record.article) for record in records]
    known = _known(store, marks)
    fresh = [at for at, mark in enumerate(marks) if mark not in known]
    reads = _taken_apart([records[at] for at in fresh])
    packed = [pack_record(each.record) for each in reads]
    terms = [pack_terms(each.terms) for each in reads]
    batch = _Batch(store, memory, reads)
    new = {
        at: (read, _Packed(marks[at], *both))
        for at, read, both in zip(fresh, reads, zip(terms, packed, strict=True), strict=True)
    }
    found = [_one(batch, *new[at]) if at in new else _again(store, mark) for at, mark in enumerate(marks)]
    batch.write()
    return found


def _known(store: sqlite3.Connection, marks: Sequence[bytes]) -> set[bytes]:
    """Return the prints that are in the file."""
    asked = ", ".join("?" * len(marks))
    return {row[0] for row in store.execute(f"SELECT print FROM article WHERE print IN ({asked})", marks)}


def _taken_apart(records: Sequence[Record]) -> list[_Read]:
    words = [words_in(record.article) for record in records]
    return list(map(_Read, records, words, list(map(sketch_in, words)), _terms(records, words)))


def _terms(records: Sequence[Record], words: Sequence[Words]) -> list[Terms]:
    articles = [record.article for record in records]
    return [
        terms_in(each, title_of(article), article.language)
        for article, each in zip(articles, words, strict=True)
    ]


def _again(store: sqlite3.Connection, mark: bytes) -> Added:
    """Return what an article that is here is known by."""
    key, story = store.execute("SELECT key, story FROM article WHERE print = ?", (mark,)).fetchone()
    return Added(id=key, what="known", story=story)


def _one(batch: _Batch, read: _Read, packed: _Packed) -> Added:
    """Add one record, unless it is here: the same may stand in a batch twice."""
    store, article = batch.store, read.record.article
    if packed.mark in batch.marks:
        return _again(store, packed.mark)
    batch.marks.add(packed.mark)
    document = document_of(article)
    previous = store.execute(
        "SELECT id, key, story, record FROM article WHERE document = ? AND replaced IS NULL", (document,)
    ).fetchone()
    day = day_of(article.published.value if article.published else None, batch.added)
    new = _New(number=batch.next_number(), day=day, read=read)
    if previous:
        _retire(batch, previous[0], previous[2], unpack_record(previous[3]))
        store.execute("UPDATE article SET replaced = ? WHERE id = ?", (new.number, previous[0]))
    placed = _place(batch, new)
    row = batch.next_row(day)
    key = _insert(batch, new, packed, (document, row, placed.story))
    _placed(batch, new, row, placed)
    return Added(
        id=key,
        what="version" if previous else "new",
        story=placed.story,
        previous=previous[1] if previous else None,
    )


def _place(batch: _Batch, new: _New) -> Placed:
    """Link an article to its story; a copy goes to the story of what it copies."""
    store = batch.store
    likeliest = batch.memory.sketches.likeliest(new.number, new.read.sketch, MOST_COMPARED)
    copies = write_copies(store, new.number, new.read.words, likeliest)
    near = None
    if copies:
        near = store.execute("SELECT story FROM article WHERE id = ?", (copies[0][0],)).fetchone()[0]
    placed = batch.memory.linker.place(Item(new.number, new.day, new.read.terms), near=near)
    for story in placed.opened:
        store.execute("INSERT INTO story VALUES (?, '', '', '', 0, 0, NULL)", (story,))
    for moved in placed.moved:
        store.execute("UPDATE article SET story = ? WHERE id = ?", (moved.new, moved.article))
        batch.touched |= {moved.old, moved.new}
    for old, kept in placed.merged:
        store.execute("UPDATE story SET merged = ?, articles = 0, origins = 0 WHERE id = ?", (kept, old))
        batch.touched.discard(old)
    return placed


def _placed(batch: _Batch, new: _New, row: int, placed: Placed) -> None:
    """Do what can be done only when an article is in the file with its story."""
    if placed.opened != (placed.story,) or placed.moved:
        write_translations(batch.store, new.number, placed.story, new.read.record)
    batch.touched.add(placed.story)
    batch.rows.append(Row(new.number, row, new.read.record, new.read.words))


def _data_version(store: sqlite3.Connection) -> int:
    return int(store.execute("PRAGMA data_version").fetchone()[0])


def _members_of_day(store: sqlite3.Connection, day: int) -> Iterator[tuple[int, Item]]:
    rows = store.execute(
        "SELECT story, id, day, terms FROM article WHERE replaced IS NULL AND story IN "
        "(SELECT story FROM article WHERE day = ? AND replaced IS NULL) ORDER BY id",
        (day,),
    ).fetchall()
    for story, number, its_day, terms in rows:
        yield story, Item(number, its_day, unpack_terms(terms))


def _insert(batch: _Batch, new: _New, packed: _Packed, given: tuple[str, int, int]) -> str:
    """Write the article itself and return its key; its origin is, until more is known, its own outlet."""
    article = new.read.record.article
    document, row, story = given
    key = _free_key(batch.store, article.id)
    outlet = outlet_of(batch.store, batch.memory.outlets, article.outlet.name, article.outlet.domain)
    number, origin = outlet or (None, f"article:{new.number}")
    batch.store.execute(
        "INSERT INTO article (id, key, print, document, url, outlet, language, title, published, day, added, "
        "story, origin, row, terms, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new.number, key, packed.mark, document, article.url, number, article.language, title_of(article),
            article.published.value if article.published else None, new.day, batch.added, story, origin, row,
            packed.terms, packed.record,
        ),
    )  # fmt: skip
    return key


def _free_key(store: sqlite3.Connection, wanted: str) -> str:
    key, turn = wanted, 1
    while store.execute("SELECT 1 FROM article WHERE key = ?", (key,)).fetchone():
        turn += 1
        key = f"{wanted}~{turn}"
    return key


def _retire(batch: _Batch, number: int, story: int | None, record: Record) -> None:
    """Take an article that has a newer version out of everything but the record itself."""
    store = batch.store
    store.execute("PRAGMA defer_foreign_keys = ON")  # the newer version comes later in this transaction
    for table in ("mention", "event", "relay"):
        store.execute(f"DELETE FROM {table} WHERE article = ?", (number,))
    store.execute("DELETE FROM edge WHERE source = ? OR target = ?", (number, number))
    batch.memory.sketches.forget(number, sketch_in(words_in(record.article)))
    batch.rows = [row for row in batch.rows if row.number != number]
    if story:
        batch.touched.add(story)
    batch.memory.linker.forget(number, story)
