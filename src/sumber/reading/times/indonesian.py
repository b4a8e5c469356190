"""The patterns of Indonesian time expressions, over the words of the table ``times``; what they mean is in the readers.

The conventions (D/M/Y always, a weekday is the last one up to publication) are measured in research on Kompas: 76 of
76 dates in brackets are D/M/Y and name the weekday of the last twelve days.
"""

import re
from datetime import date
from functools import cache

from . import periods, readers, spans
from .found import Context, Found, Read, Rule, dated, key_pattern
from .partial import Partial
from .words import words

__all__ = ["keys", "rules"]

W = words("id")
WD, MONTH, PART, UNIT, ZONE = (f"(?:{W.any(kind)})" for kind in ("weekday", "month", "part", "unit", "zone"))
NUM = W.number_pattern()
ORD = f"(?:{W.any('ordinal')})"
YEAR = r"(?:1[5-9]|20)\d\d"
GO = r"(?<![\w/.-])"
END = r"(?![\w/])"
SE = "[Ss]e(?P<se>hari|malam|pekan|minggu|bulan|tahun|abad|dekade|dasawarsa|jam|menit|detik)"
DIR = r"(?:(?P<dir>lalu|silam|kemarin|yang lalu|yang silam|ini|depan|mendatang|nanti|yang akan datang|berjalan)\b)"
MOD = r"(?:(?P<mod>[Aa]wal|[Pp]ertengahan|[Mm]edio|[Aa]khir|[Pp]enghujung|[Tt]engah) )?"
APPROX = r"(?:(?:[Ss]ekitar|[Ll]ebih dari|[Kk]urang dari|[Hh]ampir|[Mm]inimal|[Mm]aksimal) )?"
DAY = r"(?P<d>[0-3]?\d)"
TAIL = r"(?: (?P<p2>(?:{part})(?: (?:ini|tadi|itu))?)\b)?"
HEAD = rf"(?:(?:[Hh]ari )?(?P<w>{WD})(?: (?P<p1>{PART}))?,? )?"
THING = (
    r"(?:orang|unit|ton|meter|km|kilometer|rumah|jiwa|warga|personel|peserta|siswa|dolar|rupiah|triliun|miliar|juta|ribu|"
    r"persen|%|kasus|korban|hektare|buah|lembar|liter|kg|cc|mAh|MHz|poin|paket|kali|TPS|suara|mahasiswa|pegawai|pekerja|"
    r"kendaraan|kapal|pohon|titik|desa|bungkus|butir|batang|ekor|atlet|jemaah|pemudik|anggota|tentara|watt|MW|hari|bulan|"
    r"halaman|eksemplar|kursi|kamar|penumpang|pelamar|karyawan|prajurit)"
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


_NO_YEAR_BEFORE = (
    r"(?:Rp|US\$|\$|USD|[Nn]omor|[Nn]o\.|[Ss]ebanyak|[Ss]ekitar|[Ss]edikitnya|[Tt]otal|[Ii]nfo|[Pp]asal|[Hh]arga|[Ss]ejumlah|[Hh]ampir"
    r"|[Ll]ebih dari|[Kk]urang dari|[Jj]alan|[Bb]oeing|[Ss]eri|[Tt]ipe|[Mm]encapai|[Pp]esawat|[Kk]anal)\.? ?"
)
_LAW = re.compile(r"(?:[Nn]omor|[Nn]o\.?|NOMOR) ?\d{1,4}(?:/\w+)? (?:[Tt]ahun |TAHUN )?$|\d{1,4}/$")


def _year(m: re.Match[str], ctx: Context) -> Found | None:
    """*tahun 2022*, *akhir 2025*, *2029*; not the year of a law."""
    return None if _LAW.search(m.string, max(0, m.start() - 24), m.start()) else periods.year(m, ctx)


def _weekday(m: re.Match[str], ctx: Context) -> Found | None:
    """A weekday; a capital *Minggu* only where it is the day: not *Minggu lalu* at a sentence's start, nor *Pasar Minggu*."""
    if m["w"] == "Minggu" and not m["hari"] and not m["eve"]:
        before = m.string[max(0, m.start() - 12) : m.start()]
        if re.search(r"(?:Pasar|Sekolah|Gunung|\d|satu|dua|tiga|empat) $", before):
            return None
        starts = not before.strip() or before.rstrip()[-1:] in ".\n"
        if starts and (m["dir"] or re.match(r" (?:pertama|kedua|ketiga|keempat|ke-)", m.string[m.end() :])):
            return None
    return readers.weekday(m, ctx)


def _weekend(m: re.Match[str], ctx: Context) -> Found | None:
    """*akhir pekan ini*, *akhir pekan*: Saturday and Sunday."""
    if ctx.published is None:
        return None
    step = W.step(m["dir"])
    return dated(m, Partial.of("WE", ctx.published).shift(step, "W"))


def _anniversary(m: re.Match[str], ctx: Context) -> Found | None:
    """*HUT ke-78 RI*, *HUT RI ke-78*: 17 August, so many years after 1945."""
    del ctx
    number = int(m["n"] or m["n2"])
    return dated(m, f"{1945 + number}-08-17") if 0 < number < 200 else None


def _week_of_month(m: re.Match[str], ctx: Context) -> Found | None:
    """*pekan kedua September*: kept as the month, which is what the calendar knows of it."""
    return periods.month(m, ctx)


def _hijri_feast(m: re.Match[str], ctx: Context) -> Found | None:
    """*Idul Fitri 1445 Hijriah*: the Hijri year leads to one or two of ours; the feast nearest to its middle is meant."""
    del ctx
    from .feasts import feast_day

    middle = int(m["hijri"]) * 0.970224 + 621.5774 + (0.75 if "Fitri" in m["feast"] or "Lebaran" in m["feast"] else 0.9)
    near = [feast_day(W.value("feast", m["feast"]), int(middle) + offset) for offset in (-1, 0, 1)]
    days = [one for one in near if one]
    if not days:
        return None
    best = min(days, key=lambda one: abs(one.year + one.timetuple().tm_yday / 365.25 - middle))
    return dated(m, best.isoformat())


def _duration(m: re.Match[str], ctx: Context) -> Found | None:
    """*dua hari*, *lebih dari setahun*, *90 hari ke depan*; no ages, no sentences of prison."""
    if re.match(r"[A-Z]", readers.group(m, "unit") or "") and (readers.group(m, "unit") or "").title() in ("Tahun", "Bulan"):
        return None
    found = spans.duration(m, ctx)
    if found and readers.group(m, "se") in ("malam",) and re.search(r"\b(?:menginap|bermalam|hotel|kamar) $", m.string[: m.start()]):
        found.value = "P1D"
    elif readers.group(m, "se") == "malam":
        return None
    return found


def _ranged(m: re.Match[str], ctx: Context) -> Found | None:
    """*2-3 menit*: the lesser number; in TIMEX3 the last one stands alone, as IndoTimex has it."""
    found = spans.duration(m, ctx)
    if found is None or not ctx.timex3:
        return found
    last = m["last"].strip(" -–").split()[-1]
    unit = readers.group(m, "unit") or m["unit2"]
    found.start = m.start("last") + m["last"].rindex(last)
    found.value = spans.length(W.number(last), W.value("unit", unit.lower())) or found.value
    return found


def _each_of(m: re.Match[str], ctx: Context) -> Found | None:
    return spans.each(m, ctx)


def _day_itself(m: re.Match[str], ctx: Context) -> Found | None:
    """*keesokan harinya*, *sehari sebelumnya*, *pada hari yang sama*: from the last day told."""
    if ctx.told is None:
        return None
    step = W.step(m["dir"]) if readers.group(m, "dir") else 1
    return dated(m, Partial("D", ctx.told).shift(step, "D"))


_DAYS: tuple[tuple[str, str, str, Read], ...] = (
    ("iso", "digit", rf"{GO}(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])", readers.numeric),
    (
        "numeric-range", "digit",
        rf"{GO}(?:{WD}(?: ?- ?| hingga | sampai | dan |/){WD},? \(|(?<=\())(?P<d1>\d\d?)(?:/(?P<month1>\d\d?))? ?[-–] ?(?P<d2>\d\d?)/(?P<m>\d\d?)(?:/(?P<y>\d{{4}}))?\)?",
        readers.day_range,
    ),
    (
        "numeric", "digit",
        rf"{GO}(?:(?:[Hh]ari )?(?P<w>{WD})(?: (?P<p1>{PART}))?,? ?\(|(?<=\())(?P<d>\d{{1,2}})[/-](?P<m>\d{{1,2}})"
        rf"(?:[/-](?P<y>\d{{4}}|\d\d))?(?:\)(?:,? (?P<p2>(?:{PART})(?: (?:ini|tadi))?)\b)?(?: kemarin)?|(?=\)))",
        readers.numeric,
    ),
    (
        "numeric-plain", "digit",
        rf"{GO}{HEAD}(?:tanggal )?(?P<d>\d{{1,2}})(?P<sep>[/.-])(?P<m>\d{{1,2}})(?P=sep)(?P<y>(?:19|20)\d\d)(?P<p2>)(?![\d.])",
        readers.numeric,
    ),
    (
        "numeric-weekday", "digit",
        rf"{GO}(?:[Hh]ari )?(?P<w>{WD})(?: (?P<p1>{PART}))?,? (?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})(?![\d/])",
        readers.numeric,
    ),
    (
        "range", "month",
        rf"{GO}(?:(?:{WD})(?: ?- ?| hingga | sampai )(?:{WD}),? \(?)?(?:[Tt]anggal )?(?P<d1>\d{{1,2}})(?: (?P<month1>{MONTH}))?\s*(?:-|–|hingga|sampai(?: dengan)?|s/d|s\.d\.)\s*"
        rf"(?:tanggal )?(?P<d2>\d{{1,2}}) (?P<month>{MONTH})\b(?: (?P<y>{YEAR}))?\)?",
        readers.day_range,
    ),
    (
        "written", "month",
        rf"{GO}(?:(?:[Hh]ari )?(?P<w>{WD})(?: (?P<p1>{PART}))?,? ?\(?)?(?:[Tt]anggal )?(?P<d>[0-3]?\d) ?"
        rf"(?P<month>{MONTH})\b\.?(?:,? (?:tahun )?(?P<y>{YEAR}|['’]\d\d\b)|(?: tahun (?P<reldir>lalu|ini|depan)))?(?: {DIR})?\)?(?: (?P<p2>{PART})\b)?",
        lambda m, ctx: _written(m, ctx),
    ),
    ("day-of-month", "digit", rf"{GO}[Tt]anggal (?P<d>[0-3]?\d)(?: bulan {DIR}| (?P<past>kemarin|lalu))?(?![\w./%-]|,\d| (?:{MONTH}))", readers.day_of_month),
    ("day", "day part unit", rf"{GO}(?P<day>{W.any('day')}){END}", lambda m, ctx: _day_word(m, ctx)),
    (
        "weekday-week", "weekday",
        rf"{GO}(?P<eve>[Mm]alam )?(?P<hari>[Hh]ari )?(?P<w>{WD})\b(?:,? (?:{PART})\b)? (?:pekan|minggu) (?P<week>ini|lalu|kemarin|depan)\b(?P<dir>)(?! \()",
        _weekday,
    ),
    (
        "weekday", "weekday",
        rf"{GO}(?P<eve>[Mm]alam )?(?P<hari>[Hh]ari )?(?P<w>{WD})\b(?:,? (?:selepas |setelah )?(?:{PART}|ashar|zuhur|magrib|isya)\b(?: (?:tadi|ini|nanti))?)?(?: {DIR}(?!-))?(?![/(]| \()",
        _weekday,
    ),
    ("anniversary", "digit", rf"{GO}HUT (?:ke-? ?(?P<n>\d\d?\d?) (?:Kemerdekaan )?(?:RI|Republik Indonesia)|(?:Kemerdekaan )?(?:RI|Republik Indonesia) [Kk]e-? ?(?P<n2>\d\d?\d?))\b", _anniversary),
    ("hijri", "feast", rf"{GO}(?:[Hh]ari )?(?:[Rr]aya )?(?P<feast>{W.any('feast')}) (?P<hijri>1[34]\d\d) ?(?:H\b|Hijriah)", _hijri_feast),
    (
        "feast", "feast",
        rf"{GO}(?:H(?P<shift>[-+]\d{{1,2}}) )?(?:[Hh]ari )?(?:[Rr]aya )?(?P<feast>{W.any('feast')})(?: (?P<y>{YEAR})| tahun (?P<dir>ini|lalu|depan))?\b(?! (?:Imlek|Islam|Hijriah|Saka|Haji))",
        lambda m, ctx: _feast(m, ctx),
    ),
    ("next-day", "day", rf"{GO}(?:[Kk]eesokan|[Ee]sok|[Bb]esok)(?: ?(?:paginya|malamnya|harinya))\b", _day_itself),
    ("night-before", "part unit", rf"{GO}(?P<part>[Mm]alam|[Pp]agi|[Ss]ore|[Hh]ari) (?P<dir>sebelumnya|berikutnya|selanjutnya)\b", _day_itself),
    ("same-day", "unit", rf"{GO}(?<=pada )?[Hh]ari (?P<dir>itu|yang sama|tersebut)\b(?! juga)", lambda m, ctx: _same_day(m, ctx)),
)
_FIXED_NAME = re.compile(r"(?:Pulau|Kota|Kabupaten|Pantai|Provinsi|Kecamatan|di|Bank|Sinterklas|Rumah|Kue|baju|kue) $")


def _feast(m: re.Match[str], ctx: Context) -> Found | None:
    """A feast; *Natal* in *Natalia* or *Pulau Natal* and *tahun baru* without its capital are left alone."""
    if _FIXED_NAME.search(m.string, max(0, m.start() - 12), m.start()):
        return None
    if m["feast"].lower() == "tahun baru" and not (m["y"] or m["shift"]):
        return None
    return readers.feast(m, ctx)


def _written(m: re.Match[str], ctx: Context) -> Found | None:
    if re.search(r"(?:Jalan|Jl\.?|Universitas|SMA|SMP|Stadion|Rumah Sakit|RS) $", m.string[max(0, m.start() - 14) : m.start()]):
        return None
    if m["y"] and m["y"][0] in "'’":
        return None
    return readers.written(m, ctx)


def _day_word(m: re.Match[str], ctx: Context) -> Found | None:
    """*hari ini*; not *semalam* for one night's stay, nor *kemarin* that only closes a date."""
    if m["day"].lower() == "semalam" and re.search(r"(?:menginap|bermalam|dalam) $", m.string[max(0, m.start() - 12) : m.start()]):
        return dated(m, "P1D", readers.TimeKind.DURATION)
    return readers.day_word(m, ctx)


def _same_day(m: re.Match[str], ctx: Context) -> Found | None:
    return dated(m, ctx.told.isoformat()) if ctx.told else None


_PERIODS: tuple[tuple[str, str, str, Read], ...] = (
    ("month-range", "month", rf"{GO}(?:[Bb]ulan )?(?P<month1>{MONTH})(?:\s?[-–]\s?| hingga | sampai )(?P<month>{MONTH})\b(?: (?:tahun )?(?P<y>{YEAR}))?(?: {DIR})?", periods.month_range),
    ("month-relative", "month", rf"{GO}{MOD}(?:[Bb]ulan )?(?P<month>{MONTH}) tahun (?P<reldir>lalu|ini|depan)\b", periods.month),
    ("month-then", "month", rf"{GO}{MOD}(?:[Bb]ulan )?(?P<month>{MONTH})(?: (?:tahun )?(?P<y>{YEAR}))?(?: {DIR})?\b", lambda m, ctx: _month(m, ctx)),
    (
        "week-of-month", "month",
        rf"{GO}(?:[Mm]inggu|[Pp]ekan) (?:ke-? ?\d|pertama|kedua|ketiga|keempat|kelima|terakhir) (?:bulan )?(?P<month>{MONTH})\b(?: (?P<y>{YEAR}))?(?: {DIR})?",
        _week_of_month,
    ),
    ("school", "digit", rf"{GO}[Tt]ahun (?:[Aa]jaran|[Pp]elajaran|[Aa]kademik|[Aa]nggaran) (?P<y1>{YEAR})\s?[-/]\s?(?P<y2>{YEAR}|\d\d)\b", periods.two_years),
    ("years", "digit", rf"{GO}(?:[Pp]eriode |[Tt]ahun |[Mm]usim )?(?P<y1>{YEAR})(?: ?[-–/] ?| hingga | sampai )(?:tahun )?(?P<y2>{YEAR})\b(?![-/]\d)", lambda m, ctx: _years(m, ctx)),
    ("fiscal", "fiscal", rf"{GO}[Tt]ahun (?:[Aa]nggaran|[Ff]iskal|[Bb]uku) (?:(?P<y>{YEAR})|(?P<dir>ini|lalu|depan))\b", periods.fiscal),
    ("decade", "digit", rf"{GO}(?:[Ss]ekitar )?{MOD}(?:(?:[Ee]ra|[Tt]ahun|[Dd]ekade) )(?P<y>{YEAR}|['’]?\d0)-?an\b", periods.decade),
    ("decade-plain", "digit", rf"{GO}{MOD}(?P<y>(?:1[89]|20)\d0)-?an\b", periods.decade),
    ("century", "unit", rf"{GO}{MOD}[Aa]bad (?:ke-? ?)?(?P<n>\d\d?|[XVI]{{1,5}}|{ORD})\b", lambda m, ctx: _century(m, ctx)),
    (
        "part-year", "unit half",
        rf"{GO}(?P<kind>[Kk]uartal|[Tt]riwulan|[Ss]emester|[Pp]aruh)(?: ke-?)? ?(?P<n>{ORD})\b"
        rf"(?:(?: tahun|[ /-]| pada)?[ /-]?(?P<y>{YEAR})| tahun (?P<dir>ini|lalu|depan))?",
        lambda m, ctx: _part_year(m, ctx),
    ),
    (
        "year", "digit",
        rf"{GO}(?:[Ss]ekitar (?=tahun))?{MOD}(?P<tahun>[Tt]ahun )(?P<y>{YEAR}|['’]\d\d)(?: (?:silam|lalu|kemarin|mendatang|nanti)\b)?(?![\w/%]|[.,-]\d)",
        lambda m, ctx: _year_apostrophe(m, ctx),
    ),
    (
        "year-bare", "digit",
        rf"{GO}{MOD}(?P<y>{YEAR})(?: (?:silam|lalu)\b)?(?![\w/%]|[.,-]\d| ?{THING}\b)",
        _unless(_year, before=_NO_YEAR_BEFORE),
    ),
    ("weekend", "unit", rf"{GO}[Aa]khir pekan(?: (?P<dir>ini|lalu|kemarin|depan|mendatang|nanti))?\b", _weekend),
    (
        "this", "unit weekday",
        rf"{GO}(?:[Ss]epanjang )?{MOD}(?P<unit>[Tt]ahun|[Bb]ulan|[Pp]ekan|[Mm]inggu|[Kk]uartal|[Tt]riwulan|[Dd]ekade|[Aa]bad) {DIR}(?! ?\()",
        lambda m, ctx: _this(m, ctx),
    ),
    ("that", "unit weekday", rf"{GO}(?P<unit>tahun|bulan|pekan|minggu) (?P<dir>itu|yang sama|berikutnya|selanjutnya|sebelumnya)\b", periods.that),
)


def _this(m: re.Match[str], ctx: Context) -> Found | None:
    """*pekan ini*; not *dua minggu lalu*, which counts weeks."""
    if re.search(r"(?:\d|\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|belas|beberapa|berapa)) $", m.string[max(0, m.start() - 12) : m.start()]):
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


_MONTH_NAMES = re.compile(r"(?:Mei|Juni|Juli|April|Agus|Septi|Jan|Mar|Des|Sep|Nov|Feb|Apr|Jun|Jul|Okt|Peb|Nop|Agu|Ags|Agt)$")


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
    if re.search(r"(?:Universitas Sebelas|Jalan \d+|Stadion \d+|G30|Jl\.? ?\w*) $", m.string[max(0, m.start() - 22) : m.start()]):
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
    if m["kind"].lower() in ("semester", "paruh") and not (m["y"] or m["dir"]):
        return None
    return periods.part_year(m, ctx)


_NO_DURATION = (
    r"(?:[Bb]erusia|\busia|[Bb]erumur|\bumur|[Ss]etiap|\b[Tt]iap|\bper|\bke|\b[Pp]asal|[Nn]omor|[Kk]elas|[Ss]emester|minggu|bulan|hari|jam|pukul"
    r"|[Nn]o\.|[Jj]uz|[Aa]yat|[Bb]ab) (?:{approx})?".replace("{approx}", APPROX)
)
_SPANS: tuple[tuple[str, str, str, Read], ...] = (
    (
        "ago", "unit weekday part clock",
        rf"{GO}{APPROX}(?:(?P<n>{NUM}) (?P<unit>{UNIT})|{SE}) (?P<dir>(?:yang )?(?:lalu|silam)|lagi|mendatang|yang akan datang|kemarin)\b",
        spans.ago,
    ),
    (
        "later", "unit weekday part clock",
        rf"{GO}{APPROX}(?:(?P<n>{NUM}) (?P<unit>{UNIT})|{SE}) (?P<dir>kemudian|berselang|setelahnya|setelah itu|sesudahnya|berikutnya|sebelumnya|sebelum itu)\b",
        periods.later,
    ),
    (
        "clock-range", "clock unit",
        rf"{GO}(?:[Ss]ekitar )?(?:[Pp]ukul|[Pp]kl\.?|[Jj]am) (?P<h1>\d{{1,2}})[.:](?P<mi1>\d\d)(?: (?:{ZONE}))?(?: (?:{PART}))? ?(?:-|–|hingga|sampai(?: dengan)?|s/d|s\.d\.) ?(?:pukul )?(?P<h2>\d{{1,2}})[.:](?P<mi2>\d\d)(?: (?:{PART}))?(?: (?P<z>{ZONE}))?{END}",
        spans.clock_range,
    ),
    (
        "clock", "clock unit",
        rf"{GO}(?:[Ss]ekitar )?(?:[Pp]ukul|PUKUL|[Pp]kl\.?|[Jj]am) (?P<halfto>setengah )?(?P<h>\d{{1,2}}|{NUM})(?:[.:](?P<mi>\d\d)(?:[.:]\d\d)?)?(?: lewat (?P<past>{NUM})(?: menit)?)?"
        rf"(?:,? (?P<z>{ZONE}))?(?: (?P<p>{PART}))?(?: (?P<z2>{ZONE}))?{END}",
        lambda m, ctx: _clock(m, ctx),
    ),
    (
        "duration", "unit weekday part clock",
        rf"{GO}{APPROX}(?:(?P<half>[Ss]etengah) (?P<unit>(?i:{UNIT}))|(?P<n>{NUM})[ -](?P<last>(?:(?:hingga|sampai|atau) {NUM}|-\d+) )?(?P<unit2>(?i:{UNIT}))"
        rf"|{SE})(?:nya)?\b(?: (?P<more>setengah)\b)?(?: (?:terakhir|(?i:ke depan)|belakangan(?: ini)?|berturut-turut|pertama|ini)\b)?",
        lambda m, ctx: _long(m, ctx),
    ),
    (
        "duration-range", "unit weekday part clock",
        rf"{GO}(?P<n>\d+)(?P<last>[-–]\d+) (?P<unit>{UNIT})\b(?: (?:terakhir|ke depan))?",
        _unless(_ranged, before=_NO_DURATION),
    ),
    ("last-period", "unit weekday", rf"{GO}[Ss]atu (?P<unit>dekade|dasawarsa|abad|tahun|bulan|pekan|minggu) (?:terakhir|belakangan)\b(?P<n>)", lambda m, ctx: _last_one(m, ctx)),
)


def _clock(m: re.Match[str], ctx: Context) -> Found | None:
    """A clock time; *jam 24* hours and *jam tiga hari* are none, a bare *jam 7* needs its minutes, part or zone."""
    if m[0][:1] in "Jj" and not (m["mi"] or m["p"] or m["z"] or m["z2"]) and not m["h"].isdigit():
        return None
    return spans.clock(m, ctx)


def _long(m: re.Match[str], ctx: Context) -> Found | None:
    before = m.string[max(0, m.start() - 14) : m.start()]
    if re.search(f"{_NO_DURATION}$", before) or re.match(r" (?:sekali|penjara|kurungan)\b|\)", m.string[m.end() : m.end() + 10]):
        return None
    if (m["se"] or "") in ("detik", "menit") and not m["more"]:
        return None
    unit = m["unit"] or m["unit2"]
    if unit and unit[0].isupper() and unit.lower() in ("tahun", "bulan"):
        return None
    if m["se"]:
        if m["se"] == "malam":
            return None
        value = spans.length("1.5" if m["more"] else "1", W.value("unit", m["se"]))
    else:
        count = ".5" if m["half"] else W.number(m["n"])
        count = f"{count}.5" if m["more"] and count and count.isdigit() else count
        value = spans.length(count, W.value("unit", unit.lower()))
        if m["last"] and ctx.timex3:
            return _ranged(m, ctx)
    return dated(m, value, readers.TimeKind.DURATION)


def _last_one(m: re.Match[str], ctx: Context) -> Found | None:
    del ctx
    return dated(m, spans.length("1", W.value("unit", m["unit"])), readers.TimeKind.DURATION)


_LOOSE: tuple[tuple[str, str, str, Read], ...] = (
    ("each", "each", rf"{GO}(?:[Ss]etiap|[Tt]iap(?:-tiap)?)(?: hari)? (?:(?P<unit>hari|pekan|minggu|bulan|tahun|malam|jam|menit)\b(?! {WD})|(?P<w>{WD})\b|(?P<month>{MONTH})\b)", _each_of),
    ("set", "set unit each", rf"{GO}(?P<set>{W.any('set')})\b", spans.set_of),
    (
        "vague", "vague",
        rf"(?<![\w-])(?<!terlebih )(?<!Terlebih )(?<!lebih )(?P<vague>{W.any('vague')})\b(?!-)",
        lambda m, ctx: _vague(m, ctx),
    ),
)


def _vague(m: re.Match[str], ctx: Context) -> Found | None:
    """*saat ini*; *dulu* only where it is the past, not *tunggu dulu*."""
    if m["vague"].lower() in ("dulu", "dahulu") and m.string[m.end() : m.end() + 1] in ('"', "”", ",", "."):
        return None
    return spans.vague(m, ctx)


@cache
def keys() -> re.Pattern[str]:
    """Return the pattern of words near which the rules look, compiled once."""
    kinds = ("month", "weekday", "feast", "day", "vague", "set", "part", "unit")
    own = {
        "digit": r"\d+",
        "each": "[Ss]etiap|[Tt]iap",
        "half": "[Ss]emester|[Pp]aruh",
        "fiscal": "[Aa]nggaran|[Ff]iskal|[Bb]uku",
        "clock": "[Pp]ukul|PUKUL|[Pp]kl|[Jj]am",
    }
    words_ = {kind: W.any(kind) for kind in kinds}
    words_["day"] += "|[Kk]eesokan|[Bb]esok|[Ee]sok|[Tt]adi|[Nn]anti"
    words_["unit"] += "|[Ss]e(?:hari|malam|pekan|minggu|bulan|tahun|abad|dekade|dasawarsa|jam|menit|detik)"
    return key_pattern(own | words_)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of Indonesian, compiled once."""
    firm = [Rule.of(*row) for row in (*_DAYS, *_PERIODS, *_SPANS)]
    return (*firm, *(Rule.of(*row, loose=True) for row in _LOOSE))
