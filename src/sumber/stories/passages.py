"""Shared passages: stretches of two texts that have the same words, with both spans."""

import heapq
import re
import zlib
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from ..record import Article, Role, Span

__all__ = ["Passage", "Shingles", "share", "shared_passages", "shingles_of", "sketch_of"]

SIZE = 5  # words of a shingle
_SAMPLE = 16  # one shingle in so many goes into the sketch
_WORD = re.compile(r"[^\W_]+")


class Passage(Struct, frozen=True, gc=False):
    """The same words in two texts: where they stand in the left and in the right one."""

    left: Span
    right: Span
    words: int


class Shingles(Struct, frozen=True, gc=False):
    """The words of an article's running text by place, and the hash of the shingle at each."""

    spans: tuple[tuple[int, int], ...]
    hashes: tuple[int, ...]


def shingles_of(article: Article) -> Shingles:
    """Return the shingles of title and body; furniture is left out."""
    text = article.text
    spans: list[tuple[int, int]] = []
    keys: list[int] = []
    for block in article.blocks or ():
        if block.role in (Role.BODY, Role.TITLE):
            for found in _WORD.finditer(text, block.start, block.end):
                spans.append(found.span())
                keys.append(_key(found[0]))
    rolling = []
    for at in range(len(keys) - SIZE + 1):
        a, b, c, d, e = keys[at : at + SIZE]
        rolling.append((a * 3 + b * 5 + c * 7 + d * 11 + e * 13) * 2654435761 & 0xFFFFFFFF)
    return Shingles(tuple(spans), tuple(rolling))


@lru_cache(maxsize=200_000)
def _key(word: str) -> int:
    return zlib.crc32(word.casefold().encode())


def sketch_of(shingles: Shingles) -> tuple[int, ...]:
    """Return a sample of the shingles that is the same in every text that holds them; of a short text the least."""
    found = {value for value in shingles.hashes if value >> 16 & (_SAMPLE - 1) == 0}
    if len(found) < _SAMPLE:
        found |= set(heapq.nsmallest(_SAMPLE, set(shingles.hashes)))
    return tuple(sorted(found))


def share(left: Shingles, right: Shingles) -> float:
    """Return the part of the left text's shingles that the right one has, in [0, 1]."""
    if not left.hashes:
        return 0.0
    known = set(right.hashes)
    return sum(value in known for value in left.hashes) / len(left.hashes)


def shared_passages(left: Shingles, right: Shingles, *, shortest: int = 8) -> tuple[Passage, ...]:
    """Return the longest stretches of at least ``shortest`` words that both have, in the left one's order."""
    where: dict[int, int] = {}
    for at, value in enumerate(right.hashes):
        where.setdefault(value, at)
    found: list[Passage] = []
    at = 0
    while at < len(left.hashes):
        start = where.get(left.hashes[at])
        if start is None:
            at += 1
            continue
        length = _run(left.hashes, right.hashes, at, start)
        words = length + SIZE - 1
        if words >= shortest:
            found.append(_passage(left, right, at, start, words))
        at += length
    return tuple(found)


def _run(left: Sequence[int], right: Sequence[int], at: int, start: int) -> int:
    length = 0
    while (
        at + length < len(left) and start + length < len(right) and left[at + length] == right[start + length]
    ):
        length += 1
    return length


def _passage(left: Shingles, right: Shingles, at: int, start: int, words: int) -> Passage:
    return Passage(
        Span(left.spans[at][0], left.spans[at + words - 1][1]),
        Span(right.spans[start][0], right.spans[start + words - 1][1]),
        words,
    )
