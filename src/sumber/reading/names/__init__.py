"""The layer of names."""

from .layer import Names

__all__ = ["Names"]
