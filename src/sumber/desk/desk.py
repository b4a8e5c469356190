"""The desk: one SQLite file that a user works in. Each method is one question or one deed."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from ..errors import DeskError
from ..record import Record
from .adding import Adder
from .correcting import Corrector
from .corrections import Correction, apply, corrections_of
from .database import Database
from .doctor import Finding, describe, examine
from .lines import ARTICLE_COLUMNS, FROM_ARTICLE, article_line, article_lines
from .outlets import outlet_view, outlets
from .packing import unpack_record
from .people import entities, entity_view
from .search import search
from .storyview import current_story, story_page, story_view
from .versions import changes_between, changes_of, versions_of
from .views import (
    Added,
    ArticleLine,
    ArticleView,
    Change,
    DeskLine,
    EntityLine,
    EntityView,
    Feed,
    OutletLine,
    OutletView,
    Saved,
    SearchPage,
    StoryPage,
    StoryView,
)

__all__ = ["Desk"]


class Desk:
    """A desk on disk. Safe to use from several threads; many processes may read while one writes.

    >>> import tempfile
    >>> from sumber import read
    >>> with tempfile.TemporaryDirectory() as folder, Desk.open(f"{folder}/pagi.sumber") as desk:
    ...     _ = desk.add([read("Banjir merendam Demak. Warga mengungsi.", language="id")])
    ...     desk.search("banjir").total
    1
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._adder = Adder(database)
        self._corrector = Corrector(database, self.record)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True) -> Self:
        """Open a desk, made if it is not there (unless ``create`` is False); raises DeskError."""
        return cls(Database(Path(path), create=create))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._database.path

    # ---- adding

    def add(self, records: Iterable[Record]) -> list[Added]:
        """Add records and return what became of each; all of them are safely in the file then."""
        return list(self._adder.add(records))

    def adding(self, records: Iterable[Record]) -> Iterator[Added]:
        """Add records as they come, and yield what became of each once it is safely in the file."""
        return self._adder.add(records)

    def has(self, url: str) -> bool:
        """Return whether any version of the document of this address is here."""
        return bool(
            self._database.read.execute("SELECT 1 FROM article WHERE document = ?", (url,)).fetchone()
        )

    # ---- articles

    def article(self, article: str) -> ArticleView:
        """Return one article with its record, versions and what changed; raises DeskError if it is not here."""
        store = self._database.read
        row = store.execute(
            f"SELECT a.id, a.document, {ARTICLE_COLUMNS} FROM {FROM_ARTICLE} WHERE a.key = ?", (article,)
        ).fetchone()
        if row is None:
            raise DeskError.unknown("article", article)
        record = self.record(article)
        return ArticleView(
            line=article_line(row[2:]),
            record=record,
            versions=versions_of(store, row[1]),
            changes=changes_of(store, row[0], record),
            corrections=len(corrections_of(store, row[0])),
        )

    def record(self, article: str, *, corrected: bool = True) -> Record:
        """Return the record of an article, its id the desk's; as the machine made it if not ``corrected``."""
        store = self._database.read
        row = store.execute("SELECT id, record FROM article WHERE key = ?", (article,)).fetchone()
        if row is None:
            raise DeskError.unknown("article", article)
        record = self._keyed(unpack_record(row[1]), article)
        return apply(record, corrections_of(store, row[0])) if corrected else record

    @staticmethod
    def _keyed(record: Record, key: str) -> Record:
        article = record.article
        if article.id == key:
            return record
        return msgspec.structs.replace(record, article=msgspec.structs.replace(article, id=key))

    def records(self, articles: Iterable[str] | None = None) -> Iterator[Record]:
        """Yield the records of some articles, or of all current ones, in the order of adding."""
        if articles is None:
            rows = self._database.read.execute(
                "SELECT key FROM article WHERE replaced IS NULL ORDER BY id"
            ).fetchall()
            articles = [row[0] for row in rows]
        return (self.record(article) for article in articles)

    def articles(
        self, *, limit: int = 50, offset: int = 0, story: int | None = None
    ) -> tuple[ArticleLine, ...]:
        """Return current articles, newest first."""
        where, values = ("a.story = ?", (story,)) if story is not None else ("1", ())
        return article_lines(self._database.read, where, values, limit=limit, offset=offset)

    def changes(self, old: str, new: str) -> tuple[Change, ...]:
        """Return what differs between the texts of two articles or versions."""
        return changes_between(self.record(old).article.text, self.record(new).article.text)

    # ---- search

    def search(self, query: str, *, limit: int = 20, offset: int = 0, order: str = "best") -> SearchPage:
        """Return one page of what a search finds (the language: docs/how-to/use-the-desk.md)."""
        return search(self._database.read, query, limit=limit, offset=offset, order=order)

    def find(self, query: str) -> Iterator[str]:
        """Yield the ids of all articles that a search finds, newest first; of all current articles if it is empty."""
        offset = 0
        while True:
            page = self.search(query, limit=200, offset=offset, order="newest")
            yield from (hit.article.id for hit in page.hits)
            if len(page.hits) < 200:
                return
            offset += 200

    def save_search(self, name: str, query: str) -> Saved:
        """Keep a search under a name."""
        saved = Saved(name=name, query=query, made=datetime.now(UTC).isoformat(timespec="seconds"))
        with self._database.write() as store:
            store.execute(
                "INSERT OR REPLACE INTO saved VALUES (?, ?, ?)", (saved.name, saved.query, saved.made)
            )
        return saved

    def saved_searches(self) -> tuple[Saved, ...]:
        """Return the searches that somebody keeps."""
        rows = self._database.read.execute("SELECT name, query, made FROM saved ORDER BY name")
        return tuple(Saved(name=name, query=query, made=made) for name, query, made in rows)

    def drop_search(self, name: str) -> None:
        """Forget a saved search."""
        with self._database.write() as store:
            store.execute("DELETE FROM saved WHERE name = ?", (name,))

    # ---- stories

    def stories(
        self,
        *,
        limit: int = 20,
        offset: int = 0,
        order: str = "newest",
        least: int = 1,
        since: str | None = None,
    ) -> StoryPage:
        """Return some stories: ``order`` newest, biggest or origins; of at least ``least`` articles."""
        return story_page(
            self._database.read, limit=limit, offset=offset, order=order, least=least, since=since
        )

    def story(self, story: int) -> StoryView:
        """Return one story with articles, origins, edges, timeline and claims; raises DeskError if it is not here."""
        store = self._database.read
        row = current_story(store, story)
        if row is None:
            raise DeskError.unknown("story", str(story))
        keys = store.execute(
            "SELECT key FROM article WHERE story = ? AND replaced IS NULL ORDER BY coalesce(published, added), id",
            (row[0],),
        ).fetchall()
        return story_view(store, row, {key: self.record(key) for (key,) in keys})

    # ---- names and outlets

    def entities(
        self,
        *,
        kind: str | None = None,
        name: str | None = None,
        story: int | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> tuple[EntityLine, ...]:
        """Return persons, organisations, places, those in most articles first."""
        return entities(self._database.read, kind=kind, name=name, story=story, limit=limit, offset=offset)

    def edited(self, story: int) -> dict[str, int]:
        """Return how many earlier versions the articles of a story have, by article; only of those that have any."""
        rows = self._database.read.execute(
            "SELECT new.key, count(*) FROM article new JOIN article old ON old.document = new.document "
            "WHERE new.story = ? AND new.replaced IS NULL AND old.replaced IS NOT NULL GROUP BY new.key",
            (story,),
        )
        return {str(key): int(count) for key, count in rows}

    def names_of(self, article: str) -> dict[str, int]:
        """Return the number of the entity behind each name of an article, by the id of the name."""
        rows = self._database.read.execute(
            "SELECT m.name, coalesce(e.merged, e.id) FROM article a JOIN mention m ON m.article = a.id "
            "JOIN entity e ON e.id = m.entity WHERE a.key = ?",
            (article,),
        )
        return {str(name): int(entity) for name, entity in rows}

    def entity(self, entity: int) -> EntityView:
        """Return one person, organisation or place; raises DeskError if it is not here."""
        found = entity_view(self._database.read, entity, self.record)
        if found is None:
            raise DeskError.unknown("name", str(entity))
        return found

    def outlets(self) -> tuple[OutletLine, ...]:
        """Return all outlets with how much is their own reporting."""
        return outlets(self._database.read)

    def outlet(self, outlet: int) -> OutletView:
        """Return one outlet: whom it takes from, who takes from it; raises DeskError if it is not here."""
        return outlet_view(self._database.read, outlet)

    # ---- corrections

    def correct(self, correction: Correction) -> Correction:
        """Keep a correction; it holds from now on in every view. Raises DeskError if its target is not here."""
        return self._corrector.keep(correction)

    def corrections(self, article: str | None = None) -> tuple[Correction, ...]:
        """Return the corrections of one article, or all, in the order in which they were made."""
        return self._corrector.of(article)

    def uncorrect(self, correction: int) -> None:
        """Take a correction back."""
        self._corrector.drop(correction)

    def apply_corrections(self, corrections: Iterable[Correction]) -> tuple[int, int]:
        """Keep corrections from another desk; return how many found their target here and how many did not."""
        return self._corrector.carry_over(corrections)

    # ---- feeds

    def feed(self, url: str) -> Feed:
        """Return what is known of a watched feed; nothing but its address if it is new."""
        return next((feed for feed in self.feeds() if feed.url == url), Feed(url=url))

    def feeds(self) -> tuple[Feed, ...]:
        """Return all watched feeds."""
        columns = "url, etag, modified, checked, changed, error, failures"
        rows = self._database.read.execute(f"SELECT {columns} FROM feed ORDER BY url").fetchall()
        return tuple(Feed(**dict(zip(columns.split(", "), row, strict=True))) for row in rows)

    def note_feed(
        self,
        url: str,
        *,
        etag: str | None = None,
        modified: str | None = None,
        new: int = 0,
        error: str | None = None,
    ) -> None:
        """Write down how asking a feed went."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._database.write() as store:
            store.execute("INSERT OR IGNORE INTO feed (url) VALUES (?)", (url,))
            if error is not None:
                values = (now, error, url)
                store.execute(
                    "UPDATE feed SET checked = ?, error = ?, failures = failures + 1 WHERE url = ?", values
                )
                return
            store.execute(
                "UPDATE feed SET etag = coalesce(?, etag), modified = coalesce(?, modified), checked = ?, "
                "changed = iif(?, ?, changed), error = NULL, failures = 0 WHERE url = ?",
                (etag, modified, now, new, now, url),
            )

    # ---- the desk itself

    def about(self) -> DeskLine:
        """Return what the desk holds."""
        return describe(self._database)

    def rebuild(self) -> None:
        """Make everything but the records anew: word index, names, events, stories, origins."""
        self._adder.rebuild(self.record)

    def examine(self) -> list[Finding]:
        """Return what is wrong with the file: damage, and tables that disagree; empty if all is well."""
        return examine(self._database)
