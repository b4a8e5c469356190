"""The layer of relays."""

import re
from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace

from ...record import Record, Relay, Role, Scope, Time
from ..analysis import Analysis
from .outlets import outlet_named
from .patterns import FoundRelay, find_relays

__all__ = ["Relays"]


_LOOKED_AT = frozenset({Role.TITLE, Role.BODY, Role.CREDIT, Role.BYLINE, Role.DATELINE, Role.OTHER})
_TWO_AGENCIES = re.compile(r"[/-][A-Z]")
_CLOSING = 300  # code points that count as the end
_OPENING = 400  # code points that count as the opening where paragraphs were lost
_MARKS = " \xa0-–—.\n"
_DASHES = ("-", "–", "—")
_SENTENCE_ENDS = (".", "!", "?", "”", '"', "’")
_LEAD = 4  # paragraphs in which a relay that opens its sentence is the article's own origin


class Relays:
    """Find where the article says that it took something from another outlet.

    How it works: constructions of the language around the name of an outlet; ours are known by a table, a stranger
    is believed only where the construction leaves no doubt. The day of the source is taken from the times inside.

    Known to miss: outlets that are only hinted at (*media setempat*); relays told over two sentences.
    Quality: ``python -m evaluation statements``.
    """

    name: ClassVar[str] = "relays"
    needs: ClassVar[frozenset[str]] = frozenset({"times"})
    gives: ClassVar[frozenset[str]] = frozenset({"relays"})

    def __call__(self, record: Record, analysis: Analysis, /) -> Record:
        """Return the record with its relays."""
        article = record.article
        found: list[FoundRelay] = []
        for block in article.blocks:
            if block.role in _LOOKED_AT:
                is_body = block.role in (Role.TITLE, Role.BODY)
                found += find_relays(analysis.text, block.start, block.end, article.language, is_body=is_body)
        others = (
            relay
            for relay in found
            if not _is_own(record, relay.outlet) and not _is_photo_credit(record, relay)
        )
        return replace(record, relays=tuple(_numbered(record, sorted(others, key=_start))))


def _start(relay: FoundRelay) -> tuple[int, int]:
    return relay.start, relay.outlet_start


def _is_own(record: Record, name: str) -> bool:
    """Return whether an outlet is the article's own."""
    own = record.article.outlet
    known = outlet_named(name)
    folded = "".join(name.split()).casefold()
    for ours in (own.name, own.domain):
        if not ours:
            continue
        mine = outlet_named(ours)
        if known and (known == mine or _is_home(known.domain, ours.casefold())):
            return True
        if folded == "".join(ours.split()).casefold():
            return True
    return False


def _is_photo_credit(record: Record, relay: FoundRelay) -> bool:
    """Return whether an agency that stands alone is the credit of a picture.

    *KABUL (Reuters) -* and a closing *(Antara)* or *PA* tell where the report comes from; *(BBC/ITN)* below a picture,
    an agency in the middle of the text or behind a full sentence of the opening do not.
    """
    article = record.article
    words = article.text[relay.start : relay.end]
    is_bracketed = words.startswith("(")
    if not is_bracketed and not _is_bare(words, relay):
        return False
    if article.language == "en" and _TWO_AGENCIES.search(words):
        return True
    body = [block for block in article.blocks if block.role in (Role.BODY, Role.DATELINE)]
    if not body:
        return False
    start, end = body[0].start, body[-1].end
    if relay.start >= end - max(_CLOSING, (end - start) // 3):
        return not is_bracketed and relay.end < end - len(_MARKS)
    before = article.text[: relay.start].rstrip(" \xa0")
    behind = article.text[relay.end : relay.end + 4].lstrip(" \xa0")
    is_dateline = is_bracketed and (behind.startswith(_DASHES) or not before.endswith(_SENTENCE_ENDS))
    return not is_dateline or relay.start > start + _OPENING


def _is_bare(words: str, relay: FoundRelay) -> bool:
    """Return whether a relay is nothing but the name of the outlet, behind a dash perhaps: *- AFP*."""
    return relay.closes and words.strip(_MARKS) == relay.outlet


def _is_home(domain: str, ours: str) -> bool:
    """Return whether a domain is the article's own, of which a crawler may have kept only the first part.

    >>> _is_home("detik.com", "news.detik.com"), _is_home("dailymail.co.uk", "dailymail")
    (True, True)
    """
    return bool(domain) and (ours == domain or ours.endswith(f".{domain}") or ours == domain.split(".")[0])


def _numbered(record: Record, found: list[FoundRelay]) -> Iterator[Relay]:
    seen: set[tuple[int, str]] = set()
    number = 0
    for relay in found:
        if (relay.start, relay.outlet) in seen:
            continue
        seen.add((relay.start, relay.outlet))
        number += 1
        time = _time_behind(record, relay)
        yield Relay(
            id=f"r{number}",
            start=relay.start,
            end=max(relay.end, time.end) if time else relay.end,
            outlet=relay.outlet,
            published=time.value[:10] if time else None,
            scope=_scope(record, relay),
        )


def _time_behind(record: Record, relay: FoundRelay) -> Time | None:
    """Return the day that stands right behind an outlet's name: *BBC, Jumat, 15 September 2023*."""
    for time in record.times:
        if not 0 <= time.start - relay.end < 14 or not time.value[:4].isdigit():
            continue
        between = record.article.text[relay.end : time.start]
        if between.strip(" ,()\n\xa0") in ("", "pada", "on", "hari"):
            return time
    return None


def _scope(record: Record, relay: FoundRelay) -> Scope:
    """Return how far a relay reaches.

    A closing credit (*Sumber: Antara*, *Demikian dilansir AP*) and one that opens a sentence of the first paragraphs
    hold for the article, all others for their sentence.
    """
    if relay.closes:
        return Scope.ARTICLE
    body = [block for block in record.article.blocks if block.role is Role.BODY]
    early = body[: max(_LEAD, len(body) // 3)]
    is_early = not body or relay.start < early[-1].end
    if len(body) < _LEAD and body:  # a crawler lost the paragraphs
        is_early = relay.start - body[0].start < max(_OPENING, (body[-1].end - body[0].start) // 5)
    return Scope.ARTICLE if relay.opens and is_early else Scope.SENTENCE
