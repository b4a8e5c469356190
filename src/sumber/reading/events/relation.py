"""Which type of event holds between two phrases of a sentence: a small linear model that may doubt a rule.

The model never makes an event: it only scores what a rule has found (see ``veto``). It is made by
``training/events/train.py``; figures and limits stand in its card, ``relation.md``.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from .lexicon import Lexicon

__all__ = ["TYPES", "Relations", "features", "relations"]

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
    """Weights of hashed features, one column a type."""

    def __init__(
        self, weights: NDArray[np.int8], scales: NDArray[np.float32], bias: NDArray[np.float32]
    ) -> None:
        self.weights, self.scales, self.bias = weights, scales, bias  # (buckets, types), (types,), (types,)

    def scores(self, shown: set[str]) -> dict[str, float]:
        """Return the probability of each type."""
        rows = sorted({crc32(one.encode()) % len(self.weights) for one in shown})
        total = self.weights[rows].astype(np.float32).sum(0) * self.scales / np.sqrt(max(1, len(rows)))
        odds = np.exp(total + self.bias - np.max(total + self.bias))
        return dict(zip(TYPES, (odds / odds.sum()).tolist(), strict=True))


@cache
def relations(code: str) -> Relations | None:
    """Return the model of a language, or None if it has none."""
    path = Path(__file__).parents[2] / "language" / code / "models" / "relation.npz"
    if not path.exists():
        return None
    with np.load(path, allow_pickle=False) as held:
        return Relations(held["weights"], held["scales"], held["bias"])
