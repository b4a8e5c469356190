"""The layer of places."""

from .layer import Places

__all__ = ["Places"]
