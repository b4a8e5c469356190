"""A stretch to cut out of a line."""

from typing import NamedTuple

from ..record import Role

__all__ = ["Cut"]


class Cut(NamedTuple):
    """A stretch of furniture inside a line: code points of the text, its role and why."""

    start: int
    end: int
    role: Role
    why: str
