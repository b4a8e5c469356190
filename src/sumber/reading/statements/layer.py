"""The layer of statements."""

from typing import ClassVar

from ...record import Record
from ..analysis import Analysis

__all__ = ["Statements"]


class Statements:
    """Find the statements of an article."""

    name: ClassVar[str] = "statements"
    needs: ClassVar[frozenset[str]] = frozenset()
    gives: ClassVar[frozenset[str]] = frozenset({"statements"})

    def __call__(self, record: Record, analysis: Analysis, /) -> Record:
        """Return the record with its statements."""
        del analysis
        return record
