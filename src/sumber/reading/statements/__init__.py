"""The layer of statements."""

from .layer import Statements

__all__ = ["Statements"]
