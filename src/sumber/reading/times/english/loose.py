"""English time expressions: what TIMEX3 corpora mark and a record leaves out: sets, vague times."""

import re

from ....record import TimeKind
from .. import periods, spans
from ..found import Context, Found, Read, dated
from .parts import GO, LONG_MONTH, WD, YEAR, W

__all__ = ["LOOSE"]


def _plural(m: re.Match[str], ctx: Context) -> Found | None:
    """*for weeks*, *recent years*: an unknown number."""
    del ctx
    return dated(m, spans.length("X", W.value("unit", m["unit"].lower())), TimeKind.DURATION)


def _recent(m: re.Match[str], ctx: Context) -> Found | None:
    del ctx
    kind, unit = m["kind"].lower(), W.value("unit", m["unit"])
    if kind == "future" or (kind in ("recent", "past") and unit == "Y"):
        return dated(m, "FUTURE_REF" if kind == "future" else "PAST_REF")
    return dated(m, spans.length("X", unit), TimeKind.DURATION)


def _loose_quarter(m: re.Match[str], ctx: Context) -> Found | None:
    words_ = m[0].lower()
    if not ("quarter" in words_ or ctx.quarter) or words_ in ("quarter", "period", "the period"):
        return None
    return periods.year_ago_quarter(m, ctx)


def _year_quarter(m: re.Match[str], ctx: Context) -> Found | None:
    return dated(m, f"{m['y']}-{ctx.quarter.value[5:]}" if ctx.quarter else m["y"])


def _the_year(m: re.Match[str], ctx: Context) -> Found | None:
    if re.match(r" (?:ended|ending)\b", m.string[m.end() : m.end() + 8]):
        return dated(m, "P1Y", TimeKind.DURATION)
    return dated(m, str(ctx.published.year)) if ctx.published else None


LOOSE: tuple[tuple[str, str, str, Read], ...] = (
    (
        "each",
        "unit weekday month",
        rf"{GO}(?:[Ee]very|[Ee]ach) (?:(?P<unit>day|week|month|year|hour|minute|quarter|decade)|"
        rf"(?P<w>{WD})|(?P<month>{LONG_MONTH}))\b",
        spans.each,
    ),
    ("set", "set unit", rf"{GO}(?P<set>{W.any('set')})\b", spans.set_of),
    (
        "quarter",
        "unit half",
        rf"{GO}(?:[Tt]he )?(?:latest |corresponding |comparable |same |most recent )?(?:year-"
        rf"(?P<earlier>ago|earlier) )?(?:quarter|period)\b",
        _loose_quarter,
    ),
    ("year-quarter", "digit", rf"{GO}(?:the )?(?P<y>{YEAR}) (?:quarter|period)\b", _year_quarter),
    (
        "the-year",
        "unit",
        rf"{GO}(?:[Tt]he (?:full )?|(?<=[Ee]arlier in ))(?:the )?(?P<unit>year)\b(?!s|-| (?:end\b|ago|two))",
        _the_year,
    ),
    (
        "plural",
        "unit",
        r"(?:(?<=\b[Ff]or )|(?<=\b[Ii]n )|(?<=\b[Ww]ithin )|(?<=\b[Tt]he )|(?<=\b[Oo]ver ))"
        r"(?P<unit>weeks|months|years|decades|centuries)(?: or months)?\b(?! (?:ended|ending|from"
        r"|to come))",
        _plural,
    ),
    (
        "recent",
        "unit",
        rf"{GO}(?P<kind>[Rr]ecent|[Pp]ast|[Cc]oming|[Ff]uture) (?P<unit>days|weeks|months|years"
        rf"|quarters|decades)\b",
        _recent,
    ),
    ("vague", "vague ago", rf"(?<![\w-])(?P<vague>{W.any('vague')})\b(?!-)", spans.vague),
)
