"""What matches mean that name a day, whatever the language: the groups of the patterns carry the parts.

Groups: ``w`` weekday, ``d`` day, ``month``, ``y`` year, ``dir`` a word of direction (*last*, *depan*), ``p1`` and
``p2`` parts of the day.
"""

import re
from datetime import date, timedelta

from ...record import TimeKind
from .direction import direction
from .feasts import feast_day
from .found import Context, Found, dated
from .partial import Partial, day
from .words import Words

__all__ = [
    "clock_value",
    "day_of_month",
    "day_range",
    "day_word",
    "feast",
    "group",
    "guess_year",
    "month_number",
    "nearest_weekday",
    "numeric",
    "tense",
    "weekday",
    "words_of",
    "written",
]


def words_of(ctx: Context) -> Words:
    """Return the words of the language that is being read."""
    assert ctx.words is not None
    return ctx.words


def group(m: re.Match[str], name: str) -> str | None:
    """Return a group of a match, None if the pattern has no such group or it did not take part."""
    return m[name] if name in m.re.groupindex else None


def month_number(ctx: Context, name: str) -> int:
    """Return 1 to 12 for a month's name or short form."""
    return int(words_of(ctx).value("month", name))


def nearest_weekday(published: date, number: int, step: int = -1) -> date:
    """Return the last such weekday up to ``published`` (step -1), the next from it on (0), or after it (+1).

    News calls the day of publication by its name: *Jumat* in a report of a Friday is that Friday.

    >>> nearest_weekday(date(2023, 9, 15), 2), nearest_weekday(date(2023, 9, 15), 4, 1)
    (datetime.date(2023, 9, 13), datetime.date(2023, 9, 22))
    """
    if step < 0:
        return published - timedelta(days=(published.weekday() - number) % 7)
    if step == 0:
        return published + timedelta(days=(number - published.weekday()) % 7)
    return published + timedelta(days=(number - published.weekday() - 1) % 7 + 1)


def guess_year(published: date, month: int, step: int = 0) -> int:
    """Return the year of a month told without one: this year, unless it lies over four months ahead.

    ``step`` -1: it has passed; +1: it is to come.

    >>> guess_year(date(2025, 6, 19), 12), guess_year(date(2025, 6, 19), 9), guess_year(date(2025, 6, 19), 4, 1)
    (2024, 2025, 2026)
    """
    ahead = month - published.month
    if step < 0:
        return published.year - (ahead > 0)
    if step > 0:
        return published.year + (ahead < 0)
    if ahead > 4:
        return published.year - 1
    return published.year + (ahead < -9)


def _year(m: re.Match[str], ctx: Context, month: int) -> int | None:
    """Return the year of a date: told, or the likeliest by direction and tense; None if nothing says it."""
    if told := group(m, "y"):
        return int(told) + (2000 if int(told) < 100 else 0)
    if relative := group(m, "reldir"):
        return ctx.published.year + words_of(ctx).step(relative) if ctx.published else None
    if ctx.published is None:
        return ctx.told.year if ctx.told else None
    step = words_of(ctx).step(group(m, "dir"))
    return guess_year(ctx.published, month, step or tense(m, ctx, month))


def tense(m: re.Match[str], ctx: Context, month: int) -> int:
    """Return what the tense of the sentence says of a month other than that of publication."""
    if ctx.published is None or -4 < month - ctx.published.month <= 4:
        return 0
    return max(direction(m, words_of(ctx).code, after=False, reach=45), 0)


def written(m: re.Match[str], ctx: Context) -> Found | None:
    """*Rabu, 13 September 2023*, *27 November*, *last Oct. 23*, *6 November 2016*."""
    month = month_number(ctx, m["month"])
    year = _year(m, ctx, month)
    if year is None:
        known = day(2000, month, int(m["d"]))
        return dated(m, f"XXXX-{month:02d}-{int(m['d']):02d}") if known else None
    return _checked(m, ctx, (year, month, int(m["d"])))


def numeric(m: re.Match[str], ctx: Context) -> Found | None:
    """*Rabu (13/9/2023)*, *hari Selasa (10/6)*, *2023-09-13*: day, month, year as the groups say."""
    month, number = int(m["m"]), int(m["d"])
    if not 1 <= month <= 12:
        return None
    year = _year(m, ctx, month)
    if year is None:
        return dated(m, f"XXXX-{month:02d}-{number:02d}") if day(2000, month, number) else None
    return _checked(m, ctx, (year, month, number))


def _checked(m: re.Match[str], ctx: Context, told: tuple[int, int, int]) -> Found | None:
    """Return a day; mends a date that its weekday contradicts, with a note."""
    value = day(*told)
    weekday_ = group(m, "w")
    wanted = int(words_of(ctx).value("weekday", weekday_)) if weekday_ else None
    note = None
    if value is None or (wanted is not None and value.weekday() != wanted):
        meant = _meant(ctx, wanted, value, told)
        if meant is None and value is None:
            return _no_such_day(m, told)
        note = f"“{m[0].strip()}” names a day that is none or another weekday"
        note += f"; read as {meant}" if meant else ""
        value = meant or value
    assert value is not None
    part = group(m, "p1") or group(m, "p2")
    return Found(m.start(), m.end(), value.isoformat(), TimeKind.TIME if part else TimeKind.DATE, note=note)


def _no_such_day(m: re.Match[str], told: tuple[int, int, int]) -> Found | None:
    """Keep the month of a written day that is none (*31 Juni 2025*), with a note; nothing of a numeric one."""
    if group(m, "month") is None or not 1 <= told[2] <= 31 or not 1 <= told[0] <= 9999:
        return None
    note = f"“{m[0].strip()}” names a day that is none; only its month is kept"
    return Found(m.start(), m.end(), f"{told[0]:04d}-{told[1]:02d}", note=note)


def _meant(ctx: Context, wanted: int | None, value: date | None, told: tuple[int, int, int]) -> date | None:
    """Return the day that a wrong date must mean: that weekday in the days of publication, if little differs."""
    if ctx.published is None or wanted is None:
        return None
    near = nearest_weekday(ctx.published, wanted)
    if (ctx.published - near).days > 2:
        return None
    close = value is not None and abs((value - near).days) <= 40
    return near if close or near.day == told[2] or near.month == told[1] else None


def day_range(m: re.Match[str], ctx: Context) -> Found | None:
    """*13-17 September 2023*, *30 September hingga 2 Oktober 2023*, *April 24-26*, *Senin-Rabu (11-13/9/2023)*."""
    month = int(m["m"]) if group(m, "m") else month_number(ctx, m["month"])
    first = group(m, "month1")
    first_month = (int(first) if first.isdigit() else month_number(ctx, first)) if first else month
    if not 1 <= month <= 12 or not 1 <= first_month <= 12:
        return None
    year = _year(m, ctx, month)
    if year is None:
        return None
    ends = day(year - (first_month > month), first_month, int(m["d1"])), day(year, month, int(m["d2"]))
    if ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
        return None
    return dated(m, f"{ends[0]}/{ends[1]}")


def day_of_month(m: re.Match[str], ctx: Context) -> Found | None:
    """*tanggal 24*, *tanggal 5 bulan depan*, *the 24th*: a day without its month."""
    if ctx.published is None:
        return None
    month = Partial.of("M", ctx.published).shift(words_of(ctx).step(group(m, "dir")), "M")
    if month is None:
        return None
    found = day(month.start.year, month.start.month, int(m["d"]))
    if found and not group(m, "dir") and group(m, "past") and found > ctx.published:
        earlier = month.shift(-1, "M")
        found = day(earlier.start.year, earlier.start.month, int(m["d"])) if earlier else None
    return dated(m, found.isoformat()) if found else None


def day_word(m: re.Match[str], ctx: Context) -> Found | None:
    """*hari ini*, *kemarin*, *yesterday*, *tonight*, *tadi malam*."""
    if ctx.published is None:
        return None
    shift, _, part = words_of(ctx).value("day", m["day"]).partition("T")
    value = Partial("D", ctx.published).shift(int(shift), "D")
    if value is None:
        return None
    text = value.value + (f"T{part}" if part and ctx.timex3 else "")
    return dated(m, text, TimeKind.TIME if part and ctx.timex3 else TimeKind.DATE)


def weekday(m: re.Match[str], ctx: Context) -> Found | None:
    """*Rabu*, *hari Jumat lalu*, *Rabu pekan lalu*, *malam Minggu*, *next Tuesday*, *Wednesday night*."""
    if ctx.published is None:
        return None
    number = int(words_of(ctx).value("weekday", m["w"]))
    if week := group(m, "week"):
        monday = Partial.of("W", ctx.published).shift(words_of(ctx).step(week), "W")
        value = monday.start + timedelta(days=number) if monday else ctx.published
    else:
        value = _by_direction(m, ctx, number)
    if group(m, "eve"):
        value -= timedelta(days=1)
    return dated(m, value.isoformat())


def _by_direction(m: re.Match[str], ctx: Context, number: int) -> date:
    assert ctx.published is not None
    told = group(m, "dir")
    if told and told.strip():
        step = words_of(ctx).step(told)
        if step == 0:
            return nearest_weekday(ctx.published, number, 0)
        value = nearest_weekday(ctx.published, number, step)
        return value - timedelta(days=7) if step < 0 and value == ctx.published else value
    if _POSSESSIVE.match(m.string, m.end()):
        ahead = _AHEAD.search(m.string, max(0, m.start() - 16), m.start())
        return nearest_weekday(ctx.published, number, 0 if ahead else -1)
    return nearest_weekday(ctx.published, number, 0 if direction(m, words_of(ctx).code) > 0 else -1)


_POSSESSIVE = re.compile(r"['’]s\b")
_AHEAD = re.compile(r"(?:ahead of|before|until|for) $")


def feast(m: re.Match[str], ctx: Context) -> Found | None:
    """*Idul Adha*, *Lebaran 2023*, *H-7 Lebaran*, *Thanksgiving*: by rule, or by the table of feasts."""
    rule = words_of(ctx).value("feast", m["feast"])
    shift = int(group(m, "shift") or 0)
    if told := group(m, "y"):
        found = feast_day(rule, int(told))
    elif ctx.published is None:
        return None
    else:
        step = words_of(ctx).step(group(m, "dir"))
        near = [feast_day(rule, ctx.published.year + step + offset) for offset in (0, -1, 1)]
        found = near[0]
        if not group(m, "dir"):
            found = _nearest_feast([one for one in near if one], ctx.published)
    if found is None:
        return None
    value = Partial("D", found).shift(shift, "D")
    return dated(m, value)


def _nearest_feast(days: list[date], published: date) -> date | None:
    """Return the feast nearest to publication."""
    return min(days, key=lambda one: abs((one - published).days)) if days else None


def clock_value(hour: int, minute: int, part: str) -> str | None:
    """Return a clock time, an hour before noon lifted by its part of the day: *jam 7 malam* is 19.

    >>> clock_value(7, 0, "TNI"), clock_value(11, 30, "TAF"), clock_value(25, 0, "")
    ('T19:00', 'T11:30', None)
    """
    noonish = part == "TAF" and hour > 9
    if hour < 12 and part in ("TAF", "TEV", "TNI") and not noonish and not (part == "TNI" and hour < 5):
        hour += 12
    return f"T{hour % 24:02d}:{minute:02d}" if hour <= 24 and minute <= 59 else None
