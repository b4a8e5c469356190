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
from math import exp
from pathlib import Path
from zlib import crc32

import numpy as np

from ..errors import ModelError
from ..language import available, load
from ..language.shipped import is_shipped, shipped

__all__ = ["BUCKETS", "features", "joins"]

BUCKETS = 1 << 18
"""Number of weights; a feature falls into the bucket of its CRC-32."""

_PLACE = re.compile(r"(?<=[a-z0-9)\]'’%]) (?=[A-Z])")
_BEFORE = 90  # code points: enough for three words


def features(before: list[str], after: list[str]) -> list[int]:
    """Return the buckets of the features of one place.

    Args:
        before: the last words before it, in reading order; three are looked at.
        after: the first words after it.
    """
    words = (["", "", *before])[-3:] + ([*after, "", ""])[:3]
    marks = ["A" if word[:1].isupper() else "a" if word[:1].isalpha() else "0" for word in words]
    shape, after_shape = "".join(marks).encode(), "".join(marks[3:]).encode()
    a, b, c, x, y, z = (word.encode() for word in words)
    c3, c2, x2, y3 = (part.encode() for part in (words[2][-3:], words[2][-2:], words[3][-2:], words[4][-3:]))
    names = (  # bytes are put together more quickly than text, and this runs for every capital
        b"c=" + c, b"bc=" + b + b" " + c, b"x=" + x, b"xy=" + x + b" " + y, b"cx=" + c + b" " + x, b"c3=" + c3,
        b"c2=" + c2, b"s=" + shape, b"y=" + y, b"xs=" + x + b"|" + after_shape, b"cs=" + c + b"|" + shape,
        b"y3=" + y3 + b"|" + shape, b"b=" + b, b"z=" + z, b"a=" + a, b"c3x=" + c3 + b"|" + x,
        b"c3y=" + c3 + b"|" + y, b"x2y3=" + x2 + b"|" + y3, b"yz=" + y + b" " + z,
    )  # fmt: skip
    return [number % BUCKETS for number in map(crc32, names)]


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
    for place in _PLACE.finditer(text, start, end):
        at = place.start()
        before = text[max(start, at - _BEFORE) : at].rsplit(None, 3)[-3:]
        after = text[at + 1 : min(end, at + _BEFORE)].split(None, 3)[:3]
        score = sum(map(table.__getitem__, features(before, after))) * scale + bias
        likely = 1 / (1 + exp(-score))
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
