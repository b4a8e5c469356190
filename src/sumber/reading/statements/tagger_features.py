"""What the tagger of statements sees of a word: numbers for its form, ends, shape and place in a quote.

A word is looked up by a hash of its small letters among the hashes of the words that were known in training; an
unknown one falls into a bucket. So the model ships no vocabulary, and nothing of a text can be read back from it.
"""

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "AFFIXES",
    "BREAK",
    "BUCKETS",
    "COLUMNS",
    "QUOTES",
    "SHAPES",
    "Featuriser",
    "folded",
    "quote_states",
]

BREAK = "\n"  # the token between two paragraphs
BUCKETS = 512  # rows for unknown words
AFFIXES = 4096  # rows for beginnings, and for endings
SHAPES = 256
QUOTES = 16
COLUMNS = 6  # word, beginning, two endings, shape, quote state
_SHORT, _LONG = 3, 60  # words: a quote of so few is a term or title; one of so many is often not closed
_TWINS = {"‚": ","}  # marks that look alike
_OPENERS = frozenset({"“", "``", "«", "„"})
_CLOSERS = frozenset({"”", "''", "»"})
_STRAIGHT = frozenset({'"', "″"})
_MARKS = _OPENERS | _CLOSERS | _STRAIGHT
_MOST_CACHED = 10_000


def _hash(text: str) -> int:
    return crc32(text.encode("utf-8"))


def _plain(word: str) -> str:
    return _TWINS.get(word, word)


def folded(word: str) -> str:
    """Return the form under which a word is known: small letters, marks that look alike as one.

    >>> [folded(word) for word in ["Don’t", "‚", "”"]]
    ["don't", ',', '“']
    """
    return "“" if word in _MARKS else _plain(word).casefold().replace("’", "'")


def _shape(word: str) -> str:
    """Return the shape of a word: *Xx*, *x*, *XX*, *0*, with its mark if it is one.

    >>> [_shape(word) for word in ["Reuters", "said", "U.S.", "27th", "!"]]
    ['Xx', 'x', 'X.X.', '0x', '!']
    """
    classes: list[str] = []
    for letter in word[:12]:
        kind = "X" if letter.isupper() else "x" if letter.isalpha() else "0" if letter.isdigit() else letter
        if not classes or classes[-1] != kind:
            classes.append(kind)
    return "".join(classes)[:6]


class Featuriser:
    """Turns words into rows of COLUMNS numbers; ``known`` are the sorted hashes of the words of the training."""

    def __init__(self, known: NDArray[np.uint32]) -> None:
        self._rows = {int(value): BUCKETS + place for place, value in enumerate(known)}
        self._seen: dict[str, tuple[int, int, int, int, int]] = {}

    def __call__(self, words: Sequence[str], states: Sequence[int]) -> NDArray[np.int32]:
        """Return one row a word: shape (words, COLUMNS)."""
        if len(self._seen) > _MOST_CACHED:
            self._seen.clear()
        seen, look = self._seen, self._look
        rows = [(seen.get(word) or look(word)) for word in words]
        found = np.empty((len(rows), COLUMNS), np.int32)
        if rows:
            found[:, : COLUMNS - 1] = rows
            found[:, COLUMNS - 1] = states
        return found

    def _look(self, word: str) -> tuple[int, int, int, int, int]:
        lower = folded(word)
        value = _hash(lower)
        row = self._rows.get(value, value % BUCKETS)
        ends = tuple(_hash(end) % AFFIXES for end in (lower[:3], lower[-2:] + "$", lower[-4:]))
        shape = "Q" if word in _MARKS else _shape(_plain(word))
        found = (row, *ends, _hash(shape) % SHAPES)
        self._seen[word] = found  # type: ignore[assignment]
        return found  # type: ignore[return-value]


def quote_states(words: Sequence[str]) -> list[int]:
    """Return for each word whether it stands outside (0) or inside quotes, or is a mark, by the quote's length.

    ``words`` may hold several paragraphs with BREAK between. 1-4: inside a short, middling, long or unclosed quote;
    5-8: an opening mark; 9-12: a closing mark. A quote that a paragraph leaves open ends with it.

    >>> quote_states(["“", "I", "will", "not", "go", "”", ",", "she", "said"])
    [6, 2, 2, 2, 2, 10, 0, 0, 0]
    """
    states = [0] * len(words)
    opened: int | None = None
    for at, word in enumerate(words):
        if word == BREAK:
            if opened is not None:
                _fill(states, opened, at, None)
            opened = None
        elif word in _MARKS:
            if opened is None and word not in _CLOSERS:
                opened = at
            elif opened is not None and word not in _OPENERS:
                _fill(states, opened, at, at)
                opened = None
    if opened is not None:
        _fill(states, opened, len(words), None)
    return states


def _fill(states: list[int], opened: int, end: int, close: int | None) -> None:
    length = end - opened - 1
    kind = 3 if close is None else 0 if length <= _SHORT else 2 if length > _LONG else 1
    states[opened] = 5 + kind
    for at in range(opened + 1, end):
        states[at] = 1 + kind
    if close is not None:
        states[close] = 9 + kind
