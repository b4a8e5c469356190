"""The layer of times."""

from typing import ClassVar

from ...record import Record
from ..analysis import Analysis

__all__ = ["Times"]


class Times:
    """Find the times of an article."""

    name: ClassVar[str] = "times"
    needs: ClassVar[frozenset[str]] = frozenset()
    gives: ClassVar[frozenset[str]] = frozenset({"times"})

    def __call__(self, record: Record, analysis: Analysis, /) -> Record:
        """Return the record with its times."""
        del analysis
        return record
