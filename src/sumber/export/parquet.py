"""Flat tables as Parquet, written by DuckDB (an extra: ``pip install 'sumber[analytics]'``)."""

import csv
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import ClassVar

from ..errors import SumberError
from ..record import Record
from .base import Exporter
from .flat import COLUMNS, TABLES

__all__ = ["ParquetEventsExporter", "ParquetStatementsExporter"]

_NUMBERS = {"lat": "DOUBLE", "lon": "DOUBLE", "score": "DOUBLE", "start": "BIGINT", "end": "BIGINT"}


class _ParquetExporter(Exporter):
    table: ClassVar[str]
    extension: ClassVar[str] = "parquet"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield the file; the rows go through a file on disk, not through memory."""
        try:
            import duckdb
        except ImportError as error:
            raise SumberError("Parquet needs DuckDB. Run: pip install 'sumber[analytics]'") from error
        with tempfile.TemporaryDirectory() as folder:
            rows, made = Path(folder, "rows.csv"), Path(folder, "made.parquet")
            with rows.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(COLUMNS[self.table])
                for record in records:
                    writer.writerows(TABLES[self.table](record))
            types = ", ".join(f"'{name}': '{_NUMBERS.get(name, 'VARCHAR')}'" for name in COLUMNS[self.table])
            source = f"read_csv('{rows}', header = true, columns = {{{types}}}, max_line_size = 50000000)"
            with duckdb.connect() as store:
                store.execute(f"COPY (SELECT * FROM {source}) TO '{made}' (FORMAT parquet, COMPRESSION zstd)")
            yield made.read_bytes()


class ParquetEventsExporter(_ParquetExporter):
    """One row an event."""

    name: ClassVar[str] = "parquet-events"
    table: ClassVar[str] = "events"
    loses: ClassVar[str] = "statements, names, blocks; all mentions of an event but the first; reasons"


class ParquetStatementsExporter(_ParquetExporter):
    """One row a statement."""

    name: ClassVar[str] = "parquet-statements"
    table: ClassVar[str] = "statements"
    loses: ClassVar[str] = "events, names, times, blocks; the gaps inside a divided quotation"
