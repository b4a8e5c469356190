"""Date strings of page metadata -> ISO 8601, with time and zone where they are told."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

__all__ = ["iso_datetime"]

_ZONES = {"WIB": 7, "WITA": 8, "WIT": 9, "UTC": 0, "GMT": 0, "Z": 0}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january",
            "feb peb februari pebruari february",
            "mar maret march mrt",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "agu agt ags agustus aug august",
            "sep sept september",
            "okt oct oktober october",
            "nov nop november nopember",
            "des dec desember december",
        ),
        1,
    )
    for name in names.split()
}
_ISO = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:\s*[T ,]?\s*(?P<z1>WIB|WITA|WIT)?\s*[T ]?\s*"
    r"(?P<h>\d{1,2}):(?P<mi>\d{2})(?::(?P<s>\d{2}))?(?:[.,]\d+)?\s*(?P<z>Z|UTC|GMT|WIB|WITA|WIT|[+-]\d{2}:?\d{2})?)?"
)
_TIME = (
    r"(?:\D{1,6}(?P<h>\d{1,2})[:.](?P<mi>\d{2})(?:[:.](?P<s>\d{2}))?"
    r"\s*(?P<ap>[AaPp]\.?[Mm])?\s*(?P<z>WIB|WITA|WIT|UTC|GMT)?)?"
)
_DAY_FIRST = re.compile(r"\b(?P<d>\d{1,2})[ .-]+(?P<name>[A-Za-z]{3,9})\.?,?[ -]+(?P<y>\d{4})" + _TIME)
_MONTH_FIRST = re.compile(
    r"\b(?P<name>[A-Za-z]{3,9})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})" + _TIME
)
_NUMBERS = re.compile(r"\b(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})" + _TIME)
_COMPACT = re.compile(
    r"^(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:T?(?P<h>\d{2})(?P<mi>\d{2})(?P<s>\d{2})?(?P<z>Z)?)?$"
)
_FORMS = (_ISO, _COMPACT, _DAY_FIRST, _MONTH_FIRST, _NUMBERS)


def iso_datetime(text: str | None) -> str | None:
    """Return a date string as ISO 8601 (``2025-06-17`` or ``2025-06-17T10:30:00+07:00``), None if it is none.

    Day comes before month where both are numbers, as in Indonesia. A zone is kept, never made up.

    >>> iso_datetime("Selasa, 17 Juni 2025 | 10:30 WIB")
    '2025-06-17T10:30:00+07:00'
    >>> iso_datetime("2019-09-28WIB19:17:34+07:00")
    '2019-09-28T19:17:34+07:00'
    >>> iso_datetime("Tue, 17 Jun 2025 03:30:00 GMT")
    '2025-06-17T03:30:00+00:00'
    >>> iso_datetime("31/2/2025")
    """
    text = (text or "").strip()
    if not text or len(text) > 200:
        return None
    if re.fullmatch(r"1\d{9}(\d{3})?", text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    for form in _FORMS:
        found = form.search(text)
        value = _value(found.groupdict()) if found else None
        if value:
            return value
    try:
        return parsedate_to_datetime(text).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _value(part: dict[str, str | None]) -> str | None:
    month = part.get("m") or _MONTHS.get((part.get("name") or "").lower())
    if not month:
        return None
    try:
        day = datetime(int(part["y"] or 0), int(month), int(part["d"] or 0))
        if not part.get("h"):
            return day.date().isoformat()
        hour = (
            int(part["h"] or 0) % 12 + 12 * ((part["ap"] or "").lower().startswith("p"))
            if part.get("ap")
            else int(part["h"] or 0)
        )
        time = day.replace(hour=hour, minute=int(part["mi"] or 0), second=int(part.get("s") or 0))
    except ValueError:
        return None
    return time.replace(tzinfo=_zone(part.get("z") or part.get("z1"))).isoformat()


def _zone(name: str | None) -> timezone | None:
    if not name:
        return None
    if name.upper() in _ZONES:
        return timezone(timedelta(hours=_ZONES[name.upper()]))
    sign = -1 if name[0] == "-" else 1
    digits = name[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(sign * offset) if offset < timedelta(hours=24) else None
