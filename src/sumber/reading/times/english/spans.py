"""English time expressions: clock times, lengths, counts back and ahead."""

import re

from ....record import TimeKind
from .. import periods, readers, spans
from ..found import Context, Found, Read, dated, unless
from ..partial import Partial
from .parts import APPROX, BOUND, GO, NUM, UNIT, ZONE, W

__all__ = ["SPANS"]


def _year_earlier(m: re.Match[str], ctx: Context) -> Found | None:
    """*a year earlier*: the quarter a year before the one told; else a year back."""
    if ctx.quarter:
        return dated(m, ctx.quarter.shift(-1, "Y"))
    if m["earlier"] is None:
        return None
    base = ctx.published if m["earlier"] == "ago" else ctx.told or ctx.published
    return dated(m, Partial.of("Y", base).shift(-1, "Y")) if base else None


def _past_period(m: re.Match[str], ctx: Context) -> Found | None:
    """*the past decade*: ten years, not a decade of the calendar."""
    del ctx
    if m["unit"] not in ("decade", "century"):
        return None
    return dated(m, {"decade": "P10Y", "century": "P100Y"}[m["unit"]], TimeKind.DURATION)


def _since(m: re.Match[str], ctx: Context) -> Found | None:
    """*two days later*: from the last day or period told; on the calendar only if counted in days or more."""
    unit = W.value("unit", m["unit"].lower())
    found = (periods.later(m, ctx) if m["dir"] == "later" else None) or spans.ago(m, ctx)
    if found and unit.startswith("T"):
        found.loose = True
    return found


def _clock_part(m: re.Match[str], ctx: Context) -> Found | None:
    del ctx
    hour = int(m["h"]) if m["h"].isdigit() else int(W.number(m["h"].lower()) or 99)
    if not 1 <= hour <= 12:
        return None
    late = m["p"] in ("afternoon", "evening") or (m["p2"] and hour > 4)
    return dated(m, f"T{hour % 12 + (12 if late else 0):02d}:00", TimeKind.TIME)


_RATE_BEFORE = re.compile(
    r"\b(?:for|in|within|than|about|nearly|after|over|almost|of|under|only|just|at least|every|lasted"
    r"|lasts|last|take|takes|took|"
    r"as|barely|spent|spend|spending|during|is|was|another|half|quarter|by) $",
    re.IGNORECASE,
)


_LENGTH_AFTER = re.compile(r" (?:after|before|later|or (?:two|so|more)|into|to [a-z]{3,})\b")


_AGE_AFTER = re.compile(r"[- ]olds?\b|[- ]of[- ]age\b")


def _length(m: re.Match[str], ctx: Context) -> Found | None:
    """*the last three months*, *about two weeks*; not an age, not a rate (*$2 million a year*)."""
    unit = W.value("unit", m["unit"].lower())
    number = m["n"].lower()
    if _AGE_AFTER.match(m.string, m.end()) or (
        (m["lead"] or "").strip().lower() == "the" and number in ("a", "an", "one")
    ):
        return None
    if unit == "Q" and (len(number) == 4 or number in ("one", "a")):
        return None
    if number in ("a", "an", "one") and unit in ("TS",):
        return None
    if number in ("a", "an") and not (m["approx"] or m["lead"]) and m.start("n") == m.start():
        before = m.string[max(0, m.start() - 14) : m.start()]
        if unit in ("D", "TM", "Q") and not m["more"] and not re.search(r"\b(?:within|than) $", before):
            return None
        sure = m["more"] or _RATE_BEFORE.search(before) or _LENGTH_AFTER.match(m.string, m.end())
        if not sure:
            return None
    if (
        number == "one"
        and unit == "D"
        and not re.search(
            r"\b(?:for|in|within|by|than|least|just|only|job) $", m.string[max(0, m.start() - 9) : m.start()]
        )
    ):
        return None
    if m["unit"] == "second" and m.string[m.end() - 1] != "s" and number not in ("one", "1"):
        return None
    if len(number) == 4 and number.isdigit() and unit == "TS":
        return None
    return spans.duration(m, ctx)


def _unit_long(m: re.Match[str], ctx: Context) -> Found | None:
    """*decades-long*, *day-long*."""
    del ctx
    count = "X" if m[0].split("-")[0].endswith("s") else "1"
    return dated(m, spans.length(count, W.value("unit", m["unit"].lower())), TimeKind.DURATION)


def _clock_range(m: re.Match[str], ctx: Context) -> Found | None:
    """*9:30 a.m. to 5 p.m.*, *5-6 pm*: the half of the day of the last holds for the first too."""
    ends = []
    for hour, minute, half in (("h1", "mi1", "ap1"), ("h2", "mi2", "ap")):
        late = (m[half] or m["ap"]).lower().startswith("p")
        if int(m[hour]) > 12:
            return None
        ends.append(readers.clock_value(int(m[hour]) % 12 + (12 if late else 0), int(m[minute] or 0), ""))
    found = dated(m, f"{ends[0]}/{ends[1]}", TimeKind.TIME)
    if found and m["z"]:
        found.zone = W.value("zone", m["z"]) or None
    del ctx
    return found


SPANS: tuple[tuple[str, str, str, Read], ...] = (
    (
        "year-before",
        "ago",
        rf"{GO}(?:[Tt]he quarter )?[Aa] year (?P<earlier>ago|earlier)\b|{GO}[Yy]ear-(?P<ago>ago|earlier)\b",
        _year_earlier,
    ),
    (
        "ago",
        "ago",
        rf"{GO}{APPROX}{BOUND}(?P<n>{NUM}) (?P<unit>{UNIT})s?(?: or so)? (?P<dir>ago|from now|hence)\b",
        spans.ago,
    ),
    (
        "since",
        "ago",
        rf"{GO}{APPROX}{BOUND}(?P<n>{NUM}) (?P<unit>{UNIT})s? (?P<anchored>(?P<dir>earlier|later))\b",
        _since,
    ),
    (
        "clock-range",
        "digit",
        rf"{GO}(?P<h1>\d\d?)(?:[:.](?P<mi1>\d\d))? ?(?P<ap1>[aApP]\.?[mM]\b\.?)?(?: to | until | and |-| ?– ?)"
        rf"(?P<h2>\d\d?)(?:[:.](?P<mi2>\d\d))? ?(?P<ap>[aApP]\.?[mM])\b\.?(?:,? (?P<z>{ZONE})\b)?",
        _clock_range,
    ),
    (
        "clock",
        "digit",
        rf"{GO}(?:(?P<lead_in>[Aa]round|[Aa]bout|[Bb]y) |(?:[Ss]hortly (?:before|after)|[Jj]ust "
        rf"(?:before|after)) )?"
        rf"(?:(?P<h>\d{{1,2}})(?:[:.](?P<mi>\d\d)(?::\d\d)?)? ?(?P<ap>[aApP]\.?[mM])\b\.?)(?:,? \(?"
        rf"(?P<z>{ZONE})\b\)?)?",
        spans.clock,
    ),
    (
        "clock-24",
        "digit",
        rf"{GO}(?:(?P<lead_in>[Aa]round|[Aa]bout|[Bb]y) |(?:[Ss]hortly (?:before|after)|[Jj]ust "
        rf"(?:before|after)) )?(?P<h>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)\b"
        rf"(?!:|\.\d| ?(?:to|-|–)| (?:win|victory|aggregate|lead))(?:,? \(?(?P<z>{ZONE})\b\)?)?",
        spans.clock,
    ),
    (
        "clock-zone",
        "digit",
        rf"{GO}(?P<h>[0-2]\d)(?P<mi>[0-5]\d) (?P<z>GMT|UTC|EST|EDT|PST|PDT|CET|BST|local time)\b",
        spans.clock,
    ),
    (
        "clock-part",
        "part oclock",
        rf"{GO}(?P<h>\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
        rf"(?: o['’]clock)? (?:in the (?P<p>morning|afternoon|evening)|at (?P<p2>night)|o['’]clock)",
        _clock_part,
    ),
    (
        "clock-name",
        "clock",
        rf"{GO}(?:(?:[Aa]round|[Aa]bout|[Ss]hortly (?:before|after)|[Jj]ust (?:before|after)) )?"
        rf"(?P<name>[Nn]oon|[Mm]idnight|[Mm]idday)\b(?:,? (?P<z>{ZONE})\b)?",
        spans.clock,
    ),
    (
        "length",
        "unit ago",
        rf"{GO}(?:(?P<lead>(?:[Tt]he |(?<=[Ee]ach of )the )?(?:last|past|next|first|final|coming"
        rf"|previous|following|latest) |[Tt]he |[Aa]n additional |(?:[Tt]he )?year-(?:ago|earlier) )?"
        rf"{APPROX}{BOUND}(?P<n>{NUM})(?: or (?:{NUM}))? (?:more |trading |consecutive |straight "
        rf"|full |additional |calendar |working |business )?(?P<unit>{UNIT})s?)\b(?:,? "
        rf"(?P<more>and a half)\b)?",
        _length,
    ),
    (
        "length-half",
        "unit",
        rf"{GO}{APPROX}{BOUND}(?P<n>{NUM}) (?P<more>and a half) (?P<unit>{UNIT})s?\b",
        spans.duration,
    ),
    (
        "length-range",
        "unit",
        rf"{GO}(?:(?:[Tt]he )?(?:last|past|next|first) )?(?P<n>{NUM})(?: to |-|–| or )(?:{NUM})[ -]"
        rf"(?P<unit>{UNIT})s?\b",
        unless(spans.duration, after=r"[- ]olds?\b"),
    ),
    (
        "length-hyphen",
        "unit",
        rf"{GO}(?P<n>\d{{1,3}}|{NUM})-(?P<unit>{UNIT})\b(?:-long\b)?(?: period\b)?",
        unless(spans.duration, after=r"[- ]olds?\b|-(?!long)\w| and\b"),
    ),
    ("length-long", "unit", rf"{GO}(?P<unit>{UNIT})s?-long\b", _unit_long),
    (
        "length-last",
        "unit",
        rf"{GO}(?:(?:[Tt]he )?(?:last|past)) (?P<unit>year|month|week|decade|century)\b(?!s)",
        _past_period,
    ),
)
