"""The layer of relays."""

from .layer import Relays

__all__ = ["Relays"]
