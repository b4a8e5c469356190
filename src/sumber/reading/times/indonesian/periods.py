"""Indonesian time expressions: weeks, months, quarters, years and more."""

import re

from .. import periods
from ..found import Context, Found, Read, dated, unless
from ..partial import Partial
from .parts import DIR, GO, MOD, MONTH, ORD, THING, YEAR, W

__all__ = ["PERIODS"]

_NO_YEAR_BEFORE = (
    r"(?:Rp|US\$|\$|USD|[Nn]omor|[Nn]o\.|[Ss]ebanyak|[Ss]ekitar|[Ss]edikitnya|[Tt]otal|[Ii]nfo"
    r"|[Pp]asal|[Hh]arga|[Ss]ejumlah|[Hh]ampir"
    r"|[Ll]ebih dari|[Kk]urang dari|[Jj]alan|[Bb]oeing|[Ss]eri|[Tt]ipe|[Mm]encapai|[Pp]esawat|[Kk]anal)\.? ?"
)


_LAW = re.compile(r"(?:[Nn]omor|[Nn]o\.?|NOMOR) ?\d[\w./-]{0,20} (?:[Tt]ahun |TAHUN )?$|\d{1,4}/$")


def _year(m: re.Match[str], ctx: Context) -> Found | None:
    """*tahun 2022*, *akhir 2025*, *2029*; not the year of a law."""
    return None if _LAW.search(m.string, max(0, m.start() - 32), m.start()) else periods.year(m, ctx)


def _weekend(m: re.Match[str], ctx: Context) -> Found | None:
    """*akhir pekan ini*, *akhir pekan*: Saturday and Sunday."""
    if ctx.published is None:
        return None
    step = W.step(m["dir"])
    return dated(m, Partial.of("WE", ctx.published).shift(step, "W"))


def _week_of_month(m: re.Match[str], ctx: Context) -> Found | None:
    """*pekan kedua September*: kept as the month, which is what the calendar knows of it."""
    return periods.month(m, ctx)


def _this(m: re.Match[str], ctx: Context) -> Found | None:
    """*pekan ini*; not *dua minggu lalu*, which counts weeks."""
    if re.search(
        r"(?:\d|\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|belas|beberapa|berapa)) $",
        m.string[max(0, m.start() - 12) : m.start()],
    ):
        return None
    found = periods.this(m, ctx)
    if found and m[0][:1] in "Ss" and m[0].lower().startswith("sepanjang"):
        found.start += len("sepanjang ")
    return found


def _years(m: re.Match[str], ctx: Context) -> Found | None:
    return None if _LAW.search(m.string, max(0, m.start() - 16), m.start()) else periods.two_years(m, ctx)


def _year_apostrophe(m: re.Match[str], ctx: Context) -> Found | None:
    """*tahun '98*."""
    if m["y"][0] in "'’":
        number = int(m["y"][1:])
        return dated(m, f"{'19' if number > 40 else '20'}{number:02d}")
    return _year(m, ctx)


_MONTH_NAMES = re.compile(
    r"(?:Mei|Juni|Juli|April|Agus|Septi|Jan|Mar|Des|Sep|Nov|Feb|Apr|Jun|Jul|Okt|Peb|Nop|Agu|Ags|Agt)$"
)


def _month(m: re.Match[str], ctx: Context) -> Found | None:
    """A month; a short form only with its year, a name that is also a person's not beside another capital."""
    name, told = m["month"], m["y"] or m["dir"] or m["mod"] or "ulan " in m[0]
    if not told and len(name) < 4 and name != "Mei":
        return None
    if not told and _MONTH_NAMES.match(name):
        after = m.string[m.end() : m.end() + 3]
        before = m.string[max(0, m.start() - 10) : m.start()]
        if re.match(r" [A-Z]", after) or re.search(r"(?:[A-Z][a-z]+|Ibu|Bu|Mbak) $", before):
            return None
    if re.search(
        r"(?:Universitas Sebelas|Jalan \d+|Stadion \d+|G30|Jl\.? ?\w*) $",
        m.string[max(0, m.start() - 22) : m.start()],
    ):
        return None
    return periods.month(m, ctx)


_ROMAN = {"I": 1, "V": 5, "X": 10}


def _century(m: re.Match[str], ctx: Context) -> Found | None:
    """*abad ke-20*, *abad XIX*."""
    name = m["n"]
    if re.fullmatch("[XVI]+", name):
        values = [_ROMAN[letter] for letter in name]
        total = sum(-v if any(v < w for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
        return dated(m, f"{total - 1:02d}")
    return periods.century(m, ctx)


def _part_year(m: re.Match[str], ctx: Context) -> Found | None:
    """*kuartal III 2023*; a *semester* of a student without a year is none."""
    if m["kind"].lower() in ("semester", "paruh") and not (m["y"] or m["y0"] or m["dir"]):
        return None
    return periods.part_year(m, ctx)


PERIODS: tuple[tuple[str, str, str, Read], ...] = (
    (
        "month-range",
        "month",
        rf"{GO}(?:[Bb]ulan )?(?P<month1>{MONTH})(?:\s?[-–]\s?| hingga | sampai )(?P<month>{MONTH})\b"
        rf"(?: (?:tahun )?(?P<y>{YEAR}))?(?: {DIR})?",
        periods.month_range,
    ),
    (
        "month-relative",
        "month",
        rf"{GO}{MOD}(?:[Bb]ulan )?(?P<month>{MONTH}) tahun (?P<reldir>lalu|ini|depan)\b",
        periods.month,
    ),
    (
        "month-then",
        "month",
        rf"{GO}{MOD}(?:[Bb]ulan )?(?P<month>{MONTH})(?: (?:tahun )?(?P<y>{YEAR}))?(?: {DIR})?\b",
        _month,
    ),
    (
        "week-of-month",
        "month",
        rf"{GO}(?:[Mm]inggu|[Pp]ekan) (?:ke-? ?\d|pertama|kedua|ketiga|keempat|kelima|terakhir) "
        rf"(?:bulan )?(?P<month>{MONTH})\b(?: (?P<y>{YEAR}))?(?: {DIR})?",
        _week_of_month,
    ),
    (
        "school",
        "digit",
        rf"{GO}[Tt]ahun (?:[Aa]jaran|[Pp]elajaran|[Aa]kademik|[Aa]nggaran) (?P<y1>{YEAR})\s?[-/]\s?"
        rf"(?P<y2>{YEAR}|\d\d)\b",
        periods.two_years,
    ),
    (
        "years",
        "digit",
        rf"{GO}(?:[Pp]eriode |[Tt]ahun |[Mm]usim )?(?P<y1>{YEAR})(?: ?[-–/] ?| hingga | sampai )"
        rf"(?:tahun )?(?P<y2>{YEAR})\b(?![-/]\d)",
        _years,
    ),
    (
        "fiscal",
        "fiscal",
        rf"{GO}[Tt]ahun (?:[Aa]nggaran|[Ff]iskal|[Bb]uku) (?:(?P<y>{YEAR})|(?P<dir>ini|lalu|depan))\b",
        periods.fiscal,
    ),
    (
        "decade",
        "digit",
        rf"{GO}(?:[Ss]ekitar )?{MOD}(?:(?:[Ee]ra|[Tt]ahun|[Dd]ekade) )(?P<y>{YEAR}|['’]?\d0)-?an\b",
        periods.decade,
    ),
    ("decade-plain", "digit", rf"{GO}{MOD}(?P<y>(?:1[89]|20)\d0)-?an\b", periods.decade),
    ("century", "unit", rf"{GO}{MOD}[Aa]bad (?:ke-? ?)?(?P<n>\d\d?|[XVI]{{1,5}}|{ORD})\b", _century),
    (
        "part-year",
        "unit half",
        rf"{GO}(?P<kind>[Kk]uartal|[Tt]riwulan|[Ss]emester|[Pp]aruh)(?: ke-?)? ?(?P<n>{ORD})\b"
        rf"(?:(?: tahun|[ /-]| pada)?[ /-]?(?P<y>{YEAR})| tahun (?P<dir>ini|lalu|depan)"
        rf"|(?=(?: atau | dan | hingga | sampai |[-/–])(?:{ORD})(?: tahun)?[ /-](?P<y0>{YEAR})\b))?",
        _part_year,
    ),
    (
        "year",
        "digit",
        rf"{GO}(?:[Ss]ekitar (?=tahun))?{MOD}(?P<tahun>[Tt]ahun )(?P<y>{YEAR}|['’]\d\d)(?: (?:silam"
        rf"|lalu|kemarin|mendatang|nanti)\b)?(?![\w/%]|[.,-]\d)",
        _year_apostrophe,
    ),
    (
        "year-bare",
        "digit",
        rf"{GO}{MOD}(?P<y>{YEAR})(?: (?:silam|lalu)\b)?(?![\w/%]|[.,-]\d| ?{THING}\b)",
        unless(_year, before=_NO_YEAR_BEFORE),
    ),
    (
        "weekend",
        "unit",
        rf"{GO}[Aa]khir pekan(?: (?P<dir>ini|lalu|kemarin|depan|mendatang|nanti))?\b",
        _weekend,
    ),
    (
        "this",
        "unit weekday",
        rf"{GO}(?:[Ss]epanjang )?{MOD}(?P<unit>[Tt]ahun|[Bb]ulan|[Pp]ekan|[Mm]inggu|[Kk]uartal"
        rf"|[Tt]riwulan|[Dd]ekade|[Aa]bad) {DIR}(?! ?\()",
        _this,
    ),
    (
        "that",
        "unit weekday",
        rf"{GO}(?<!\d )(?<!puluh )(?<!belas )(?P<unit>tahun|bulan|pekan|minggu) "
        r"(?P<dir>itu|yang sama|berikutnya|selanjutnya|sebelumnya)\b",
        periods.that,
    ),
)
