"""The patterns of English time expressions, over the words of the table ``times``; what they mean is in the readers.

Coverage follows the classes of expression that HeidelTime and the Recognizers specs know; the patterns are our own.
"""

import re
from functools import cache

from . import periods, readers, spans
from .found import Context, Found, Read, Rule, dated, key_pattern
from .words import words

__all__ = ["keys", "rules"]

W = words("en")
WD, MONTH, PART, UNIT, ZONE = (f"(?:{W.any(kind)})" for kind in ("weekday", "month", "part", "unit", "zone"))
LONG_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
CLEAR_MONTH = f"(?:(?!Ma(?:y|rch|r)\\b|Sep\\b|Dec\\b|Jan\\b){MONTH})"
NUM = W.number_pattern()
ORD = f"(?:{W.any('ordinal')})"
YEAR = r"(?:1[5-9]|20)\d\d"
GO = r"(?<![\w/.$£€-])"
DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)"
DIR = r"(?P<dir>[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming|[Pp]revious|[Tt]his (?:past|coming)|[Tt]his|[Cc]urrent)"
MOD = (
    r"(?:(?P<mod>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Mm]id|[Ss]ometime|(?:[Tt]he )?(?:[Vv]ery )?(?:[Ee]nd|[Bb]eginning|[Ss]tart"
    r"|[Mm]iddle) of|(?:[Tt]he )?[Rr]est of)(?: on| in)?[ -](?:the )?)?"
)
APPROX = r"(?:(?P<approx>[Aa]bout|[Aa]round|[Rr]oughly|[Ss]ome|[Aa]pproximately|[Oo]ver) )?"
BOUND = r"(?:(?:[Mm]ore than|[Nn]early|[Ll]ess than|[Aa]t least|[Aa]lmost|[Uu]p to|[Aa]t most|[Nn]o more than|[Jj]ust over|[Jj]ust under) )?"
IN = r"(?:(?<=\b[Ii]n )|(?<=\b[Bb]y )|(?<=[Ss]ince )|(?<=[Ff]rom )|(?<=\b[Oo]f )|(?<=[Uu]ntil )|(?<=\b[Tt]o )|(?<=\b[Tt]hrough )|(?<=[Dd]uring )|(?<=[Bb]efore )|(?<=[Aa]fter )|(?<=\b[Ff]or )|(?<=[Ee]very )|(?<=[Ee]ach ))"
THING = (
    r"(?:people|men|women|children|workers|jobs|members|cars|miles|kilomet(?:er|re)s|km|met(?:er|re)s|feet|points|votes|homes|troops|students|"
    r"dollars|pounds|euros|times|tons|tonnes|pages|million|billion|percent|per cent|soldiers|refugees|residents|employees|"
    r"deaths|cases|seats|units|acres|hectares|calories|years|days|hours|rooms|houses|vehicles|passengers|victims)"
)


def _unless(read: Read, *, before: str | None = None, after: str | None = None) -> Read:
    """Return a reader that gives nothing where the words before or after a match speak against it."""
    left = re.compile(f"(?:{before})$") if before else None
    right = re.compile(after) if after else None

    def guarded(m: re.Match[str], ctx: Context) -> Found | None:
        if left and left.search(m.string, max(0, m.start() - 24), m.start()):
            return None
        return None if right and right.match(m.string, m.end()) else read(m, ctx)

    return guarded


def _year_before(m: re.Match[str], ctx: Context) -> Found | None:
    """*a year earlier*, *a year ago*: of the quarter that the report is on, if it is on one."""
    return periods.year_ago_quarter(m, ctx) if ctx.quarter else None


def _slashed(m: re.Match[str], ctx: Context) -> Found | None:
    """*9/13/2023*, *13/9/2023*: only the year where day and month could change places."""
    a, b = int(m["a"]), int(m["b"])
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
    from .partial import parse

    return dated(m, value) if parse(value) else None


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


def _ordinal_day(m: re.Match[str], ctx: Context) -> Found | None:
    """*March eighth*."""
    number = W.value("ordinal", m["ord"])
    if ctx.published is None:
        return None
    month = readers.month_number(ctx, m["month"])
    from .partial import day

    value = day(readers.guess_year(ctx.published, month), month, int(number))
    return dated(m, value.isoformat()) if value else None


_DAYS: tuple[tuple[str, str, str, Read], ...] = (
    ("iso", "digit", rf"{GO}(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])", readers.numeric),
    ("slashed", "digit", rf"{GO}(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<y>(?:19|20)\d\d)(?![\w/])", _slashed),
    (
        "range", "month",
        rf"{GO}(?:(?P<month1>{MONTH})\.? (?P<d1>\d\d?)(?:st|nd|rd|th)?(?: to | through | until | and (?={MONTH})|-| ?– ?)(?P<month>{MONTH})\.? "
        rf"(?P<d2>\d\d?)(?:st|nd|rd|th)?\b(?:,? (?P<y>{YEAR})\b)?)",
        readers.day_range,
    ),
    (
        "range-one-month", "month",
        rf"{GO}(?P<month>{MONTH})\.? (?P<d1>\d\d?)(?:st|nd|rd|th)?(?: to | through |-| ?– ?)(?P<d2>\d\d?)(?:st|nd|rd|th)?\b(?![:/])(?:,? (?P<y>{YEAR})\b)?",
        readers.day_range,
    ),
    (
        "range-day-first", "month",
        rf"{GO}(?P<d1>\d\d?)(?:st|nd|rd|th)?(?: (?P<month1>{MONTH}))?(?: to | through |-| ?– ?)(?P<d2>\d\d?)(?:st|nd|rd|th)? (?P<month>{MONTH})\b(?:,? (?P<y>{YEAR})\b)?",
        readers.day_range,
    ),
    (
        "written", "month",
        rf"{GO}{MOD}(?:(?P<w>{WD})(?: {PART})?,? )?(?:{DIR} )?(?P<month>{MONTH})\.? {DAY}(?:,? (?P<y>{YEAR})\b)?",
        readers.written,
    ),
    (
        "day-first", "month",
        rf"{GO}(?:(?P<w>{WD})(?: {PART})?,? )?(?:the )?(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})\b(?:,? (?P<y>{YEAR})\b)?",
        readers.written,
    ),
    ("ordinal-day", "month", rf"{GO}(?P<month>{LONG_MONTH}) (?P<ord>{ORD})\b", _ordinal_day),
    ("day", "day part", rf"{GO}(?:(?:[Ll]ate|[Ee]arly|[Ee]arlier|[Ll]ater|[Mm]id-?(?:morning|afternoon|day)) )?(?P<day>{W.any('day')})\b", readers.day_word),
    (
        "weekday-week", "weekday",
        rf"{GO}(?P<w>{WD})(?: {PART})?(?: of)? (?P<week>last|next|this) week\b",
        readers.weekday,
    ),
    (
        "weekday", "weekday",
        rf"{GO}(?:(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater) )?(?:(?:the )?{DIR} )?(?P<w>{WD})\b(?: (?:{PART})\b(?!s))?",
        readers.weekday,
    ),
    (
        "feast", "feast",
        rf"{GO}(?:{DIR} )?(?P<feast>{W.any('feast')})\b(?:,? (?P<y>{YEAR})\b)?",
        readers.feast,
    ),
    ("week-of", "month", rf"{GO}(?:the )?week of (?P<month>{MONTH})\.? {DAY}(?:,? (?P<y>{YEAR})\b)?", lambda m, ctx: _week_of(m, ctx)),
    (
        "that", "unit",
        rf"{GO}(?:(?:[Ee]arlier|[Ll]ater) )?(?:[Tt]hat(?: same| very)?|[Tt]he same|[Tt]he very same|(?:[Tt]he )?(?P<dir>following|next|previous)) "
        rf"(?P<unit>day|week|month|year|decade)\b(?!s)",
        periods.that,
    ),
    ("that-part", "unit part", rf"{GO}(?:[Tt]he )?(?P<dir>following|next) (?:(?P<unit>day)|{PART})\b", lambda m, ctx: _next_part(m, ctx)),
    ("day-before", "unit", rf"{GO}[Tt]he (?P<unit>day|week|month|year) (?P<dir>before|after)(?=[,.;:]| ?$)", periods.that),
)


def _week_of(m: re.Match[str], ctx: Context) -> Found | None:
    """*the week of March 6*."""
    found = readers.written(m, ctx)
    from .partial import Partial, parse

    day = parse(found.value) if found else None
    return dated(m, Partial.of("W", day.start)) if day else None


def _next_part(m: re.Match[str], ctx: Context) -> Found | None:
    """*the next morning*: of the last day told."""
    from .partial import Partial

    if ctx.told is None:
        return None
    return dated(m, Partial("D", ctx.told).shift(1, "D"))


_PERIODS: tuple[tuple[str, str, str, Read], ...] = (
    (
        "month-range", "month",
        rf"{GO}(?P<month1>{MONTH})\.?(?: to | through |-| ?– ?)(?P<month>{MONTH})\b\.?(?:,? (?:of )?(?P<y>{YEAR})\b)?(?! ?\d)",
        periods.month_range,
    ),
    ("month-year", "month", rf"{GO}{MOD}(?P<month>{MONTH})\.?,? (?:of )?(?P<y>{YEAR})\b", periods.month),
    (
        "month-relative", "month",
        rf"{GO}{MOD}(?P<month>{MONTH})(?: of)? (?P<reldir>last|next|this) year\b",
        periods.month,
    ),
    ("month", "month", rf"{GO}{MOD}{DIR} (?P<month>{MONTH})\b(?! \d)", periods.month),
    (
        "month-alone", "month",
        rf"{GO}(?:{MOD}(?P<month>{CLEAR_MONTH})\b\.?(?![ -]\d| [A-Z]|['’]s? [A-Z]))",
        _unless(periods.month, before=r"\b(?:Mr|Mrs|Ms|Miss|Dr|by|and|with) ?"),
    ),
    (
        "month-in", "month",
        rf"{GO}(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[ -]|{IN}|(?<=[Tt]he )(?!May))(?P<month>{LONG_MONTH})\b(?! \d)",
        periods.month,
    ),
    ("year-word", "digit", rf"{GO}(?:the )?year (?P<y>{YEAR})\b", periods.year),
    (
        "spoken-year", "spoken",
        rf"\b(?:(?P<month>{LONG_MONTH}) )?(?:the year )?(?P<head>[Nn]ineteen|[Tt]wo thousand(?: and)?|[Ee]ighteen)(?:[ -](?P<rest>(?:{W.any('tens')})(?:[ -](?:{W.any('ones')}))?|"
        rf"(?:{W.any('teens')})|(?:{W.any('ones')})))?\b(?![ -](?:{UNIT})s?\b)",
        _unless(_spoken_year, after=r" (?:people|men|women|troops|miles|dollars|years)\b"),
    ),
    ("year-in", "digit", rf"{GO}{MOD}{IN}(?P<y>{YEAR})(?:(?! ?{THING}\b)(?![\w%/]|-\d|[.,:]\d))", _unless(periods.year, before=r"(?:about|some|around|\d) ")),
    (
        "year", "digit",
        rf"(?<![\w/.,$£€#])(?<!\d-){MOD}(?P<y>(?:19[1-9]|20[0-4])\d)(?! ?(?:{THING})\b)(?![\w%/]|-\d|[.,:]\d| [A-Z][a-z]+ (?:Street|Avenue|Road))",
        _unless(
            periods.year,
            before=r"(?:[Nn]o\.|[Nn]umber|[Ff]light|[Rr]oom|[Aa]bout|[Aa]round|[Ss]ome|[Tt]han|[Nn]early|[Aa]lmost|[Rr]oughly|[Oo]f about|[Aa]t least"
            r"|[Hh]ighway|[Rr]oute|[Cc]hannel|[Pp]age|[Mm]odel|Boeing|total of|all) ",
            after=r" [a-z]+-[a-z]+ people",
        ),
    ),
    ("decade", "digit", rf"{GO}(?:the )?{MOD}(?P<y>(?:1[5-9]|20)\d0)['’]?s\b", periods.decade),
    ("decade-short", "digit", rf"(?<![\w])(?:the )?{MOD}(?P<y>['’‘]\d0)s\b", periods.decade),
    ("decade-word", "decade", rf"{GO}(?:the )?{MOD}(?P<y>(?i:{W.any('decade')}))\b(?!-)", _unless(periods.decade, before=r"\b(?:his|her|their|my|mid|the low|the high) ?")),
    ("century", "unit", rf"{GO}(?:the )?{MOD}(?P<n>\d\d?|{ORD})(?:st|nd|rd|th)?[ -][Cc]entury\b", periods.century),
    ("two-years", "digit", rf"{GO}(?P<y1>{YEAR})[-–/](?P<y2>(?:{YEAR})|\d\d)\b(?![-/]\d)", _unless(periods.two_years, before=r"\d-")),
    (
        "this", "unit",
        rf"{GO}{MOD}(?:(?:the )?{DIR} (?P<unit>year|month|week)|(?:[Tt]his|[Tt]he current) (?P<unit2>decade|century))\b(?!s|-)",
        periods.this,
    ),
    ("weekend", "unit", rf"{GO}{MOD}(?:(?:[Tt]he )?{DIR}|[Tt]he|(?<=over )the) (?P<unit>(?P<wekend>weekend))\b", lambda m, ctx: _weekend(m, ctx)),
    (
        "part-year", "unit half",
        rf"{GO}(?:(?:[Tt]he |a (?:flat|weak|strong) )?(?:[Ff]iscal[ -])?(?:(?P<y0>{YEAR}) |(?P<dir0>this|last|next) year['’]s )?(?:year-(?P<earlier>ago|earlier) )?)"
        rf"(?P<n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)[ -](?P<kind>quarter|half)\b"
        rf"(?: of (?:the )?(?:fiscal )?(?:(?P<y>{YEAR})\b|(?P<dir>this|last|next) year\b)| (?P<dir1>last) year\b)?",
        lambda m, ctx: _quarter(m, ctx),
    ),
    (
        "fiscal", "fiscal",
        rf"{GO}(?:(?:[Tt]he )?(?P<dir>current|last|next|previous|this|latest) )?(?:[Ff]iscal(?: year)? |FY ?)(?P<y>{YEAR})\b",
        periods.fiscal,
    ),
    ("fiscal-year", "fiscal", rf"{GO}(?:[Tt]he |[Tt]his |[Ii]ts )?(?:(?P<dir>current|last|next|previous|this) )?(?:fiscal|financial) year\b(?! ?\d)", periods.fiscal),
    ("quarter-this", "unit", rf"{GO}(?:[Tt]he )?(?P<current>[Tt]his|current) quarter\b", periods.year_ago_quarter),
    ("season", "season", rf"{GO}(?:[Tt]he )?{MOD}(?:{DIR}|(?<=[Tt]he )) ?(?P<season>spring|summer|fall|autumn|winter)\b(?:(?: of)? (?P<y>{YEAR})\b)?", periods.season),
    ("season-year", "season", rf"{GO}(?:the )?{MOD}(?P<season>[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)(?: of)? (?P<y>{YEAR})\b", periods.season),
    ("season-the", "season", rf"{GO}[Tt]he {MOD}(?P<season>spring|summer|autumn|winter)\b(?! (?:of|[A-Z]|games|olympics))", _unless(periods.season, after=r" \w+s\b")),
    ("year-end", "unit", rf"{GO}(?:by |at )?(?P<mod>[Yy]ear(?:['’]s)?[- ]end|the end of the year)\b", lambda m, ctx: _year_end(m, ctx)),
)


def _weekend(m: re.Match[str], ctx: Context) -> Found | None:
    """*this weekend*, *the weekend* (the last one, unless the tense is of the future)."""
    from .direction import direction
    from .partial import Partial

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


_SPANS: tuple[tuple[str, str, str, Read], ...] = (
    ("year-before", "ago", rf"{GO}(?:[Tt]he quarter )?[Aa] year (?P<earlier>ago|earlier)\b|{GO}[Yy]ear-(?P<ago>ago|earlier)\b", lambda m, ctx: _year_earlier(m, ctx)),
    (
        "ago", "ago",
        rf"{GO}{APPROX}{BOUND}(?P<n>{NUM}) (?P<unit>{UNIT})s?(?: or so)? (?P<dir>ago|from now|hence)\b",
        spans.ago,
    ),
    ("since", "ago", rf"{GO}{APPROX}{BOUND}(?P<n>{NUM}) (?P<unit>{UNIT})s? (?P<anchored>(?P<dir>earlier|later))\b", lambda m, ctx: _since(m, ctx)),
    (
        "clock", "digit",
        rf"{GO}(?:(?P<lead_in>[Aa]round|[Aa]bout|[Bb]y) |(?:[Ss]hortly (?:before|after)|[Jj]ust (?:before|after)) )?"
        rf"(?:(?P<h>\d{{1,2}})(?:[:.](?P<mi>\d\d))? ?(?P<ap>[aApP]\.?[mM])\b\.?)(?:,? \(?(?P<z>{ZONE})\b\)?)?",
        spans.clock,
    ),
    (
        "clock-24", "digit",
        rf"{GO}(?:(?P<lead_in>[Aa]round|[Aa]bout|[Bb]y) |(?:[Ss]hortly (?:before|after)|[Jj]ust (?:before|after)) )?(?P<h>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)\b"
        rf"(?!:|\.\d| ?(?:to|-|–)| (?:win|victory|aggregate|lead))(?:,? \(?(?P<z>{ZONE})\b\)?)?",
        spans.clock,
    ),
    ("clock-zone", "digit", rf"{GO}(?P<h>[0-2]\d)(?P<mi>[0-5]\d) (?P<z>GMT|UTC|EST|EDT|PST|PDT|CET|BST|local time)\b", spans.clock),
    (
        "clock-part", "part oclock",
        rf"{GO}(?P<h>\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: o['’]clock)? (?:in the (?P<p>morning|afternoon|evening)|at (?P<p2>night)|o['’]clock)",
        lambda m, ctx: _clock_part(m, ctx),
    ),
    ("clock-name", "clock", rf"{GO}(?:(?:[Aa]round|[Aa]bout|[Ss]hortly (?:before|after)|[Jj]ust (?:before|after)) )?(?P<name>[Nn]oon|[Mm]idnight|[Mm]idday)\b(?:,? (?P<z>{ZONE})\b)?", spans.clock),
    (
        "length", "unit ago",
        rf"{GO}(?:(?P<lead>(?:[Tt]he |(?<=[Ee]ach of )the )?(?:last|past|next|first|final|coming|previous|following|latest) |[Tt]he |[Aa]n additional |(?:[Tt]he )?year-(?:ago|earlier) )?"
        rf"{APPROX}{BOUND}(?P<n>{NUM})(?: or (?:{NUM}))? (?:more |trading |consecutive |straight |full |additional |calendar |working |business )?(?P<unit>{UNIT})s?)\b(?:,? (?P<more>and a half)\b)?",
        lambda m, ctx: _length(m, ctx),
    ),
    (
        "length-half", "unit",
        rf"{GO}{APPROX}{BOUND}(?P<n>{NUM}) (?P<more>and a half) (?P<unit>{UNIT})s?\b",
        spans.duration,
    ),
    (
        "length-range", "unit",
        rf"{GO}(?:(?:[Tt]he )?(?:last|past|next|first) )?(?P<n>{NUM})(?: to |-|–| or )(?:{NUM})[ -](?P<unit>{UNIT})s?\b",
        _unless(spans.duration, after=r"[- ]olds?\b"),
    ),
    ("length-hyphen", "unit", rf"{GO}(?P<n>\d{{1,3}}|{NUM})-(?P<unit>{UNIT})\b(?:-long\b)?(?: period\b)?", _unless(spans.duration, after=r"[- ]olds?\b|-(?!long)\w| and\b")),
    ("length-long", "unit", rf"{GO}(?P<unit>{UNIT})s?-long\b", lambda m, ctx: _unit_long(m, ctx)),
    (
        "length-last", "unit",
        rf"{GO}(?:(?:[Tt]he )?(?:last|past)) (?P<unit>year|month|week|decade|century)\b(?!s)",
        lambda m, ctx: _past_period(m, ctx),
    ),
)


def _year_earlier(m: re.Match[str], ctx: Context) -> Found | None:
    """*a year earlier*: the quarter a year before the one told; else a year back."""
    from .partial import Partial

    if ctx.quarter:
        return dated(m, ctx.quarter.shift(-1, "Y"))
    if m["earlier"] is None:
        return None
    base = ctx.published if m["earlier"] == "ago" else ctx.told or ctx.published
    return dated(m, Partial.of("Y", base).shift(-1, "Y")) if base else None


def _past_period(m: re.Match[str], ctx: Context) -> Found | None:
    """*the past decade*: ten years, not a decade of the calendar."""
    if m["unit"] not in ("decade", "century"):
        return None
    return dated(m, {"decade": "P10Y", "century": "P100Y"}[m["unit"]], readers.TimeKind.DURATION)


def _since(m: re.Match[str], ctx: Context) -> Found | None:
    """*two days later*: on the calendar only if counted in days or more."""
    found = spans.ago(m, ctx)
    if found and W.value("unit", m["unit"].lower()).startswith("T"):
        found.loose = True
    return found


def _clock_part(m: re.Match[str], ctx: Context) -> Found | None:
    del ctx
    hour = int(m["h"]) if m["h"].isdigit() else int(W.number(m["h"].lower()) or 99)
    if not 1 <= hour <= 12:
        return None
    late = m["p"] in ("afternoon", "evening") or (m["p2"] and hour > 4)
    return dated(m, f"T{hour % 12 + (12 if late else 0):02d}:00", readers.TimeKind.TIME)


_RATE_BEFORE = re.compile(
    r"\b(?:for|in|within|than|about|nearly|after|over|almost|of|under|only|just|at least|every|lasted|lasts|last|take|takes|took|"
    r"as|barely|spent|spend|spending|during|is|was|another|half|quarter|by) $",
    re.IGNORECASE,
)
_LENGTH_AFTER = re.compile(r" (?:after|before|later|or (?:two|so|more)|into|to [a-z]{3,})\b")
_AGE_AFTER = re.compile(r"[- ]olds?\b|[- ]of[- ]age\b")


def _length(m: re.Match[str], ctx: Context) -> Found | None:
    """*the last three months*, *about two weeks*; not an age, not a rate (*$2 million a year*)."""
    unit = W.value("unit", m["unit"].lower())
    number = m["n"].lower()
    if _AGE_AFTER.match(m.string, m.end()) or (m["lead"] or "").strip().lower() == "the" and number in ("a", "an", "one"):
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
    if number == "one" and unit == "D" and not re.search(r"\b(?:for|in|within|by|than|least|just|only|job) $", m.string[max(0, m.start() - 9) : m.start()]):
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
    return dated(m, spans.length(count, W.value("unit", m["unit"].lower())), readers.TimeKind.DURATION)


def _plural(m: re.Match[str], ctx: Context) -> Found | None:
    """*for weeks*, *recent years*: an unknown number."""
    del ctx
    return dated(m, spans.length("X", W.value("unit", m["unit"].lower())), readers.TimeKind.DURATION)


def _recent(m: re.Match[str], ctx: Context) -> Found | None:
    del ctx
    kind, unit = m["kind"].lower(), W.value("unit", m["unit"])
    if kind == "future" or (kind in ("recent", "past") and unit == "Y"):
        return dated(m, "FUTURE_REF" if kind == "future" else "PAST_REF")
    return dated(m, spans.length("X", unit), readers.TimeKind.DURATION)


_LOOSE: tuple[tuple[str, str, str, Read], ...] = (
    ("each", "unit weekday month", rf"{GO}(?:[Ee]very|[Ee]ach) (?:(?P<unit>day|week|month|year|hour|minute|quarter|decade)|(?P<w>{WD})|(?P<month>{LONG_MONTH}))\b", spans.each),
    ("set", "set unit", rf"{GO}(?P<set>{W.any('set')})\b", spans.set_of),
    ("quarter", "unit half", rf"{GO}(?:[Tt]he )?(?:latest |corresponding |comparable |same |most recent )?(?:year-(?P<earlier>ago|earlier) )?(?:quarter|period)\b", lambda m, ctx: _loose_quarter(m, ctx)),
    ("year-quarter", "digit", rf"{GO}(?:the )?(?P<y>{YEAR}) (?:quarter|period)\b", lambda m, ctx: _year_quarter(m, ctx)),
    ("the-year", "unit", rf"{GO}(?:[Tt]he (?:full )?|(?<=[Ee]arlier in ))(?:the )?(?P<unit>year)\b(?!s|-| (?:end\b|ago|two))", lambda m, ctx: _the_year(m, ctx)),
    ("plural", "unit", rf"(?:(?<=\b[Ff]or )|(?<=\b[Ii]n )|(?<=\b[Ww]ithin )|(?<=\b[Tt]he )|(?<=\b[Oo]ver ))(?P<unit>weeks|months|years|decades|centuries)(?: or months)?\b(?! (?:ended|ending|from|to come))", _plural),
    ("recent", "unit", rf"{GO}(?P<kind>[Rr]ecent|[Pp]ast|[Cc]oming|[Ff]uture) (?P<unit>days|weeks|months|years|quarters|decades)\b", _recent),
    ("vague", "vague ago", rf"(?<![\w-])(?P<vague>{W.any('vague')})\b(?!-)", spans.vague),
)


def _loose_quarter(m: re.Match[str], ctx: Context) -> Found | None:
    words_ = m[0].lower()
    if not ("quarter" in words_ or ctx.quarter) or words_ in ("quarter", "period", "the period"):
        return None
    return periods.year_ago_quarter(m, ctx)


def _year_quarter(m: re.Match[str], ctx: Context) -> Found | None:
    return dated(m, f"{m['y']}-{ctx.quarter.value[5:]}" if ctx.quarter else m["y"])


def _the_year(m: re.Match[str], ctx: Context) -> Found | None:
    if re.match(r" (?:ended|ending)\b", m.string[m.end() : m.end() + 8]):
        return dated(m, "P1Y", readers.TimeKind.DURATION)
    return dated(m, str(ctx.published.year)) if ctx.published else None


@cache
def keys() -> re.Pattern[str]:
    """Return the pattern of words near which the rules look, compiled once."""
    kinds = ("month", "weekday", "unit", "day", "part", "season", "feast", "clock", "decade", "set", "vague")
    own = {
        "digit": r"\d+|['’‘]\d0s",
        "ago": "ago|earlier|later|hence|from now|[Yy]ear-(?:ago|earlier)",
        "half": "[Hh]alf|period",
        "fiscal": "[Ff]iscal|financial|FY",
        "oclock": "o['’]clock",
        "spoken": "[Nn]ineteen|[Ee]ighteen|[Tt]wo thousand",
    }
    return key_pattern(own | {kind: W.any(kind) for kind in kinds})


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of English, compiled once."""
    firm = [Rule.of(*row) for row in (*_DAYS, *_PERIODS, *_SPANS)]
    return (*firm, *(Rule.of(*row, loose=True) for row in _LOOSE))
