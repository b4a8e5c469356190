"""Indonesian time expressions: clock times, lengths, counts back and ahead."""

import re

from ....record import TimeKind
from .. import periods, readers, spans
from ..found import Context, Found, Read, dated, unless
from .parts import APPROX, END, GO, NUM, PART, SE, UNIT, ZONE, W

__all__ = ["SPANS"]

_GROWN = 12  # years from which a number of them beside a person is an age


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


_NO_DURATION = (
    r"(?:[Bb]erusia|\busia|[Bb]erumur|\bumur|[Ss]etiap|\b[Tt]iap|\bper|\bke|\b[Pp]asal|[Nn]omor"
    r"|[Kk]elas|[Ss]emester|minggu|bulan|hari|jam|pukul"
    r"|penjara|penjara selama|kurungan|kurungan selama|pidana|hukuman|usianya|umurnya|[Nn]o\.|[Jj]uz"
    r"|[Aa]yat|[Bb]ab) (?:{approx})?".replace("{approx}", APPROX)
)


def _clock(m: re.Match[str], ctx: Context) -> Found | None:
    """A clock time; *jam 24* hours and *jam tiga hari* are none, a bare *jam 7* needs its minutes, part or zone."""
    if m[0][:1] in "Jj" and not (m["mi"] or m["p"] or m["z"] or m["z2"]) and not m["h"].isdigit():
        return None
    return spans.clock(m, ctx)


def _long(m: re.Match[str], ctx: Context) -> Found | None:
    before = m.string[max(0, m.start() - 20) : m.start()]
    if re.search(f"{_NO_DURATION}$", before) or re.match(
        r" (?:sekali|penjara|kurungan)\b|\)", m.string[m.end() : m.end() + 10]
    ):
        return None
    if (m["se"] or "") in ("detik", "menit") and not m["more"]:
        return None
    unit = m["unit"] or m["unit2"]
    if unit and unit[0].isupper() and unit.lower() in ("tahun", "bulan"):
        return None
    if _is_age(m):
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
    return dated(m, value, TimeKind.DURATION)


def _is_age(m: re.Match[str]) -> bool:
    """Whether so many years are how old somebody is: *pria 24 tahun itu*; but *dua tahun ini*."""
    if (m["unit2"] or "").lower() != "tahun" or not str(m["n"]).isdigit() or int(m["n"]) < _GROWN:
        return False
    return (
        re.match(r" (?:ini|itu|tersebut|asal)\b", m.string[m.end("unit2") : m.end("unit2") + 10]) is not None
    )


def _last_one(m: re.Match[str], ctx: Context) -> Found | None:
    del ctx
    return dated(m, spans.length("1", W.value("unit", m["unit"])), TimeKind.DURATION)


def _day_hours(m: re.Match[str], ctx: Context) -> Found | None:
    """*2x24 jam*: so many times a day's hours."""
    del ctx
    return dated(m, f"PT{int(m['n']) * 24}H", TimeKind.DURATION)


SPANS: tuple[tuple[str, str, str, Read], ...] = (
    (
        "ago",
        "unit weekday part clock day vague",
        rf"{GO}{APPROX}(?:(?P<n>{NUM}) (?P<unit>{UNIT})|{SE}) (?P<dir>(?:yang )?(?:lalu|silam)|lagi"
        rf"|mendatang|yang akan datang|kemarin)\b",
        spans.ago,
    ),
    (
        "later",
        "unit weekday part clock day vague",
        rf"{GO}{APPROX}(?:(?P<n>{NUM}) (?P<unit>{UNIT})|{SE}) (?P<dir>kemudian|berselang|setelahnya"
        rf"|setelah itu|sesudahnya|berikutnya|sebelumnya|sebelum itu)\b",
        periods.later,
    ),
    (
        "clock-range",
        "clock unit",
        rf"{GO}(?:[Ss]ekitar )?(?:[Pp]ukul|[Pp]kl\.?|[Jj]am) (?P<h1>\d{{1,2}})[.:](?P<mi1>\d\d)(?: "
        rf"(?:{ZONE}))?(?: (?:{PART}))? ?(?:-|–|hingga|sampai(?: dengan)?|s/d|s\.d\.) ?(?:pukul )?"
        rf"(?P<h2>\d{{1,2}})[.:](?P<mi2>\d\d)(?: (?:{PART}))?(?: (?P<z>{ZONE}))?{END}",
        spans.clock_range,
    ),
    (
        "clock",
        "clock unit",
        rf"{GO}(?:[Ss]ekitar )?(?:[Pp]ukul|PUKUL|[Pp]kl\.?|[Jj]am) (?P<halfto>setengah )?"
        rf"(?P<h>\d{{1,2}}|{NUM})(?:[.:](?P<mi>\d\d)(?:[.:]\d\d)?)?(?: lewat (?P<past>{NUM})"
        rf"(?: menit)?)?"
        rf"(?:,? (?P<z>{ZONE}))?(?: (?P<p>{PART}))?(?: (?P<z2>{ZONE}))?{END}",
        _clock,
    ),
    (
        "duration",
        "unit weekday part clock day vague",
        rf"{GO}{APPROX}(?:(?P<half>[Ss]etengah) (?P<unit>(?i:{UNIT}))|(?P<n>{NUM})[ -](?P<last>(?:"
        rf"(?:hingga|sampai|atau) {NUM}|-\d+) )?(?P<unit2>(?i:{UNIT}))"
        rf"|{SE})(?:nya)?\b(?: (?P<more>setengah)\b)?(?: (?:terakhir|(?i:ke depan)|belakangan(?: ini)?"
        rf"|berturut-turut|pertama|ini)\b)?(?!-\w)",
        _long,
    ),
    ("day-hours", "digit", rf"{GO}(?P<n>\d)\s?[xX]\s?24 jam\b", _day_hours),
    (
        "duration-range",
        "unit weekday part clock day vague",
        rf"{GO}(?P<n>\d+)(?P<last>[-–]\d+) (?P<unit>{UNIT})\b(?: (?:terakhir|ke depan))?",
        unless(_ranged, before=_NO_DURATION),
    ),
    (
        "last-period",
        "unit weekday",
        rf"{GO}[Ss]atu (?P<unit>dekade|dasawarsa|abad|tahun|bulan|pekan|minggu) (?:terakhir"
        rf"|belakangan)\b(?P<n>)",
        _last_one,
    ),
)
