"""Records -> one output file: JSON Lines, or Parquet by DuckDB."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any, BinaryIO

import msgspec

from ..errors import BatchError
from ..record import Record

__all__ = ["Lines", "checksum", "finished", "load_duckdb", "parquet_rows", "row"]


def row(record: Record) -> dict[str, Any]:
    """Return a record as a row: what one looks for, and the whole record as JSON."""
    article = record.article
    return {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet.name,
        "domain": article.outlet.domain,
        "language": article.language,
        "published": article.published.value if article.published else None,
        "title": article.title,
        "words": len(article.text.split()),
        "record": record.to_json().decode(),
    }


class Lines:
    """The part file that a unit's records are written to, one a line."""

    def __init__(self, path: Path, form: str) -> None:
        self.path = path
        self.form = form
        self.file: BinaryIO = path.open("wb")
        self.longest = 0

    def add(self, record: Record) -> int:
        """Write a record; return its number of words."""
        if self.form == "parquet":
            found = row(record)
            line = msgspec.json.encode(found) + b"\n"
            self.longest = max(self.longest, len(line))
            self.file.write(line)
            return int(found["words"])
        self.file.write(record.to_json() + b"\n")
        return len(record.article.text.split())


@contextmanager
def finished(out: Path, name: str, form: str) -> Iterator[Lines]:
    """Yield the lines of a unit; when the block ends well they are its output, else nothing is left.

    The part file becomes the output by one rename, after all bytes are on the disk. Its name is this run's alone: a
    process left over from a run that was killed cannot touch it.
    """
    own = f"{name}.{os.getpid()}-{token_hex(4)}"
    lines = Lines(out / "records" / f"{own}.lines.part", form)
    made = out / "records" / f"{own}.{form}.part"
    try:
        yield lines
        lines.file.flush()
        lines.file.close()
        if form == "parquet":
            _to_parquet(lines, made)
        else:
            lines.path.replace(made)
        with made.open("rb") as file:
            os.fsync(file.fileno())
        made.replace(out / "records" / f"{name}.{form}")
    finally:
        lines.file.close()
        lines.path.unlink(missing_ok=True)
        made.unlink(missing_ok=True)


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


_COLUMNS = (
    "{id: 'VARCHAR', url: 'VARCHAR', outlet: 'VARCHAR', domain: 'VARCHAR', language: 'VARCHAR', published: 'VARCHAR', "
    "title: 'VARCHAR', words: 'BIGINT', record: 'VARCHAR'}"
)


def _to_parquet(lines: Lines, made: Path) -> None:
    """Turn a part file of rows into Parquet; one thread and a fixed order, so the same rows give the same bytes."""
    duckdb = load_duckdb()
    with duckdb.connect(config={"threads": 1}) as base:
        base.execute("SET preserve_insertion_order = true; SET memory_limit = '1GB'")
        longest = f"maximum_object_size = {lines.longest + 1000}"
        source = f"read_json(?, format = 'newline_delimited', columns = {_COLUMNS}, {longest})"
        base.execute(
            f"COPY (SELECT * FROM {source}) TO '{_quoted(made)}' "
            "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048)",
            [str(lines.path)],
        )


_GROUPS = "SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata(?) ORDER BY ALL"
_ROWS = (
    "SELECT * EXCLUDE (file_row_number) FROM read_parquet(?, file_row_number = true) "
    "WHERE file_row_number BETWEEN ? AND ?"
)


def parquet_rows(path: Path) -> Iterator[dict[str, Any] | BatchError]:
    """Yield the rows of a Parquet file as dictionaries, and an error in place of each group of rows that is damaged."""
    duckdb = load_duckdb()
    with duckdb.connect(config={"threads": 1}) as base:
        try:
            groups = base.execute(_GROUPS, [str(path)]).fetchall()
        except duckdb.Error as error:
            yield BatchError.damaged(str(path), str(error).splitlines()[0])
            return
        start = 0
        for _, size in groups:
            yield from _rows(base, path, start, start + size - 1)
            start += size


def _rows(base: Any, path: Path, first: int, last: int) -> Iterator[dict[str, Any] | BatchError]:
    duckdb = load_duckdb()
    given = 0
    try:
        found = base.execute(_ROWS, [str(path), first, last])
        names = [column[0] for column in found.description]
        while rows := found.fetchmany(500):
            for values in rows:
                yield dict(zip(names, values, strict=True))
                given += 1
    except duckdb.Error as error:
        place = f"rows {first + given + 1} to {last + 1} are lost: {str(error).splitlines()[0]}"
        yield BatchError.damaged(str(path), place)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def load_duckdb() -> Any:
    """Return the module DuckDB; raises BatchError, which says what to install, if it is not there."""
    try:
        import duckdb
    except ImportError as error:
        raise BatchError.without_duckdb() from error
    return duckdb
