"""Indonesian time expressions: patterns over the words of the table ``times``, each with what it means.

The conventions (D/M/Y always, a weekday is the last one up to publication) are measured in research on Kompas: 76 of
76 dates in brackets are D/M/Y and name the weekday of the last twelve days.
"""

import re
from datetime import date, timedelta
from functools import cache

from ...record import TimeKind
from .calendar import add_months, day, guess_year, month_value, nearest_weekday, week_value
from .found import Context, Found, Reading, Rule, duration
from .words import words

__all__ = ["rules"]

W = words("id")
_WEEKDAY = rf"(?:{W.any('weekday')})"
_MONTH = rf"(?:{W.any('month')})"
_PART = rf"(?:{W.any('part')})"
_UNIT = rf"(?:{W.any('unit')})"
_ZONE = rf"(?:{W.any('zone')})"
_NUMBER = rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}})?|{W.any('number')})"
_ORDINAL = rf"(?:{W.any('ordinal')})"
_YEAR = r"(?:1[5-9]|20)\d\d"
_GO = r"(?<![\w/.-])"
_AFTER = r"(?![\w/])"
_PAST = r"(?:yang )?(?:lalu|silam|kemarin)"
_NEXT = r"(?:depan|mendatang|nanti|yang akan datang)"
_NO_YEAR_BEFORE = re.compile(
    r"(?:Rp|US\$|\$|USD|[Nn]omor|[Nn]o\.|[Ss]ebanyak|[Ss]ekitar|[Ss]edikitnya|[Tt]otal|[Ii]nfo|[Pp]asal|[Hh]arga)\.? ?$"
)
_LAW = re.compile(r"(?:[Nn]omor|[Nn]o\.?|NOMOR) ?\d{1,4}(?:/\w+)? $|\d{1,4}/$")
_NO_YEAR_AFTER = re.compile(
    r" ?(?:orang|unit|ton|meter|km|kilometer|rumah|jiwa|warga|personel|peserta|siswa|dolar|rupiah|triliun|miliar|juta|ribu|"
    r"persen|%|kasus|korban|hektare|buah|lembar|liter|kg|cc|mAh|MHz|poin|paket|kali|TPS|suara)\b"
)


def _numeric(m: re.Match[str], ctx: Context) -> Reading:
    """*Rabu (13/9/2023)*, *hari Selasa (10/6)*: day, month, year."""
    number, month = int(m["d"]), int(m["m"])
    year = int(m["y"]) if m["y"] else None
    if year is not None and year < 100:
        year += 2000
    if year is None:
        if ctx.published is None or not 1 <= month <= 12:
            return None
        year = guess_year(ctx.published, month)
    return _dated(m, ctx, year, month, number)


def _written(m: re.Match[str], ctx: Context) -> Reading:
    """*Rabu, 13 September 2023*, *27 November*."""
    month = int(W.value("month", m["month"]))
    if m["y"]:
        year = int(m["y"])
    elif ctx.told and m["y"] is None and ctx.published is None:
        year = ctx.told.year
    elif ctx.published:
        year = guess_year(ctx.published, month, -1 if m["past"] else 1 if m["next"] else 0)
    else:
        return f"XXXX-{month:02d}-{int(m['d']):02d}", TimeKind.DATE
    return _dated(m, ctx, year, month, int(m["d"]))


def _dated(m: re.Match[str], ctx: Context, year: int, month: int, number: int) -> Reading:
    """Return a day, with its part of the day if one is told; mends a date that its weekday contradicts."""
    value = day(year, month, number)
    wanted = int(W.value("weekday", m["w"])) if m["w"] else None
    note = None
    if value is None or (wanted is not None and value.weekday() != wanted):
        meant = _meant(ctx, wanted, value, month, number)
        words_ = m[0].strip()
        if meant is None and value is None:
            return None
        note = f"“{words_}” names a day that is none or another weekday" + (
            f"; read as {meant}" if meant else ""
        )
        value = meant or value
    assert value is not None
    part = m["p1"] or m["p2"]
    text = value.isoformat()
    return Found(m.start(), m.end(), text, TimeKind.DATE if not part else TimeKind.TIME, note=note)


def _meant(ctx: Context, wanted: int | None, value: date | None, month: int, number: int) -> date | None:
    """Return the day that a wrong date must mean: that weekday in the days of publication, if little differs."""
    if ctx.published is None or wanted is None:
        return None
    near = nearest_weekday(ctx.published, wanted)
    if (ctx.published - near).days > 2:
        return None
    close = value is not None and abs((value - near).days) <= 40
    return near if close or near.day == number or near.month == month else None


def _day_range(m: re.Match[str], ctx: Context) -> Reading:
    """*13-17 September 2023*, *30 September hingga 2 Oktober 2023*."""
    month = int(W.value("month", m["month"]))
    first_month = int(W.value("month", m["month1"])) if m["month1"] else month
    year = int(m["y"]) if m["y"] else guess_year(ctx.published, month) if ctx.published else None
    if year is None:
        return None
    start, end = day(year, first_month, int(m["d1"])), day(year, month, int(m["d2"]))
    if start is None or end is None or start > end:
        return None
    return f"{start}/{end}", TimeKind.DATE


def _month(m: re.Match[str], ctx: Context) -> Reading:
    """*Juni 2023*, *akhir Mei lalu*, *April mendatang*, *Juni-Juli 2025*."""
    month = int(W.value("month", m["month"]))
    if m["y"]:
        year = int(m["y"])
    elif ctx.published:
        year = guess_year(ctx.published, month, -1 if m["past"] else 1 if m["next"] else 0)
    else:
        return f"XXXX-{month:02d}", TimeKind.DATE
    if m["month1"]:
        return f"{year}-{int(W.value('month', m['month1'])):02d}/{year}-{month:02d}", TimeKind.DATE
    return f"{year}-{month:02d}", TimeKind.DATE


def _year(m: re.Match[str], ctx: Context) -> Reading:
    """*tahun 2022*, *akhir 2025*, *2029*; not the year of a law, nor a number of things."""
    del ctx
    before = m.string[max(0, m.start() - 14) : m.start()]
    if _LAW.search(before):
        return None
    if not m["tahun"] and (_NO_YEAR_BEFORE.search(before) or _NO_YEAR_AFTER.match(m.string, m.end())):
        return None
    return m["y"], TimeKind.DATE


def _school_year(m: re.Match[str], ctx: Context) -> Reading:
    del ctx
    return f"{m['y1']}/{m['y2']}", TimeKind.DATE


def _decade(m: re.Match[str], ctx: Context) -> Reading:
    """*era 1990-an*, *tahun 40-an*."""
    del ctx
    digits = m["y"]
    return (digits[:3] if len(digits) == 4 else f"19{digits[0]}"), TimeKind.DATE


def _century(m: re.Match[str], ctx: Context) -> Reading:
    del ctx
    return str(int(m["n"]) - 1), TimeKind.DATE


def _part_year(m: re.Match[str], ctx: Context) -> Reading:
    """*kuartal III 2023*, *semester I/2023*, *triwulan II tahun ini*."""
    letter = "H" if m["kind"].lower() == "semester" else "Q"
    number = W.value("ordinal", m["n"])
    if m["y"]:
        return f"{m['y']}-{letter}{number}", TimeKind.DATE
    if ctx.published is None:
        return f"XXXX-{letter}{number}", TimeKind.DATE
    year = ctx.published.year - (1 if m["past"] else 0) + (1 if m["next"] else 0)
    return f"{year}-{letter}{number}", TimeKind.DATE


def _this(m: re.Match[str], ctx: Context) -> Reading:
    """*tahun ini*, *pekan lalu*, *bulan depan*, *minggu depan*."""
    if ctx.published is None:
        return None
    step = -1 if m["past"] else 1 if m["next"] else 0
    unit = W.value("unit", m["unit"])
    if unit == "Y":
        return str(ctx.published.year + step), TimeKind.DATE
    if unit == "M":
        return month_value(ctx.published, step), TimeKind.DATE
    return week_value(ctx.published, step), TimeKind.DATE


def _ago(m: re.Match[str], ctx: Context) -> Reading:
    """*dua hari yang lalu*, *lima tahun silam*, *setahun lalu*, *tiga pekan mendatang*."""
    count = "1" if m["se"] else W.number(m["n"])
    unit = W.value("unit", m["unit"] or m["se"])
    if count is None:
        return None
    step = 1 if m["next"] else -1
    if not count.isdigit() or ctx.published is None or unit.startswith("T"):
        value = duration(count, unit)
        return (value, TimeKind.DURATION) if value else None
    try:
        return _shift(ctx.published, step * int(count), unit), TimeKind.DATE
    except (OverflowError, ValueError):
        return None


def _shift(start: date, count: int, unit: str) -> str:
    if unit == "D":
        return (start + timedelta(days=count)).isoformat()
    if unit == "W":
        return week_value(start, count)
    if unit == "M":
        return add_months(start, count).isoformat()[:7]
    years = {"Y": 1, "DE": 10, "CE": 100}[unit] * count
    return f"{start.year + years:04d}"


def _day_word(m: re.Match[str], ctx: Context) -> Reading:
    """*hari ini*, *kemarin*, *besok*, *tadi malam*."""
    if ctx.published is None:
        return None
    value = ctx.published + timedelta(days=int(W.value("day", m["day"])))
    return value.isoformat(), TimeKind.DATE


def _weekday(m: re.Match[str], ctx: Context) -> Reading:
    """*Rabu*, *hari Jumat lalu*, *Senin depan*, *Rabu pekan lalu*, *malam Minggu*."""
    if ctx.published is None:
        return None
    number = int(W.value("weekday", m["w"]))
    if m["w"] == "Minggu" and not _is_sunday(m):
        return None
    if m["week"]:
        step = -1 if m["weekpast"] else 1 if m["weeknext"] else 0
        monday = ctx.published - timedelta(days=ctx.published.weekday()) + timedelta(weeks=step)
        value = monday + timedelta(days=number)
    else:
        value = nearest_weekday(ctx.published, number, 1 if m["next"] else -1)
        if m["past"] and value == ctx.published:
            value -= timedelta(days=7)
    if m["eve"]:
        value -= timedelta(days=1)
    return value.isoformat(), TimeKind.DATE


def _is_sunday(m: re.Match[str]) -> bool:
    """Return whether a capital *Minggu* is the day: not *Minggu lalu* at a sentence's start, nor *Pasar Minggu*."""
    before = m.string[max(0, m.start() - 12) : m.start()]
    if re.search(r"(?:Pasar|Sekolah|setiap|tiap) $", before):
        return False
    starts = not before.strip() or before.rstrip()[-1:] in ".\n"
    return not (starts and (m["past"] or m["next"]))


def _clock(m: re.Match[str], ctx: Context) -> Reading:
    """*pukul 18.00 waktu setempat*, *jam 7 malam*."""
    del ctx
    hour, minute = int(m["h"]), int(m["mi"] or 0)
    part = (m["p"] or "").lower()
    if hour < 12 and part in ("siang", "sore", "petang", "malam") and not (part == "siang" and hour > 9):
        hour += 12 if hour + 12 < 24 else 0
    if hour > 24 or minute > 59:
        return None
    return f"T{hour % 24:02d}:{minute:02d}", TimeKind.TIME


def _holiday(m: re.Match[str], ctx: Context) -> Reading:
    """*hari raya Idul Adha*, *Lebaran 2023*, *H-7 Lebaran*: by the library holidays."""
    if ctx.published is None and not m["y"]:
        return None
    year = int(m["y"]) if m["y"] else ctx.published.year if ctx.published else 0
    found = _holidays(year).get(_HOLIDAYS[m["holiday"].lower()])
    if found is None:
        return None
    shift = int(m["shift"]) if m["shift"] else 0
    return (found + timedelta(days=shift)).isoformat(), TimeKind.DATE


_HOLIDAYS = {
    "idul adha": "Adha",
    "iduladha": "Adha",
    "idul fitri": "Fitri",
    "idulfitri": "Fitri",
    "lebaran": "Fitri",
    "natal": "Natal",
    "nyepi": "Nyepi",
    "waisak": "Waisak",
    "imlek": "Imlek",
    "tahun baru imlek": "Imlek",
    "hut ri": "Kemerdekaan",
    "hut kemerdekaan ri": "Kemerdekaan",
}


@cache
def _holidays(year: int) -> dict[str, date]:
    """Return the first day of each feast of a year, by a word of its Indonesian name."""
    import holidays

    known = sorted(
        (when, str(name)) for when, name in holidays.country_holidays("ID", years=year, language="id").items()
    )
    return {
        key: when
        for key in set(_HOLIDAYS.values())
        for when, name in reversed(known)
        if key in name and "Cuti" not in name
    }


_MODIFIER = r"(?:[Ss]ekitar |[Ll]ebih dari |[Kk]urang dari |[Hh]ampir |[Ss]elama lebih dari )?"
_PATTERNS: tuple[tuple[str, str, object], ...] = (
    (
        "numeric",
        rf"{_GO}(?:(?:[Hh]ari )?(?P<w>{_WEEKDAY})(?: (?P<p1>{_PART}))?,? ?\(|(?<=\())(?P<d>\d{{1,2}})[/-](?P<m>\d{{1,2}})"
        rf"(?:[/-](?P<y>\d{{4}}|\d\d))?(?:\)(?: (?P<p2>{_PART})\b)?(?: kemarin)?|(?=\)))",
        _numeric,
    ),
    (
        "numeric-plain",
        rf"{_GO}(?:(?:[Hh]ari )?(?P<w>{_WEEKDAY})(?: (?P<p1>{_PART}))?,? )?(?:tanggal )?"
        rf"(?P<d>\d{{1,2}})(?P<sep>[/-])(?P<m>\d{{1,2}})(?P=sep)(?P<y>(?:19|20)\d\d)(?P<p2>)(?!\d)",
        _numeric,
    ),
    (
        "range",
        rf"{_GO}(?:tanggal )?(?P<d1>\d{{1,2}})(?: (?P<month1>{_MONTH}))?\s*(?:-|–|hingga|sampai(?: dengan)?|s/d|s\.d\.)\s*"
        rf"(?P<d2>\d{{1,2}}) (?P<month>{_MONTH})\b(?: (?P<y>{_YEAR}))?",
        _day_range,
    ),
    (
        "written",
        rf"{_GO}(?:(?:[Hh]ari )?(?P<w>{_WEEKDAY})(?: (?P<p1>{_PART}))?,? ?\(?)?(?:[Tt]anggal )?(?P<d>\d{{1,2}}) ?"
        rf"(?P<month>{_MONTH})\b\.?(?:,? (?P<y>{_YEAR}))?(?:(?P<past> lalu)|(?P<next> {_NEXT}))?\)?(?: (?P<p2>{_PART})\b)?",
        _written,
    ),
    (
        "month",
        rf"{_GO}(?:(?:[Aa]wal|[Pp]ertengahan|[Aa]khir|[Pp]enghujung) )?(?:[Bb]ulan )?(?:(?P<month1>{_MONTH})\s?[-–]\s?)?"
        rf"(?P<month>{_MONTH})\b(?: (?:tahun )?(?P<y>{_YEAR}))?(?: (?:(?P<past>lalu|silam)|(?P<next>{_NEXT}))\b)?",
        _month,
    ),
    ("school", rf"{_GO}[Tt]ahun [Aa]jaran (?P<y1>{_YEAR})\s?[-/]\s?(?P<y2>{_YEAR})", _school_year),
    ("decade", rf"{_GO}(?:(?:era|tahun|dekade) )(?P<y>{_YEAR}|\d0)-an\b", _decade),
    ("decade-plain", rf"{_GO}(?P<y>(?:1[89]|20)\d0)-an\b", _decade),
    ("century", rf"{_GO}[Aa]bad (?:ke-?)?(?P<n>\d\d?)\b", _century),
    (
        "part-year",
        rf"{_GO}(?P<kind>[Kk]uartal|[Tt]riwulan|[Ss]emester)(?: ke-?)? ?(?P<n>{_ORDINAL})\b"
        rf"(?:[ /-](?:tahun )?(?P<y>{_YEAR})| tahun (?:ini|(?P<past>lalu)|(?P<next>depan)))?",
        _part_year,
    ),
    (
        "year",
        rf"{_GO}(?:(?:[Aa]wal|[Pp]ertengahan|[Aa]khir|[Pp]enghujung) )?(?P<tahun>[Tt]ahun )?(?P<y>{_YEAR})(?: (?:silam|lalu))?"
        rf"(?![\w/%]|[.,-]\d)",
        _year,
    ),
    (
        "this",
        rf"{_GO}(?:(?:[Aa]wal|[Pp]ertengahan|[Aa]khir) )?(?P<unit>[Tt]ahun|[Bb]ulan|[Pp]ekan|[Mm]inggu) "
        rf"(?:ini|(?P<past>lalu|kemarin|silam)|(?P<next>depan|mendatang))\b",
        _this,
    ),
    (
        "ago",
        rf"{_GO}(?:(?P<n>{_NUMBER}) (?P<unit>{_UNIT})|se(?P<se>hari|pekan|minggu|bulan|tahun|abad|dekade))"
        rf" (?:(?P<past>{_PAST})|(?P<next>lagi|mendatang|yang akan datang))\b",
        _ago,
    ),
    ("day", rf"{_GO}(?P<day>{W.any('day')}){_AFTER}", _day_word),
    ("day-capital", rf"{_GO}(?P<day>Hari ini|Kemarin|Besok|Tadi malam)\b(?! lusa)", _day_word),
    (
        "weekday",
        rf"{_GO}(?P<eve>[Mm]alam )?(?:[Hh]ari )?(?P<w>{_WEEKDAY})\b(?:,? (?:{_PART})\b)?"
        rf"(?:(?P<week> (?:pekan|minggu) (?:ini|(?P<weekpast>lalu|kemarin)|(?P<weeknext>depan)))"
        rf"|(?P<past> (?:lalu|kemarin|silam))|(?P<next> (?:depan|mendatang))| ini)?(?![/(]| \()",
        _weekday,
    ),
    (
        "clock",
        rf"{_GO}(?:[Ss]ekitar )?(?:[Pp]ukul|[Pp]kl\.?|[Jj]am) (?P<h>\d{{1,2}})(?:[.:](?P<mi>\d\d))?(?: (?P<z>{_ZONE}))?"
        rf"(?: (?P<p>{_PART}))?(?: (?P<z2>{_ZONE}))?{_AFTER}",
        _clock,
    ),
    (
        "duration",
        rf"{_GO}{_MODIFIER}(?:(?P<half>setengah) (?P<unit>(?i:{_UNIT}))|(?P<n>(?i:{_NUMBER}))[ -](?P<unit2>(?i:{_UNIT}))"
        rf"|se(?P<se>hari|pekan|minggu|bulan|tahun|abad|dekade|jam))\b(?: (?:terakhir|(?i:ke depan)|belakangan|berturut-turut|ini))?",
        None,
    ),
    (
        "holiday",
        rf"{_GO}(?:H(?P<shift>[-+]\d{{1,2}}) |(?:[Hh]ari )?[Rr]aya )(?P<holiday>(?i:{'|'.join(_HOLIDAYS)}))"
        rf"(?: (?P<y>{_YEAR})| tahun ini)?\b",
        _holiday,
    ),
)
_NO_DURATION_BEFORE = re.compile(
    r"(?:berusia|usia|berumur|umur|[Ss]etiap|[Tt]iap|per|ke|pasal|nomor|kelas|[Ss]emester|minggu|bulan|hari|jam) $"
)


def _read_duration(m: re.Match[str], ctx: Context) -> Reading:
    """*dua hari*, *lebih dari setahun*, *90 hari ke depan*, *berpuluh-puluh tahun*; no ages, no sentences."""
    del ctx
    before = m.string[max(0, m.start() - 12) : m.start()]
    after = m.string[m.end() : m.end() + 16]
    if (m["unit2"] or "").startswith("Tahun"):  # an age in a headline, or a law's year
        return None
    if _NO_DURATION_BEFORE.search(before) or re.match(r" (?:sekali|penjara)|\)", after):
        return None
    count = "1" if m["se"] else ".5" if m["half"] else W.number(m["n"])
    unit = W.value("unit", m["unit"] or m["unit2"] or m["se"])
    value = duration(count, unit)
    return (value, TimeKind.DURATION) if value else None


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of Indonesian, compiled once."""
    return tuple(
        Rule(name, re.compile(pattern).finditer, read if callable(read) else _read_duration)
        for name, pattern, read in _PATTERNS
    )
