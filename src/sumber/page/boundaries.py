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
_SPLIT = re.compile(r"\s+")


def features(before: list[str], after: list[str]) -> list[int]:
    """Return the buckets of the features of one place.

    Args:
        before: the last words before it, in reading order; three are looked at.
        after: the first words after it.
    """
    a, b, c = (["", "", *before])[-3:]
    x, y, z = ([*after, "", ""])[:3]
    shape = "".join(
        "A" if word[:1].isupper() else "a" if word[:1].isalpha() else "0" for word in (a, b, c, x, y, z)
    )
    names = (
        f"c={c}", f"bc={b} {c}", f"x={x}", f"xy={x} {y}", f"cx={c} {x}", f"c3={c[-3:]}", f"c2={c[-2:]}", f"s={shape}",
        f"y={y}", f"xs={x}|{shape[3:]}", f"cs={c}|{shape}", f"y3={y[-3:]}|{shape}", f"b={b}", f"z={z}", f"a={a}",
        f"c3x={c[-3:]}|{x}", f"c3y={c[-3:]}|{y}", f"x2y3={x[-2:]}|{y[-3:]}", f"yz={y} {z}",
    )  # fmt: skip
    return [crc32(name.encode()) % BUCKETS for name in names]


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
        before = _SPLIT.split(text[max(start, at - _BEFORE) : at])[-3:]
        after = _SPLIT.split(text[at + 1 : min(end, at + _BEFORE)])[:3]
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
