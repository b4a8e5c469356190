"""Calendar arithmetic on values of different precision: days, weeks, months, quarters, years.

Values are TIMEX3 (ISO 8601 with its extensions): ``2023-09-13``, ``2023-W37``, ``2023-09``, ``2023-Q3``, ``199``.
"""

import calendar
import re
from datetime import date, timedelta

__all__ = ["add_months", "bounds", "day", "guess_year", "month_value", "nearest_weekday", "week_value"]


def day(year: int, month: int, number: int) -> date | None:
    """Return a date, or None if there is no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def add_months(start: date, months: int) -> date:
    """Return the first day of the month so many months later (or earlier)."""
    count = start.year * 12 + start.month - 1 + months
    return date(max(1, min(9999, count // 12)), count % 12 + 1, 1)


def month_value(start: date, months: int) -> str:
    """Return the month so many months later, as ``2023-09``."""
    return add_months(start, months).isoformat()[:7]


def week_value(start: date, weeks: int) -> str:
    """Return the ISO week so many weeks later, as ``2023-W37``.

    >>> week_value(date(2023, 9, 15), -1)
    '2023-W36'
    """
    year, week, _ = (start + timedelta(weeks=weeks)).isocalendar()
    return f"{year}-W{week:02d}"


def nearest_weekday(published: date, weekday: int, direction: int = -1) -> date:
    """Return the last such weekday up to ``published`` (direction -1), or the next one after it (+1).

    News calls the day of publication by its name: *Jumat* in a report of a Friday is that Friday.

    >>> nearest_weekday(date(2023, 9, 15), 2)
    datetime.date(2023, 9, 13)
    """
    if direction < 0:
        return published - timedelta(days=(published.weekday() - weekday) % 7)
    return published + timedelta(days=(weekday - published.weekday() - 1) % 7 + 1)


def guess_year(published: date, month: int, direction: int = 0) -> int:
    """Return the year of a month told without one: this year, unless it lies over four months ahead.

    ``direction`` -1: it has passed; +1: it is to come.

    >>> guess_year(date(2025, 6, 19), 12), guess_year(date(2025, 6, 19), 9), guess_year(date(2025, 6, 19), 4, 1)
    (2024, 2025, 2026)
    """
    ahead = month - published.month
    if direction < 0:
        return published.year - (ahead > 0)
    if direction > 0:
        return published.year + (ahead < 0)
    if ahead > 4:
        return published.year - 1
    return published.year + (ahead < -9)


_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_PART = re.compile(r"(\d{4})-([QH])(\d)")
_YEAR = re.compile(r"(\d{2,4})$")


def bounds(value: str) -> tuple[str, str] | None:
    """Return the first and last day (or moment) that a value covers, both inclusive; None for durations.

    >>> bounds("2023-Q3"), bounds("199"), bounds("2023-09-13T10:30")
    (('2023-07-01', '2023-09-30'), ('1990-01-01', '1999-12-31'), ('2023-09-13T10:30', '2023-09-13T10:30'))
    """
    if "/" in value:
        ends = [bounds(part) for part in value.split("/")]
        return (ends[0][0], ends[-1][1]) if ends[0] and ends[-1] else None
    if value.startswith(("P", "T", "X")):
        return None
    if found := _DAY.match(value):
        moment = value if re.match(r".{10}T\d", value) else found[0]
        return moment, moment
    try:
        return _wide_bounds(value)
    except (ValueError, OverflowError):
        return None


def _wide_bounds(value: str) -> tuple[str, str] | None:
    if found := _MONTH.match(value):
        year, month = int(found[1]), int(found[2])
        return f"{value}-01", f"{value}-{calendar.monthrange(year, month)[1]:02d}"
    if found := _WEEK.match(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if found := _PART.match(value):
        months = 3 if found[2] == "Q" else 6
        last = int(found[3]) * months
        end = calendar.monthrange(int(found[1]), last)[1]
        return f"{found[1]}-{last - months + 1:02d}-01", f"{found[1]}-{last:02d}-{end:02d}"
    if found := _YEAR.match(value):
        return f"{value:0<4}-01-01", f"{value:9<4}-12-31"
    return None
