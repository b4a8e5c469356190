"""Indonesian time expressions: what TIMEX3 corpora mark and a record leaves out: sets, vague times."""

import re

from .. import spans
from ..found import Context, Found, Read
from .parts import GO, MONTH, WD, W

__all__ = ["LOOSE"]


def _each_of(m: re.Match[str], ctx: Context) -> Found | None:
    return spans.each(m, ctx)


def _vague(m: re.Match[str], ctx: Context) -> Found | None:
    """*saat ini*; *dulu* only where it is the past, not *tunggu dulu*."""
    if m["vague"].lower() in ("dulu", "dahulu") and m.string[m.end() : m.end() + 1] in ('"', "”", ",", "."):
        return None
    return spans.vague(m, ctx)


LOOSE: tuple[tuple[str, str, str, Read], ...] = (
    (
        "each",
        "each",
        rf"{GO}(?:[Ss]etiap|[Tt]iap(?:-tiap)?)(?: hari)? (?:(?P<unit>hari|pekan|minggu|bulan|tahun"
        rf"|malam|jam|menit)\b(?! {WD})|(?P<w>{WD})\b|(?P<month>{MONTH})\b)",
        _each_of,
    ),
    ("set", "set unit each", rf"{GO}(?P<set>{W.any('set')})\b", spans.set_of),
    (
        "vague",
        "vague",
        rf"(?<![\w-])(?<!terlebih )(?<!Terlebih )(?<!lebih )(?P<vague>{W.any('vague')})\b(?!-)",
        _vague,
    ),
)
