"""Datelines: where and by whom a report was filed, at the start of its first paragraph."""

import re

from msgspec import Struct

__all__ = ["FoundDateline", "find_dateline"]

_CITY = r"[A-Z][\w'’.]*(?:[ -](?:[A-Z][\w'’.]*|D\.?C\.?)){0,3}"
_WORD = r"[A-Z][a-z]+(?! (?:City|Utara|Selatan|Barat|Timur|Pusat|Tengah)\b)"
_CAPS = r"[A-Z][A-Z'’.]+(?:[ -][A-Z][A-Z'’.]*){0,3}"
_OUTLET = r"[A-Za-z0-9]+(?:\.(?:com|co\.id|co|id|net|org|COM|CO|ID|NET))+|[A-Z][A-Za-z0-9]+(?: [A-Z][A-Za-z0-9]+){0,3}"
_TOWN = r"[A-Z][a-z]{3,}(?: (?:Besar|Barat|Timur|Utara|Selatan|Tengah|Pusat|City))?"
_DOMAIN = r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)?(?:\.(?:com|co\.id|co|id|net|org|tv|COM|CO\.ID|CO|ID|NET|ORG))+"
_HOUSES = "VIVA|TEMPO|KOMPAS|TRIBUN|WARTA|ANTARA|POSMETRO|REPUBLIKA|SINDONEWS|DETIK"
_DASH = r"\s*(?:--+|[-–—―]+|\|)\s*"
_DATE = r"(?:,? \(?\d{1,2}/\d{1,2}(?:/\d{4})?\)?|, [A-Z][a-z]+ \d{1,2}(?:, \d{4})?|, \d{1,2} [A-Z][a-z]+)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<outlet>{_DOMAIN})\s*[,|-]\s*(?P<place>{_CITY}(?:, D\.?C\.?)?){_DASH}",
        rf"(?P<outlet>{_DOMAIN})\s*[,|]\s*(?P<place>{_WORD})(?=\s|[A-Z\"“])",
        rf"(?P<outlet>{_DOMAIN}){_DASH}(?=[A-Z\"“'0-9])",
        rf"(?P<place>{_CITY})\s*,\s*(?P<outlet>{_DOMAIN}){_DASH}",
        rf"(?P<place>{_CAPS})\s*,\s*(?P<outlet>{_OUTLET})\s*{_DASH}",
        rf"(?P<place>{_CITY}) ?, (?P<outlet>(?:CNN|CNBC|VOA|ANTARA|Antara|VIVA)[A-Za-z ]{{0,20}}?){_DASH}",
        rf"(?P<place>{_CITY}(?:, [A-Z][\w.]*)?)\s*(?:, [A-Z][a-z]+\.? \d+ )?"
        rf"\((?P<outlet>[A-Za-z][\w ./-]{{1,30}})\){_DATE}{_DASH}",
        rf"(?P<outlet>{_HOUSES})(?: (?P<place>{_CITY}))?\s*[–—]\s*",
        rf"(?P<outlet>[A-Z]{{3,}}) (?P<place>{_WORD}(?: [A-Z][a-z]+)?)\s*[–—]\s*",
        rf"(?P<place>{_CAPS})(?:, [A-Z][\w.]+)?{_DATE}\s*(?:--+|[-–—]+)\s*(?=[A-Z\"“'0-9])",
        rf"(?P<place>{_CITY})\s*(?:--+|[–—])\s*(?=[A-Z\"“])",
        rf"(?P<place>{_CITY})\n\s*[-–—]+\s*",
        rf"(?P<place>{_TOWN}) - (?=[A-Z\"“])",
    )
)
_NOT_PLACES = frozenset("Advertisement Update Breaking Photo Video Opini Foto".split())


class FoundDateline(Struct, frozen=True):
    """A dateline: where it ends (code points), the place and the outlet it names."""

    end: int
    place: str | None
    outlet: str | None


def find_dateline(text: str, start: int, end: int) -> FoundDateline | None:
    """Return the dateline with which ``text[start:end]`` begins, or None.

    >>> find_dateline("Liputan.com, Gaza -Sedikitnya 44 warga", 0, 38)
    FoundDateline(end=19, place='Gaza', outlet='Liputan.com')
    >>> find_dateline("WARTASIANG.COM - Kapal itu tiba.", 0, 32)  # what stands behind the dash is the text
    FoundDateline(end=16, place=None, outlet='WARTASIANG.COM')
    >>> find_dateline("OSAKA – Laga itu usai.", 0, 22).place
    'OSAKA'
    >>> find_dateline("LONDON (Nordwire) - Shares fell.", 0, 31).place
    'LONDON'
    """
    head = text[start : min(end, start + 90)]
    for form in _FORMS:
        found = form.match(head)
        if found and found.end() < end - start + 1:
            place = (found.groupdict().get("place") or "").strip() or None
            if place in _NOT_PLACES:
                continue
            stop = start + len(found[0].rstrip())
            return FoundDateline(stop, place, found.groupdict().get("outlet"))
    return None
