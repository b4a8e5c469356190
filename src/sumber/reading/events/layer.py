"""The layer of events."""

from typing import ClassVar

from ...record import Record
from ..analysis import Analysis

__all__ = ["Events"]


class Events:
    """Find the events of an article."""

    name: ClassVar[str] = "events"
    needs: ClassVar[frozenset[str]] = frozenset()
    gives: ClassVar[frozenset[str]] = frozenset({"events"})

    def __call__(self, record: Record, analysis: Analysis, /) -> Record:
        """Return the record with its events."""
        del analysis
        return record
