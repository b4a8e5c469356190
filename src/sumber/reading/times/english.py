"""English time expressions: patterns over the words of the table ``times``, each with what it means."""

import re
from datetime import date, timedelta
from functools import cache

from ...record import TimeKind
from .calendar import add_months, day, guess_year, month_value, nearest_weekday, week_value
from .found import Context, Reading, Rule, duration
from .words import words

__all__ = ["rules"]

W = words("en")
_WEEKDAY = rf"(?:{W.any('weekday')})"
_MONTH = rf"(?:{W.any('month')})"
_CLEAR_MONTH = (
    rf"(?:{'|'.join(m for m in W.of['month'] if m not in ('May', 'March', 'Mar', 'Sep', 'Dec', 'Jan'))})"
)
_PART = rf"(?:{W.any('part')})"
_UNIT = rf"(?:{W.any('unit')})"
_ZONE = rf"(?:{W.any('zone')})"
_NUMBER = rf"(?:\d{{1,4}}(?:\.\d)?|{W.any('number')})"
_YEAR = r"(?:1[5-9]|20)\d\d"
_GO = r"(?<![\w/.$£€-])"
_ABOUT = "(?:[Aa]bout|[Aa]round|[Oo]ver|[Mm]ore than|[Nn]early|[Ll]ess than|[Aa]t least|[Aa]lmost|[Uu]p to|[Rr]oughly)"
_MOD = rf"(?:{_ABOUT} )?"
_COUNT = "|".join(
    word for word, value in W.of["number"].items() if value.isdigit() and word not in ("a", "an")
)
_SIDE = r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id|[Ee]arlier|[Ll]ater)[ -](?:in )?)?"


def _direction(word: str | None) -> int:
    return {"last": -1, "past": -1, "next": 1, "coming": 1}.get((word or "").lower(), 0)


def _written(m: re.Match[str], ctx: Context) -> Reading:
    """*Nov. 6*, *November 10, 2016*, *6 November 2016*."""
    month = int(W.value("month", m["month"]))
    if m["y"]:
        year = int(m["y"])
    elif ctx.published:
        year = guess_year(ctx.published, month)
    else:
        return f"XXXX-{month:02d}-{int(m['d']):02d}", TimeKind.DATE
    value = day(year, month, int(m["d"]))
    return (value.isoformat(), TimeKind.DATE) if value else None


def _month(m: re.Match[str], ctx: Context) -> Reading:
    """*September 2015*, *last June*, *in May*."""
    month = int(W.value("month", m["month"]))
    if m["y"]:
        return f"{m['y']}-{month:02d}", TimeKind.DATE
    if ctx.published is None:
        return f"XXXX-{month:02d}", TimeKind.DATE
    return f"{guess_year(ctx.published, month, _direction(m['dir']))}-{month:02d}", TimeKind.DATE


def _year(m: re.Match[str], ctx: Context) -> Reading:
    del ctx
    if _NO_YEAR_AFTER.match(m.string, m.end()):
        return None
    return m["y"], TimeKind.DATE


_NO_YEAR_AFTER = re.compile(
    r" ?(?:people|men|women|workers|jobs|members|cars|miles|km|metres|meters|feet|points|votes|homes|troops|students|"
    r"dollars|pounds|euros|million|billion|percent|per cent|%)\b|,\d"
)


def _decade(m: re.Match[str], ctx: Context) -> Reading:
    del ctx
    digits = m["y"]
    return (digits[:3] if len(digits) == 4 else f"19{digits[0]}"), TimeKind.DATE


def _this(m: re.Match[str], ctx: Context) -> Reading:
    """*last month*, *early this year*, *next week*."""
    if ctx.published is None:
        return None
    step = _direction(m["dir"])
    unit = m["unit"].lower()
    if unit == "year":
        return str(ctx.published.year + step), TimeKind.DATE
    if unit == "month":
        return month_value(ctx.published, step), TimeKind.DATE
    if unit == "week":
        return week_value(ctx.published, step), TimeKind.DATE
    if unit == "weekend":
        return f"{week_value(ctx.published, step)}-WE", TimeKind.DATE
    quarter = (ctx.published.month - 1) // 3 + step
    return f"{ctx.published.year + quarter // 4}-Q{quarter % 4 + 1}", TimeKind.DATE


def _part_year(m: re.Match[str], ctx: Context) -> Reading:
    """*the third quarter of 2015*, *the first half of this year*."""
    number = W.value("ordinal", m["n"])
    letter = "Q" if m["kind"] == "quarter" else "H"
    if letter == "H" and int(number) > 2:
        return None
    year = m["y"] or (str(ctx.published.year + _direction(m["dir"])) if ctx.published else "XXXX")
    return f"{year}-{letter}{number}", TimeKind.DATE


def _ago(m: re.Match[str], ctx: Context) -> Reading:
    """*five years ago*, *two days earlier*, *a month later*."""
    count, unit = W.number(m["n"]), W.value("unit", m["unit"].lower())
    if count is None:
        return None
    anchor = ctx.published if m["dir"] in ("ago", "from now") else (ctx.told or ctx.published)
    step = 1 if m["dir"] in ("from now", "later") else -1
    if not count.isdigit() or anchor is None or unit.startswith("T") or unit in ("DE", "CE", "Q"):
        value = duration(count, unit)
        return (value, TimeKind.DURATION) if value else None
    try:
        return _shift(anchor, step * int(count), unit), TimeKind.DATE
    except (OverflowError, ValueError):
        return None


def _shift(start: date, count: int, unit: str) -> str:
    if unit == "D":
        return (start + timedelta(days=count)).isoformat()
    if unit == "W":
        return week_value(start, count)
    if unit == "M":
        return add_months(start, count).isoformat()[:7]
    return f"{start.year + count:04d}"


def _day_word(m: re.Match[str], ctx: Context) -> Reading:
    """*yesterday*, *tonight*, *last night*."""
    if ctx.published is None:
        return None
    shift = int(W.value("day", m["day"]))
    return (ctx.published + timedelta(days=shift)).isoformat(), TimeKind.DATE


def _weekday(m: re.Match[str], ctx: Context) -> Reading:
    """*Monday*, *Wednesday night*, *next Tuesday*, *last Friday*."""
    if ctx.published is None:
        return None
    number = int(W.value("weekday", m["w"]))
    direction = _direction(m["dir"])
    if m.string[max(0, m.start() - 3) : m.start()].lower() == "by ":
        direction = 1
    value = nearest_weekday(ctx.published, number, 1 if direction > 0 else -1)
    if direction < 0 and value == ctx.published:
        value -= timedelta(days=7)
    return value.isoformat(), TimeKind.DATE


def _clock(m: re.Match[str], ctx: Context) -> Reading:
    """*11am local time*, *7:30 p.m.*, *noon*."""
    del ctx
    if m["word"]:
        return ("T12:00" if m["word"].lower() == "noon" else "T00:00"), TimeKind.TIME
    hour, minute = int(m["h"] or m["h2"]), int(m["mi"] or m["mi2"] or 0)
    half = (m["ap"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 24 or minute > 59:
        return None
    return f"T{hour % 24:02d}:{minute:02d}", TimeKind.TIME


def _duration(m: re.Match[str], ctx: Context) -> Reading:
    """*around 50 hours*, *the last three months*, *three-year*."""
    del ctx
    after = m.string[m.end() : m.end() + 8]
    if re.match(r"[- ]olds?\b| old\b| ago\b", after):
        return None
    number = m["n"] or m["n2"]
    unit = W.value("unit", (m["unit"] or m["unit2"]).lower())
    if number.lower() in ("a", "an", "one") and unit in ("D", "TS", "TM") and not m["mod"]:
        return None
    value = duration(W.number(number), unit)
    return (value, TimeKind.DURATION) if value else None


_PATTERNS: tuple[tuple[str, str, object], ...] = (
    (
        "written",
        rf"{_GO}(?:{_WEEKDAY},? )?(?P<month>{_MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,:]\d)(?:,? (?P<y>{_YEAR})\b)?",
        _written,
    ),
    (
        "day-first",
        rf"{_GO}(?:{_WEEKDAY},? )?(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\b\.?(?:,? (?P<y>{_YEAR})\b)?",
        _written,
    ),
    ("month-year", rf"{_GO}{_SIDE}(?P<month>{_MONTH})\.?,? (?:of )?(?P<y>{_YEAR})\b(?P<dir>)", _month),
    (
        "month",
        rf"{_GO}(?:{_SIDE}(?P<dir>[Ll]ast|[Nn]ext) (?P<month>{_MONTH})\b\.?)(?P<y>)",
        _month,
    ),
    (
        "month-alone",
        rf"{_GO}{_SIDE}(?P<month>{_CLEAR_MONTH}|(?<=[Ii]n )(?:May|March)|(?<=[Ss]ince )(?:May|March)|(?<=[Uu]ntil )(?:May|March)"
        rf"|(?<=[Bb]y )(?:May|March))\b\.?(?! \d| [A-Z])(?P<y>)(?P<dir>)",
        _month,
    ),
    (
        "year",
        r"(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Bb]y )|(?<=[Ff]rom )|(?<=[Oo]f )|(?<=[Uu]ntil )|(?<=[Dd]uring )|(?<=[Bb]efore )"
        r"|(?<=[Aa]fter )|(?<=[Tt]he )|(?<=[Tt]o )|(?<=and )|(?<=\()|(?<=[Aa]s early as )|(?<= late )|(?<= early )|(?<=[a-z] ))"
        r"(?P<y>(?:1[89]|20)\d\d)(?![\w%/-]|[.,]\d)",
        _year,
    ),
    ("decade", rf"{_GO}(?:the )?{_SIDE}(?P<y>(?:1[89]|20)\d0|[’']\d0)['’]?s\b", _decade),
    (
        "this",
        rf"{_GO}{_SIDE}(?:[Tt]his|(?:the )?(?P<dir>[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming)) "
        rf"(?P<unit>year|month|week|weekend|quarter)\b(?!s)",
        _this,
    ),
    (
        "part-year",
        rf"{_GO}(?:the )?(?P<n>first|second|third|fourth)[- ](?P<kind>quarter|half)"
        rf"(?: of (?:(?P<y>{_YEAR})|this year|(?P<dir>last|next) year))?\b",
        _part_year,
    ),
    (
        "ago",
        rf"{_GO}{_MOD}(?P<n>{_NUMBER}) (?P<unit>{_UNIT})s? (?P<dir>ago|earlier|from now)\b",
        _ago,
    ),
    ("day", rf"{_GO}(?P<day>(?i:{W.any('day')}))\b", _day_word),
    (
        "weekday",
        rf"{_GO}(?:(?:[Ee]arly|[Ll]ate)(?: on)? )?(?:(?P<dir>[Ll]ast|[Nn]ext|[Tt]his(?: past)?) )?(?P<w>{_WEEKDAY})\b(?: {_PART}s?\b)?",
        _weekday,
    ),
    (
        "clock",
        rf"{_GO}(?:(?:[Aa]round|[Aa]bout|[Ss]hortly (?:before|after)|[Jj]ust (?:before|after)|[Bb]y) )?"
        rf"(?:(?P<h>\d{{1,2}})(?:[:.](?P<mi>\d\d))? ?(?P<ap>[aApP]\.?[mM])\b\.?|(?P<h2>\d{{1,2}}):(?P<mi2>\d\d)(?! ?(?:to|-))|"
        rf"(?P<word>[Nn]oon|[Mm]idnight)\b)(?: (?:{_ZONE})\b)?",
        _clock,
    ),
    (
        "duration",
        rf"{_GO}(?P<mod>(?:[Tt]he )?(?:last|past|next|first|final) |{_ABOUT} )?(?:(?P<n>{_NUMBER}) (?P<unit>{_UNIT})s?"
        rf"|(?P<n2>\d{{1,3}}|{_COUNT})-(?P<unit2>{_UNIT}))\b",
        _duration,
    ),
)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of English, compiled once."""
    return tuple(Rule(name, re.compile(pattern).finditer, read) for name, pattern, read in _PATTERNS)  # type: ignore[arg-type]
