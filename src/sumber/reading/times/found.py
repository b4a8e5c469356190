"""What a rule finds, and what it may lean on."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import msgspec

from ...record import TimeKind
from .partial import Partial
from .words import Words

__all__ = ["Context", "Found", "Read", "Rule", "dated", "key_pattern", "unless"]


class Found(msgspec.Struct):
    """A time expression: its span in code points, its TIMEX3 value and kind.

    ``loose``: TIMEX3 corpora mark it, a record leaves it out (*saat ini*, *daily*). ``mod``: START, MID or END of
    what the value covers; FISCAL if its bounds are a body's own. ``zone`` is a clock time's offset if it was told.
    ``note`` says what is doubtful. ``anchor`` is the day that a lone clock time leans on.
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
    """A pattern and what its match means; ``loose``: for TIMEX3 corpora, not for the record.

    ``keys`` are the kinds of word (of ``key_pattern``) of which every match holds one: the pattern is tried near these.
    """

    name: str
    keys: frozenset[str]
    pattern: re.Pattern[str]
    read: Read
    loose: bool = False

    @classmethod
    def of(cls, name: str, keys: str, pattern: str, read: Read, *, loose: bool = False) -> "Rule":
        """Return a rule from the cells of a table of rules."""
        return cls(name, frozenset(keys.split()), re.compile(pattern), read, loose)


def key_pattern(kinds: dict[str, str]) -> re.Pattern[str]:
    """Return one pattern whose last group is the kind of key word found."""
    return re.compile(
        r"(?<![^\W\d])(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in kinds.items()) + ")"
    )


def dated(m: re.Match[str], value: Partial | str | None, kind: TimeKind = TimeKind.DATE) -> Found | None:
    """Return what a whole match means, or None if it has no value."""
    if value is None:
        return None
    end = m.end() - (m[0].endswith(")") and "(" not in m[0])  # a bracket that was opened before
    return Found(m.start(), end, value if isinstance(value, str) else value.value, kind)


def unless(read: Read, *, before: str | None = None, after: str | None = None) -> Read:
    """Return a reader that gives nothing where the words before or after a match speak against it."""
    left = re.compile(f"(?:{before})$") if before else None
    right = re.compile(after) if after else None

    def guarded(m: re.Match[str], ctx: Context) -> Found | None:
        if left and left.search(m.string, max(0, m.start() - 24), m.start()):
            return None
        return None if right and right.match(m.string, m.end()) else read(m, ctx)

    return guarded
