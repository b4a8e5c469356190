"""A sentence as the search for events sees it, and what the search finds in it."""

from dataclasses import dataclass

from ...record import Role
from .actors import Cast
from .arguments import Surface
from .chunks import Chunk, Clause
from .lexicon import Lexicon, Rule

__all__ = ["Candidate", "Scene"]

_CLOSE = 4  # words between a noun and the light verb that is told with it


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger that fits: tokens ``first`` to ``last``, its rule and who stands in which role."""

    rule: Rule
    first: int
    last: int
    actors: tuple[Chunk, ...]
    recipients: tuple[Chunk, ...]
    objects: tuple[Chunk, ...]
    oblique: tuple[tuple[str, tuple[Chunk, ...]], ...]
    noun: bool
    verb: int = -1

    @property
    def head(self) -> int:
        """The word that tells whether it is so: the verb that a noun is the object of, else the first."""
        return self.verb if self.verb >= 0 else self.first

    @property
    def told(self) -> tuple[int, int]:
        """The words that tell the event: the trigger, and its light verb if that stands close: *launch an attack*."""
        if self.verb < 0 or not -_CLOSE <= self.verb - self.first <= _CLOSE:
            return self.first, self.last
        return min(self.verb, self.first), max(self.verb + 1, self.last)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the search needs to know of one sentence."""

    clause: Clause
    surface: Surface
    cast: Cast
    role: Role

    @property
    def known(self) -> Lexicon:
        """The lexicon of the language."""
        return self.clause.known
