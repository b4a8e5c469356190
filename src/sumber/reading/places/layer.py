"""The layer of places."""

from typing import ClassVar

from ...record import Record
from ..analysis import Analysis

__all__ = ["Places"]


class Places:
    """Find the places of an article."""

    name: ClassVar[str] = "places"
    needs: ClassVar[frozenset[str]] = frozenset()
    gives: ClassVar[frozenset[str]] = frozenset({"places"})

    def __call__(self, record: Record, analysis: Analysis, /) -> Record:
        """Return the record with its places."""
        del analysis
        return record
