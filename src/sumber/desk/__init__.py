"""The store that a user works in: one SQLite file."""

from .corrections import Correction
from .desk import Desk

__all__ = ["Correction", "Desk"]
