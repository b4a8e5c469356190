"""The layer of events."""

from .layer import Events

__all__ = ["Events"]
