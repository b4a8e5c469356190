"""Finding the time expressions of a stretch of text: every rule looks, the longest reading stands."""

import re
from datetime import date
from functools import cache

from ...record import TimeKind
from .found import Context, Found, Rule
from .partial import parse
from .words import words

__all__ = ["find", "parse_published"]

_BETWEEN = re.compile(r"(?:,? ?(?:pada |at |on |around |about |sekitar )?(?:hari )?|,| - )?$")
_FULL_STOP = re.compile(r"(?:[A-Za-z]{5,}|May|June|July|Juni|Juli|Mei|\d)\.$")
_BLANKS = " \t\u00a0\u2009\u202f"
_UNEVEN = re.compile(r" {2}|[\t\u00a0\u2009\u202f]")
_LEFT, _RIGHT = 70, 60  # how far an expression may reach from its key word, in characters
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")


def parse_published(value: str | None) -> date | None:
    """Return the day of an ISO 8601 date or date-time, None if it is none."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _grammar(language: str) -> tuple[tuple[Rule, ...], re.Pattern[str]]:
    """Return the rules of a language and the pattern of their key words; only that language is compiled."""
    if language == "en":
        from . import english

        return english.rules(), english.keys()
    from . import indonesian

    return indonesian.rules(), indonesian.keys()


def find(
    text: str, start: int, end: int, language: str, context: Context, *, timex3: bool = False
) -> list[Found]:
    """Return the time expressions of ``text[start:end]``, in order, not overlapping.

    ``timex3`` adds what TIMEX3 corpora mark and a record leaves out (*saat ini*, *recently*, *daily*) and follows their
    extents and values where they differ: *about* stays outside, a day with its part (*Selasa sore*) is a time of day.
    ``context`` is leant on and brought up to date: the last day told is the anchor of clock times after it.
    """
    if language not in ("id", "en"):
        return []
    if _UNEVEN.search(text, start, end):
        return _found_in_even(text, start, end, language, context, timex3=timex3)
    context.words, context.timex3 = words(language), timex3
    kept: list[Found] = []
    at = start
    for match, rule in _matches(text, start, end, language):
        if match.start() < at:
            continue
        try:
            found = rule.read(match, context)
        except (ValueError, OverflowError):  # outside the years 1 to 9999
            continue
        if found is None or found.start < at:
            continue
        _trim(text, match, found, timex3)
        found.loose = found.loose or rule.loose
        found.anchor = context.anchor
        at = found.end
        kept.append(found)
        _remember(text, found, language, context)
    joined = _joined(text, kept, context)
    if timex3:
        _parts(text, joined, language)
    return joined if timex3 else [found for found in joined if not found.loose]


def _found_in_even(
    text: str, start: int, end: int, language: str, context: Context, *, timex3: bool
) -> list[Found]:
    """Return the expressions of a text with odd blanks (*10  Juni*, no-break spaces) by reading it with plain ones."""
    even: list[str] = []
    places: list[int] = []
    for at in range(start, end):
        char = " " if text[at] in _BLANKS else text[at]
        if char != " " or not even or even[-1] != " ":
            even.append(char)
            places.append(at)
    found = find("".join(even), 0, len(even), language, context, timex3=timex3)
    for item in found:
        item.start, item.end = places[item.start], places[item.end - 1] + 1
    return found


@cache
def _sayings(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words(language).of['say'])})\b[^.!?\n]{{0,60}}$")


def _is_spoken(text: str, found: Found, language: str) -> bool:
    """Return whether a day dates a saying: *kata dia, Senin (29/12/2014)*, *police said Thursday*."""
    return bool(_sayings(language).search(text, max(0, found.start - 80), found.start))


def _remember(text: str, found: Found, language: str, context: Context) -> None:
    """Keep the last day and the last period told, which later expressions lean on; not the day of a saying."""
    period = parse(found.value)
    if (
        period is None
        or found.loose
        or (context.told and period.unit == "D" and _is_spoken(text, found, language))
    ):
        return
    context.period = period
    if period.unit == "D":
        context.told = period.start


def _trim(text: str, match: re.Match[str], found: Found, timex3: bool) -> None:
    """Take a full stop off the end, and off the start an *about* that does not belong to it."""
    while found.end > found.start and (
        text[found.end - 1] in " ,("
        or _FULL_STOP.search(text, found.start, found.end)
        or re.search(r"\d ?[ap]m\.$", text[found.start : found.end], re.IGNORECASE)
    ):
        found.end -= 1
    outside = ("lead_in", "approx") if timex3 and found.kind is TimeKind.DURATION else ("lead_in",)
    for name in outside:
        if name in match.re.groupindex and match[name]:
            found.start = max(found.start, match.end(name) + 1)


def _parts(text: str, found: list[Found], language: str) -> None:
    """Give days with a part of the day their TIMEX3 value."""
    parts = words(language).of["part"]
    for item in found:
        last = text[item.start : item.end].rsplit(" ", 1)[-1].lower()
        tail = text[item.start : item.end].lower().split()[-2:]
        part = (
            parts.get(" ".join(tail))
            or parts.get(last)
            or (parts.get(tail[0]) if last in ("ini", "tadi") else None)
        )
        if _DAY.match(item.value) and part:
            item.value, item.kind = f"{item.value}{part}", TimeKind.TIME


def _matches(text: str, start: int, end: int, language: str) -> list[tuple[re.Match[str], Rule]]:
    """Return all matches of all rules, each looked for near its key words only: it is this that makes it fast."""
    rules, keys = _grammar(language)
    near: dict[str, list[tuple[int, int]]] = {}
    for key in keys.finditer(text, start, end):
        near.setdefault(key.lastgroup or "", []).append((key.start(), key.end()))
    windows = {kinds: _windows(kinds, near, start, end) for kinds in {rule.keys for rule in rules}}
    found = [
        (match, rule)
        for rule in rules
        for first, last in windows[rule.keys]
        for match in rule.pattern.finditer(text, first, last)
    ]
    return sorted(found, key=_longest_first)


def _windows(
    kinds: frozenset[str], near: dict[str, list[tuple[int, int]]], start: int, end: int
) -> list[tuple[int, int]]:
    """Return the stretches around the key words of some kinds, in order, joined where they touch."""
    spots = sorted(spot for kind in kinds for spot in near.get(kind, ()))
    windows: list[tuple[int, int]] = []
    for first, last in spots:
        low, high = max(start, first - _LEFT), min(end, last + _RIGHT)
        if windows and low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(high, windows[-1][1]))
        else:
            windows.append((low, high))
    return windows


def _longest_first(pair: tuple[re.Match[str], Rule]) -> tuple[int, int]:
    return pair[0].start(), -pair[0].end()


def _joined(text: str, found: list[Found], context: Context) -> list[Found]:
    """Join a day and a clock time that stand together; lone clock times lean on the last day told."""
    joined: list[Found] = []
    for item in found:
        before = joined[-1] if joined else None
        if before and _stands_with(text, before, item):
            apart = context.timex3 and "," in text[before.end : item.start] and item.value.startswith("T")
            if not apart:
                _merge(before, item)
                continue
            if item.value.startswith("T"):
                item.value = _on(before.value, item.value)
        joined.append(item)
    for item in joined:
        if item.value.startswith("T") and item.anchor and ("/" not in item.value or context.timex3):
            item.value = _on(item.anchor.isoformat(), item.value)
    return joined


def _on(day: str, clock: str) -> str:
    """Put a clock time, or a range of two, on a day.

    >>> _on("2023-09-15", "T10:30"), _on("2023-09-15", "T19:00/T21:00")
    ('2023-09-15T10:30', '2023-09-15T19:00/2023-09-15T21:00')
    """
    return "/".join(f"{day}{part}" for part in clock.split("/"))


def _merge(before: Found, item: Found) -> None:
    day, clock = (before, item) if item.value.startswith("T") else (item, before)
    before.value, before.kind = _on(day.value, clock.value), TimeKind.TIME
    before.zone = before.zone or item.zone
    before.end = item.end
    before.note = before.note or item.note


def _stands_with(text: str, left: Found, right: Found) -> bool:
    if not _BETWEEN.match(text[left.end : right.start]):
        return False
    clocks = [item.value.startswith("T") for item in (left, right)]
    days = [bool(_DAY.match(item.value)) for item in (left, right)]
    return (clocks[0] and days[1]) or (days[0] and clocks[1])
