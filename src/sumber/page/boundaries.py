"""Sentence ends without a mark: where a crawler ran a caption or heading into the text that follows.

How it works: a linear model looks at the three words before and after each place where a small-written word or a
number meets a capital, and says whether a sentence ended there. It was trained on English news whose full stops were
taken away (training/boundaries). Features are hashed: no word is shipped.

Known to miss: joins between two names. Figures: ``language/en/model/boundaries.md``.
"""

import re
from collections.abc import Iterator
from functools import cache
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
    marks = _marks(words)
    return [crc32(name) % BUCKETS for name in (*_of_words(words, marks), *_of_pairs(words, marks))]


def _marks(words: list[str]) -> bytes:
    """Return what each word starts with: A for a capital, a for another letter, 0 for anything else."""
    return "".join(
        ["a" if "a" <= word < "{" else "A" if "A" <= word < "[" else _mark(word) for word in words]
    ).encode()


def _mark(word: str) -> str:
    return "A" if word[:1].isupper() else "a" if word[:1].isalpha() else "0"


def _of_words(words: list[str], marks: bytes) -> tuple[bytes, ...]:
    """Return the names of the features of one word each; bytes are put together more quickly than text."""
    a, b, c, x, y, z = [word.encode() for word in words]
    c3, c2 = words[2][-3:].encode(), words[2][-2:].encode()
    return (
        b"c=" + c,
        b"x=" + x,
        b"c3=" + c3,
        b"c2=" + c2,
        b"s=" + marks,
        b"y=" + y,
        b"b=" + b,
        b"z=" + z,
        b"a=" + a,
    )


def _of_pairs(words: list[str], marks: bytes) -> tuple[bytes, ...]:
    """Return the names of the features of two words, or of one and what the others start with."""
    b, c, x, y, z = [word.encode() for word in words[1:]]
    c3, x2, y3 = words[2][-3:].encode(), words[3][-2:].encode(), words[4][-3:].encode()
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
    weights = _weights(language)
    if weights is None:
        return
    table, scale, bias = weights
    lowest = (log(least / (1 - least)) - _PAIRS_ADD - bias) / scale if least else -inf
    for place in _PLACE.finditer(text, start, end):
        at = place.start()
        words = text[max(start, at - _BEFORE) : at].rsplit(None, 3)[-3:]
        words = words if len(words) == 3 else ["", "", *words][-3:]
        words += text[at + 1 : min(end, at + _BEFORE)].split(None, 3)[:3]
        words = words if len(words) == 6 else [*words, "", ""][:6]
        marks = _marks(words)
        score = sum([table[crc32(name) % BUCKETS] for name in _of_words(words, marks)])
        if score < lowest:
            continue
        score += sum([table[crc32(name) % BUCKETS] for name in _of_pairs(words, marks)])
        likely = 1 / (1 + exp(-score * scale - bias))
        if likely >= least:
            yield at, likely


@cache
def _weights(language: str) -> tuple[list[int], float, float] | None:
    """Return the weights (whole numbers, one a bucket), their scale and the bias; None without a model."""
    if language not in available():
        return None
    path = load(language).folder / "model" / "boundaries.npz"
    return _read(path) if is_shipped(path) else None


def _read(path: Path) -> tuple[list[int], float, float]:
    try:
        with np.load(BytesIO(shipped(path)), allow_pickle=False) as data:
            return data["weights"].tolist(), float(data["scale"]), float(data["bias"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError.damaged(path.name, str(error)) from error
