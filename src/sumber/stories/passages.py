"""Shared passages: stretches of two texts that have the same words, with both spans."""

import heapq
import re
from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from ..record import Article, Role, Span
from .words import Words, hashed

__all__ = [
    "Passage",
    "Shingles",
    "covered",
    "hashes_of",
    "is_copy",
    "share",
    "shared_passages",
    "shingles_of",
    "sketch_in",
    "sketch_of",
]

SIZE = 5  # words of a shingle
_SAMPLE = 12  # one shingle in so many goes into the sketch
_FACTORS = np.array([13, 11, 7, 5, 3], dtype=np.uint32)  # of the last to the first word
_COPY = 0.5  # part of the shorter text, in runs of eight words in the same order, that makes a copy
_MOST_RUNS = 400
_SHORTEST = 8  # words of a run
_FIGURES = 8  # figures in the same places from which on they are compared
_SAME_FIGURES = 0.75  # part of them that a copy keeps; a form filled in anew (prices, eruptions) has others
_SAME_NUMBERS = 0.8  # part of the fewer numbers that a copy keeps, wherever they stand
_TABLE = 40  # figures in the same places that make a table
_SAME_TABLE = 0.95  # part of them that a copy keeps; hours of prayer move by a minute from day to day
_WORD = re.compile(r"[^\W_]+")
_READ = (Role.BODY, Role.TITLE)


class Passage(Struct, frozen=True, gc=False):
    """The same words in two texts: where they stand in the left and in the right one."""

    left: Span
    right: Span
    words: int


class Shingles(Struct, frozen=True, gc=False):
    """The hashes of the shingles of an article's text and of its words, its figures by their place among the words,
    and where its words stand (if asked for)."""

    hashes: list[int]
    words: NDArray[np.uint32]
    figures: dict[int, str]
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def numbers(self) -> frozenset[str]:
        """The figures of the text, each once."""
        return frozenset(self.figures.values())


def shingles_of(article: Article) -> Shingles:
    """Return the shingles of title and body, with the places of words; furniture is left out."""
    spans = tuple(
        found.span()
        for block in article.blocks
        if block.role in _READ
        for found in _WORD.finditer(article.text, block.start, block.end)
    )
    words = [article.text[start:end].casefold() for start, end in spans]
    hashes = np.array([hashed(word) for word in words], dtype=np.uint32)
    return Shingles(_shingles(hashes).tolist(), hashes, _figures(words), spans)


def hashes_of(words: Words) -> Shingles:
    """Return the shingles of an article with these words, without their places (several times quicker)."""
    known = words.vocabulary
    strings = [known.numbers.strings[word] for word in words.words.tolist()]
    hashes = known.hashes.array[words.words]
    return Shingles(_shingles(hashes).tolist(), hashes, _figures(strings))


def _figures(words: list[str]) -> dict[int, str]:
    return {at: word for at, word in enumerate(words) if word[0].isdigit()}


def _shingles(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:  # (words,) -> (shingles,)
    """Return the hash of each run of words of a shingle's length."""
    if len(hashes) < SIZE:
        return np.zeros(0, dtype=np.uint32)
    return np.convolve(hashes, _FACTORS, "valid") * np.uint32(2654435761)


def sketch_of(shingles: Shingles) -> tuple[int, ...]:
    """Return a sample of the shingles that is the same in every text that holds them; of a short text the least."""
    return _sketch(np.array(shingles.hashes, dtype=np.uint32))


def sketch_in(words: Words) -> tuple[int, ...]:
    """Return the sketch of an article with these words: what ``sketch_of`` gives of its shingles, but quicker."""
    return _sketch(_shingles(words.vocabulary.hashes.array[words.words]))


def _sketch(hashes: NDArray[np.uint32]) -> tuple[int, ...]:
    found = set(hashes[(hashes >> 8) % _SAMPLE == 0].tolist())
    if len(found) < _SAMPLE:
        found |= set(heapq.nsmallest(_SAMPLE, set(hashes.tolist())))
    return tuple(sorted(found))


def share(left: Shingles, right: Shingles) -> float:
    """Return the part of the left text's shingles that the right one has, in [0, 1]."""
    if not left.hashes:
        return 0.0
    known = set(right.hashes)
    return sum(value in known for value in left.hashes) / len(left.hashes)


def is_copy(left: Shingles, right: Shingles) -> bool:
    """Return whether one of two texts was copied from the other, or both from a third.

    Half of the shorter text must stand in the other. Forms that are filled in anew (prices, eruptions, hours of prayer)
    share their words but not the figures between them: they are no copies.
    """
    return covered(left, right) >= _COPY and not _is_filled_in_anew(left, right)


def _is_filled_in_anew(left: Shingles, right: Shingles) -> bool:
    """Return whether two texts have other figures in the same places of the same words."""
    if min(len(left.figures), len(right.figures)) < _FIGURES:
        return False
    count, same = _same_figures(left, right)
    if count >= _TABLE and same < _SAME_TABLE * count:
        return True
    fewer, more = sorted((left.numbers, right.numbers), key=len)
    other = len(fewer & more) < _SAME_NUMBERS * len(fewer)
    return count >= _FIGURES and same < _SAME_FIGURES * count and other


def _same_figures(left: Shingles, right: Shingles) -> tuple[int, int]:
    """Return how many figures stand in the same places of what two texts share but for them, and how many are equal."""
    one, other = _without_figures(left), _without_figures(right)
    where: dict[int, list[int]] = {}
    for at, value in enumerate(other):
        where.setdefault(value, []).append(at)
    count = same = at = last = 0
    while at < len(one):
        starts = where.get(one[at])
        if starts is None:
            at += 1
            continue
        start = next((each for each in starts if each >= last), starts[0])
        length = _run(one, other, at, start)
        words = length + SIZE - 1
        if words >= _SHORTEST:
            pairs = [
                (left.figures[each], right.figures.get(each - at + start))
                for each in range(at, at + words)
                if each in left.figures
            ]
            count, same = count + len(pairs), same + sum(figure == its for figure, its in pairs)
            last = start + length
        at += length
    return count, same


def _without_figures(text: Shingles) -> list[int]:
    """Return the hashes of shingles in which all figures are alike."""
    words = text.words.copy()
    words[list(text.figures)] = 0
    found: list[int] = _shingles(words).tolist()
    return found


def covered(left: Shingles, right: Shingles, *, shortest: int = _SHORTEST) -> float:
    """Return the part of the shorter text that stands in the other in runs of words, in the same order.

    A run has at least ``shortest`` words; what two texts share in another order is counted once, by its best order.
    """
    words = min(_in_order(_runs(left, right, shortest)), _in_order(_runs(right, left, shortest)))
    return min(1.0, words / (min(len(left.hashes), len(right.hashes)) + SIZE - 1))


def _runs(left: Shingles, right: Shingles, shortest: int) -> list[tuple[int, int, int]]:
    """Return the runs of words that both have: where each starts in the left and the right one, its words."""
    where: dict[int, int] = {}
    for at, value in enumerate(right.hashes):
        where.setdefault(value, at)
    found: list[tuple[int, int, int]] = []
    at = 0
    while at < len(left.hashes):
        start = where.get(left.hashes[at])
        if start is None:
            at += 1
            continue
        length = _run(left.hashes, right.hashes, at, start)
        if length + SIZE - 1 >= shortest:
            found.append((at, start, length + SIZE - 1))
        at += length
    return found


def _in_order(runs: Sequence[tuple[int, int, int]]) -> int:
    """Return the most words of runs that stand in the same order in both texts, each word counted once."""
    best: list[int] = []
    for at, (left, right, words) in enumerate(runs[:_MOST_RUNS]):
        most = words
        for before, (its_left, its_right, its_words) in zip(best, runs[:at], strict=False):
            if its_right < right:
                twice = max(0, its_left + its_words - left, its_right + its_words - right)
                most = max(most, before + words - min(words, twice))
        best.append(most)
    return max(best, default=0)


def shared_passages(left: Shingles, right: Shingles, *, shortest: int = _SHORTEST) -> tuple[Passage, ...]:
    """Return the longest stretches of at least ``shortest`` words that both have, in the left one's order."""
    return tuple(_passage(left, right, *run) for run in _runs(left, right, shortest))


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
