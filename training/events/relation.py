"""Which type of event holds between two phrases of a sentence: a small linear model.

For whoever codes sentences with given parties; the reading does not use it (``relation.md``, its card, says why, with
figures and limits). ``training/events/train.py`` makes it, ``evaluation/measure_plv.py`` measures it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sumber.reading.events.lexicon import Lexicon

__all__ = ["BUCKETS", "TYPES", "Relations", "bucket_of", "features", "relations"]

BUCKETS = 1 << 20

TYPES = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
    "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
_WORD = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
_FAR = 60  # words between two phrases that still count as between
_ENDINGS = (
    "ingly",
    "edly",
    "ations",
    "ation",
    "ments",
    "ment",
    "ing",
    "ied",
    "ies",
    "ed",
    "es",
    "ly",
    "s",
    "e",
)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _words(text: str) -> list[str]:
    return [re.sub(r"\d", "0", word.lower()) for word in _WORD.findall(text)]


def features(text: str, source: tuple[int, int], target: tuple[int, int], known: Lexicon) -> set[str]:
    """Return what a sentence shows of the relation between two spans, as short strings."""
    turned = target[0] < source[0]
    one, two = (target, source) if turned else (source, target)
    marks = ("<t>", "<s>") if turned else ("<s>", "<t>")
    left, middle, right = (
        _words(text[: one[0]]),
        _words(text[one[1] : max(one[1], two[0])])[:_FAR],
        _words(text[max(one[1], two[1]) :]),
    )
    found = set(_grams("w", [*left, marks[0], *middle, marks[1], *right]))
    for region, words in (("l", left[-8:]), ("m", middle), ("r", right[:8])):
        found |= set(_grams(f"{region}{turned:d}", [_stem(word) for word in words]))
        found |= set(_types(region, turned, words, known))
    found |= {f"p{turned:d}{at}:{_stem(word)}" for at, word in enumerate(middle[:4])}
    found |= {f"q{turned:d}{at}:{_stem(word)}" for at, word in enumerate(reversed(middle[-3:]))}
    found |= set(_letters("m", middle)) | set(_letters("r", right[:6]))
    for mark, span in (("s", source), ("t", target)):
        inner = _words(text[span[0] : span[1]])
        found |= {f"{mark}:{_stem(word)}" for word in inner} | {f"{mark}$:{word}" for word in inner[-1:]}
    found.add(f"n{turned:d}:{min(len(middle), 20) // 3}")
    return found


def _grams(region: str, words: Sequence[str]) -> Iterator[str]:
    for size in (1, 2, 3):
        for at in range(len(words) - size + 1):
            yield f"{region}:{' '.join(words[at : at + size])}"


def _letters(region: str, words: Sequence[str]) -> Iterator[str]:
    for word in words:
        padded = f"<{word}>"
        if word.isalpha() and len(word) > 3:
            yield from (f"{region}#{padded[at : at + 5]}" for at in range(len(padded) - 4))


def _types(region: str, turned: bool, words: Sequence[str], known: Lexicon) -> Iterator[str]:
    """Yield the types of the lexicon's words that stand here; the first and the last are told apart."""
    here = []
    for at, word in enumerate(words):
        for trigger in known.triggers.get(word, ()):
            if all(rest in words[at + 1 : at + 6] for rest in trigger.rest):
                here.append(f"{trigger.rule.type}/{trigger.rule.mode or ''}")
                yield f"x{region}{turned:d}:{trigger.rule.type}:{trigger.rule.part}"
                break
    yield from (f"x{region}:{kind}" for kind in here)
    if here:
        yield f"x{region}{turned:d}^:{here[0]}"
        yield f"x{region}{turned:d}$:{here[-1]}"


class Relations:
    """Weights of hashed features that were met at least twice in training, one column a type."""

    def __init__(self, held: Mapping[str, NDArray[Any]]) -> None:
        self.buckets = held["buckets"]  # (features,), sorted
        self.rarity = held["rarity"].astype(np.float32)  # (features,)
        self.weights = held["weights"]  # (features, types), int8
        self.scale = held["scale"].astype(np.float32)  # (types,)
        self.bias = held["bias"].astype(np.float32)  # (types,)

    def scores(self, shown: set[str]) -> dict[str, float]:
        """Return the margin of each type: above 0 speaks for it, below -1 firmly against."""
        wanted = np.array(sorted({bucket_of(one) for one in shown}), dtype=self.buckets.dtype)
        at = np.searchsorted(self.buckets, wanted)
        at = at[(at < len(self.buckets)) & (self.buckets[np.minimum(at, len(self.buckets) - 1)] == wanted)]
        rarity = self.rarity[at]
        size = float(np.sqrt((rarity**2).sum())) or 1.0
        total = (rarity / size) @ self.weights[at].astype(np.float32) * self.scale + self.bias
        return dict(zip(TYPES, total.tolist(), strict=True))


def bucket_of(feature: str) -> int:
    """Return the number that stands for a feature."""
    return crc32(feature.encode()) % BUCKETS


@cache
def relations() -> Relations:
    """Return the English model, read once."""
    with np.load(Path(__file__).with_name("relation.npz"), allow_pickle=False) as held:
        return Relations(dict(held))
