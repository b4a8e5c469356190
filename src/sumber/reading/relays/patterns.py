"""Constructions that name another outlet as the source, Indonesian and English."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from .outlets import known_pattern, outlet_named

__all__ = ["FoundRelay", "find_relays"]


class FoundRelay(Struct, frozen=True):
    """A relay: the span of its words, the outlet, and whether it opens its sentence."""

    start: int
    end: int
    outlet: str
    outlet_start: int
    opens: bool


_KIND = (
    r"(?:(?:laman|situs(?: web)?|media|kantor berita|surat kabar|harian|koran|majalah|portal(?: berita)?|stasiun televisi|televisi|"
    r"laporan|pemberitaan|outlet media|radio|jaringan|sumber)\s+){0,3}"
)
_QUALIFIER = r"(?:(?:resmi|lokal|pemerintah|terkemuka|setempat|AS|Inggris|Turki|Iran|Israel|Rusia|China|Jepang|Arab|Prancis|India|Korea)[\s,]+){0,3}"
_STRANGER = r"(?!(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Presiden|Menteri|Dr|Prof)\b)[A-Z][\w.&’'-]*(?:[ \xa0](?!(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)\b)[A-Z][\w.&’'-]*){0,3}"
_TAKEN = (
    r"(?:(?:[Ss]eperti|[Ss]ebagaimana|[Dd]emikian)(?:\s+yang)?\s+)?(?P<verb>[Dd]ilansir(?:kan)?|[Dd]ikutip|[Mm]elansir|[Mm]engutip|"
    r"[Dd]inukil|[Mm]enukil|[Dd]isadur|[Mm]enyadur|[Dd]iwartakan|[Mm]ewartakan|[Dd]iberitakan|[Dd]ilaporkan)"
    r"(?:\s*(?:dari|oleh|melalui)(?![a-z]))?\s*"
)
_SURE = ("dilansir", "dilansirkan", "melansir", "dikutip", "dinukil", "disadur", "diwartakan", "diberitakan")
_SPOKEN = r"(?P<verb>kepada)\s*(?:wartawan\s+|reporter\s+|kantor berita\s+)?"
_NEWSY = re.compile(
    r"(?:News|Times|Post|Daily|Herald|Tribune|TV|Agency|Press|Journal|Gazette|Observer|Chronicle|Today|Magazine|Radio|"
    r"Guardian|Mail|Telegraph|Standard|\.(?:com|co\.id|id|net|org|co))\b"
)


@cache
def _indonesian() -> tuple[re.Pattern[str], ...]:
    known = known_pattern()
    return (
        re.compile(rf"{_TAKEN}{_KIND}{_QUALIFIER}(?P<outlet>(?:{known})(?![a-z])|{_STRANGER})"),
        re.compile(rf"{_SPOKEN}(?P<outlet>{known})(?![a-z])"),
    )


@cache
def _english() -> tuple[re.Pattern[str], ...]:
    known = rf"(?:{known_pattern()})(?!\w)|[A-Z]\w+\.com\b"
    the = r"(?:[Tt]he\s+)?"
    who = r"(?:(?:a|the)\s+(?:reporter|correspondent|journalist)\s+(?:from|for|of)\s+|reporters? (?:from|at) |state news agency |news agency |broadcaster |newspaper |magazine |website )?"
    return (
        re.compile(rf"\b(?:told|tells|telling)\s+{who}{the}(?P<outlet>{known})"),
        re.compile(
            rf"\b[Aa]ccording to\s+(?:a report (?:in|by|from) |reports? (?:in|by|from) )?{who}{the}(?P<outlet>{known})(?!['’]s)"
        ),
        re.compile(
            rf"(?P<outlet>\b(?:{known}))\s+(?:first\s+)?(?:reported|reports|has reported|had reported)\b"
        ),
        re.compile(rf"\b(?:reports|reported)\s+{the}(?P<outlet>{known})"),
        re.compile(
            rf"\b(?:first\s+)?(?:reported|published|obtained|released|posted|broadcast)\s+by\s+{who}{the}(?P<outlet>{known})"
        ),
        re.compile(rf"\b(?:citing|quoting|quoted by|as quoted by)\s+{who}{the}(?P<outlet>{known})"),
        re.compile(
            rf"\bin an? (?:\w+ )?(?:interview|statement|email) (?:with|to|on)\s+{the}(?P<outlet>{known})"
        ),
        re.compile(r"\bContent created by\s+(?P<outlet>(?:The\s+)?[A-Z]\w+(?:\s[A-Z]\w+){0,5})"),
    )


_CREDIT = re.compile(r"^\s*(?:[Ss]umber|SUMBER|Source)\s*:\s*(?P<outlet>[A-Z][\w.’' -]{1,40}?)\s*$")
_AGENCY = re.compile(
    r"\((?P<outlet>Antara|ANTARA|Reuters|AFP|AP|BBC|CNN|Xinhua|DPA|VOA|Sputnik|TASS)(?:/[\w. ]{1,20})?\)"
)
_AND = re.compile(rf"\s*(?:,|dan|and|serta)\s+(?P<outlet>{_STRANGER})")


def find_relays(text: str, start: int, end: int, language: str, *, is_body: bool) -> Iterator[FoundRelay]:
    """Yield the relays of ``text[start:end]``; outside the body only closing credits and notices count."""
    credit = _CREDIT.match(text[start:end])
    if credit:
        at = start + credit.start("outlet")
        yield FoundRelay(start, end, credit["outlet"], at, True)
        return
    patterns = (*_indonesian(), _AGENCY) if language == "id" else (*_english(), _AGENCY)
    for pattern in patterns if is_body else patterns[-2:]:
        for found in pattern.finditer(text, start, end):
            relay = _relay(text, start, found)
            if relay is not None:
                yield relay
                yield from _also(text, end, relay)


def _relay(text: str, block_start: int, found: re.Match[str]) -> FoundRelay | None:
    name = " ".join(found["outlet"].split()).rstrip(".,’'")
    verb = (found.groupdict().get("verb") or "").lower()
    known = outlet_named(name)
    if known is None and "verb" in found.groupdict() and not _believed(verb, found[0], name):
        return None
    before = text[block_start : found.start()].rstrip()
    opens = not before or before[-1] in '.!?”"'
    end = found.start("outlet") + len(found["outlet"].rstrip(".,’'"))
    end = max(end, found.end()) if "verb" not in found.groupdict() else end
    return FoundRelay(found.start(), end, name, found.start("outlet"), opens)


def _believed(verb: str, words: str, name: str) -> bool:
    """Return whether a stranger is an outlet: it is called a site or agency, or its name says so."""
    called = re.search(
        r"\b(?:laman|situs|kantor berita|surat kabar|harian|koran|majalah|portal|televisi|media)\b", words
    )
    if verb in ("mengutip", "menukil", "dilaporkan", "mewartakan", "menyadur"):
        return bool(called or _NEWSY.search(name))
    return verb in _SURE and bool(called or _NEWSY.search(name) or "dari" in words or "oleh" not in words)


def _also(text: str, end: int, first: FoundRelay) -> Iterator[FoundRelay]:
    """Yield the second outlet of *dilansir Reuters dan Al Arabiya*."""
    found = _AND.match(text, first.end, end)
    if found and (outlet_named(found["outlet"]) or _NEWSY.search(found["outlet"])):
        yield FoundRelay(
            first.start, found.end(), " ".join(found["outlet"].split()), found.start("outlet"), first.opens
        )
