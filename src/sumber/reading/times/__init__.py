"""The layer of times."""

from .layer import Times

__all__ = ["Times"]
