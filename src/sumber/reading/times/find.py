"""Finding the time expressions of a stretch of text: every rule looks, the longest reading stands."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from ...record import TimeKind
from . import english, indonesian
from .found import Context, Found, Rule
from .words import words

__all__ = ["find", "parse_published"]

_RULES = {"id": indonesian.rules, "en": english.rules}
_BETWEEN = re.compile(r"(?:,? (?:pada |at |on |around )?(?:hari )?|,| - )?$")
_FULL_STOP = re.compile(r"(?:[A-Za-z]{5,}|May|June|July|Juni|Juli|Mei)\.$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")


def parse_published(value: str | None) -> date | None:
    """Return the day of an ISO 8601 date or date-time, None if it is none."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _vague(code: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words(code).any('vague')})\b", re.IGNORECASE)


_VAGUE = cache(_vague)


def find(
    text: str, start: int, end: int, language: str, context: Context, *, timex3: bool = False
) -> list[Found]:
    """Return the time expressions of ``text[start:end]``, in order, not overlapping.

    ``timex3`` adds what TIMEX3 corpora mark and a record leaves out, *saat ini*, *recently* (PRESENT_REF and the like),
    and gives days with their part (*Selasa sore*) as times of day. ``context`` is leant on and brought up to date: the
    last day told is the anchor of clock times after it.
    """
    if language not in _RULES:
        return []
    kept: list[Found] = []
    at = start
    for match, rule in _matches(text, start, end, _RULES[language]()):
        if match.start() < at:
            continue
        reading = rule.read(match, context)
        if reading is None:
            continue
        found = reading if isinstance(reading, Found) else Found(match.start(), match.end(), *reading)
        while found.end > found.start and (
            text[found.end - 1] in " ," or _FULL_STOP.search(text, found.start, found.end)
        ):
            found.end -= 1
        at = found.end
        kept.append(found)
        if _DAY.match(found.value):
            context.told = date.fromisoformat(found.value)
    joined = _joined(text, kept, context)
    return sorted([*joined, *_loose(text, start, end, language, joined)], key=_start) if timex3 else joined


def _start(found: Found) -> int:
    return found.start


def _loose(text: str, start: int, end: int, language: str, found: list[Found]) -> list[Found]:
    """Return the vague expressions that lie outside the others; gives parts of days their TIMEX3 value on the way."""
    parts = words(language).of["part"]
    for item in found:
        last = text[item.start : item.end].rsplit(" ", 1)[-1].lower()
        if _DAY.match(item.value) and last in parts:
            item.value, item.kind = item.value + parts[last], TimeKind.TIME
    loose = []
    for match in _VAGUE(language).finditer(text, start, end):
        value = words(language).value("vague", match[0])
        if not any(item.start < match.end() and match.start() < item.end for item in found):
            kind = TimeKind.DURATION if value.startswith(("PT", "PX")) else TimeKind.DATE
            loose.append(Found(match.start(), match.end(), value, kind, vague=True))
    return loose


def _matches(text: str, start: int, end: int, rules: Iterable[Rule]) -> list[tuple[re.Match[str], Rule]]:
    found = [
        (match, rule)
        for rule in rules
        for match in rule.find(text, start, end)  # type: ignore[attr-defined]
    ]
    return sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end()))


def _joined(text: str, found: list[Found], context: Context) -> list[Found]:
    """Join a day and a clock time that stand together, and put lone clock times on the last day told."""
    joined: list[Found] = []
    told: date | None = None
    for item in found:
        before = joined[-1] if joined else None
        if before and _stands_with(text, before, item):
            day, clock = (before, item) if item.value.startswith("T") else (item, before)
            before.value, before.kind = f"{day.value}{clock.value}", TimeKind.TIME
            before.end = item.end
            before.note = before.note or item.note
            continue
        joined.append(item)
    for item in joined:
        if _DAY.match(item.value[:10]):
            told = date.fromisoformat(item.value[:10])
        elif item.value.startswith("T") and (anchor := told or context.told or context.published):
            item.value = f"{anchor.isoformat()}{item.value}"
    return joined


def _stands_with(text: str, left: Found, right: Found) -> bool:
    if not _BETWEEN.match(text[left.end : right.start]):
        return False
    clocks = [item.value.startswith("T") for item in (left, right)]
    days = [bool(_DAY.match(item.value)) for item in (left, right)]
    return (clocks[0] and days[1]) or (days[0] and clocks[1])
