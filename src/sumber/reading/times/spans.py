"""What matches mean that are lengths of time, sets, clock times or counted back and ahead, whatever the language."""

import re

from ...record import TimeKind
from .found import Context, Found, dated
from .partial import Partial
from .readers import clock_value, group, words_of

__all__ = ["ago", "clock", "clock_range", "duration", "each", "length", "set_of", "vague"]

_HALVES = {"TS": None, "TM": "30S", "TH": "30M", "D": "T12H", "M": None, "Y": "6M", "CE": "50Y", "DE": "5Y"}
_GRAIN = {"D": "D", "W": "W", "M": "M", "Y": "Y", "DE": "Y", "CE": "Y", "Q": "Q"}


def length(count: str | None, unit: str) -> str | None:
    """Return a duration's value.

    >>> length("2", "D"), length("X", "M"), length(".5", "TH"), length("50", "TH"), length("2.5", "Y")
    ('P2D', 'PXM', 'PT30M', 'PT50H', 'P2Y6M')
    """
    if count is None:
        return None
    whole, _, rest = count.partition(".")
    if rest == "5" and unit in _HALVES:
        return _with_half(whole, unit)
    if unit in ("DE", "CE"):
        years = {"DE": 10, "CE": 100}[unit]
        return f"P{round(float(count) * years)}Y" if count.replace(".", "").isdigit() else f"PX{unit}"
    if unit == "Q":
        return f"P{count}Q"
    unit = "D" if unit == "WE" else unit
    return f"PT{count}{unit[1]}" if unit.startswith("T") else f"P{count}{unit}"


def _with_half(whole: str, unit: str) -> str | None:
    half = _HALVES[unit]
    count = int(whole or 0)
    if unit in ("DE", "CE"):
        years = {"DE": 10, "CE": 100}[unit]
        return f"P{count * years + years // 2}Y"
    if unit == "M" and not count:
        return "P15D"
    if half is None:
        return f"PT{whole}.5S" if unit == "TS" else f"P{whole}.5M"
    if unit == "D":
        return f"P{count}DT12H" if count else "PT12H"
    head = "PT" if unit.startswith("T") else "P"
    return f"{head}{count}{unit[-1]}{half}" if count else f"{head}{half}"


def duration(m: re.Match[str], ctx: Context) -> Found | None:
    """*dua hari*, *lebih dari setahun*, *around 50 hours*, *the last three months*, *two and a half years*."""
    words = words_of(ctx)
    unit = words.value("unit", (group(m, "unit") or group(m, "unit2") or group(m, "se") or "").lower())
    number = group(m, "n")
    count = "1" if group(m, "se") else ".5" if group(m, "half") else words.number(number) if number else "X"
    if group(m, "more"):
        count = f"{count}.5" if count and count.isdigit() else count
    value = length(count, unit)
    return dated(m, value, TimeKind.DURATION)


def ago(m: re.Match[str], ctx: Context) -> Found | None:
    """*dua hari yang lalu*, *lima tahun silam*, *two weeks ago*, *a month from now*: from publication."""
    words = words_of(ctx)
    unit = words.value("unit", (group(m, "unit") or group(m, "se") or "").lower())
    count = "1" if group(m, "se") else words.number(m["n"])
    if count is None:
        return None
    base = ctx.told or ctx.published if group(m, "anchored") else ctx.published
    if not count.isdigit() or base is None or unit not in _GRAIN:
        return dated(m, length(count, unit), TimeKind.DURATION)
    step = words.step(m["dir"])
    return dated(m, Partial.of(_GRAIN[unit], base).shift(step * int(count), unit))


def clock(m: re.Match[str], ctx: Context) -> Found | None:
    """*pukul 18.00 waktu setempat*, *jam 7 malam*, *11am local time*, *7:30 p.m.*, *noon*."""
    words = words_of(ctx)
    if name := group(m, "name"):
        value: str | None = words.value("clock", name)
    else:
        value = _told(m, ctx)
    found = dated(m, value, TimeKind.TIME)
    zone = group(m, "z") or group(m, "z2")
    if found and zone:
        found.zone = words.value("zone", zone) or None
    return found


def _told(m: re.Match[str], ctx: Context) -> str | None:
    words = words_of(ctx)
    hour_words = m["h"]
    hour = int(hour_words) if hour_words.isdigit() else int(words.number(hour_words) or 99)
    minute = int(group(m, "mi") or 0)
    if past := group(m, "past"):
        minute = int(words.number(past) or 0)
    if group(m, "halfto"):
        hour, minute = (hour - 1) % 24, 30
    part = words.value("part", group(m, "p") or "") if group(m, "p") else ""
    if (half := (group(m, "ap") or "").lower()) and hour <= 12:
        hour, part = hour % 12 + (12 if half.startswith("p") else 0), ""
    return clock_value(hour, minute, part)


def clock_range(m: re.Match[str], ctx: Context) -> Found | None:
    """*pukul 19.00-21.00 WIB*, *pukul 18.00 WIB hingga 06.00 WIB*."""
    ends = [clock_value(int(m[h]), int(group(m, mi) or 0), "") for h, mi in (("h1", "mi1"), ("h2", "mi2"))]
    found = dated(m, f"{ends[0]}/{ends[1]}", TimeKind.TIME) if ends[0] and ends[1] else None
    if found and (zone := group(m, "z")):
        found.zone = words_of(ctx).value("zone", zone) or None
    return found


def each(m: re.Match[str], ctx: Context) -> Found | None:
    """*setiap hari*, *tiap Senin*, *every year*, *each July*: a set."""
    words = words_of(ctx)
    if unit := group(m, "unit"):
        value = length("1", words.value("unit", unit.lower()))
    elif name := group(m, "w"):
        value = f"XXXX-WXX-{int(words.value('weekday', name)) + 1}"
    elif name := group(m, "month"):
        value = f"XXXX-{int(words.value('month', name)):02d}"
    else:
        return None
    return dated(m, value, TimeKind.SET)


def set_of(m: re.Match[str], ctx: Context) -> Found | None:
    """*daily*, *annually*, *mingguan*, *dua kali sepekan*."""
    return dated(m, words_of(ctx).value("set", m["set"]), TimeKind.SET)


def vague(m: re.Match[str], ctx: Context) -> Found | None:
    """*saat ini*, *recently*: on no calendar, marked by TIMEX3 corpora."""
    value = words_of(ctx).value("vague", m["vague"])
    return dated(m, value, TimeKind.DURATION if value.startswith("P") and "_" not in value else TimeKind.DATE)
