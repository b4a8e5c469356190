"""Flat tables for spreadsheets: one file a kind of thing."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import ClassVar

from ..record import Record
from .base import Exporter
from .flat import COLUMNS, TABLES, Cell

__all__ = ["CsvArticlesExporter", "CsvEventsExporter", "CsvNamesExporter", "CsvStatementsExporter"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _CsvExporter(Exporter):
    """One table as CSV: UTF-8 with a byte order mark, so that spreadsheets read it rightly."""

    table: ClassVar[str]
    extension: ClassVar[str] = "csv"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield the header, then a line a row."""
        yield "\ufeff" + _line(COLUMNS[self.table])
        for record in records:
            for row in TABLES[self.table](record):
                yield _line(row)


def _line(cells: Iterable[Cell]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([_safe(cell) for cell in cells])
    return out.getvalue()


def _safe(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


class CsvArticlesExporter(_CsvExporter):
    """One line an article."""

    name: ClassVar[str] = "csv-articles"
    table: ClassVar[str] = "articles"
    loses: ClassVar[str] = "blocks, statements, events, names, times"


class CsvStatementsExporter(_CsvExporter):
    """One line a statement."""

    name: ClassVar[str] = "csv-statements"
    table: ClassVar[str] = "statements"
    loses: ClassVar[str] = "events, names, times, blocks; the gaps inside a divided quotation"


class CsvEventsExporter(_CsvExporter):
    """One line an event."""

    name: ClassVar[str] = "csv-events"
    table: ClassVar[str] = "events"
    loses: ClassVar[str] = "statements, names, blocks; all mentions of an event but the first; reasons"


class CsvNamesExporter(_CsvExporter):
    """One line a name of an article."""

    name: ClassVar[str] = "csv-names"
    table: ClassVar[str] = "names"
    loses: ClassVar[str] = "statements, events, times, blocks; where the mentions stand"
