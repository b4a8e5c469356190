"""English time expressions: days."""

import re

from .. import periods, readers
from ..found import Context, Found, Read, dated
from ..partial import Partial, day, parse
from .parts import DAY, DIR, GO, LONG_MONTH, MOD, MONTH, ORD, PART, WD, YEAR, W

__all__ = ["DAYS"]


def _slashed(m: re.Match[str], ctx: Context) -> Found | None:
    """*9/13/2023*, *13/9/2023*: only the year where day and month could change places."""
    a, b = int(m["a"]), int(m["b"])
    del ctx
    if a > 12 >= b:
        value = f"{m['y']}-{b:02d}-{a:02d}"
    elif b > 12 >= a or a == b:
        value = f"{m['y']}-{a:02d}-{b:02d}"
    else:
        found = dated(m, m["y"])
        if found and a <= 12 and b <= 12:
            found.note = f"“{m[0]}” could be read day first or month first; only its year is kept"
            return found
        return None
    return dated(m, value) if parse(value) else None


def _ordinal_day(m: re.Match[str], ctx: Context) -> Found | None:
    """*March eighth*."""
    number = W.value("ordinal", m["ord"])
    if ctx.published is None:
        return None
    month = readers.month_number(ctx, m["month"])
    value = day(readers.guess_year(ctx.published, month), month, int(number))
    return dated(m, value.isoformat()) if value else None


def _week_of(m: re.Match[str], ctx: Context) -> Found | None:
    """*the week of March 6*."""
    found = readers.written(m, ctx)
    day = parse(found.value) if found else None
    return dated(m, Partial.of("W", day.start)) if day else None


def _next_part(m: re.Match[str], ctx: Context) -> Found | None:
    """*the next morning*: of the last day told."""
    if ctx.told is None:
        return None
    return dated(m, Partial("D", ctx.told).shift(1, "D"))


DAYS: tuple[tuple[str, str, str, Read], ...] = (
    ("iso", "digit", rf"{GO}(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])", readers.numeric),
    ("slashed", "digit", rf"{GO}(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<y>(?:19|20)\d\d)(?![\w/])", _slashed),
    (
        "range",
        "month",
        rf"{GO}(?:(?P<month1>{MONTH})\.? (?P<d1>\d\d?)(?:st|nd|rd|th)?(?: to | through | until | and "
        rf"(?={MONTH})|-| ?– ?)(?P<month>{MONTH})\.? "
        rf"(?P<d2>\d\d?)(?:st|nd|rd|th)?\b(?:,? (?P<y>{YEAR})\b)?)",
        readers.day_range,
    ),
    (
        "range-one-month",
        "month",
        rf"{GO}(?P<month>{MONTH})\.? (?P<d1>\d\d?)(?:st|nd|rd|th)?(?: to | through |-| ?– ?)"
        rf"(?P<d2>\d\d?)(?:st|nd|rd|th)?\b(?![:/])(?:,? (?P<y>{YEAR})\b)?",
        readers.day_range,
    ),
    (
        "range-day-first",
        "month",
        rf"{GO}(?P<d1>\d\d?)(?:st|nd|rd|th)?(?: (?P<month1>{MONTH}))?(?: to | through |-| ?– ?)"
        rf"(?P<d2>\d\d?)(?:st|nd|rd|th)? (?P<month>{MONTH})\b(?:,? (?P<y>{YEAR})\b)?",
        readers.day_range,
    ),
    (
        "written",
        "month",
        rf"{GO}{MOD}(?:(?P<w>{WD})(?: {PART})?,? |(?:{W.any('short_weekday')})\.?,? )?(?:{DIR} )?"
        rf"(?P<month>{MONTH})\.? {DAY}(?:,? "
        rf"(?P<y>{YEAR})\b)?",
        readers.written,
    ),
    (
        "day-first",
        "month",
        rf"{GO}(?:(?P<w>{WD})(?: {PART})?,? )?(?:the )?(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? "
        rf"(?P<month>{MONTH})\b(?:,? (?P<y>{YEAR})\b)?",
        readers.written,
    ),
    (
        "day-of-month",
        "digit",
        r"(?:(?<=[Oo]n )|(?<=[Uu]ntil )|(?<=[Bb]y ))the (?P<d>[0-3]?\d)(?:st|nd|rd|th)(?= of (?:this"
        r"|the) month|[,.;]|$)"
        r"(?: of (?:this|the) month)?",
        readers.day_of_month,
    ),
    ("ordinal-day", "month", rf"{GO}(?P<month>{LONG_MONTH}) (?P<ord>{ORD})\b", _ordinal_day),
    (
        "day",
        "day part",
        rf"{GO}(?:(?:[Ll]ate|[Ee]arly|[Ee]arlier|[Ll]ater|[Mm]id-?(?:morning|afternoon|day)) )?"
        rf"(?P<day>{W.any('day')})\b",
        readers.day_word,
    ),
    (
        "weekday-week",
        "weekday",
        rf"{GO}(?P<w>{WD})(?: {PART})?(?: of)? (?P<week>last|next|this) week\b",
        readers.weekday,
    ),
    (
        "weekday",
        "weekday",
        rf"{GO}(?:(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater) )?(?:(?:the )?{DIR} )?(?P<w>{WD})\b(?: "
        rf"(?:{PART})\b(?!s))?",
        readers.weekday,
    ),
    (
        "feast",
        "feast",
        rf"{GO}(?:{DIR} )?(?P<feast>{W.any('feast')})\b(?:,? (?P<y>{YEAR})\b)?",
        readers.feast,
    ),
    (
        "week-of",
        "month",
        rf"{GO}(?:the )?week of (?P<month>{MONTH})\.? {DAY}(?:,? (?P<y>{YEAR})\b)?",
        _week_of,
    ),
    (
        "that",
        "unit",
        rf"{GO}(?:(?:[Ee]arlier|[Ll]ater) )?(?:[Tt]hat(?: same| very)?|[Tt]he same|[Tt]he very same|"
        rf"(?:[Tt]he )?(?P<dir>following|previous|(?<=[Tt]he )next)) "
        rf"(?P<unit>day|week|month|year|decade)\b(?!s)",
        periods.that,
    ),
    (
        "that-part",
        "unit part",
        rf"{GO}(?:[Tt]he )?(?P<dir>following|next) (?:(?P<unit>day)|{PART})\b",
        _next_part,
    ),
    (
        "day-before",
        "unit",
        rf"{GO}[Tt]he (?P<unit>day|week|month|year) (?P<dir>before|after)(?=[,.;:]| ?$)",
        periods.that,
    ),
)
