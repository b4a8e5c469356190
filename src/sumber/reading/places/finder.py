"""Finding the mentions of places: the longest names of the gazetteer over capitalised words, with guards."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

import sumber.gazetteer

from ...gazetteer import Candidate, lookup
from ...language.tables import read_table
from ...language.tokens import Token
from ...record import Span
from ..analysis import Analysis

__all__ = ["Found", "find_places"]

_LONGEST = 5
_GENERIC = frozenset(
    "kabupaten kota provinsi kecamatan kelurahan desa pulau distrik kampung county province city state district".split()
)
_BODIES_BEFORE = frozenset(
    "bank universitas university klub fc bayern real inter ac atletico borussia garuda hotel stasiun bandara rs pt "
    "toyota persatuan".split()
)
_BODIES_AFTER = frozenset(
    "times post united fc city hotspur bank university airlines airways herald tribune motors electric mining madrid "
    "munchen villa palace wanderers rovers motor open".split()
)
_NATION = frozenset(
    {
        "AS",
        "RI",
        "US",
        "UK",
        "UE",
        "UEA",
        "RRT",
        "RRC",
        "UAE",
        "USA",
        "LA",
        "EU",
        "U.S.",
        "U.K.",
        "DKI",
        "NTB",
        "NTT",
        "DIY",
        "IKN",
    }
)


class Found(Struct, frozen=True):
    """A mention of a place: its span, its tokens, the candidates, and what the words before it say of its level."""

    start: int
    end: int
    first: int
    last: int
    candidates: tuple[Candidate, ...]
    level: str | None = None
    name: str = ""


@cache
def _demonyms() -> frozenset[str]:
    path = Path(sumber.gazetteer.__path__[0]) / "data" / "demonyms.tsv"
    return frozenset(row["word"] for row in read_table(path))


@cache
def _guarded(kind: str) -> frozenset[str]:
    path = Path(sumber.gazetteer.__path__[0]) / "data" / "guards.tsv"
    return frozenset(row["word"] for row in read_table(path) if row["class"] == kind)


def find_places(analysis: Analysis, taken: Sequence[Span]) -> Iterator[Found]:
    """Yield the mentions of places in title and body.

    Args:
        analysis: the article's words.
        taken: spans of persons' names and of fixed proper names, in which no place is looked for.
    """
    tokens = analysis.tokens
    blocked = _blocked(analysis, taken)
    for sentence in analysis.sentences:
        index = sentence.first
        while index < sentence.last:
            found = (
                None if index in blocked else _at(analysis.text, tokens, index, sentence.last, sentence.first)
            )
            if found is not None and not any(i in blocked for i in range(found.first, found.last)):
                yield found
                index = found.last
                continue
            if index not in blocked:
                yield from _hyphened(tokens, index)
            index += 1


def _blocked(analysis: Analysis, taken: Sequence[Span]) -> set[int]:
    blocked: set[int] = set()
    for span in taken:
        index = analysis.token_at(span.start)
        while index is not None and index < len(analysis.tokens) and analysis.tokens[index].start < span.end:
            blocked.add(index)
            index += 1
    return blocked


def _at(text: str, tokens: Sequence[Token], first: int, end: int, start: int) -> Found | None:
    """Return the longest place that begins at a token."""
    head = tokens[first].text
    if not head[:1].isupper() or (len(head) < 3 and head not in _NATION):
        return None
    for last in range(min(first + _LONGEST, end), first, -1):
        if not _joined(text, tokens, first, last):
            continue
        name = text[tokens[first].start : tokens[last - 1].end]
        candidates = _fitting(name, lookup(" ".join(name.split())))
        if candidates and _allowed(tokens, first, last, candidates, (start, end)):
            return Found(
                tokens[first].start,
                tokens[last - 1].end,
                first,
                last,
                candidates,
                _level_before(tokens, first, start),
            )
    return None


def _hyphened(tokens: Sequence[Token], index: int) -> Iterator[Found]:
    """Yield the countries in a compound: *perang Iran-Israel*."""
    token = tokens[index]
    at = token.start
    for part in token.text.split("-") if "-" in token.text else ():
        candidates = lookup(part) if part[:1].isupper() and (len(part) > 2 or part in _NATION) else ()
        if candidates and (candidates[0].level == "country" or candidates[0].importance >= 75):
            yield Found(at, at + len(part), index, index + 1, candidates)
        at += len(part) + 1


def _joined(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether tokens may be one name: capitals or small joints, one blank or nothing between."""
    if not tokens[last - 1].text[:1].isupper():
        return False
    for left, right in zip(tokens[first : last - 1], tokens[first + 1 : last], strict=True):
        between = text[left.end : right.start]
        if between not in ("", " ", "\xa0", "\n") or not (right.text[:1].isupper() or right.text in _JOINTS):
            if not (right.text == "," or (left.text == "," and right.text.startswith("D"))):
                return False
        elif between == "" and left.text[-1:].isalpha() and right.text[:1].isupper():
            return False  # two names that a crawler glued
    return True


_JOINTS = frozenset({"of", "and", "dan", "the", "al", "el", "de", "-", "’", "'", ".", "d'Ivoire"})


def _fitting(name: str, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Drop candidates that a short or all-capital name cannot mean."""
    if name.isupper() and len(name) <= 4 and name not in _NATION:
        return ()
    if " " not in name:
        candidates = tuple(c for c in candidates if c.how < 3 or c.importance >= 58)
    return candidates


def _allowed(
    tokens: Sequence[Token],
    first: int,
    last: int,
    candidates: tuple[Candidate, ...],
    sentence: tuple[int, int],
) -> bool:
    """Return whether a name at this place in the sentence is a place, not a person, body or common word."""
    name = tokens[first].text
    best = candidates[0]
    if name in _demonyms() and last - first == 1 and best.level != "country":
        return False
    after = tokens[last] if last < sentence[1] else None
    before = tokens[first - 1] if first > sentence[0] else None
    if before is not None and before.lower in _BODIES_BEFORE:
        return False
    two_before = tokens[first - 2].lower if first - 2 >= sentence[0] else ""
    if (
        before is not None and before.lower == "of" and two_before in _BODIES_BEFORE
    ) or two_before == "tentara":
        return False
    if (
        after is not None
        and after.text == "."
        and last + 1 < sentence[1]
        and tokens[last + 1].lower in ("com", "co")
    ):
        return False
    if after is not None and after.lower in _BODIES_AFTER and after.text[:1].isupper():
        return False
    if last - first > 1:
        return True
    level_word = before is not None and before.lower in _GENERIC
    if name in _guarded("common") and not level_word:
        return False
    if name in _guarded("given") and _is_person(tokens, last, sentence):
        return False
    if best.level == "country" or best.importance >= 66:
        return True
    if best.importance >= 55 and best.how == 1 and not _beside_name(tokens, first, last, sentence):
        return True
    return level_word or _weak_allowed(tokens, last, first, sentence)


def _beside_name(tokens: Sequence[Token], first: int, last: int, sentence: tuple[int, int]) -> bool:
    """Return whether a city's name stands among other capitals, as a surname does."""
    before = tokens[first - 1] if first > sentence[0] else None
    after = tokens[last] if last < sentence[1] else None
    leads = before is not None and before.text[:1].isupper() and not before.text.isupper()
    if leads and before is not None and before.lower in _HOLDERS | _GENERIC:
        leads = False
    follows = after is not None and after.text[:1].isupper() and after.text.isalpha()
    return leads or (follows and first > sentence[0])


def _weak_allowed(tokens: Sequence[Token], last: int, first: int, sentence: tuple[int, int]) -> bool:
    """Return whether a lesser place is believed: a preposition before it, a comma and another place, or brackets."""
    before = tokens[first - 1] if first > sentence[0] else None
    after = tokens[last] if last < sentence[1] else None
    if after is not None and after.text[:1].isupper() and not after.text.isupper():
        return False
    if before is None:
        return False
    if before.lower in _PREPOSITIONS:
        return True
    if before.text == "," and first - 2 >= sentence[0] and tokens[first - 2].text[:1].isupper():
        return bool(lookup(tokens[first - 2].text))
    return before.lower in _HOLDERS


_PREPOSITIONS = frozenset(
    "di ke dari wilayah kawasan daerah in at near from to outside around across of".split()
)
_HOLDERS = frozenset(
    "warga polda polres polresta polsek pemkab pemkot pemprov bupati gubernur kapolres kapolresta kapolda dprd asal "
    "pemerintah wali lapas bandara pelabuhan stasiun rutan pantai negeri downtown airport".split()
)


def _is_person(tokens: Sequence[Token], last: int, sentence: tuple[int, int]) -> bool:
    """Return whether a name that is also a given name stands before a surname: *Israel Katz*, not *Iran Masoud P.*"""
    after = tokens[last] if last < sentence[1] else None
    if after is None or not after.text[:1].isupper() or after.start > tokens[last - 1].end + 1:
        return False
    if len(after.text) < 3 or after.text.isupper() or lookup(after.text):
        return False
    second = tokens[last + 1] if last + 1 < sentence[1] else None
    return second is None or not second.text[:1].isupper()


def _level_before(tokens: Sequence[Token], first: int, start: int) -> str | None:
    """Return what the word before a name says of its level: *Kabupaten Bogor*."""
    word = tokens[first - 1].lower if first > start else ""
    return {
        "kabupaten": "regency",
        "kab": "regency",
        "bupati": "regency",
        "kota": "city",
        "provinsi": "province",
        "gubernur": "province",
        "kecamatan": "district",
        "province": "province",
    }.get(word)
