"""On which day a feast falls in a year.

A rule is ``12-25`` (month and day), ``11-Thu-4`` (the fourth Thursday of November; ``-1`` the last; ``+1`` a day
after), ``easter-2``, or ``ID:Fitri`` (the first day of that name among the public holidays of Indonesia, by the table
``data/feasts.tsv``; other years than its own are not known).
"""

import calendar
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from ...language.tables import Row, read_table

__all__ = ["feast_day"]

_TABLE = Path(__file__).parent / "data" / "feasts.tsv"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@cache
def feast_day(rule: str, year: int) -> date | None:
    """Return the day of a feast in a year, None if the year has none or it is not known.

    >>> feast_day("11-Thu-4", 1999), feast_day("easter-2", 2024), feast_day("ID:Fitri", 2023)
    (datetime.date(1999, 11, 25), datetime.date(2024, 3, 29), datetime.date(2023, 4, 22))
    """
    if not 1 < year < 9999:
        return None
    if rule.startswith("ID:"):
        return _indonesian(rule[3:], year)
    if rule.startswith("easter"):
        return _easter(year) + timedelta(days=int(rule[6:] or 0))
    month, _, rest = rule.partition("-")
    if rest.isdigit():
        return date(year, int(month), int(rest))
    name, _, count = rest.partition("-")
    count, _, shift = count.partition("+")
    found = _nth(year, int(month), _DAYS.index(name), int(count))
    return found + timedelta(days=int(shift or 0)) if found else None


def _nth(year: int, month: int, weekday: int, count: int) -> date | None:
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    return date(year, month, days[count - 1 if count > 0 else count])


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


@cache
def _table() -> dict[str, Row]:
    return {row["year"]: row for row in read_table(_TABLE)}


def _indonesian(name: str, year: int) -> date | None:
    """Return the first day of a feast in a year of the table."""
    day = _table().get(str(year), {}).get(name)
    return date.fromisoformat(f"{year}-{day}") if day else None
