"""The layer of relays."""

from typing import ClassVar

from ...record import Record
from ..analysis import Analysis

__all__ = ["Relays"]


class Relays:
    """Find the relays of an article."""

    name: ClassVar[str] = "relays"
    needs: ClassVar[frozenset[str]] = frozenset()
    gives: ClassVar[frozenset[str]] = frozenset({"relays"})

    def __call__(self, record: Record, analysis: Analysis, /) -> Record:
        """Return the record with its relays."""
        del analysis
        return record
