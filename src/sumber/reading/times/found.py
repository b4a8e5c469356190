"""What a rule finds, and what it may lean on."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import msgspec

from ...record import TimeKind
from .partial import Partial
from .words import Words

__all__ = ["Context", "Found", "Read", "Rule", "dated"]


class Found(msgspec.Struct):
    """A time expression: its span in code points, its TIMEX3 value and kind.

    ``loose``: TIMEX3 corpora mark it, a record leaves it out (*saat ini*, *daily*). ``mod`` START, MID or END of what the
    value covers; FISCAL if its bounds are a body's own. ``zone`` is a clock time's offset if it was told. ``note`` says
    what is doubtful. ``anchor`` is the day that a lone clock time leans on.
    """

    start: int
    end: int
    value: str
    kind: TimeKind = TimeKind.DATE
    loose: bool = False
    note: str | None = None
    mod: str | None = None
    zone: str | None = None
    anchor: date | None = None


class Context(msgspec.Struct):
    """What values lean on: the publication date, the last day told and the last quarter told; None: not known."""

    published: date | None
    told: date | None = None
    quarter: Partial | None = None
    period: Partial | None = None
    words: Words | None = None
    timex3: bool = False

    @property
    def anchor(self) -> date | None:
        """The last day told, else the publication date."""
        return self.told or self.published


Read = Callable[[re.Match[str], Context], Found | None]


class Rule(NamedTuple):
    """A pattern and what its match means; ``loose``: for TIMEX3 corpora, not for the record."""

    name: str
    pattern: re.Pattern[str]
    read: Read
    loose: bool = False


def dated(m: re.Match[str], value: Partial | str | None, kind: TimeKind = TimeKind.DATE) -> Found | None:
    """Return what a whole match means, or None if it has no value."""
    if value is None:
        return None
    return Found(m.start(), m.end(), value if isinstance(value, str) else value.value, kind)
