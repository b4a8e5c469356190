"""Statements in English."""

from collections.abc import Sequence

from ..analysis import Analysis
from .draft import Draft
from .quotes import Quote

__all__ = ["find"]


def find(analysis: Analysis, quotes: Sequence[Quote]) -> list[Draft]:
    """Return the statements of an article as drafts, in reading order."""
    del analysis, quotes
    return []
