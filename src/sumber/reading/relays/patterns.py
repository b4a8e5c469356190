"""Finding relays in one stretch of text, by the constructions of its language."""

import re
from collections.abc import Iterator

from . import english, indonesian
from .outlets import known_names, outlet_named
from .words import CREDIT, NEWSY, STRANGER, FoundRelay, Hit, Pattern

__all__ = ["FoundRelay", "find_relays"]

_CALLED = re.compile(
    r"\b(?:laman|situs|website|kantor\s+berita|surat\s+kabar|harian|koran|majalah|portal|televisi|media|tabloid|radio|penyiar|"
    r"news\s+agency|newspaper|broadcaster|magazine|news\s+site|news\s+outlet)"
)
_SURE_VERBS = (
    "dilansir",
    "dilansirkan",
    "melansir",
    "dikutip",
    "dinukil",
    "disadur",
    "diwartakan",
    "diberitakan",
)
_AND = re.compile(rf"\s*(?:,\s*(?:dan|serta|and)?|dan|and|serta|/)\s*(?P<outlet>{STRANGER})")
_STRANGER, _DOMAIN = re.compile(STRANGER), re.compile(r"[A-Z]\w+\.com\b(?!\.\w)")
_NAME_START = re.compile(r"(?<![\w.])(?:[A-Z+\d]|detik|the\s)")
_LONGEST = 46  # code points of a name
_SHORT_FORM = re.compile(r"\s*\((?:[A-Z]{2,6})\)")
_SENTENCE_END = '.!?”"'
_GOES_ON = (',"', ",”")  # a quotation whose sentence goes on: *"Prices rose," according to*


def find_relays(text: str, start: int, end: int, language: str, *, is_body: bool) -> Iterator[FoundRelay]:
    """Yield the relays of ``text[start:end]``; outside the body only closing credits and notices count."""
    credit = CREDIT.match(text[start:end])
    if credit:
        yield from _credited(start, end, credit)
        return
    taken: list[tuple[int, int]] = []
    for pattern in indonesian.patterns() if language == "id" else english.patterns():
        if not is_body and not pattern.outside:
            continue
        for hit in _hits(text, (start, end), pattern, language):
            relay = _relay(text, start, hit, pattern)
            if relay is None or any(a < relay.end and relay.outlet_start < b for a, b in taken):
                continue
            for one in (relay, *_also(text, end, relay)):
                taken.append((one.outlet_start, one.end))
                yield one


def _hits(text: str, span: tuple[int, int], pattern: Pattern, language: str) -> Iterator[Hit]:
    """Yield where a construction fits in a stretch of text."""
    known = known_names(indonesian.EDGE if language == "id" else english.EDGE, sure=pattern.sure)
    if pattern.whole is not None:
        for found in pattern.whole.finditer(text, *span):
            yield Hit(found.start(), found.end(), found["outlet"], found.start("outlet"), found[0])
    elif pattern.lead is not None:
        for lead in pattern.lead.finditer(text, *span):
            name = _name_at(text, lead.end(), span[1], pattern, known)
            if name is None or (
                pattern.tail is not None and not pattern.tail.match(text, name.end(), span[1])
            ):
                continue
            verb = (lead.groupdict().get("verb") or "").lower()
            yield Hit(lead.start(), name.end(), name[0], name.start(), text[lead.start() : name.end()], verb)
    elif pattern.tail is not None:
        for tail in pattern.tail.finditer(text, *span):
            name = _name_before(text, span[0], tail.start(), known)
            if name is not None:
                start, end = name.start(), tail.end() if language == "en" else name.end()
                yield Hit(start, end, name[0], start, text[start:end])


def _name_at(text: str, at: int, end: int, pattern: Pattern, known: re.Pattern[str]) -> re.Match[str] | None:
    """Return the outlet that begins here, or behind what may be skipped; a stranger only if none is known."""
    skipped = pattern.skip.match(text, at, end) if pattern.skip is not None else None
    behind = skipped.end() if skipped else at
    found = known.match(text, at, end) or (known.match(text, behind, end) if behind > at else None)
    found = found or _DOMAIN.match(text, behind, end)
    if found is None and pattern.strangers:
        found = _STRANGER.match(text, behind, end)
    return found


def _name_before(text: str, start: int, at: int, known: re.Pattern[str]) -> re.Match[str] | None:
    """Return the outlet whose name ends here, the longest."""
    for first in _NAME_START.finditer(text, max(start, at - _LONGEST), at):
        found = known.fullmatch(text, first.start(), at) or _DOMAIN.fullmatch(text, first.start(), at)
        if found is not None:
            return found
    return None


def _credited(start: int, end: int, credit: re.Match[str]) -> Iterator[FoundRelay]:
    """Yield the outlets of a closing line: *Sumber: Reuters, AFP*; strangers only if they look like outlets."""
    names = [(credit["outlet"], start + credit.start("outlet"))]
    at = start + credit.start("more")
    for more in re.finditer(r"[A-Z][\w.’' -]{1,40}?(?=\s*(?:,|/|$|\bdan\b|\band\b|&))", credit["more"]):
        names.append((more[0], at + more.start()))
    for name, offset in names:
        clean = re.sub(r"\s+(?:Foto|Photo|FOTO)$", "", name.strip())
        if (
            outlet_named(clean)
            or NEWSY.search(clean)
            or (len(names) == 1 and clean == name and " " not in clean)
        ):
            yield FoundRelay(start, end, clean, offset, True, True)


def _relay(text: str, block_start: int, hit: Hit, pattern: Pattern) -> FoundRelay | None:
    written = _trimmed(hit.outlet)
    name = _named(text, hit, written)
    known = outlet_named(name)
    if (known is None or known.is_word) and not _believed(hit, pattern, name):
        return None
    before = text[block_start : hit.start].rstrip()
    opens = not before or (before[-1] in _SENTENCE_END and before[-2:] not in _GOES_ON)
    end = hit.outlet_start + len(written)
    short = _SHORT_FORM.match(text, end)
    if short and short.end() - end < 10:
        end = short.end()
    elif pattern.lead is None:
        end = max(end, hit.end)
    closes = pattern.closes or (hit.verb != "" and hit.words.lower().startswith("demikian"))
    return FoundRelay(hit.start, end, name, hit.outlet_start, opens, closes)


def _named(text: str, hit: Hit, written: str) -> str:
    """Return an outlet's name: as written, with the *The* that belongs to it."""
    name = " ".join(written.split()).removeprefix("the ")
    known = outlet_named(name)
    if known and known.name.startswith("The ") and not name.startswith("The "):
        at = hit.outlet_start
        if text[max(0, at - 4) : at].casefold() == "the " or written.startswith("the "):
            return f"The {name}"
    return name


def _trimmed(name: str) -> str:
    """Return an outlet's name as matched without the marks and small words at its end."""
    name = name.rstrip(".,’'-")
    return re.sub(r"(?:['’]s|\.(?:[A-Z][a-z]+)?)$", "", name) if not re.search(r"\.\w{2,4}$", name) else name


def _believed(hit: Hit, pattern: Pattern, name: str) -> bool:
    """Return whether a stranger is an outlet: it is called a site or agency, or its name says so."""
    if re.search(r"\bresmi\b", hit.words):
        return False  # the official site of a body is no outlet
    called = bool(_CALLED.search(hit.words.lower()))
    newsy = bool(NEWSY.search(name)) and outlet_named(name) is None
    if not pattern.believes:
        return newsy or (called and outlet_named(name) is not None)
    if called or newsy:
        return True
    if not hit.verb:
        return pattern.closes
    before = hit.words[: hit.outlet_start - hit.start]
    return hit.verb in _SURE_VERBS and re.search(r"dari\s*(?:\S+\s*)?$", before) is not None


def _also(text: str, end: int, first: FoundRelay) -> Iterator[FoundRelay]:
    """Yield the other outlets of *dilansir Reuters, AFP dan Al Arabiya*."""
    at = first.end
    while True:
        found = _AND.match(text, at, end)
        if not found:
            return
        name = " ".join(_trimmed(found["outlet"]).split())
        known = outlet_named(name)
        if not (known and not known.is_word) and not NEWSY.search(name):
            return
        at = found.start("outlet") + len(_trimmed(found["outlet"]))
        yield FoundRelay(first.start, at, name, found.start("outlet"), first.opens, first.closes)
