"""Precision and recall of the words of a body, as the article-extraction-benchmark counts them.

Per page: multisets of runs of four words of prediction and gold. Precision and recall are averaged over
pages, F1 is that of the two averages; accuracy is the share of pages whose words are all the same. The measure
is that of scrapinghub/article-extraction-benchmark (its README, 2020); written anew here and checked against
its published figures for the outputs that come with it.
"""

import re
from collections import Counter
from collections.abc import Iterable
from statistics import mean

__all__ = ["score_bodies", "score_words"]

_WORD = re.compile(r"\w+")


def _shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1)) if words)


def score_bodies(pairs: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Return f1, precision, recall and accuracy over (gold, predicted) bodies.

    >>> score_bodies([("a b c d e", "a b c d e")])["f1"]
    1.0
    """
    precisions, recalls, exact = [], [], []
    for gold, predicted in pairs:
        want, got = _shingles(gold), _shingles(predicted)
        hits = (want & got).total()
        if got:
            precisions.append(hits / got.total())
        if want:
            recalls.append(hits / want.total())
        exact.append(_WORD.findall(gold) == _WORD.findall(predicted))
    precision, recall = mean(precisions or [0.0]), mean(recalls or [0.0])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"f1": f1, "precision": precision, "recall": recall, "accuracy": mean(exact or [0.0])}


def score_words(pairs: Iterable[tuple[str, str]]) -> float:
    """Return the mean over pages of the F1 of single words (multisets, case-folded), as WCXB counts them."""
    scores = []
    for gold, predicted in pairs:
        want, got = (Counter(_WORD.findall(text.casefold())) for text in (gold, predicted))
        hits = (want & got).total()
        scores.append(2 * hits / (want.total() + got.total()) if hits else 0.0)
    return mean(scores or [0.0])
