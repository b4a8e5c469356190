"""What corrections do to a desk: they are kept, they hold in every view, they can be taken back or carried over."""

from collections.abc import Callable, Iterable

import msgspec

from ..errors import DeskError
from ..record import Record
from .corrections import Correction, anchored, corrections_of, store_correction
from .database import Database
from .entities import KnownNames, merge, split
from .fields import next_row
from .indexing import KnownOutlets, Row, index_articles
from .storylines import refresh_stories

__all__ = ["Corrector"]


class Corrector:
    """Keeps corrections in a desk. ``record`` gives an article's record with those that hold."""

    def __init__(self, database: Database, record: Callable[[str], Record]) -> None:
        self._database, self._record = database, record

    def keep(self, correction: Correction) -> Correction:
        """Keep a correction; it holds from now on in every view. Raises DeskError if its target is not here."""
        with self._database.write() as store:
            if correction.article is None:
                kept = store_correction(store, correction, None, None)
                (merge if correction.verdict == "merge" else split)(store, correction)
                return kept
            row = store.execute(
                "SELECT id, print FROM article WHERE key = ?", (correction.article,)
            ).fetchone()
            if row is None:
                raise DeskError.unknown("article", correction.article)
            if correction.span is None:
                correction = anchored(self._record(correction.article), correction)
            kept = store_correction(store, correction, row[0], row[1])
            self._reindex(row[0], str(correction.article))
            return kept

    def of(self, article: str | None = None) -> tuple[Correction, ...]:
        """Return the corrections of one article, or all, in the order in which they were made."""
        store = self._database.read
        if article is None:
            return corrections_of(store)
        row = store.execute("SELECT id FROM article WHERE key = ?", (article,)).fetchone()
        if row is None:
            raise DeskError.unknown("article", article)
        return corrections_of(store, row[0])

    def drop(self, correction: int) -> None:
        """Take a correction back."""
        with self._database.write() as store:
            row = store.execute(
                "SELECT c.article, a.key FROM correction c LEFT JOIN article a ON a.id = c.article WHERE c.id = ?",
                (correction,),
            ).fetchone()
            if row is None:
                raise DeskError.unknown("correction", str(correction))
            store.execute("DELETE FROM correction WHERE id = ?", (correction,))
            if row[0] is None:
                store.execute("UPDATE entity SET merged = NULL")
                for each in corrections_of(store):
                    if each.article is None and each.verdict == "merge":
                        merge(store, each)
            else:
                self._reindex(row[0], row[1])

    def carry_over(self, corrections: Iterable[Correction]) -> tuple[int, int]:
        """Keep corrections from another desk; return how many found their target here and how many did not."""
        found = missed = 0
        known = {
            (each.article, each.layer, each.verdict, each.span, each.field, each.value) for each in self.of()
        }
        for each in corrections:
            key = each.article
            if each.print:
                key = self._of_print(each.print)
                if key is None:
                    missed += 1
                    continue
            if (key, each.layer, each.verdict, each.span, each.field, each.value) in known:
                continue
            try:
                self.keep(msgspec.structs.replace(each, article=key))
                found += 1
            except DeskError:
                missed += 1
        return found, missed

    def _of_print(self, mark: str) -> str | None:
        """Return the key of the article with this print, in hexadecimal digits; None if there is none."""
        try:
            values = (bytes.fromhex(mark),)
        except ValueError:
            return None
        row = self._database.read.execute("SELECT key FROM article WHERE print = ?", values).fetchone()
        return row[0] if row else None

    def _reindex(self, number: int, key: str) -> None:
        """Write anew what an article is found by, from its corrected record."""
        with self._database.write() as store:
            for table in ("mention", "event", "relay"):
                store.execute(f"DELETE FROM {table} WHERE article = ?", (number,))
            day, story = store.execute("SELECT day, story FROM article WHERE id = ?", (number,)).fetchone()
            new = next_row(store, day)
            store.execute("UPDATE article SET row = ? WHERE id = ?", (new, number))
            rows = [Row(number, new, self._record(key))]
            index_articles(store, rows, KnownNames(), KnownOutlets())
            refresh_stories(store, [story])
