"""How far a batch is."""

from msgspec import Struct

__all__ = ["Progress"]


class Progress(Struct, frozen=True):
    """How far a batch is: units done, all, done by an earlier run; documents and words that this run read."""

    done: int
    units: int
    earlier: int
    documents: int
    words: int
