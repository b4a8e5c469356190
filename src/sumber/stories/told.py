"""Relays that only a desk can see: the opening of a report names an outlet that the desk knows as the teller."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from msgspec.structs import replace

from ..language.tables import read_table
from ..reading.relays.outlets import outlet_named
from ..record import Record, Relay, Role, Scope

__all__ = ["plain_outlet", "with_told"]

_TABLE = Path(__file__).parent / "data" / "told.tsv"
_WORD = re.compile(r"\w+")
_OPENING = 400  # code points of the body that count as its opening where paragraphs were lost
_NAME = r"(?P<name>[A-Z][\w&.’'-]*(?:\s+(?:(?:of|and|dan)\s+)?[A-Z][\w&.’'-]*){0,5})"
_KINDS_BEFORE = (
    "kantor berita|harian|koran|surat kabar|majalah|tabloid|media lokal|media|situs berita|situs|portal berita|portal|"
    "laman|stasiun televisi|stasiun tv|stasiun radio|newspaper|news agency|news site|broadcaster|magazine"
)
_KINDS_BEHIND = "news agency|newspaper|news site|news website|website|magazine|broadcaster|wire service|daily"
_PLAIN = re.compile(
    rf"^(?:[Tt]he\s+)?(?:(?:{_KINDS_BEFORE})\s+)?(?:[Tt]he\s+)?(?P<name>.+?)(?:\s+(?:{_KINDS_BEHIND}))?$"
)


@lru_cache(maxsize=4096)
def plain_outlet(name: str) -> str:
    """Return the name of an outlet without what only says what it is; of one that we know, as our table has it.

    A word that says what an outlet is, written small, is no part of its name; written large, it may be.

    >>> plain_outlet("the Reuters news agency"), plain_outlet("Kantor berita Reuters")
    ('Reuters', 'Reuters')
    >>> plain_outlet("The Strait Herald"), plain_outlet("harian Strait Herald"), plain_outlet("Harian Bahari")
    ('Strait Herald', 'Strait Herald', 'Harian Bahari')
    """
    name = " ".join(name.split())
    for each in (name, _bare(name), _bare(f"{name[:1].lower()}{name[1:]}")):
        known = outlet_named(each)
        if known is not None:
            return known.name
    return _bare(name)


def _bare(name: str) -> str:
    found = _PLAIN.match(name)
    return found["name"] if found else name


def with_told(record: Record, is_known: Callable[[str], bool]) -> Record:
    """Return the record with a relay for each known outlet that the opening of its text names as the teller.

    ``is_known`` says whether the desk, or our table, has an outlet of this name. The reading itself believes a
    stranger in few constructions only; a desk that has the outlet's own reports may believe it in more.
    """
    taken = [(relay.start, relay.end) for relay in record.relays]
    more = [
        relay
        for relay in _told(record, is_known)
        if not any(relay.start < end and start < relay.end for start, end in taken)
    ]
    return replace(record, relays=(*record.relays, *more)) if more else record


def _told(record: Record, is_known: Callable[[str], bool]) -> Iterator[Relay]:
    body = [block for block in record.article.blocks if block.role is Role.BODY]
    if not body:
        return
    text, start = record.article.text, body[0].start
    end = min(body[0].end, start + _OPENING)
    if _tells().isdisjoint(_WORD.findall(text[start:end].casefold())):
        return
    own = plain_outlet(record.article.outlet.name or "").casefold()
    number = len(record.relays)
    for found in (match for pattern in _patterns() for match in pattern.finditer(text, start, end)):
        name = _known_part(found["name"], is_known)
        if name is None or plain_outlet(name).casefold() == own:
            continue
        number += 1
        yield Relay(
            id=f"r{number}",
            start=found.start(),
            end=found.end(),
            outlet=plain_outlet(name),
            scope=Scope.ARTICLE,
        )


def _known_part(words: str, is_known: Callable[[str], bool]) -> str | None:
    """Return the longest end of some capitalised words that names an outlet: a day or place may stand before it."""
    parts = " ".join(words.split()).split(" ")
    ends = (" ".join(parts[at:]).strip(".") for at in range(len(parts)))
    return next((end for end in ends if end and is_known(end)), None)


@cache
def _tells() -> frozenset[str]:
    """Return the first word of each way to name a teller: an opening that has none of them need not be searched."""
    ways = (way for row in read_table(_TABLE) for way in row["words"].split("|"))
    return frozenset(_WORD.findall(way.casefold())[0] for way in ways)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words: dict[str, list[str]] = {"before": [], "behind": []}
    for row in read_table(_TABLE):
        words[row["place"]] += row["words"].split("|")
    before, behind = (
        "|".join(sorted(map(re.escape, some), key=len, reverse=True)) for some in words.values()
    )
    kinds = rf"(?:(?:[Tt]he|{_KINDS_BEFORE})\s+){{0,2}}"
    return (
        re.compile(rf"\b(?:(?i:{before}))\s+{kinds}{_NAME}"),
        re.compile(rf"{_NAME}(?:\s+(?:{_KINDS_BEHIND}))?\s+(?:{behind})\b"),
    )
