"""English time expressions: weeks, months, quarters, years and more."""

import re

from .. import periods, readers
from ..direction import direction
from ..found import Context, Found, Read, dated, unless
from ..partial import Partial
from .parts import CLEAR_MONTH, DIR, GO, IN, LONG_MONTH, MOD, MONTH, ORD, THING, UNIT, YEAR, W

__all__ = ["PERIODS"]

_IN_THE = (
    r"(?:(?<=(?:in|on|by) the )|(?<=(?:nd|st|rt|ng|le) of the )|(?<=until the ))"  # not *behind the fall*
)


def _spoken_year(m: re.Match[str], ctx: Context) -> Found | None:
    """*nineteen ninety-six*, *two thousand twelve*, as broadcasts write years."""
    rest = W.number(m["rest"]) if m["rest"] else "0"
    if rest is None or not rest.isdigit() or int(rest) > 99:
        return None
    head = {"nineteen": 1900, "twenty": 2000, "eighteen": 1800}.get(m["head"].lower(), 2000)
    value = str(head + int(rest))
    if m["month"]:
        value += f"-{readers.month_number(ctx, m['month']):02d}"
    return dated(m, value)


def _weekend(m: re.Match[str], ctx: Context) -> Found | None:
    """*this weekend*, *the weekend* (the last one, unless the tense is of the future)."""
    if ctx.published is None:
        return None
    now = Partial.of("WE", ctx.published)
    told = readers.group(m, "dir")
    if told:
        step = W.step(told)
        if step < 0 and ctx.published.weekday() < 5:
            step = -1
        return dated(m, now.shift(step, "W"))
    step = 0 if direction(m, "en") > 0 or ctx.published.weekday() > 4 else -1
    return dated(m, now.shift(step, "W"))


def _in_the(m: re.Match[str], ctx: Context) -> Found | None:
    """*earlier in the week*, *the end of the month*: of publication."""
    if ctx.published is None:
        return None
    found = dated(m, Partial.of(W.value("unit", m["unit"]), ctx.published))
    if found:
        found.mod = W.value("mod", m["mod"] or f"{m['mod2']} of")
    return found


def _quarter(m: re.Match[str], ctx: Context) -> Found | None:
    """*the third quarter of 2015*, *last year's second quarter*, *the first half*; not *the second half* of a match."""
    if m["n"].lower() == "last" and m["kind"] == "quarter" and not m["y"]:
        return None
    if m["kind"] == "half" and not (m["y"] or m["dir"] or m["y0"] or m["dir0"]):
        return None
    if m["dir1"] and ctx.published:
        return dated(m, f"{ctx.published.year - 1}-Q{W.value('ordinal', m['n'])}")
    found = periods.part_year(m, ctx)
    if found and m[0].startswith("the ") and "-quarter" in m[0] and ctx.timex3:
        found.start += 4
    return found


def _year_end(m: re.Match[str], ctx: Context) -> Found | None:
    """*year-end*, *the end of the year*."""
    if ctx.published is None:
        return None
    start = m.start("mod")
    return Found(start, m.end(), str(ctx.published.year), mod="END")


PERIODS: tuple[tuple[str, str, str, Read], ...] = (
    (
        "month-range",
        "month",
        rf"{GO}(?P<month1>{MONTH})\.?(?: to | through |-| ?– ?)(?P<month>{MONTH})\b\.?(?:,? (?:of )?"
        rf"(?P<y>{YEAR})\b)?(?! ?\d)",
        periods.month_range,
    ),
    ("month-year", "month", rf"{GO}{MOD}(?P<month>{MONTH})\.?,? (?:of )?(?P<y>{YEAR})\b", periods.month),
    (
        "month-relative",
        "month",
        rf"{GO}{MOD}(?P<month>{MONTH})(?: of)? (?P<reldir>last|next|this) year\b",
        periods.month,
    ),
    ("month", "month", rf"{GO}{MOD}{DIR} (?P<month>{MONTH})\b(?! \d)", periods.month),
    (
        "month-alone",
        "month",
        rf"{GO}(?:{MOD}(?P<month>{CLEAR_MONTH})\b\.?(?![ -]\d| [A-Z]|['’]s? [A-Z]))",
        unless(periods.month, before=r"\b(?:Mr|Mrs|Ms|Miss|Dr|by|and|with) ?"),
    ),
    (
        "month-in",
        "month",
        rf"{GO}(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[ -]|{IN}|(?<=[Tt]he )(?!May))(?P<month>{LONG_MONTH})\b(?! \d)",
        unless(periods.month, after=r"['’]s? (?:office|government|party|spokes|team|cabinet|speech)"),
    ),
    ("year-word", "digit", rf"{GO}(?:the )?year (?P<y>{YEAR})\b", periods.year),
    (
        "spoken-year",
        "spoken",
        rf"\b(?:(?P<month>{LONG_MONTH}) )?(?:the year )?(?P<head>[Nn]ineteen|[Tt]wo thousand(?: and)?"
        rf"|[Ee]ighteen)(?:[ -](?P<rest>(?:{W.any('tens')})(?:[ -](?:{W.any('ones')}))?|"
        rf"(?:{W.any('teens')})|(?:{W.any('ones')})))?\b(?![ -](?:{UNIT})s?\b)",
        unless(_spoken_year, after=r" (?:people|men|women|troops|miles|dollars|years)\b"),
    ),
    (
        "year-in",
        "digit",
        rf"{GO}{MOD}{IN}(?P<y>{YEAR})(?:(?! ?{THING}\b)(?![\w%/]|-\d|[.,:]\d))",
        unless(periods.year, before=r"(?:about|some|around|\d) "),
    ),
    (
        "year",
        "digit",
        rf"(?<![\w/.,$£€#])(?<!\d-){MOD}(?P<y>(?:19[1-9]|20[0-4])\d)(?! ?(?:{THING})\b)(?![\w%/]|-\d"
        rf"|[.,:]\d| [A-Z][a-z]+ (?:Street|Avenue|Road))",
        unless(
            periods.year,
            before=r"(?:[Nn]o\.|[Nn]umber|[Ff]light|[Rr]oom|[Aa]bout|[Aa]round|[Ss]ome|[Tt]han|[Nn]early|[Aa]lmost"
            r"|[Rr]oughly|[Oo]f about|[Aa]t least|[Hh]ighway|[Rr]oute|[Cc]hannel|[Pp]age|[Mm]odel|Boeing|all) ",
            after=r" [a-z]+-[a-z]+ people",
        ),
    ),
    ("decade", "digit", rf"{GO}(?:the )?{MOD}(?P<y>(?:1[5-9]|20)\d0)['’]?s\b", periods.decade),
    ("decade-short", "digit", rf"(?<![\w])(?:the )?{MOD}(?P<y>['’‘]\d0)s\b", periods.decade),
    (
        "decade-word",
        "decade",
        rf"{GO}(?:the )?{MOD}(?P<y>(?i:{W.any('decade')}))\b(?!-)",
        unless(periods.decade, before=r"\b(?:his|her|their|my|mid|the low|the high) ?"),
    ),
    (
        "century",
        "unit",
        rf"{GO}(?:the )?{MOD}(?P<n>\d\d?|{ORD})(?:st|nd|rd|th)?[ -](?:century\b|Century\b(?! [A-Z]))",
        periods.century,
    ),
    (
        "two-years",
        "digit",
        rf"{GO}(?P<y1>{YEAR})[-–/](?P<y2>(?:{YEAR})|\d\d)\b(?![-/]\d)",
        unless(periods.two_years, before=r"\d-"),
    ),
    (
        "this",
        "unit",
        rf"{GO}{MOD}(?:(?:the )?{DIR} (?P<unit>year|month|week)|(?:[Tt]his|[Tt]he current) "
        rf"(?P<unit2>decade|century))\b(?!s|-)",
        periods.this,
    ),
    (
        "weekend",
        "unit",
        rf"{GO}{MOD}(?:(?:[Tt]he )?{DIR}|[Tt]he|(?<=over )the) (?P<unit>(?P<wekend>weekend))\b",
        _weekend,
    ),
    (
        "in-the",
        "unit",
        rf"{GO}(?:(?P<mod>[Ee]arlier|[Ll]ater) in the |(?:the )?(?P<mod2>end|beginning|start|middle) of (?:the|this) )"
        rf"(?P<unit>week|month|year)\b",
        _in_the,
    ),
    (
        "part-year",
        "unit half",
        rf"{GO}(?:(?:[Tt]he |a (?:flat|weak|strong) )?(?:[Ff]iscal[ -])?(?:(?P<y0>{YEAR}) |"
        rf"(?P<dir0>this|last|next) year['’]s )?(?:year-(?P<earlier>ago|earlier) )?)"
        rf"(?P<n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)[ -](?P<kind>quarter|half)\b"
        rf"(?: of (?:the )?(?:fiscal )?(?:(?P<y>{YEAR})\b|(?P<dir>this|last|next) year\b)| "
        rf"(?P<dir1>last) year\b)?",
        _quarter,
    ),
    (
        "fiscal",
        "fiscal",
        rf"{GO}(?:(?:[Tt]he )?(?P<dir>current|last|next|previous|this|latest) )?(?:[Ff]iscal"
        rf"(?: year)? |FY ?)(?P<y>{YEAR})\b",
        periods.fiscal,
    ),
    (
        "fiscal-year",
        "fiscal",
        rf"{GO}(?:[Tt]he |[Tt]his |[Ii]ts )?(?:(?P<dir>current|last|next|previous|this) )?(?:fiscal"
        rf"|financial) year\b(?! ?\d)",
        periods.fiscal,
    ),
    (
        "quarter-this",
        "unit",
        rf"{GO}(?:[Tt]he )?(?P<current>[Tt]his|current) quarter\b",
        periods.year_ago_quarter,
    ),
    (
        "season",
        "season",
        rf"{GO}(?:[Tt]he )?{MOD}(?:{DIR}|{_IN_THE}) ?(?P<season>spring|summer|fall|autumn|winter)\b"
        rf"(?! (?:of (?!{YEAR})|in\b|from\b))(?:(?: of)? (?P<y>{YEAR})\b)?",
        periods.season,
    ),
    (
        "season-year",
        "season",
        rf"{GO}(?:the )?{MOD}(?P<season>[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)(?: of)? "
        rf"(?P<y>{YEAR})\b",
        periods.season,
    ),
    (
        "season-the",
        "season",
        rf"{GO}[Tt]he {MOD}(?P<season>spring|summer|autumn|winter)\b(?! (?:of|[A-Z]|games|olympics))",
        unless(periods.season, after=r" \w+s\b"),
    ),
    (
        "year-end",
        "unit",
        rf"{GO}(?:by |at )?(?P<mod>[Yy]ear(?:['’]s)?[- ]end|the end of the year)\b",
        _year_end,
    ),
)
