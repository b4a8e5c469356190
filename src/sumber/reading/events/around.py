"""What stands around a predicate, once it is found."""

from typing import NamedTuple

from .chunks import Chunk

__all__ = ["Arguments"]


class Arguments(NamedTuple):
    """What stands around a predicate, voice taken out: subject is who acts, object whom or what it is done to."""

    subject: tuple[Chunk, ...] = ()
    object: tuple[Chunk, ...] = ()
    oblique: tuple[tuple[str, tuple[Chunk, ...]], ...] = ()
    genitive: tuple[Chunk, ...] = ()
    complement: tuple[Chunk, ...] = ()
    relative: bool = False
    beside: tuple[Chunk, ...] = ()

    def under(self, preps: frozenset[str]) -> tuple[Chunk, ...]:
        """Return the phrases that one of these prepositions leads."""
        return tuple(chunk for prep, chunks in self.oblique if prep in preps for chunk in chunks)
