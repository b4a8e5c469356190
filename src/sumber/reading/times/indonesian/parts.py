"""Pieces that the patterns of Indonesian time expressions share."""

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
    "THING",
    "UNIT",
    "WD",
    "YEAR",
    "ZONE",
    "W",
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
