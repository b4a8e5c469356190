"""The layer of names."""

from typing import ClassVar

from ...record import Record
from ..analysis import Analysis

__all__ = ["Names"]


class Names:
    """Find the names of an article."""

    name: ClassVar[str] = "names"
    needs: ClassVar[frozenset[str]] = frozenset()
    gives: ClassVar[frozenset[str]] = frozenset({"names"})

    def __call__(self, record: Record, analysis: Analysis, /) -> Record:
        """Return the record with its names."""
        del analysis
        return record
