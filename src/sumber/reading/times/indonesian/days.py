"""Indonesian time expressions: days."""

import re

from ....record import TimeKind
from .. import readers
from ..feasts import feast_day
from ..found import Context, Found, Read, dated
from ..partial import Partial
from .parts import DIR, END, GO, HEAD, MONTH, PART, WD, YEAR, W

__all__ = ["DAYS"]


def _weekday(m: re.Match[str], ctx: Context) -> Found | None:
    """A weekday; *Minggu* only where it is the day: not *Minggu lalu* at a sentence's start, nor *Pasar Minggu*."""
    if m["w"] == "Minggu" and not m["hari"] and not m["eve"]:
        before = m.string[max(0, m.start() - 12) : m.start()]
        if re.search(r"(?:Pasar|Sekolah|Gunung|\d|satu|dua|tiga|empat) $", before):
            return None
        starts = not before.strip() or before.rstrip()[-1:] in ".\n"
        if starts and (m["dir"] or re.match(r" (?:pertama|kedua|ketiga|keempat|ke-)", m.string[m.end() :])):
            return None
    return readers.weekday(m, ctx)


def _anniversary(m: re.Match[str], ctx: Context) -> Found | None:
    """*HUT ke-78 RI*, *HUT RI ke-78*: 17 August, so many years after 1945."""
    del ctx
    number = int(m["n"] or m["n2"])
    return dated(m, f"{1945 + number}-08-17") if 0 < number < 200 else None


def _hijri_feast(m: re.Match[str], ctx: Context) -> Found | None:
    """*Idul Fitri 1445 Hijriah*: the feast of ours that lies nearest to that Hijri year."""
    del ctx
    middle = (
        int(m["hijri"]) * 0.970224
        + 621.5774
        + (0.75 if "Fitri" in m["feast"] or "Lebaran" in m["feast"] else 0.9)
    )
    near = [feast_day(W.value("feast", m["feast"]), int(middle) + offset) for offset in (-1, 0, 1)]
    days = [one for one in near if one]
    if not days:
        return None
    best = min(days, key=lambda one: abs(one.year + one.timetuple().tm_yday / 365.25 - middle))
    return dated(m, best.isoformat())


def _day_itself(m: re.Match[str], ctx: Context) -> Found | None:
    """*keesokan harinya*, *sehari sebelumnya*, *pada hari yang sama*: from the last day told."""
    if ctx.told is None:
        return None
    step = W.step(m["dir"]) if readers.group(m, "dir") else 1
    return dated(m, Partial("D", ctx.told).shift(step, "D"))


_FIXED_NAME = re.compile(
    r"(?:Pulau|Kota|Kabupaten|Pantai|Provinsi|Kecamatan|di|Bank|Sinterklas|Rumah|Kue|baju|kue) $"
)


def _feast(m: re.Match[str], ctx: Context) -> Found | None:
    """A feast; *Natal* in *Natalia* or *Pulau Natal* and *tahun baru* without its capital are left alone."""
    if _FIXED_NAME.search(m.string, max(0, m.start() - 12), m.start()):
        return None
    if m["feast"].lower() == "tahun baru" and not (m["y"] or m["shift"]):
        return None
    return readers.feast(m, ctx)


def _written(m: re.Match[str], ctx: Context) -> Found | None:
    if re.search(
        r"(?:Jalan|Jl\.?|Universitas|SMA|SMP|Stadion|Rumah Sakit|RS) $",
        m.string[max(0, m.start() - 14) : m.start()],
    ):
        return None
    if m["y"] and m["y"][0] in "'’":
        return None
    return readers.written(m, ctx)


def _day_word(m: re.Match[str], ctx: Context) -> Found | None:
    """*hari ini*; not *semalam* for one night's stay, nor *kemarin* that only closes a date."""
    if m["day"].lower() == "semalam" and re.search(
        r"(?:menginap|bermalam|dalam) $", m.string[max(0, m.start() - 12) : m.start()]
    ):
        return dated(m, "P1D", TimeKind.DURATION)
    return readers.day_word(m, ctx)


def _same_day(m: re.Match[str], ctx: Context) -> Found | None:
    return dated(m, ctx.told.isoformat()) if ctx.told else None


DAYS: tuple[tuple[str, str, str, Read], ...] = (
    ("iso", "digit", rf"{GO}(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])", readers.numeric),
    (
        "numeric-range",
        "digit",
        rf"{GO}(?:(?P<named>{WD}(?: ?- ?| hingga | sampai | dan |/){WD},? \()|(?<=\())(?P<d1>\d\d?)(?:/"
        rf"(?P<month1>\d\d?))? ?[-–] ?(?P<d2>\d\d?)/(?P<m>\d\d?)(?:/(?P<y>\d{{4}}))?(?(named)\)?)",
        readers.day_range,
    ),
    (
        "numeric",
        "digit",
        rf"{GO}(?:(?:[Hh]ari )?(?P<w>{WD})(?: (?P<p1>{PART}))?,? ?\(|"
        rf"(?<=\()(?=\d{{1,2}}(?:/|-\d{{1,2}}-)))(?P<d>\d{{1,2}})[/-]"
        rf"(?P<m>\d{{1,2}})"
        rf"(?:[/-](?P<y>\d{{4}}|\d\d))?(?(w)(?:\)(?:,? (?P<p2>(?:{PART})(?: (?:ini|tadi))?)\b)?"
        rf"(?: kemarin)?|(?=\)))|(?=\)))",
        readers.numeric,
    ),
    (
        "numeric-plain",
        "digit",
        rf"{GO}{HEAD}(?:tanggal )?(?P<d>\d{{1,2}})(?P<sep>[/.-])(?P<m>\d{{1,2}})(?P=sep)(?P<y>(?:19"
        rf"|20)\d\d)(?P<p2>)(?![\d.])",
        readers.numeric,
    ),
    (
        "numeric-weekday",
        "digit",
        rf"{GO}(?:[Hh]ari )?(?P<w>{WD})(?: (?P<p1>{PART}))?,? (?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})(?![\d/])",
        readers.numeric,
    ),
    (
        "range",
        "month",
        rf"{GO}(?:(?:{WD})(?: ?- ?| hingga | sampai )(?:{WD}),? \(?)?(?:[Tt]anggal )?(?P<d1>\d{{1,2}})"
        rf"(?: (?P<month1>{MONTH})(?: {YEAR})?)?\s*(?:-|–|hingga|sampai(?: dengan)?|s/d|s\.d\.)\s*"
        rf"(?:tanggal )?(?P<d2>\d{{1,2}}) (?P<month>{MONTH})\b(?: (?P<y>{YEAR}))?\)?",
        readers.day_range,
    ),
    (
        "written",
        "month",
        rf"{GO}(?:(?:[Hh]ari )?(?P<w>{WD})(?: (?P<p1>{PART}))?,? ?\(?)?(?:[Tt]anggal )?(?P<d>[0-3]?\d) ?"
        rf"(?P<month>{MONTH})\b\.?(?:,? (?:tahun )?(?P<y>{YEAR}|['’]\d\d\b)|(?: tahun (?P<reldir>lalu"
        rf"|ini|depan)))?(?: {DIR})?\)?(?: (?P<p2>{PART})\b)?",
        _written,
    ),
    (
        "day-of-month",
        "digit",
        rf"{GO}[Tt]anggal (?P<d>[0-3]?\d)(?: bulan {DIR}| (?P<past>kemarin|lalu))?(?![\w./%-]|,\d| "
        rf"(?:{MONTH}))",
        readers.day_of_month,
    ),
    ("day", "day part unit", rf"{GO}(?P<day>{W.any('day')}){END}", _day_word),
    (
        "weekday-week",
        "weekday",
        rf"{GO}(?P<eve>[Mm]alam )?(?P<hari>[Hh]ari )?(?P<w>{WD})\b(?:,? (?:{PART})\b)? (?:pekan"
        rf"|minggu) (?P<week>ini|lalu|kemarin|depan)\b(?P<dir>)(?! \()",
        _weekday,
    ),
    (
        "weekday",
        "weekday",
        rf"{GO}(?P<eve>[Mm]alam )?(?P<hari>[Hh]ari )?(?P<w>{WD})\b(?:,? (?:selepas |setelah )?"
        rf"(?:{PART}|ashar|zuhur|magrib|isya)\b(?: (?:tadi|ini|nanti))?)?(?: {DIR}(?!-))?(?![/(]| \()",
        _weekday,
    ),
    (
        "anniversary",
        "digit",
        rf"{GO}HUT (?:ke-? ?(?P<n>\d\d?\d?) (?:Kemerdekaan )?(?:RI|Republik Indonesia)|"
        rf"(?:Kemerdekaan )?(?:RI|Republik Indonesia) [Kk]e-? ?(?P<n2>\d\d?\d?))\b",
        _anniversary,
    ),
    (
        "hijri",
        "feast",
        rf"{GO}(?:[Hh]ari )?(?:[Rr]aya )?(?P<feast>{W.any('feast')}) (?P<hijri>1[34]\d\d) ?(?:H\b|Hijriah)",
        _hijri_feast,
    ),
    (
        "feast",
        "feast",
        rf"{GO}(?:H(?P<shift>[-+]\d{{1,2}}) )?(?:[Hh]ari )?(?:[Rr]aya )?(?P<feast>{W.any('feast')})"
        rf"(?: (?P<y>{YEAR})| tahun (?P<dir>ini|lalu|depan))?\b(?! (?:Imlek|Islam|Hijriah|Saka|Haji))",
        _feast,
    ),
    (
        "next-day",
        "day",
        rf"{GO}(?:[Kk]eesokan|[Ee]sok|[Bb]esok)(?: ?(?:paginya|malamnya|harinya))\b",
        _day_itself,
    ),
    (
        "night-before",
        "part unit",
        rf"{GO}(?P<part>[Mm]alam|[Pp]agi|[Ss]ore|[Hh]ari) (?P<dir>sebelumnya|berikutnya|selanjutnya)\b",
        _day_itself,
    ),
    ("same-day", "unit", rf"{GO}(?<=pada )?[Hh]ari (?P<dir>itu|yang sama|tersebut)\b(?! juga)", _same_day),
)
