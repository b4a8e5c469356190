"""Finding relays in one stretch of text, by the constructions of its language."""

import re
from collections.abc import Iterator

from .english import patterns as english
from .indonesian import patterns as indonesian
from .outlets import outlet_named
from .words import CREDIT, NEWSY, STRANGER, FoundRelay, Pattern

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
_SHORT_FORM = re.compile(r"\s*\((?:[A-Z]{2,6})\)")
_SENTENCE_END = '.!?”"'


def find_relays(text: str, start: int, end: int, language: str, *, is_body: bool) -> Iterator[FoundRelay]:
    """Yield the relays of ``text[start:end]``; outside the body only closing credits and notices count."""
    credit = CREDIT.match(text[start:end])
    if credit:
        yield from _credited(start, end, credit)
        return
    taken: list[tuple[int, int]] = []
    for pattern in indonesian() if language == "id" else english():
        if not is_body and not pattern.outside:
            continue
        for found in pattern.regex.finditer(text, start, end):
            relay = _relay(text, start, found, pattern)
            if relay is None or any(a < relay.end and relay.outlet_start < b for a, b in taken):
                continue
            for one in (relay, *_also(text, end, relay)):
                taken.append((one.outlet_start, one.end))
                yield one


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


def _relay(text: str, block_start: int, found: re.Match[str], pattern: Pattern) -> FoundRelay | None:
    written = _trimmed(found["outlet"])
    name = _named(text, found, written)
    verb = (found.groupdict().get("verb") or "").lower()
    known = outlet_named(name)
    if (known is None or known.is_word) and not _believed(verb, found, pattern, name):
        return None
    before = text[block_start : found.start()].rstrip()
    opens = not before or before[-1] in _SENTENCE_END
    end = found.start("outlet") + len(written)
    short = _SHORT_FORM.match(text, end)
    if short and short.end() - end < 10:
        end = short.end()
    elif "verb" not in found.groupdict() and not pattern.regex.groupindex.get("kind"):
        end = max(end, found.end())
    closes = pattern.closes or (verb != "" and found[0].lower().startswith("demikian"))
    return FoundRelay(found.start(), end, name, found.start("outlet"), opens, closes)


def _named(text: str, found: re.Match[str], written: str) -> str:
    """Return an outlet's name: as written, with the *The* that belongs to it."""
    name = " ".join(written.split()).removeprefix("the ")
    known = outlet_named(name)
    if known and known.name.startswith("The ") and not name.startswith("The "):
        at = found.start("outlet")
        if text[max(0, at - 4) : at].casefold() == "the " or written.startswith("the "):
            return f"The {name}"
    return name


def _trimmed(name: str) -> str:
    """Return an outlet's name as matched without the marks and small words at its end."""
    name = name.rstrip(".,’'-")
    return re.sub(r"(?:['’]s|\.(?:[A-Z][a-z]+)?)$", "", name) if not re.search(r"\.\w{2,4}$", name) else name


def _believed(verb: str, found: re.Match[str], pattern: Pattern, name: str) -> bool:
    """Return whether a stranger is an outlet: it is called a site or agency, or its name says so."""
    words = found[0]
    if re.search(r"\bresmi\b", words):
        return False  # the official site of a body is no outlet
    called = bool(_CALLED.search(words.lower()))
    newsy = bool(NEWSY.search(name)) and outlet_named(name) is None
    if not pattern.believes:
        return newsy or (called and outlet_named(name) is not None)
    if not verb:
        return called or newsy or pattern.closes
    if verb not in _SURE_VERBS:
        return called or newsy
    return (
        called
        or newsy
        or bool(re.search(r"dari\s*(?:\S+\s*)?$", words[: found.start("outlet") - found.start()]))
    )


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
