"""What matches mean that name a week, month, quarter, year or more, whatever the language.

Groups: ``unit``, ``month``, ``y`` year, ``dir`` a word of direction, ``n`` a number or ordinal, ``mod`` a word for the
start, middle or end of the period (*awal*, *mid*, *the end of*).
"""

import re
from datetime import date

from .direction import direction
from .found import Context, Found, dated
from .partial import Partial
from .readers import group, guess_year, month_number, tense, words_of

__all__ = [
    "century",
    "decade",
    "fiscal",
    "later",
    "month",
    "month_range",
    "part_year",
    "season",
    "that",
    "this",
    "two_years",
    "year",
    "year_ago_quarter",
]

_NEXT_MONTH = re.compile(
    r" (?:dan|atau|serta|and|or|to|hingga|sampai) (?:bulan )?(?P<month>[A-Z][a-z]+),? (?P<y>(?:19|20)\d\d)\b"
)
_UNITS = {"D", "W", "WE", "M", "Q", "Y", "DE", "CE"}


def modified(m: re.Match[str], ctx: Context, found: Found | None) -> Found | None:
    """Give a finding the modifier that its match tells: START, MID or END."""
    told = group(m, "mod")
    if found is not None and told and (value := words_of(ctx).value("mod", told.strip(" -"))):
        found.mod = value
    return found


def month(m: re.Match[str], ctx: Context) -> Found | None:
    """*Juni 2023*, *akhir Mei lalu*, *April mendatang*, *last June*, *June last year*."""
    number = month_number(ctx, m["month"])
    if told := group(m, "y"):
        value = f"{int(told) + (1900 if 50 < int(told) < 100 else 2000 if int(told) < 100 else 0):04d}-{number:02d}"
    elif shared := _shared_year(m, ctx, number):
        value = f"{shared:04d}-{number:02d}"
    elif ctx.published is None:
        value = f"XXXX-{number:02d}"
    elif relative := group(m, "reldir"):
        value = f"{ctx.published.year + words_of(ctx).step(relative)}-{number:02d}"
    else:
        step = words_of(ctx).step(group(m, "dir"))
        if not group(m, "dir"):
            step = tense(m, ctx, number)
        value = f"{guess_year(ctx.published, number, step)}-{number:02d}"
    return modified(m, ctx, dated(m, value))


def _shared_year(m: re.Match[str], ctx: Context, number: int) -> int | None:
    """Return the year that a month shares with one named right behind it: *Juni dan Juli 2025*, *May or June 2024*."""
    if group(m, "dir") or group(m, "reldir"):
        return None
    behind = _NEXT_MONTH.match(m.string, m.end())
    if behind is None or not words_of(ctx).knows("month", behind["month"]):
        return None
    return int(behind["y"]) - (number > month_number(ctx, behind["month"]))


def month_range(m: re.Match[str], ctx: Context) -> Found | None:
    """*Juni-Juli 2025*, *from March to May 2024*."""
    first, last = month_number(ctx, m["month1"]), month_number(ctx, m["month"])
    if told := group(m, "y"):
        end = int(told)
    elif ctx.published is None:
        return None
    else:
        end = guess_year(ctx.published, last, words_of(ctx).step(group(m, "dir")))
    return dated(m, f"{end - (first > last)}-{first:02d}/{end}-{last:02d}")


def year(m: re.Match[str], ctx: Context) -> Found | None:
    """*tahun 2022*, *akhir 2025*, *2029*, *early 2014*, *'98*."""
    digits = m["y"]
    if len(digits) < 4:
        digits = f"{'19' if int(digits) > 40 else '20'}{digits}"
    return modified(m, ctx, dated(m, digits))


def two_years(m: re.Match[str], ctx: Context) -> Found | None:
    """*tahun ajaran 2023/2024*, *2019-2024*, *the 2023-24 season*."""
    del ctx
    first, last = m["y1"], m["y2"]
    last = first[:2] + last if len(last) == 2 else last
    return dated(m, f"{first}/{last}") if int(first) < int(last) else None


def fiscal(m: re.Match[str], ctx: Context) -> Found | None:
    """*fiscal 2014*, *tahun anggaran 2024*: a body's own year, so its bounds are not known."""
    if told := group(m, "y"):
        found = dated(m, told if len(told) == 4 else f"20{told}")
    elif ctx.published is None:
        return None
    else:
        found = dated(m, str(ctx.published.year + words_of(ctx).step(group(m, "dir"))))
    if found:
        found.mod = "FISCAL"
    return found


def decade(m: re.Match[str], ctx: Context) -> Found | None:
    """*era 1990-an*, *tahun 40-an*, *the 1990s*, *the late '80s*, *the nineties*."""
    digits = m["y"].strip("'’‘")
    if not digits[:1].isdigit():
        digits = words_of(ctx).value("decade", digits)
    value = digits[:3] if len(digits) == 4 else f"{'20' if digits[0] in '012' else '19'}{digits[0]}"
    return modified(m, ctx, dated(m, value))


def century(m: re.Match[str], ctx: Context) -> Found | None:
    """*abad ke-20*, *the 21st century*: the century's first two digits."""
    number = m["n"] if m["n"].isdigit() else words_of(ctx).value("ordinal", m["n"])
    return modified(m, ctx, dated(m, f"{int(number) - 1:02d}")) if int(number) < 30 else None


def part_year(m: re.Match[str], ctx: Context) -> Found | None:
    """*kuartal III 2023*, *semester I/2023*, *the third quarter of 2015*, *second-half*."""
    letter = words_of(ctx).value("part_year", m["kind"])
    number = int(words_of(ctx).value("ordinal", m["n"]))
    if number > (4 if letter == "Q" else 2):
        return None
    if told := group(m, "y") or group(m, "y0"):
        value = f"{told}-{letter}{number}"
    elif ctx.published is None:
        value = f"XXXX-{letter}{number}"
    else:
        value = f"{_part_year_of(m, ctx, letter, number)}-{letter}{number}"
    found = dated(m, value)
    if letter == "Q" and found and value[0] != "X":
        ctx.quarter = Partial("Q", date(int(value[:4]), number * 3 - 2, 1))
    return found


def _part_year_of(m: re.Match[str], ctx: Context, letter: str, number: int) -> int:
    """Return the year of a quarter or half told without one: the last that has begun, unless tense says otherwise."""
    assert ctx.published is not None
    told = group(m, "dir") or group(m, "dir0")
    if told and told.strip():
        return ctx.published.year + words_of(ctx).step(told)
    now = Partial.of(letter, ctx.published)
    ahead = number - int(now.value[-1])
    if group(m, "earlier"):
        return ctx.published.year - (1 if ahead <= 0 else 2)
    if ahead > 1 and direction(m, words_of(ctx).code) <= 0:
        return ctx.published.year - 1
    return ctx.published.year


def this(m: re.Match[str], ctx: Context) -> Found | None:
    """*tahun ini*, *pekan lalu*, *akhir bulan depan*, *early next week*, *the weekend*."""
    if ctx.published is None:
        return None
    unit = words_of(ctx).value("unit", (m["unit"] or m["unit2"]).lower())
    step = words_of(ctx).step(group(m, "dir"))
    if unit not in _UNITS or unit == "D":
        return None
    if group(m, "wekend"):
        unit = "WE"
    return modified(
        m, ctx, dated(m, Partial.of(unit, ctx.published).shift(step, "W" if unit == "WE" else unit))
    )


def season(m: re.Match[str], ctx: Context) -> Found | None:
    """*last fall*, *this summer*, *the winter of 1994*."""
    name = words_of(ctx).value("season", m["season"])
    if told := group(m, "y"):
        return dated(m, f"{told}-{name}")
    if ctx.published is None:
        return None
    now = Partial.of(name, ctx.published)
    step = words_of(ctx).step(group(m, "dir"))
    if step < 0:
        value = now if now.end < ctx.published else now.shift(-1, "Y")
    elif step > 0:
        value = now if now.start > ctx.published else now.shift(1, "Y")
    else:
        value = now
    return modified(m, ctx, dated(m, value))


def year_ago_quarter(m: re.Match[str], ctx: Context) -> Found | None:
    """*the latest quarter*, *the quarter*, *the year-ago quarter*, *a year earlier* in a report of quarters."""
    if ctx.published is None:
        return None
    last = Partial.of("Q", ctx.published).shift(-1, "Q")
    quarter = ctx.quarter or last
    if group(m, "current"):
        quarter = Partial.of("Q", ctx.published)
    if quarter is not None and group(m, "earlier"):
        quarter = quarter.shift(-1, "Y")
    return dated(m, quarter)


def that(m: re.Match[str], ctx: Context) -> Found | None:
    """*hari itu*, *that year*, *the following month*, *the next day*: on the last day or period told."""
    unit = words_of(ctx).value("unit", m["unit"].lower())
    base = _told(ctx, unit)
    if base is None:
        return None
    step = words_of(ctx).step(group(m, "dir"))
    return modified(m, ctx, dated(m, Partial.of(unit, base).shift(step, unit)))


def _told(ctx: Context, unit: str) -> date | None:
    """Return the first day of the last period told that is no coarser than a unit; for days the last day told."""
    if unit not in _UNITS:
        return None
    if unit in ("Y", "DE", "CE", "M") and ctx.period is not None:
        if ctx.period.unit in ("D", "W", "M") or (ctx.period.unit in ("Q", "H", "Y") and unit != "M"):
            return ctx.period.start
        return None
    return ctx.told


def later(m: re.Match[str], ctx: Context) -> Found | None:
    """*sebulan kemudian*, *sehari sebelumnya*, *two days later*: from the last day or period told."""
    unit = words_of(ctx).value("unit", (group(m, "unit") or group(m, "se") or "").lower())
    count = "1" if group(m, "se") else words_of(ctx).number(m["n"])
    base = _told(ctx, unit)
    if base is None or not count or not count.isdigit():
        return None
    step = words_of(ctx).step(m["dir"])
    grain = "D" if ctx.timex3 and base == ctx.told else _grain(unit)
    return dated(m, Partial.of(grain, base).shift(step * int(count), unit))


def _grain(unit: str) -> str:
    return "Y" if unit in ("DE", "CE") else unit
