"""Shared passages: stretches of two texts that have the same words, with both spans."""

import heapq
import re
import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct

from ..record import Article, Role, Span

__all__ = [
    "Passage",
    "Shingles",
    "covered",
    "hashes_of",
    "share",
    "shared_passages",
    "shingles_of",
    "sketch_of",
]

SIZE = 5  # words of a shingle
_SAMPLE = 12  # one shingle in so many goes into the sketch
_FACTORS = (3, 5, 7, 11, 13)
_WORD = re.compile(r"[^\W_]+")
_READ = (Role.BODY, Role.TITLE)


class Passage(Struct, frozen=True, gc=False):
    """The same words in two texts: where they stand in the left and in the right one."""

    left: Span
    right: Span
    words: int


class Shingles(Struct, frozen=True, gc=False):
    """The hashes of the shingles of an article's running text, and where its words stand (if asked for)."""

    hashes: list[int]
    spans: tuple[tuple[int, int], ...] = ()


def shingles_of(article: Article) -> Shingles:
    """Return the shingles of title and body, with the places of words; furniture is left out."""
    spans = tuple(
        found.span()
        for block in article.blocks
        if block.role in _READ
        for found in _WORD.finditer(article.text, block.start, block.end)
    )
    return Shingles(_hashes([article.text[start:end] for start, end in spans]), spans)


def hashes_of(article: Article) -> Shingles:
    """Return the shingles without the places of words: several times quicker."""
    text = article.text
    words: list[str] = []
    for block in article.blocks:
        if block.role in _READ:
            words += _WORD.findall(text, block.start, block.end)
    return Shingles(_hashes(words))


def _hashes(words: list[str]) -> list[int]:
    """Return the hash of each run of words of a shingle's length."""
    if len(words) < SIZE:
        return []
    keys = np.fromiter(map(_key, words), dtype=np.uint32, count=len(words))
    count = len(words) - SIZE + 1
    total = np.zeros(count, dtype=np.uint32)
    for at, factor in enumerate(_FACTORS):
        total += keys[at : at + count] * np.uint32(factor)
    found: list[int] = (total * np.uint32(2654435761)).tolist()
    return found


@lru_cache(maxsize=200_000)
def _key(word: str) -> int:
    return zlib.crc32(word.casefold().encode())


def sketch_of(shingles: Shingles) -> tuple[int, ...]:
    """Return a sample of the shingles that is the same in every text that holds them; of a short text the least."""
    found = {value for value in shingles.hashes if (value >> 8) % _SAMPLE == 0}
    if len(found) < _SAMPLE:
        found |= set(heapq.nsmallest(_SAMPLE, set(shingles.hashes)))
    return tuple(sorted(found))


def share(left: Shingles, right: Shingles) -> float:
    """Return the part of the left text's shingles that the right one has, in [0, 1]."""
    if not left.hashes:
        return 0.0
    known = set(right.hashes)
    return sum(value in known for value in left.hashes) / len(left.hashes)


def covered(left: Shingles, right: Shingles, *, shortest: int = 8) -> float:
    """Return the part of the shorter text that stands in the other in runs of at least ``shortest`` words."""
    return min(_covered(left, right, shortest), _covered(right, left, shortest))


def _covered(left: Shingles, right: Shingles, shortest: int) -> float:
    where: dict[int, int] = {}
    for at, value in enumerate(right.hashes):
        where.setdefault(value, at)
    at = words = 0
    while at < len(left.hashes):
        start = where.get(left.hashes[at])
        length = 1 if start is None else _run(left.hashes, right.hashes, at, start)
        if start is not None and length + SIZE - 1 >= shortest:
            words += length + SIZE - 1
        at += length
    return min(1.0, words / (min(len(left.hashes), len(right.hashes)) + SIZE - 1))


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
