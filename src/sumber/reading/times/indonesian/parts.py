"""Pieces that the patterns of Indonesian time expressions share, and guards on readers."""

import re

from .. import readers, spans
from ..found import Context, Found
from ..words import words

__all__ = [
    "APPROX",
    "DAY",
    "DIR",
    "END",
    "GO",
    "HEAD",
    "MOD",
    "MONTH",
    "NUM",
    "ORD",
    "PART",
    "SE",
    "TAIL",
    "THING",
    "UNIT",
    "WD",
    "YEAR",
    "ZONE",
    "W",
    "_duration",
]

W = words("id")


WD, MONTH, PART, UNIT, ZONE = (f"(?:{W.any(kind)})" for kind in ("weekday", "month", "part", "unit", "zone"))


NUM = W.number_pattern()


ORD = f"(?:{W.any('ordinal')})"


YEAR = r"(?:1[5-9]|20)\d\d"


GO = r"(?<![\w/.-])"


END = r"(?![\w/])"


SE = "[Ss]e(?P<se>hari|malam|pekan|minggu|bulan|tahun|abad|dekade|dasawarsa|jam|menit|detik)"


DIR = (
    r"(?:(?P<dir>lalu|silam|kemarin|yang lalu|yang silam|ini|depan|mendatang|nanti|yang akan datang"
    r"|berjalan)\b)"
)


MOD = r"(?:(?P<mod>[Aa]wal|[Pp]ertengahan|[Mm]edio|[Aa]khir|[Pp]enghujung|[Tt]engah) )?"


APPROX = r"(?:(?:[Ss]ekitar|[Ll]ebih dari|[Kk]urang dari|[Hh]ampir|[Mm]inimal|[Mm]aksimal) )?"


DAY = r"(?P<d>[0-3]?\d)"


TAIL = r"(?: (?P<p2>(?:{part})(?: (?:ini|tadi|itu))?)\b)?"


HEAD = rf"(?:(?:[Hh]ari )?(?P<w>{WD})(?: (?P<p1>{PART}))?,? )?"


THING = (
    r"(?:orang|unit|ton|meter|km|kilometer|rumah|jiwa|warga|personel|peserta|siswa|dolar|rupiah"
    r"|triliun|miliar|juta|ribu|"
    r"persen|%|kasus|korban|hektare|buah|lembar|liter|kg|cc|mAh|MHz|poin|paket|kali|TPS|suara"
    r"|mahasiswa|pegawai|pekerja|"
    r"kendaraan|kapal|pohon|titik|desa|bungkus|butir|batang|ekor|atlet|jemaah|pemudik|anggota|tentara"
    r"|watt|MW|hari|bulan|"
    r"halaman|eksemplar|kursi|kamar|penumpang|pelamar|karyawan|prajurit)"
)


def _duration(m: re.Match[str], ctx: Context) -> Found | None:
    """*dua hari*, *lebih dari setahun*, *90 hari ke depan*; no ages, no sentences of prison."""
    if re.match(r"[A-Z]", readers.group(m, "unit") or "") and (readers.group(m, "unit") or "").title() in (
        "Tahun",
        "Bulan",
    ):
        return None
    found = spans.duration(m, ctx)
    if (
        found
        and readers.group(m, "se") in ("malam",)
        and re.search(r"\b(?:menginap|bermalam|hotel|kamar) $", m.string[: m.start()])
    ):
        found.value = "P1D"
    elif readers.group(m, "se") == "malam":
        return None
    return found
