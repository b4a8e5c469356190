"""Sentence ends without a mark: where a crawler ran a caption or heading into the text that follows.

How it works: a linear model looks at the three words before and after each place where a small-written word or a
number meets a capital, and says whether a sentence ended there. It was trained on English news whose full stops were
taken away (training/boundaries). Features are hashed: no word is shipped.

Known to miss: joins between two names. Figures: ``language/en/model/boundaries.md``.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from io import BytesIO
from math import exp, inf, log
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np

from ..errors import ModelError
from ..language import available, load
from ..language.shipped import is_shipped, shipped

__all__ = ["BUCKETS", "features", "joins"]

BUCKETS = 1 << 18
"""Number of weights; a feature falls into the bucket of its CRC-32."""

_PLACE = re.compile(r" (?=[A-Z])(?<=[a-z0-9)\]'’%] )")  # the blank first: a search for one letter is quick
_BEFORE = 90  # code points: enough for three words
_PAIRS_ADD = 2.5
"""What the features of pairs may add to a score at most before a place is given up: on 123,000 places of news they
added more at 3 of the 6,382 that were likely by 0.1 (median -0.16)."""


class _Word(NamedTuple):
    """A word as bytes, which are put together more quickly than text, and what it starts with: A, a, 0 for neither."""

    whole: bytes
    last2: bytes
    last3: bytes
    mark: bytes


def features(before: list[str], after: list[str]) -> list[int]:
    """Return the buckets of the features of one place.

    Args:
        before: the last words before it, in reading order; three are looked at.
        after: the first words after it.
    """
    words = [_word(word) for word in (["", "", *before])[-3:] + ([*after, "", ""])[:3]]
    marks = b"".join(word.mark for word in words)
    single = [_names_of_word(word)[at] for at, word in enumerate(words)]
    names = (*(name for group in single for name in group), b"s=" + marks, *_names_of_pairs(words, marks))
    return [crc32(name) % BUCKETS for name in names]


def _word(word: str) -> _Word:
    mark = b"A" if word[:1].isupper() else b"a" if word[:1].isalpha() else b"0"
    return _Word(word.encode(), word[-2:].encode(), word[-3:].encode(), mark)


def _names_of_word(word: _Word) -> tuple[tuple[bytes, ...], ...]:
    """Return the names of a word's own features in each of the six places a, b, c before and x, y, z after."""
    as_last = (b"c=" + word.whole, b"c3=" + word.last3, b"c2=" + word.last2)
    a, b, x, y, z = ((name + word.whole,) for name in (b"a=", b"b=", b"x=", b"y=", b"z="))
    return a, b, as_last, x, y, z


def _names_of_pairs(words: list[_Word], marks: bytes) -> tuple[bytes, ...]:
    """Return the names of the features of two words, or of one and what the others start with."""
    _, (b, _, _, _), (c, _, c3, _), (x, x2, _, _), (y, _, y3, _), (z, _, _, _) = words
    return (
        b"bc=" + b + b" " + c, b"xy=" + x + b" " + y, b"cx=" + c + b" " + x, b"xs=" + x + b"|" + marks[3:],
        b"cs=" + c + b"|" + marks, b"y3=" + y3 + b"|" + marks, b"c3x=" + c3 + b"|" + x,
        b"c3y=" + c3 + b"|" + y, b"x2y3=" + x2 + b"|" + y3, b"yz=" + y + b" " + z,
    )  # fmt: skip


def joins(
    text: str, start: int, end: int, language: str = "en", *, least: float = 0.9
) -> Iterator[tuple[int, float]]:
    """Yield where inside ``text[start:end]`` a sentence ends without a mark, and how likely that is.

    Yields (offset of the blank between the words, probability >= ``least``), in order; nothing for a language
    without a model.
    """
    model = _model(language)
    if model is None:
        return
    lowest = (log(least / (1 - least)) - _PAIRS_ADD - model.bias) / model.scale if least else -inf
    known, shape = model.known, model.shape
    for place in _PLACE.finditer(text, start, end):
        at = place.start()
        words = text[max(start, at - _BEFORE) : at].rsplit(None, 3)[-3:]
        words = words if len(words) == 3 else ["", "", *words][-3:]
        words += text[at + 1 : min(end, at + _BEFORE)].split(None, 3)[:3]
        words = words if len(words) == 6 else [*words, "", ""][:6]
        (a, wa), (b, wb), (c, wc), (x, wx), (y, wy), (z, wz) = map(known, words)
        marks = a.mark + b.mark + c.mark + x.mark + y.mark + z.mark
        score = wa[0] + wb[1] + wc[2] + wx[3] + wy[4] + wz[5] + shape(marks)
        if score >= lowest:
            score += model.sum(_names_of_pairs([a, b, c, x, y, z], marks))
            likely = 1 / (1 + exp(-score * model.scale - model.bias))
            if likely >= least:
                yield at, likely


class _Model:
    """The weights of one language; what a word adds in each place is summed up once."""

    def __init__(self, weights: list[int], scale: float, bias: float) -> None:
        self.weights, self.scale, self.bias = weights, scale, bias
        self.known = lru_cache(20_000)(self._known)
        self.shape = lru_cache(1_000)(lambda marks: self.sum((b"s=" + marks,)))

    def sum(self, names: Iterable[bytes]) -> int:
        """Return the sum of the weights of some features."""
        weights = self.weights
        return sum([weights[crc32(name) % BUCKETS] for name in names])

    def _known(self, text: str) -> tuple[_Word, tuple[int, ...]]:
        """Return a word and the weight of its own features in each of the six places."""
        word = _word(text)
        return word, tuple(map(self.sum, _names_of_word(word)))


@cache
def _model(language: str) -> _Model | None:
    """Return the weights of a language; None without a model."""
    if language not in available():
        return None
    path = load(language).folder / "model" / "boundaries.npz"
    return _read(path) if is_shipped(path) else None


def _read(path: Path) -> _Model:
    try:
        with np.load(BytesIO(shipped(path)), allow_pickle=False) as data:
            return _Model(data["weights"].tolist(), float(data["scale"]), float(data["bias"]))
    except (OSError, ValueError, KeyError) as error:
        raise ModelError.damaged(path.name, str(error)) from error
