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


def features(before: list[str], after: list[str]) -> list[int]:
    """Return the buckets of the features of one place.

    Args:
        before: the last words before it, in reading order; three are looked at.
        after: the first words after it.
    """
    words = (["", "", *before])[-3:] + ([*after, "", ""])[:3]
    marks = b"".join(map(_mark, words))
    single = [names[at] for at, names in enumerate(map(_names_of_word, words))]
    names = (*(name for group in single for name in group), b"s=" + marks, *_names_of_pairs(words, marks))
    return [crc32(name) % BUCKETS for name in names]


def _mark(word: str) -> bytes:
    """Return what a word starts with: a capital, another letter, or something else."""
    return b"A" if word[:1].isupper() else b"a" if word[:1].isalpha() else b"0"


def _names_of_word(word: str) -> tuple[tuple[bytes, ...], ...]:
    """Return the names of a word's own features in each of the six places a, b, c before and x, y, z after."""
    whole = word.encode()
    as_last = (b"c=" + whole, b"c3=" + word[-3:].encode(), b"c2=" + word[-2:].encode())
    a, b, x, y, z = ((name + whole,) for name in (b"a=", b"b=", b"x=", b"y=", b"z="))
    return a, b, as_last, x, y, z


def _names_of_pairs(words: list[str], marks: bytes) -> tuple[bytes, ...]:
    """Return the names of the features of two words, or of one and what the others start with."""
    b, c, x, y, z = [word.encode() for word in words[1:]]
    c3, x2, y3 = words[2][-3:].encode(), words[3][-2:].encode(), words[4][-3:].encode()
    return (  # bytes are put together more quickly than text
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
    lowest = log(least / (1 - least)) - _PAIRS_ADD if least else -inf
    for place in _PLACE.finditer(text, start, end):
        at = place.start()
        words = text[max(start, at - _BEFORE) : at].rsplit(None, 3)[-3:]
        words = words if len(words) == 3 else ["", "", *words][-3:]
        words += text[at + 1 : min(end, at + _BEFORE)].split(None, 3)[:3]
        words = words if len(words) == 6 else [*words, "", ""][:6]
        score, marks = model.by_words(words)
        if score < lowest:
            continue
        score += model.by_pairs(words, marks)
        likely = 1 / (1 + exp(-score))
        if likely >= least:
            yield at, likely


class _Model:
    """The weights of one language; what a word adds in each place is summed up once."""

    def __init__(self, weights: list[int], scale: float, bias: float) -> None:
        self.weights, self.scale, self.bias = weights, scale, bias
        self.word = lru_cache(20_000)(self._word)
        self.shape = lru_cache(1_000)(lambda marks: self.sum((b"s=" + marks,)))

    def sum(self, names: Iterable[bytes]) -> int:
        """Return the sum of the weights of some features."""
        weights = self.weights
        return sum([weights[crc32(name) % BUCKETS] for name in names])

    def _word(self, word: str) -> tuple[bytes, tuple[int, ...]]:
        """Return what a word starts with, and the weight of its own features in each of the six places."""
        return _mark(word), tuple(map(self.sum, _names_of_word(word)))

    def by_words(self, words: list[str]) -> tuple[float, bytes]:
        """Return the score of a place by its words one by one, and what they start with."""
        (ma, wa), (mb, wb), (mc, wc), (mx, wx), (my, wy), (mz, wz) = map(self.word, words)
        marks = ma + mb + mc + mx + my + mz
        whole = wa[0] + wb[1] + wc[2] + wx[3] + wy[4] + wz[5] + self.shape(marks)
        return whole * self.scale + self.bias, marks

    def by_pairs(self, words: list[str], marks: bytes) -> float:
        """Return what the features of pairs add to the score of a place."""
        return self.sum(_names_of_pairs(words, marks)) * self.scale


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
