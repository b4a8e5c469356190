"""The file of a desk: opened, brought up to date, one connection a thread."""

import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from ..errors import DeskError

__all__ = ["Database"]

_APPLICATION = 0x53554D42  # "SUMB": what `file` and we know a desk by
_BUSY_MS = 20_000


class Database:
    """An SQLite file in WAL mode: many readers beside one writer; migrations are numbered SQL files.

    Raises:
        DeskError: if the file is no desk, or was made by a newer Sumber, or is not there.
    """

    def __init__(self, path: Path, *, create: bool = True) -> None:
        if not create and not path.is_file():
            raise DeskError.missing(str(path))
        self.path = path
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._writing = threading.RLock()
        self._depth = 0
        try:
            self._migrate()
        except sqlite3.DatabaseError as error:
            self.close()
            raise DeskError.damaged(str(path), str(error)) from error

    @property
    def read(self) -> sqlite3.Connection:
        """The connection of this thread."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
            connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
            connection.execute(
                "PRAGMA page_size = 16384"
            )  # holds for a new file only; records waste less of it
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(
                "PRAGMA wal_autocheckpoint = 4096"
            )  # pages that many batches touch are moved once
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA cache_size = -65536")
            connection.execute("PRAGMA mmap_size = 1073741824")
            self._local.connection = connection
            self._opened.append(connection)
        return connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside a transaction: all of it is kept, or nothing. May be nested."""
        with self._writing:
            connection = self.read
            if self._depth:
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            finally:
                self._depth -= 1

    def close(self) -> None:
        """Close every connection."""
        for connection in self._opened:
            connection.close()
        self._opened.clear()
        self._local = threading.local()

    def _migrate(self) -> None:
        connection = self.read
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if tables and application != _APPLICATION:
            raise DeskError.strange(str(self.path))
        steps = _steps()
        if version > len(steps):
            raise DeskError.newer(str(self.path), version, len(steps))
        for number, script in enumerate(steps[version:], version + 1):
            with self.write():
                for statement in _statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {number}")


def _steps() -> list[str]:
    """Return the migrations in their order."""
    folder = files(__package__) / "schema"
    found = sorted(file.name for file in folder.iterdir() if re.fullmatch(r"\d{4}_\w+\.sql", file.name))
    return [(folder / name).read_text("utf-8") for name in found]


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one (``executescript`` would end our transaction)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
