"""Partial dates: a day, week, month, quarter, half, season, year, decade or century, and the sums done with them.

A partial date is its unit and the first day that it covers. It prints as a TIMEX3 value (ISO 8601 and its
extensions: ``2023-09-13``, ``2023-W37``, ``2023-W37-WE``, ``2023-09``, ``2023-Q3``, ``2023-H1``, ``1989-SU``,
``2023``, ``199``, ``19``) and is never finer than what was said.
"""

import re
from datetime import date, timedelta
from functools import cached_property

from msgspec import Struct

__all__ = ["Partial", "bounds", "day", "narrowed", "parse"]

_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FIRST = date(1, 1, 1)


def day(year: int, month: int, number: int) -> date | None:
    """Return a date, or None if there is no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _month(start: date, months: int) -> date:
    """Return the first day of the month so many months later; raises ValueError outside the years 1 to 9999."""
    count = start.year * 12 + start.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


class Partial(Struct, frozen=True, dict=True):
    """A stretch of the calendar that one unit covers: ``unit`` D, W, WE, M, Q, H, SP, SU, FA, WI, Y, DE or CE."""

    unit: str
    start: date

    @classmethod
    def of(cls, unit: str, when: date) -> "Partial":
        """Return the unit that a day lies in.

        >>> Partial.of("W", date(2023, 9, 15)).value, Partial.of("DE", date(2023, 9, 15)).value
        ('2023-W37', '202')
        """
        if unit == "D":
            return cls(unit, when)
        if unit in ("W", "WE"):
            return cls(unit, when - timedelta(days=min(when.weekday(), (when - _FIRST).days)))
        if unit in _SEASONS:
            return cls(unit, date(when.year, _SEASONS[unit], 1))
        months = _MONTHS[unit]
        count = (when.year * 12 + when.month - 1) // months * months
        return cls(unit, date(max(count // 12, 1), count % 12 + 1, 1))

    @cached_property
    def value(self) -> str:
        """The TIMEX3 value."""
        start, year = self.start, f"{self.start.year:04d}"
        if self.unit == "D":
            return start.isoformat()
        if self.unit in ("W", "WE"):
            iso = start.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}{'-WE' if self.unit == 'WE' else ''}"
        if self.unit in ("Q", "H"):
            return f"{year}-{self.unit}{(start.month - 1) // _MONTHS[self.unit] + 1}"
        if self.unit in _SEASONS:
            return f"{year}-{self.unit}"
        return {"M": start.isoformat()[:7], "Y": year, "DE": year[:3], "CE": year[:2]}[self.unit]

    def shift(self, count: int, unit: str) -> "Partial | None":
        """Return this, so many units later (earlier if negative); None where the calendar ends or the unit is finer.

        >>> Partial.of("Q", date(1989, 8, 1)).shift(-1, "Y").value
        '1988-Q3'
        >>> Partial.of("D", date(2024, 2, 29)).shift(1, "Y").value
        '2025-02-28'
        """
        try:
            return self._shifted(count, unit)
        except (OverflowError, ValueError):
            return None

    def _shifted(self, count: int, unit: str) -> "Partial | None":
        if unit in ("D", "W", "WE"):
            days = count * (1 if unit == "D" else 7)
            return (
                Partial(self.unit, self.start + timedelta(days=days))
                if self.unit in ("D", "W", "WE")
                else None
            )
        if unit not in _MONTHS or _MONTHS[unit] < _MONTHS.get(self.unit, 0):
            return None
        moved = _month(self.start, count * _MONTHS[unit])
        if self.unit == "D":
            last = (_month(moved, 1) - timedelta(days=1)).day
            return Partial("D", moved.replace(day=min(self.start.day, last)))
        return Partial.of(self.unit, moved)

    @cached_property
    def end(self) -> date:
        """The last day that this covers."""
        if self.unit == "D":
            return self.start
        try:
            if self.unit in ("W", "WE"):
                return self.start + timedelta(days=6)
            if self.unit in _SEASONS:  # which half of the globe is not known
                return _month(self.start, 3) - timedelta(days=1)
            return _month(self.start, _MONTHS[self.unit]) - timedelta(days=1)
        except (OverflowError, ValueError):
            return date.max

    @cached_property
    def bounds(self) -> tuple[date, date]:
        """The first and the last day covered; of a season the whole year, since it differs by hemisphere."""
        if self.unit in _SEASONS:
            return date(self.start.year, 1, 1), date(self.start.year, 12, 31)
        return (self.end - timedelta(days=1) if self.unit == "WE" else self.start), self.end


_PATTERNS = (
    ("D", re.compile(r"(\d{4})-(\d\d)-(\d\d)$")),
    ("W", re.compile(r"(\d{4})-W(\d\d)(-WE)?$")),
    ("M", re.compile(r"(\d{4})-(\d\d)$")),
    ("Q", re.compile(r"(\d{4})-([QH])(\d)$")),
    ("S", re.compile(r"(\d{4})-(SP|SU|FA|WI)$")),
    ("Y", re.compile(r"(\d{4})$")),
    ("DE", re.compile(r"(\d{3})$")),
    ("CE", re.compile(r"(\d\d)$")),
)


def parse(value: str) -> Partial | None:
    """Return the partial date that a TIMEX3 value prints, None for durations, sets, vague values and times of day.

    >>> parse("2023-Q3").end, parse("P3D"), parse("2023-13")
    (datetime.date(2023, 9, 30), None, None)
    """
    for unit, pattern in _PATTERNS:
        if found := pattern.match(value):
            try:
                return _parsed(unit, found)
            except (ValueError, OverflowError):
                return None
    return None


def _parsed(unit: str, m: re.Match[str]) -> Partial | None:
    if unit == "D":
        return Partial("D", date(int(m[1]), int(m[2]), int(m[3])))
    if unit == "W":
        return Partial("WE" if m[3] else "W", date.fromisocalendar(int(m[1]), int(m[2]), 1))
    if unit == "M":
        return Partial("M", date(int(m[1]), int(m[2]), 1))
    if unit == "Q":
        months = _MONTHS[m[2]]
        return Partial(m[2], date(int(m[1]), (int(m[3]) - 1) * months + 1, 1))
    if unit == "S":
        return Partial(m[2], date(int(m[1]), _SEASONS[m[2]], 1))
    return Partial(unit, date(max(int(f"{m[1]:0<4}"), 1), 1, 1))


def bounds(value: str) -> tuple[str, str] | None:
    """Return the first and last day (or moment) that a value covers, both inclusive; None for durations.

    >>> bounds("2023-Q3"), bounds("199"), bounds("2023-09-13T10:30")
    (('2023-07-01', '2023-09-30'), ('1990-01-01', '1999-12-31'), ('2023-09-13T10:30', '2023-09-13T10:30'))
    """
    if "/" in value:
        ends = [bounds(part) for part in value.split("/")]
        return (ends[0][0], ends[-1][1]) if ends[0] and ends[-1] else None
    if re.match(r"\d{4}-\d\d-\d\dT\d", value):
        return value, value
    found = parse(value.split("T")[0])
    return (found.bounds[0].isoformat(), found.bounds[1].isoformat()) if found else None


def narrowed(ends: tuple[str, str], mod: str | None) -> tuple[str, str]:
    """Return bounds narrowed by a modifier: START the first half, MID the middle half, END the last half.

    >>> narrowed(("2022-01-01", "2022-12-31"), "END")
    ('2022-07-02', '2022-12-31')
    """
    if mod not in ("START", "MID", "END") or "T" in ends[0]:
        return ends
    first, last = (date.fromisoformat(end) for end in ends)
    days = (last - first).days
    if days < 3:
        return ends
    low, high = {
        "START": (0, days // 2),
        "MID": (days // 4, days - days // 4),
        "END": (days - days // 2, days),
    }[mod]
    return (first + timedelta(days=low)).isoformat(), (first + timedelta(days=high)).isoformat()
