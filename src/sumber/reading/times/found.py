"""What a rule finds, and what it may lean on."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import msgspec

from ...record import TimeKind

__all__ = ["Context", "Found", "Rule", "duration"]


class Found(msgspec.Struct):
    """A time expression: its span in code points, its TIMEX3 value and kind; ``note`` if it is doubtful."""

    start: int
    end: int
    value: str
    kind: TimeKind
    vague: bool = False
    note: str | None = None


class Context(msgspec.Struct):
    """What values lean on: the publication date and the last day told; None: not known."""

    published: date | None
    told: date | None = None


Reading = tuple[str, TimeKind] | Found | None


class Rule(NamedTuple):
    """A pattern and what its match means; the reading may shift the span by giving back a Found."""

    name: str
    find: Callable[..., object]
    read: Callable[..., Reading]


def duration(count: str | None, unit: str) -> str | None:
    """Return a duration's value.

    >>> duration("2", "D"), duration("X", "M"), duration(".5", "TH"), duration("50", "TH")
    ('P2D', 'PXM', 'PT30M', 'PT50H')
    """
    if count is None:
        return None
    if count in (".5", "0.5"):
        halves = {"TH": "PT30M", "D": "PT12H", "Y": "P6M", "CE": "P50Y", "M": "P15D"}
        return halves.get(unit)
    if unit == "DE" or unit == "CE":
        years = {"DE": 10, "CE": 100}[unit]
        return f"P{int(count) * years}Y" if count.isdigit() else f"PX{unit}"
    if unit == "Q":
        return f"P{int(count) * 3}M" if count.isdigit() else "PXQ"
    return f"PT{count}{unit[1]}" if unit.startswith("T") else f"P{count}{unit}"
